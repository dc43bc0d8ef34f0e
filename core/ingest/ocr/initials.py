"""An initial within a name: its point that both voices read as a comma, or an `S` that one takes for a dollar sign.

`Ada K, Marsh` is Ada K. Marsh, and no name has a sign in it. A comma stays where it may be printed: in names with the
surname in front, before a title or the words of a tenure, and behind the letter of a class, a series or a flat.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from core.ingest.ocr.agree import Agreed
from core.ingest.ocr.tidied import is_label

INITIAL = re.compile(r"[A-Z],")
NAME = re.compile(r"[A-Z][A-Za-z'’-]+")
LETTERED = frozenset({
    "class", "series", "unit", "units", "apt", "suite", "ste", "building", "floor", "part", "plan", "schedule", "form",
    "section", "item", "note", "share", "shares", "box", "tranche", "category", "group", "type", "option", "appendix",
    "exhibit", "cl", "ser", "and", "or", "of", "for", "the",
})  # fmt: skip
"""Words before a letter that is no initial."""
BEHIND_A_COMMA = frozenset({
    "jr", "sr", "ii", "iii", "iv", "esq", "md", "phd", "cpa", "cfa", "cfp", "jd", "dds", "trustee", "trustees", "ttee",
    "ttees", "cust", "custodian", "executor", "executrix", "administrator", "guardian", "conservator", "beneficiary",
    "individual", "joint", "jtwros", "tenants", "and", "or", "as", "inc", "llc", "ltd", "trust", "ira", "roth",
})  # fmt: skip
"""Words that stand behind a name and its comma."""


def with_initials(group: Sequence[Agreed]) -> list[Agreed]:
    """The words of a run with the point behind each initial that stands between the first name and the surname."""
    found = list(group)
    for place in range(1, len(found) - 1):
        said = found[place].said
        if _may_be_s(found[place]) and _is_within_a_name([one.said.text for one in found], place):
            found[place] = replace(found[place], said=replace(said, text=said.text.replace("$", "S")), other=None)
        if INITIAL.fullmatch(said.text) and _is_within_a_name([one.said.text for one in found], place):
            found[place] = replace(found[place], said=replace(said, text=f"{said.text[0]}."))
    return found


def _may_be_s(one: Agreed) -> bool:
    """Whether one voice reads the letter alone, with a point or without, and the other the sign."""
    said, other = one.said.text, one.other or ""
    return {said.rstrip("."), other.rstrip(".")} == {"S", "$"} and said.endswith(".") == other.endswith(".")


def _is_within_a_name(texts: Sequence[str], place: int) -> bool:
    before, behind = texts[place - 1], texts[place + 1].rstrip(".,")
    if not NAME.fullmatch(before) or not NAME.fullmatch(behind) or before.isupper() != behind.isupper():
        return False
    if before.lower() in LETTERED or is_label(before) or is_label(behind) or behind.lower() in BEHIND_A_COMMA:
        return False
    return not any(text.endswith(",") for text in texts[: place - 1])

"""Heads of tables that part bonds in classes, by year, by rating, by call: they name no security that is held there."""

import re
from collections.abc import Sequence

from core.ingest.lexicon.vocabulary import NAMES, plain_label
from core.ingest.nouns.head import Header

AGENCIES = r"(?:moody ?s?|s ?(?:and )?p|fitch)"
CLASSES = re.compile(
    r"(?:(?:maturity|call|calendar|due) )?years?(?: (?:of|to|until) (?:maturity|call))?|(?:time|term) to maturity|"
    r"(?:maturity|duration|coupon|rating|quality|yield|price) (?:ranges?|bands?|buckets?|groups?|category)|"
    r"maturit(?:y|ies)|matur(?:ing|es) in|terms?|durations?|coupons?|months?|quarters?|states?|tax status|"
    r"sectors?|industr(?:y|ies)|countr(?:y|ies)|regions?|insurers?|(?:bond )?insurance|"
    r"(?:(?:credit|bond|composite|average) )?(?:qualit(?:y|ies)|ratings?)(?: categor(?:y|ies))?|"
    rf"{AGENCIES}(?: {AGENCIES})*(?: (?:credit )?(?:quality|ratings?))?"
)
"""What a first head calls classes of bonds and no names: `Year`, `Moody's / S&P`, `Maturity Range`."""
IN_BRACKETS = re.compile(r"\([^)]*\)")
CALLS = re.compile(r"(?:(?:next|first|upcoming) )?(?:call|redemption|put|prerefunded)(?: date)?")


def names_classes(label: str) -> bool:
    """Whether the first head of a table says that its rows are classes of bonds."""
    return CLASSES.fullmatch(plain_label(IN_BRACKETS.sub(" ", label))) is not None


def is_of_classes(header: Header) -> bool:
    """Whether a head is that of classes alone: it begins with theirs and has no column of names."""
    return bool(header.columns) and names_classes(header.columns[0].label) and not any(map(header.has, NAMES))


def without_calls(roles: Sequence[str | None], labels: Sequence[str]) -> list[str | None]:
    """The roles of a list of coming calls, which prints no value: its prices are those at which bonds are called."""
    called = any(CALLS.fullmatch(plain_label(label)) for label in labels)
    if not called or {"value", "cost", "unit_cost"} & set(roles):
        return [*roles]
    return ["other" if role == "price" else role for role in roles]

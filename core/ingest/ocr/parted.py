"""Words that a speck or a narrow gap has glued together are parted again: `HARBOR.BANCORP`, `12/14/20L`, `Inc.(QZAB)`.

Nothing is changed but the place where one word ends; on a page that writes points, a comma before cents is a point.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from core.ingest.lexicon.amounts import uses_decimal_comma
from core.ingest.lexicon.identifiers import CLASS
from core.ingest.ocr.agree import Agreed
from core.ingest.ocr.tidied import is_label

DAY = r"\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)"
GLUED = (
    re.compile(rf"({DAY})[.·:;-]?(\$[\d,]+\.\d\d)"),
    re.compile(rf"({DAY})[.·]?([A-Z]{{1,2}})"),
    re.compile(r"([A-Z]{3,})[.·]([A-Z]{3,})"),
    re.compile(rf"([A-Z][A-Za-z]+\.?)(\([A-Z]{{1,5}}{CLASS}?\))"),
    re.compile(r"(\d{1,2})[.·](-)"),
    re.compile(r"(\$?[\d,]*\d\.\d{2,})[.·](\$?\d[\d,]*\.\d{2,})"),
    re.compile(r"(JOINT)(WROS|TENANTS?|TEN)"),
    re.compile(r"(ROTH|TRADITIONAL|ROLLOVER|INHERITED|SIMPLE|SEP)(IRA)"),
)
LABELLED = re.compile(r"([A-Za-z]{3,})[.·](\S*\d\S*)")
POINTS = re.compile(r"[-($]*\d{1,3}(?:\.\d{3}){2,}\)?")
"""Thousands between points, `1.179.988`: the first is a comma there, the last a point or a comma."""
COMMA = re.compile(r"([-($]*\d{1,3}(?:,\d{3})*|[-($]*\d+),(\d\d|\d{4,6})([-)%]*)")

Groups = list[list[Agreed]]


def parted(groups: Groups) -> Groups:
    """The words of a page, each by itself."""
    return [[piece for one in group for piece in _pieces(one)] for group in groups]


def with_points(groups: Groups) -> Groups:
    """The words of a page that writes `1,234.50`, with `1,234,50`, `28,1050` and `1.179.988` read so."""
    if uses_decimal_comma([one.said.text for group in groups for one in group]):
        return groups
    return [[_with_point(one) for one in group] for group in groups]


def _with_point(one: Agreed) -> Agreed:
    if POINTS.fullmatch(one.said.text):
        head, _, tail = one.said.text.replace(".", ",").rpartition(",")
        return replace(one, said=replace(one.said, text=f"{head}.{tail}"), other=one.other or f"{head},{tail}")
    text = COMMA.sub(r"\1.\2\3", one.said.text) if COMMA.fullmatch(one.said.text) else one.said.text
    other = one.other
    if other is not None and COMMA.fullmatch(other):
        other = COMMA.sub(r"\1.\2\3", other)
    return replace(one, said=replace(one.said, text=text), other=None if other == text else other)


def _pieces(one: Agreed) -> Sequence[Agreed]:
    text = one.said.text
    found = next((match for shape in GLUED if (match := shape.fullmatch(text))), None)
    if found is None:
        found = LABELLED.fullmatch(text)
        if found is None or not is_label(found[1]):
            return [one]
    said, wide = one.said, one.said.x1 - one.said.x0
    left = replace(said, text=found[1], x1=said.x0 + wide * found.end(1) / len(text))
    right = replace(said, text=found[2], x0=said.x0 + wide * found.start(2) / len(text))
    others = _others(one, found[1], found[2])
    return [replace(one, said=left, other=others[0]), replace(one, said=right, other=others[1])]


def _others(one: Agreed, left: str, right: str) -> tuple[str | None, str | None]:
    """What the other voice read of the two parts; all of it is held against the second where it does not part so."""
    if one.other is None:
        return None, None
    if re.sub(r"[\s.·:;-]", "", one.other) == re.sub(r"[\s.·:;-]", "", left + right):
        return None, None
    return (None, one.other[len(left) :].lstrip(" .·:;-")) if one.other.startswith(left) else (one.other, one.other)

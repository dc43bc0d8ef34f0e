"""What part of its original face a pool of mortgages still owes, or by how much prices have raised that of a bond.

`Factor .12345678`, `Index Ratio 1.19843`, `Current Face 12,345.68` under a row that prints the original face.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from core.ingest.lexicon.amounts import read_amount

FACTOR = re.compile(
    r"\b(?:factor|fctr|(?:index|inflation) ratio)\b\s*[:=]?\s*(?P<factor>\d{0,2}\.\d{3,15})(?![\d%])", re.I
)
LEFT = re.compile(
    r"\b(?:current|curr\.?|remaining|rem\.?|amortized|outstanding|adjusted)\s+"
    r"(?:face|principal|prin|par|bal(?:ance)?)\b\.?(?: (?:value|amount|balance))?\s*[:=]?\s*"
    r"(?P<left>\$?\d[\d,]*(?:\.\d+)?)(?![\d%])",
    re.I,
)
AT_FIRST = re.compile(r"\borig(?:inal|\.)? (?:face|principal|par|balance)\b\W{0,3}\$?\d[\d,]*(?:\.\d+)?(?![\d%])", re.I)
AMOUNT = re.compile(r"\$\s?\d|\d,\d{3}|\d\.\d\d\b(?!\d*\s*%)")


def factors_in(text: str, face: Decimal) -> Iterator[Decimal]:
    """The factors of a face that a text tells, by themselves or by what is left of it."""
    for told in FACTOR.finditer(text):
        yield Decimal(told["factor"])
    for told in LEFT.finditer(text):
        left = read_amount(told["left"])
        if left is not None and face:
            yield left.value / face


def only_tells_face(text: str) -> bool:
    """Whether all amounts of a line are those of a face and its factor: `FCTR 0.1234 REMAINING BAL $12,345.68`."""
    rest = AT_FIRST.sub(" ", LEFT.sub(" ", FACTOR.sub(" ", text)))
    return rest != text and AMOUNT.search(rest) is None

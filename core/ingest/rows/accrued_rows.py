"""Rows and labels of dividends and interest that have accrued on what an account holds: they are no holdings."""

import re
from collections.abc import Mapping
from decimal import Decimal

from core.ingest.lexicon.figures import number
from core.ingest.lexicon.vocabulary import NAMES
from core.ingest.nouns.events import Cell, Fact, Where

ACCRUED = re.compile(
    r"(?:total |net |estimated |est\. |your |plus:? |add:? )*(?:"
    r"(?:accrued|pending|receivable) (?:dividends?|interest|income)(?: (?:and|&) (?:dividends?|interest))?|"
    r"(?:dividends?|interest|income)(?: (?:and|&) (?:dividends?|interest))? "
    r"(?:accruals?|accrued|receivables?|pending|earned (?:and|but) not (?:yet )?(?:paid|received)))"
    r"(?: (?:on|for|from|of) [^\d$%:]{2,40})?(?: \([^)]*\))?",
    re.I,
)
UNITS = frozenset({"quantity", "price", "cost", "unit_cost", "acquired"})


def accrued_row(found: Mapping[str, Cell], comma: bool, where: Where) -> Fact | None:
    """What a row of a table file tells that is a label of this and a value; None for any other."""
    names = [found[role].text for role in NAMES if role in found]
    amount: Decimal | None = number(found.get("value"), comma)
    if not names or amount is None or UNITS & set(found) or not all(map(ACCRUED.fullmatch, names)):
        return None
    return Fact("money", names[0], where, amount)

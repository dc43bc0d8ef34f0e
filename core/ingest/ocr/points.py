"""A point before three and more decimals that both voices read as a comma, told by arithmetic: `55,401` of 63.65 each.

No digit changes. The reading with a point is taken where quantity x price x unit = value holds with it alone.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from core.domain.frozen_map import FrozenMap
from core.domain.statement import StatementLine
from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.figures import ties
from core.ingest.nouns.events import Record

FIELDS = {"quantity": "quantity", "price": "price", "value": "market_value"}
UNSURE = re.compile(r"[-($]*\d{1,3}(?:[.,]\d{3})+\)?")


def with_point(line: StatementLine, record: Record) -> StatementLine:
    """The line with the one figure whose last mark must be a point, and what was read in doubt; else as it is."""
    told = {name: getattr(line, name) for name in FIELDS.values()}
    if line.quantity is not None and line.price is not None and line.market_value is not None and _tie(told, line.unit):
        return line
    found = {}
    for role, name in FIELDS.items():
        text = record.cells[role].text if role in record.cells else ""
        number = _pointed(text)
        if number is not None and number != told[name] and _tie({**told, name: number}, line.unit):
            found[name] = (number, text)
    if len(found) != 1:
        return line
    ((name, (number, text)),) = found.items()
    changed: Mapping[str, Decimal] = {name: number}
    return replace(line, **changed, doubts=FrozenMap({**line.doubts, name: text}))  # type: ignore[arg-type]


def _pointed(text: str) -> Decimal | None:
    """The figure with its last mark a point and the others commas, `1.179.988`; None where it has no such marks."""
    plain = text.strip()
    if not UNSURE.fullmatch(plain):
        return None
    head, tail = re.split(r"[.,](?=\d{3}\)?$)", plain)
    found = read_amount(f"{head.replace('.', ',')}.{tail}")
    return None if found is None else found.value


def _tie(told: Mapping[str, Decimal | None], unit: Decimal) -> bool:
    quantity, price, value = (told[name] for name in FIELDS.values())
    return quantity is not None and price is not None and value is not None and ties(quantity, price, unit, value)

"""Holdings told as a list: a name on a line of its own, then a label and a value to a line, `Quantity: 50`.

A number before the name counts the holdings and is no part of it; a holding of cash needs no quantity and no price.
"""

import re
from collections.abc import Sequence

from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.vocabulary import NUMBERS, role_of
from core.ingest.nouns.events import Cell, Record, Where
from core.ingest.nouns.words import Line, span

LABELLED = re.compile(r"(?P<label>[A-Za-z][\w ./()%-]{1,30}?)\s*:\s+(?P<value>\S.*)")
COUNTED = re.compile(r"^(?:\(?\d{1,3}[.)]|[•*-])\s+")
TOLD = frozenset({*NUMBERS, "symbol", "cusip", "isin", "identifier", "type", "acquired", "maturity"})
HELD = frozenset({"quantity", "value"})


def listed(lines: Sequence[Line]) -> list[Record]:
    """The holdings of a page that are told so; empty where none has both a quantity and a value."""
    found: list[Record] = []
    name: Line | None = None
    for line in lines:
        told = LABELLED.fullmatch(line.text)
        if told is None:
            name = line if re.search(r"[A-Za-z]{2}", line.text) else None
            continue
        if name is not None:
            text = COUNTED.sub("", name.text)
            found.append(Record("holdings", {"description": Cell(text, span(name.words))}, _where(name)))
            name = None
        if found:
            _tell(found[-1], told["label"], told["value"], line)
    return _holdings(found)


def _tell(record: Record, label: str, value: str, line: Line) -> None:
    """One more thing told of a holding."""
    role = "type" if label.lower() in ("type", "asset class", "asset type", "kind") else role_of(label)
    if role in TOLD and (role not in NUMBERS or read_amount(value) is not None):
        record.cells.setdefault(role, Cell(value, span(line.words)))


def _holdings(found: Sequence[Record]) -> list[Record]:
    """Those that are held, and cash beside them; nothing where one tells neither price nor cost."""
    held = [record for record in found if set(record.cells) >= HELD]
    cash = [record for record in found if "value" in record.cells and _is_cash(record)]
    if not held or any("price" not in record.cells and "cost" not in record.cells for record in held):
        return []
    return [record for record in found if record in held or record in cash]


def _is_cash(record: Record) -> bool:
    """Whether a holding is of cash, by its kind or else by its name."""
    said = record.cells.get("type", record.cells["description"])
    return re.search(r"\bcash\b", said.text, re.I) is not None


def _where(line: Line) -> Where:
    return Where(line.page, None, span(line.words))

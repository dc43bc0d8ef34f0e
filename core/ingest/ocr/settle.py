"""Doubts of a line: noted where the voices differ, decided by arithmetic where it has one answer, else left open.

A number is settled when quantity x price x unit = value, or value - basis = gain, holds with what is kept and not
with the other reading; a value also when every printed sum over it holds. What stays open flags the line.
"""

import itertools
import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from core.domain.canonical import to_plain
from core.domain.frozen_map import FrozenMap
from core.domain.statement import StatementLine
from core.ingest.lexicon.amounts import half_step, read_amount
from core.ingest.lexicon.dates import read_date
from core.ingest.lexicon.figures import ties, tolerance
from core.ingest.lexicon.identifiers import cusip_ok, isin_ok
from core.ingest.nouns.events import Cell, Record
from core.ingest.ocr.doubts import Doubt, Doubts
from core.ingest.ocr.points import with_point

FIELDS = {"quantity": "quantity", "price": "price", "value": "market_value", "cost": "cost_basis", "gain": "gain",
          "accrued": "accrued"}  # fmt: skip
PRODUCT = ("quantity", "price", "market_value")
CENT = Decimal("0.01")


def doubted(line: StatementLine, record: Record, doubts: Doubts, comma: bool = False) -> StatementLine:
    """The line with its doubts, after arithmetic has chosen between the two readings of its numbers."""
    if not doubts:
        return line
    page = record.where.page
    found: dict[str, str] = {}
    for role, cell in record.cells.items():
        for doubt in doubts.within(page, cell.box):
            _note(found, line, role, cell, doubt, comma)
    for box in record.places:
        for doubt in doubts.within(page, box):
            _note_text(found, line, doubt)
    line = _chosen(replace(line, doubts=FrozenMap(found)), comma) if found else line
    return line if comma or page not in doubts.scanned else with_point(line, record)


def lot_doubts(record: Record, doubts: Doubts, comma: bool = False) -> dict[str, str]:
    """Doubts about a lot's row: of its numbers, which sums may settle, and of its day, which nothing settles."""
    found: dict[str, str] = {}
    for role, cell in record.cells.items():
        for doubt in doubts.within(record.where.page, cell.box):
            other = cell.text.replace(doubt.text, doubt.other)
            if role in ("quantity", "cost"):
                if _number(cell.text, comma) != _number(other, comma):
                    found["lot_numbers"] = other
            elif role in ("acquired", "description", "date") and read_date(cell.text) != read_date(other):
                found["lot_dates"] = other
    return found


def open_doubts(line: StatementLine, sums_hold: bool, costs_hold: bool, lots_hold: bool) -> list[str]:
    """The fields of a line whose reading nothing confirms."""
    return [
        name
        for name, other in line.doubts.items()
        if not _is_settled(line, name, other, sums_hold, costs_hold, lots_hold)
    ]


def _is_settled(line: StatementLine, name: str, other: str, sums_hold: bool, costs_hold: bool, lots_hold: bool) -> bool:
    if name in PRODUCT:
        return (name == "market_value" and sums_hold) or _by_product(line, name, other)
    if name in ("cost_basis", "gain"):
        return (name == "cost_basis" and costs_hold) or _by_gain(line, name, other)
    if name == "cusip":
        return line.cusip is not None and cusip_ok(line.cusip)
    if name == "isin":
        return line.isin is not None and isin_ok(line.isin)
    return name == "lot_numbers" and lots_hold


def _by_product(line: StatementLine, name: str, other: str) -> bool:
    quantity, price, value = line.quantity, line.price, line.market_value
    if quantity is None or price is None or value is None or not ties(quantity, price, line.unit, value):
        return False
    second = _number(other, False)
    if second is not None:
        changed = {"quantity": quantity, "price": price, "market_value": value} | {name: second}
        return not ties(changed["quantity"], changed["price"], line.unit, changed["market_value"])
    step = 2 * half_step({"quantity": quantity, "price": price, "market_value": value}[name])
    reach = {"quantity": abs(price) * line.unit, "price": abs(quantity) * line.unit, "market_value": Decimal(1)}
    return step * reach[name] > tolerance(quantity, price, line.unit, value)


def _by_gain(line: StatementLine, name: str, other: str) -> bool:
    if line.gain is None or line.cost_basis is None or line.market_value is None:
        return False
    if abs(line.market_value - line.cost_basis - line.gain) > CENT:
        return False
    second = _number(other, False)
    return second is None or second != {"cost_basis": line.cost_basis, "gain": line.gain}[name]


def _note(found: dict[str, str], line: StatementLine, role: str, cell: Cell, doubt: Doubt, comma: bool) -> None:
    if role not in FIELDS:
        _note_text(found, line, doubt)
        return
    other = cell.text.replace(doubt.text, doubt.other) if doubt.other and doubt.text in cell.text else doubt.other
    if _number(cell.text, comma) != _number(other, comma):
        found[FIELDS[role]] = other


def _note_text(found: dict[str, str], line: StatementLine, doubt: Doubt) -> None:
    for name, kept in (("symbol", line.symbol), ("cusip", line.cusip), ("isin", line.isin)):
        if kept and (kept in doubt.text.upper() or doubt.text.upper().strip("()") in kept):
            if kept not in doubt.other.upper():
                found[name] = doubt.other
            return
    if re.search(r"[A-Za-z]{3}|\d{2}", doubt.text + doubt.other) and doubt.text in line.description:
        found["description"] = doubt.other


def _chosen(line: StatementLine, comma: bool) -> StatementLine:
    """The line with those readings, of the two of each number, with which it ties, where only one choice does."""
    names = [name for name in (*PRODUCT, "cost_basis", "gain") if _number(line.doubts.get(name, ""), comma) is not None]
    if not names or _adds_up(line):
        return line
    answers = []
    for picks in itertools.product((False, True), repeat=len(names)):
        changed = {name: _number(line.doubts[name], comma) for name, pick in zip(names, picks, strict=True) if pick}
        made = replace(line, **changed)  # type: ignore[arg-type]
        if _adds_up(made):
            answers.append((changed, made))
    if len(answers) != 1:
        return line
    changed, made = answers[0]
    kept: Mapping[str, str] = {
        name: str(to_plain(getattr(line, name))) if name in changed else other for name, other in line.doubts.items()
    }
    return replace(made, doubts=FrozenMap(kept))


def _adds_up(line: StatementLine) -> bool:
    quantity, price, value = line.quantity, line.price, line.market_value
    if quantity is not None and price is not None and value is not None and not ties(quantity, price, line.unit, value):
        return False
    if line.gain is None or line.cost_basis is None or value is None:
        return True
    return abs(value - line.cost_basis - line.gain) <= CENT


def _number(text: str, comma: bool) -> Decimal | None:
    """The number of a reading; a small raised mark after it, which no voice reads well, is left off."""
    plain = text.replace(" ", "")
    found = read_amount(plain, comma) or read_amount(re.sub(r"(?<=\d)[^\d)%.,-]$", "", plain), comma)
    return None if found is None else found.value

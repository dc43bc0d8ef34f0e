"""Rows of a scan that lack what the rows beside them have: a cell that no voice saw is no empty cell.

A printed dash or `N/A` is a cell with a place of its own, and so is one where the paper shows nothing that may be a
figure; else a person looks.
"""

from collections.abc import Sequence
from dataclasses import replace

from core.domain.frozen_map import FrozenMap
from core.domain.statement import StatementLine
from core.ingest.ocr.doubts import Doubts

FEW, USUAL = 3, 0.6
NUMBERS = ("quantity", "price", "market_value", "cost_basis", "gain", "accrued")
NAMES = ("symbol", "cusip", "isin")
UNSUMMED = (*NAMES, "accrued")
OF_LOTS = {"acquired": "lot_dates", "quantity": "lot_numbers", "cost_basis": "lot_numbers"}


def with_gaps(lines: Sequence[StatementLine], doubts: Doubts) -> list[StatementLine]:
    """The lines with a doubt for each field of a scanned row that most of its neighbours have and it has not."""
    if not any(line.source.page in doubts.scanned for line in lines):
        return list(lines)
    return [
        _with_lots(_noted(line, lines, doubts), lines) if line.source.page in doubts.scanned else line for line in lines
    ]


def _noted(line: StatementLine, lines: Sequence[StatementLine], doubts: Doubts) -> StatementLine:
    peers = [one for one in lines if one is not line and one.asset_type == line.asset_type]
    peers = [one for one in peers if one.section == line.section] or peers
    if not peers or line.asset_type == "cash":
        return line
    found = {
        name: ""
        for name in (*NUMBERS, *NAMES)
        if name not in line.doubts
        and _lacks(line, name)
        and _usual(peers, name)
        and not (name in NUMBERS and _is_empty(line, name, peers, doubts))
    }
    return replace(line, doubts=FrozenMap({**line.doubts, **found})) if found else line


def _with_lots(line: StatementLine, lines: Sequence[StatementLine]) -> StatementLine:
    """A line with a doubt where a lot of it lacks a day, units or a cost, which lots beside it have."""
    found = {
        doubt: ""
        for name, doubt in OF_LOTS.items()
        if any(getattr(lot, name) is None for lot in line.lots)
        and any(getattr(lot, name) is not None for one in lines for lot in one.lots)
    }
    return replace(line, doubts=FrozenMap({**found, **line.doubts})) if found else line


def _lacks(line: StatementLine, name: str) -> bool:
    return getattr(line, name) is None and name not in line.source.fields


def _is_empty(line: StatementLine, name: str, peers: Sequence[StatementLine], doubts: Doubts) -> bool:
    """Whether nothing is printed in the row where most peers on its page have a field."""
    page, own = line.source.page, line.source.box
    boxes = [one.source.fields[name] for one in peers if one.source.page == page and name in one.source.fields]
    if own is None or len(boxes) < FEW:
        return False
    return doubts.is_blank(page, (min(box[0] for box in boxes), own[1], max(box[2] for box in boxes), own[3]))


def _usual(peers: Sequence[StatementLine], name: str) -> bool:
    """Whether most peers have a field; of few all, where it is one that no sum runs over."""
    have = sum(getattr(one, name) is not None for one in peers)
    return have == len(peers) and name in UNSUMMED if len(peers) < FEW else have > USUAL * len(peers)

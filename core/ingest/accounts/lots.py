"""Lots find their security: rows under it, rows of a table of lots elsewhere, and the printed sum that closes them.

Where a security prints no figures of its own, they are the sums of its lots; the printed total of the security, if
there is one, takes their place and is held against them.
"""

from collections.abc import Mapping
from dataclasses import replace

from core.domain.frozen_map import FrozenMap
from core.domain.statement import StatementLine, StatementLot
from core.ingest.accounts.draft import Draft, amount_in, plus
from core.ingest.accounts.lot_sums import own_figures, summed, with_worth
from core.ingest.accounts.lots_closed import with_printed
from core.ingest.accounts.lots_of import is_lot_of_last, made_of_lots, named_by_lot, security_key
from core.ingest.lexicon.amounts import is_empty
from core.ingest.lexicon.dates import read_date
from core.ingest.nouns.events import Record, Total
from core.ingest.ocr.doubts import Doubts
from core.ingest.ocr.settle import lot_doubts

CASH_LIKE = ("cash", "money_market")


def add_position(draft: Draft, line: StatementLine, record: Record, doubts: Doubts, comma: bool) -> None:
    """A row of a security; one with a date is a lot of it, and several such rows are one security."""
    is_lot = line.asset_type not in CASH_LIKE or line.cost_basis is not None
    printed = record.cells["acquired"].text if "acquired" in record.cells and is_lot else ""
    day = read_date(printed)
    known = made_of_lots(draft, line)
    if day is None and (line.quantity is None or printed == "" or not any(map(str.isdigit, printed))):
        if known is not None and line.quantity == draft.lines[known].quantity:
            above, total = draft.lines[known], Total("", record.cells, record.where)
            draft.lines[known] = with_printed(draft, above, total, comma, len(above.lots))
            return
        draft.lines.append(line)
        draft.open_lots, draft.rounded = line.quantity is None, 0
        return
    lot = StatementLot(day, line.quantity, line.cost_basis)
    noted = {**line.doubts, **lot_doubts(record, doubts, comma)}
    if known is not None:
        draft.lines[known] = _with_lot(draft.lines[known], line, lot, noted)
        draft.rounded += 1
    elif is_lot_of_last(draft, line):
        last = draft.lines[-1]
        draft.lines[-1] = replace(last, lots=(*last.lots, lot), doubts=FrozenMap({**noted, **last.doubts}))
    else:
        draft.by_lots[security_key(line)] = len(draft.lines)
        draft.lines.append(replace(line, lots=(lot,), doubts=FrozenMap(noted)))
        draft.open_lots, draft.rounded = True, 1


def add_lot(draft: Draft, record: Record, doubts: Doubts, comma: bool) -> bool:
    """A row of a lot: of the security that it names, else of the one above it; False where there is none."""
    place = named_by_lot(draft, record)
    if place is None:
        return False
    if _is_balance(draft, place, record, comma):
        return True
    if draft.lines[place].asset_type == "cash":
        return False
    own = place == len(draft.lines) - 1
    line = draft.lines[place]
    text = record.cells.get("acquired") or record.cells.get("description")
    lot = StatementLot(
        read_date(text.text) if text else None, amount_in(record, "quantity", comma), amount_in(record, "cost", comma)
    )
    noted = FrozenMap({**line.doubts, **lot_doubts(record, doubts, comma), **_unread(lot, record)})
    line = replace(line, lots=(*line.lots, lot), doubts=noted)
    if draft.open_lots and own:
        draft.own = own_figures(line, record, comma) if len(line.lots) == 1 else draft.own
        line = summed(line, lot, record, comma, draft.own)
        draft.rounded += 1
    elif line.cost_basis is None and len(line.lots) == 1:
        draft.summed_costs.add(place)
    if place in draft.summed_costs:
        line = replace(line, cost_basis=plus(line.cost_basis, lot.cost_basis, first=len(line.lots) == 1))
    if not draft.open_lots:
        line = with_worth(draft, place, line, record, comma)
    draft.lines[place] = line
    return True


def _is_balance(draft: Draft, place: int, record: Record, comma: bool) -> bool:
    """Whether a row with a day and no cost is the balance of the cash above it, which has no figures of its own."""
    line = draft.lines[place]
    figures = {role: amount_in(record, role, comma) for role in ("quantity", "price", "value", "cost")}
    told = line.market_value is not None or line.quantity is not None or figures["cost"] is not None
    if line.asset_type not in CASH_LIKE or told or figures["value"] is None:
        return False
    draft.lines[place] = replace(
        line, quantity=figures["quantity"], price=figures["price"], market_value=figures["value"]
    )
    draft.open_lots = False
    return True


def _unread(lot: StatementLot, record: Record) -> dict[str, str]:
    """A doubt where a cell of units or of cost is neither a number nor a blank, or one with digits is no day."""
    missing = {"quantity": lot.quantity, "cost": lot.cost_basis}
    cells = [record.cells[role] for role, found in missing.items() if found is None and role in record.cells]
    wrong = [cell.text for cell in cells if not is_empty(cell.text)]
    day = record.cells["acquired"].text if "acquired" in record.cells and lot.acquired is None else ""
    untold = {"lot_dates": day} if any(map(str.isdigit, day)) else {}
    return {**untold, **({"lot_numbers": wrong[0]} if wrong else {})}


def _with_lot(last: StatementLine, line: StatementLine, lot: StatementLot, noted: Mapping[str, str]) -> StatementLine:
    """The security with the row of one lot more, and what is noted of that."""
    return replace(
        last,
        quantity=plus(last.quantity, line.quantity),
        market_value=plus(last.market_value, line.market_value),
        cost_basis=plus(last.cost_basis, line.cost_basis),
        gain=plus(last.gain, line.gain),
        accrued=last.accrued if line.accrued is None else plus(last.accrued, line.accrued),
        lots=(*last.lots, lot),
        doubts=FrozenMap({**noted, **last.doubts}),
    )

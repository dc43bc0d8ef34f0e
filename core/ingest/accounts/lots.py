"""Lots find their security: rows under it, rows of a table of lots elsewhere, and the printed sum that closes them.

Where a security prints no figures of its own, they are the sums of its lots; the printed total of the security, if
there is one, takes their place and is held against them.
"""

import itertools
from dataclasses import replace
from decimal import Decimal

from core.domain.frozen_map import FrozenMap
from core.domain.statement import StatementLine, StatementLot
from core.ingest.accounts.draft import Draft, amount_in, plus
from core.ingest.accounts.lot_sums import own_figures, summed, with_worth
from core.ingest.lexicon.amounts import is_empty
from core.ingest.lexicon.dates import read_date
from core.ingest.lexicon.figures import read
from core.ingest.lexicon.plans import GIVEN
from core.ingest.lexicon.sections import OF_ONE_SECURITY, section_key
from core.ingest.nouns.events import Record, Total
from core.ingest.ocr.doubts import Doubts
from core.ingest.ocr.settle import lot_doubts
from core.ingest.rows.security import identifiers

SIDES = ("covered", "noncovered", "non covered")
CASH_LIKE = ("cash", "money_market")
CENT = Decimal("0.01")
MOST_SUMMED = 200
PRINTED = ("quantity", "price", "value", "cost", "gain", "accrued")


def add_position(draft: Draft, line: StatementLine, record: Record, doubts: Doubts, comma: bool) -> None:
    """A row of a security; one with a date is a lot of it, and several such rows are one security."""
    is_lot = line.asset_type not in CASH_LIKE or line.cost_basis is not None
    printed = record.cells["acquired"].text if "acquired" in record.cells and is_lot else ""
    day = read_date(printed)
    known = _by_lots(draft, line)
    if day is None and (line.quantity is None or printed == "" or not any(map(str.isdigit, printed))):
        if known is not None and line.quantity == draft.lines[known].quantity:
            above, total = draft.lines[known], Total("", record.cells, record.where)
            draft.lines[known] = _printed(draft, above, total, comma, len(above.lots))
            return
        draft.lines.append(line)
        draft.open_lots, draft.rounded = line.quantity is None, 0
        return
    lot = StatementLot(day, line.quantity, line.cost_basis)
    line = replace(line, lots=(lot,), doubts=FrozenMap({**line.doubts, **lot_doubts(record, doubts, comma)}))
    if known is not None:
        draft.lines[known] = _with_lot(draft.lines[known], line)
        draft.rounded += 1
    elif _is_lot_of_last(draft, line):
        last = draft.lines[-1]
        draft.lines[-1] = replace(last, lots=(*last.lots, lot), doubts=FrozenMap({**line.doubts, **last.doubts}))
    else:
        draft.by_lots[_security(line)] = len(draft.lines)
        draft.lines.append(line)
        draft.open_lots, draft.rounded = True, 1


def add_lot(draft: Draft, record: Record, doubts: Doubts, comma: bool) -> bool:
    """A row of a lot: of the security that it names, else of the one above it; False where there is none."""
    place = _named(draft, record)
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


def closes_lots(draft: Draft, total: Total, comma: bool) -> bool:
    """Whether a printed sum is that of the lots of the last security; its figures are then the security's own."""
    last = draft.lines[-1] if draft.lines else None
    if last is None or not last.lots:
        return False
    if _is_of_some(total, last, comma) or _tells_worth(draft, total, comma):
        return True
    if not _is_total_of(total, last, comma, draft.open_lots) or _is_of_several(draft, total, comma):
        return False
    if draft.open_lots:
        draft.lines[-1] = _printed(draft, last, total, comma, draft.rounded)
    draft.open_lots = draft.open_lots and section_key(total.name) in SIDES
    return True


def is_of_all_lots(draft: Draft, total: Total, value: Decimal) -> bool:
    """Whether a sum without a name under the lots of a table file is that of all that they are worth by themselves.

    Grants of one stock, `Totals`: the sum of the account too, where each grant names the stock. Under the title of a
    security it is only that security's; and one whose worth only its sum tells has none by itself.
    """
    if total.name or total.where.page is not None or len(draft.by_lots) != len(draft.lines):
        return False
    worths = [line.market_value for line in draft.lines]
    return None not in worths and sum(filter(None, worths), Decimal(0)) == value


def _is_of_some(total: Total, line: StatementLine, comma: bool) -> bool:
    """Whether a sum is that of the covered, or the other, lots right above it, and not of all; or of those of a plan.

    More lots of the security may follow then.
    """
    units = read(total.cells.get("quantity"), comma)
    of_plan = GIVEN.fullmatch(total.name.strip()) is not None
    if units is None or not (of_plan or (section_key(total.name) in SIDES and units.value != line.quantity)):
        return False
    held = list(itertools.accumulate(lot.quantity or Decimal(0) for lot in reversed(line.lots)))
    return units.value in (held if of_plan else held[:-1])


def _is_of_several(draft: Draft, total: Total, comma: bool) -> bool:
    """Whether a sum of other units than the last security's is worth that and the securities right above it."""
    units, printed = (read(total.cells.get(role), comma) for role in ("quantity", "value"))
    if units is None or printed is None or units.value == draft.lines[-1].quantity:
        return False
    worths = [line.market_value or Decimal(0) for line in reversed(draft.lines[-MOST_SUMMED:])]
    return printed.value in list(itertools.accumulate(worths))[1:]


def _named(draft: Draft, record: Record) -> int | None:
    """The place of the security that the lot belongs to."""
    cells = record.cells
    names = identifiers(cells, "") if any(name in cells for name in ("symbol", "identifier", "cusip", "isin")) else {}
    if names:
        wanted = {(kind, name) for kind, name in names.items() if kind in ("symbol", "cusip", "isin")}
        for place in range(len(draft.lines) - 1, -1, -1):
            line = draft.lines[place]
            if wanted & {("symbol", line.symbol), ("cusip", line.cusip), ("isin", line.isin)}:
                return place
        return None
    return len(draft.lines) - 1 if draft.lines else None


def _printed(draft: Draft, line: StatementLine, total: Total, comma: bool, rounded: int) -> StatementLine:
    """The security with the figures of its printed total; values of lots that do not add up to it are told."""
    printed = {role: read(total.cells.get(role), comma) for role in PRINTED}
    found = {role: amount.value for role, amount in printed.items() if amount is not None}
    draft.unread.extend(_unlike(line, found.get("value"), total, rounded))
    return replace(
        line,
        quantity=found.get("quantity", line.quantity),
        market_value=found.get("value", line.market_value),
        cost_basis=found.get("cost", line.cost_basis),
        gain=found.get("gain", line.gain),
        price=line.price if line.price is not None else found.get("price"),
        accrued=found.get("accrued", line.accrued),
    )


def _unlike(line: StatementLine, printed: Decimal | None, total: Total, rounded: int) -> list[str]:
    """What to say where the printed values of the lots are not those of the security, to the cent of each lot."""
    if printed is None or line.market_value is None or not rounded:
        return []
    allowed = CENT * rounded if rounded > 1 else 0
    if abs(printed - line.market_value) <= allowed:
        return []
    name = line.symbol or line.cusip or line.description
    return [f"{total.where}: the lots of {name} are worth {line.market_value:,}, {printed:,} is printed"]


def _is_total_of(total: Total, line: StatementLine, comma: bool, is_open: bool) -> bool:
    quantity = read(total.cells.get("quantity"), comma)
    if quantity is None:
        return False
    key = section_key(total.name)
    names = {section_key(line.description), section_key(line.symbol or ""), section_key(line.cusip or "")}
    about_lots = is_open and (key in SIDES or key in OF_ONE_SECURITY)
    return not key or key in names or about_lots or quantity.value == line.quantity


def _tells_worth(draft: Draft, total: Total, comma: bool) -> bool:
    """Whether a sum without a name and units prints the cost and the value of the lots above, which are told nowhere
    else; the next such sum is that of more.
    """
    place, line = len(draft.lines) - 1, draft.lines[-1]
    value, cost = (read(total.cells.get(role), comma) for role in ("value", "cost"))
    if place not in draft.summed_values or total.name or "quantity" in total.cells or value is None or cost is None:
        return False
    if (value.value, cost.value) != (line.market_value, line.cost_basis):
        return False
    draft.summed_values.discard(place)
    return True


def _security(line: StatementLine) -> tuple[str, str]:
    """What tells the securities of an account apart: the name, under its heading."""
    return (line.symbol or line.cusip or line.isin or line.description, line.section)


def _by_lots(draft: Draft, line: StatementLine) -> int | None:
    """The place of the security, where that is made of rows of lots."""
    if _names_last_again(draft, line) or _goes_on_under_heading(draft, line):
        return len(draft.lines) - 1
    place = draft.by_lots.get(_security(line))
    if place is None or place >= len(draft.lines) or _security(draft.lines[place]) != _security(line):
        return None
    above = draft.lines[place]
    return None if _is_priced_apart(above, line) or _is_other_side(above, line) else place


def _names_last_again(draft: Draft, line: StatementLine) -> bool:
    """Whether a row is a further lot of the security right above, by its name alone: only that prints its number.

    `QUILL HARBOR CORP  05/04/21  4,000` under a first lot whose second line prints the rate, the day and the CUSIP.
    """
    last = draft.lines[-1] if draft.lines else None
    if last is None or len(draft.lines) - 1 not in draft.by_lots.values() or line.symbol or line.cusip or line.isin:
        return False
    same = last.section == line.section and last.price is not None and last.price == line.price
    named = bool(line.description) and last.description.casefold().startswith(line.description.casefold())
    return same and named and bool(last.symbol or last.cusip or last.isin) and not _is_other_side(last, line)


def _goes_on_under_heading(draft: Draft, line: StatementLine) -> bool:
    """Whether a row is a further lot of the security right above, though a heading stands between: no sum closed it."""
    last = draft.lines[-1] if draft.lines else None
    if last is None or len(draft.lines) - 1 not in draft.by_lots.values() or draft.covered >= len(draft.lines):
        return False
    told = (line.symbol, line.cusip, line.isin)
    same = any(told) and told == (last.symbol, last.cusip, last.isin) and last.description == line.description
    return same and last.price is not None and last.price == line.price and not _is_other_side(last, line)


def _is_priced_apart(one: StatementLine, other: StatementLine) -> bool:
    """Whether two rows known by one name alone print two prices, as two notes of one bank do: two securities."""
    told = one.symbol or one.cusip or one.isin
    return not told and one.price is not None and other.price is not None and one.price != other.price


def _is_other_side(one: StatementLine, other: StatementLine) -> bool:
    """Whether one of two rows is held and the other owed: what is sold short is no lot of what is held."""
    return one.quantity is not None and other.quantity is not None and one.quantity * other.quantity < 0


def _is_lot_of_last(draft: Draft, line: StatementLine) -> bool:
    """Whether a row with a day repeats the security above it, which holds at least as much as its lots so far."""
    if not draft.lines or _security(draft.lines[-1]) != _security(line) or line.quantity is None:
        return False
    last = draft.lines[-1]
    if _is_priced_apart(last, line):
        return False
    held = sum((lot.quantity or Decimal(0) for lot in last.lots), line.quantity)
    return last.quantity is not None and line.asset_type != "cash" and abs(held) <= abs(last.quantity)


def _with_lot(last: StatementLine, line: StatementLine) -> StatementLine:
    """The security with the row of one lot more."""
    return replace(
        last,
        quantity=plus(last.quantity, line.quantity),
        market_value=plus(last.market_value, line.market_value),
        cost_basis=plus(last.cost_basis, line.cost_basis),
        gain=plus(last.gain, line.gain),
        accrued=last.accrued if line.accrued is None else plus(last.accrued, line.accrued),
        lots=last.lots + line.lots,
        doubts=FrozenMap({**line.doubts, **last.doubts}),
    )

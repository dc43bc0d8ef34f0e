"""What a paper says of each account: its rows with what is printed of them, and the facts around."""

from dataclasses import replace

from tools.accuracy.dice.columns import tables_of
from tools.accuracy.dice.forms import BELOW, lot_form, single_below
from tools.accuracy.dice.holdings import Holdings
from tools.accuracy.dice.keys import printed_ids
from tools.accuracy.dice.securities import Security
from tools.accuracy.dice.sheet import Sheet
from tools.accuracy.dice.titles import is_owner_told
from tools.accuracy.truth import Account, D, Row


def told(sheet: Sheet, holdings: Holdings, account: Account) -> Account:
    """The account with its rows and facts as the paper prints them."""
    rows = []
    for table in tables_of(sheet, holdings):
        keys = sheet.layouts[holdings.place, table.kind].keys
        rows += [_printed(sheet, row, keys) for group in table.groups for row in group.rows]
    sweeps = tuple(line.value for line in holdings.cash_lines if line.kind in ("sweep", "deposit"))
    owner = sheet.household.told(holdings.place) if is_owner_told(sheet, holdings.place) else None
    return replace(account, rows=tuple(_merged(rows)), sweeps=sweeps, owner=owner, registration=holdings.kind,
                   as_of=sheet.period.end.isoformat())  # fmt: skip


def _printed(sheet: Sheet, row: Security, keys: tuple[str, ...]) -> Row:
    """The row without what its table has no column for."""
    symbol, cusip = printed_ids(sheet.dials, row, keys)
    kinds = ("bond",) if row.kind in ("corp", "muni", "treasury") else row.kinds
    return Row(symbol, row.name, row.quantity, row.price, row.value, row.cost if "cost" in keys else None, cusip,
               row.lots if _lots_printed(sheet, row, keys) else (), kinds,
               accrued=row.accrued if "accrued" in keys else None, commitment=row.commitment, called=row.called,
               unfunded=row.unfunded, nav_date=row.nav_date if "navday" in keys else None)  # fmt: skip


def _lots_printed(sheet: Sheet, row: Security, keys: tuple[str, ...]) -> bool:
    form = lot_form(sheet.dials)
    if "cost" not in keys or form == "none":
        return False
    beside = form in BELOW and len(row.lots) == 1 and not single_below(sheet.dials)
    return "date" in keys or not (beside or form in ("one a row", "a row each"))


def _merged(rows: list[Row]) -> list[Row]:
    """The lots of one security, printed as rows of their own, are one position."""
    made: dict[tuple[str, D | None], Row] = {}
    for place, row in enumerate(rows):
        identifier = row.symbol or row.cusip or row.name
        key = (identifier, row.price) if row.lots else (f"{place}", None)
        made[key] = _joined(made[key], row) if key in made else row
    return list(made.values())


def _joined(row: Row, more: Row) -> Row:
    def both(one: D | None, other: D | None) -> D | None:
        return None if one is None or other is None else one + other

    return replace(row, quantity=both(row.quantity, more.quantity), value=row.value + more.value,
                   cost=both(row.cost, more.cost), accrued=both(row.accrued, more.accrued),
                   lots=row.lots + more.lots)  # fmt: skip

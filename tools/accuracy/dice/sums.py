"""The sums of a class or an account, by the columns in which they stand."""

from collections.abc import Sequence

from tools.accuracy.dice.cells import Cells, gain_with_rate
from tools.accuracy.dice.dials import Dial
from tools.accuracy.dice.forms import gain_cell
from tools.accuracy.dice.holdings import Holdings
from tools.accuracy.dice.securities import Security
from tools.accuracy.dice.sheet import Sheet
from tools.accuracy.truth import ZERO, D

SUMS_IN = Dial("sums in", {"all columns": 50, "value": 20, "value cost": 15, "value pct": 15})
TOTAL_IN = Dial("total in", {"all columns": 50, "value": 50})
ADDED = ("value", "cost", "gain", "income", "accrued", "prior")
PRIVATE = ("value", "commitment", "called", "distributed", "unfunded")


def class_sums(sheet: Sheet, account: Holdings, rows: Sequence[Security]) -> Cells:
    """The sums of a class in the columns that the paper sums."""
    return _only(sheet, sheet.dials.turn(SUMS_IN), _texts(sheet, account, added(rows)))


def account_sums(sheet: Sheet, account: Holdings, in_all: bool) -> Cells:
    """The sums of the account, whose value is its total as printed."""
    sums = added(account.sound) | {"value": account.total}
    if account.cash_lines:
        sums.pop("prior", None)
    if "cost" in sums and cost_of_sweeps(sheet):
        sums["cost"] += sum((line.value for line in account.cash_lines if line.kind == "sweep"), ZERO)
    columns = sheet.dials.turn(TOTAL_IN) if in_all else "value"
    cells = _only(sheet, columns, _texts(sheet, account, sums))
    if any(row.cost is None for row in account.sound if row.kind != "private"):
        cells.pop("gain", None)
    return cells


def cost_of_sweeps(sheet: Sheet) -> bool:
    """Whether money funds in the table have a cost, which is their value."""
    return sheet.dials.chance("costs of sweeps", 0.3)


def added(rows: Sequence[Security]) -> dict[str, D]:
    """What is known of the rows, added up, by column."""
    keys = PRIVATE if all(row.kind == "private" for row in rows) else ADDED
    known = {key: [amount for row in rows if (amount := getattr(row, key)) is not None] for key in keys}
    return {key: sum(amounts, ZERO) for key, amounts in known.items() if amounts}


def _texts(sheet: Sheet, account: Holdings, sums: dict[str, D]) -> Cells:
    write = sheet.writer
    wear = write.dollar in ("all", "first row and totals", "totals only")
    cells = {key: write.money(amount, wear) for key, amount in sums.items()}
    cells["pct"] = write.share(sums["value"], account.total)
    if sums.get("cost"):
        cells["gainpct"] = write.gain_rate(sums["gain"], sums["cost"])
        if gain_cell(sheet.dials) == "per cent in it" and sheet.dials.chance("per cent in sums of gains", 0.5):
            cells["gain"] = gain_with_rate(sheet, cells["gain"], sums["gain"], sums["cost"])
    return cells


def _only(sheet: Sheet, columns: str, cells: Cells) -> Cells:
    return cells if columns == "all columns" else {key: cells[key] for key in columns.split() if key in cells}

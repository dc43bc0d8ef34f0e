"""What statements of several custodians share: notes below, owners, short positions."""

from dataclasses import replace

from tools.accuracy.drawing import Pencil
from tools.accuracy.truth import ZERO, Row

SMALL = ("This statement is provided for information only and is not a substitute for the records of your custodian.\n"
         "Prices are obtained from sources believed to be reliable but are not guaranteed. Past performance is no\n"
         "guarantee of future results. Please tell us within 30 days of anything that looks wrong to you.")  # fmt: skip


REGISTERED = (("Joint Tenants WROS", "taxable_joint"), ("Roth IRA", "roth_ira"), ("Traditional IRA", "traditional_ira"))


def filled(groups: dict[str, list[Row]]) -> dict[str, list[Row]]:
    """The groups that hold anything."""
    return {title: rows for title, rows in groups.items() if rows}


def short(row: Row) -> Row:
    return replace(row, quantity=-(row.quantity or ZERO), value=-row.value, cost=-(row.cost or ZERO))


def middle(pencil: Pencil, text: str, style: str = "", size: float = 9) -> None:
    pencil.measure.set_font(pencil.paper.font, style, size)
    pencil.row([((pencil.paper.width - pencil.measure.get_string_width(text)) / 2, text)], style, size + 4, size)

"""Appraisals in workbooks: heads of two storeys with merged cells, and accounts named in one cell with their owners."""

import io

import openpyxl
import pytest

from core.domain.statement import Statement
from core.ingest.reading import read_here

NAMES = ("Security", "Symbol", "Quantity")
UPPER = (*NAMES, "Cost", None, "Market", None, "Unrealized", None, "% of Account")
LOWER = (None, None, None, "Unit", "Total", "Price", "Value", "Gain/Loss", "%", None)
FIRST = (
    ("Quill Holdings Inc", "QZAB", 100, 30, 3000, 41, 4100, 1100, 0.366667, 0.5),
    ("Elm County Water Revenue 4.00% 06/01/2034", None, 5000, 98, 4900, 101.5, 5075, 175, 0.035714, 0.5),
)
SECOND = (("Ember Energy Corp", "EMBE", 90, 50, 4500, 70, 6300, 1800, 0.4, 1),)
CELLS = {
    "bars": (
        "Account: 2210-4577  |  Odile & Piers Farrow  |  Joint Tenants with ROS",
        "{}  |  Farrow Family Trust  |  {}",
    ),
    "labels": (
        "Account: 2210-4577  Owner: Odile & Piers Farrow  Registration: Joint Tenants with ROS",
        "{}  Owner: Farrow Family Trust  Registration: {}",
    ),
}


def appraisal(first: str, second: str, upper: tuple[str | None, ...] = UPPER) -> Statement:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (("Portfolio Appraisal",), ("As Of Date", "2026-06-30"), (), upper, LOWER, (first,), *FIRST):
        sheet.append(row)
    sheet.append(("Total Account 2210-4577", None, None, None, 7900, None, 9175, 1275, None, 1))
    for row in ((second,), *SECOND):
        sheet.append(row)
    sheet.append(("Total Account 2210-6642", None, None, None, 4500, None, 6300, 1800, None, 1))
    for place, name in enumerate("ABC"):
        sheet.merge_cells(f"{name}4:{name}5")
        assert sheet.cell(4, place + 1).value == NAMES[place]
    for cells in ("D4:E4", "F4:G4", "H4:I4", "J4:J5"):
        sheet.merge_cells(cells)
    data = io.BytesIO()
    book.save(data)
    return read_here("appraisal.xlsx", data.getvalue())


@pytest.mark.parametrize("form", CELLS)
def test_heads_of_two_storeys_and_owners_in_one_cell(form: str) -> None:
    first, second = CELLS[form]
    one, other = appraisal(first, second.format("Account: 2210-6642", "Revocable Trust")).accounts
    told = [(line.symbol, str(line.quantity), str(line.price), str(line.market_value)) for line in one.positions]
    assert told == [("QZAB", "100", "41", "4100"), (None, "5000", "101.5", "5075")]
    assert [str(line.cost_basis) for line in one.positions] == ["3000", "4900"]
    assert one.positions[1].asset_type == "bond"
    assert (one.number, one.owner, one.registration, one.status) == (
        "…4577",
        "Odile & Piers Farrow",
        "taxable_joint",
        "proven",
    )
    assert (other.number, other.owner, other.registration, other.status) == (
        "…6642",
        "Farrow Family Trust",
        "trust_grantor",
        "proven",
    )


def test_a_group_above_a_column_that_names_itself_changes_nothing() -> None:
    first, second = CELLS["bars"]
    upper = (*NAMES, "Book", None, "Current", None, "Change", None, "Weight")
    one, _ = appraisal(first, second.format("Account: 2210-6642", "Revocable Trust"), upper).accounts
    assert [str(line.price) for line in one.positions] == ["41", "101.5"]
    assert one.stated_total is not None and str(one.stated_total) == "9175"

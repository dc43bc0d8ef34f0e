"""Lots in text without columns whose day, number and term stand between their name and their figures."""

from decimal import Decimal as D

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here

HEAD = """Quarry Stock Plan Account Summary
Summary Period: 01-Jan-2026 to 30-Jun-2026
Account Number: QS-123456-78
Summary of Stock/Shares Holdings
Stock Acquisition Date Lot Capital Gain Adjusted Adjusted Cost Adjusted Cost Total Shares Current Price Current Value
Impact Gain/Loss Basis * Basis Per Share You Hold per Share
*
"""


def account(*rows: str) -> StatementAccount:
    (found,) = read_here("summary.txt", (HEAD + "\n".join(rows) + "\n").encode()).accounts
    return found


def test_rows_of_one_name_are_its_lots_with_cost_and_gain_by_arithmetic() -> None:
    found = account(
        "QZAB - NYSE 01-May-2023 1 Long Term $60.00 $140.00 $140.00 1 $200.00 $200.00",
        "QZAB - NYSE 15-Jun-2024 2 Long Term $2,254.44 $3,345.56 $119.4843 28 $200.00 $5,600.00",
        "$2,314.44 $3,485.56 29 $5,800.00",
    )
    (line,) = found.positions
    assert (line.symbol, line.quantity, line.market_value, line.cost_basis) == (
        "QZAB", D(29), D("5800.00"), D("3485.56"),
    )  # fmt: skip
    assert [(str(lot.acquired), lot.quantity, lot.cost_basis) for lot in line.lots] == [
        ("2023-05-01", D(1), D("140.00")), ("2024-06-15", D(28), D("3345.56")),
    ]  # fmt: skip


def test_without_a_cost_of_one_unit_that_agrees_no_figure_is_taken_for_the_cost() -> None:
    found = account("QZAB - NYSE 01-May-2023 1 Long Term $60.00 $140.00 $99.00 2 $100.00 $200.00")
    assert [line.cost_basis for line in found.positions] == [None]

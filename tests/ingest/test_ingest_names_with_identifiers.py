"""Text without bold type: a name with its identifier behind it, under the one lot of a security, opens the next."""

from decimal import Decimal as D

from core.ingest.reading import read_here


def row(*cells: str) -> str:
    """A line of a table: the first cell from the left, the others each at the right edge of their column."""
    return f"{cells[0]:<24}" + "".join(f"{cell:>18}" for cell in cells[1:])


NOTE = "Open End Fund Dividend Option: Reinvest; Capital Gains Option: Reinvest"
TEXT = (
    "PINEWICK SECURITIES" + " " * 80 + "Account Number: 3HL-154184",
    " " * 80 + "Statement Period: 06/01/2026 - 06/30/2026",
    "",
    row("Date Acquired", "Quantity", "Unit Cost", "Cost Basis", "Market Price", "Market Value", "Gain/Loss"),
    "MUTUAL FUNDS",
    f"{'QUILL BOND INDEX FUND':<90}Security Identifier: QZABX",
    NOTE,
    row("01/18/21", "100.000", "11.0000", "1,100.00", "12.0000", "1,200.00", "100.00"),
    f"{'SLATE TOTAL BOND FUND':<90}Security Identifier: SLTMX",
    NOTE,
    row("09/12/23", "50.000", "39.0000", "1,950.00", "40.0000", "2,000.00", "50.00"),
    row("TOTAL MUTUAL FUNDS", "", "", "$3,050.00", "", "$3,200.00", "$150.00"),
    row("TOTAL ACCOUNT VALUE", "", "", "", "", "$3,200.00"),
)


def test_a_name_with_another_identifier_is_that_of_the_next_security() -> None:
    (account,) = read_here("copied.txt", "\n".join(TEXT).encode()).accounts
    assert [(line.symbol, line.quantity, line.market_value, len(line.lots)) for line in account.positions] == [
        ("QZABX", D("100.000"), D("1200.00"), 1),
        ("SLTMX", D("50.000"), D("2000.00"), 1),
    ]
    assert account.status == "proven"

"""Text without columns whose rows go on below: the cost on the next line, lots under a head of their own."""

from decimal import Decimal as D

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here

COST_BELOW = """Harbor One Account of
INES CALLOWAY
Account Number: 4471-2290
Statement Period: August 1-31, 2026
Account Value as of 08/31/2026: $ 8,760.00
Investment Detail - Cash and Bank Sweep
Cash and Bank Sweep Starting Balance Ending Balance
Bank Sweep X,Z 900.00 1,000.00
Total Cash and Bank Sweep 900.00 1,000.00
Investment Detail - Equities
% of
Account Unrealized Estimated Estimated
Quantity Market Price Market Value Assets Gain or (Loss) Yield Annual Income
Equities Cost Basis
TERN HARBOR FOODS (M) 150.0000 25.00000 3,750.00 43% 550.00 N/A N/A
CLASS B 3,200.00
SYMBOL: QTHF
WILLOW WORLD F (M), 40.0000 100.25000 4,010.00 46% 510.00 1.10% 44.11
UNSPONSORED ADR 3,500.00
1 ADR REPS 1 ORD SHS
SYMBOL: QWWE
Total Equities 190.0000 7,760.00 89% 1,060.00 44.11
Total Cost Basis: 6,700.00
Total Investment Detail 8,760.00
"""
LOTS_BELOW = """Harbor One Account of
INES CALLOWAY
Account Number: 4471-2290
Statement Period: October 1-31, 2026
Account Value as of 10/31/2026: $ 7,860.00
Investment Detail - Cash
Cash Starting Balance Ending Balance
Cash 50.00 100.00
Total Cash 50.00 100.00
Investment Detail - Equities
% of
Account Unrealized Estimated Estimated
Quantity Market Price Market Value Assets Gain or (Loss) Yield Annual Income
Equities Units Purchased Cost Per Share Cost Basis Acquired
TERN HARBOR FOODS 150.0000 25.00000 3,750.00 48% 550.00 N/A N/A
CLASS B 100.0000 20.0000 2,000.00 03/14/24 500.00
SYMBOL: QTHF 50.0000 24.0000 1,200.00 01/09/26 50.00
Cost Basis 3,200.00
WILLOW WORLD F 40.0000 100.25000 4,010.00 51% 510.00 1.10% 44.11
UNSPONSORED ADR 10.0000 95.0000 950.00 06/02/25 52.50
SYMBOL: QWWE 30.0000 85.0000 2,550.00 06/12/25 457.50
Cost Basis 3,500.00
Total Equities 190.0000 7,760.00 99% 1,060.00 44.11
Total Cost Basis: 6,700.00
Total Investment Detail 7,860.00
"""


def only(text: str) -> StatementAccount:
    (account,) = read_here("statement.txt", text.encode()).accounts
    return account


def held(account: StatementAccount) -> list[tuple[str | None, str, D | None, D | None]]:
    return [(line.symbol, line.description, line.cost_basis, line.gain) for line in account.positions]


def test_the_cost_stands_on_the_line_below_and_no_share_is_a_gain() -> None:
    account = only(COST_BELOW)
    assert held(account) == [
        ("QTHF", "TERN HARBOR FOODS (M) CLASS B", D("3200.00"), D("550.00")),
        ("QWWE", "WILLOW WORLD F (M), UNSPONSORED ADR 1 ADR REPS 1 ORD SHS", D("3500.00"), D("510.00")),
    ]
    assert (account.cash, account.stated_total, account.status) == (D("1000.00"), D("8760.00"), "proven")


def test_a_figure_below_that_is_no_cost_is_not_taken_for_one() -> None:
    account = only(COST_BELOW.replace("CLASS B 3,200.00", "CLASS B 3,020.00"))
    assert account.positions[0].cost_basis is None
    assert account.status != "proven"


def test_lots_below_have_columns_of_their_own() -> None:
    account = only(LOTS_BELOW)
    assert held(account) == [
        ("QTHF", "TERN HARBOR FOODS CLASS B", D("3200.00"), D("550.00")),
        ("QWWE", "WILLOW WORLD F UNSPONSORED ADR", D("3500.00"), D("510.00")),
    ]
    assert [(str(lot.acquired), lot.quantity, lot.cost_basis) for lot in account.positions[1].lots] == [
        ("2025-06-02", D(10), D("950.00")),
        ("2025-06-12", D(30), D("2550.00")),
    ]
    assert (account.cash, account.status) == (D("100.00"), "proven")


def test_a_lot_that_is_lost_is_missed() -> None:
    lost = "UNSPONSORED ADR 10.0000 95.0000 950.00 06/02/25 52.50\n"
    assert only(LOTS_BELOW.replace(lost, "")).status != "proven"


def test_a_name_and_its_symbol_are_two_columns() -> None:
    account = only(
        """Harbor One Account of INES CALLOWAY
Account Number: 4471-2290
Security Symbol Quantity Price Market Value Cost Basis
Tern Harbor Foods Corp QTHF 150 25.00 3,750.00 3,200.00
Willow World Equity ETF QWWE 40 100.25 4,010.00 3,500.00
Total Account Value 7,760.00
"""
    )
    assert [(line.symbol, line.description) for line in account.positions] == [
        ("QTHF", "Tern Harbor Foods Corp"),
        ("QWWE", "Willow World Equity ETF"),
    ]
    assert account.status == "proven" and not any(line.flagged for line in account.positions)

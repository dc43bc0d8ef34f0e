"""Tables copied out of a site: symbol and name above the figures, as browsers part the lines of one cell."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here

MENU = ["Skip to content", "Trade", "Research", "Log out", "Positions", "Balances", ""]
ABOVE = ["Roth IRA ...4577", "Total account value", "$6,600.00", "As of Jun-30-2026 4:00 p.m. ET", ""]
HEADS = ("Symbol", "Last price", "Today's gain/loss $", "Total gain/loss $", "Current value", "% of account")
HEAD = "\t".join((*HEADS, "Quantity", "Cost basis total"))
ROWS = {
    ("QZAB", "QUILL HOLDINGS INC"): "$41.00\t+$12.00\t+$1,100.00\t$4,100.00\t62.12%\t100\t$3,000.00",
    ("SLTM", "SLATE TOTAL MARKET ETF"): "$80.00\t-$8.00\t+$200.00\t$1,600.00\t24.24%\t20\t$1,400.00",
    ("V", "VERNAL FOODS INC CLASS A"): "$15.00\t$0.00\t-$20.00\t$300.00\t4.55%\t20\t$320.00",
}
TOTAL = "Account total\t\t+$4.00\t+$1,280.00\t$6,600.00\t\t\t$4,720.00"
BELOW = ["Prices are delayed.", "", "Terms of use", "Privacy"]


def copied(form: str, *between: str) -> StatementAccount:
    """The text of a site: names in lines above all figures, or the last line of them before the figures."""
    cash = "$600.00\t9.09%\t\t" if form == "above" else "\t\t\t\t$600.00\t9.09%\t\t"
    lines = [*MENU, *ABOVE, HEAD, "Cash", "Held in money market", cash, *between]
    for (symbol, name), figures in ROWS.items():
        lines += [symbol, name, figures] if form == "above" else [symbol, f"{name}\t{figures}"]
    (account,) = read_here("copied.txt", "\n".join([*lines, TOTAL, *BELOW]).encode()).accounts
    return account


@pytest.mark.parametrize("form", ["above", "beside"])
@pytest.mark.parametrize("between", [(), ("Stocks",)])
def test_symbol_and_name_above_the_figures_are_those_of_the_row(form: str, between: tuple[str, ...]) -> None:
    account = copied(form, *between)
    held = [line for line in account.positions if line.asset_type != "cash"]
    assert [(line.symbol, line.quantity, line.price, line.market_value, line.cost_basis) for line in held] == [
        ("QZAB", D("100"), D("41.00"), D("4100.00"), D("3000.00")),
        ("SLTM", D("20"), D("80.00"), D("1600.00"), D("1400.00")),
        ("V", D("20"), D("15.00"), D("300.00"), D("320.00")),
    ]
    assert [line.description for line in held] == [name for _, name in ROWS]
    assert (account.number, account.registration, account.cash) == ("…4577", "roth_ira", D("600.00"))
    assert (account.stated_total, account.status) == (D("6600.00"), "proven")


def test_rows_with_their_names_are_left_as_they_are() -> None:
    rows = [f"{symbol}\t{figures}" for (symbol, _), figures in ROWS.items()]
    text = "\n".join([*ABOVE, HEAD, "Cash\t\t\t\t$600.00\t9.09%\t\t", *rows, TOTAL, *BELOW])
    (account,) = read_here("copied.txt", text.encode()).accounts
    assert [line.symbol for line in account.positions if line.quantity] == ["QZAB", "SLTM", "V"]
    assert account.status == "proven"


PLAN = ("Skip to main content", "Home\tPlan details\tTransactions\tStatements\tHelp", "Welcome, Odile Farrow", "",
        "QUILL BANCORP 401(K) PLAN", "Total balance as of 06/30/2026", "$2,500.00", "Vested balance\t$2,000.00", "",
        "Investment name\tTicker\tUnits/Shares\tPrice\tPrice as of\tBalance\t% of balance",
        "Slate Index Fund\tSLTMX\t100.000\t$15.00\t06/30/2026\t$1,500.00\t60.0%",
        "Vernal Stable Trust II\t--\t50.000\t$20.00\t06/30/2026\t$1,000.00\t40.0%",
        "Total\t\t\t\t\t$2,500.00\t100.0%", "", "Contribution rate", "Pre-tax\t8%", "Roth\t2%", "",
        "Loans available: 1", "Maximum loan amount\t$50,000.00", "", "YTD\t7.14%", "1 year\t11.02%",
        "Terms of use\tPrivacy\tAccessibility")  # fmt: skip


def test_a_short_table_parted_by_tabs_among_lines_of_a_label_and_a_figure() -> None:
    (account,) = read_here("plan.txt", "\n".join(PLAN).encode()).accounts
    assert [(line.symbol, line.quantity, line.market_value) for line in account.positions] == [
        ("SLTMX", D("100.000"), D("1500.00")), (None, D("50.000"), D("1000.00")),
    ]  # fmt: skip
    assert (account.owner, account.registration, account.status) == ("Odile Farrow", "401k", "proven")

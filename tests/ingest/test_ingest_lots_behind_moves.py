"""Papers of unlisted funds: each fund has its transactions under its name and, below these, its lots without a name."""

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

STOPS = (-280, -350, -420, -490, -560)
FUNDS = {
    "Osier Credit Fund - Class S": ("10.00", [("07/01/2019", "60.000", "590.00"), ("03/01/2026", "40.000", "404.00")]),
    "Larch Infrastructure LLC - Class I": ("20.00", [("08/01/2023", "50.000", "900.00")]),
}
TITLE = "Cost Basis Detail"


def worth(price: str, lots: list[tuple[str, str, str]]) -> tuple[float, float, float]:
    """Units, cost and value of a fund."""
    units = sum(float(units) for _, units, _ in lots)
    return units, sum(float(cost) for *_, cost in lots), units * float(price)


def summary(pencil: Pencil) -> None:
    """The list of the funds with their sums."""
    heads = ("Total Shares", "NAV Per Share", "Net Investment", "Account Value")
    pencil.row([(40, "Investment"), *zip(STOPS[1:], heads, strict=True)], "B")
    sums = [worth(*told) for told in FUNDS.values()]
    for (name, (price, _)), (units, cost, value) in zip(FUNDS.items(), sums, strict=True):
        told = (f"{units:.3f}", price, f"${cost:,.2f}", f"${value:,.2f}")
        pencil.row([(40, name), *zip(STOPS[1:], told, strict=True)])
    told = (f"${sum(cost for _, cost, _ in sums):,.2f}", f"${sum(value for *_, value in sums):,.2f}")
    pencil.row([(40, "Total Account Value"), *zip(STOPS[3:], told, strict=True)], "B", step=24)


def of_fund(pencil: Pencil, name: str, extra: str, title: str) -> None:
    """The transactions of a fund and its lots; `extra` is what its first lot has more, `title` stands over the lots."""
    price, lots = FUNDS[name]
    units, cost, value = worth(price, lots)
    pencil.say(f"{name}\nTransaction History", style="B")
    heads = ("Amount", "Share Price", "Shares", "Share Balance")
    pencil.row([(40, "Trade Date"), (110, "Transaction Type"), *zip(STOPS[1:], heads, strict=True)], "B")
    for day, label in (("01/01/2026", "Beginning Balance"), ("03/31/2026", "Ending Balance")):
        cells = (f"${value:,.2f}", price, "", f"{units:.3f}")
        pencil.row([(40, day), (110, label), *zip(STOPS[1:], cells, strict=True)])
    pencil.y += 10
    pencil.say(title, style="B")
    heads = ("Cost Basis", "Cost Per Share", "Shares", "Current Value")
    pencil.row([(40, "Acquired"), (110, "Source"), *zip(STOPS[1:], heads, strict=True)], "B")
    for at, (day, held, paid) in enumerate(lots):
        held = extra + held if not at else held
        each = f"{float(paid) / float(held):.4f}"
        told = (f"${paid}", f"${each}", held, f"${float(held) * float(price):,.2f}")
        pencil.row([(40, day), (110, "Purchase"), *zip(STOPS[1:], told, strict=True)])
    told = (f"${cost:,.2f}", "", f"{units:.3f}", f"${value:,.2f}")
    pencil.row([(40, "Total"), *zip(STOPS[1:], told, strict=True)], "B", step=24)


def account(extra: str = "", title: str = TITLE) -> StatementAccount:
    """The account of such a paper."""
    pencil = Pencil()
    pencil.page()
    pencil.say("Penhallow Investor Services\nJanuary 1, 2026 - March 31, 2026\nINES CALLOWAY")
    pencil.say("Account Number 4534410417\nAccount Type Individual", step=20)
    summary(pencil)
    for name in FUNDS:
        of_fund(pencil, name, extra, title)
    return read_here("paper.pdf", pencil.drawn().data).accounts[0]


@pytest.mark.parametrize("title", [TITLE, "Tax Lots"])
def test_lots_are_those_of_the_fund_whose_transactions_stand_above(title: str) -> None:
    told = account(title=title)
    assert told.status == "proven"
    assert [[(str(lot.quantity), str(lot.cost_basis)) for lot in one.lots] for one in told.positions] == [
        [("60.000", "590.00"), ("40.000", "404.00")],
        [("50.000", "900.00")],
    ]


def test_lots_that_are_not_all_units_of_the_fund_are_not_proven() -> None:
    assert account(extra="1").status != "proven"

"""Papers of fund companies: funds listed by registration, each an account, and a card of labels below for each."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

HEAD = ((40, "Fund"), (250, "Account number"), (-400, "Shares"), (-460, "NAV"), (-560, "Value on 06/30/2026"))
FIRST = ("Farrow Growth Fund - Class A", "107-5072733061", "100.000", "$20.00", "$2,000.00", "$1,500.00", "FAGAX")
SECOND = ("Farrow Bond Fund - Class A", "112-4844334536", "50.000", "$10.00", "$500.00", "$480.00", "FABAX")
THIRD = ("Farrow Bond Fund - Class A", "112-9944334531", "30.000", "$10.00", "$300.00", "$290.00", "FABAX")
MINOR = "ODILE FARROW CUST TOBIAS FARROW UNDER THE MN UNIF TRF TO MIN ACT"


def listed(pencil: Pencil, owner: str, kind: str, funds: tuple[tuple[str, ...], ...], total: str) -> None:
    pencil.row([(40, f"Registration: {owner}")], size=8, step=11)
    pencil.row([(40, f"Account type: {kind}")], size=8, step=12)
    pencil.row(HEAD, "B", size=8, step=11)
    for name, number, *figures in funds:
        pencil.row([(40, name), (250, number), *zip((-400, -460, -560), figures, strict=False)], size=8, step=11)
    pencil.row([(40, "Total for this registration"), (-560, total)], "B", size=8, step=24)


def card(pencil: Pencil, owner: str, fund: tuple[str, ...], units: str = "") -> None:
    name, number, quantity, price, value, cost, symbol = fund
    pencil.row([(40, name), (430, f"Account {number}")], "B", size=9, step=12)
    pencil.row([(40, owner)], size=8, step=11)
    pencil.row([(40, f"Ticker {symbol} CUSIP 701642E48 Fund {number[:3]}")], size=8, step=14)
    pencil.row(
        [(40, "Share balance"), (-250, units or quantity), (300, "Average cost per share"), (-560, "$9.99")], size=8
    )
    pencil.row(
        [(40, "Net asset value per share"), (-250, price), (300, "Cost basis (average cost)"), (-560, cost)], size=8
    )
    pencil.row([(40, "Account value on June 30, 2026"), (-250, value)], size=8, step=26)


def read(total: str = "$2,500.00", units: str = "") -> list[StatementAccount]:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "FARROW FUNDS"), (-560, "April 1, 2026 through June 30, 2026")], "B", size=12, step=30)
    listed(pencil, "ODILE FARROW", "Individual", (FIRST, SECOND), total)
    listed(pencil, MINOR, "Uniform Transfers to Minors Act", (THIRD,), "$300.00")
    pencil.page()
    for owner, fund in (("ODILE FARROW", FIRST), ("ODILE FARROW", SECOND), (MINOR, THIRD)):
        card(pencil, owner, fund, units if fund is FIRST else "")
    return list(read_here("funds.pdf", pencil.drawn().data).accounts)


def test_each_fund_is_an_account_of_its_registration_with_what_its_card_tells() -> None:
    accounts = read()
    assert [one.status for one in accounts] == ["proven"] * 3
    assert [one.owner for one in accounts] == ["ODILE FARROW", "ODILE FARROW", "TOBIAS FARROW"]
    assert [one.registration for one in accounts] == ["taxable_individual", "taxable_individual", "utma"]
    lines = [line for one in accounts for line in one.positions]
    assert [line.symbol for line in lines] == ["FAGAX", "FABAX", "FABAX"]
    assert [line.cost_basis for line in lines] == [D("1500.00"), D("480.00"), D("290.00")]
    assert {line.cusip for line in lines} == {"701642E48"}


def test_a_card_of_other_units_is_not_that_of_the_row() -> None:
    line = read(units="101.000")[0].positions[0]
    assert (line.cost_basis, line.symbol) == (None, None)


def test_a_sum_of_several_accounts_that_does_not_tie_is_told() -> None:
    assert "proven" not in {one.status for one in read(total="$2,600.00") if one.number.endswith("4536")}


@pytest.mark.parametrize(
    "said", ["UTMA/MN", "MN UNIF TRF TO MIN ACT", "UNDER THE OREGON UNIFORM TRANSFERS TO MINORS ACT"]
)
def test_minors_by_the_words_of_their_act(said: str) -> None:
    from core.ingest.owners.account_titles import title_of

    told = title_of(f"ODILE FARROW CUST TOBIAS FARROW {said}")
    assert told is not None
    assert told.owner == "TOBIAS FARROW"

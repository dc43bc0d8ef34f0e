"""The paper of an insurer with the account of a broker and, after it, a contract with units of its own."""

from collections.abc import Sequence

import pytest

from core.domain.statement import Statement
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

FUNDS = (
    ("Tarn Broad Stock Fund", "QZTA", "10.000", "$12.00", "$120.00"),
    ("Quill Harbor Bond Fund", "QZHB", "20.000", "$15.00", "$300.00"),
    ("Orrin Small Company Fund", "QZOS", "30.000", "$20.00", "$600.00"),
    ("Wyndcote Global Fund", "QZWG", "40.000", "$2.00", "$80.00"),
)
PARTS = (
    ("Tarn Series Growth Portfolio", "100.0000", "1.250000", "$125.00"),
    ("Quill Series Bond Portfolio", "200.0000", "1.500000", "$300.00"),
    ("Orrin Series Mid Cap Portfolio", "50.0000", "2.000000", "$100.00"),
    ("Wyndcote Money Market Portfolio", "75.0000", "1.000000", "$75.00"),
)


def paper(number: Sequence[tuple[float, str]], title: str = "Meadow Select Variable Annuity") -> Statement:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Wyndcote Mutual Life")], "B", size=12, step=18)
    pencil.row([(40, "Brokerage account WY6-204418"), (300, "September 30, 2026")], "B", step=14)
    pencil.row([(40, "Registered owner"), (300, "Ines Calloway")], step=18)
    pencil.row([(40, "Investment"), (-280, "Shares"), (-340, "Price"), (-430, "Value")], "B")
    for name, symbol, *figures in FUNDS:
        pencil.row([(40, name), *zip((-280, -340, -430), figures, strict=True)], step=9)
        pencil.row([(40, symbol)], size=6, step=14)
    pencil.row([(40, "Total brokerage account"), (-430, "$1,100.00")], "B", step=18)
    pencil.row([(40, "What changed this quarter")], "B")
    pencil.row([(40, "Change in market value"), (-430, "$20.00")])
    pencil.page()
    pencil.row([(40, title)], "B", size=12, step=18)
    pencil.row(number)
    pencil.row([(40, "Contract owner"), (300, "Prudence Hale")], step=24)
    pencil.row([(40, "Subaccount"), (-280, "Units"), (-340, "Unit value"), (-430, "Contract value")], "B")
    for name, *figures in PARTS:
        pencil.row([(40, name), *zip((-280, -340, -430), figures, strict=True)])
    pencil.row([(40, "Total contract value"), (-430, "$600.00")], "B")
    return read_here("wyndcote.pdf", pencil.drawn().data)


@pytest.mark.parametrize(
    "number",
    [
        ((40, "Contract number"), (300, "QA 41 220938")),
        ((40, "Contract number: QA41220938"),),
        ((40, "Annuity contract no."), (300, "41-220938")),
        ((40, "Policy number"), (300, "41220938")),
        ((40, "Annuity number 41220938"),),
        ((40, "Meadow Select Variable Annuity - Contract #QA 41 220938"),),
        ((40, "Meadow Select Variable Annuity (QA 41 220938)"),),
    ],
)
def test_a_contract_is_an_account_of_its_own(number: tuple[tuple[float, str], ...]) -> None:
    account, contract = paper(number).accounts
    assert (account.status, contract.status) == ("proven", "proven")
    assert (str(account.stated_total), str(contract.stated_total)) == ("1100.00", "600.00")
    assert (account.owner, contract.owner) == ("Ines Calloway", "Prudence Hale")
    assert contract.registration == "annuity" and contract.number.endswith("0938")


def test_symbols_under_the_names_of_one_account_are_read_beside_a_contract_without() -> None:
    account, contract = paper(((40, "Contract number"), (300, "QA 41 220938"))).accounts
    assert [line.symbol for line in account.positions] == ["QZTA", "QZHB", "QZOS", "QZWG"]
    assert [line.symbol for line in contract.positions] == [None] * 4


def test_rows_that_two_pages_share_are_no_foot_of_them() -> None:
    pencil = Pencil()
    for owner, number in (("Ines Calloway", "41220938"), ("Prudence Hale", "41220944")):
        pencil.page()
        pencil.row([(40, "Wyndcote Mutual Life")], "B", size=12, step=18)
        pencil.row([(40, "Contract number"), (300, number)])
        pencil.row([(40, "Contract owner"), (300, owner)], step=24)
        pencil.row([(40, "Subaccount"), (-280, "Units"), (-340, "Unit value"), (-430, "Contract value")], "B")
        for name, *figures in PARTS:
            pencil.row([(40, name), *zip((-280, -340, -430), figures, strict=True)])
        pencil.row([(40, "Total contract value"), (-430, "$600.00")], "B")
    accounts = read_here("wyndcote.pdf", pencil.drawn().data).accounts
    assert [(one.owner, len(one.positions)) for one in accounts] == [("Ines Calloway", 4), ("Prudence Hale", 4)]
    assert [str(one.stated_total) for one in accounts] == ["600.00", "600.00"]

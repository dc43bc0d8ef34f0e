"""Papers of a clearing firm: names of several lines over their lots, interest beside the CUSIP, margin beside cash."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

EDGES = (40.0, -190.0, -260.0, -330.0, -400.0, -480.0, -550.0)
HEAD = ("Trade Date", "Quantity", "Unit Cost", "Adjusted Cost", "Market Price", "Market Value", "Gain/Loss")
BOND = ("01/23/18", "45,000.000", "103.0280", "46,362.60", "102.307", "46,038.15", "-324.45")
LOTS = (
    ("10/25/16", "24.000", "51.4704", "1,235.29", "57.1300", "1,371.12", "135.83"),
    ("06/11/25", "38.000", "45.9768", "1,747.12", "57.1300", "2,170.94", "423.82"),
)


def rows(pencil: Pencil, *lines: tuple[str, ...]) -> None:
    for cells in lines:
        pencil.row(tuple(zip(EDGES, cells, strict=False)), size=7, step=9)


def read(cash: tuple[tuple[str, ...], ...], sum_of_cash: str, total: str) -> StatementAccount:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "FARROW ADVISORS")], "B", size=12, step=16)
    pencil.row([(40, "Account Number: 5VC-789059"), (300, "Statement Period: 08/01/2026 - 08/31/2026")], step=12)
    pencil.row([(40, "ODILE FARROW")], step=11)
    pencil.row([(40, "INDIVIDUAL ACCOUNT")], step=24)
    for label, amount in (("BEGINNING ACCOUNT VALUE", "$48,000.00"), ("ENDING ACCOUNT VALUE", total)):
        pencil.row([(40, label), (-300, amount)], size=8, step=12)
    rows(pencil, HEAD)
    pencil.row([(40, "Cash, Money Funds and Bank Deposits")], "B", size=8, step=10)
    rows(pencil, *cash)
    rows(pencil, ("Total Cash, Money Funds and Bank Deposits", "", "", "", "", sum_of_cash))
    pencil.row([(40, "Fixed Income"), (190, "(prices are per $100 of face)")], "B", size=8, step=10)
    for said in ("OREGON ST DEPT TRANSN HWY TAX REV BDS", "2.250% 06/01/27 B/E DTD 06/01/10"):
        pencil.row([(40, said)], size=7, step=9)
    pencil.row([(40, "CUSIP: 509924B88 1ST CPN DTE NA Accrued Interest: 56.25")], size=7, step=9)
    rows(pencil, BOND)
    pencil.row([(40, "Equities")], "B", size=8, step=10)
    pencil.row([(40, "CINNABAR SEMICONDUCTOR CORP")], size=7, step=9)
    pencil.row([(40, "CUSIP: 301339G19 Symbol: WQDS")], size=7, step=9)
    rows(pencil, *LOTS, ("Total", "62.000", "", "2,982.41", "", "3,542.06", "559.65"))
    (account,) = read_here("clearing.pdf", pencil.drawn().data).accounts
    return account


def test_long_names_of_bonds_and_interest_beside_their_cusip() -> None:
    balance = (("FARROW INSURED BANK DEPOSITS",), ("", "", "", "", "", "419.79"))
    account = read(balance, "$419.79", "$50,000.00")
    assert (account.status, account.cash) == ("proven", D("419.79"))
    bond, share = (line for line in account.positions if line.asset_type != "cash")
    assert (bond.cusip, bond.quantity, bond.accrued) == ("509924B88", D(45000), D("56.25"))
    assert (share.symbol, share.quantity, len(share.lots)) == ("WQDS", D(62), 2)


@pytest.mark.parametrize(("owed", "status"), [("-580.21", "proven"), ("-570.21", "unproven")])
def test_what_is_owed_on_margin_stands_beside_the_cash(owed: str, status: str) -> None:
    cash = (("Cash Balance", "", "", "", "", "0.00"), ("Margin Balance", "", "", "", "", owed))
    account = read(cash, "-$580.21", "$49,000.00")
    assert (account.status == "proven") == (status == "proven")
    assert account.cash == D(owed) or status == "unproven"

"""A private bank's paper: trades under heads of two lines, capital called beside commitments, bonds on three lines."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.book.ledger import activity_of
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

Cells = tuple[str, ...]
TRADES = (20, 75, 160, -470, -530, -600, -680)
HELD = (20, -300, -370, -450, -540, -620, -710)


def opened() -> Pencil:
    pencil = Pencil(landscape=True)
    pencil.page()
    pencil.row([(40, "Pinewick Private Bank")], "B", size=12, step=20)
    pencil.row([(40, "INES CALLOWAY"), (300, "ACCT. Q5511-2233"), (500, "For the Period 6/1/26 to 6/30/26")], step=22)
    return pencil


def line(pencil: Pencil, at: tuple[int, ...], *cells: str, style: str = "", step: float = 10) -> None:
    pencil.row([(place, cell) for place, cell in zip(at, cells, strict=False) if cell], style, step=step)


def shares(pencil: Pencil) -> None:
    line(pencil, HELD, "", "Price", "Quantity", "Value", "Adjusted Tax Cost", "Unrealized", "Est. Annual Inc.")
    line(pencil, HELD, "", "", "", "", "Original Cost", "Gain/Loss", "Accrued Div.", step=14)
    pencil.row([(20, "US Large Cap Equity")], "B")
    line(pencil, HELD, "QUILL HARBOR CORP", "21.00", "100.000", "2,100.00", "1,800.00", "300.00", "12.00")
    line(pencil, HELD, "747999-10-0 QZAB", step=13)
    line(pencil, HELD, "EMBER RAIL INC", "50.00", "10.000", "500.00", "520.00", "(20.00)", "4.00")
    line(pencil, HELD, "290999-10-1 QZR", "", "", "", "510.00", step=13)
    line(pencil, HELD, "Total US Large Cap Equity", "", "", "$2,600.00", "$2,320.00", "$280.00", "$16.00", step=22)


def read(pencil: Pencil, total: str) -> StatementAccount:
    pencil.row([(20, "Market Value"), (-450, total)], "B")
    (account,) = read_here("pinewick.pdf", pencil.drawn().data).accounts
    return account


def trades(heads: Cells, below: Cells, *, kinds: bool = True) -> list[tuple[str, str, D, str]]:
    pencil = opened()
    shares(pencil)
    pencil.row([(20, "Market Value"), (-450, "$2,600.00")], "B", step=24)
    pencil.row([(20, "TRADE ACTIVITY")], "B", step=12)
    line(pencil, TRADES, *heads)
    line(pencil, TRADES, *below, step=14)
    pencil.row([(20, "Settled Sales/Maturities/Redemptions")], "B")
    sale, lots = ("Sale", "High Cost") if kinds else ("", "")
    line(pencil, TRADES, "6/3", sale, "EMBER RAIL INC", "(4.000)", "49.5000", "(208.00)", "198.00")
    line(pencil, TRADES, "6/4", lots, "@ 49.5000 BROKERAGE 0.00 (ID: 290999-10-1)")
    line(pencil, TRADES, "6/9", sale, "SLATE PAPER CO", "(8.000)", "10.0000", "(70.00)", "80.00")
    line(pencil, TRADES, "6/10", lots, "@ 10.0000 BROKERAGE 0.00 (ID: 831999-10-7)")
    line(pencil, TRADES, "Total Settled Sales/Maturities/Redemptions", "", "", "", "", "", "$278.00", step=14)
    pencil.row([(20, "Settled Securities Purchased")], "B")
    line(
        pencil,
        TRADES,
        "6/22",
        "Purchase" if kinds else "",
        "QUILL HARBOR CORP",
        "5.000",
        "20.0000",
        "100.00",
        "(100.00)",
    )
    line(pencil, TRADES, "6/23", "", "@ 20.0000 BROKERAGE 0.00 (ID: 747999-10-0)")
    line(pencil, TRADES, "Total Settled Securities Purchased", "", "", "", "", "", "($100.00)", step=14)
    (account,) = read_here("pinewick.pdf", pencil.drawn().data).accounts
    assert account.status == "proven"
    return [(str(move.date), move.side, move.quantity, move.symbol) for move in activity_of(account, "")]


DONE = [
    ("2026-06-03", "sell", D("4.000"), "QZR"),
    ("2026-06-09", "sell", D("8.000"), "831999107"),
    ("2026-06-22", "buy", D("5.000"), "QZAB"),
]


@pytest.mark.parametrize(
    ("heads", "below"),
    [
        (
            ("Trade Date", "Type", "", "", "Per Unit", "", ""),
            ("Settle Date", "Selection Method", "Description", "Quantity", "Amount", "Market Cost", "Amount"),
        ),
        (
            ("Trade Date", "Type", "", "", "Per Unit", "", ""),
            ("Est. Settle Date", "Selection Method", "Description", "Quantity", "Amount", "Tax Cost", "Proceeds"),
        ),
        (
            ("Trade Date", "Transaction", "", "", "Per Unit", "", ""),
            ("Settle Date", "Lot Method", "Description", "Quantity", "Amount", "Tax Cost", "Net Amount"),
        ),
    ],
)
def test_what_was_done_stands_under_the_upper_of_two_heads(heads: Cells, below: Cells) -> None:
    assert trades(heads, below) == DONE


def test_what_was_done_is_told_by_the_title_over_the_rows_alone() -> None:
    heads = ("Trade Date", "", "", "", "Per Unit", "", "")
    below = ("Settle Date", "", "Description", "Quantity", "Amount", "Market Cost", "Amount")
    assert trades(heads, below, kinds=False) == DONE


def test_capital_called_and_the_day_of_its_value_stand_beside_commitments() -> None:
    pencil, at = opened(), (20, -320, -420, -520, -600, -710)
    pencil.row([(20, "Alternative Assets Detail")], "B", size=10)
    line(pencil, at, "", "Commitment Amount", "Net Capital Called", "Net Distributions", "Net Asset Value", "Estimated")
    line(
        pencil, at, "Private Investments", "Unfunded Commitment", "Since Inception", "Since Inception", "As of", "Value"
    )
    line(pencil, at, "Slate Gorge Partners IV, L.P.", "300,000.00", "180,000.00", "20,000.00", "3/31/26", "210,000.00")
    line(pencil, at, "Vintage 2019", "120,000.00", step=13)
    line(
        pencil, at, "Total Private Investments", "$300,000.00", "$180,000.00", "$20,000.00", "", "$210,000.00", step=22
    )
    account = read(pencil, "$210,000.00")
    (fund,) = account.positions
    assert (fund.commitment, fund.called, fund.unfunded) == (
        D("300000.00"),
        D("180000.00"),
        D("120000.00"),
    )
    assert (str(fund.nav_date), account.status) == ("2026-03-31", "proven")


@pytest.mark.parametrize("due", ["FEB 15 2034", "DUE 2/15/34", "DUE 12/15/34"])
def test_the_terms_of_a_bond_on_its_second_line_are_no_symbol(due: str) -> None:
    pencil = opened()
    line(pencil, HELD, "", "Price", "Quantity", "Value", "Adjusted Tax Cost", "Unrealized", "Est. Annual Inc.")
    line(pencil, HELD, "", "", "", "", "Original Cost", "Gain/Loss", "Accrued Interest", step=14)
    pencil.row([(20, "US Fixed Income")], "B")
    line(
        pencil, HELD, "QUILL HARBOR CO NOTE", "98.000", "50,000.00", "49,000.00", "50,100.00", "(1,100.00)", "2,250.00"
    )
    line(pencil, HELD, f"4.500% {due} DTD 2/15/24", "", "", "", "50,400.00", "", "281.25")
    line(pencil, HELD, "747999-AB-6 A+ /A1", step=13)
    line(pencil, HELD, "EMBER CNTY SCH DIST", "101.000", "20,000.00", "20,200.00", "19,900.00", "300.00", "600.00")
    line(pencil, HELD, "3.000% AUG 15 2041 DTD 8/15/21", "", "", "", "", "", "225.00")
    line(pencil, HELD, "290999-CD-1 AA /AA2", step=13)
    line(pencil, HELD, "Total US Fixed Income", "", "", "$69,200.00", "$70,000.00", "($800.00)", "$2,850.00", step=22)
    account = read(pencil, "$69,200.00")
    assert [(one.symbol, one.accrued, one.cost_basis) for one in account.positions] == [
        (None, D("281.25"), D("50100.00")),
        (None, D("225.00"), D("19900.00")),
    ]
    assert f"4.500% {due} DTD 2/15/24" in account.positions[0].description
    assert account.status == "proven"


@pytest.mark.parametrize("numbers", [("747999-10-0", "290999-10-1"), ("747999100", "290999101")])
def test_numbers_of_digits_alone_stand_before_symbols(numbers: Cells) -> None:
    pencil = opened()
    line(pencil, HELD, "", "Price", "Quantity", "Value", "Adjusted Tax Cost", "Unrealized", "Est. Annual Inc.", step=14)
    line(pencil, HELD, "QUILL HARBOR CORP", "21.00", "100.000", "2,100.00", "1,800.00", "300.00", "12.00")
    line(pencil, HELD, f"{numbers[0]}  QZAB", step=13)
    line(pencil, HELD, "EMBER RAIL INC", "50.00", "10.000", "500.00", "520.00", "(20.00)", "4.00")
    line(pencil, HELD, f"{numbers[1]}  QZR", step=13)
    line(pencil, HELD, "Total US Large Cap Equity", "", "", "$2,600.00", "$2,320.00", "$280.00", "$16.00", step=22)
    account = read(pencil, "$2,600.00")
    assert [(one.cusip, one.symbol) for one in account.positions] == [("747999100", "QZAB"), ("290999101", "QZR")]
    assert account.status == "proven"

"""Interest under the value of a bond where no head says so, and the core account that trades nothing."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.book.ledger import activity_of
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

AT = (30, 210, -330, -400, -480, -560, -640, -700)
HEADS = ("Description", "Maturity", "Quantity", "Price", "Market Value", "Cost Basis", "Gain/Loss", "Coupon Rate")
MOVES = (30, 90, 150, -400, -480, -560, -640)
Cells = tuple[str, ...]
HARBOR = ("02/15/27", "25,000.000", "$92.000", "$23,000.00", "$24,000.00", "-$1,000.00", "4.000%")
EMBER = ("05/15/39", "60,000.000", "$95.000", "$57,000.00", "$59,000.00", "-$2,000.00", "3.000%")


def line(pencil: Pencil, at: tuple[int, ...], *cells: str, style: str = "", step: float = 10) -> None:
    pencil.row([(place, cell) for place, cell in zip(at, cells, strict=False) if cell], style, step=step)


def bonds(
    first: Cells = ("QUILL HARBOR CORP SR NOTE", "4.00000% 02/15/2027"),
    second: Cells = ("EMBER RAIL FINANCE CORP SR", "NOTE 3.00000% 05/15/2039"),
    interest: Cells = ("$115.10", "$852.43"),
    heads: Cells = HEADS,
    over: str = "",
) -> Pencil:
    pencil = Pencil(landscape=True)
    pencil.page()
    pencil.row([(40, "Pinewick Brokerage")], "B", size=12, step=20)
    pencil.row([(40, "Account # Z55-112233"), (300, "June 1, 2026 - June 30, 2026")], step=22)
    pencil.row([(30, "Bonds")], "B", size=10)
    line(pencil, AT, "", "", "", "", over)
    line(pencil, AT, *heads, step=14)
    for name, figures, accrued, cusip in (
        (first, HARBOR, interest[0], "747999AB6"),
        (second, EMBER, interest[1], "290999CD1"),
    ):
        line(pencil, AT, name[0], *figures)
        line(pencil, AT, name[1], "", "", "", accrued)
        for more in name[2:]:
            line(pencil, AT, more)
        line(pencil, AT, f"FIXED COUPON SEMIANNUALLY CUSIP: {cusip}", step=13)
    line(pencil, AT, "Total Bonds", "", "", "", "$80,000.00", "$83,000.00", "-$3,000.00", step=20)
    pencil.row([(30, "Ending Account Value"), (-480, "$80,000.00")], "B", step=24)
    return pencil


def read(pencil: Pencil) -> StatementAccount:
    (account,) = read_here("pinewick.pdf", pencil.drawn().data).accounts
    return account


def told(account: StatementAccount) -> list[tuple[str | None, D | None, D | None]]:
    return [(one.cusip, one.market_value, one.accrued) for one in account.positions]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            ("QUILL HARBOR CORP SR NOTE", "4.00000% 02/15/2027"),
            ("EMBER RAIL FINANCE CORP SR", "NOTE 3.00000% 05/15/2039"),
        ),
        (("QUILL HARBOR SR NOTE 4.00000%", "02/15/2027"), ("EMBER RAIL NOTE 3.00000%", "DUE 05/15/2039")),
        (("QUILL HARBOR CORP SR NOTE", ""), ("EMBER RAIL FINANCE NOTE", "")),
        (
            ("QUILL HARBOR CORP SR NOTE", "4.00000% 02/15/2027", "CALLABLE"),
            ("EMBER RAIL NOTE 3.00000%", "05/15/2039", "B/E"),
        ),
        (
            ("QUILL HARBOR FINANCE", "CORP NOTE 4.00000%", "02/15/2027"),
            ("EMBER RAIL FINANCE", "CORP SR NOTE 3.00000%", "05/15/2039"),
        ),
    ],
)
def test_a_figure_alone_under_the_value_of_a_bond_is_its_interest(first: Cells, second: Cells) -> None:
    account = read(bonds(first, second))
    assert told(account) == [
        ("747999AB6", D("23000.00"), D("115.10")),
        ("290999CD1", D("57000.00"), D("852.43")),
    ]
    assert account.status == "proven"


def test_a_head_may_name_the_interest_as_well() -> None:
    heads = (*HEADS[:4], "Accrued Interest (AI)", *HEADS[5:])
    account = read(bonds(heads=heads, over="Market Value"))
    assert [one[2] for one in told(account)] == [D("115.10"), D("852.43")]
    assert account.status == "proven"


@pytest.mark.parametrize("odd", ["$22,115.10", "$700.00", "-$12.00"])
def test_more_than_a_bond_bears_in_half_a_year_is_no_interest(odd: str) -> None:
    account = read(bonds(interest=(odd, "$852.43")))
    assert account.positions[0].accrued is None
    assert account.status != "proven"


@pytest.mark.parametrize(
    "sentence",
    [
        ("For more on how your core account works, please refer to your Customer Agreement with us.",),
        (
            "For more on how your core account works and on how the balance of it is",
            "invested, refer to your Agreement.",
        ),
        (),
    ],
)
def test_the_core_account_trades_nothing(sentence: Cells) -> None:
    pencil = bonds()
    pencil.row([(30, "Securities Bought & Sold")], "B", step=12)
    line(pencil, MOVES, "Date", "Symbol", "Description", "Quantity", "Price", "Amount", style="B")
    line(pencil, MOVES, "06/10", "QZAB", "You Bought QUILL HARBOR INC", "10.000", "$20.0000", "-$200.00", step=24)
    pencil.row([(30, "Core Fund Activity")], "B", step=12)
    for text in sentence:
        pencil.row([(30, text)])
    line(pencil, MOVES, "Date", "Type", "Description", "Quantity", "Price", "Amount", "Balance", style="B")
    line(
        pencil,
        MOVES,
        "06/13",
        "CASH",
        "You Bought PINEWICK GOVERNMENT MONEY MARKET",
        "220.970",
        "$1.0000",
        "$220.97",
        "$220.97",
    )
    account = read(pencil)
    assert [(move.symbol, move.side) for move in activity_of(account, "")] == [("QZAB", "buy")]

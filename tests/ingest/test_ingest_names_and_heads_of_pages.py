"""A symbol under a name of two lines; a page that begins another account while a table of the last one is open."""

import pytest

from core.domain.statement import StatementAccount
from core.ingest.lexicon.registrations import titled_number
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

STOPS = (-280, -340, -420, -500)
HEADS = ("Price", "Quantity", "Value", "Cost basis")


def row(pencil: Pencil, name: str, figures: tuple[str, ...], style: str = "", step: float = 11.0) -> None:
    pencil.row([(40, name), *zip(STOPS, figures, strict=False)], *([style] if style else []), step=step)


def funds(names: tuple[str, str, str], style: str) -> StatementAccount:
    pencil = Pencil(size=8)
    pencil.page()
    pencil.row([(40, "Account number 5511-2233"), (300, "June 30, 2026")], step=20)
    row(pencil, "Security", HEADS, "B", 14)
    row(pencil, "Exchange Traded Funds", (), "B")
    row(pencil, "Quill Core Equity ETF", ("10.00", "50.000", "500.00", "400.00"), style)
    row(pencil, "QZAB", ())
    row(pencil, names[0], ("20.00", "40.000", "800.00", "700.00"), style)
    row(pencil, names[1], (), style)
    row(pencil, names[2], ())
    row(pencil, "Tarn Dividend ETF", ("5.00", "20.000", "100.00", "90.00"), style)
    row(pencil, "QZCT", ())
    row(pencil, "Total Exchange Traded Funds", ("", "", "$1,400.00", "$1,190.00"), "B")
    row(pencil, "Total account value", ("", "", "$1,400.00"), "B")
    (account,) = read_here("funds.pdf", pencil.drawn().data).accounts
    return account


@pytest.mark.parametrize("style", ["", "B"])
@pytest.mark.parametrize(
    "names",
    [
        ("EMBER SPDR BLOOMBERG HIGH", "YIELD BOND ETF", "QZBF"),
        ("EMBER IBOXX $ HIGH YIELD CORPORATE", "BOND ETF", "QZBF"),
        ("EMBER ALL-WORLD EX-US SMALL-", "CAP ETF", "QZBF"),
        ("EMBER BROAD MARKET", "EQUITY FUND", "QZBF"),
    ],
)
def test_a_symbol_under_a_name_whose_end_could_be_a_heading(names: tuple[str, str, str], style: str) -> None:
    found = funds(names, style)
    assert [one.symbol for one in found.positions] == ["QZAB", "QZBF", "QZCT"]
    assert found.positions[1].description == f"{names[0]} {names[1]}"
    assert found.status == "proven"


def pages(*owners: str) -> tuple[StatementAccount, ...]:
    """Two accounts; the page of the first ends in transactions, that of the second begins with its number."""
    pencil = Pencil(size=8)
    for number, names, worth in (
        ("478-235230-168", ("ODALYS FENWICK",), "500.00"),
        ("879-774499-727", owners, "800.00"),
    ):
        pencil.page()
        pencil.row([(40, "Client Statement  June 30, 2026"), (350, f"Account {number}")], step=20)
        for name in names:
            row(pencil, name, (), "", 9)
        pencil.y += 14
        row(pencil, "Security", HEADS, "B", 14)
        row(pencil, "Quill Core Equity ETF (QZAB)", ("1.00", worth, worth, "400.00"))
        row(pencil, "Total account value", ("", "", f"${worth}"), "B", 20)
        pencil.row([(40, "Date"), (100, "Activity"), (200, "Description"), (-500, "Amount")], "B")
        pencil.row([(40, "06/14/26"), (100, "Dividend"), (200, "Quill Core Equity ETF"), (-500, f"{worth[0]}.75")])
    return read_here("pages.pdf", pencil.drawn().data).accounts


def test_the_owners_at_the_head_of_the_next_account_are_its_own() -> None:
    for names in (("INES CALLOWAY &", "TOBIAS CALLOWAY JT TEN WROS"), ("INES CALLOWAY & TOBIAS CALLOWAY JT TEN WROS",)):
        first, second = pages(*names)
        assert (first.owner, second.owner) == ("ODALYS FENWICK", "INES CALLOWAY & TOBIAS CALLOWAY")
        assert second.registration == "taxable_joint"
        assert [len(one.activity) for one in (first, second)] == [1, 1]
    _, second = pages("INES CALLOWAY & TOBIAS CALLOWAY TTEES", "CALLOWAY FAMILY REVOCABLE TRUST", "U/A DTD 04/19/2011")
    assert (second.owner, second.registration) == ("CALLOWAY FAMILY REVOCABLE TRUST", "trust_grantor")


def test_a_number_is_not_read_from_its_middle() -> None:
    assert titled_number("Joint Tenants with Rights of Survivorship 990-488937-476") == "990-488937-476"
    assert titled_number("Questions on your Roth IRA 800-555-0144") is None
    assert titled_number("Rollover IRA - 4889-3476") == "4889-3476"

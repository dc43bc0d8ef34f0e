"""A household in one table by classes, with a column of accounts: sums are of several accounts, totals in the list."""

from decimal import Decimal as D

from core.domain.statement import Statement
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

LIST = (40, 250, -520)
PLACES = (40, 170, 230, -380, -440, -520)
ROTH, SEP = "Roth IRA ...4577", "SEP IRA ...4688"
ROWS = (
    ("Equity",),
    (ROTH, "QKB", "Quill Bridge Corp", "10", "50.00", "$500.00"),
    (SEP, "WLLW", "Willow Mills Inc", "40", "10.00", "$400.00"),
    (ROTH, "WLLW", "Willow Mills Inc", "20", "10.00", "$200.00"),
    ("Total Equity", "", "", "", "", "{equity}"),
    ("Cash & Equivalents",),
    (ROTH, "CASH", "Cash and Money Funds", "30.00", "1.00", "$30.00"),
    (SEP, "CASH", "Cash and Money Funds", "15.50", "1.00", "$15.50"),
    ("Total Cash & Equivalents", "", "", "", "", "$45.50"),
    ("Total Portfolio", "", "", "", "", "$1,145.50"),
)


def household(equity: str = "$1,100.00", sep: str = "$415.50") -> Statement:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Portfolio Review"), (300, "As of June 30, 2026")], step=20)
    pencil.row(list(zip(LIST, ("Account", "Account Number", "Market Value"), strict=True)))
    pencil.row(list(zip(LIST, ("Odile Farrow Roth IRA", "...4577", "$730.00"), strict=True)))
    pencil.row(list(zip(LIST, ("Piers Farrow SEP IRA", "...4688", sep), strict=True)))
    pencil.row([(40, "Total"), (-520, "$1,145.50")], step=30)
    pencil.row(list(zip(PLACES, ("Account", "Symbol", "Description", "Quantity", "Price", "Value"), strict=True)))
    for row in ROWS:
        cells = zip(PLACES, (cell.format(equity=equity) for cell in row), strict=False)
        pencil.row([(place, text) for place, text in cells if text])
    return read_here("household.pdf", pencil.drawn().data)


def test_rows_go_to_their_accounts_and_sums_to_none() -> None:
    found = {one.number: one for one in household().accounts}
    assert {number: (one.status, one.stated_total, one.cash) for number, one in found.items()} == {
        "…4577": ("proven", D(730), D(30)),
        "…4688": ("proven", D("415.50"), D("15.50")),
    }
    assert [line.symbol for line in found["…4577"].positions if line.symbol != "CASH"] == ["QKB", "WLLW"]


def test_a_sum_that_does_not_tie_is_told() -> None:
    found = household(equity="$1,100.10")
    assert any("1,100.10" in issue.message for issue in found.issues)
    assert any(one.status != "proven" for one in found.accounts)


def test_a_total_in_the_list_that_does_not_tie_proves_nothing() -> None:
    (wrong,) = [one for one in household(sep="$415.60").accounts if one.number == "…4688"]
    assert wrong.status != "proven"


def test_a_table_of_all_below_the_list_does_not_tell_whose_the_last_account_is() -> None:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Portfolio Review"), (300, "As of June 30, 2026")], step=20)
    pencil.row(
        list(zip((40, 250, 330, -520), ("Account", "Account Number", "Registration", "Market Value"), strict=True))
    )
    trust, minor = "Farrow Revocable Living Trust U/A DTD 04/10/2002", "Odile Farrow Custodian for Piers Farrow"
    pencil.row(list(zip((40, 250, 330, -520), (trust, "...4577", "Revocable Living Trust", "$700.00"), strict=True)))
    pencil.row(list(zip((40, 250, 330, -520), (minor, "...4688", "UTMA RI", "$400.00"), strict=True)))
    pencil.row([(40, "Total"), (-520, "$1,100.00")], step=30)
    pencil.row([(40, "Account"), (-400, "QTD"), (-460, "YTD")])
    pencil.row([(40, f"{trust} ...4577"), (-400, "14.74"), (-460, "0.16")])
    pencil.row([(40, f"{minor} ...4688"), (-400, "11.32"), (-460, "-1.04")])
    pencil.page()
    pencil.row(list(zip(PLACES, ("Account", "Symbol", "Description", "Quantity", "Price", "Value"), strict=True)))
    for title, units, worth in (
        ("Revocable Living Trust ...4577", "70", "$700.00"),
        ("UTMA RI ...4688", "40", "$400.00"),
    ):
        pencil.row(list(zip(PLACES, (title, "WLLW", "Willow Mills Inc", units, "10.00", worth), strict=True)))
    found = {one.number: one for one in read_here("household.pdf", pencil.drawn().data).accounts}
    assert (found["…4688"].owner, found["…4688"].registration) == ("Piers Farrow", "utma")
    assert (found["…4577"].owner, found["…4577"].registration) == ("Farrow Revocable Living Trust", "trust_grantor")

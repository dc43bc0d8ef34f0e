"""Text whose columns stand at the same places in every row: read as the cells of a table where that tells more."""

from decimal import Decimal as D

from core.domain.statement import Statement
from core.ingest.reading import read_here
from core.ingest.sheets.gridded import gridded_rows

FRONT = "Account Positions\nAs of 06/30/2026\n\nOdalys Fenwick Roth IRA 4417-8820\n"
ROWS = (
    ("Type", "Security (Symbol)", "Shares", "Price", "Market Value", "Gain/Loss"),
    ("Equity", "HARBOR & SONS CO (QZAB)", "100", "20.00", "2,000.00", "(150.00)"),
    ("Equity", "FINCH PAPER CO (FNCH)", "50.125", "10.00", "501.25", "20.00"),
    ("Option", "CALL QZAB 01/15/27 73.00", "(2)", "4.07", "(814.00)", "15.00"),
    ("Cash", "Bank Sweep", "", "", "300.00", ""),
)


def printed(*more: tuple[str, ...], front: str = FRONT) -> str:
    rows = [*ROWS, *more]
    wide = [max(len(row[place]) for row in rows if len(row) > 2) for place in range(len(ROWS[0]))]
    lines = ["  ".join(_padded(row, wide)) if len(row) > 2 else row[0] for row in rows]
    return front + "\n".join(line.rstrip() for line in lines) + "\n\nPast performance is no guarantee of results.\n"


def _padded(row: tuple[str, ...], wide: list[int]) -> list[str]:
    """The cells as wide as their columns: words stand left, figures right."""
    sized = enumerate(zip(row, wide, strict=True))
    return [cell.ljust(size) if place < 2 else cell.rjust(size) for place, (cell, size) in sized]


def read(text: str) -> Statement:
    return read_here("grid.txt", text.encode())


def test_columns_at_the_same_places_are_cells() -> None:
    (account,) = read(printed(("", "Account Total", "", "", "1,987.25", ""))).accounts
    assert (account.status, account.number, account.registration) == ("proven", "…8820", "roth_ira")
    assert (account.stated_total, account.cash) == (D("1987.25"), D("300.00"))
    assert [(line.symbol, line.quantity, line.market_value) for line in account.positions][:2] == [
        ("QZAB", D(100), D("2000.00")),
        ("FNCH", D("50.125"), D("501.25")),
    ]
    assert (account.positions[2].asset_type, account.positions[2].quantity) == ("option", D(-2))


def test_a_sum_wider_than_its_column_stands_where_it_ends() -> None:
    text = printed(front="Account 4417-8820\n").replace("\n\nPast", "\nTotal" + " " * 40 + "$1,987.25\n\nPast")
    rows = gridded_rows(text)
    assert rows is not None
    assert next(row for row in rows if row and row[0] == "Total")[4] == "$1,987.25"


def test_a_wrong_figure_is_named() -> None:
    (account,) = read(printed(("", "Account Total", "", "", "1,997.25", ""))).accounts
    assert (account.status != "proven", account.stated_total, len(account.positions)) == (True, D("1997.25"), 4)


def test_text_without_such_columns_is_read_as_lines() -> None:
    assert gridded_rows("Symbol Description Quantity Price Value\nQZAB HARBOR 100 20.00 2,000.00\n") is None
    assert gridded_rows("Nothing at all\n") is None

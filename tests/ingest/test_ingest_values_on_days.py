"""Worths told under days side by side on a cover, and type sizes of days on scans."""

import pytest

from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil
from tools.accuracy.scans import scan_pdf


def cover(everything: str = "$3,750.00") -> Pencil:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Pinewick Brokerage")], "B", size=12, step=20)
    pencil.row([(40, "Accounts"), (-400, "Value on 05/31/2026"), (-520, "Value on 06/30/2026")])
    pencil.row([(40, "Individual brokerage account"), (-400, "$1,200.00"), (-520, "$1,250.00")])
    pencil.row([(40, "1441-3153")])
    pencil.row([(40, "Roth IRA brokerage account"), (-400, "$2,400.00"), (-520, "$2,500.00")])
    pencil.row([(40, "1215-8881")])
    pencil.row([(40, "Total value of all accounts"), (-520, everything)], step=20)
    for number, kind, units, worth in (
        ("1441-3153", "Individual brokerage account", "100", "$1,250.00"),
        ("1215-8881", "Roth IRA brokerage account", "200", "$2,500.00"),
    ):
        pencil.page()
        pencil.row([(40, f"Tobias Marchetti - {kind} - {number}")], step=16)
        pencil.row([(40, "Ending balance"), (-330, worth)], step=16)
        pencil.row([(40, "Symbol"), (100, "Name"), (-330, "Quantity"), (-400, "Price"), (-500, "Balance")])
        pencil.row([(40, "QZAB"), (100, "Harbor Quill Inc"), (-330, units), (-400, "12.50"), (-500, worth)])
    return pencil


def test_what_one_account_was_worth_a_month_ago_is_not_held_against_all_of_them() -> None:
    statement = read_here("pinewick.pdf", cover().drawn().data)
    assert [account.status for account in statement.accounts] == ["proven", "proven"]
    assert not [issue for issue in statement.issues if issue.severity == "error"]


def test_what_is_printed_for_all_accounts_still_is() -> None:
    statement = read_here("pinewick.pdf", cover("$3,650.00").drawn().data)
    assert [issue.code for issue in statement.issues if issue.severity == "error"] == ["household_total"]


@pytest.mark.parametrize("size", [7, 8.5])
def test_days_under_the_words_of_a_head_are_of_its_size_on_a_scan(size: float) -> None:
    pencil = Pencil(font="Sans")
    pencil.page()
    pencil.row([(40, "Pinewick Retirement")], "B", size=12, step=20)
    pencil.row([(40, "Account Number 5511-2233")], step=20)
    words, days = ("Shares on", "Price on", "Value on"), ("03/31/2026", "06/30/2026")
    places = [-260, -320, -380, -440, -500, -560]
    pencil.row(
        [(place, word) for place, word in zip(places, [w for w in words for _ in days], strict=True)], size=size, step=9
    )
    pencil.row([(40, "Investment"), *zip(places, days * 3, strict=True)], size=size)
    rows = (
        ("QUILL BALANCED POOL", "100.000", "110.000", "12.00", "12.50", "1,200.00", "1,375.00"),
        ("EMBER MARKET INDEX", "200.000", "210.000", "10.00", "10.20", "2,000.00", "2,142.00"),
    )
    for name, *figures in rows:
        pencil.row([(40, name), *zip(places, figures, strict=True)], size=size)
    pencil.row([(40, "Total"), (-500, "3,200.00"), (-560, "3,517.00")], size=size)
    (account,) = read_here("scan.pdf", scan_pdf(pencil.drawn().data, "clean", 3)).accounts
    assert [str(line.market_value) for line in account.positions] == ["1375.00", "2142.00"]

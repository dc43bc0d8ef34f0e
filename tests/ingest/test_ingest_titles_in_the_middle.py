"""Reports whose pages bear their titles in the middle: the name over the kind over the number of each account."""

from core.domain.statement import Statement
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

ACCOUNTS = (
    ("Ines Calloway", "Individual Account", "28013448", "1,000.00", "Tarn Logistics Corp"),
    ("Tobias Calloway", "Rollover IRA", "86726036", "2,000.00", "Quill Harbor Corp"),
    ("Prudence Hale", "Roth IRA", "83440221", "3,000.00", "Orrin Foods Inc"),
)
MIDDLE = 306


def middle(pencil: Pencil, text: str) -> None:
    width = 4.4 * len(text)
    pencil.row([(MIDDLE - width / 2, text)])


def review(listed: bool) -> Statement:
    pencil = Pencil(font="Courier", size=7.33)
    pencil.page()
    middle(pencil, "Wyndcote Wealth Management")
    middle(pencil, "Quarterly Review")
    middle(pencil, "September 30, 2026")
    if listed:
        pencil.row([(40, "Portfolio"), (200, "Account"), (-480, "Market Value")], "B")
        for owner, _, number, value, _ in ACCOUNTS:
            pencil.row([(40, owner), (200, number), (-480, value)])
        pencil.row([(40, "TOTAL"), (-480, "6,000.00")], "B")
    for owner, kind, number, value, name in ACCOUNTS:
        pencil.page()
        for text in ("Wyndcote Wealth Management", "PORTFOLIO STATEMENT", owner, kind, f"Account {number}"):
            middle(pencil, text)
        middle(pencil, "September 30, 2026")
        pencil.row([(40, "Security"), (-300, "Units"), (-380, "Price"), (-480, "Market Value")], "B")
        pencil.row([(40, name), (-300, "100"), (-380, f"{float(value.replace(',', '')) / 100:.2f}"), (-480, value)])
        pencil.row([(40, "TOTAL PORTFOLIO"), (-480, value)], "B")
    return read_here("wyndcote.pdf", pencil.drawn().data)


def test_the_name_in_the_middle_over_the_kind_is_the_owner() -> None:
    for listed in (False, True):
        statement = review(listed)
        accounts = statement.accounts
        assert [one.owner for one in accounts] == ["Ines Calloway", "Tobias Calloway", "Prudence Hale"]
        assert [one.registration for one in accounts] == ["taxable_individual", "traditional_ira", "roth_ira"]
        assert [one.status for one in accounts] == ["proven"] * 3
        assert not [issue for issue in statement.issues if "owner" in issue.message]

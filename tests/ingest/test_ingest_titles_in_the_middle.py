"""Reports whose pages bear their titles in the middle: the name over the kind over the number of each account."""

from core.domain.statement import Statement
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

ACCOUNTS = (
    ("Ines Calloway", "Individual Account", "28013448", "1,000.00", "Tarn Logistics Corp"),
    ("Tobias Calloway", "Rollover IRA", "86726036", "2,000.00", "Quill Harbor Corp"),
    ("Marcus Hale and Prudence Hale", "Joint Tenants", "83440221", "3,000.00", "Orrin Foods Inc"),
)
MIDDLE = 306


def middle(pencil: Pencil, text: str) -> None:
    width = 4.4 * len(text)
    pencil.row([(MIDDLE - width / 2, text)])


def review(listed: bool, numbered: str = "Account {}", kind_last: bool = False) -> Statement:
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
        titles = [kind, numbered.format(number)]
        titles = titles[::-1] if kind_last else titles
        for text in ("Wyndcote Wealth Management", "September 30, 2026", "PORTFOLIO STATEMENT", owner, *titles):
            middle(pencil, text)
        pencil.row([(40, "Security"), (-300, "Units"), (-380, "Price"), (-480, "Market Value")], "B")
        pencil.row([(40, name), (-300, "100"), (-380, f"{float(value.replace(',', '')) / 100:.2f}"), (-480, value)])
        pencil.row([(40, "TOTAL PORTFOLIO"), (-480, value)], "B")
    return read_here("wyndcote.pdf", pencil.drawn().data)


def test_the_name_in_the_middle_over_the_kind_is_the_owner() -> None:
    for statement in (review(False), review(True), review(False, kind_last=True)):
        accounts = statement.accounts
        assert [one.owner for one in accounts] == ["Ines Calloway", "Tobias Calloway", "Marcus Hale and Prudence Hale"]
        assert [one.registration for one in accounts] == ["taxable_individual", "traditional_ira", "taxable_joint"]
        assert [one.status for one in accounts] == ["proven"] * 3
        assert not [issue for issue in statement.issues if "owner" in issue.message]


def test_titles_right_over_the_heads_are_none_of_them() -> None:
    pencil = Pencil(font="Courier", size=7.33)
    for owner, kind, number, value, name in ACCOUNTS:
        pencil.page()
        for text in ("Wyndcote Wealth Management", owner, kind, f"Account ending in {number[-4:]}"):
            middle(pencil, text)
        pencil.row([(40, "Security"), (-330, "Units"), (-380, "Price"), (-480, "Market Value")], "B")
        pencil.row([(40, name), (-330, "100"), (-380, f"{float(value.replace(',', '')) / 100:.2f}"), (-480, value)])
        pencil.row([(40, "TOTAL PORTFOLIO"), (-480, value)], "B")
    accounts = read_here("wyndcote.pdf", pencil.drawn().data).accounts
    assert [one.number for one in accounts] == ["…3448", "…6036", "…0221"]
    assert [one.registration for one in accounts] == ["taxable_individual", "traditional_ira", "taxable_joint"]

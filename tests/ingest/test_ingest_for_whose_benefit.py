"""Whose account it is beside an adviser, behind `FBO`, under a bare number, and in a cell of two lines."""

import pytest

from core.domain.statement import Statement
from core.ingest.reading import read_here
from tools.accuracy.drawing import Column, Pencil, Table


def holdings(pencil: Pencil, units: int = 100) -> None:
    """One security and the total of its account."""
    pencil.say("")
    table = Table(pencil, [Column("Description", 40), Column("Quantity", -300), Column("Price", -380)])
    table.columns.append(Column("Market Value", -480))
    table.head()
    table.line(("Quill Holdings Inc (QZAB)", str(units), "41.00", f"{units * 41:,}.00"))
    table.line(("Total Account", "", "", f"{units * 41:,}.00"), "B")


def of_custodian(lines: tuple[str, ...]) -> Statement:
    """An account with an address block at the left and its adviser at the right."""
    pencil = Pencil()
    pencil.page()
    pencil.say("Penhallow Clearing", step=30, size=14)
    right = ("Account Number: BQ2-170511", "", "Your Financial Advisor:", "THEA M. LINDHOLM", "(555) 014-7719")
    for left, beside in zip(lines, right, strict=True):
        pencil.row([(40, left), (360, beside)], step=10)
    holdings(pencil)
    return read_here("penhallow.pdf", pencil.drawn().data)


@pytest.mark.parametrize(
    ("title", "registration"),
    [("IRA FBO Odile Farrow", "traditional_ira"), ("ROTH IRA F/B/O Odile Farrow", "roth_ira")],
)
def test_the_owner_is_the_one_for_whose_benefit_and_never_the_adviser(title: str, registration: str) -> None:
    block = (title, "Penhallow Clearing as Custodian", "Rollover Account", "1906 Juniper Avenue", "Dayton, OH 45402")
    (account,) = of_custodian(block).accounts
    assert (account.number, account.owner, account.registration) == ("…0511", "Odile Farrow", registration)


def test_a_street_under_the_word_account_is_no_number() -> None:
    block = ("Odile Farrow", "", "Rollover Account", "1906 Juniper Avenue", "Dayton, OH 45402")
    found = of_custodian(block)
    assert [account.number for account in found.accounts] == ["…0511"]
    assert not [issue for issue in found.issues if "1906" in issue.message]


def test_a_name_under_the_adviser_is_no_owner() -> None:
    block = ("", "", "", "", "")
    (account,) = of_custodian(block).accounts
    assert account.owner == ""


ACCOUNTS = (
    ("Retirement Account", "Roth IRA", "222-771454-651", "roth_ira"),
    ("Active Assets Account", "Revocable Living Trust", "711-377208-902", "trust_grantor"),
    ("Basic Securities Account", "Individual", "708-551814-203", "taxable_individual"),
)


def test_kinds_on_the_second_line_of_a_cell_belong_to_the_row_above() -> None:
    pencil = Pencil()
    pencil.page()
    pencil.say("For the Period June 1-30, 2026", step=40)
    pencil.say("Desmond Ashgrove\n55 Old Mill Lane\nDayton, OH 45402", step=10)
    pencil.say("Overview of your accounts", style="B")
    columns = [Column("Account", 40), Column("Account Number", 200), Column("Ending Value", -500)]
    Table(pencil, columns).head()
    for units, (title, kind, number, _) in enumerate(ACCOUNTS, 100):
        pencil.row([(40, title), (200, number), (-500, f"{units * 41:,}.00")], step=8.6)
        pencil.say(kind, size=6.8, step=14)
    pencil.row([(40, "Total"), (-500, "12,423.00")], "B")
    for units, (title, kind, number, registration) in enumerate(ACCOUNTS, 100):
        pencil.page()
        pencil.say("For the Period June 1-30, 2026", step=20)
        pencil.row([(-560, title)], step=9)
        pencil.at(40, "Account Detail", size=16, y=pencil.y + 4)
        pencil.row([(-560, number)], step=9)
        pencil.row([(-560, "Desmond Ashgrove")], step=9)
        pencil.row([(-560, kind if registration != "taxable_individual" else "")], step=30)
        holdings(pencil, units)
    found = read_here("overview.pdf", pencil.drawn().data).accounts
    assert [(account.number, account.owner, account.registration) for account in found] == [
        (f"…{number.replace('-', '')[-4:]}", "Desmond Ashgrove", kind) for _, _, number, kind in ACCOUNTS
    ]

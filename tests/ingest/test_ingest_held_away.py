"""What a statement lists as held elsewhere opens no account, and takes nothing from the account around it."""

import pytest

from core.domain.statement import Statement
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil


def read(title: str, said: str = "") -> Statement:
    """An account with a fund, a list under a title with a policy, and then a trade."""
    pencil = Pencil(size=8)
    pencil.page()
    pencil.row([(40, "Account Number: HQW-763201"), (350, "June 30, 2026")], step=30)
    pencil.row([(40, "Security"), (-300, "Quantity"), (-360, "Price"), (-430, "Value")], "B")
    pencil.row([(40, "Quill Fund (QZABX)"), (-300, "10"), (-360, "50.00"), (-430, "500.00")])
    pencil.row([(40, "Total account value"), (-430, "500.00")], step=30)
    pencil.row([(40, title)], "B")
    pencil.row([(40, said)], size=7)
    pencil.row([(40, "Sponsor"), (200, "Product"), (300, "Policy/Account"), (-430, "Reported Value")], "B")
    cells = [(40, "ALDER MOOR LIFE"), (200, "VARIABLE ANNUITY"), (300, "ALM219801"), (-430, "$37,205.11")]
    pencil.row(cells, step=30)
    pencil.row([(40, "PURCHASES AND SALES")], "B")
    heads = [(40, "Date"), (90, "Transaction"), (170, "Description"), (-360, "Quantity"), (-400, "Price")]
    pencil.row([*heads, (-460, "Amount")], "B")
    trade = [(40, "06/03/26"), (90, "YOU BOUGHT"), (170, "QUILL FUND"), (-360, "2.000"), (-400, "$49.00")]
    pencil.row([*trade, (-460, "($98.00)")])
    return read_here("away.pdf", pencil.drawn().data)


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("ASSETS HELD AWAY", ""),
        ("EXTERNAL ACCOUNTS", ""),
        ("Accounts Not Held With Us", ""),
        ("FOR YOUR INFORMATION", "The following are not held in your account and are not part of your account value."),
    ],
)
def test_a_policy_held_away_opens_no_account(title: str, said: str) -> None:
    statement = read(title, said)
    (account,) = statement.accounts
    assert (account.number[-4:], account.status, len(account.positions)) == ("3201", "proven", 1)
    assert len(account.activity) == 1
    assert any("ALDER MOOR LIFE is listed as held elsewhere" in issue.message for issue in statement.issues)


def test_a_sentence_under_every_statement_makes_no_list_of_what_is_held_elsewhere() -> None:
    head = "Symbol   Description          Quantity    Price    Market Value\n"
    text = (
        "Alder Moor Brokerage\nStatement as of October 30, 2026\n"
        "Securities are not held by the bank and may lose value.\n\n"
        "Odile Farrow Roth IRA     4471-8820     $500.00\n"
        f"{head}QZAB     Quill Harbor Corp        10      50.00        500.00\n"
        "Total                                                  500.00\n\n"
        "Odile Farrow Individual     5593-1177     $1,500.00\n"
        f"{head}QZAB     Quill Harbor Corp        30      50.00      1,500.00\n"
        "Total                                                1,500.00\n"
    )
    accounts = read_here("bank.txt", text.encode()).accounts
    assert [(one.number[-4:], one.owner, one.registration, one.status) for one in accounts] == [
        ("8820", "Odile Farrow", "roth_ira", "proven"),
        ("1177", "Odile Farrow", "taxable_individual", "proven"),
    ]

"""An owner told in part behind a label goes on in the line below; the title of an account may end in its number."""

import pytest

from core.domain.statement import StatementAccount
from core.ingest.lexicon.registrations import registration_of
from core.ingest.owners.account_titles import title_of
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil


def account_under(*heads: str, letterhead: str = "Alder Ridge", x: float = 40) -> StatementAccount:
    """The one account of a page with such lines of its title under the letterhead."""
    pencil = Pencil(size=8)
    pencil.page()
    pencil.row([(x, letterhead)], step=11)
    for head in heads:
        pencil.row([(40, head)], step=9)
    pencil.row([(40, "Account number: 5511-2233"), (350, "June 30, 2026")], step=24)
    pencil.row([(40, "Security"), (-300, "Quantity"), (-360, "Price"), (-430, "Value")], "B")
    pencil.row([(40, "Quill Fund (QZABX)"), (-300, "10"), (-360, "50.00"), (-430, "500.00")])
    pencil.row([(40, "Total account value"), (-430, "500.00")])
    (account,) = read_here("title.pdf", pencil.drawn().data).accounts
    return account


@pytest.mark.parametrize(
    ("first", "second", "owner"),
    [
        ("ALDER RIDGE BANK CUST", "FBO INES CALLOWAY ROTH IRA", "INES CALLOWAY"),
        ("INES CALLOWAY &", "TOBIAS CALLOWAY JTWROS", "INES CALLOWAY & TOBIAS CALLOWAY"),
        ("INES CALLOWAY &", "TOBIAS CALLOWAY", "INES CALLOWAY & TOBIAS CALLOWAY"),
        ("INES CALLOWAY CUST", "ODILE CALLOWAY", "ODILE CALLOWAY"),
        ("INES CALLOWAY", "TOBIAS OKONJO", "INES CALLOWAY"),
    ],
)
def test_an_owner_left_open_goes_on_below(first: str, second: str, owner: str) -> None:
    assert account_under(f"Account name: {first}", second).owner == owner


@pytest.mark.parametrize(
    "text",
    [
        "INES CALLOWAY TRUSTEE ODILE CALLOWAY 2014 IRREVOCABLE TRUST DATED 03/14/2014",
        "INES CALLOWAY AND TOBIAS CALLOWAY TRUSTEES THE CALLOWAY IRREVOCABLE TRUST DATED 03/14/2014",
    ],
)
def test_a_dated_trust_behind_its_trustees_is_the_owner(text: str) -> None:
    title = title_of(text)
    assert title is not None
    assert title.owner.endswith("IRREVOCABLE TRUST")
    assert "TRUSTEE" not in title.owner
    assert registration_of(title.kind) == "trust_nongrantor"


def test_a_sister_of_the_firm_keeps_an_account() -> None:
    account = account_under(
        "INES K CALLOWAY ALDERMOOR TRUST COMPANY NA CUSTODIAN ROTH IRA ACCT. R44120005",
        letterhead="ALDERMOOR PRIVATE BANK",
        x=350,
    )
    assert (account.owner, account.registration) == ("INES K CALLOWAY", "roth_ira")

"""What the title of an account says and no fact has is told: words, another name, another kind."""

from decimal import Decimal

import pytest

from core.domain.account import Registration
from core.domain.statement import StatementAccount
from core.ingest import findings
from core.ingest.accounts.draft import Draft
from core.ingest.accounts.left_over import left_over
from core.ingest.nouns.events import Fact, Where
from core.ingest.reading import read_here
from core.workflow import statements
from core.workflow.correcting import correct
from core.workflow.desk import Desk
from tools.accuracy.drawing import Pencil

HERE = Where(1, None, (40.0, 40.0, 200.0, 48.0))


def told(
    owner: str, kind: Registration, *title: str, edges: tuple[str, ...] = (), number: tuple[str, ...] = ()
) -> dict[str, str]:
    """What is left over of an account with such an owner, read in that title with others over or under it."""
    facts = [Fact("owner", owner, HERE, title=title, edges=edges)]
    facts += [Fact("account", "5511-2233", HERE, title=("Account 5511-2233",), edges=number)] if number else []
    return left_over(Draft("5511-2233", owner=owner, registration=kind, told=facts), "Alder Ridge Securities")


@pytest.mark.parametrize(
    ("owner", "kind", "title"),
    [
        ("Ines K. Calloway", "roth_ira", "INES K CALLOWAY - ROTH IRA ACCT. 5511-2233"),
        ("INES CALLOWAY & TOBIAS HALE", "taxable_joint", "INES CALLOWAY & TOBIAS HALE JT TEN WROS"),
        ("INES CALLOWAY", "traditional_ira", "ALDER RIDGE BANK CUST FBO INES CALLOWAY IRA"),
        ("ODILE CALLOWAY", "utma", "INES CALLOWAY CUST FOR ODILE CALLOWAY UTMA/OK"),
        ("Calloway Family Trust", "trust_grantor", "Ines Calloway & Tobias Hale Calloway Family Trust"),
        ("Ines Calloway", "taxable_individual", "Account owner: Mrs. Ines Calloway, November 30, 2026"),
        ("INES CALLOWAY", "roth_ira", "ALDER RIDGE INES CALLOWAY ROTH IRA"),
        ("INES CALLOWAY", "roth_ira", "INES CALLOWAY ROTH IRA MOONGLOW CLEARING x2233"),
        ("Ines Calloway", "roth_ira", "Ines Calloway Roth IRA - Fidelity xxxx2233"),
        ("INES CALLOWAY", "sep_ira", "INES CALLOWAY SIMPLIFIED EMPLOYEE PENSION IRA"),
        ("Ines Calloway", "hsa", "Account owner(s): Ines Calloway, Health Savings Account"),
    ],
)
def test_of_a_title_that_is_understood_nothing_is_left(owner: str, kind: Registration, title: str) -> None:
    assert told(owner, kind, title) == {}


@pytest.mark.parametrize(
    ("owner", "kind", "title", "left"),
    [
        ("INES CALLOWAY", "roth_ira", "INES CALLOWAY TOBIAS ROTH IRA", {"title": "TOBIAS"}),
        ("Ines Calloway", "taxable_individual", "Ines Calloway Usufruct", {"title": "Usufruct"}),
        ("INES CALLOWAY", "traditional_ira", "INES CALLOWAY ROTH IRA", {"registration": "Roth IRA"}),
        ("INES CALLOWAY", "roth_ira", "INES CALLOWAY JTWROS", {"registration": "Joint"}),
    ],
)
def test_words_and_kinds_of_a_title_that_no_fact_has_are_left(
    owner: str, kind: Registration, title: str, left: dict[str, str]
) -> None:
    assert told(owner, kind, title) == left


def test_a_name_at_the_edge_of_the_owner_is_another_owner() -> None:
    under = told("INES CALLOWAY", "taxable_individual", "INES CALLOWAY", edges=("TOBIAS HALE",))
    assert under == {"owner": "TOBIAS HALE"}
    assert told("INES CALLOWAY", "inherited_ira", "INES CALLOWAY", edges=("TOBIAS HALE DECD",)) == {}
    assert told("INES CALLOWAY", "taxable_individual", "INES CALLOWAY", edges=("12 Alder Way",)) == {}


def test_a_name_that_goes_on_in_the_owner_is_left() -> None:
    heir = told("TOBIAS CALLOWAY", "inherited_ira", "TOBIAS CALLOWAY", edges=("INES CALLOWAY BENE OF",))
    assert heir == {"title": "INES CALLOWAY BENE OF"}
    joint = told("INES HALE & TOBIAS HALE", "taxable_joint", "INES HALE & TOBIAS HALE", edges=("INES HALE &",))
    assert joint == {}


def test_who_has_the_last_name_of_the_owner_beside_the_number_is_left() -> None:
    beside = told("INES K CALLOWAY", "taxable_individual", number=("TOBIAS R CALLOWAY & INES K CALLOWAY",))
    assert beside == {"title": "TOBIAS R CALLOWAY"}
    assert told("INES K CALLOWAY", "taxable_individual", number=("INES K CALLOWAY", "Corin Bassett")) == {}
    assert told("Ines Calloway", "traditional_ira", number=("Total Calloway Family Trust",)) == {}
    assert told("ODILE CALLOWAY", "utma", number=("TOBIAS R CALLOWAY CUST",)) == {}


def paper_with(*heads: str) -> bytes:
    """A page of one account with such lines over its number."""
    pencil = Pencil(size=8)
    pencil.page()
    pencil.row([(40, "Alder Ridge")], step=11)
    for head in heads:
        pencil.row([(40, head)], step=9)
    pencil.row([(40, "Account number: 5511-2233"), (350, "June 30, 2026")], step=24)
    pencil.row([(40, "Security"), (-300, "Quantity"), (-360, "Price"), (-430, "Value")], "B")
    pencil.row([(40, "Quill Fund (QZABX)"), (-300, "10"), (-360, "50.00"), (-430, "500.00")])
    pencil.row([(40, "Total account value"), (-430, "500.00")])
    return pencil.drawn().data


def account_under(*heads: str) -> StatementAccount:
    (account,) = read_here("title.pdf", paper_with(*heads)).accounts
    return account


@pytest.mark.parametrize(
    ("heads", "sentence"),
    [
        (("INES CALLOWAY", "TOBIAS HALE"), "the owner may be INES CALLOWAY as well; compare with the page"),
        (
            ("Account owner: INES CALLOWAY", "TOBIAS CALLOWAY"),
            "the owner may be TOBIAS CALLOWAY as well; compare with the page",
        ),
        (
            ("INES CALLOWAY - MOONGLOW ROTH IRA",),
            "the title also says 'MOONGLOW', which was not understood; compare owner and registration with the page",
        ),
    ],
)
def test_what_is_left_of_a_title_is_told_in_one_sentence_and_takes_no_proof_away(
    heads: tuple[str, ...], sentence: str
) -> None:
    account = account_under(*heads)
    assert account.status == "proven" and account.stated_total == Decimal("500.00")
    assert [issue.message for issue in findings(account) if issue.code == "facts"] == [sentence]


@pytest.mark.parametrize(
    "heads",
    [
        ("INES CALLOWAY ROTH IRA",),
        ("INES CALLOWAY", "12 Alder Way", "TULSA, OK 74114"),
        ("Anne-Marie Calloway ROTH IRA",),
    ],
)
def test_the_house_over_the_owner_is_no_other_owner(heads: tuple[str, ...]) -> None:
    assert not account_under(*heads).doubts


def test_a_title_is_in_doubt_no_more_when_a_person_has_told_the_owner() -> None:
    desk = Desk.sample("advisor")
    taken = statements.upload(desk, "title.pdf", paper_with("INES CALLOWAY - MOONGLOW ROTH IRA"))
    assert taken.statement.accounts[0].doubts == {"title": "MOONGLOW"}
    changed = correct(desk, taken.id, taken.version, 0, -1, {"owner": "Ines Moonglow Calloway"}, "as the client says")
    assert not changed.statement.accounts[0].doubts

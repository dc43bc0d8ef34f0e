"""Names as people bear them, and whose an account is where a sentence, a kind or an estate tells it."""

import pytest

from core.domain.statement import StatementAccount
from core.ingest.lexicon.people import is_entity, may_be_person
from core.ingest.owners.account_titles import title_of
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil


@pytest.mark.parametrize(
    "name",
    ["Ruth St. John", "Warren H. Van der Meer", "José Tran", "D'Arcy Young", "Anne-Marie P. Tran", "Ines K M Calloway",
     "Maria de la Cruz", "GREGORY H ST. JOHN", "JOSÉ MCALLISTER", "D'ARCY VAN DER MEER"],
)  # fmt: skip
def test_names_of_people(name: str) -> None:
    assert may_be_person(name)
    title = title_of(f"{name} Roth IRA")
    assert title is not None and (title.owner, title.kind) == (name, "Roth IRA")


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("Rollover IRA of Ines Calloway", "Ines Calloway"),
        ("Ines Calloway Transfer on Death", "Ines Calloway"),
        ("Calloway Irrevocable Trust dated 01/02/2015", "Calloway Irrevocable Trust"),
        ("Estate of Ines Calloway", "Estate of Ines Calloway"),
        ("Estate of Ines Calloway Tobias Calloway Executor", "Estate of Ines Calloway"),
        ("ESTATE OF INES CALLOWAY, ODILE HALE EXECUTOR", "ESTATE OF INES CALLOWAY"),
        ("Change in value of Account", None),
        ("Fund of Funds", None),
    ],
)
def test_titles_that_tell_whose_an_account_is(text: str, owner: str | None) -> None:
    title = title_of(text)
    assert (title.owner if title is not None else None) == owner


def test_companies_that_own_and_houses_that_keep() -> None:
    assert is_entity("Calloway Holdings LLC") and is_entity("CALLOWAY & SONS INC")
    assert not is_entity("Alder Securities LLC") and not is_entity("Larch Wealth Advisors Inc")


def account_under(*lines: str, foot: str = "") -> StatementAccount:
    """The one account of a page with its title in lines over the number."""
    pencil = Pencil(size=8)
    pencil.page()
    pencil.row([(40, "Alder Ridge Securities"), (330, "June 1 - June 30, 2026")], "B", step=18)
    for line in lines:
        pencil.row([(40, line)], step=10)
    pencil.row([(40, "Account Number: 5511-2233")], step=20)
    pencil.row([(40, "Symbol"), (90, "Description"), (-330, "Quantity"), (-400, "Price"), (-480, "Market Value")], "B")
    pencil.row([(40, "QZAB"), (90, "Quill Fund"), (-330, "10"), (-400, "50.00"), (-480, "500.00")])
    pencil.row([(40, "Total account value"), (-480, "500.00")], "B", step=20)
    if foot:
        pencil.row([(40, foot)])
    (account,) = read_here("title.pdf", pencil.drawn().data).accounts
    return account


@pytest.mark.parametrize(
    ("lines", "owner", "registration"),
    [
        (("Ines Calloway", "Individual Account"), "Ines Calloway", "taxable_individual"),
        (("INES CALLOWAY", "ROTH IRA"), "INES CALLOWAY", "roth_ira"),
        (("Ines Calloway and Tobias St. John", "JT WROS"), "Ines Calloway and Tobias St. John", "taxable_joint"),
        (("Larch Holdings LLC", "1200 Mill Lane", "Dayton OH 45402"), "Larch Holdings LLC", "other"),
    ],
)
def test_whom_a_report_is_prepared_for_by_somebody(lines: tuple[str, ...], owner: str, registration: str) -> None:
    account = account_under(*lines, foot="Prepared for Ines Calloway by Dana Whitfield")
    assert (account.owner, account.registration) == (owner, registration)


def test_the_adviser_behind_by_is_no_part_of_the_name() -> None:
    account = account_under(foot="Prepared for Ines Calloway by Dana Whitfield")
    assert account.owner == "Ines Calloway"

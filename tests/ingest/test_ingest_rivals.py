"""What is told of an account in two places, and not alike, is said: in the list of accounts, between two numbers."""

from decimal import Decimal

import pytest

from core.domain.account import Registration
from core.domain.statement import StatementAccount
from core.ingest.accounts.draft import Draft
from core.ingest.accounts.rivals import rivals
from core.ingest.nouns.events import Fact, FactKind, Where
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

STOPS = (-280, -340, -400, -480)
NUMBERS = ("417-20934", "417-20945")
OWN = ("INES CALLOWAY - ROTH IRA", "TOBIAS CALLOWAY - SEP IRA")


def household(listed: tuple[str, str], own: tuple[str, str] = OWN) -> tuple[StatementAccount, ...]:
    """Two accounts, each with what the list says of it and what stands under its number."""
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "As of June 30, 2026")], step=20)
    pencil.row([(40, "Account"), (-400, "Account Number"), (-480, "Market Value")], "B")
    for number, title in zip(NUMBERS, listed, strict=True):
        pencil.row([(40, title), (-400, number), (-480, "$900.00")])
    pencil.row([(40, "Total Household"), (-480, "$1,800.00")], "B")
    for number, title in zip(NUMBERS, own, strict=True):
        pencil.page()
        pencil.say(f"Account # {number}\n{title}")
        pencil.y += 20 * pencil.pages
        pencil.row([(40, "Holdings")], "B", size=12, step=16)
        heads = ("Quantity", "Price", "Cost Basis", "Market Value")
        pencil.row([(40, "Security"), *zip(STOPS, heads, strict=True)], "B", step=13)
        for name, units in (("Quill Fund (QZAB)", "300"), ("Ember Corp (QZBF)", "500"), ("Tarn Inc (QZCT)", "100")):
            figures = (units, "1.00", f"{units}.00", f"{units}.00")
            pencil.row([(40, name), *zip(STOPS, figures, strict=True)])
        pencil.row([(40, "Total Account Value"), (-480, "$900.00")], "B")
    found = read_here("paper.pdf", pencil.drawn().data).accounts
    assert [(one.status, one.stated_total) for one in found] == [("proven", Decimal(900))] * 2
    return found


def test_a_list_that_agrees_with_the_pages_casts_no_doubt() -> None:
    assert [dict(one.doubts) for one in household(("Roth IRA", "SEP IRA"))] == [{}, {}]
    assert [dict(one.doubts) for one in household(OWN)] == [{}, {}]


def test_a_list_that_tells_another_kind_or_owner_is_said() -> None:
    first, second = household(("SEP IRA", "SEP IRA"))
    assert (dict(first.doubts), dict(second.doubts)) == ({"registration": "SEP IRA"}, {})
    first, second = household(("ODILE FENWICK - ROTH IRA", OWN[1]))
    assert "owner" in first.doubts and not second.doubts


def test_what_only_the_list_tells_is_read_from_it() -> None:
    found = household(("Roth IRA", "SEP IRA"), ("INES CALLOWAY", "TOBIAS CALLOWAY"))
    assert [(one.registration, dict(one.doubts)) for one in found] == [("roth_ira", {}), ("sep_ira", {})]


def fact(kind: FactKind, text: str, top: float = 40, rank: int = 0) -> Fact:
    return Fact(kind, text, Where(1, None, (40, top, 90, top + 8)), rank=rank)


def kept(registration: Registration = "roth_ira", owner: str = "Ines Calloway") -> Draft:
    return Draft(number=NUMBERS[0], owner=owner, registration=registration)


def test_a_title_that_two_neighbours_could_claim_is_said_of_an_account_that_is_told_once() -> None:
    draft = kept()
    draft.told = [fact("registration", "Roth IRA")]
    draft.claims = [fact("registration", "SEP IRA", 60), fact("owner", "Odile Fenwick", 60)]
    assert dict(rivals(draft)) == {"registration": "SEP IRA", "owner": "Odile Fenwick"}
    draft.told += [
        fact("registration", "Roth IRA", 300),
        fact("owner", "Ines Calloway"),
        fact("owner", "Ines Calloway", 80),
    ]
    draft.told += [fact("owner", "INES CALLOWAY", 300)]
    assert dict(rivals(draft)) == {}


def test_a_kind_told_less_surely_on_the_own_pages_is_said() -> None:
    draft = kept()
    draft.told = [fact("registration", "Roth IRA"), fact("registration", "Joint WROS", 60, -1)]
    assert dict(rivals(draft)) == {"registration": "Joint"}


@pytest.mark.parametrize(
    ("registration", "owner", "told"),
    [
        ("roth_ira", "Ines Calloway", fact("registration", "Brokerage account", rank=-1)),
        ("roth_ira", "Ines Calloway", fact("registration", "IRA")),
        ("taxable_joint", "Ines & Tobias Calloway", fact("registration", "Taxable account", rank=-1)),
        ("taxable_joint", "Ines Calloway & Tobias Calloway", fact("owner", "INES & TOBIAS CALLOWAY")),
        ("trust_nongrantor", "Calloway Irrevocable Trust", fact("registration", "Trust", rank=-1)),
        ("trust_grantor", "Calloway Family Trust", fact("owner", "Ines Calloway")),
        ("utma", "Odile Calloway", fact("owner", "Ines Calloway")),
        ("roth_ira", "Ines Calloway", fact("owner", "Preferred Stocks")),
        ("roth_ira", "Ines Calloway", fact("owner", "Alder Individual")),
        ("taxable_joint", "Ines Calloway and Tobias Hale", fact("owner", "Tobias Roth")),
        ("inherited_ira", "Ines Calloway", fact("owner", "ODILE FENWICK DECD")),
        ("trust_grantor", "The Calloway Family Revocable Trust", fact("owner", "Calloway Family Trust")),
        ("sep_ira", "Ines Calloway", fact("registration", "ALDER CLEARING TRUST CUSTODIAN", rank=-1)),
    ],
)
def test_what_may_stand_beside_the_chosen_is_no_rival(registration: Registration, owner: str, told: Fact) -> None:
    draft = kept(registration, owner)
    draft.told = [told]
    assert dict(rivals(draft)) == {}


def test_what_is_told_on_half_as_many_lines_as_the_chosen_is_no_rival() -> None:
    draft = kept()
    draft.told = [fact("registration", "Roth IRA", top) for top in (40, 80)]
    draft.told += [fact("owner", "Ines Calloway", top) for top in (40, 80)]
    draft.told += [fact("registration", "SEP IRA", 120), fact("owner", "Odile Fenwick", 120)]
    assert dict(rivals(draft)) == {}
    draft.told += [fact("registration", "SEP IRA", 160), fact("owner", "Odile Fenwick", 160)]
    assert dict(rivals(draft)) == {"owner": "Odile Fenwick", "registration": "SEP IRA"}


def test_a_bare_ira_is_a_rival_of_what_is_none() -> None:
    draft = kept("taxable_individual")
    draft.told = [fact("registration", "Individual"), fact("registration", "IRA", 80)]
    assert dict(rivals(draft)) == {"registration": "IRA"}

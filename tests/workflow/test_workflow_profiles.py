"""A taxpayer's profile and an account are completed as a person types them, with a reason, as a new version."""

from dataclasses import replace
from decimal import Decimal

import pytest

from core.domain.account import Account, Amounts
from core.domain.errors import BadInput
from core.domain.household import Household
from core.workflow import households, profiles, trail
from core.workflow.desk import Desk
from core.workflow.saving import Put, save


def new_home(desk: Desk) -> Household:
    """A household of one joint account that nobody pays for yet, as a sign-off leaves it."""
    home = households.new_household(desk, "Aldous and Wren", households.mandates(desk)[0].id)
    joint = Account("joint-1", "owner", "", "taxable_joint", Decimal(5000))
    with_account = replace(home, accounts=(joint,), version=2)
    save(desk, "household.created", Put("household", home.id, 2, with_account, client=home.id))
    return with_account


def test_a_profile_as_typed_becomes_a_taxpayer_who_pays_for_the_accounts_named() -> None:
    desk = Desk.sample()
    home = new_home(desk)
    assert [account.id for account in profiles.without_profile(home)] == ["joint-1"]
    texts = profiles.profile_texts(None) | {
        "filing_status": "married_joint", "ordinary_income": "$185,000", "state_rate": "9.3 %",
        "carryforward_long": "12,000", "gain_budget": "20000",
    }  # fmt: skip
    new = profiles.set_profile(desk, home.id, None, texts, ["joint-1"], "tax return")
    payer = new.taxpayers[0]
    assert (payer.filing_status, payer.ordinary_income, payer.state_rate) == ("married_joint", Decimal(185000), 0.093)
    assert payer.carryforward == Amounts(long=Decimal(12000))
    assert payer.gain_budget == Decimal(20000)
    assert new.accounts[0].taxpayer == payer.id
    assert profiles.without_profile(new) == ()
    assert trail.trail(desk)[0].kind == "household.taxpayer_set"
    assert profiles.profile_texts(payer)["state_rate"] == "9.3"


def test_what_was_typed_before_comes_back_and_can_be_changed() -> None:
    desk = Desk.sample()
    home = households.household(desk, "H-0005")
    payer = next(one for one in home.taxpayers if one.id == "T-0005")
    texts = profiles.profile_texts(payer) | {"gain_budget": ""}
    theirs = [account.id for account in home.accounts if account.taxpayer == payer.id]
    new = profiles.set_profile(desk, home.id, payer.id, texts, theirs, "call of Nov 3")
    assert next(one for one in new.taxpayers if one.id == payer.id) == replace(payer, gain_budget=None)
    assert new.accounts == home.accounts


@pytest.mark.parametrize(
    ("field", "text"),
    [("ordinary_income", "a lot"), ("state_rate", "120"), ("carryforward_short", "-5"), ("gain_budget", "NaN")],
)
def test_what_cannot_be_meant_is_refused_with_its_field(field: str, text: str) -> None:
    desk = Desk.sample()
    with pytest.raises(BadInput):
        profiles.set_profile(desk, "H-0008", None, profiles.profile_texts(None) | {field: text}, [], "because")


def test_an_account_is_described_by_a_person() -> None:
    desk = Desk.sample()
    home = new_home(desk)
    with pytest.raises(BadInput, match="rests on"):
        profiles.set_account(desk, home.id, "joint-1", "roth_ira", "Roth IRA, Wren", True, "")
    new = profiles.set_account(desk, home.id, "joint-1", "roth_ira", "Roth IRA, Wren", False, "agreement")
    assert (new.accounts[0].registration, new.accounts[0].tradable) == ("roth_ira", False)
    assert (new.card("joint-1").title, new.card("joint-1").held_away) == ("Roth IRA, Wren", True)

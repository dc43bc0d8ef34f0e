"""What a person completes by hand needs a reason, makes a new version and leaves the old one as it was."""

from dataclasses import replace
from decimal import Decimal

import pytest

from core.domain.errors import BadInput, NotAllowed, NotFound
from core.workflow import demo, holdings, households, profiles, trail
from core.workflow.desk import Desk


def test_a_corrected_lot_needs_a_reason_and_makes_a_new_version() -> None:
    desk = Desk.sample()
    home = households.household(desk, "H-0008")
    lot = home.accounts[0].lots[0]
    with pytest.raises(BadInput, match="say where"):
        holdings.correct_lot(desk, "H-0008", home.accounts[0].id, lot.id, "2020-01-02", "$1,000.00", " ")
    new = holdings.correct_lot(desk, "H-0008", home.accounts[0].id, lot.id, "2020-01-02", "$1,000.00", "1099-B")
    assert new.version == home.version + 1
    assert new.accounts[0].lots[0] == replace(lot, acquired=lot.acquired.replace(2020, 1, 2), cost_basis=Decimal(1000))
    assert households.household(desk, "H-0008", home.version) == home


def test_a_taxpayer_profile_is_completed_by_hand() -> None:
    desk = Desk.sample()
    home = households.new_household(desk, "Aldous and Wren", households.mandates(desk)[0].id)
    texts = {"filing_status": "single", "ordinary_income": "90,000", "state_rate": "5"}
    new = profiles.set_profile(desk, home.id, None, texts, (), "interview of Nov 3")
    (payer,) = new.taxpayers
    assert (payer.filing_status, payer.ordinary_income, payer.state_rate) == ("single", Decimal(90000), 0.05)
    assert trail.trail(desk)[0].kind == "household.taxpayer_set"


def test_only_known_classes_and_own_securities_are_classified() -> None:
    desk = Desk.sample()
    with pytest.raises(BadInput, match="no such asset class"):
        holdings.classify(desk, "H-0008", "VTI", {"stocks": "100"}, "fact sheet")
    with pytest.raises(NotFound, match="own"):
        holdings.classify(desk, "H-0008", "VTI", {"us_equity": "100"}, "fact sheet")


def test_the_committee_changes_no_holdings() -> None:
    desk = Desk.sample().acting_as(demo.person_for("committee"))
    with pytest.raises(NotAllowed):
        profiles.set_profile(desk, "H-0008", None, {}, (), "because")

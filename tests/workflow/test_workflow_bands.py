"""Bands that people set: versions with their event, by those who may, nearest level first, in drift and proposals."""

from dataclasses import replace

import pytest

from core.domain.allocation import Allocation
from core.domain.bands import BandRule
from core.domain.errors import BadInput, NotAllowed, OutOfDate
from core.domain.frozen_map import FrozenMap
from core.domain.mandate import Mandate
from core.workflow import demo
from core.workflow.bands import all_bands, bands_at, clear_band, holding_rules, set_band, set_bands
from core.workflow.case_files import case_file
from core.workflow.desk import Desk
from core.workflow.drift import drift
from core.workflow.heat_maps import account_map
from core.workflow.households import households
from core.workflow.metrics import account_rules
from core.workflow.monitoring import monitor
from core.workflow.saving import Put, load, save


@pytest.fixture
def desk() -> Desk:
    return Desk.sample()


def reading(desk: Desk, household: str, subject: str = "us_equity"):
    return next(one for one in drift(desk, household).readings if one.subject == subject)


def test_a_household_band_wins_over_the_mandates_and_gives_way_when_cleared(desk):
    held = households(desk)[0]
    before = reading(desk, held.id)
    set_band(
        desk.acting_as(demo.person_for("committee")), "mandate", held.mandate, "us_equity", BandRule("absolute", 0.2), 0
    )
    assert (reading(desk, held.id).level, reading(desk, held.id).standing) == ("mandate", "inside")
    made = set_band(desk, "household", held.id, "us_equity", BandRule("absolute", 0.001), 0)
    now = reading(desk, held.id)
    assert (made.version, now.level, now.high) == (1, "household", pytest.approx(now.target + 0.001))
    assert case_file(desk, held.id).case.target.band("us_equity").width == pytest.approx(0.001)
    clear_band(desk, "household", held.id, "us_equity", 1)
    assert reading(desk, held.id).level == "mandate"
    assert reading(desk, held.id).value == before.value
    kinds = [event.kind for event in desk.store.events() if event.entity == "bands"]
    assert kinds == ["bands.set", "bands.set", "bands.cleared"]


def test_a_volatility_band_takes_the_deviation_of_the_class(desk):
    held = households(desk)[0]
    set_band(desk, "household", held.id, "us_equity", BandRule("volatility", 1.0), 0)
    found = reading(desk, held.id)
    assert 0.05 < (found.high - found.target) / found.target < 0.5


def test_only_those_who_may_set_bands_do_and_a_stale_version_is_refused(desk):
    held = households(desk)[0]
    with pytest.raises(NotAllowed):
        set_band(desk, "mandate", held.mandate, "us_equity", BandRule("absolute", 0.1), 0)
    with pytest.raises(NotAllowed):
        set_band(
            desk.acting_as(demo.person_for("compliance")), "household", held.id, "us_equity", BandRule("five_25"), 0
        )
    set_band(desk, "household", held.id, "us_equity", BandRule("five_25"), 0)
    with pytest.raises(OutOfDate):
        set_band(desk, "household", held.id, "us_bond", BandRule("five_25"), 0)
    assert bands_at(desk, "household", held.id).version == 1
    assert [one.id for one in all_bands(desk)] == [f"household:{held.id}"]


def test_nonsense_is_refused(desk):
    held = households(desk)[0]
    with pytest.raises(BadInput, match="no asset class, security or metric"):
        set_band(desk, "household", held.id, "moon", BandRule("five_25"), 0)
    with pytest.raises(BadInput, match="takes a limit"):
        set_band(desk, "household", held.id, "volatility", BandRule("five_25"), 0)
    with pytest.raises(BadInput, match="has no account"):
        set_band(desk, "account", f"{held.id}/nobody", "volatility", BandRule("limit", high=0.2), 0)


def test_a_table_of_bands_is_saved_rule_by_rule_with_an_event_for_each(desk):
    held = households(desk)[0].id
    rules = {"us_equity": BandRule("absolute", 0.02), "us_bond": BandRule("relative", 0.2, "below"), "cash": None}
    assert set_bands(desk, "household", held, rules, 0) == ("us_equity", "us_bond")
    assert set_bands(desk, "household", held, {**rules, "us_equity": None}, 2) == ("us_equity",)
    assert dict(bands_at(desk, "household", held).rules) == {"us_bond": rules["us_bond"]}
    kinds = [event.kind for event in desk.store.events() if event.entity == "bands"]
    assert kinds == ["bands.set", "bands.set", "bands.cleared"]
    with pytest.raises(BadInput):
        set_bands(desk, "household", held, {"cash": BandRule("five_25"), "moon": BandRule("five_25")}, 3)
    assert bands_at(desk, "household", held).version == 3


def test_what_holds_is_said_with_its_level(desk):
    held = households(desk)[0]
    account = held.accounts[0].id
    committee = desk.acting_as(demo.person_for("committee"))
    set_band(committee, "house", "", "volatility", BandRule("limit", high=0.3), 0)
    set_band(committee, "mandate", held.mandate, "volatility", BandRule("limit", high=0.25), 0)
    set_band(desk, "account", f"{held.id}/{account}", "top_ten", BandRule("limit", high=0.9), 0)
    assert holding_rules(desk, "account", f"{held.id}/{account}", ["volatility", "top_ten", "cash", "herfindahl"]) == {
        "volatility": "up to 25.0%, from the mandate",
        "top_ten": "up to 90.0%, from the account",
        "cash": "±2.00 pts, from the allocation",
    }
    assert holding_rules(desk, "house", "", ["volatility"]) == {"volatility": "up to 30.0%, from the house"}


def test_a_one_sided_band_reaches_the_engine_with_its_side(desk):
    held = households(desk)[0]
    set_band(desk, "household", held.id, "us_equity", BandRule("absolute", 0.001, "below"), 0)
    band = case_file(desk, held.id).case.target.band("us_equity")
    assert (band.kind, band.width, band.side) == ("absolute", pytest.approx(0.001), "below")


def test_a_security_that_a_target_names_takes_a_band_around_its_target(desk):
    held = households(desk)[0]
    rules = load(desk, "mandate", Mandate, held.mandate)
    target = Allocation("symbol", FrozenMap({"VTI": 0.6, "BND": 0.4}))
    made = replace(rules, target=target, version=rules.version + 1)
    save(desk, "mandate.adopted", Put("mandate", made.id, made.version, made))
    set_band(desk, "household", held.id, "VTI", BandRule("absolute", 0.02, "above"), 0)
    vti = reading(desk, held.id, "VTI")
    assert (vti.level, vti.target, vti.high) == ("household", 0.6, pytest.approx(0.62))
    with pytest.raises(BadInput, match="takes a limit"):
        set_band(desk, "household", held.id, "VXUS", BandRule("absolute", 0.02), 1)


def test_an_account_without_a_target_is_held_against_what_was_set_for_it(desk):
    """A band of the account's own stands around the household's target; a limit on a security counts as it is."""
    held = next(one for one in households(desk) if one.accounts[0].target is None and len(one.accounts) > 1)
    account = held.accounts[0]
    symbol = max(account.lots, key=lambda lot: lot.quantity).symbol
    assert account.id not in account_rules(desk, case_file(desk, held.id))
    before = next(one for one in monitor(desk).checks if one.household == held.id)
    owner = f"{held.id}/{account.id}"
    set_band(desk, "account", owner, "us_equity", BandRule("absolute", 0.0001), 0)
    set_band(desk, "account", owner, symbol, BandRule("limit", high=0.0001), 1)
    seen = monitor(desk)
    check = next(one for one in seen.checks if one.household == held.id)
    readings = {one.subject: one for one in check.accounts[account.id].readings}
    assert set(readings) == {"us_equity", symbol}
    assert {one.level for one in readings.values()} == {"account"}
    assert {one.standing for one in readings.values()} == {"outside"}
    told = [one.key for one in seen.opened if one.kind == "account_breach"]
    assert {f"{held.id}:account_breach:{account.id}:{name}" for name in readings} <= set(told)
    assert check.snapshot != before.snapshot
    assert all(one.level != "account" for one in check.readings)
    _, rows = account_map(desk, held.id)
    assert next(row for row in rows if row.account == account.id).own["us_equity"].standing == "outside"

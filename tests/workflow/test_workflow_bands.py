"""Bands that people set: versions with their event, by those who may, nearest level first, in drift and proposals."""

import pytest

from core.domain.bands import BandRule
from core.domain.errors import BadInput, NotAllowed, OutOfDate
from core.workflow import demo
from core.workflow.bands import all_bands, bands_at, clear_band, set_band
from core.workflow.desk import Desk
from core.workflow.drift import drift
from core.workflow.households import case_file, households


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

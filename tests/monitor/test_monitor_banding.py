"""Which band holds, and what stands outside it: nearest level first, every kind of band, one side open."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.domain.account import Account
from core.domain.allocation import Allocation, Band
from core.domain.bands import SCOPES, BandRule, Bands
from core.domain.case import Case
from core.domain.errors import BadInput
from core.domain.frozen_map import FrozenMap
from core.domain.lot import Lot
from core.domain.metric import MetricValue
from core.domain.security import Security
from core.monitor import breaches, readings
from core.monitor.banding import banded, nearest, resolved_classes, resolved_limits, with_bands

AS_OF = date(2026, 5, 4)
TARGET = Allocation(
    "asset_class",
    FrozenMap({"us_equity": 0.6, "us_bond": 0.4}),
    FrozenMap({"us_equity": Band("absolute", 0.05), "us_bond": Band("absolute", 0.05)}),
)


def case(stocks: int) -> Case:
    lots = (
        Lot("L1", "STK", Decimal(stocks), Decimal(4000), date(2020, 1, 6)),
        Lot("L2", "BND", Decimal(100 - stocks), Decimal(4000), date(2020, 1, 6)),
    )
    securities = (
        Security("STK", Decimal(100), FrozenMap({"us_equity": 1.0})),
        Security("BND", Decimal(100), FrozenMap({"us_bond": 1.0})),
    )
    return Case(AS_OF, (), (Account("a", "o", "t", "taxable_joint", Decimal(0), lots),), securities, TARGET)


def at(scope: str, **rules: BandRule) -> Bands:
    return Bands(scope, "x", FrozenMap(rules))  # type: ignore[arg-type]


def reading(stocks: int, *bands: Bands, volatility: dict[str, float] | None = None):
    rules = resolved_classes(TARGET, bands, volatility or {})
    return {one.subject: one for one in readings("H", case(stocks), (), rules)}["us_equity"]


@settings(max_examples=40, deadline=None)
@given(st.sets(st.sampled_from(SCOPES)))
def test_the_nearest_level_that_names_the_subject_wins(scopes):
    bands = [at(scope, us_equity=BandRule("absolute", 0.01 * place + 0.01)) for place, scope in enumerate(SCOPES)]
    given_ = [one for one in bands if one.scope in scopes]
    found = nearest(("us_equity",), given_)
    wanted = next((scope for scope in SCOPES if scope in scopes), None)
    assert (found[1] if found else None) == wanted


def test_a_level_that_names_something_else_is_passed_over():
    held = reading(
        64, at("household", us_bond=BandRule("absolute", 0.01)), at("house", us_equity=BandRule("absolute", 0.02))
    )
    assert (held.level, held.standing, held.high) == ("house", "outside", pytest.approx(0.62))
    assert reading(64).level == "mandate"


@pytest.mark.parametrize(
    ("rule", "low", "high"),
    [
        (BandRule("absolute", 0.03), 0.57, 0.63),
        (BandRule("relative", 0.2), 0.48, 0.72),
        (BandRule("five_25"), 0.55, 0.65),
        (BandRule("volatility", 0.5), 0.6 - 0.5 * 0.16 * 0.6, 0.6 + 0.5 * 0.16 * 0.6),
        (BandRule("absolute", 0.03, "above"), 0.0, 0.63),
        (BandRule("relative", 0.1, "below"), 0.54, 1.0),
        (BandRule("limit", high=0.7), 0.0, 0.7),
        (BandRule("limit", low=0.5), 0.5, 1.0),
    ],
)
def test_every_kind_has_its_edges_and_outside_means_strictly_beyond(rule, low, high):
    held = reading(60, at("household", us_equity=rule), volatility={"us_equity": 0.16})
    assert (held.low, held.high) == pytest.approx((low, high))
    for stocks in range(1, 100):
        found = reading(stocks, at("household", us_equity=rule), volatility={"us_equity": 0.16})
        outside = stocks / 100 > high + 1e-9 or stocks / 100 < low - 1e-9
        assert (found.standing == "outside") == outside


def test_a_volatility_band_without_a_known_deviation_leaves_the_mandates_band():
    assert reading(60, at("household", us_equity=BandRule("volatility", 0.5))).level == "mandate"


def test_a_security_over_its_limit_is_a_breach_in_words():
    bands = (at("household", STK=BandRule("limit", high=0.55)),)
    rules = resolved_limits(["STK"], bands)
    found = readings("H", case(60), (), rules)
    (words,) = [one for one in breaches(found, {}, AS_OF) if one.subject == "STK"]
    assert words.sentence == "STK at 60.0%, 5.0 pts over the limit of 55.0%, outside since May 4, 2026."
    assert words.reading.level == "household"


def test_the_engine_takes_the_widths_that_were_set():
    rules = resolved_classes(TARGET, (at("household", us_equity=BandRule("relative", 0.2)),), {})
    assert with_bands(TARGET, rules).band("us_equity").half_width(0.6) == pytest.approx(0.12)
    assert with_bands(TARGET, rules).band("us_bond") == Band("absolute", 0.05)


@pytest.mark.parametrize(("value", "standing"), [(0.05, "inside"), (0.086, "near"), (0.1, "near"), (0.1001, "outside")])
def test_a_metric_is_held_against_its_limit(value, standing):
    (found,) = banded(
        [MetricValue("illiquid_share", value, "fraction")], [at("mandate", illiquid_share=BandRule("limit", high=0.1))]
    )
    assert (found.standing, found.level, found.high) == (standing, "mandate", 0.1)


def test_a_metric_without_enough_data_never_passes():
    low = MetricValue("volatility", 0.01, "annual fraction", coverage=0.5, standing="unknown")
    (found,) = banded([low], [at("house", volatility=BandRule("limit", high=0.2))])
    assert found.standing == "unknown"


@pytest.mark.parametrize(
    "wrong",
    [{"kind": "absolute"}, {"kind": "five_25", "width": 0.1}, {"kind": "limit"}, {"kind": "relative", "width": -1.0},
     {"kind": "limit", "low": 0.3, "high": 0.2}, {"kind": "absolute", "width": 0.1, "high": 0.2}],
)  # fmt: skip
def test_a_rule_that_says_nothing_or_too_much_is_refused(wrong):
    with pytest.raises(BadInput):
        BandRule(**wrong)

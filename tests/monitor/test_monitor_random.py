"""Drift and bands of random households, counted again in plain arithmetic that shares nothing with the house."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.domain.account import Account
from core.domain.allocation import Allocation
from core.domain.bands import SCOPES, BandRule, Bands
from core.domain.case import Case
from core.domain.frozen_map import FrozenMap
from core.domain.lot import Lot
from core.domain.security import Security
from core.monitor import readings
from core.monitor.banding import resolved_classes
from core.risk.exposure import before

CLASSES = ("us_equity", "us_bond", "intl_developed")
VOLATILITY = {"us_equity": 0.16, "us_bond": 0.05, "intl_developed": 0.18}
MIXES = ({"us_equity": 1.0}, {"us_bond": 1.0}, {"us_equity": 0.6, "us_bond": 0.4}, {"intl_developed": 1.0})


def widths() -> Any:
    return st.one_of(
        st.builds(BandRule, st.just("absolute"), st.sampled_from([0.01, 0.03, 0.08]), st.sampled_from(SIDES)),
        st.builds(BandRule, st.just("relative"), st.sampled_from([0.1, 0.25]), st.sampled_from(SIDES)),
        st.builds(BandRule, st.just("volatility"), st.sampled_from([0.25, 1.0]), st.sampled_from(SIDES)),
        st.builds(BandRule, st.just("five_25"), st.none(), st.sampled_from(SIDES)),
    )


SIDES = ("both", "above", "below")
PLANTED = st.dictionaries(st.sampled_from(SCOPES), st.dictionaries(st.sampled_from(CLASSES), widths(), max_size=3))
SHARES = st.lists(st.integers(1, 500), min_size=4, max_size=4)
PRICES = st.lists(st.integers(5, 400), min_size=4, max_size=4)
TARGETS = st.lists(st.integers(1, 10), min_size=4, max_size=4)


@settings(max_examples=80, deadline=None)
@given(SHARES, PRICES, TARGETS, st.integers(0, 60_000), PLANTED)
def test_every_class_stands_where_plain_arithmetic_puts_it(shares, prices, targets, cash, planted):
    whole = sum(targets)
    target = {name: part / whole for name, part in zip((*CLASSES, "cash"), targets, strict=True)}
    case = household(shares, prices, cash, target)
    bands = [Bands(scope, "x", FrozenMap(rules)) for scope, rules in planted.items()]
    rules = resolved_classes(case.target, bands, VOLATILITY)
    found = {one.subject: one for one in readings("H", case, (), rules)}

    values = dict.fromkeys(target, 0.0) | {"cash": float(cash)}
    for number, price, mix in zip(shares, prices, MIXES, strict=True):
        for name, part in mix.items():
            values[name] += number * price * part
    total = sum(values.values())
    for name, wanted in target.items():
        weight = values[name] / total
        rule, level = holding(name, planted)
        half = {"absolute": rule.width, "relative": (rule.width or 0) * wanted,
                "volatility": (rule.width or 0) * VOLATILITY.get(name, 0) * wanted,
                "five_25": min(0.05, wanted / 4)}[rule.kind]  # fmt: skip
        beyond = abs(weight - wanted) - half
        counts = rule.side == "both" or (weight > wanted) == (rule.side == "above")
        reading = found[name]
        assert reading.value == pytest.approx(weight)
        assert reading.level == level
        assert float(reading.dollars) == pytest.approx((weight - wanted) * total, abs=0.011)
        if abs(beyond) > 1e-7:
            assert (reading.standing == "outside") == (counts and beyond > 0)


@settings(max_examples=30, deadline=None)
@given(SHARES, PRICES, TARGETS, st.integers(0, 60_000))
def test_drift_adds_up_to_nothing_and_half_its_size_is_the_total(shares, prices, targets, cash):
    whole = sum(targets)
    target = {name: part / whole for name, part in zip((*CLASSES, "cash"), targets, strict=True)}
    seen = before(household(shares, prices, cash, target))
    assert sum(seen.drift.values()) == pytest.approx(0, abs=1e-9)
    assert seen.drift_total == pytest.approx(sum(abs(one) for one in seen.drift.values()) / 2)


def holding(name: str, planted: dict[str, dict[str, BandRule]]) -> tuple[BandRule, str]:
    """The nearest level that names a class; 5/25 where none does."""
    for scope in ("account", "household", "mandate", "house"):
        if name in planted.get(scope, {}):
            return planted[scope][name], scope
    return BandRule("five_25"), "default"


def household(shares: list[int], prices: list[int], cash: int, target: dict[str, float]) -> Case:
    symbols = ("STK", "BND", "MIX", "INT")
    lots = tuple(
        Lot(f"L{place}", symbol, Decimal(number), None, date(2020, 1, 6))
        for place, (symbol, number) in enumerate(zip(symbols, shares, strict=True))
    )
    securities = tuple(
        Security(symbol, Decimal(price), FrozenMap(mix))
        for symbol, price, mix in zip(symbols, prices, MIXES, strict=True)
    )
    account = Account("a", "o", "t", "taxable_joint", Decimal(cash), lots)
    return Case(date(2026, 5, 4), (), (account,), securities, Allocation("asset_class", FrozenMap(target)))

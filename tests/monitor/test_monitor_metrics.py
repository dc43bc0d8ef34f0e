"""Metrics of households: weights that agree with the one count of drift, tax by core.tax, coverage, speed."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import numpy as np
import pandas as pd
import pytest

from core.domain.account import Account, FlatRates, Taxpayer
from core.domain.allocation import Allocation
from core.domain.case import Case
from core.domain.frozen_map import FrozenMap
from core.domain.lot import Lot
from core.domain.security import Security
from core.market.securities import known, security
from core.monitor.book.rows import portfolios, symbols_needed
from core.monitor.metrics import measure_book
from core.risk.exposure import before

AS_OF = date(2026, 11, 20)
MIX = Allocation("asset_class", FrozenMap({"us_equity": 0.5, "intl_developed": 0.15, "us_bond": 0.3, "cash": 0.05}))


def random_case(number: int, positions: int = 12, **changed: object) -> Case:
    random = np.random.default_rng(number)
    chosen = [sorted(known())[place] for place in random.choice(len(known()), positions, replace=False)]
    shares, bases, ages = (random.integers(low, high, positions) for low, high in ((5, 300), (400, 30000), (1, 900)))
    lots = tuple(
        Lot(f"{symbol}-{number}", symbol, Decimal(int(held)), Decimal(int(basis)), AS_OF - timedelta(int(age)))
        for symbol, held, basis, age in zip(chosen, shares, bases, ages, strict=True)
    )
    account = Account("main", "o", "t", "taxable_individual", Decimal(5000), lots)
    securities = tuple(security(symbol, known()[symbol].list_price) for symbol in chosen)
    return Case(AS_OF, (), (account,), securities, replace(MIX), **changed)


def closes(cases: dict[str, Case], days: int = 757) -> pd.DataFrame:
    symbols = symbols_needed(cases)
    steps = np.random.default_rng(5).normal(0, 0.01, (days, len(symbols)))
    return pd.DataFrame(
        100 * np.exp(np.cumsum(steps, axis=0)), index=pd.bdate_range(end=AS_OF, periods=days), columns=list(symbols)
    )


@pytest.mark.parametrize("untargeted", ["hold", "sell"])
def test_drift_metrics_agree_with_the_one_count_of_drift(untargeted):
    cases = {f"H{number}": random_case(number) for number in range(20)}
    cases = {name: replace(case, policy=replace(case.policy, untargeted=untargeted)) for name, case in cases.items()}
    table = measure_book(portfolios(cases, closes(cases)))
    for name, case in cases.items():
        found = {one.name: one.value for one in table.of(name)}
        seen = before(case)
        assert found["total_drift"] == pytest.approx(seen.drift_total, abs=1e-9)
        assert abs(found["class_drift"]) == pytest.approx(max(abs(value) for value in seen.drift.values()), abs=1e-9)


def test_a_target_by_symbol_is_drift_by_symbol():
    case = random_case(3, positions=3)
    names = [lot.symbol for lot in case.accounts[0].lots]
    case = replace(case, target=Allocation("symbol", FrozenMap({names[0]: 0.6, names[1]: 0.4})))
    found = {one.name: one.value for one in measure_book(portfolios({"H": case}, closes({"H": case}))).of("H")}
    assert found["total_drift"] == pytest.approx(before(case).drift_total, abs=1e-9)


def test_an_account_without_a_target_of_its_own_has_no_drift():
    case = random_case(1)
    found = {one.name: one for one in measure_book(portfolios({"H": case}, closes({"H": case}))).of("H/main")}
    assert found["class_drift"].value is None
    assert found["volatility"].value is not None


def small(lots: tuple[Lot, ...], *securities: Security) -> Case:
    taxpayer = Taxpayer("t", flat_rates=FlatRates(0.4, 0.2), gain_budget=Decimal(5000))
    one = Account("main", "o", "t", "taxable_individual", Decimal(1000), lots)
    stock = Security("VTI", Decimal(100), FrozenMap({"us_equity": 1.0}))
    return Case(AS_OF, (taxpayer,), (one,), securities or (stock,), MIX)


def ledger(case: Case) -> dict[str, float | None]:
    return {one.name: one.value for one in measure_book(portfolios({"H": case}, closes({"H": case}))).of("H")}


def test_gains_tax_and_days_come_from_the_lots():
    lots = (
        Lot("old", "VTI", Decimal(100), Decimal(4000), date(2020, 1, 2)),
        Lot("new", "VTI", Decimal(10), Decimal(600), date(2025, 12, 1)),
    )
    found = ledger(small(lots))
    assert (found["embedded_gain_long"], found["embedded_gain_short"]) == (6000, 400)
    assert found["tax_to_liquidate"] == pytest.approx(0.2 * 6000 + 0.4 * 400)
    assert found["gain_budget_left"] == 5000
    assert found["days_to_long_term"] == (date(2026, 12, 2) - AS_OF).days


def test_what_a_recent_purchase_would_wash_is_not_harvestable():
    """100 lose 2,000; 30 bought 10 days ago at a gain wash 30 of them."""
    lots = (
        Lot("old", "VTI", Decimal(100), Decimal(12000), date(2020, 1, 2)),
        Lot("new", "VTI", Decimal(30), Decimal(2900), AS_OF - timedelta(10)),
    )
    assert ledger(small(lots))["harvestable_loss"] == pytest.approx(1400)
    assert ledger(small(lots[:1]))["harvestable_loss"] == pytest.approx(2000)


def test_a_holding_without_history_makes_the_risk_unknown_and_never_passes():
    lots = (Lot("x", "NEW", Decimal(100), Decimal(9000), date(2026, 6, 1)),)
    case = small(lots, Security("NEW", Decimal(100), FrozenMap({"us_equity": 1.0})))
    table = closes({"H": case}).drop(columns=["NEW"])
    found = {one.name: one for one in measure_book(portfolios({"H": case}, table)).of("H")}
    assert found["volatility"].standing == "unknown"
    assert found["volatility"].coverage == pytest.approx(1000 / 11000, abs=1e-6)
    assert found["class_drift"].standing == "unbound"


def test_what_cannot_be_sold_is_measured_by_a_stand_in_and_says_so():
    lots = (Lot("x", "FUND", Decimal(100), Decimal(9000), date(2020, 6, 1)),)
    fund = Security("FUND", Decimal(100), FrozenMap({"alternatives": 1.0}), tradable=False, unfunded=Decimal(1000))
    case = small(lots, fund)
    found = {one.name: one for one in measure_book(portfolios({"H": case}, closes({"H": case}))).of("H")}
    assert found["volatility"].proxied == pytest.approx(10000 / 11000, abs=1e-6)
    assert found["volatility"].coverage == 1
    assert found["illiquid_share"].value == pytest.approx(11000 / 12000)
    assert found["days_to_liquidate"].value == 9999


def test_no_history_at_all_is_unknown_not_an_error():
    case = random_case(2)
    found = {one.name: one for one in measure_book(portfolios({"H": case}, pd.DataFrame())).of("H")}
    assert (found["volatility"].value, found["volatility"].standing) == (None, "unknown")


@pytest.mark.long
def test_a_thousand_accounts_of_sixty_assets_over_three_years_are_one_matrix():
    cases = {f"H{number}": random_case(number, positions=60) for number in range(1000)}
    history = closes(cases)
    table = measure_book(portfolios(cases, history))
    assert table.values.shape[1] == 2000

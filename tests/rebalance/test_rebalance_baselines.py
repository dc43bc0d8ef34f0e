"""The simpler ways beside a proposal, by another hand: the checker sees their orders, their figures are recounted.

Shares are fractions in them, and they take no heed of gain budgets and of what their purchases do to losses: these
rules alone they may break.
"""

from collections import defaultdict
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from types import SimpleNamespace
from typing import Any

import pytest
from measured_households import weights
from random_households import household as random_household
from rebalance_cases import account, case_of, household, lot, worked

from core.domain.account import Amounts
from core.domain.case import Case
from core.domain.trade import Baseline, Trade
from core.rebalance import check
from core.rebalance.baselines import baselines, orders
from core.rebalance.checker_money import cash_after
from core.rebalance.engine import Ready, make_ready
from core.rebalance.wash_warning import disallowed_losses
from core.tax.bill import tax_bill
from core.tax.years import tax_year_for

FREE_OF = {"whole shares", "gain budgets", "losses stand", "earlier losses stand", "capital calls"}
CENT = Decimal("0.01")


def ways(plain: dict[str, Any]) -> tuple[Ready, dict[str, tuple[Baseline, tuple[Trade, ...]]]]:
    """The case made ready; by name each way that trades, with its orders."""
    ready = make_ready(case_of(plain))
    target = next((goal for goal in ready.goals if not goal.name), None)
    told = {baseline.name: baseline for baseline in baselines(ready)}
    made = orders(ready, target) if target else ()
    return ready, {one.name: (told[one.name], one.trades) for one in made if one.trades is not None}


def troubles(case: Case, name: str, trades: tuple[Trade, ...]) -> list[str]:
    """Rules of the checker that the orders break although no way may."""
    may = FREE_OF | ({"one side"} if name == "sell_everything" else set())
    return [f"{name}: {one.rule}: {one.sentence}" for one in check(case, trades) if not one.ok and one.rule not in may]


def recounted(plain: dict[str, Any], ready: Ready, trades: tuple[Trade, ...]) -> tuple[float, Decimal, int, Decimal]:
    """Drift, tax, count and spread from the plain case and the orders alone."""
    aims = plain["target"]["weights"]
    held = weights(plain, SimpleNamespace(trades=trades))  # type: ignore[arg-type]
    drift = sum(abs(held.get(name, 0.0) - aims.get(name, 0.0)) for name in {*held, *aims}) / 2
    spreads = {one["symbol"]: Decimal(repr(one.get("spread", 0.0))) for one in plain["securities"]}
    prices = {one.symbol: one.price * one.unit for one in ready.case.securities}
    spread = sum((one.quantity * prices[one.symbol] * spreads[one.symbol] for one in trades), Decimal(0))
    return drift, _tax(ready, trades), len(trades), spread.quantize(CENT, ROUND_HALF_UP)


def _tax(ready: Ready, trades: tuple[Trade, ...]) -> Decimal:
    case, gains, kept = ready.case, dict[str, list[Decimal]](), defaultdict[str, Decimal](Decimal)
    for trade in trades:
        own = case.account(trade.account)
        for pick in trade.lots if own.taxable else ():
            sums = gains.setdefault(own.taxpayer, [Decimal(0), Decimal(0)])
            sums[pick.term != "short"] += pick.gain or Decimal(0)
            if pick.term == "long" and case.security(trade.symbol).collectible:
                kept[own.taxpayer] += pick.gain or Decimal(0)
    lost = disallowed_losses(_warned(ready), trades)
    for payer, amounts in lost.items():
        gains[payer] = [gains[payer][0] + amounts.short, gains[payer][1] + amounts.long]
    payers = list(ready.payers.values())
    total = sum((amounts.short + amounts.long for amounts in lost.values()), Decimal(0))
    by_payer = {payer: Amounts(*sums) for payer, sums in gains.items()}
    return tax_bill(payers, by_payer, total, tax_year_for(payers, case.as_of.year), kept).total


def _warned(ready: Ready) -> Case:
    return replace(ready.case, policy=replace(ready.case.policy, wash_sales="warn"))


@pytest.mark.parametrize("seed", range(7000, 7030))
def test_the_ways_of_drawn_households_are_what_their_orders_come_to(seed: int) -> None:
    plain = random_household(seed)
    ready, found = ways(plain)
    for name, (told, trades) in found.items():
        assert troubles(ready.case, name, trades) == []
        drift, tax, count, spread = recounted(plain, ready, trades)
        assert (told.tax, told.trades, told.spread) == (tax, count, spread)
        assert told.drift_total == pytest.approx(drift, abs=1e-6)


def test_no_way_spends_more_than_its_account_has() -> None:
    """What stands outside the target and is held pays for nothing."""
    idle = lot("X", "ODD", "900", "100000")
    plain = household(account("solo", "taxable_individual", "2000", idle), weights={"us_equity": 0.6, "us_bond": 0.4})
    plain["securities"].append({"symbol": "ODD", "price": "100", "classes": {"private": 1.0}})
    for policy in ({"untargeted": "hold"}, {"untargeted": "sell"}):
        ready, found = ways({**plain, "policy": policy})
        for _, trades in found.values():
            assert cash_after(ready.case, trades)["solo"] >= 0


def test_the_worked_example_sold_and_bought_again_by_hand() -> None:
    """12,000 of cash, 10,000 of it to go: of 49,010 dollars 40 % are 19,604 in VTI, 55 % 26,955.50 in BND."""
    _, found = ways(worked())
    _, trades = found["sell_everything"]
    sold = {trade.symbol: trade.quantity for trade in trades if trade.side == "sell"}
    assert sold == {"VTI": 100, "BND": 300}
    bought = {trade.symbol: trade.amount for trade in trades if trade.side == "buy"}
    assert bought["VTI"] == pytest.approx(Decimal(19604), abs=Decimal("0.1"))
    assert bought["BND"] == pytest.approx(Decimal("26955.5"), abs=Decimal("0.1"))

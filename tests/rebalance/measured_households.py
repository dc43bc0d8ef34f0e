"""Measures the engine over random households: rules broken, what remains beyond bands and limits, CPU seconds.

Weights, limits, gains and cash are counted here from the plain case and the trades, without the engine's own count.
Run by hand as `python tests/rebalance/measured_households.py FIRST COUNT [WORKERS]`; a line names every trouble.
"""

import json
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from random_households import household

from core.domain.account import Amounts
from core.domain.case import Case
from core.domain.errors import CoreError
from core.domain.trade import Proposed
from core.rebalance import check_answer, read_case, rebalance
from core.rebalance.checker_policy import needs_cash
from core.rebalance.wash_warning import disallowed_losses
from core.tax.bill import tax_bill
from core.tax.years import tax_year_for

TOLERANCE = 1e-4
CENTS = Decimal("0.50")
"""What required cash may take beyond a gain budget without a word: the rounding of its sales."""
Plain = dict[str, Any]
Build = Callable[[int], Plain]


@dataclass
class Measured:
    """One household measured. Weights beyond the bands and beyond the limits, before and after; troubles in words."""

    seed: int
    status: str = ""
    bands: tuple[float, float] = (0.0, 0.0)
    limits: tuple[float, float] = (0.0, 0.0)
    seconds: float = 0.0
    size: tuple[int, int] = (0, 0)
    trades: int = 0
    troubles: list[str] = field(default_factory=list)


def measured(seed: int, counterfactuals: bool = False, build: Build = household) -> Measured:
    """Solve one random household and measure the answer."""
    plain = build(seed)
    case, _ = read_case(plain, f"household {seed}")
    size = (len(case.securities), sum(len(account.lots) for account in case.accounts))
    found = Measured(seed, size=size)
    began = time.process_time()
    try:
        proposed = rebalance(case, counterfactuals=counterfactuals)
    except CoreError as error:
        found.status = "error"
        found.troubles.append(f"{type(error).__name__}: {error}")
        return found
    found.seconds = time.process_time() - began
    found.status, found.trades = proposed.status, len(proposed.trades)
    _measure(plain, case, proposed, found)
    if counterfactuals:
        found.troubles += _counterfactual_troubles(proposed)
    return found


def _measure(plain: Plain, case: Case, proposed: Proposed, found: Measured) -> None:
    before, after = weights(plain, None), weights(plain, proposed)
    outside = {name for name, weight in before.items() if beyond(plain, name, weight, band_edge(plain, name)) > 1e-9}
    found.troubles += [f"{result.rule}: {result.sentence}" for result in check_answer(case, proposed) if not result.ok]
    found.troubles += _tax_troubles(case, proposed) + _loss_troubles(case, proposed)
    found.troubles += _budget_troubles(case, proposed)
    if proposed.status == "infeasible":
        found.troubles += ["infeasible holds trades"] if proposed.trades else []
        return
    total = min(sum(dollars(plain, each).values()) for each in (None, proposed))
    if not total:
        return
    limits = {name: destination(plain, name, total) for name in outside}
    edges = {name: band_edge(plain, name) for name in {*before, *after}}
    found.bands = (_sum(plain, before, edges), _sum(plain, after, edges))
    found.limits = (_sum(plain, before, limits), _sum(plain, after, limits))
    if not outside and not _moves(plain, case) and proposed.trades:
        found.troubles.append("trades although everything stands inside its band")
    pushed = [
        f"{name} from {before.get(name, 0.0):.4f} to {weight:.4f}"
        for name, weight in after.items()
        if name not in outside and beyond(plain, name, weight, band_edge(plain, name)) > TOLERANCE
        and not _said(proposed, name)
    ]  # fmt: skip
    found.troubles += [f"pushed outside unsaid: {', '.join(pushed)}"] if pushed else []
    left = {name for name, limit in limits.items() if beyond(plain, name, after[name], limit) > TOLERANCE + 1e-6}
    unsaid = [name for name in sorted(left) if not _said(proposed, name)]
    if unsaid and proposed.status == "proposed":
        found.troubles.append(f"remains beyond the destination unsaid: {', '.join(unsaid)}")


def _said(proposed: Proposed, name: str) -> bool:
    return any(conflict.subject == name or name in conflict.sentence for conflict in proposed.conflicts)


def _moves(plain: Plain, case: Case) -> bool:
    """Whether something other than bands may call for trades: cash to come, or losses worth taking."""
    flows = any(
        Decimal(account.get(name, "0")) != 0
        for account in plain["accounts"]
        for name in ("cash_flow", "reserve", "required_distribution")
    )
    negative = any(Decimal(account["cash"]) < 0 for account in plain["accounts"])
    own = any(account.get("target") for account in plain["accounts"])
    return flows or negative or own or case.policy.harvest_losses


def weights(plain: Plain, proposed: Proposed | None) -> dict[str, float]:
    """Weights by class (or symbol) of the accounts in the target, with the trades where given."""
    values = dollars(plain, proposed)
    total = sum(values.values())
    return {name: value / total if total else 0.0 for name, value in values.items()}


def dollars(plain: Plain, proposed: Proposed | None) -> dict[str, float]:
    """Dollars by class (or symbol) of the accounts in the target, with the trades where given."""
    securities = {security["symbol"]: security for security in plain["securities"]}
    values: dict[str, float] = defaultdict(float)
    values |= dict.fromkeys(plain["target"]["weights"], 0.0)
    inside = {account["id"] for account in plain["accounts"] if _in_target(account)}
    for account in plain["accounts"]:
        if account["id"] in inside:
            values["cash"] += float(account["cash"]) + float(account.get("cash_flow", 0))
            for lot in account["lots"]:
                _add(plain, values, securities[lot["symbol"]], float(lot["quantity"]))
    for trade in proposed.trades if proposed else ():
        if trade.account in inside:
            security, sign = securities[trade.symbol], 1 if trade.side == "buy" else -1
            amount = _add(plain, values, security, sign * float(trade.quantity))
            commission = next(float(a.get("commission", 0)) for a in plain["accounts"] if a["id"] == trade.account)
            values["cash"] -= amount + abs(amount) * security.get("spread", 0.0) + commission
    named = {*plain["target"]["weights"], "cash"}
    if plain["policy"].get("untargeted", "hold") == "hold":
        return {name: value for name, value in values.items() if name in named}
    return dict(values)


def _add(plain: Plain, values: dict[str, float], security: Plain, quantity: float) -> float:
    amount = quantity * float(security["price"]) * float(security.get("unit", 1))
    if plain["target"]["by"] == "symbol":
        values[security["symbol"]] = values.get(security["symbol"], 0.0) + amount
        return amount
    for name, share in security["classes"].items():
        values[name] = values.get(name, 0.0) + amount * share
    missing = 1 - sum(security["classes"].values())
    if missing > 1e-6:
        values["unknown"] = values.get("unknown", 0.0) + amount * missing
    return amount


def _in_target(account: Plain) -> bool:
    said = account.get("in_target")
    return account["registration"] not in ("utma", "529") if said is None else bool(said)


def band_edge(plain: Plain, name: str) -> float:
    """Half the band of a class, in weight."""
    weight = plain["target"]["weights"].get(name, 0.0)
    band = plain["target"]["bands"].get(name, {"kind": "five_25"})
    if band["kind"] == "absolute":
        return float(band["width"])
    return band["width"] * weight if band["kind"] == "relative" else min(0.05, 0.25 * weight)


def destination(plain: Plain, name: str, total: float) -> float:
    """How far from its target a class that was outside may stand afterwards, in weight; `total` in dollars."""
    edge = band_edge(plain, name)
    near = min(edge, max(_dearest_share(plain, name) / total if total else 0.0, TOLERANCE))
    return {"target": near, "half_band": edge / 2, "band_edge": edge}[plain["target"]["destination"]]


def _dearest_share(plain: Plain, name: str) -> float:
    """Dollars of one share of the dearest security that carries a class and trades in whole shares."""
    by_symbol = plain["target"]["by"] == "symbol"
    return max(
        (
            float(security["price"]) * float(security.get("unit", 1))
            for security in plain["securities"]
            if not security.get("fractional")
            and (security["symbol"] == name if by_symbol else _carries(security, name))
        ),
        default=0.0,
    )


def _carries(security: Plain, name: str) -> bool:
    missing = 1 - sum(security["classes"].values())
    return security["classes"].get(name, 0.0) > 0 or (name == "unknown" and missing > 1e-6)


def beyond(plain: Plain, name: str, weight: float, limit: float) -> float:
    """How far a weight stands beyond a limit, on a side that its band looks at."""
    drift = weight - plain["target"]["weights"].get(name, 0.0)
    side = plain["target"]["bands"].get(name, {}).get("side", "both")
    looks = side == "both" or (drift > 0) == (side == "above")
    return max(0.0, abs(drift) - limit) if looks else 0.0


def _sum(plain: Plain, held: dict[str, float], limits: dict[str, float]) -> float:
    return sum(beyond(plain, name, held.get(name, 0.0), limit) for name, limit in limits.items())


def _tax_troubles(case: Case, proposed: Proposed) -> list[str]:
    """The bill counted again from the lots alone; assumed taxpayers have the firm's rates and stay out of it."""
    if {account.taxpayer for account in case.accounts} - {payer.id for payer in case.taxpayers}:
        return []
    lots = {lot.id: lot for account in case.accounts for lot in account.lots}
    gains: dict[str, Amounts] = {}
    kept: dict[str, Decimal] = defaultdict(Decimal)
    for trade in proposed.trades:
        account = case.account(trade.account)
        for pick in trade.lots if account.taxable else ():
            old, gain = gains.get(account.taxpayer, Amounts()), pick.gain or Decimal(0)
            short = gain if pick.term == "short" else Decimal(0)
            gains[account.taxpayer] = Amounts(old.short + short, old.long + gain - short)
            if pick.term == "long" and case.security(lots[pick.lot].symbol).collectible:
                kept[account.taxpayer] += gain
    lost = disallowed_losses(case, proposed.trades)
    for payer, amounts in lost.items():
        old = gains[payer]
        gains[payer] = Amounts(old.short + amounts.short, old.long + amounts.long)
    year = tax_year_for(case.taxpayers, case.as_of.year)
    bill = tax_bill(case.taxpayers, gains, proposed.tax.disallowed, year, kept)
    same = (bill.total, bill.short_term, bill.long_term) == (
        proposed.tax.total, proposed.tax.short_term, proposed.tax.long_term,
    )  # fmt: skip
    return [] if same else [f"tax {proposed.tax.total} is {bill.total} when counted again"]


def _loss_troubles(case: Case, proposed: Proposed) -> list[str]:
    if case.policy.wash_sales == "warn":
        return []
    warned = replace(case, policy=replace(case.policy, wash_sales="warn"))
    lost = disallowed_losses(warned, proposed.trades)
    said = [] if not lost else [f"losses disallowed: {lost}"]
    return said + ([f"disallowed says {proposed.tax.disallowed}"] if proposed.tax.disallowed else [])


def _budget_troubles(case: Case, proposed: Proposed) -> list[str]:
    found = []
    for payer in case.taxpayers:
        if payer.gain_budget is None:
            continue
        gains = [
            pick.gain or Decimal(0) for trade in proposed.trades for pick in trade.lots
            if case.account(trade.account).taxable and case.account(trade.account).taxpayer == payer.id
        ]  # fmt: skip
        over = payer.realized.short + payer.realized.long + sum(gains, Decimal(0)) - payer.gain_budget
        told = any(conflict.code == "gain_budget" for conflict in proposed.conflicts)
        forced = any(needs_cash(account) for account in case.accounts if account.taxpayer == payer.id)
        if min(over, sum(gains, Decimal(0))) > (CENTS if forced else 0) and not told:
            found.append(f"gain budget of {payer.id} exceeded by {over} unsaid")
    return found


def _counterfactual_troubles(proposed: Proposed) -> list[str]:
    found = [f"{trade.key} has no without" for trade in proposed.trades if trade.without is None]
    for trade in proposed.trades:
        without = trade.without
        if without and without.method not in ("lp_fixed", "infeasible"):
            found.append(f"{trade.key}: method {without.method}")
        if without and without.drift_total is not None and not 0 <= without.drift_total <= 2:
            found.append(f"{trade.key}: drift_total {without.drift_total}")
    return found


def summary(results: list[Measured]) -> Plain:
    """The figures over all households."""
    answered = [result for result in results if result.status in ("proposed", "no_action")]
    sums = {
        name: tuple(sum(getattr(result, name)[i] for result in answered) for i in (0, 1))
        for name in ("bands", "limits")
    }
    seconds = sorted(result.seconds for result in results)
    return {
        "households": len(results),
        "statuses": {name: sum(result.status == name for result in results) for name in
                     ("proposed", "no_action", "infeasible", "error")},
        "excess_left": round(sums["bands"][1] / sums["bands"][0], 4) if sums["bands"][0] else 0.0,
        "way_left": round(sums["limits"][1] / sums["limits"][0], 4) if sums["limits"][0] else 0.0,
        "troubled": sum(bool(result.troubles) for result in results),
        "cpu_seconds": {"total": round(sum(seconds), 1), "median": round(seconds[len(seconds) // 2], 3),
                        "worst": round(seconds[-1], 2)},
    }  # fmt: skip


def main(first: int, count: int, workers: int) -> None:
    """Measure households and say what was found: every trouble, the slowest, and those with the most left."""
    with ProcessPoolExecutor(workers) as pool:
        results = list(pool.map(measured, range(first, first + count), chunksize=4))
    said = [f"{result.seed} {result.size}: {trouble}" for result in results for trouble in result.troubles]
    said += [
        f"slow {result.seed} {result.size} {result.seconds:.2f} s, {result.trades} trades"
        for result in sorted(results, key=lambda result: -result.seconds)[:5]
    ]
    said += [
        f"left {result.seed} bands {result.bands[0]:.3f} -> {result.bands[1]:.3f}, "
        f"limits {result.limits[0]:.3f} -> {result.limits[1]:.3f}"
        for result in sorted(results, key=lambda result: -result.limits[1])[:8]
    ]
    sys.stdout.write("\n".join([*said, json.dumps(summary(results)), ""]))


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:4]]
    main(given[0], given[1], given[2] if len(given) > 2 else 1)

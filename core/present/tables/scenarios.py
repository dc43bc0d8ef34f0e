"""Settings side by side: doing nothing, those kept, and the one on the screen."""

from collections.abc import Sequence

from core.domain.allocation import Allocation
from core.domain.scenario import Levers, Scenario
from core.domain.trade import DriftPicture
from core.market.asset_classes import labels
from core.present.figures.drift import bands_of
from core.present.html import Column, Safe, table
from core.present.summaries import Outcome
from core.present.tokens import OUTSIDE
from core.words.numbers import DASH, number, percent, signed_dollars, whole_dollars
from core.words.sentences import count

DESTINATIONS = {"target": "to target", "half_band": "to half the band", "band_edge": "to the edge"}
SHORT_GAINS = {"avoid": "no short-term gains", "allow": "short-term gains allowed"}
ORDERS = {"taxable_first": "taxable accounts first", "minimum_tax": "what adds least tax"}
LOTS = {
    "min_tax": "least tax first", "fifo": "oldest lots first", "lifo": "newest lots first",
    "hifo": "dearest lots first", "specific": "lots that a person names", "average": "average cost",
}  # fmt: skip
"""Lot relief methods as people say them."""
COLUMNS = (
    Column("Scenario"), Column("Levers"), Column("After-tax", True), Column("Tax now", True),
    Column("Drift left", True), Column("Trades", True),
)  # fmt: skip


def scenarios_table(
    kept: Sequence[Scenario], before: DriftPicture, now: Outcome, target: Allocation, levers: Levers
) -> Safe:
    """Doing nothing first, this setting last and bold, each with the levers that make it."""
    still = max((abs(drift) for drift in bands_of(before, target).values()), default=0.0)
    kept_rows = [
        [one.name, levers_in_words(one.levers), whole_dollars(one.after_tax), whole_dollars(one.tax),
         _drift(one.drift_left), number(one.trades)]
        for one in kept
    ]  # fmt: skip
    this = [levers_in_words(levers), whole_dollars(now.after_tax), whole_dollars(now.tax), _drift(now.drift),
            number(now.trades)]  # fmt: skip
    rows = [["Do nothing", DASH, DASH, whole_dollars(0), _drift(still), "0"], *kept_rows, ["This setting", *this]]
    return table(COLUMNS, rows, strong=frozenset({len(rows) - 1}))


def levers_in_words(levers: Levers) -> str:
    """`to the edge, bands x1.20, US equity 62%`: what a person moved, `as the mandate says` where nothing."""
    names = labels()
    said = [DESTINATIONS[levers.destination]] if levers.destination else []
    said += [f"{names.get(name, name)} {percent(weight, 0)}" for name, weight in levers.class_targets.items()]
    if levers.risk_aversion not in (None, 1.0):
        said.append(f"risk aversion x{number(levers.risk_aversion, 1)}")
    if levers.band_scale != 1.0:
        said.append(f"bands x{number(levers.band_scale, 2)}")
    if levers.turnover_limit is not None:
        limited = levers.turnover_limit < 1.0
        said.append(f"turnover {percent(levers.turnover_limit, 0)}" if limited else "any turnover")
    if levers.minimum_trade is not None:
        said.append(f"trades from {whole_dollars(levers.minimum_trade)}")
    if levers.gain_budget is not None:
        said.append(f"gains up to {whole_dollars(levers.gain_budget)}")
    said += [word for word, on in (("no harvest", levers.harvest), ("not placed", levers.location)) if on is False]
    said += [*_gains_in_words(levers), *_cash_in_words(levers)]
    return ", ".join(said) or "as the mandate says"


def _gains_in_words(levers: Levers) -> list[str]:
    said = [SHORT_GAINS[levers.short_term_gains]] if levers.short_term_gains else []
    if levers.wait_days is not None:
        said.append(f"waits {count(levers.wait_days, 'day')} for long-term" if levers.wait_days else "no waiting")
    return [*said, *([LOTS.get(levers.relief, levers.relief)] if levers.relief else [])]


def _cash_in_words(levers: Levers) -> list[str]:
    said = []
    if levers.cash_flow:
        said.append(f"{signed_dollars(levers.cash_flow, 0)} cash")
    if levers.withdrawal:
        how = f", {ORDERS[levers.withdrawal_order]}" if levers.withdrawal_order else ""
        said.append(f"{whole_dollars(levers.withdrawal)} paid out{how}")
    if levers.distribution:
        said.append(f"{whole_dollars(levers.distribution)} distributed")
    if levers.cash_flow_only is not None:
        said.append("cash flows only" if levers.cash_flow_only else "not only cash flows")
    return said


def _drift(in_bands: float) -> str:
    return f"{OUTSIDE} {number(in_bands, 2)}" if in_bands > 1.0 + 1e-9 else number(in_bands, 2)

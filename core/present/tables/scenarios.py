"""Settings side by side: doing nothing, those kept, and the one on the screen."""

from collections.abc import Sequence

from core.domain.allocation import Allocation
from core.domain.scenario import Scenario
from core.domain.trade import Proposed
from core.present.figures.drift import bands_of
from core.present.html import Column, Safe, table
from core.present.summaries import Outcome
from core.present.tokens import OUTSIDE
from core.words.numbers import DASH, number, whole_dollars

COLUMNS = (
    Column("Scenario"), Column("After-tax", True), Column("Tax now", True), Column("Drift left", True),
    Column("Trades", True),
)  # fmt: skip


def scenarios_table(kept: Sequence[Scenario], answer: Proposed, now: Outcome, target: Allocation) -> Safe:
    """Doing nothing first, this setting last and bold."""
    still = max((abs(drift) for drift in bands_of(answer.before, target).values()), default=0.0)
    kept_rows = [
        [one.name, whole_dollars(one.after_tax), whole_dollars(one.tax), _drift(one.drift_left), number(one.trades)]
        for one in kept
    ]
    this = [whole_dollars(now.after_tax), whole_dollars(now.tax), _drift(now.drift), number(now.trades)]
    rows = [["Do nothing", DASH, whole_dollars(0), _drift(still), "0"], *kept_rows, ["This setting", *this]]
    return table(COLUMNS, rows, strong=frozenset({len(rows) - 1}))


def _drift(in_bands: float) -> str:
    return f"{OUTSIDE} {number(in_bands, 2)}" if in_bands > 1.0 + 1e-9 else number(in_bands, 2)

"""The walk: day after day, every policy's weights drift, are looked at, and are traded back.

All policies walk together as rows of one array, so a run costs one pass over the days. Taxes use each class's average
basis; a tax or a cost is paid out of all classes alike, so it lowers wealth and leaves the weights.
"""

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

from core.domain.errors import BadInput
from core.lab.paths import DAYS_A_YEAR
from core.lab.policies import LabPolicy, PolicyRun, Terms

Matrix = NDArray[np.float64]
Vector = NDArray[np.float64]
Progress = Callable[[int, int], None]
MONTH = 21
SHARES = {"target": 0.0, "half_band": 0.5, "band_edge": 1.0}
"""Where a trade ends, as a share of the band."""


def walk(
    returns: Matrix, terms: Terms, policies: Sequence[LabPolicy], progress: Progress | None = None
) -> tuple[PolicyRun, ...]:
    """Walk the policies over simple daily returns (day x class), in the order of `terms.target`.

    progress : called once a year with how many of how many days are done
    """
    if returns.ndim != 2 or returns.shape[1] != len(terms.target):
        raise BadInput("returns", f"expected one column for each of {len(terms.target)} classes")
    state = _State(terms, policies)
    for day, gains in enumerate(returns, start=1):
        state.drift(gains)
        if terms.flow and day % MONTH == 0:
            state.take_in(terms.flow * MONTH / DAYS_A_YEAR)
        state.look(day)
        if progress is not None and day % DAYS_A_YEAR == 0:
            progress(day, len(returns))
    return state.runs(len(returns))


class _State:
    """Weights and basis (policy x class), and what has been added up for each policy."""

    def __init__(self, terms: Terms, policies: Sequence[LabPolicy]) -> None:
        rows, size = len(policies), len(terms.target)
        self.terms, self.policies = terms, tuple(policies)
        self.target = np.array(terms.target)
        self.weights = np.tile(self.target, (rows, 1))
        self.basis = np.ones((rows, size))
        self.every = np.array([policy.every for policy in policies])
        self.widths = np.array([_widths(policy, size) for policy in policies])
        self.share = np.array([SHARES[policy.destination] for policy in policies])[:, None]
        self.moves = np.array([not policy.cash_flow for policy in policies])
        self.directs = ~self.moves
        self.harvests = np.array([policy.harvest for policy in policies])
        self.taxed = terms.tax_rate > 0
        zeros = np.zeros(rows)
        self.turnover, self.trades, self.cost, self.tax = zeros.copy(), zeros.copy(), zeros.copy(), zeros.copy()
        self.growth, self.losses, self.gap, self.gap_squared = zeros.copy(), zeros.copy(), zeros.copy(), zeros.copy()

    def drift(self, gains: Vector) -> None:
        """One day's returns."""
        earned = self.weights @ gains
        gap = earned - float(self.target @ gains)
        self.gap += gap
        self.gap_squared += gap * gap
        self.weights *= 1.0 + gains
        self.weights /= (1.0 + earned)[:, None]
        self.growth += np.log1p(earned)
        if self.taxed:
            self.basis /= 1.0 + gains

    def take_in(self, flow: float) -> None:
        """New money, a fraction of wealth: into what is below target where a policy directs it, else as weights are."""
        need = np.maximum(self.target * (1.0 + flow) - self.weights, 0.0)
        total = need.sum(axis=1, keepdims=True)
        toward = np.where(total > 0, need / np.where(total > 0, total, 1.0), self.weights)
        bought = flow * np.where(self.directs[:, None], toward, self.weights)
        self._buy(np.arange(len(self.weights)), bought)
        self.weights = (self.weights + bought) / (1.0 + flow)

    def look(self, day: int) -> None:
        """Trade whoever looks today and has something outside, harvest once a month."""
        due = (day % self.every == 0) & self.moves
        if due.any():
            outside = np.abs(self.weights - self.target) > self.widths
            acting = np.flatnonzero(due & outside.any(axis=1))
            if len(acting):
                self._trade(acting, outside[acting])
        if self.taxed and day % MONTH == 0 and self.harvests.any():
            self._harvest()

    def runs(self, days: int) -> tuple[PolicyRun, ...]:
        """The sums as figures a year."""
        years = days / DAYS_A_YEAR
        variance = np.maximum(self.gap_squared / days - (self.gap / days) ** 2, 0.0)
        error = np.sqrt(variance * DAYS_A_YEAR)
        growth = np.exp(self.growth / years) - 1.0
        figures = (self.turnover / years, error, self.trades / years, self.cost / years, self.tax / years, growth)
        return tuple(
            PolicyRun(policy, *(float(figure[row]) for figure in figures)) for row, policy in enumerate(self.policies)
        )

    def _trade(self, rows: NDArray[np.int64], outside: NDArray[np.bool_]) -> None:
        old = self.weights[rows]
        new = destinations(old, outside, self.target, self.widths[rows], self.share[rows])
        moved = new - old
        turned = np.abs(moved).sum(axis=1) / 2
        self.turnover[rows] += turned
        self.trades[rows] += 1
        self._pay(rows, 2 * turned * self.terms.cost, self.cost)
        if self.taxed:
            sold = np.maximum(-moved, 0.0)
            self._realise(rows, (sold * (1.0 - self.basis[rows])).sum(axis=1))
            self._buy(rows, np.maximum(moved, 0.0))
        self.weights[rows] = new

    def _buy(self, rows: NDArray[np.int64], bought: Matrix) -> None:
        """Average the basis of what is bought, at today's price, into what is there."""
        if self.taxed:
            held = self.weights[rows]
            whole = held + bought
            mixed = (self.basis[rows] * held + bought) / np.where(whole > 0, whole, 1.0)
            self.basis[rows] = np.where(whole > 0, mixed, 1.0)

    def _harvest(self) -> None:
        deep = (self.basis > 1.0 + self.terms.harvest_at) & self.harvests[:, None]
        rows = np.flatnonzero(deep.any(axis=1))
        if len(rows):
            sold = np.where(deep[rows], self.weights[rows], 0.0)
            self._realise(rows, (sold * (1.0 - self.basis[rows])).sum(axis=1))
            self._pay(rows, 2 * sold.sum(axis=1) * self.terms.cost, self.cost)
            self.basis[rows] = np.where(deep[rows], 1.0, self.basis[rows])

    def _realise(self, rows: NDArray[np.int64], gain: Vector) -> None:
        """Net a gain (a fraction of wealth) against losses kept; what remains is taxed, a loss is kept.

        Losses are kept as fractions of the wealth of the day; growth since then is left out, which favours nobody.
        """
        net = gain - self.losses[rows]
        self.losses[rows] = np.maximum(-net, 0.0)
        self._pay(rows, np.maximum(net, 0.0) * self.terms.tax_rate, self.tax)

    def _pay(self, rows: NDArray[np.int64], amount: Vector, into: Vector) -> None:
        into[rows] += amount
        self.growth[rows] += np.log1p(-amount)


def destinations(old: Matrix, outside: NDArray[np.bool_], target: Vector, widths: Matrix, share: Matrix) -> Matrix:
    """Weights after the trade (policy x class): what was outside goes to its limit, the others give or take the rest.

    The rest goes to each class in proportion to the room it has before its own limit: the band's edge for a class that
    was inside, the destination for one that was outside. There is always room enough, as target weights sum to 1.
    """
    limit = np.where(outside, widths * share, widths)
    new = np.where(outside, np.clip(old, target - limit, target + limit), old)
    rest = 1.0 - new.sum(axis=1, keepdims=True)
    room = np.where(rest > 0, target + limit - new, new - target + limit)
    room = np.maximum(room, 0.0)
    total = room.sum(axis=1, keepdims=True)
    return np.asarray(new + rest * room / np.where(total > 0, total, 1.0))


def _widths(policy: LabPolicy, size: int) -> tuple[float, ...]:
    """Half-widths of a policy; a calendar trades whatever has moved at all, everything back to target."""
    if policy.widths is None:
        return (0.0,) * size
    if len(policy.widths) != size:
        raise BadInput("widths", f"'{policy.name}' needs one half-width for each of {size} classes")
    return policy.widths

"""Branch and bound over one warm linear program: the yes/no choices of a household, best first, diving.

Every node changes a few bounds and goes on with the dual simplex from where the last node stood.
"""

import heapq
from dataclasses import dataclass, field

import numpy as np

from core.rebalance.branching import WHOLE, Child, Experience, children
from core.rebalance.early_answers import complete, fall_in, plunge, round_off
from core.rebalance.line import Values
from core.rebalance.search_tree import WEIGHTY, Found, Point, Tree

FALLS = 3
"""From how many nodes a search falls in, one for each dive."""
OWN = 32
"""Nodes beyond the limit that are there for weighty choices."""


@dataclass(slots=True)
class Search:
    """One search: the nodes that are open, what deciding has cost so far, and nodes of its `own` beyond the limit."""

    tree: Tree
    aside: int = 0
    falls: int = 0
    own: int = 0
    open: list[tuple[float, int, Child, object]] = field(default_factory=list)
    learnt: Experience = field(init=False)

    def __post_init__(self) -> None:
        self.learnt = Experience(self.tree.ranks, self.tree.dear())

    def run(self, start: Values | None = None) -> Found | None:
        """The best point found from a start (values of the whole-number columns); None where there is none."""
        tree = self.tree
        if start is not None:
            complete(tree, start)
        root = self._root()
        if root is None:
            return tree.result(np.inf)
        self._dive(root, tree.lower, tree.upper)
        while self.open and not tree.closed(self.open[0][0]) and not self._spent(self.open[0][2].place):
            above, _, child, stand = heapq.heappop(self.open)
            point = self._decide(child, above, stand)
            if point is not None and not tree.closed(point.objective):
                self._dive(point, child.lower, child.upper)
        return tree.result(self.open[0][0] if self.open else np.inf)

    def _root(self) -> Point | None:
        """The point without any choice made, solved anew where a plunge from it has tightened the program."""
        tree = self.tree
        root = tree.solve(tree.lower, tree.upper)
        if root is None or tree.counting:
            return root
        before = tree.rows
        plunge(tree, root, tree.lower, tree.upper)
        return tree.solve(tree.lower, tree.upper) if tree.rows > before else root

    def _fixed_by_price(self, point: Point, lower: Values, upper: Values) -> tuple[Values, Values]:
        """Bounds without what would cost more than the best answer known: reduced costs at a node."""
        if self.tree.best is None:
            return lower, upper
        room = self.tree.best.objective - self.tree.room() - point.objective + 1e-9
        values, prices = point.values[self.tree.columns], point.prices[self.tree.columns]
        stays_low = (prices > room) & (values <= lower + WHOLE)
        stays_high = (prices < -room) & (values >= upper - WHOLE)
        return np.where(stays_high, upper, lower), np.where(stays_low, lower, upper)

    def _dive(self, point: Point, lower: Values, upper: Values) -> None:
        """Follow the likelier child down; put the other aside."""
        fallen = False
        while not self.tree.closed(point.objective):
            values = self.tree.choices(point, lower, upper)
            place = self.learnt.next(values)
            if place is None:
                self.tree.take(point)
                return
            if self._spent(place) or self._weightier_waits(point, place):
                for child in children(values, place, *self._fixed_by_price(point, lower, upper)):
                    self._put_aside(point, child)
                return
            if self.tree.counting:
                round_off(self.tree, values)
            elif self.tree.ranks[place] < WEIGHTY and self.falls < FALLS and not fallen:
                self.falls, fallen = self.falls + 1, True
                fall_in(self.tree, point, lower, upper)
            near, far = children(values, place, *self._fixed_by_price(point, lower, upper))
            both = self.tree.ranks[place] >= WEIGHTY or self.tree.counting
            last = self._descend(near, far, point, both)
            if last is None:
                return
            point, lower, upper = last

    def _spent(self, place: int) -> bool:
        """Whether no node is left for a choice; weighty ones have some of their own, for every bound rests on them."""
        return self.tree.spent() and (bool(self.tree.ranks[place] < WEIGHTY) or self.own >= OWN)

    def _weightier_waits(self, point: Point, place: int) -> bool:
        """Whether a weighty choice is open that could be better than all below a point: it is looked at first."""
        if self.tree.best is None or self.tree.ranks[place] >= WEIGHTY or not self.open:
            return False
        above, _, child, _ = self.open[0]
        return bool(self.tree.ranks[child.place] >= WEIGHTY and above < point.objective - self.tree.room())

    def _descend(self, near: Child, far: Child, point: Point, both: bool) -> tuple[Point, Values, Values] | None:
        """One level down: the nearer child, or where `both` are looked at the better one; the other is put aside."""
        deeper = self._decide(near, point.objective, point.stand)
        if deeper is not None and not both:
            self._put_aside(point, far)
            return deeper, near.lower, near.upper
        other = self._decide(far, point.objective, point.stand)
        if other is not None and (deeper is None or other.objective < deeper.objective):
            near, far, deeper, other = far, near, other, deeper
        if other is not None:
            self._put_aside(other, far)
        return None if deeper is None else (deeper, near.lower, near.upper)

    def _decide(self, child: Child, above: float, stand: object) -> Point | None:
        """Solve a child of a node with the objective `above`, and learn what its choice costs."""
        self.own += self.tree.spent()
        point = self.tree.solve(child.lower, child.upper, stand)
        if point is not None:
            self.learnt.learn(child, point.objective - above)
        elif self.tree.best is not None:
            self.learnt.learn(child, self.tree.best.objective - above)
        return point

    def _put_aside(self, point: Point, child: Child) -> None:
        """Keep a node for later; of equals the one put aside first is looked at first."""
        self.aside += 1
        heapq.heappush(self.open, (point.objective, self.aside, child, point.stand))

"""Whole numbers are only searched where the rows leave them room, and no answer is lost by that."""

import itertools
import random

import numpy as np

from core.rebalance.effort import Effort
from core.rebalance.line import Line
from core.rebalance.narrowed import narrowed, rows_of
from core.rebalance.program import Program

WHOLE = np.array([0, 1], dtype=np.int32)


def room(rows: list[tuple[dict[int, float], float, float]], upper: list[float]) -> list[tuple[float, float]] | None:
    """Bounds of the first two columns under rows (factors, lower, upper); every column starts at 0."""
    starts, index, factor = [0], [], []
    for terms, _, _ in rows:
        index += list(terms)
        factor += list(terms.values())
        starts.append(len(index))
    told = rows_of(starts, index, factor, [one[1] for one in rows], [one[2] for one in rows])
    found = narrowed(told, np.zeros(len(upper)), np.array(upper), WHOLE)
    return None if found is None else list(zip(*(side.tolist() for side in found), strict=True))


def test_a_share_too_many_is_not_searched() -> None:
    """7 shares of 30 fit into 220 beside nothing else, and 3 are needed for 80."""
    assert room([({0: 30.0, 1: 1.0}, 80.0, 220.0)], [20.0, 0.0, 0.0]) == [(3.0, 7.0), (0.0, 0.0)]


def test_room_is_told_through_a_column_that_is_in_part() -> None:
    """What the middle column may be follows from one row, and the shares from the other."""
    rows = [({0: 30.0, 2: -1.0}, 0.0, 0.0), ({2: 1.0, 1: 40.0}, 100.0, 130.0)]
    assert room(rows, [20.0, 1.0, np.inf]) == [(2.0, 4.0), (0.0, 1.0)]


def test_rows_that_contradict_leave_nothing() -> None:
    assert room([({0: 30.0}, 31.0, 59.0)], [20.0, 1.0]) is None


def test_the_best_whole_answer_is_found_as_by_trying_all() -> None:
    """Small programs of three whole numbers, each held against every combination."""
    for seed in range(40):
        chance = random.Random(seed)
        prices = [chance.uniform(1, 9) for _ in range(3)]
        costs = [chance.uniform(-1, 1) for _ in range(3)]
        least = chance.uniform(10, 40)
        program = Program()
        columns = [program.whole_column(0.0, 8.0, 0.1) for _ in range(3)]
        program.row(Line(dict(zip(columns, prices, strict=True))), lower=least, upper=least + 3.0)
        cost = Line(dict(zip(columns, costs, strict=True)))
        found = program.minimise(cost, Effort())
        answers = [
            sum(c * n for c, n in zip(costs, shares, strict=True))
            for shares in itertools.product(range(9), repeat=3)
            if least <= sum(p * n for p, n in zip(prices, shares, strict=True)) <= least + 3.0
        ]
        assert (found is None) == (not answers)
        assert found is None or abs(found.objective - min(answers)) < 1e-6

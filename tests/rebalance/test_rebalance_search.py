"""The search over choices: the gap that it tells is not that of a weighty choice that nobody looked at."""

import pytest

from core.rebalance.effort import Effort
from core.rebalance.line import Line
from core.rebalance.program import Program


@pytest.mark.parametrize("nodes", [4, 8, 15])
def test_both_ways_of_a_weighty_choice_are_looked_at_however_few_the_nodes(nodes: int) -> None:
    """Two ways bring 1 and 0, and 50 if taken by halves; beside them a bag takes more nodes than there are."""
    program = Program()
    brings, first = program.column(0.0, 100.0), program.binary(rank=3)
    program.row(Line({brings: 1.0, first: -100.0}), upper=0.0)
    program.row(Line({brings: 1.0, first: 100.0}), upper=101.0)
    weights = (3.1, 4.7, 5.3, 6.1, 7.9, 8.3, 9.7, 10.9)
    packed = [program.binary() for _ in weights]
    program.row(Line(dict(zip(packed, weights, strict=True))), upper=23.0)
    cost = Line({brings: -1.0})
    for column, weight in zip(packed, weights, strict=True):
        cost.add(column, -weight * (1.0 + 0.01 * weight))
    found = program.minimise(cost, Effort(nodes=nodes, patient=False))
    assert found is not None
    assert found.gap * abs(found.objective) < 5.0

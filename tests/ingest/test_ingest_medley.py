"""Files of one export in many orders: read whole as they are, and never proven with a fault in them."""

import pytest

from core.ingest.reading import read_here
from tools.accuracy.feeds import FREE
from tools.accuracy.measure import judge
from tools.accuracy.planted import FAULTS, draw

SEEDS = range(40)


@pytest.mark.parametrize("name", FREE)
def test_every_order_is_read_whole(name: str) -> None:
    for seed in SEEDS:
        drawn = draw(FREE[name], seed)
        assert not judge(drawn, read_here(name + drawn.ending, drawn.data), 0.0).errors, f"{name} {seed}"


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("name", FREE)
def test_a_fault_is_named_and_never_proven_in_any_order(name: str, fault: str) -> None:
    planted = 0
    for seed in SEEDS:
        drawn = draw(FREE[name], seed, fault)
        if drawn.planted:
            score = judge(drawn, read_here(name + drawn.ending, drawn.data), 0.0).score
            assert (score.planted_proven, score.planted_named) == (0, score.planted), f"{name} {seed}: {drawn.planted}"
            planted += score.planted
    assert planted

"""Statements of houses drawn apart from the reader: each is read whole, in every row, field, lot and trade."""

import pytest

from tools.accuracy.feeds import EIGHTH_FEEDS, NINTH_FEEDS, SEVENTH_FEEDS, SIXTH_FEEDS, TENTH_FEEDS
from tools.accuracy.houses import (
    EIGHTH,
    ELEVENTH,
    FOURTH,
    NINTH,
    SEVENTH,
    SIXTH,
    TENTH,
    THIRD,
    THIRTEENTH,
    TWELFTH,
    House,
)
from tools.accuracy.measure import read_and_judge
from tools.accuracy.planted import draw

OTHER_WAYS = ("posthaste", "turnstile", "capelthorne")
LATER = {**SIXTH, **SEVENTH, **EIGHTH, **NINTH, **TENTH, **ELEVENTH, **TWELFTH, **THIRTEENTH}
DIALECTS = {**SIXTH_FEEDS, **SEVENTH_FEEDS, **EIGHTH_FEEDS, **NINTH_FEEDS, **TENTH_FEEDS}
KEPT = {**{name: {**THIRD, **FOURTH}[name] for name in OTHER_WAYS}, **LATER, **DIALECTS}
SEED = 4


@pytest.mark.parametrize("house", KEPT.values(), ids=KEPT)
def test_a_statement_of_every_house_is_read_whole(house: House) -> None:
    judged = read_and_judge(draw(house, SEED))
    assert list(judged.errors) == []
    assert judged.score.whole == 1


DEALT = ("kirkhaugh", "yarnfold", "hexgreave", "skelwith", "ambleforth", "thirlby", "pursley", "wyndham", "priory")


@pytest.mark.parametrize("name", DEALT)
def test_ways_dealt_by_seed_are_never_silent(name: str) -> None:
    judged = [read_and_judge(draw(KEPT[name], seed)) for seed in range(6)]
    assert sum(one.score.silent_errors for one in judged) == 0
    assert sum(one.score.whole for one in judged) >= 5

"""A band on one side: the other side is open on the command line, in the count of drift and in words."""

import pytest

from core.cli.bands import BandCase, answer_bands
from core.domain.allocation import Allocation, Band
from core.domain.frozen_map import FrozenMap


@pytest.mark.parametrize(
    ("side", "edges", "outside"),
    [
        ("both", (0.35, 0.45), [0.33, 0.46]),
        ("above", (None, 0.45), [0.46]),
        ("below", (0.35, None), [0.33]),
    ],
)
def test_only_the_side_that_counts_has_an_edge_and_can_be_crossed(side, edges, outside):
    found = answer_bands(BandCase(0.4, (0.33, 0.38, 0.46), Band("absolute", 0.05, side)))
    assert (found.low, found.high, found.side) == (*edges, side)
    assert [one.weight for one in found.weights if one.outside] == outside
    assert {one.weight: one.destination for one in found.weights if not one.outside}[0.38] == 0.38


def test_the_open_side_of_an_allocation_reaches_to_its_end_and_counts_no_drift():
    bands = FrozenMap({"us_equity": Band("absolute", 0.05, "above"), "us_bond": Band("relative", 0.1, "below")})
    target = Allocation("asset_class", FrozenMap({"us_equity": 0.6, "us_bond": 0.4}), bands)
    assert target.edges("us_equity") == pytest.approx((0.0, 0.65))
    assert target.edges("us_bond") == pytest.approx((0.36, 1.0))
    assert target.in_bands("us_equity", 0.1) == pytest.approx(2.0)
    assert target.in_bands("us_equity", -0.3) == 0.0
    assert target.in_bands("us_bond", -0.02) == pytest.approx(-0.5)

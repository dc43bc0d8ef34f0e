"""What stands behind one cell of a heat map: its distance to the edge in dollars, or in the metric's own unit."""

from decimal import Decimal

import pytest

from core.domain.detail import Detail
from core.present.tables.maps import detail_table


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"unit": "annual fraction", "value": 0.162, "high": 0.2}, "3.8% of room"),
        ({"unit": "annual fraction", "value": 0.21, "high": 0.2, "standing": "outside"}, "1.0% beyond it"),
        ({"unit": "points", "value": 0.02, "low": -0.05, "high": 0.05}, "3.0 pts of room"),
        ({"unit": "weight", "value": 0.3, "high": 0.1, "to_edge": Decimal("1234.5"), "standing": "outside"},
         "$1,235 beyond it"),
    ],
)  # fmt: skip
def test_the_distance_to_the_nearer_edge_has_the_unit_of_what_is_held(more, words):
    one = Detail("x", **{"standing": "inside", "clause": "A limit.", "level": "mandate", **more})
    assert words in str(detail_table(one, "X"))


def test_without_a_limit_there_is_no_distance():
    one = Detail("x", value=0.1, unit="ratio", standing="unbound", clause="No limit is set.", level="")
    assert "nearer edge" not in str(detail_table(one, "X"))

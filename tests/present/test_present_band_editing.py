"""A table of bands says rules, and a row that says none takes its rule away."""

import pytest

from core.domain.bands import BandRule
from core.domain.errors import BadInput
from core.present.tables.band_editing import HOLDS, KIND, NAME, WIDTH, band_rows, rules_of

NAMES = {"us_equity": "US equity", "us_bond": "US bonds", "volatility": "Volatility"}
RULES = {
    "us_equity": BandRule("absolute", 0.05, "above"),
    "us_bond": BandRule("volatility", 0.5),
    "volatility": BandRule("limit", high=0.2),
}


def test_rows_say_the_rules_that_they_were_made_of():
    rows = band_rows(NAMES, RULES, {"us_equity": "±5.00 pts, from the household"})
    assert rules_of(rows) == RULES
    assert rows[0][HOLDS] == "±5.00 pts, from the household"
    assert rules_of(band_rows(NAMES, {}, {})) == dict.fromkeys(NAMES)


def test_a_row_that_says_half_a_rule_is_named():
    rows = band_rows(NAMES, {}, {})
    rows[1][KIND] = "± points"
    with pytest.raises(BadInput, match=r"US bonds.*needs a width"):
        rules_of(rows)
    rows[1][WIDTH] = 0.03
    assert rules_of(rows)["us_bond"] == BandRule("absolute", 0.03)
    assert rows[1][NAME] == "US bonds"

"""A mandate that weighs drift by risk gives its households' cases the covariance of their classes."""

import json
from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

from core.domain.canonical import to_plain
from core.domain.frozen_map import FrozenMap
from core.domain.mandate import Mandate
from core.rebalance import read_case, rebalance
from core.workflow.case_files import case_file, case_under
from core.workflow.class_risk import class_risk, class_series
from core.workflow.desk import Desk
from core.workflow.households import household, mandate


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk.sample("advisor")


def weighing(desk: Desk) -> Mandate:
    return replace(mandate(desk, household(desk, "H-0005").mandate), weigh_drift=True)


def test_nothing_is_weighed_unless_the_mandate_asks(desk: Desk) -> None:
    assert case_file(desk, "H-0005").case.risk is None


def test_the_case_holds_a_covariance_of_the_targets_classes(desk: Desk) -> None:
    rules = weighing(desk)
    case = case_under(desk, household(desk, "H-0005"), rules).case
    assert case.risk is not None and set(case.risk.classes) >= set(rules.target.weights) - {"cash"}
    matrix = np.array(case.risk.covariance)
    assert (matrix == matrix.T).all() and np.linalg.eigvalsh(matrix).min() > -1e-8


def test_each_entry_is_the_yearly_covariance_of_the_closes(desk: Desk) -> None:
    rules = weighing(desk)
    risk, issues = class_risk(desk, rules)
    series = class_series(rules, rules.target)
    closes = desk.feed.history(sorted(set(series.values())), desk.today(), 756)
    theirs = (closes / closes.shift(1) - 1).iloc[1:].dropna()
    for i, one in enumerate(risk.classes):
        for j, other in enumerate(risk.classes):
            expected = theirs[series[one]].cov(theirs[series[other]]) * 252
            assert risk.covariance[i][j] == pytest.approx(expected, abs=1e-9)
    assert issues == ()


def test_the_same_household_gives_the_same_case_and_reasons_speak_of_tracking_error(desk: Desk) -> None:
    rules, held = weighing(desk), household(desk, "H-0005")
    first, again = (rebalance(case_under(desk, held, rules).case) for _ in range(2))
    assert first == again
    assert first.fingerprint != rebalance(case_file(desk, "H-0005").case, counterfactuals=False).fingerprint
    codes = {reason.code for trade in first.trades for reason in trade.reasons}
    assert "tracking_error" in codes


def test_a_class_without_prices_is_named_and_counts_as_riskless(desk: Desk) -> None:
    rules = weighing(desk)
    target = replace(rules.target, weights=FrozenMap({"us_equity": 0.5, "moon_land": 0.5}))
    risk, issues = class_risk(desk, replace(rules, target=target))
    assert risk.classes == ("us_equity",)
    assert [issue.message for issue in issues] == [
        "no price history stands for moon_land; drift there weighs nothing in the tracking error"
    ]


class ShortFeed:
    """A feed that knows ten days."""

    name, label = "short", "short"

    def history(self, symbols: list[str], end: object, days: int) -> pd.DataFrame:
        return pd.DataFrame({symbol: np.linspace(100, 110, 10) for symbol in symbols})


def test_too_short_a_history_weighs_nothing_and_is_said(desk: Desk) -> None:
    risk, issues = class_risk(replace(desk, feed=ShortFeed()), weighing(desk))
    assert risk is None
    assert "too few days" in issues[0].message


def test_the_case_taken_along_as_a_file_gives_the_same_fingerprint(desk: Desk) -> None:
    case = case_under(desk, household(desk, "H-0005"), weighing(desk)).case
    read, _ = read_case(json.loads(json.dumps(to_plain(case))), "case")
    assert read.risk == case.risk
    assert rebalance(read, counterfactuals=False).fingerprint == rebalance(case, counterfactuals=False).fingerprint

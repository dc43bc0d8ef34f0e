"""The policy lab through the engine: the literature's figures without taxes, real lots with them."""

from datetime import date
from functools import cache

import numpy as np
import pytest

from core.domain.errors import BadInput
from core.lab import LabPolicy, PolicyRun, Terms, normal_paths, walk
from core.workflow.desk import Desk
from core.workflow.lots_walk import walk_with_lots
from core.workflow.policy_lab import Question
from core.workflow.policy_lab_lots import OWN, lab_with_lots

SIXTY_FORTY = np.array([[0.16**2, 0.1 * 0.16 * 0.06], [0.1 * 0.16 * 0.06, 0.06**2]])
CLASSES = ("us_equity", "us_bond")
MONDAY = date(2027, 1, 4)
HALF = LabPolicy("half", 1, (0.03, 0.03), "half_band")
POLICIES = (
    LabPolicy("quarterly", 63), LabPolicy("yearly", 252), HALF, LabPolicy("edge", 1, (0.03, 0.03), "band_edge"),
    LabPolicy("target", 1, (0.03, 0.03), "target"),
)  # fmt: skip


@cache
def taxed(harvest: bool = False, flow: float = 0.0) -> PolicyRun:
    returns = normal_paths((0.06, 0.03), SIXTY_FORTY, 3, 1)
    terms = Terms((0.6, 0.4), tax_rate=0.2, short_rate=0.35, flow=flow)
    policy = LabPolicy("half", 1, (0.03, 0.03), "half_band", harvest=harvest)
    return walk_with_lots(returns, CLASSES, terms, [policy], MONDAY)[0]


@pytest.mark.long
@pytest.mark.parametrize("years", [4])
def test_without_taxes_the_engine_trades_what_the_literature_says(years):
    """Every policy of Leland's and Daryanani's comparison: the engine's own trades give the same figures a year."""
    returns = normal_paths((0.0, 0.0), SIXTY_FORTY, years, 1)
    terms = Terms((0.6, 0.4), cost=0.0)
    plain = walk(returns, terms, POLICIES)
    lots = walk_with_lots(returns, CLASSES, terms, POLICIES, MONDAY)
    for told, found in zip(plain, lots, strict=True):
        assert found.turnover == pytest.approx(told.turnover, rel=0.02), told.policy.name
        assert found.tracking_error == pytest.approx(told.tracking_error, rel=0.02), told.policy.name
        assert found.trades == pytest.approx(told.trades, rel=0.1), told.policy.name
        assert found.growth == pytest.approx(told.growth, abs=1e-4), told.policy.name


def test_a_band_that_is_never_left_trades_nothing():
    returns = normal_paths((0.05, 0.02), SIXTY_FORTY, 1, 2)
    terms = Terms((0.6, 0.4), tax_rate=0.2)
    (run,) = walk_with_lots(returns, CLASSES, terms, [LabPolicy("never", 1, (0.9, 0.9))], MONDAY)
    assert (run.turnover, run.trades, run.cost, run.tax) == (0, 0, 0, 0)


def test_lots_chosen_by_tax_pay_less_than_an_average_basis_does():
    returns = normal_paths((0.06, 0.03), SIXTY_FORTY, 3, 1)
    (average,) = walk(returns, Terms((0.6, 0.4), tax_rate=0.2), [HALF])
    assert 0 < taxed().tax < average.tax


def test_harvested_losses_put_taxes_off_and_are_paid_for_in_spreads():
    assert taxed(harvest=True).tax < taxed().tax
    assert taxed(harvest=True).cost > taxed().cost


def test_new_money_through_the_engine_tracks_better_than_leaving_things_be():
    returns = normal_paths((0.05, 0.02), SIXTY_FORTY, 2, 3)
    wide = (0.9, 0.9)
    alone, never = (
        walk_with_lots(returns, CLASSES, Terms((0.6, 0.4), flow=flow), [policy], MONDAY)[0]
        for flow, policy in (
            (0.15, LabPolicy("flow", 21, (0.01, 0.01), "target", cash_flow=True)),
            (0.0, LabPolicy("never", 252, wide)),
        )
    )
    assert alone.turnover == pytest.approx(0.0, abs=1e-6)
    assert alone.tracking_error < never.tracking_error


def test_the_lab_of_a_mandate_walks_its_own_way_first_and_says_how_far_it_is():
    seen = []
    lab = lab_with_lots(
        Desk.sample("committee"),
        "growth-80-20",
        Question(years=1, tax_rate=0.2),
        lambda done, of: seen.append((done, of)),
    )
    names = [name for name, _ in lab.runs]
    assert names[0] == OWN and f"{OWN}, losses harvested" in names and "Calendar, yearly" in names
    assert seen[-1][0] == seen[-1][1]
    assert lab.years == 1


def test_days_of_other_classes_are_refused():
    with pytest.raises(BadInput, match="one column for each of 2 classes"):
        walk_with_lots(np.zeros((5, 3)), CLASSES, Terms((0.6, 0.4)), [HALF], MONDAY)

"""What if: move a lever, and the household's target, trades and after-tax dollars answer at once."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

import numpy as np
import pandas as pd

from core.domain.allocation import CASH, Allocation
from core.domain.frozen_map import FrozenMap
from core.domain.mandate import Mandate
from core.domain.money import cents
from core.domain.quick import Quick
from core.domain.scenario import Levers, Point, Scenario
from core.domain.target import Target
from core.market.returns import daily_returns
from core.optimize import frontier, solve
from core.rebalance import Slider, slider
from core.workflow.case_files import CaseFile, case_file
from core.workflow.class_risk import SESSIONS, class_series
from core.workflow.desk import Desk
from core.workflow.levers import NO_LEVERS, moved
from core.workflow.saving import Put, load, load_all, save

PREMIUM = 0.045
"""Yearly return over cash that the mandate's own target is taken to earn; sets its risk aversion."""
CASH_RETURN = 0.035
FRONTIER_POINTS = 40
WARMING = Levers(risk_aversion=1.1)
"""Asked before anybody moves a lever, so that the first move waits for nothing that later ones need not."""


@dataclass(frozen=True, slots=True)
class RiskModel:
    """Yearly moments of the classes in a mandate's target.

    The expected returns are those under which the mandate's own target is the best mix (equilibrium), scaled
    so that this target earns `PREMIUM` over cash: an outlook implied by the mandate, not a forecast.
    """

    classes: tuple[str, ...]
    returns: pd.DataFrame
    mean: np.ndarray
    covariance: np.ndarray
    risk_aversion: float

    def point(self, name: str, weights: FrozenMap[float]) -> Point:
        """Where a mix stands in the risk and return plane; classes without a series count as cash."""
        vector = np.array([weights.get(one) or 0.0 for one in self.classes])
        excess = self.mean - CASH_RETURN
        volatility = float(np.sqrt(max(vector @ self.covariance @ vector, 0.0)))
        return Point(name, volatility, CASH_RETURN + float(vector @ excess))


@dataclass(frozen=True, slots=True)
class WhatIf:
    """One setting of the levers, answered. `after_tax` is hypothetical: a year at the expected return.

    asked : the levers as a person moved them; levers : the same with a risk aversion turned into class targets
    quick : trades in dollars, their exact tax and the drift left; the orders themselves come with a proposal
    """

    asked: Levers
    levers: Levers
    file: CaseFile
    quick: Quick
    points: tuple[Point, ...]
    frontier: tuple[Point, ...]
    largest_drift: float
    after_tax: Decimal


@dataclass(slots=True)
class Standing:
    """A household ready for moves: its case as it stands, the plane of risk and return, and a warm slider.

    Holds a solver, so it belongs to one visitor; what the household does meanwhile is seen when it is made anew.
    """

    file: CaseFile
    model: RiskModel
    frontier: tuple[Point, ...]
    slider: Slider


def standing(desk: Desk, household_id: str) -> Standing:
    """Everything that does not change while the levers of one household move."""
    desk.require("read_clients")
    file = case_file(desk, household_id)
    model = risk_model(desk, file.mandate)
    _with_risk_target(model, file.mandate, WARMING)
    return Standing(file, model, class_frontier(model, file.mandate), slider(file.case))


def what_if(desk: Desk, household_id: str, levers: Levers = NO_LEVERS, at: Standing | None = None) -> WhatIf:
    """The household with the levers moved, answered by one linear program; nothing is stored.

    at : what was made ready before, where levers move one after the other
    """
    desk.require("read_clients")
    at = at or standing(desk, household_id)
    asked, levers = levers, _with_risk_target(at.model, at.file.mandate, levers)
    file = replace(at.file, case=moved(at.file.case, levers))
    quick = at.slider.move(file.case)
    points = (
        at.model.point("current", quick.before.weights),
        at.model.point("target", file.case.target.weights),
        at.model.point("proposed", quick.after.weights),
    )
    return WhatIf(
        asked=asked,
        levers=levers,
        file=file,
        quick=quick,
        points=points,
        frontier=at.frontier,
        largest_drift=_largest_in_bands(quick.after.drift, file.case.target),
        after_tax=_after_tax(quick, points[2]),
    )


def keep(desk: Desk, household_id: str, name: str, setting: WhatIf) -> Scenario:
    """Keep a setting under a name, to be compared and opened again."""
    person = desk.require("draft")
    number = sum(1 for scenario in load_all(desk, "scenario", Scenario) if scenario.household == household_id) + 1
    made = Scenario(
        id=f"{household_id}-{number}",
        household=household_id,
        name=name.strip() or f"Setting {number}",
        levers=setting.asked,
        drift_left=setting.largest_drift,
        tax=setting.quick.tax.total,
        trades=len(setting.quick.trades),
        after_tax=setting.after_tax,
        person=person.id,
        at=desk.now(),
    )
    save(desk, "scenario.kept", Put("scenario", made.id, 1, made, client=household_id))
    return made


def kept(desk: Desk, household_id: str) -> tuple[Scenario, ...]:
    """The settings kept for a household, oldest first."""
    desk.require("read_clients")
    every = [scenario for scenario in load_all(desk, "scenario", Scenario) if scenario.household == household_id]
    return tuple(sorted(every, key=lambda scenario: scenario.at))


def scenario(desk: Desk, scenario_id: str) -> Scenario:
    """One kept setting, for whoever may read clients; NotFound where there is none."""
    desk.require("read_clients")
    return load(desk, "scenario", Scenario, scenario_id)


def risk_model(desk: Desk, mandate: Mandate) -> RiskModel:
    """Moments of the mandate's classes from the feed's history, one series a class (its first asset)."""
    target = mandate.target or Allocation("asset_class", FrozenMap({CASH: 1.0}))
    proxies = {name: symbol for name, symbol in class_series(mandate, target).items() if symbol in mandate.assets}
    closes = desk.feed.history(tuple(sorted(set(proxies.values()))), desk.today(), SESSIONS)
    by_symbol = daily_returns(closes)
    classes = tuple(sorted(proxies))
    returns = pd.DataFrame({name: by_symbol[proxies[name]] for name in classes})
    covariance = np.cov(returns.to_numpy().T).reshape(len(classes), len(classes)) * 252
    weights = np.array([target.weight(name) for name in classes])
    variance = float(weights @ covariance @ weights)
    aversion = PREMIUM / variance if variance > 0 else 1.0
    mean = CASH_RETURN + aversion * covariance @ weights
    shifted = returns - returns.mean() + mean / 252
    return RiskModel(classes, shifted, mean, covariance, aversion)


def class_frontier(model: RiskModel, mandate: Mandate) -> tuple[Point, ...]:
    """The efficient frontier over the mandate's classes, within its class limits."""
    curve = frontier(model.returns, _class_mandate(model, mandate, model.risk_aversion), FRONTIER_POINTS)
    return tuple(Point("", risk, expected) for risk, expected in zip(curve.risk, curve.expected, strict=True))


def _class_mandate(model: RiskModel, mandate: Mandate, aversion: float) -> Mandate:
    bounds = {name: mandate.class_bounds.get(name) or (0.0, 1.0) for name in model.classes}
    return Mandate(objective="max_utility", bounds=FrozenMap(bounds), risk_aversion=aversion, risk_free=CASH_RETURN)


def _with_risk_target(model: RiskModel, mandate: Mandate, levers: Levers) -> Levers:
    """Turn a risk-aversion lever into class targets: the best mix at that aversion within the class limits."""
    if levers.risk_aversion is None or levers.risk_aversion == 1.0:
        return levers
    found = solve(model.returns, _class_mandate(model, mandate, levers.risk_aversion * model.risk_aversion))
    if not isinstance(found, Target) or mandate.target is None:
        return levers
    spare = 1.0 - sum(mandate.target.weight(name) for name in model.classes)
    mix = {name: weight * (1.0 - spare) for name, weight in found.weights.items()}
    return replace(levers, class_targets=FrozenMap(_with_pinned(mix, levers.class_targets)))


def _with_pinned(mix: Mapping[str, float], pinned: Mapping[str, float]) -> dict[str, float]:
    """The mix with some classes where a person put them; the others share what remains, in ten-thousandths."""
    free = {name: weight for name, weight in mix.items() if name not in pinned}
    total = sum(mix.values())
    room = max(total - sum(weight for name, weight in pinned.items() if name in mix), 0.0)
    scale = room / sum(free.values()) if sum(free.values()) > 0 else 0.0
    shared = {name: round(weight * scale, 4) for name, weight in free.items()}
    if shared:
        largest = max(shared, key=lambda name: shared[name])
        shared[largest] = round(shared[largest] + room - sum(shared.values()), 10)
    return {**shared, **pinned}


def _largest_in_bands(drift: FrozenMap[float], target: Allocation) -> float:
    return max((abs(target.in_bands(name, value) or 0.0) for name, value in drift.items()), default=0.0)


def _after_tax(quick: Quick, proposed: Point) -> Decimal:
    """Dollars after one year at the expected return, less the tax and the costs of the trades."""
    gain = quick.after.total * Decimal(repr(proposed.expected_return))
    return cents(gain - quick.tax.total - quick.commission)

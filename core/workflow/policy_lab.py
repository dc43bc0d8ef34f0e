"""The policy lab on a mandate of the book: its classes, its bands, and other ways of rebalancing beside them.

Hypothetical throughout: class-level weights on days drawn anew from the feed's history. Nothing is stored.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
import pandas as pd

from core.domain.allocation import Destination
from core.domain.errors import BadInput
from core.domain.mandate import Mandate
from core.lab import LabPolicy, PolicyRun, Terms, block_bootstrap, normal_paths, walk
from core.lab.policies import LOOKS
from core.lab.walk import Progress
from core.workflow.desk import Desk
from core.workflow.households import mandate
from core.workflow.what_if import risk_model

SCALES = (0.25, 0.4, 0.55, 0.7, 0.85, 1.0, 1.25, 1.5, 2.0)
"""Multiples of the mandate's own bands along each curve."""
DESTINATIONS: tuple[Destination, ...] = ("band_edge", "half_band", "target")
Source = Literal["history", "normal"]


@dataclass(frozen=True, slots=True)
class Question:
    """What to simulate. `cost` : fraction a side; `tax_rate` : on net gains; `flow` : new money a year over wealth.

    short_times : the rate on gains of a year or less over `tax_rate`, where lots are kept
    """

    years: int = 25
    seed: int = 1
    source: Source = "history"
    look: str = "daily"
    cost: float = 0.0005
    tax_rate: float = 0.0
    flow: float = 0.0
    harvest: bool = False
    short_times: float = 1.6

    def __post_init__(self) -> None:
        if not 1 <= self.years <= 200:
            raise BadInput("years", "between 1 and 200")
        if self.look not in LOOKS:
            raise BadInput("look", f"'{self.look}' is none of {', '.join(LOOKS)}")


@dataclass(frozen=True, slots=True)
class Lab:
    """The answer: `calendars` by name, `curves` by destination along `SCALES`, `cash_flow` where money comes in.

    standing : the mandate's own bands and destination
    """

    mandate: Mandate
    question: Question
    classes: tuple[str, ...]
    calendars: tuple[PolicyRun, ...]
    curves: dict[str, tuple[PolicyRun, ...]]
    standing: PolicyRun
    cash_flow: PolicyRun | None


def policy_lab(desk: Desk, mandate_id: str, question: Question, progress: Progress | None = None) -> Lab:
    """Walk the mandate's own bands, every destination at other widths, and calendars, all over the same days."""
    desk.require("read_clients")
    return lab_of(desk, mandate(desk, mandate_id), question, progress)


def lab_of(desk: Desk, rules: Mandate, question: Question, progress: Progress | None = None) -> Lab:
    """The same for any mandate, a candidate's too."""
    desk.require("read_clients")
    classes, days = simulated_days(desk, rules, question)
    assert rules.target is not None
    target = np.array([rules.target.weight(name) for name in classes])
    widths = [rules.target.band(name).half_width(rules.target.weight(name)) for name in classes]
    terms = Terms(
        tuple(float(weight) for weight in target / target.sum()), question.cost, question.tax_rate, question.flow
    )
    own = LabPolicy("mandate", LOOKS[question.look], tuple(widths), rules.target.destination)
    policies = [own, *_calendars(), *_curves(question, widths)]
    if question.flow > 0:
        policies.append(LabPolicy("cash flow only", LOOKS["monthly"], cash_flow=True))
    runs = walk(days, terms, [replace(one, harvest=question.harvest) for one in policies], progress)
    return _sorted(rules, question, classes, runs)


def simulated_days(desk: Desk, rules: Mandate, question: Question) -> tuple[tuple[str, ...], np.ndarray]:
    """The mandate's classes that have a history, and invented days of theirs (day x class)."""
    desk.require("read_clients")
    if rules.target is None or rules.target.by != "asset_class":
        raise BadInput(f"mandate {rules.id}", "the lab needs target weights by asset class")
    model = risk_model(desk, rules)
    if len(model.classes) < 2:
        raise BadInput(f"mandate {rules.id}", "fewer than two of its classes have a price history")
    if question.source == "normal":
        return model.classes, normal_paths(tuple(model.mean), model.covariance, question.years, question.seed)
    return model.classes, block_bootstrap(_history(model.returns), question.years, question.seed)


def _history(returns: pd.DataFrame) -> np.ndarray:
    return returns.to_numpy(dtype=np.float64)


def _calendars() -> list[LabPolicy]:
    return [LabPolicy(name, LOOKS[name]) for name in ("monthly", "quarterly", "yearly")]


def _curves(question: Question, widths: Sequence[float]) -> list[LabPolicy]:
    return [
        LabPolicy(f"{destination} x {scale}", LOOKS[question.look], tuple(w * scale for w in widths), destination)
        for destination in DESTINATIONS
        for scale in SCALES
    ]


def _sorted(rules: Mandate, question: Question, classes: tuple[str, ...], runs: tuple[PolicyRun, ...]) -> Lab:
    count = len(_calendars())
    curves = runs[1 + count :]
    size = len(SCALES)
    return Lab(
        mandate=rules,
        question=question,
        classes=classes,
        standing=runs[0],
        calendars=runs[1 : 1 + count],
        curves={name: curves[place * size : (place + 1) * size] for place, name in enumerate(DESTINATIONS)},
        cash_flow=runs[-1] if question.flow > 0 else None,
    )

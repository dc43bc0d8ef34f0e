"""The covariance of a mandate's classes, for the cases of a mandate that weighs drift by risk.

From the daily closes of the book's feed, one series a class. Plain sums in a fixed order: the same closes give the
same digits everywhere, so that the same household gives the same case.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from core.domain.allocation import CASH, Allocation
from core.domain.case import Risk
from core.domain.issue import Issue
from core.domain.mandate import Mandate
from core.market.leaf_facts import class_proxies
from core.market.securities import known
from core.words import listing
from core.workflow.desk import Desk

if TYPE_CHECKING:
    import pandas as pd

SESSIONS = 756
"""Three years of daily closes."""
LEAST = 60
"""Days on which every class has a return, below which no covariance is counted."""
YEAR = 252
DIGITS = 10
"""Decimals kept of a variance: far below what three years of closes can tell."""


def class_risk(desk: Desk, rules: Mandate) -> tuple[Risk | None, tuple[Issue, ...]]:
    """Yearly covariance of the classes that a mandate's drift is weighed by, and what is missing of it.

    None, without an issue, for a mandate that does not weigh drift by risk. Cash counts as riskless.
    """
    desk.require("read_clients")
    if not rules.weigh_drift or rules.target is None:
        return None, ()
    series = class_series(rules, rules.target)
    closes = desk.feed.history(tuple(sorted(set(series.values()))), desk.today(), SESSIONS)
    priced = {name: symbol for name, symbol in sorted(series.items()) if symbol in closes and closes[symbol].count()}
    wanted = {name for name in _classes(rules, rules.target) if name != CASH}
    lacking = sorted(wanted - set(priced))
    issues = [_riskless(lacking)] if lacking else []
    found = _covariance(closes, priced) if priced else None
    if found is None and not lacking:
        issues.append(
            Issue("warning", "risk", "too few days with a price of every class; drift is not weighed by risk")
        )
    return found, tuple(issues)


def class_series(rules: Mandate, target: Allocation) -> dict[str, str]:
    """Class -> the mandate's first asset that is wholly of that class, else the fund that stands for the class."""
    wanted = _classes(rules, target)
    found: dict[str, str] = {}
    for symbol, facts in rules.assets.items():
        for name, share in facts.classes.items():
            if share > 0.99 and name in wanted:
                found.setdefault(name, symbol)
    stand_for = class_proxies()
    return {**{name: stand_for[name].fund for name in wanted if name in stand_for and name != CASH}, **found}


def _classes(rules: Mandate, target: Allocation) -> frozenset[str]:
    """The classes of a target; of a target by symbol those that its symbols are made of."""
    if target.by == "asset_class":
        return frozenset(target.weights)
    facts = known()
    made_of: list[Mapping[str, float]] = [
        rules.assets[symbol].classes if symbol in rules.assets else facts[symbol].classes if symbol in facts else {}
        for symbol in target.weights
    ]
    return frozenset(name for classes in made_of for name in classes)


def _covariance(closes: "pd.DataFrame", series: Mapping[str, str]) -> Risk | None:
    """The sample covariance of daily returns on the days that have all of them, a year's worth."""
    prices = np.column_stack([closes[symbol].to_numpy(dtype=np.float64) for symbol in series.values()])
    returns = prices[1:] / prices[:-1] - 1.0
    returns = returns[np.isfinite(returns).all(axis=1)]
    if len(returns) < LEAST:
        return None
    away = returns - returns.mean(axis=0)
    scale = YEAR / (len(returns) - 1)
    places = range(len(series))
    rows = [[round(float((away[:, i] * away[:, j]).sum() * scale), DIGITS) for j in places] for i in places]
    return Risk(tuple(series), tuple(tuple(row) for row in rows))


def _riskless(names: list[str]) -> Issue:
    words = f"no price history stands for {listing(names)}; drift there weighs nothing in the tracking error"
    return Issue("warning", "risk", words)

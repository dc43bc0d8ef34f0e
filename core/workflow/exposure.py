"""What a household is exposed to: classes and issuers looked through, contributions to risk, and falls of the past."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from core.market.asset_classes import labels
from core.market.leaf_facts import SCENARIOS
from core.risk.portfolio.concentration import issuer_weights
from core.risk.portfolio.stress import UP, own_stress
from core.risk.portfolios import Portfolios
from core.risk.sample import Matrix, Vector
from core.workflow.case_files import case_file
from core.workflow.desk import Desk
from core.workflow.metrics import book_of

RATES_UP = "rates_up"
"""The scenario of every yield up by 100 basis points."""


@dataclass(frozen=True, slots=True)
class Part:
    """One position within one class, looked through. `dollars` of it in that class."""

    class_name: str
    symbol: str
    dollars: float


@dataclass(frozen=True, slots=True)
class Stress:
    """One scenario. `loss` : fraction of everything, positive; by_class : class -> dollars gained or lost.

    coverage : share of the value whose fall is on file; the rest is taken to fall with it
    """

    name: str
    loss: float
    coverage: float
    by_class: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Exposure:
    """One household today.

    issuers : issuer -> dollars, as far as they are on file; issuers_on_file : share of the value that they make
    risk : symbol -> share of the variance; covered : share of the value with history behind it
    book : the household as one row of a book, for scenarios of one's own
    """

    total: float
    parts: tuple[Part, ...]
    issuers: Mapping[str, float]
    issuers_on_file: float
    risk: Mapping[str, float]
    weights: Mapping[str, float]
    covered: float
    volatility: float
    stresses: tuple[Stress, ...]
    book: Portfolios


def exposure(desk: Desk, household_id: str) -> Exposure:
    """Everything above for one household."""
    desk.require("read_clients")
    book = book_of(desk, {household_id: case_file(desk, household_id)})
    assets, dollars = book.assets, book.dollars[0]
    classes, names = assets.shares["classes"], assets.names["classes"]
    shown = [place for place, name in enumerate(names) if name in labels() or name == "unknown"]
    parts = [
        Part(names[column], assets.symbols[row], float(dollars[row] * classes[row, column]))
        for row in np.flatnonzero(dollars)
        for column in shown
        if classes[row, column] > 0
    ]
    issued = issuer_weights(book)[0] * book.total[0]
    return Exposure(
        total=float(book.total[0]),
        parts=tuple(parts),
        issuers={name: float(issued[place]) for place, name in enumerate(assets.names["issuers"]) if issued[place] > 0},
        issuers_on_file=float(issued.sum() / book.total[0]) if book.total[0] else 0.0,
        risk=_by_symbol(book, book.contributions[0]),
        weights=_by_symbol(book, book.weights[0]),
        covered=float(book.coverage("history")[0]),
        volatility=float(np.sqrt(book.variance[0])),
        stresses=tuple(_stress(book, name) for name in (*SCENARIOS, RATES_UP)),
        book=book,
    )


def own_scenario(found: Exposure, shocks: Mapping[str, float], basis_points: float = 0.0) -> Stress:
    """A scenario of one's own. shocks : class -> return as a fraction; basis_points : rise of every yield.

    BadInput for a class that is not there.
    """
    book = found.book
    moved = float(own_stress(book, shocks)[0])
    coverage = float(book.coverage("duration")[0]) if basis_points else 1.0
    rates = book.weights[0] @ np.nan_to_num(book.assets.duration) * basis_points / 10_000
    names, shares = book.assets.names["classes"], book.assets.shares["classes"]
    by_class = {
        name: float((book.dollars[0] * shares[:, place]).sum() * shocks[name])
        for place, name in enumerate(names)
        if shocks.get(name)
    }
    if basis_points:
        by_class["yields"] = float(-rates * found.total)
    return Stress("own", moved + float(rates), coverage, by_class)


def _stress(book: Portfolios, name: str) -> Stress:
    """One scenario of the past, or yields up; by class as it adds up over the positions."""
    if name == RATES_UP:
        falls: Vector = -np.nan_to_num(book.assets.duration) * UP
        coverage = float(book.coverage("duration")[0])
    else:
        falls, coverage = book.assets.shocks[name], float(book.coverage(name)[0])
    known = np.isfinite(falls)
    lost = book.dollars[0] * np.where(known, falls, 0.0)
    share = float(book.weights[0] @ known.astype(np.float64))
    loss = float(-lost.sum() / book.total[0] / share) if share else float("nan")
    return Stress(name, loss, coverage, _by_class(book, lost))


def _by_class(book: Portfolios, dollars: Vector) -> dict[str, float]:
    names = book.assets.names["classes"]
    sums: Matrix = dollars @ book.assets.shares["classes"]
    return {name: float(sums[place]) for place, name in enumerate(names) if name in labels() and sums[place]}


def _by_symbol(book: Portfolios, values: Vector) -> dict[str, float]:
    found: dict[str, float] = {}
    for symbol, value, held in zip(book.assets.symbols, values, book.dollars[0], strict=True):
        if held and np.isfinite(value):
            found[symbol] = found.get(symbol, 0.0) + float(value)
    return found

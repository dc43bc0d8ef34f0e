"""Histories that are missing values: named, and where only their beginnings differ, made even.

`estimation.histories` says how: `shared` counts from the day on which all of them are there; `regressed` keeps the
long ones whole and writes the young ones' missing returns from their regression on the assets that were there, with
their own residuals drawn again so that their risk is not made small (Stambaugh 1997, Journal of Financial Economics
45; Page 2013, Financial Analysts Journal 69(4)); `full` takes no unequal history at all.
"""

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.domain.errors import BadInput
from core.domain.issue import Issue
from core.words import count, listing

if TYPE_CHECKING:
    import pandas as pd

Matrix = NDArray[np.float64]

WAYS = ("shared", "regressed", "full")
SHOWN = 20
"""Names written out in one message."""
ENOUGH = 3
"""Rows that a regression needs beyond its coefficients."""


def even(symbols: tuple[str, ...], values: Matrix, dates: "pd.Index", how: str) -> tuple[Matrix, tuple[Issue, ...]]:
    """Returns (period x asset) without gaps, and what was done to them.

    Raises BadInput naming the assets for gaps inside a history, for one that ends early, and for all of them where
    `how` is `full`.
    """
    if how not in WAYS:
        raise BadInput("mandate.estimation.histories", f"'{how}' is none of {', '.join(WAYS)}")
    there = np.isfinite(values)
    begins = there.argmax(axis=0)
    whole = np.array([there[begin:, place].all() for place, begin in enumerate(begins)])
    if how == "full" or not whole.all() or begins.max() > len(values) - 2:
        raise BadInput("returns", gaps(symbols, there, dates))
    if how == "shared":
        return _shared(symbols, values, begins, dates)
    return _regressed(symbols, values, begins, dates)


def gaps(symbols: tuple[str, ...], finite: NDArray[np.bool_], dates: "pd.Index") -> str:
    """Who has missing values and of what kind, and over which dates nobody has."""
    whole = [_gap(symbol, there, dates) for symbol, there in zip(symbols, finite.T, strict=True) if not there.all()]
    shared = np.flatnonzero(finite.all(axis=1))
    more = "" if len(whole) <= SHOWN else f"; and {len(whole) - SHOWN} more"
    way = f"; all have values from {_day(dates[shared[0]])} to {_day(dates[shared[-1]])}" if len(shared) > 1 else ""
    return "; ".join(whole[:SHOWN]) + more + way


def names(symbols: "tuple[str, ...] | list[str]") -> str:
    """The first few names, and how many more."""
    more = len(symbols) - SHOWN
    if more > 0:
        return f"{', '.join(symbols[:SHOWN])} and {more} more"
    return listing(list(symbols))


def late(symbols: tuple[str, ...], finite: NDArray[np.bool_]) -> bool:
    """Whether all that is missing is the beginning of some histories, two rows at least being complete."""
    begins = finite.argmax(axis=0)
    whole = all(finite[begin:, place].all() for place, begin in enumerate(begins))
    return whole and len(symbols) > 0 and int(begins.max()) <= len(finite) - 2


def _shared(
    symbols: tuple[str, ...], values: Matrix, begins: NDArray[np.int64], dates: "pd.Index"
) -> tuple[Matrix, tuple[Issue, ...]]:
    first = int(begins.max())
    message = (
        f"{_late(symbols, begins, dates)}: everything counts from {_day(dates[first])}, "
        f"{count(len(values) - first, 'row')} of {len(values)}; "
        "'estimation.histories': 'regressed' would keep the longer ones whole."
    )
    return np.asfortranarray(values[first:]), (Issue("warning", "returns", message, "unequal_histories"),)


def _regressed(
    symbols: tuple[str, ...], values: Matrix, begins: NDArray[np.int64], dates: "pd.Index"
) -> tuple[Matrix, tuple[Issue, ...]]:
    """The young ones one after the other, oldest first, so that each leans on all that were there before it."""
    whole = np.array(values, order="F")
    chance = np.random.default_rng(0)
    for place in np.lexsort((np.arange(len(begins)), begins)):
        begin = int(begins[place])
        if begin:
            older = np.flatnonzero(begins < begin)
            if len(values) - begin < len(older) + 1 + ENOUGH:
                raise BadInput("returns", f"{symbols[place]} has {count(len(values) - begin, 'row')}, too few to be "
                                          "regressed on the longer histories; use 'shared'")  # fmt: skip
            whole[:begin, place] = _written(whole[:, older], values[begin:, place], begin, chance)
    message = (
        f"{_late(symbols, begins, dates)}: the returns before were written from a regression on the longer "
        "histories, with residuals drawn again; they are estimates, not observations."
    )
    return whole, (Issue("warning", "returns", message, "unequal_histories"),)


def _written(older: Matrix, own: NDArray[np.float64], begin: int, chance: np.random.Generator) -> Matrix:
    design = np.column_stack([np.ones(len(older)), older])
    fitted, *_ = np.linalg.lstsq(design[begin:], own, rcond=None)
    residuals = own - design[begin:] @ fitted
    return np.asarray(design[:begin] @ fitted + chance.choice(residuals, begin))


def _late(symbols: tuple[str, ...], begins: NDArray[np.int64], dates: "pd.Index") -> str:
    """`NEW begins 2024-01-08`, and so on for the first few."""
    young = [f"{symbols[place]} begins {_day(dates[begins[place]])}" for place in np.flatnonzero(begins)]
    return listing(young[:SHOWN]) + ("" if len(young) <= SHOWN else f" and {len(young) - SHOWN} more")


def _gap(symbol: str, there: NDArray[np.bool_], dates: "pd.Index") -> str:
    """No value at all, a later beginning, an earlier end, or holes."""
    rows = np.flatnonzero(there)
    if not len(rows):
        return f"{symbol} has no values at all"
    first, last = rows[0], rows[-1]
    holes = np.flatnonzero(~there[first : last + 1])
    said = []
    if first > 0:
        said.append(f"begins {_day(dates[first])}, later than the first row")
    if last < len(there) - 1:
        said.append(f"ends {_day(dates[last])}, before the last row")
    if len(holes):
        said.append(f"has {count(len(holes), 'missing value')}, the first on {_day(dates[first + holes[0]])}")
    return f"{symbol} {listing(said)}"


def _day(label: object) -> str:
    return str(label)[:10]

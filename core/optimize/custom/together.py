"""Listed assets and custom products as one table of scenarios."""

import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core.domain.custom_product import CustomProduct
from core.domain.errors import BadInput
from core.domain.issue import Issue
from core.domain.mandate import Mandate
from core.optimize.custom.funds import exposure_kept, fund_returns, smoothing
from core.optimize.custom.payoffs import PAYOFFS
from core.optimize.histories import even
from core.words import count, listing, number

if TYPE_CHECKING:
    import pandas as pd

Matrix = NDArray[np.float64]

DRAWN = 1000
"""Scenarios where a note stands."""
BLOCK = 21
"""Periods that are drawn together (Politis and Romano 1992), so that calm and stormy weeks stay whole."""


@dataclass(frozen=True, slots=True, eq=False)
class Scenarios:
    """Returns (scenario x asset) and how many of them make a year; `issues` say what was made how."""

    returns: "pd.DataFrame"
    periods_per_year: float
    issues: tuple[Issue, ...] = ()


def with_products(returns: "pd.DataFrame", mandate: Mandate) -> Scenarios:
    """The returns with the mandate's products in them; the same table where it has none.

    returns : (date x symbol), simple returns per period; late beginnings are made even as the mandate says

    Raises BadInput naming the product whose underlying has no series, or whose terms do not fit its payoff.
    """
    if not mandate.products:
        return Scenarios(returns, mandate.periods_per_year)
    returns, uneven = _even(returns, mandate)
    _refuse_unknown(returns, mandate)
    funds = {name: one for name, one in mandate.products.items() if one.kind == "private_fund"}
    notes = {name: one for name, one in mandate.products.items() if one.kind == "structured_note"}
    periods = mandate.periods_per_year
    made = Scenarios(_with_funds(returns, funds, periods), periods, (*uneven, *_told(returns, funds, periods)))
    return _at_term(made, notes) if notes else made


def _even(returns: "pd.DataFrame", mandate: Mandate) -> tuple["pd.DataFrame", tuple[Issue, ...]]:
    values = returns.to_numpy(dtype=np.float64)
    if np.isfinite(values).all():
        return returns, ()
    names = tuple(map(str, returns.columns))
    whole, issues = even(names, values, returns.index, mandate.estimation.histories)
    return type(returns)(whole, index=returns.index[-len(whole) :], columns=returns.columns), issues


def _refuse_unknown(returns: "pd.DataFrame", mandate: Mandate) -> None:
    for name, product in mandate.products.items():
        where = f"mandate.products.{name}"
        if name in returns.columns:
            raise BadInput(where, "there is a price series of that symbol too; keep one of them")
        missing = [symbol for symbol in product.underlying if symbol not in returns.columns]
        if missing:
            raise BadInput(f"{where}.underlying", f"there is no price series of {listing(missing)}")
        if product.kind == "structured_note" and product.payoff not in PAYOFFS:
            raise BadInput(f"{where}.payoff", f"'{product.payoff}' is none of {', '.join(PAYOFFS)}")
    if len(returns) < 2 * BLOCK:
        raise BadInput("returns", f"{count(len(returns), 'row')}: products need {2 * BLOCK} to be drawn from")


def _with_funds(returns: "pd.DataFrame", funds: dict[str, CustomProduct], periods: int) -> "pd.DataFrame":
    whole = returns.copy()
    for name, fund in funds.items():
        whole[name] = fund_returns(fund, _followed(returns, fund), periods, _seed(name))
    return whole


def _followed(returns: "pd.DataFrame", product: CustomProduct) -> NDArray[np.float64]:
    symbols = list(product.underlying)
    return np.asarray(returns[symbols].to_numpy(dtype=np.float64) @ np.array(list(product.underlying.values())))


def _seed(name: str) -> int:
    """The same product has the same scenarios, whatever stands beside it."""
    return zlib.crc32(name.encode())


def _told(returns: "pd.DataFrame", funds: dict[str, CustomProduct], periods: int) -> tuple[Issue, ...]:
    issues = []
    for name, fund in funds.items():
        kept = exposure_kept(fund, _followed(returns, fund), periods)
        said = f"{name}: valuations de-smoothed by {number(smoothing(fund), 2)}; its days are scenarios."
        if kept < 1:
            said += f" What it follows is riskier than the fund itself, so its exposures count by {number(kept, 2)}."
        issues.append(Issue("note", f"mandate.products.{name}", said, "custom_scenarios"))
    return tuple(issues)


def _at_term(made: Scenarios, notes: dict[str, CustomProduct]) -> Scenarios:
    """Every asset from today to the end of the longest note, over the same drawn blocks of periods."""
    import pandas as pd

    longest = max(note.term_years for note in notes.values())
    length = max(round(longest * made.periods_per_year), 1)
    rows = _drawn(len(made.returns), length)
    logs = np.log1p(made.returns.to_numpy(dtype=np.float64))
    columns = {name: np.expm1(logs[rows, place].sum(axis=1)) for place, name in enumerate(made.returns.columns)}
    for name, note in notes.items():
        columns[name] = _note(made, note, rows, name)
    message = (
        f"{listing(sorted(notes))}: everything is counted over the term of {number(longest, 2)} years, in "
        f"{DRAWN} scenarios drawn from {count(len(made.returns), 'row')} of history."
    )
    issue = Issue("note", "mandate.products", message, "custom_scenarios")
    return Scenarios(pd.DataFrame(columns), 1.0 / longest, (*made.issues, issue))


def _drawn(periods: int, length: int) -> NDArray[np.int64]:
    """Places in the history (scenario x period): whole blocks, going round at its end."""
    chance = np.random.default_rng(0)
    starts = chance.integers(0, periods, size=(DRAWN, -(-length // BLOCK)))
    rows = (starts[:, :, None] + np.arange(BLOCK)).reshape(DRAWN, -1)[:, :length]
    return np.asarray(rows % periods)


def _note(made: Scenarios, note: CustomProduct, rows: NDArray[np.int64], name: str) -> NDArray[np.float64]:
    """The note's return at its own term in each scenario; a shorter note's money then rests without interest."""
    own = max(round(note.term_years * made.periods_per_year), 1)
    followed = np.log1p(_followed(made.returns, note))
    growth = np.exp(np.cumsum(followed[rows[:, :own]], axis=1))
    try:
        paid = PAYOFFS[note.payoff](growth, note)
    except BadInput as error:
        raise BadInput(f"mandate.products.{name}.{error.where}", error.what) from None
    fails = np.random.default_rng(_seed(name)).random(DRAWN) < 1.0 - (1.0 - note.default_rate) ** note.term_years
    return np.where(fails, note.recovery - 1.0, paid)

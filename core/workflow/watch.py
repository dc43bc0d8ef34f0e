"""Since when a class stands outside its band: today's holdings held against the past sessions' prices."""

from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from core.domain.allocation import CASH
from core.domain.case import Case
from core.domain.frozen_map import FrozenMap
from core.risk.exposure import EDGE, cash_to_come, holdings, in_target, is_untargeted, split
from core.workflow.desk import Desk
from core.workflow.households import CaseFile

LOOK_BACK = 63
"""Sessions looked back, about three months."""


def since_dates(desk: Desk, file: CaseFile) -> FrozenMap[date]:
    """Class -> first session of the unbroken run outside its band that lasts until today.

    Holdings are today's, so nothing is said of the time before they last changed (the newest statement or
    transaction); a class that is inside today, or that has no price history, is not named.
    """
    case = file.case
    symbols = tuple(sorted({lot.symbol for account in in_target(case) for lot in account.lots}))
    known = tuple(symbol for symbol in symbols if symbol in file.quotes.prices)
    closes = desk.feed.history(known, case.as_of, LOOK_BACK) if known else pd.DataFrame()
    if closes.empty:
        return FrozenMap()
    outside = outside_by_session(case, closes[closes.index >= pd.Timestamp(_holdings_known_since(file, closes))])
    return FrozenMap({str(name): _start(outside[name]) for name in outside if bool(outside[name].iloc[-1])})


def _holdings_known_since(file: CaseFile, closes: pd.DataFrame) -> date:
    printed = [date.fromisoformat(card.as_of) for card in file.household.cards if card.as_of]
    changed = [*printed, *(activity.date for activity in file.household.history)]
    last: date = pd.Timestamp(closes.index[-1]).date()
    return min(max(changed, default=last), last)


def outside_by_session(case: Case, closes: pd.DataFrame) -> pd.DataFrame:
    """Whether each class stood outside its band (date x class, bool), at today's holdings and those closes."""
    values = _values(case, closes)
    targeted = [name for name in values if not is_untargeted(str(name), case.target)]
    kept = values[targeted] if case.policy.untargeted == "hold" else values
    weights = kept.div(kept.sum(axis=1), axis=0)
    target = np.array([case.target.weight(str(name)) for name in weights])
    low, high = _edges(case, [str(name) for name in weights])
    drift = weights - target
    outside: pd.DataFrame = (drift > high + EDGE) | (drift < -low - EDGE)
    return outside


def _edges(case: Case, names: list[str]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """How far each class may fall and rise, in weight; infinite on a side that does not count."""
    bands = [(case.target.band(name), case.target.weight(name)) for name in names]
    fall = [band.half_width(aim) if band.low(aim) is not None else np.inf for band, aim in bands]
    rise = [band.half_width(aim) if band.high(aim) is not None else np.inf for band, aim in bands]
    return np.array(fall), np.array(rise)


def _values(case: Case, closes: pd.DataFrame) -> pd.DataFrame:
    """Dollars by class (date x class); a holding without history keeps today's price."""
    accounts = in_target(case)
    securities = {security.symbol: security for security in case.securities}
    cash = float(sum(cash_to_come(accounts).values()))
    none = np.zeros(len(closes))
    values: dict[str, NDArray[np.float64]] = {**dict.fromkeys(case.target.weights, none), CASH: none + cash}
    prices = {str(symbol): closes[symbol].to_numpy(dtype=np.float64) for symbol in closes}
    for (_, symbol), quantity in holdings(accounts).items():
        security = securities[symbol]
        dollars = prices.get(symbol, none + float(security.price)) * float(quantity * security.unit)
        for name, share in split(security, case.target.by).items():
            values[name] = values.get(name, none) + dollars * share
    return pd.DataFrame(values, closes.index)


def _start(outside: pd.Series) -> date:
    inside = np.flatnonzero(~outside.to_numpy())
    first = inside[-1] + 1 if len(inside) else 0
    start: date = pd.Timestamp(outside.index[first]).date()
    return start

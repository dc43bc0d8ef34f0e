"""Since when a class stands outside its band: today's holdings held against the past sessions' prices."""

from collections.abc import Container, Mapping
from dataclasses import dataclass, replace
from datetime import date

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from core.domain.allocation import CASH
from core.domain.case import Case
from core.domain.frozen_map import FrozenMap
from core.risk.exposure import EDGE, cash_to_come, holdings, in_target, is_untargeted, split
from core.workflow.case_files import CaseFile
from core.workflow.desk import Desk
from core.workflow.market_actions import history_of

LOOK_BACK = 63
"""Sessions looked back, about three months."""
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Closes:
    """Closes of past sessions. `columns` : symbol -> its column of `values` (date x symbol), gaps carried forward."""

    days: tuple[date, ...]
    columns: Mapping[str, int]
    values: Floats

    @classmethod
    def of(cls, table: pd.DataFrame) -> "Closes":
        """From a feed's history."""
        days = tuple(pd.Timestamp(day).date() for day in table.index)
        values = table.ffill().to_numpy(dtype=np.float64)
        return cls(days, {str(name): place for place, name in enumerate(table.columns)}, values)

    def only(self, symbols: Container[str]) -> "Closes":
        """The same without what a household prices by itself."""
        return replace(self, columns={name: place for name, place in self.columns.items() if name in symbols})

    def of_symbol(self, symbol: str, otherwise: float) -> Floats:
        """One column; `otherwise` stands where there is no close yet."""
        if symbol not in self.columns:
            return np.full(len(self.days), otherwise)
        column = self.values[:, self.columns[symbol]]
        return np.where(np.isfinite(column), column, otherwise)


def since_dates(desk: Desk, file: CaseFile, closes: Closes | None = None) -> FrozenMap[date]:
    """Class -> first session of the unbroken run outside its band that lasts until today.

    Holdings are today's, so nothing is said of the time before they last changed (the newest statement or
    transaction); a class that is inside today, or that has no price history, is not named.
    closes : the past sessions of the whole book, where the caller has them at hand
    """
    seen = _closes(desk, file) if closes is None else closes.only(file.quotes.prices)
    if not seen.days:
        return FrozenMap()
    names, outside = outside_by_session(file.case, seen)
    known = np.array([day >= _holdings_known_since(file, seen.days[-1]) for day in seen.days])
    days = [day for day, there in zip(seen.days, known, strict=True) if there]
    return FrozenMap({
        name: _start(outside[known, place], days) for place, name in enumerate(names) if outside[-1, place]
    })  # fmt: skip


def outside_by_session(case: Case, closes: Closes) -> tuple[tuple[str, ...], NDArray[np.bool_]]:
    """The classes, and whether each stood outside its band (date x class), at today's holdings and those closes."""
    names, values = _values(case, closes)
    if case.policy.untargeted == "hold":
        kept = [place for place, name in enumerate(names) if not is_untargeted(name, case.target)]
        names, values = tuple(names[place] for place in kept), values[:, kept]
    totals = values.sum(axis=1, keepdims=True)
    drift = values / np.where(totals == 0, np.nan, totals) - np.array([case.target.weight(name) for name in names])
    low, high = _edges(case, names)
    return names, (drift > high + EDGE) | (drift < -low - EDGE)


def _closes(desk: Desk, file: CaseFile) -> Closes:
    symbols = {lot.symbol for account in in_target(file.case) for lot in account.lots}
    known = tuple(sorted(symbols & set(file.quotes.prices)))
    return Closes.of(history_of(desk, known, LOOK_BACK, file.case.as_of) if known else pd.DataFrame())


def _holdings_known_since(file: CaseFile, last: date) -> date:
    printed = [date.fromisoformat(card.as_of) for card in file.household.cards if card.as_of]
    changed = [*printed, *(activity.date for activity in file.household.history)]
    return min(max(changed, default=last), last)


def _edges(case: Case, names: tuple[str, ...]) -> tuple[Floats, Floats]:
    """How far each class may fall and rise, in weight; infinite on a side that does not count."""
    bands = [(case.target.band(name), case.target.weight(name)) for name in names]
    fall = [band.half_width(aim) if band.low(aim) is not None else np.inf for band, aim in bands]
    rise = [band.half_width(aim) if band.high(aim) is not None else np.inf for band, aim in bands]
    return np.array(fall), np.array(rise)


def _values(case: Case, closes: Closes) -> tuple[tuple[str, ...], Floats]:
    """Dollars by class (date x class); a holding without history keeps today's price."""
    accounts = in_target(case)
    securities = {security.symbol: security for security in case.securities}
    cash = float(sum(cash_to_come(accounts).values()))
    places = {name: place for place, name in enumerate(dict.fromkeys([*case.target.weights, CASH]))}
    symbols: dict[str, float] = {}
    for (_, symbol), quantity in holdings(accounts).items():
        symbols[symbol] = symbols.get(symbol, 0.0) + float(quantity * securities[symbol].unit)
    mixes = [split(securities[symbol], case.target.by) for symbol in symbols]
    for name in (name for mix in mixes for name in mix):
        places.setdefault(name, len(places))
    shares = np.zeros((len(symbols), len(places)))
    for row, mix in enumerate(mixes):
        for name, share in mix.items():
            shares[row, places[name]] = share
    columns = [closes.of_symbol(name, float(securities[name].price)) * held for name, held in symbols.items()]
    values = np.column_stack(columns) @ shares if columns else np.zeros((len(closes.days), len(places)))
    values[:, places[CASH]] += cash
    return tuple(places), values


def _start(outside: NDArray[np.bool_], days: list[date]) -> date:
    inside = np.flatnonzero(~outside)
    return days[inside[-1] + 1 if len(inside) else 0]

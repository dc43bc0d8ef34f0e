"""Households and their accounts as rows of one matrix over assets."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from core.domain.account import Account
from core.domain.allocation import CASH, Allocation
from core.domain.case import Case
from core.market.leaf_facts import class_proxies
from core.market.top_holdings import Table
from core.monitor.book.columns import SYMBOL, Columns, returns
from core.monitor.book.facts import NOTHING_HELD, assets
from core.monitor.book.ledger import FIGURES, Figures, figures
from core.monitor.watches.holdings import cannot_be_sold
from core.risk.portfolios import Portfolios
from core.risk.sample import Vector

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Row:
    """One portfolio: dollars by column, what its target divides, the target, and its figures."""

    name: str
    dollars: Mapping[int, float]
    aimed: Mapping[int, float]
    target: Allocation | None
    sell_untargeted: bool
    figures: Figures


def symbols_needed(cases: Mapping[str, Case]) -> tuple[str, ...]:
    """The symbols whose history the metrics of these households need: what is held, targeted, and stands in."""
    held = {lot.symbol for case in cases.values() for account in case.accounts for lot in account.lots}
    named = {name for case in cases.values() if case.target.by == "symbol" for name in case.target.weights}
    stand_ins = {symbol for proxy in class_proxies().values() for symbol in (proxy.fund, proxy.illiquid)}
    return tuple(sorted((held | named | stand_ins) - {CASH}))


def portfolios(
    cases: Mapping[str, Case],
    closes: "pd.DataFrame",
    risk_free: float = 0.0,
    factors: "pd.DataFrame | None" = None,
    firm_folder: Path | None = None,
    issuers: Table = NOTHING_HELD,
) -> Portfolios:
    """Every household, and every account under `household/account`, as rows of one matrix.

    closes : adjusted (date x symbol), three years for the metrics of risk; risk_free : a year
    factors : daily (date x market, size, value, quality, momentum, risk_free); None: factor betas are not said
    issuers : fund -> its largest issuers, as far as they are known
    """
    columns = Columns()
    rows = [row for name, case in cases.items() for row in _rows(name, case, columns, firm_folder)]
    names = _class_names(rows, columns)
    targets = [_target_columns(row.target, columns) for row in rows]
    width = len(columns.found)
    made = assets(columns.found, names, issuers)
    return Portfolios(
        names=tuple(row.name for row in rows),
        assets=made,
        dollars=np.array([_dense(row.dollars, width) for row in rows]),
        aimed=np.array([_dense(row.aimed, width) for row in rows]),
        target=np.array([_dense(target, width) for target in targets]),
        class_target=np.array([_class_target(row.target, names) for row in rows]),
        counted=np.array([_counted(row, names) for row in rows]),
        returns=returns(columns.found, closes),
        figures={name: np.array([row.figures.values[name] for row in rows]) for name in FIGURES},
        basis_known=np.array([row.figures.basis_known for row in rows]),
        risk_free=risk_free,
        factors=_factors(factors, closes),
    )


def _rows(name: str, case: Case, columns: Columns, firm_folder: Path | None) -> list[Row]:
    whole, by_account = figures(case, firm_folder)
    securities = {security.symbol: security for security in case.securities}
    numbers = {
        symbol: (columns.number(security, cannot_be_sold(security, case.as_of)), float(security.unit_price))
        for symbol, security in securities.items()
    }
    held = {account.id: _dollars(account, numbers) for account in case.accounts}
    sells = case.policy.untargeted == "sell"
    everything = _added(list(held.values()))
    aimed = _added([held[account.id] for account in case.accounts if account.counts_in_target])
    accounts = [
        Row(f"{name}/{account.id}", held[account.id], held[account.id], account.target, sells, by_account[account.id])
        for account in case.accounts
    ]
    return [Row(name, everything, aimed, case.target, sells, whole), *accounts]


def _dollars(account: Account, numbers: Mapping[str, tuple[int, float]]) -> dict[int, float]:
    found = {0: float(account.cash + account.cash_flow)}
    for lot in account.lots:
        place, price = numbers[lot.symbol]
        found[place] = found.get(place, 0.0) + float(lot.quantity) * price
    return found


def _added(parts: list[dict[int, float]]) -> dict[int, float]:
    sums: dict[int, float] = {}
    for part in parts:
        for place, dollars in part.items():
            sums[place] = sums.get(place, 0.0) + dollars
    return sums


def _dense(entries: Mapping[int, float] | None, width: int) -> Vector:
    row = np.zeros(width)
    if entries is None:
        return row * np.nan
    row[list(entries)] = list(entries.values())
    return row


def _target_columns(target: Allocation | None, columns: Columns) -> dict[int, float] | None:
    """The target's weights by column: a symbol's own, or the fund that stands for a class."""
    if target is None:
        return None
    found: dict[int, float] = {}
    by_symbol = {column.symbol: place for place, column in reversed(list(enumerate(columns.found)))}
    for name, weight in target.weights.items():
        place = by_symbol.get(name) if target.by == "symbol" else None
        place = columns.fund(name) if place is None else place
        found[place] = found.get(place, 0.0) + weight
    return found


def _class_names(rows: list[Row], columns: Columns) -> tuple[str, ...]:
    """Classes that anything is made of or aimed at; symbols as classes only where a target names symbols."""
    classes = {name for column in columns.found for name in column.classes}
    for row in rows:
        if row.target is not None and row.target.by == "symbol":
            classes |= {SYMBOL + column.symbol for column in columns.found}
            classes |= {SYMBOL + name for name in row.target.weights}
        elif row.target is not None:
            classes |= set(row.target.weights)
    return tuple(sorted(classes))


def _class_target(target: Allocation | None, names: tuple[str, ...]) -> list[float]:
    if target is None:
        return [math.nan] * len(names)
    front = SYMBOL if target.by == "symbol" else ""
    wanted = {front + name: weight for name, weight in target.weights.items()}
    return [wanted.get(name, 0.0) for name in names]


def _counted(row: Row, names: tuple[str, ...]) -> list[float]:
    """1 for the classes that count in drift: those of the target, cash, and all others where they are to be sold."""
    if row.target is None:
        return [math.nan] * len(names)
    by_symbol = row.target.by == "symbol"
    front = SYMBOL if by_symbol else ""
    aimed = {front + name for name in row.target.weights} | {front + CASH}
    return [float(name.startswith(SYMBOL) == by_symbol and (row.sell_untargeted or name in aimed)) for name in names]


def _factors(factors: "pd.DataFrame | None", closes: "pd.DataFrame") -> dict[str, Vector]:
    if factors is None or len(closes) < 2:
        return {}
    aligned = factors.reindex(closes.index[1:])
    return {str(name): aligned[name].to_numpy(dtype=np.float64) for name in aligned}

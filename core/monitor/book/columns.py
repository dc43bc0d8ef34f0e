"""Assets as columns: what each is made of and what is known of it, from the case and the reference files.

A fact that neither the case nor a file gives is NaN. A security that the reference does not know, or whose classes
the case changed, is described by the funds that stand for its classes.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

import numpy as np

from core.domain.allocation import CASH
from core.domain.frozen_map import FrozenMap
from core.domain.security import Security
from core.market.leaf_facts import SCENARIOS, class_proxies, leaf_facts
from core.market.securities import SecurityFacts, known
from core.risk.exposure import split
from core.risk.portfolios import Assets
from core.risk.sample import Matrix, Vector

if TYPE_CHECKING:
    import pandas as pd

DAILY_REDEEMED = frozenset({"mutual_fund", "money_market"})
SYMBOL = "symbol:"
"""In front of the name of a class that is one symbol, for targets that name symbols."""
NO_PRICE = Decimal(0)
Key = tuple[str, FrozenMap[float], bool, float, float]


@dataclass(frozen=True, slots=True)
class Column:
    """One asset. `security` is None for cash and for a target class without a fund."""

    symbol: str
    security: Security | None
    illiquid: bool = False

    @property
    def facts(self) -> SecurityFacts | None:
        """What the reference knows, where it speaks of the same thing."""
        found = known().get(self.symbol)
        same = found is not None and self.security is not None and found.classes == self.security.classes
        return found if same else None

    @property
    def classes(self) -> Mapping[str, float]:
        """Class -> share."""
        return {CASH: 1.0} if self.security is None else split(self.security, "asset_class")


@dataclass
class Columns:
    """The assets met so far, each under one number; 0 is cash."""

    found: list[Column] = field(default_factory=lambda: [Column(CASH, None)])
    numbers: dict[Key, int] = field(default_factory=dict)

    def number(self, security: Security, illiquid: bool) -> int:
        """The column of a security, made on first sight."""
        key = (security.symbol, security.classes, illiquid, security.expense_ratio, security.dividend_yield)
        place = self.numbers.get(key)
        if place is None:
            place = self.numbers[key] = len(self.found)
            self.found.append(Column(security.symbol, security, illiquid))
        return place

    def fund(self, name: str) -> int:
        """The column of the fund that stands for a class; of a class without one, a column that nothing is known of."""
        if name == CASH:
            return 0
        facts = known().get(class_proxies()[name].fund) if name in class_proxies() else None
        if facts is None:
            return self.number(Security(f"?{name}", NO_PRICE, FrozenMap({name: 1.0})), False)
        return self.number(_plain_security(facts), False)


def _plain_security(facts: SecurityFacts) -> Security:
    return Security(
        facts.symbol, facts.list_price, facts.classes, spread=facts.spread,
        dividend_yield=facts.dividend_yield, expense_ratio=facts.expense_ratio,
    )  # fmt: skip


def assets(columns: list[Column], class_names: tuple[str, ...]) -> Assets:
    """The facts of all columns."""
    sectors = tuple(sorted({name for facts in known().values() for name in facts.sectors}))
    regions = tuple(sorted({leaf.region for leaf in leaf_facts().values()}))
    leaves = [_leaves(column) for column in columns]
    bonds = _kind(leaves, "bond")
    equity = _kind(leaves, "equity")
    issuers: dict[str, int] = {}
    return Assets(
        symbols=tuple(column.symbol for column in columns),
        shares={
            "classes": _shares([_class_row(column) for column in columns], class_names),
            "sectors": np.array(
                [_sectors(column, part, sectors) for column, part in zip(columns, equity, strict=True)]
            ),
            "regions": _shares([_by(mix, "region") for mix in leaves], regions),
        },
        names={"classes": class_names, "sectors": sectors, "regions": regions},
        expense_ratio=np.array([_stated(column, "expense_ratio") for column in columns]),
        income=np.array([_stated(column, "dividend_yield") for column in columns]),
        duration=np.array([_duration(column, part) for column, part in zip(columns, bonds, strict=True)]),
        below_grade=np.array([_below(column, mix) for column, mix in zip(columns, leaves, strict=True)]),
        bonds=bonds,
        equity=equity,
        spread=np.array([column.security.spread if column.security else 0.0 for column in columns]),
        volume=np.array([_volume(column) for column in columns]),
        illiquid=np.array([float(column.illiquid) for column in columns]),
        proxied=np.array([float(column.illiquid) for column in columns]),
        cash=np.array([float(column.classes.get(CASH, 0.0) > 0.99) for column in columns]),
        issuer=np.array([_issuer(column, issuers) for column in columns], dtype=np.float64),
        shocks={name: np.array([_shock(mix, name) for mix in leaves]) for name in SCENARIOS},
    )


def returns(columns: list[Column], closes: "pd.DataFrame") -> Matrix:
    """(T, A) daily returns: of the symbol, of what stands in for an illiquid holding, 0 for cash, NaN where none."""
    import warnings

    series = {str(name): closes[name].to_numpy(dtype=np.float64) for name in closes}
    with np.errstate(divide="ignore", invalid="ignore"), warnings.catch_warnings():
        daily = {name: _changes(values) for name, values in series.items()}
    none = np.full(max(len(closes) - 1, 0), np.nan)
    return np.column_stack([_returns(column, daily, none) for column in columns])


def _changes(values: Vector) -> Vector:
    changes = values[1:] / values[:-1] - 1.0
    return np.where(np.isfinite(changes) & (changes > -1.0), changes, np.nan)


def _returns(column: Column, daily: Mapping[str, Vector], none: Vector) -> Vector:
    if column.security is None:
        return np.zeros(len(none))
    if not column.illiquid:
        pure_cash = column.classes.get(CASH, 0.0) > 0.99
        return daily.get(column.symbol, np.zeros(len(none)) if pure_cash else none)
    parts = [
        np.zeros(len(none)) if name == CASH else share * daily.get(_stand_in(name), none)
        for name, share in column.classes.items()
    ]
    return np.asarray(np.sum(parts, axis=0))


def _stand_in(name: str) -> str:
    return class_proxies()[name].illiquid if name in class_proxies() else ""


def _class_row(column: Column) -> dict[str, float]:
    return {**column.classes, SYMBOL + column.symbol: 1.0}


def _shares(rows: list[dict[str, float]], names: tuple[str, ...]) -> Matrix:
    place = {name: number for number, name in enumerate(names)}
    table = np.zeros((len(rows), len(names)))
    for number, row in enumerate(rows):
        for name, share in row.items():
            if name in place:
                table[number, place[name]] = share
        if not row:
            table[number] = np.nan
    return table


def _leaves(column: Column) -> dict[str, float]:
    """Leaf -> share; by its classes' funds where the security is not on file, empty where a class has none."""
    if column.security is None:
        return {CASH: 1.0}
    if column.facts is not None:
        return dict(column.facts.mix)
    mix: dict[str, float] = {}
    for name, share in column.classes.items():
        proxy = class_proxies().get(name)
        inner = {CASH: 1.0} if name == CASH else dict(known()[proxy.fund].mix) if proxy else {}
        if not inner:
            return {}
        for leaf, part in inner.items():
            mix[leaf] = mix.get(leaf, 0.0) + share * part
    return mix


def _kind(leaves: list[dict[str, float]], kind: str) -> Vector:
    """Share of each asset that is of a kind; of an asset that nothing is known of, all of it."""
    return np.array(
        [sum(share for leaf, share in mix.items() if leaf_facts()[leaf].kind == kind) if mix else 1.0 for mix in leaves]
    )


def _by(mix: Mapping[str, float], name: str) -> dict[str, float]:
    sums: dict[str, float] = {}
    for leaf, share in mix.items():
        key = str(getattr(leaf_facts()[leaf], name))
        sums[key] = sums.get(key, 0.0) + share
    return sums


def _sectors(column: Column, equity: float, names: tuple[str, ...]) -> list[float]:
    """Sectors of the whole asset: those of its equity x its equity share; no equity, no sectors."""
    if equity < 1e-9:
        return [0.0] * len(names)
    known_sectors = column.facts.sectors if column.facts is not None else FrozenMap[float]()
    if not known_sectors:
        return [math.nan] * len(names)
    whole = sum(known_sectors.values())
    return [equity * (known_sectors.get(name) or 0.0) / whole for name in names]


def _stated(column: Column, name: str) -> float:
    """A yearly fraction of the security; 0 counts as said only where the reference knows the security."""
    if column.security is None:
        return 0.0
    value: float = getattr(column.security, name)
    return value if value or column.facts is not None else math.nan


def _duration(column: Column, bonds: float) -> float:
    if bonds < 1e-9:
        return 0.0
    stated = column.facts.duration if column.facts is not None else None
    return math.nan if stated is None else stated


def _below(column: Column, mix: Mapping[str, float]) -> float:
    """Share below investment grade: by the security's own grade, else by its leaves."""
    if not mix:
        return math.nan
    parts = {leaf: share for leaf, share in mix.items() if leaf_facts()[leaf].kind == "bond"}
    grade = column.facts.credit if column.facts is not None else ""
    if grade in ("investment", "below"):
        return sum(parts.values()) if grade == "below" else 0.0
    if column.security is not None and column.facts is None and parts:
        return math.nan
    return sum(share * leaf_facts()[leaf].below_investment_grade for leaf, share in parts.items())


def _volume(column: Column) -> float:
    if column.security is None:
        return math.inf
    if column.illiquid:
        return 0.0
    if column.facts is None:
        return math.nan
    if column.facts.asset_type in DAILY_REDEEMED:
        return math.inf
    shares = column.facts.adv_shares
    return math.nan if shares is None else shares * float(column.security.unit_price)


def _issuer(column: Column, issuers: dict[str, int]) -> int:
    """A number for a company, or for anything the reference does not know; -1 for funds and cash."""
    found = known().get(column.symbol)
    if column.security is None or column.symbol.startswith("?") or (found is not None and found.asset_type != "stock"):
        return -1
    return issuers.setdefault(column.security.group, len(issuers))


def _shock(mix: Mapping[str, float], name: str) -> float:
    return sum(share * leaf_facts()[leaf].shocks[name] for leaf, share in mix.items()) if mix else math.nan

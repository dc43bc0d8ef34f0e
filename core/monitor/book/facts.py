"""What each column of the book is made of and what is known of it, from the case and the reference files.

A fact that neither the case nor a file gives is NaN. A security that the reference does not know, or whose classes
the case changed, is described by the funds that stand for its classes.
"""

import math
from collections.abc import Mapping

import numpy as np

from core.domain.allocation import CASH
from core.domain.frozen_map import FrozenMap
from core.market.leaf_facts import SCENARIOS, class_proxies, leaf_facts
from core.market.securities import known
from core.market.top_holdings import Table
from core.monitor.book.columns import SYMBOL, Column
from core.risk.assets import Assets
from core.risk.sample import Matrix, Vector

DAILY_REDEEMED = frozenset({"mutual_fund", "money_market"})
NOTHING_HELD: Table = {}


def assets(columns: list[Column], class_names: tuple[str, ...], held: Table = NOTHING_HELD) -> Assets:
    """The facts of all columns. held : fund -> its largest issuers, as far as they are known."""
    issued = [issuers_of(column, held) for column in columns]
    issuers = tuple(sorted({name for row in issued for name in row}))
    sectors = tuple(sorted({name for facts in known().values() for name in facts.sectors}))
    regions = tuple(sorted({leaf.region for leaf in leaf_facts().values()}))
    leaves = [_leaves(column) for column in columns]
    bonds = _kind(leaves, "bond")
    equity = _kind(leaves, "equity")
    return Assets(
        symbols=tuple(column.symbol for column in columns),
        shares={
            "classes": _shares([_class_row(column) for column in columns], class_names),
            "sectors": np.array(
                [_sectors(column, part, sectors) for column, part in zip(columns, equity, strict=True)]
            ),
            "regions": _shares([_by(mix, "region") for mix in leaves], regions),
            "issuers": np.nan_to_num(_shares(issued, issuers)),
        },
        names={"classes": class_names, "sectors": sectors, "regions": regions, "issuers": issuers},
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
        shocks={name: np.array([_shock(mix, name) for mix in leaves]) for name in SCENARIOS},
    )


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


def issuers_of(column: Column, held: Table) -> dict[str, float]:
    """Issuer -> share: all of a company's own share, or what is known of a fund's largest holdings.

    A company that neither the reference nor a fund's holdings name stands for itself.
    """
    if column.security is None or column.symbol.startswith("?"):
        return {}
    if column.symbol in held:
        return {one.issuer: one.weight for one in held[column.symbol]}
    found = known().get(column.symbol)
    if found is not None and found.asset_type != "stock":
        return {}
    return {_issuer_names(held).get(column.symbol, column.security.group): 1.0}


def _issuer_names(held: Table) -> dict[str, str]:
    """Symbol -> the issuer that funds' holdings call by name, so that a share and its part in a fund are one."""
    return {symbol: one.issuer for holdings in held.values() for one in holdings for symbol in one.symbols}


def _shock(mix: Mapping[str, float], name: str) -> float:
    return sum(share * leaf_facts()[leaf].shocks[name] for leaf, share in mix.items()) if mix else math.nan

"""The data of a measure case as arrays: returns (or wealth), what they are compared with, weights and assets."""

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.domain.errors import BadInput
from core.risk.sample import Matrix, Sample, Vector

DATA = frozenset(
    {"returns", "wealth", "cumulative_returns", "benchmark", "risk_free", "risk_free_per_period", "periods_per_year",
     "weights", "target", "asset_returns", "daily_from", "note"}
)  # fmt: skip
"""Keys of a case that are data (`daily_from`: the day of the first of daily values; `note`: a remark that nothing
reads); every other key is a parameter."""
SERIES = ("returns", "wealth", "cumulative_returns")


def read_sample(plain: Mapping[str, Any]) -> Sample:
    """The sample of a case. BadInput says which list is wrong and where."""
    returns = _series(plain)
    benchmark = _numbers(plain["benchmark"], "benchmark") if plain.get("benchmark") is not None else None
    if benchmark is not None and len(benchmark) != len(returns):
        raise BadInput("benchmark", f"expected {len(returns)} values, one for each return, found {len(benchmark)}")
    periods = _positive(plain.get("periods_per_year", 252), "periods_per_year")
    rate = _risk_free(plain, periods, len(returns))
    there = _observed(returns, benchmark, rate)
    weights, target, assets = _holdings(plain)
    return Sample(
        returns=returns[there],
        periods_per_year=periods,
        risk_free=rate if isinstance(rate, float) else rate[there],
        benchmark=None if benchmark is None else benchmark[there],
        weights=weights,
        target=target,
        assets=assets,
        dropped=1.0 - float(there.mean()) if len(there) else 0.0,
    )


def _series(plain: Mapping[str, Any]) -> Vector:
    given = [name for name in SERIES if plain.get(name) is not None]
    if len(given) > 1:
        raise BadInput(given[1], f"give {given[0]} or {given[1]}, not both")
    if not given:
        if plain.get("weights") is None:
            raise BadInput("returns", "missing")
        return np.empty(0)
    values = _numbers(plain[given[0]], given[0])
    if given[0] == "returns":
        return values
    path = values + 1.0 if given[0] == "cumulative_returns" else values
    path = path[np.isfinite(path)]
    if (path <= 0).any():
        raise BadInput(given[0], "wealth must stay above zero")
    return np.asarray(path[1:] / path[:-1] - 1.0)


def _risk_free(plain: Mapping[str, Any], periods: float, length: int) -> float | Vector:
    """Per period: as given, or the annual rate over the periods in a year."""
    per_period = plain.get("risk_free_per_period")
    if isinstance(per_period, list):
        rates = _numbers(per_period, "risk_free_per_period")
        if len(rates) != length:
            raise BadInput("risk_free_per_period", f"expected {length} values, one for each return")
        return rates
    if per_period is not None:
        return _number(per_period, "risk_free_per_period")
    return _number(plain.get("risk_free") or 0.0, "risk_free") / periods


def _observed(returns: Vector, benchmark: Vector | None, rate: float | Vector) -> NDArray[np.bool_]:
    there = np.isfinite(returns)
    if benchmark is not None:
        there &= np.isfinite(benchmark)
    if not isinstance(rate, float):
        there &= np.isfinite(rate)
    return there


def _holdings(plain: Mapping[str, Any]) -> tuple[Vector | None, Vector | None, Matrix | None]:
    """Weights, target and asset returns in one order: that of the names, or of the list given."""
    tables = {key: plain[key] for key in ("weights", "target", "asset_returns") if plain.get(key) is not None}
    if not tables:
        return None, None, None
    named = [table for table in tables.values() if isinstance(table, Mapping)]
    if named and len(named) != len(tables):
        raise BadInput("weights", "give weights, target and asset_returns all as objects by symbol, or all as lists")
    symbols = sorted({str(name) for table in named for name in table})
    weights, target = (_weights(tables.get(key), symbols, key) for key in ("weights", "target"))
    assets = _assets(tables.get("asset_returns"), symbols)
    sizes = {len(weights) if weights is not None else None, len(target) if target is not None else None}
    sizes |= {assets.shape[1] if assets is not None else None}
    if len(sizes - {None}) > 1:
        raise BadInput("weights", "weights, target and asset_returns are not of one length")
    return weights, target, assets


def _weights(table: Any, symbols: list[str], where: str) -> Vector | None:
    if table is None:
        return None
    if isinstance(table, Mapping):
        return np.array([_number(table.get(symbol, 0.0), f"{where}.{symbol}") for symbol in symbols])
    return _numbers(table, where)


def _assets(table: Any, symbols: list[str]) -> Matrix | None:
    """Asset returns (period x asset), periods with a gap dropped."""
    if table is None:
        return None
    if isinstance(table, Mapping):
        missing = [symbol for symbol in symbols if symbol not in table]
        if missing:
            raise BadInput("asset_returns", f"no returns of {', '.join(missing)}")
        columns = [_numbers(table[symbol], f"asset_returns.{symbol}") for symbol in symbols]
    else:
        columns = [_numbers(column, f"asset_returns[{place}]") for place, column in enumerate(table)]
    if len({len(column) for column in columns}) > 1:
        raise BadInput("asset_returns", "the lists are not of one length")
    matrix = np.column_stack(columns)
    return np.asarray(matrix[np.isfinite(matrix).all(axis=1)])


def _numbers(plain: Any, where: str) -> Vector:
    """A list of numbers; null is NaN, no observation."""
    if not isinstance(plain, list):
        raise BadInput(where, "expected a list of numbers")
    return np.array(
        [np.nan if entry is None else _number(entry, f"{where}[{place}]") for place, entry in enumerate(plain)]
    )


def _number(plain: Any, where: str) -> float:
    if isinstance(plain, bool) or not isinstance(plain, (int, float, str)):
        raise BadInput(where, f"expected a number, found {plain!r}")
    try:
        value = float(plain)
    except ValueError:
        raise BadInput(where, f"'{plain}' is not a number") from None
    if not np.isfinite(value):
        raise BadInput(where, f"'{plain}' is not a finite number")
    return value


def _positive(plain: Any, where: str) -> float:
    value = _number(plain, where)
    if value <= 0:
        raise BadInput(where, "must be above zero")
    return value

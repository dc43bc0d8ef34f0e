"""A target case file as returns, mandate and factors: prices inline or in a CSV that lies beside the case."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from core.domain.canonical import from_plain
from core.domain.errors import BadInput
from core.domain.issue import Issue
from core.domain.mandate import Mandate
from core.market.files import read_prices
from core.market.returns import daily_returns
from core.optimize.histories import gaps, late
from core.optimize.words_to_views import view_of
from core.words import listing

if TYPE_CHECKING:
    import pandas as pd

KEYS = ("prices", "assets", "factor_returns", "mandate", "models")
FARTHEST = 1e9
"""Dearest over cheapest price of one security beyond which one of them is a slip of the pen."""


@dataclass(frozen=True, slots=True, eq=False)
class TargetCase:
    """What `target` solves; `issues` name keys that it does not know. `models` are those that sleeves name."""

    returns: "pd.DataFrame"
    mandate: Mandate
    factor_returns: "pd.DataFrame | None"
    issues: tuple[Issue, ...]
    models: Mapping[str, Mandate]


def read_target_case(plain: Any, folder: Path) -> TargetCase:
    """The case from JSON values; files are looked for from `folder`. BadInput says what and where."""
    if not isinstance(plain, Mapping):
        raise BadInput("", "expected an object with prices and a mandate")
    for key in ("prices", "mandate"):
        if key not in plain:
            raise BadInput(key, "missing")
    unknown = [key for key in plain if key not in KEYS]
    mandate = _mandate(plain["mandate"], plain, "mandate", unknown)
    models = _models(plain, unknown)
    prices = _prices(plain["prices"], folder)
    factors = plain.get("factor_returns")
    return TargetCase(
        returns=daily_returns(prices),
        mandate=mandate,
        factor_returns=None if factors is None else _factors(factors, folder),
        issues=tuple(Issue("warning", key, "not known, so it plays no part", "unknown_key") for key in unknown),
        models=models,
    )


def _models(plain: Mapping[str, Any], unknown: list[str]) -> dict[str, Mandate]:
    """Every model by its id; what they do not say of assets stands at the top of the case."""
    stated = plain.get("models") or {}
    if not isinstance(stated, Mapping):
        raise BadInput("models", "expected an object with one mandate for each id")
    return {
        str(name): _mandate(
            {"id": str(name), **one} if isinstance(one, Mapping) else one, plain, f"models.{name}", unknown
        )
        for name, one in stated.items()
    }


def _mandate(stated: Any, plain: Mapping[str, Any], where: str, unknown: list[str]) -> Mandate:
    if not isinstance(stated, Mapping):
        raise BadInput(where, "expected an object")
    stated = {key: value for key, value in stated.items() if value is not None}
    merged = {**stated, "assets": {**_assets(stated, f"{where}.assets"), **_assets(plain, "assets")}}
    if isinstance(stated.get("views"), list):
        merged["views"] = [_view(one, stated, f"{where}.views[{place}]") for place, one in enumerate(stated["views"])]
    return from_plain(Mandate, merged, where, unknown)


def _view(stated: Any, mandate: Mapping[str, Any], where: str) -> Any:
    """A view in numbers as it is; one in words as the numbers it says."""
    if not isinstance(stated, str):
        return stated
    risk_free = mandate.get("risk_free", 0.0)
    return view_of(stated, float(risk_free) if isinstance(risk_free, (int, float)) else 0.0, where)


def _assets(plain: Mapping[str, Any], where: str) -> Mapping[str, Any]:
    found = plain.get("assets")
    if found is None:
        return {}
    if not isinstance(found, Mapping):
        raise BadInput(where, "expected an object with one entry for each asset")
    return found


def _prices(plain: Any, folder: Path) -> "pd.DataFrame":
    table = _price_file(_path(folder, plain, "prices")) if isinstance(plain, str) else _inline(plain, "prices")
    symbols = tuple(str(name) for name in table.columns)
    values = table.to_numpy(dtype=np.float64)
    finite = np.isfinite(values)
    if not finite.all() and not late(symbols, finite):
        raise BadInput("prices", gaps(symbols, finite, table.index))
    bad = [symbol for symbol, column in zip(symbols, values.T, strict=True) if (column <= 0).any()]
    if bad:
        raise BadInput("prices", f"{listing(bad)}: a price is zero or negative")
    far = [
        symbol
        for symbol, column in zip(symbols, values.T, strict=True)
        if np.nanmax(column) > FARTHEST * np.nanmin(column)
    ]
    if far:
        raise BadInput("prices", f"{listing(far)}: the prices lie too far apart to be those of one security")
    return table


def _path(folder: Path, name: str, where: str) -> Path:
    if not name.strip() or "\0" in name:
        raise BadInput(where, "expected the name of a file")
    return folder / name


def _price_file(path: Path) -> "pd.DataFrame":
    import pandas as pd

    series = read_prices(path)
    days = sorted({day for closes in series.values() for day in closes})
    columns = {
        symbol: [float(closes[day]) if day in closes else np.nan for day in days] for symbol, closes in series.items()
    }
    return pd.DataFrame(columns, index=pd.DatetimeIndex(days))


def _inline(plain: Any, where: str) -> "pd.DataFrame":
    """`{"dates": […], "VTI": […]}` as a table (date x name); null is NaN."""
    import pandas as pd

    if not isinstance(plain, Mapping) or not isinstance(plain.get("dates"), list):
        raise BadInput(where, "expected a file name, or an object with `dates` and one list of numbers for each name")
    days = _days(plain["dates"], f"{where}.dates")
    names = [str(name) for name in plain if name != "dates"]
    if not len(days):
        raise BadInput(f"{where}.dates", "there are none")
    if not all(name.strip() for name in names):
        raise BadInput(where, "a series has no name")
    if not names:
        raise BadInput(where, "there is no series beside the dates")
    uneven = [name for name in names if not isinstance(plain[name], list) or len(plain[name]) != len(days)]
    if uneven:
        raise BadInput(where, f"{listing(uneven)}: expected {len(days)} values, one for each date")
    columns = {name: [_number(entry, f"{where}.{name}[{i}]") for i, entry in enumerate(plain[name])] for name in names}
    return pd.DataFrame(columns, index=days)


def _days(plain: list[Any], where: str) -> "pd.DatetimeIndex":
    import pandas as pd

    try:
        days = pd.DatetimeIndex([pd.Timestamp(date.fromisoformat(entry)) for entry in plain])
    except (ValueError, TypeError):
        raise BadInput(where, "not all of them are dates as YYYY-MM-DD") from None
    if not (days.is_monotonic_increasing and days.is_unique):
        raise BadInput(where, "each date must come after the one before it")
    return days


def _number(entry: Any, where: str) -> float:
    if entry is None:
        return float("nan")
    try:
        return float(entry) if not isinstance(entry, bool) else _refused(entry, where)
    except (TypeError, ValueError, OverflowError):
        return _refused(entry, where)


def _refused(entry: Any, where: str) -> float:
    raise BadInput(where, f"'{str(entry)[:40]}' is not a number")


def _factors(plain: Any, folder: Path) -> "pd.DataFrame":
    """Factors (date x name). A riskless rate beside Fama and French's market (`RF`, `Mkt-RF`) is no factor."""
    table = _factor_table(plain, folder)
    return table.drop(columns="RF") if {"RF", "Mkt-RF"} <= set(table.columns) else table


def _factor_table(plain: Any, folder: Path) -> "pd.DataFrame":
    if not isinstance(plain, str):
        return _inline(plain, "factor_returns")
    import pandas as pd

    try:
        table = pd.read_csv(_path(folder, plain, "factor_returns"), index_col=0)
        table.index = pd.DatetimeIndex(table.index)
        return table.astype(np.float64)
    except OSError:
        raise BadInput("factor_returns", f"there is no file {plain}") from None
    except (ValueError, TypeError):
        raise BadInput(
            "factor_returns", f"{plain}: expected dates in the first column and numbers in the others"
        ) from None

"""Daily factor returns and the risk-free rate from a file that the firm brings: `firm/factors.csv`.

Columns as Kenneth R. French publishes them, in decimals: Date, Mkt-RF, SMB, HML, RMW, RF, and MOM where it is there.
"""

import io
from pathlib import Path
from typing import TYPE_CHECKING

from core.domain.errors import BadInput

if TYPE_CHECKING:
    import pandas as pd

NAMES = {"Mkt-RF": "market", "SMB": "size", "HML": "value", "RMW": "quality", "MOM": "momentum", "RF": "risk_free"}


def read_factors(path: Path) -> "pd.DataFrame | None":
    """Factors (date x name), or None where there is no file. BadInput says what is wrong with it."""
    return parse_factors(path.name, path.read_bytes()) if path.is_file() else None


def parse_factors(name: str, data: bytes) -> "pd.DataFrame":
    """The same of a file's bytes."""
    import pandas as pd

    try:
        table = pd.read_csv(io.BytesIO(data), index_col=0, parse_dates=[0])
    except (ValueError, OSError) as error:
        raise BadInput(name, f"cannot be read as a table of factors: {error}") from None
    if not isinstance(table.index, pd.DatetimeIndex) or "Mkt-RF" not in table:
        raise BadInput(name, "expected a first column of dates and columns named Mkt-RF, SMB, HML, RMW, RF, MOM")
    if not table.index.is_unique:
        raise BadInput(name, f"the day {table.index[table.index.duplicated()][0].date()} stands twice")
    found: pd.DataFrame = (
        table[[column for column in NAMES if column in table]]
        .rename(columns=NAMES)
        .apply(pd.to_numeric, errors="coerce")
    )
    if (found["market"].abs() > 1).any():
        raise BadInput(name, "factors must be decimals (0.01 for one percent)")
    return found.sort_index()


def risk_free_rate(factors: "pd.DataFrame | None", otherwise: float, days: int = 252) -> float:
    """The risk-free rate a year: the mean of the last year of the file's daily rates x 252, or `otherwise`."""
    rates = None if factors is None or "risk_free" not in factors else factors["risk_free"].dropna().tail(days)
    return otherwise if rates is None or not len(rates) else float(rates.mean()) * 252.0

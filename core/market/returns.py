"""Returns from closes."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


def daily_returns(closes: "pd.DataFrame") -> "pd.DataFrame":
    """Simple daily returns (date x symbol), one row fewer than the closes.

    A close that is missing makes the returns on both sides of it missing (NaN); nothing is filled in.
    """
    return (closes / closes.shift(1) - 1.0).iloc[1:]


def complete(returns: "pd.DataFrame") -> "pd.DataFrame":
    """The rows on which every symbol has a return; symbols without any return are dropped first."""
    return returns.dropna(axis="columns", how="all").dropna(axis="index", how="any")

"""Files of market data that the firm brings: prices, factor returns, what funds hold most of. Refused, or kept whole.

A file is read to its last line before it replaces the one before; every change is an event with the file's hash.
"""

import os
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from core.domain.canonical import digest_of_bytes
from core.domain.errors import BadInput
from core.market.factors import parse_factors, read_factors, risk_free_rate
from core.market.feeds import FACTORS, HOLDINGS, PRICES
from core.market.files import parse_prices
from core.market.simulated_factors import LABEL, simulated_factors
from core.market.top_holdings import parse_top_holdings
from core.words import count
from core.workflow.desk import Desk
from core.workflow.saving import log

if TYPE_CHECKING:
    import pandas as pd

FileKind = Literal["prices", "factors", "holdings"]
PLACES: Mapping[FileKind, str] = {"prices": PRICES, "factors": FACTORS, "holdings": HOLDINGS}
LARGEST = 25_000_000
"""Bytes."""
RISK_FREE = 0.035
"""A year, where neither a file nor the simulated market brings the rate."""


@dataclass(frozen=True, slots=True)
class FirmFile:
    """One file that is in use: what it holds, in words, and its hash."""

    kind: FileKind
    words: str
    digest: str


def take_file(desk: Desk, kind: FileKind, name: str, data: bytes) -> FirmFile:
    """Put a file in use. BadInput says what is wrong and in which line; the one before stays in use then."""
    desk.require("market_data")
    if len(data) > LARGEST:
        raise BadInput(name, f"{len(data) / 1e6:,.0f} MB; at most {LARGEST / 1e6:,.0f} MB are taken")
    if not data.strip():
        raise BadInput(name, "the file is empty")
    made = FirmFile(kind, _READERS[kind](name, data, desk.today()), digest_of_bytes(data))
    with desk.store.transaction() as tx:
        log(desk, tx, "market.file_taken", "market_file", kind, 1, f"{name}: {made.words}; {made.digest}")
        _write(desk.settings.firm / PLACES[kind], data)
    return made


def drop_file(desk: Desk, kind: FileKind) -> None:
    """Take a file out of use."""
    desk.require("market_data")
    path = desk.settings.firm / PLACES[kind]
    if not path.is_file():
        raise BadInput(kind, "there is no such file in use")
    with desk.store.transaction() as tx:
        log(desk, tx, "market.file_dropped", "market_file", kind, 1, digest_of_bytes(path.read_bytes()))
        path.unlink()


def firm_files(desk: Desk) -> dict[FileKind, FirmFile]:
    """The files in use; one that cannot be read any more says so in its words."""
    desk.require("market_data")
    found: dict[FileKind, FirmFile] = {}
    for kind, name in PLACES.items():
        path = desk.settings.firm / name
        if path.is_file():
            data = path.read_bytes()
            try:
                words = _READERS[kind](name, data, desk.today())
            except BadInput as trouble:
                words = f"cannot be read: {trouble}"
            found[kind] = FirmFile(kind, words, digest_of_bytes(data))
    return found


def factors_of(desk: Desk, days: int) -> "tuple[pd.DataFrame | None, str]":
    """Factor returns and where they are from: the firm's file, the simulated market with its prices, or none."""
    desk.require("read_clients")
    own = read_factors(desk.settings.firm / FACTORS)
    if own is not None:
        return own, "the firm's file"
    return (simulated_factors(desk.today(), days), LABEL) if desk.feed.name == "simulated" else (None, "")


def risk_free_of(desk: Desk, days: int) -> float:
    """The risk-free rate a year behind the Sharpe ratio."""
    desk.require("read_clients")
    return risk_free_rate(factors_of(desk, days)[0], RISK_FREE)


def _prices(name: str, data: bytes, today: date) -> str:
    table = parse_prices(name, data)
    days = sorted({day for series in table.values() for day in series})
    if days[-1] > today:
        raise BadInput(name, f"holds a close of {days[-1].isoformat()}, which is still to come")
    return f"{count(len(table), 'symbol')}, {count(len(days), 'day')} from {days[0]} to {days[-1]}"


def _factors(name: str, data: bytes, today: date) -> str:
    table = parse_factors(name, data)
    if table.index[-1].date() > today:
        raise BadInput(name, f"holds returns of {table.index[-1].date().isoformat()}, which are still to come")
    first, last = table.index[0].date(), table.index[-1].date()
    return f"{', '.join(map(str, table))}: {count(len(table), 'day')} from {first} to {last}"


def _holdings(name: str, data: bytes, today: date) -> str:
    table = parse_top_holdings(name, data)
    return f"{count(len(table), 'fund')}, {count(sum(map(len, table.values())), 'holding')}"


_READERS: Mapping[FileKind, Callable[[str, bytes, date], str]] = {
    "prices": _prices, "factors": _factors, "holdings": _holdings
}  # fmt: skip


def _write(path: Path, data: bytes) -> None:
    """Whole or not at all: beside the place first, then moved there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    Path(name).replace(path)

"""What funds hold most of, by issuer: the house's table, and a file of the firm's own over it.

Columns: fund, issuer, symbols, weight, as_of, source. `symbols` are the issuer's share classes, in one cell with spaces
between them; `weight` is a fraction of the fund. What a fund holds beyond its rows is not known, and is not guessed.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType

from core.domain.errors import BadInput
from core.settings import REFERENCE

HEAD = ("fund", "issuer", "symbols", "weight", "as_of", "source")


@dataclass(frozen=True, slots=True)
class TopHolding:
    """One issuer within one fund."""

    issuer: str
    symbols: tuple[str, ...]
    weight: float
    as_of: date
    source: str


Table = Mapping[str, tuple[TopHolding, ...]]


def top_holdings(firm_file: Path | None = None) -> Table:
    """Fund -> its largest issuers; a fund that the firm's own file names is taken from there."""
    own = _firm(firm_file, firm_file.stat().st_mtime_ns) if firm_file is not None and firm_file.is_file() else {}
    return MappingProxyType({**_house(), **own})


def parse_top_holdings(name: str, data: bytes) -> Table:
    """The table of a file's bytes. BadInput names the line."""
    try:
        rows = list(csv.DictReader(data.decode("utf-8-sig").splitlines()))
    except UnicodeDecodeError:
        raise BadInput(name, "not text in UTF-8") from None
    if not rows or any(column not in rows[0] for column in HEAD):
        raise BadInput(f"{name}, line 1", f"expected the columns {', '.join(HEAD)}")
    found: dict[str, list[TopHolding]] = {}
    for line, row in enumerate(rows, start=2):
        found.setdefault(row["fund"].strip().upper(), []).append(_holding(f"{name}, line {line}", row))
    for fund, holdings in found.items():
        if sum(one.weight for one in holdings) > 1.0 + 1e-9:
            raise BadInput(name, f"the holdings of {fund} add up to more than the whole")
    return MappingProxyType({fund: tuple(holdings) for fund, holdings in found.items()})


def _holding(where: str, row: Mapping[str, str]) -> TopHolding:
    try:
        weight, as_of = float(row["weight"]), date.fromisoformat(row["as_of"].strip())
    except (TypeError, ValueError):
        raise BadInput(where, "expected a weight such as 0.0675 and a date such as 2026-09-30") from None
    if not 0 < weight <= 1:
        raise BadInput(where, f"a weight of {weight} is no fraction of a fund")
    if not row["issuer"].strip():
        raise BadInput(where, "the issuer is missing")
    symbols = tuple(row["symbols"].upper().split())
    return TopHolding(row["issuer"].strip(), symbols, weight, as_of, row["source"].strip())


@cache
def _house() -> Table:
    path = REFERENCE / "top_holdings.csv"
    return parse_top_holdings(path.name, path.read_bytes())


@lru_cache(maxsize=4)
def _firm(path: Path, changed: int) -> Table:
    """The firm's file, read again only when it has changed."""
    return parse_top_holdings(path.name, path.read_bytes())

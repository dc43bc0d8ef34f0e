"""Prices from a file that the user brings: CSV, either long (date,symbol,close) or wide (date,VTI,BND,…).

Closes are dollars and are taken as they stand; the file says nothing of dividends, so history is what it holds.
A file that cannot be read is refused in one sentence with the line that is wrong.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from core.domain.errors import BadInput
from core.market.feed import Quotes, gather

if TYPE_CHECKING:
    import pandas as pd

LONG = ("date", "symbol", "close")
EMPTY = frozenset({"", "na", "nan", "null", "none", "-"})
Series = Mapping[date, Decimal]


@dataclass(frozen=True, slots=True)
class FileFeed:
    """The prices of one file. Construction does not read; the first question does."""

    path: Path
    name: str = "file"
    label: str = "price file"

    def quotes(self, symbols: Sequence[str], as_of: date) -> Quotes:
        """The last close on or before `as_of` for each symbol."""
        table = self._table()
        found: dict[str, tuple[date, Decimal]] = {}
        for symbol in symbols:
            days = [day for day in table.get(symbol, {}) if day <= as_of]
            if days:
                found[symbol] = (max(days), table[symbol][max(days)])
        return gather(found, symbols, as_of, f"the price file {self.path.name}", self.label)

    def history(self, symbols: Sequence[str], end: date, days: int) -> "pd.DataFrame":
        """Closes (date x symbol) of the last `days` dates of the file up to `end`; NaN where there is none."""
        import pandas as pd

        table = self._table()
        dates = sorted({day for series in table.values() for day in series if day <= end})[-days:]
        columns = {
            symbol: [float(table[symbol][day]) if day in table.get(symbol, {}) else np.nan for day in dates]
            for symbol in dict.fromkeys(symbols)
        }
        return pd.DataFrame(columns, index=pd.DatetimeIndex(dates, name="date"), dtype="float64")

    def _table(self) -> Mapping[str, Series]:
        try:
            changed = self.path.stat().st_mtime_ns
        except OSError:
            raise BadInput(str(self.path), "there is no such price file") from None
        return _read(self.path, changed)


def read_prices(path: Path) -> Mapping[str, Series]:
    """Symbol -> day -> close. BadInput names the file and the line."""
    try:
        return parse_prices(path.name, path.read_bytes())
    except OSError:
        raise BadInput(str(path), "there is no such price file") from None


def parse_prices(name: str, data: bytes) -> Mapping[str, Series]:
    """The same of a file's bytes."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadInput(name, "not text in UTF-8") from None
    rows = csv.reader(text.splitlines())
    header = [column.strip() for column in next(rows, [])]
    columns = [column.lower() for column in header]
    if not columns or columns[0] != "date" or len(columns) < 2:
        raise BadInput(f"{name}, line 1", "expected a header date,symbol,close or date,SYMBOL,SYMBOL,…")
    long = set(LONG) <= set(columns)
    if not long and len(set(header)) != len(header):
        twice = next(column for column in header if header.count(column) > 1)
        raise BadInput(f"{name}, line 1", f"the column {twice} stands twice")
    entries = _long_entries(name, columns, rows) if long else _wide_entries(name, header, rows)
    table: dict[str, dict[date, Decimal]] = {}
    for line, day, symbol, text_price in entries:
        series = table.setdefault(symbol, {})
        if day in series:
            raise BadInput(f"{name}, line {line}", f"{symbol} has two closes on {day}")
        series[day] = _price(f"{name}, line {line}", text_price)
    if not table:
        raise BadInput(name, "holds no prices")
    return table


@lru_cache(maxsize=4)
def _read(path: Path, changed: int) -> Mapping[str, Series]:
    """The file's prices, read again only when the file has changed."""
    return read_prices(path)


def _long_entries(file: str, columns: list[str], rows: Iterator[list[str]]) -> Iterator[tuple[int, date, str, str]]:
    places = [columns.index(name) for name in LONG]
    for line, row in enumerate(rows, start=2):
        if not any(cell.strip() for cell in row):
            continue
        if len(row) <= max(places):
            raise BadInput(f"{file}, line {line}", f"expected {len(columns)} columns, found {len(row)}")
        day, symbol, price = (row[place].strip() for place in places)
        if price.lower() not in EMPTY:
            yield line, _day(f"{file}, line {line}", day), symbol, price


def _wide_entries(file: str, header: list[str], rows: Iterator[list[str]]) -> Iterator[tuple[int, date, str, str]]:
    for line, row in enumerate(rows, start=2):
        if not any(cell.strip() for cell in row):
            continue
        if len(row) != len(header):
            raise BadInput(f"{file}, line {line}", f"expected {len(header)} columns, found {len(row)}")
        day = _day(f"{file}, line {line}", row[0].strip())
        for symbol, price in zip(header[1:], row[1:], strict=True):
            if price.strip().lower() not in EMPTY:
                yield line, day, symbol, price.strip()


def _day(where: str, text: str) -> date:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        raise BadInput(where, f"'{text}' is not a date like 2026-11-20") from None


def _price(where: str, text: str) -> Decimal:
    try:
        price = Decimal(text.replace("$", "").replace(",", ""))
    except InvalidOperation:
        raise BadInput(where, f"'{text}' is not a price") from None
    if not price.is_finite() or price < 0:
        raise BadInput(where, f"'{text}' is not a price")
    return price

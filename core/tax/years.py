"""The federal tax tables of a year: read from files with their source, never guessed for a year without one.

The house's tables lie in `data/reference/tax/YEAR.toml`; a firm's own `firm/tax/YEAR.toml` comes first.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from pathlib import Path
from typing import Any

from core.domain.account import Taxpayer
from core.domain.errors import BadInput
from core.domain.frozen_map import FrozenMap
from core.domain.issue import Issue
from core.settings import REFERENCE

TABLES = REFERENCE / "tax"
WARNING_DAYS = 60


@dataclass(frozen=True, slots=True)
class StatusTable:
    """One filing status: rates (fractions) and upper ends of brackets (dollars of taxable income).

    upper, gain_upper : one fewer than their rates, ascending; the last bracket is open
    investment_threshold : modified adjusted gross income from which 26 USC 1411 taxes net investment income
    loss_limit : net capital loss that ordinary income may absorb in the year (26 USC 1211(b))
    """

    rates: tuple[Decimal, ...]
    upper: tuple[Decimal, ...]
    gain_rates: tuple[Decimal, ...]
    gain_upper: tuple[Decimal, ...]
    standard_deduction: Decimal
    investment_threshold: Decimal
    loss_limit: Decimal


@dataclass(frozen=True, slots=True)
class TaxYear:
    """The tables of one year by filing status; without any it serves flat rates only."""

    year: int
    source: str
    tables: FrozenMap[StatusTable]
    investment_rate: Decimal = Decimal("0.038")
    collectibles_rate: Decimal = Decimal("0.28")
    unrecaptured_rate: Decimal = Decimal("0.25")
    note: str = ""

    def table(self, filing_status: str) -> StatusTable:
        """The table of a filing status; a surviving spouse uses the joint one."""
        name = "married_joint" if filing_status == "surviving_spouse" else filing_status
        if name not in self.tables:
            raise BadInput("filing_status", f"the tax tables of {self.year} have none for {name}")
        return self.tables[name]


def tax_year(year: int, firm_folder: Path | None = None) -> TaxYear:
    """The tables of a year, the firm's own first. BadInput for a year without a table says the two ways out."""
    for folder in _folders(firm_folder):
        path = folder / f"{year}.toml"
        if path.is_file():
            return _read(path, path.stat().st_mtime_ns)
    raise BadInput(
        "year",
        f"there is no tax table for {year}: give each taxpayer flat_rates, "
        f"or add the table file firm/tax/{year}.toml with its source",
    )


def tax_year_for(taxpayers: Iterable[Taxpayer], year: int, firm_folder: Path | None = None) -> TaxYear:
    """The tables of a year; where every taxpayer has flat rates, a year without a table is no trouble."""
    if all(taxpayer.flat_rates is not None for taxpayer in taxpayers):
        return TaxYear(year, "flat rates of the taxpayers", FrozenMap())
    return tax_year(year, firm_folder)


def known_years(firm_folder: Path | None = None) -> tuple[int, ...]:
    """The years that have a table, ascending."""
    names = {path.stem for folder in _folders(firm_folder) for path in folder.glob("*.toml")}
    return tuple(sorted(int(name) for name in names if name.isdigit()))


def table_ending(as_of: date, firm_folder: Path | None = None) -> Issue | None:
    """A warning from 60 days before the last table's year ends."""
    last = max(known_years(firm_folder))
    if as_of < date(last, 12, 31) - timedelta(days=WARNING_DAYS):
        return None
    message = f"The last tax table is that of {last}; add firm/tax/{last + 1}.toml before trades of {last + 1}."
    return Issue("warning", "tax tables", message, "tax_table_ending")


def _folders(firm_folder: Path | None) -> tuple[Path, ...]:
    return (TABLES,) if firm_folder is None else (firm_folder / "tax", TABLES)


@lru_cache(maxsize=16)
def _read(path: Path, _modified: int) -> TaxYear:
    try:
        plain = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BadInput(path.name, f"not a tax table: {error}") from None
    if plain.get("year") != int(path.stem):
        raise BadInput(path.name, f"the file says year {plain.get('year')}")
    if not plain.get("source"):
        raise BadInput(path.name, "a tax table names its source")
    statuses = plain.get("status", {})
    return TaxYear(
        year=plain["year"],
        source=str(plain["source"]),
        tables=FrozenMap({name: _table(entry, f"{path.name} status.{name}") for name, entry in statuses.items()}),
        investment_rate=_number(plain, "investment_rate", path.name),
        collectibles_rate=_number(plain, "collectibles_rate", path.name),
        note=str(plain.get("note", "")),
    )


def _table(entry: Mapping[str, Any], where: str) -> StatusTable:
    table = StatusTable(
        rates=_numbers(entry, "rates", where),
        upper=_numbers(entry, "upper", where),
        gain_rates=_numbers(entry, "gain_rates", where),
        gain_upper=_numbers(entry, "gain_upper", where),
        standard_deduction=_number(entry, "standard_deduction", where),
        investment_threshold=_number(entry, "investment_threshold", where),
        loss_limit=_number(entry, "loss_limit", where),
    )
    for rates, upper in ((table.rates, table.upper), (table.gain_rates, table.gain_upper)):
        if len(rates) != len(upper) + 1 or list(upper) != sorted(upper):
            raise BadInput(where, "upper ends are ascending and one fewer than the rates")
    return table


def _numbers(entry: Mapping[str, Any], name: str, where: str) -> tuple[Decimal, ...]:
    return tuple(_decimal(value, f"{where}.{name}") for value in entry.get(name, ()))


def _number(entry: Mapping[str, Any], name: str, where: str) -> Decimal:
    if name not in entry:
        raise BadInput(f"{where}.{name}", "missing")
    return _decimal(entry[name], f"{where}.{name}")


def _decimal(value: Any, where: str) -> Decimal:
    try:
        return Decimal(str(value))
    except InvalidOperation:
        raise BadInput(where, f"'{value}' is not a number") from None

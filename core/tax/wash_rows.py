"""Rows of lots for the wash-sale command, read from CSV or JSON in the shapes that people's files have."""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from core.domain.canonical import load_json
from core.domain.errors import BadInput
from core.tax.wash_values import day_of, is_nothing, names_of, number_of, text_of

REQUIRED = ("lot", "symbol", "quantity", "acquired", "cost_basis")
KNOWN_AS = {
    "lot": ("lot_id",),
    "symbol": ("ticker",),
    "quantity": ("qty", "shares"),
    "acquired": ("date_acquired", "acquired_date", "purchase_date", "buy_date"),
    "cost_basis": ("basis", "cost"),
    "sold": ("date_sold", "sold_date", "sale_date", "sell_date"),
    "proceeds": (),
    "account": (),
    "owner": (),
    "registration": (),
    "identical_group": ("group",),
    "taxpayer": (),
    "related": (),
    "origin": (),
    "already_used": ("already_used_as_replacement",),
}
YES = frozenset({"true", "yes", "1", "x"})
LEAST = Decimal("1e-9")
PLAN_NAME = re.compile(r"\b(ira|roth|401 ?k|403 ?b|457 ?b?|hsa|529|annuity)\b")
UTMA_NAME = re.compile(r"\b(utma|ugma)\b")


@dataclass(frozen=True, slots=True)
class LotRow:
    """A lot, or a part of one: rows with one `lot` are one acquisition. Money is for the whole row.

    sold, proceeds : None while it is held; registration : empty = read off the account's name
    taxpayer, owner : whose it is; related : taxpayers or owners whose purchases count against its loss too
    origin : `gift` and `inheritance` are no purchases; already_used : it replaced a loss that is not in the rows
    """

    lot: str
    symbol: str
    quantity: Decimal
    acquired: date
    cost_basis: Decimal
    sold: date | None = None
    proceeds: Decimal | None = None
    account: str = ""
    owner: str = ""
    registration: str = ""
    identical_group: str = ""
    taxpayer: str = ""
    related: tuple[str, ...] = ()
    origin: str = "purchase"
    already_used: bool = False

    @property
    def plan(self) -> bool:
        """Whether it lies in an IRA or plan, where losses do not count and purchases end them for good."""
        return bool(PLAN_NAME.search(_words(self.registration or self.account)))

    @property
    def custodial(self) -> bool:
        """Whether it is a child's (UTMA or UGMA)."""
        return bool(UTMA_NAME.search(_words(self.registration or self.account)))


def read_rows(data: bytes, where: str) -> tuple[LotRow, ...]:
    """The rows of a CSV file, or of a JSON array; BadInput names the row and the column."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadInput(where, "not text in UTF-8") from None
    if not text.strip():
        raise BadInput(where, "the file is empty")
    if text.lstrip()[0] in "[{":
        return _json_rows(load_json(text, where), where)
    return _csv_rows(text, where)


def rows_of(plain: Sequence[Any], where: str) -> tuple[LotRow, ...]:
    """Rows from a list of JSON objects."""
    rows = []
    for i, entry in enumerate(plain):
        if not isinstance(entry, Mapping):
            raise BadInput(f"{where}[{i}]", "expected an object with the fields of a lot")
        rows.append(_row({_column(name): value for name, value in entry.items()}, f"{where}[{i}]"))
    return tuple(rows)


def _json_rows(plain: Any, where: str) -> tuple[LotRow, ...]:
    if isinstance(plain, Mapping):
        plain = plain.get("rows", plain.get("lots"))
    if not isinstance(plain, list):
        raise BadInput(where, "expected an array of lots")
    return rows_of(plain, where)


def _csv_rows(text: str, where: str) -> tuple[LotRow, ...]:
    lines = io.StringIO(text, newline="")
    first = next(line for line in text.splitlines() if line.strip())
    separator = max(",;\t|", key=first.count)
    table = _numbered(csv.reader(lines, delimiter=separator), where)
    header = table[0][1] if table else []
    columns = [_column(name) for name in header]
    missing = [name for name in REQUIRED if name not in columns]
    if missing:
        raise BadInput(where, f"no column {', '.join(missing)} in the first line")
    doubled = {name for name in columns if name and columns.count(name) > 1}
    if doubled:
        raise BadInput(where, f"the column {min(doubled)} stands twice")
    return tuple(_csv_row(columns, cells, f"{where} line {number}") for number, cells in table[1:])


def _numbered(reader: Any, where: str) -> list[tuple[int, list[str]]]:
    try:
        return [(reader.line_num, cells) for cells in reader if any(cell.strip() for cell in cells)]
    except csv.Error as error:
        raise BadInput(f"{where} line {reader.line_num}", str(error)) from None


def _csv_row(columns: list[str], cells: list[str], where: str) -> LotRow:
    if any(cell.strip() for cell in cells[len(columns) :]):
        raise BadInput(where, f"{len(cells)} cells under {len(columns)} columns; is a comma in an unquoted number?")
    return _row(dict(zip(columns, cells, strict=False)), where)


def _column(name: Any) -> str:
    plain = re.sub(r"[^a-z0-9]+", "_", str(name).strip().lower()).strip("_")
    return next((known for known, others in KNOWN_AS.items() if plain in others), plain)


def _row(entry: Mapping[str, Any], where: str) -> LotRow:
    present = {name: value for name, value in entry.items() if not is_nothing(value)}
    for name in REQUIRED:
        if name not in present:
            raise BadInput(f"{where}, {name}", "missing")
    row = LotRow(
        lot=text_of(present, "lot", where),
        symbol=text_of(present, "symbol", where).upper(),
        quantity=number_of(present["quantity"], f"{where}, quantity"),
        acquired=day_of(present["acquired"], f"{where}, acquired"),
        cost_basis=number_of(present["cost_basis"], f"{where}, cost_basis"),
        sold=day_of(present["sold"], f"{where}, sold") if "sold" in present else None,
        proceeds=number_of(present["proceeds"], f"{where}, proceeds") if "proceeds" in present else None,
        account=text_of(present, "account", where),
        owner=text_of(present, "owner", where),
        registration=text_of(present, "registration", where).lower(),
        identical_group=text_of(present, "identical_group", where),
        taxpayer=text_of(present, "taxpayer", where),
        related=names_of(present.get("related", ""), f"{where}, related"),
        origin=text_of(present, "origin", where).lower() or "purchase",
        already_used=text_of(present, "already_used", where).lower() in YES,
    )
    _check(row, where)
    return row


def _check(row: LotRow, where: str) -> None:
    if row.quantity <= 0:
        raise BadInput(f"{where}, quantity", f"{row.quantity} is not above zero; short sales are not covered")
    if row.quantity < LEAST:
        raise BadInput(f"{where}, quantity", f"{row.quantity:.1E} is too small a part of a share")
    if row.cost_basis < 0:
        raise BadInput(f"{where}, cost_basis", f"{row.cost_basis} is below zero")
    if row.sold is None and row.proceeds:
        raise BadInput(f"{where}, sold", "missing, although there are proceeds")
    if row.sold is not None and row.proceeds is None:
        raise BadInput(f"{where}, proceeds", f"missing, although it was sold on {row.sold}")
    if row.sold is not None and row.sold < row.acquired:
        raise BadInput(f"{where}, sold", f"{row.sold} is before {row.acquired}, the day it was acquired")


def _words(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", " ", text.lower())

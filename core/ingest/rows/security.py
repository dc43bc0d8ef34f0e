"""One row becomes one line of a statement: exact numbers, identifiers, what kind of thing it is, and its unit.

Nothing is filled in: a value that is not printed, or not readable, stays None.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import lru_cache

from core.domain.frozen_map import FrozenMap
from core.domain.statement import AssetType, Box, Source, StatementLine
from core.ingest.lexicon.amounts import Amount, is_empty
from core.ingest.lexicon.asset_kinds import asset_type_of
from core.ingest.lexicon.contracts import symbol_of_contract
from core.ingest.lexicon.dates import read_date
from core.ingest.lexicon.figures import Figures, read, ties, ties_at_any, unit_of
from core.ingest.lexicon.identifiers import (
    PAREN,
    option_symbol,
)
from core.ingest.lexicon.kinds_by_symbol import kind_by_symbol
from core.ingest.lexicon.lock_ups import lock_up_of, tells_lock_up
from core.ingest.nouns.events import Cell, Record
from core.ingest.rows.identified import identifiers

NOTE = re.compile(
    r"^[—–-]{1,2}\s|^on reinvestment\b|\b(?:cusip|isin|sedol|symbol|ticker)\b\s*[:#]|semi-?annual|coupon|int\.|moody|"
    r"\bs&p [ABC]|yield:|callable|"
    r"interest rate:|maturity:|rating|based on an|dividend|estimated|accrued|\bai:|\baccr?\.? int\b|next call|factor|"
    r"est\. |\beai\b|next interest|asset class:|average unit cost|capital gains? (?:option|reinvest)|day yield|"
    r"option expires",
    re.I,
)
TOLD = re.compile(r"\b(?:symbol|ticker)\s+(\S+)", re.I)
LABEL_ALONE = re.compile(r"\b(?:cusip|isin|security identifier|security id)\b(?: (?:no|number)\b\.?)?\s*[:#]?", re.I)
SHORT = re.compile(
    r"short (?:positions?|sales?|stocks?|equities|securities|holdings|(?:(?:call|put) )?options?|calls?|puts?)|"
    r"(?:securities|stocks?|positions?) sold short|shorts|(?:options?|calls?|puts?) (?:written|sold)|"
    r"written (?:options?|calls?|puts?)",
    re.I,
)
LABELLED = re.compile(r"\b(?:symbol|ticker|cusip|isin|sedol|exchange|security (?:identifier|id))\s*[:#]\s*\S+", re.I)
VALUED = re.compile(
    r"\b(?:estimate|valuation|valued?|nav|capital balance)\b.{0,20}\b(?:as of|on|dated?)\W+(?P<day>.+)", re.I
)
DEBT = ("bond", "structured_note", "cash", "money_market")
FIELDS = {"quantity": "quantity", "price": "price", "value": "market_value", "cost": "cost_basis", "gain": "gain",
          "accrued": "accrued"}  # fmt: skip
"""What a line calls the figures of a row."""
NUMERIC_ROLES = ("quantity", "price", "value", "cost", "gain", "accrued", "commitment", "called", "unfunded")


def line_of(record: Record, section: str, kinds: Sequence[AssetType], comma: bool = False) -> StatementLine:
    """The record as a statement line. `kinds` are what the headings above it say, the nearest first."""
    numbers = {role: read(record.cells[role], comma) if role in record.cells else None for role in NUMERIC_ROLES}
    full = _full_text(record)
    names = identifiers(record.cells, full)
    description = _description(record, names)
    quantity, price, value = (_value(numbers[role]) for role in ("quantity", "price", "value"))
    figures = _in_points(record, numbers) if comma else Figures(quantity, price, value)
    kind = asset_type_of(record, figures, description, full, kinds, section)
    kind = kind_by_symbol(kind, names.get("symbol"), description, figures)
    if kind == "option":
        names, description = _of_contract(record, names, full)
    elif kind == "annuity" and "symbol" in names and names["symbol"] in PAREN.findall(full):
        names = {name: value for name, value in names.items() if name != "symbol"}
        description = _description(record, names)
    factor = f" factor {record.cells['factor'].text}" if "factor" in record.cells else ""
    unit = unit_of(kind, quantity, price, value, full + factor)
    if quantity is not None and quantity > 0 and value is not None and value < 0 and _says_short(record, numbers):
        quantity = -quantity
    if kind != "cash" and (any(SHORT.fullmatch(part) for part in section.split(" / ")) or _is_short_side(record)):
        quantity, value = _owed(quantity), _owed(value)
    cost = _value(numbers["cost"])
    if quantity is not None and quantity < 0 and cost is not None and cost > 0:
        cost = -cost
    if kind == "cash" and re.fullmatch(r"u\.?s\.? dollars?", description, re.I):
        names.setdefault("symbol", "USD")
    currency = next((found.currency for found in numbers.values() if found and found.currency.isalpha()), "")
    printed = record.cells.get("currency")
    lock_up, lock_until = lock_up_of(record, full)
    return StatementLine(
        symbol=names.get("symbol"),
        description=description,
        asset_type=kind,
        quantity=quantity,
        price=price,
        market_value=value,
        cusip=names.get("cusip"),
        isin=names.get("isin"),
        unit=unit,
        cost_basis=cost,
        accrued=_value(numbers["accrued"]),
        currency=(printed.text.strip() if printed else "") or currency or "USD",
        section=section,
        gain=_value(numbers["gain"]),
        commitment=_value(numbers["commitment"]),
        called=_value(numbers["called"]),
        unfunded=_unfunded(numbers),
        nav_date=_valued_on(record, kind),
        lock_up=lock_up,
        lock_until=lock_until,
        source=Source(record.where.page, _box(record), record.where.row, _boxes(record.cells)),
    )


def _in_points(record: Record, numbers: Mapping[str, Amount | None]) -> Figures:
    """The figures of a row of a file whose decimals a comma parts; a cell that is none so may be one with a point."""
    told = (numbers[role] or read(record.cells.get(role)) for role in ("quantity", "price", "value"))
    return Figures(*map(_value, told))


def _of_contract(record: Record, names: Mapping[str, str], full: str) -> tuple[dict[str, str], str]:
    """The identifiers of an option and its name, in which the symbol of its underlying stays: `CALL (QZAB) QUILL`."""
    told = names.get("symbol", "")
    own = option_symbol(told) or symbol_of_contract(f"{told} {full}")
    named = {name: value for name, value in names.items() if name != "symbol"} | ({"symbol": own} if own else {})
    text = _description(record, named)
    if own and own.startswith(f"{told} "):
        text = text.removeprefix(own.removeprefix(told).strip()).strip()
    elif not own and told not in text.strip("()").split() and f"({told})" not in text:
        text = f"{told} {text}".strip()
    return named, f"{text} {_terms_apart(record, text)}".strip()


def _terms_apart(record: Record, text: str) -> str:
    """The terms of an option in columns of their own, `CALL 01/16/2026 150.00`; nothing where the text tells them."""
    told = [record.cells[role].text.strip() for role in ("right", "maturity", "strike") if role in record.cells]
    apart = "right" in record.cells or "strike" in record.cells
    return " ".join(told) if apart and told[-1] not in text else ""


def _valued_on(record: Record, kind: AssetType) -> date | None:
    """The day of valuation: of its column, or of a line under a private fund, `Client Estimate as of 05/29/26`."""
    if "nav_date" in record.cells:
        return read_date(record.cells["nav_date"].text)
    told = (VALUED.search(detail) for detail in record.details) if kind in ("alternative", "other") else ()
    return next((read_date(found["day"]) for found in told if found is not None), None)


def _is_short_side(record: Record) -> bool:
    """Whether a column of sides says that the position is short."""
    return "side" in record.cells and re.match(r"s(?:hort|old)?\b", record.cells["side"].text, re.I) is not None


def _owed(amount: Decimal | None) -> Decimal | None:
    """What stands under a heading of short positions is owed, with or without a minus."""
    return None if amount is None else -abs(amount)


def _says_short(record: Record, numbers: Mapping[str, Amount | None]) -> bool:
    """Whether a quantity without a minus is marked short: `822S`, or the side of the account that holds it."""
    printed, quantity = record.cells.get("type"), numbers["quantity"]
    return (quantity is not None and quantity.mark == "S") or (
        printed is not None and re.search(r"\bshort\b", printed.text, re.I) is not None
    )


def with_unread(line: StatementLine, record: Record, comma: bool) -> StatementLine:
    """The line with a doubt for each cell of a number that holds something which is neither a number nor a blank.

    What is held cost more than nothing: a cost below it, as a gain under the head of costs is, is in doubt too.
    """
    found = {
        name: record.cells[role].text
        for role, name in FIELDS.items()
        if role in record.cells and getattr(line, name) is None and not is_empty(record.cells[role].text)
    }
    if line.cost_basis is not None and line.market_value is not None and line.cost_basis < 0 < line.market_value:
        found["cost_basis"] = ""
    if (product := _other_cost(line, record, comma)) is not None:
        found.setdefault("cost_basis", f"{product:,}")
    return replace(line, doubts=FrozenMap({**line.doubts, **found})) if found else line


def _other_cost(line: StatementLine, record: Record, comma: bool) -> Decimal | None:
    """What the units cost at the printed cost of one, where that is not the printed cost of all; else None.

    Asked where units, price and value tie; of debt both may be told on different grounds, adjusted and as paid. A gain
    that the cost leaves tells that it is the one meant.
    """
    each, units, cost = read(record.cells.get("unit_cost"), comma), line.quantity, line.cost_basis
    if each is None or not each.value or not units or not cost or line.asset_type in DEBT:
        return None
    if line.price is None or line.market_value is None or not ties(units, line.price, line.unit, line.market_value):
        return None
    if ties_at_any(abs(units), abs(each.value), abs(cost)) or line.gain == line.market_value - cost:
        return None
    return (units * each.value * line.unit).quantize(Decimal("0.01"))


def _unfunded(numbers: Mapping[str, Amount | None]) -> Decimal | None:
    """Dollars still to be called: printed, else commitment less what was called where both are printed."""
    printed, committed, called = (_value(numbers[name]) for name in ("unfunded", "commitment", "called"))
    if printed is not None or committed is None or called is None:
        return printed
    return committed - called


def _full_text(record: Record) -> str:
    first = record.cells.get("description")
    return " ".join([first.text if first else "", *record.details]).strip()


def _description(record: Record, names: Mapping[str, str]) -> str:
    first = record.cells.get("description")
    parts = [
        first.text if first else "",
        *(text for text in record.details if not NOTE.search(text) and not tells_lock_up(text)),
    ]
    text = _without_names(" ".join(parts), tuple(names.items()))
    other = next((record.cells[role].text for role in ("symbol", "identifier", "cusip") if role in record.cells), "")
    return text or (other.removesuffix(f" {names['symbol']}") if "symbol" in names else other)


@lru_cache(maxsize=20_000)
def _without_names(text: str, told: tuple[tuple[str, str], ...]) -> str:
    """A name without the identifiers that stand in it, in columns of their own or beside labels: `told` by kind."""
    names = dict(told)
    if "symbol" in names and "cusip" in names:
        text = text.replace(f" {names['symbol']} {names['cusip']}", " ")
    for value in names.values():
        text = (
            text.replace(f"({value})", " ").replace(value, " ") if len(value) > 8 else text.replace(f"({value})", " ")
        )
    text = LABELLED.sub(" ", text) if ":" in text or "#" in text else text
    for labelled_symbol in (TOLD, PAREN):
        text = labelled_symbol.sub(lambda told: " " if told[1] == names.get("symbol") else told[0], text)
    numbered = "cusip" in names or "isin" in names or option_symbol(names.get("symbol", "")) is not None
    text = LABEL_ALONE.sub(" ", text) if numbered else text
    text = re.sub(r"\(\s*\)", " ", text) if "(" in text else text
    return re.sub(r" \*+$", "", " ".join(text.split()).strip(" -–—"))


def _value(amount: Amount | None) -> Decimal | None:
    return None if amount is None else amount.value


def _box(record: Record) -> Box | None:
    return record.where.box


def _boxes(cells: Mapping[str, Cell]) -> FrozenMap[Box]:
    """Where each figure stands on its page; nothing in a table file, which has no pages."""
    boxes = {FIELDS.get(role, role): cell.box for role, cell in cells.items() if cell.box is not None}
    return FrozenMap(boxes)

"""One row becomes one line of a statement: exact numbers, identifiers, what kind of thing it is, and its unit.

Nothing is filled in: a value that is not printed, or not readable, stays None.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from core.domain.frozen_map import FrozenMap
from core.domain.statement import AssetType, Box, Source, StatementLine
from core.ingest.amounts import Amount, half_step, is_empty, read_amount
from core.ingest.data import load
from core.ingest.dates import read_date
from core.ingest.events import Cell, Record
from core.ingest.identifiers import (
    CUSIP,
    ISIN,
    PAREN,
    bare_cusip,
    bare_isin,
    cusip_ok,
    is_ticker,
    isin_ok,
    labelled,
    symbol_in,
)
from core.ingest.layouts.taught import line_meaning
from core.ingest.lock_ups import lock_up_of
from core.ingest.sections import kind_of_section, kinds_of_section

HINTS: tuple[tuple[AssetType, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern, re.I)) for kind, pattern in load("sections")["hints"]
)
NOTE = re.compile(
    r"^[—–-]\s|\b(?:cusip|isin|sedol|symbol|ticker)\b\s*[:#]|semi-?annual|coupon|int\.|moody|\bs&p [ABC]|yield:|"
    r"callable|"
    r"interest rate:|maturity:|rating|based on an|dividend|estimated|accrued|next call|factor|est\. ",
    re.I,
)
CASH_NAME = re.compile(
    r"^(?:cash\b.*|margin (?:balance|debit|loan|debt)\b.*|.*\bcash$|.*sweep.*|.*deposit.*|"
    r"u\.?s\.? dollars?(?: \(usd\))?)$",
    re.I,
)
LABEL_ALONE = re.compile(r"\b(?:cusip|isin|security identifier|security id)\b(?: (?:no|number)\b\.?)?\s*[:#]?", re.I)
ACCOUNT_SIDE = re.compile(r"(?:cash|margin|short|long|income)(?: account)?", re.I)
CASH_ALONE = re.compile(
    r"(?:[\w-]+ ){0,3}cash(?: balance| account| held| on hand| at bank| awaiting \w+| position| \(usd\))?|"
    r"(?:free |net )?(?:credit|debit) balance|(?:net )?(?:debit|credit)|income account|money accounts?|"
    r"held in (?:money market|fcash|cash)|(?:net )?(?:pending|unsettled) (?:activity|cash|trades|transactions)",
    re.I,
)
NO_SECURITY = re.compile(r"cash\b|(?:current|call|settlement|clearing|private) accounts?\b|call deposits?\b", re.I)
DOLLARS = re.compile(r"u\.? ?s\.? dollars?\b", re.I)
SHORT = re.compile(
    r"short (?:positions?|sales?|stocks?|equities|securities|holdings)|"
    r"(?:securities|stocks?|positions?) sold short|shorts",
    re.I,
)
SHARES = frozenset({"stock", "etf", "mutual_fund", "preferred"})
PENCE = frozenset({"GBP", "GBX", "GBp", "ILS", "ILA", "ZAR", "ZAC"})
RATE_AND_DAY = re.compile(r"\d ?%.*\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b")
FUND = re.compile(r"\bfunds?\b|\betfs?\b|\badmiral\b", re.I)
DEBT = re.compile(r"%|\d/\d|\b(?:notes?|nts?|bds?|debs?|debentures?|treas\w*|bills?|rev|muni\w*|cds?|due)\b", re.I)
BOND_TERMS = re.compile(r"\bdtd\b|\bcallable\b|\bnext (?:put|call)\b|\d%.*\b(?:due|mat)", re.I)
OPTION = re.compile(
    r"[-. ]{0,2}[A-Z]{1,6}\d? ?\d{6}[CP]\d{1,8}(?:\.\d{1,3})?|[A-Z]{1,6}\d? \d\d/\d\d/\d{4} \d+(?:\.\d+)? [CP]"
)
CONTRACT = re.compile(r"\((\d{1,6})\s*SHS?\)", re.I)
LABELLED = re.compile(r"\b(?:symbol|ticker|cusip|isin|sedol|exchange|security (?:identifier|id))\s*[:#]\s*\S+", re.I)
NUMERIC_ROLES = ("quantity", "price", "value", "cost", "gain", "accrued", "unit_cost", "commitment", "called",
                 "unfunded")  # fmt: skip


def line_of(record: Record, section: str, kinds: Sequence[AssetType], comma: bool = False) -> StatementLine:
    """The record as a statement line. `kinds` are what the headings above it say, the nearest first."""
    numbers = {role: read(record.cells[role], comma) if role in record.cells else None for role in NUMERIC_ROLES}
    full = _full_text(record)
    names = identifiers(record.cells, full)
    description = _description(record, names)
    kind = _kind(record, description, full, kinds, section)
    quantity, price, value = (_value(numbers[role]) for role in ("quantity", "price", "value"))
    unit = unit_of(kind, quantity, price, value, full)
    if quantity is not None and quantity > 0 and value is not None and value < 0 and _says_short(record, numbers):
        quantity = -quantity
    if any(SHORT.fullmatch(part) for part in section.split(" / ")) or _is_short_side(record):
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
        symbol=names.get("symbol") if kind not in ("option",) else None,
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
        nav_date=read_date(record.cells["nav_date"].text) if "nav_date" in record.cells else None,
        lock_up=lock_up,
        lock_until=lock_until,
        source=Source(record.where.page, _box(record), record.where.row, _boxes(record.cells)),
    )


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
    """The line with a doubt for each cell of a number that holds something which is neither a number nor a blank."""
    names = {"quantity": "quantity", "price": "price", "value": "market_value", "cost": "cost_basis", "gain": "gain"}
    found = {
        name: record.cells[role].text
        for role, name in names.items()
        if role in record.cells and getattr(line, name) is None and not is_empty(record.cells[role].text)
    }
    return replace(line, doubts=FrozenMap({**line.doubts, **found})) if found else line


def _unfunded(numbers: Mapping[str, Amount | None]) -> Decimal | None:
    """Dollars still to be called: printed, else commitment less what was called where both are printed."""
    printed, committed, called = (_value(numbers[name]) for name in ("unfunded", "commitment", "called"))
    if printed is not None or committed is None or called is None:
        return printed
    return committed - called


def read(cell: Cell | None, comma: bool = False) -> Amount | None:
    """The number in a cell, or None where it holds none."""
    return None if cell is None else read_amount(cell.text, comma)


def identifiers(cells: Mapping[str, Cell], text: str) -> dict[str, str]:
    """Symbol, CUSIP and ISIN of a row: from their columns, from labels in the text, from their shape."""
    found: dict[str, str] = {}
    for role in ("symbol", "identifier", "cusip", "isin"):
        if role in cells:
            _sort_identifier(cells[role].text.strip(), role, found)
    for name, value in labelled(text).items():
        if name != "symbol" or is_ticker(value):
            found.setdefault(name, value)
    if "isin" not in found and (isin := bare_isin(text)):
        found["isin"] = isin
    if "cusip" not in found and "isin" not in found and (cusip := bare_cusip(text)):
        found["cusip"] = cusip
    columns = any(role in cells for role in ("symbol", "identifier", "isin"))
    if "symbol" not in found and not columns and (symbol := symbol_in(text)):
        found["symbol"] = symbol
    return found


def unit_of(
    kind: AssetType, quantity: Decimal | None, price: Decimal | None, value: Decimal | None, text: str
) -> Decimal:
    """What quantity x price is multiplied with: the usual unit of its kind, unless only another one ties."""
    usual = Decimal("0.01") if kind == "bond" else Decimal(100) if kind == "option" else Decimal(1)
    if contract := CONTRACT.search(text):
        usual = Decimal(contract[1])
    if quantity is None or price is None or value is None:
        return usual
    for unit in (usual, Decimal(1), Decimal("0.01"), Decimal(100)):
        if ties(quantity, price, unit, value):
            return unit
    return usual


def odd_unit(line: StatementLine) -> bool:
    """Whether quantity x price is the value only per 100, or times 100, in a security that is not priced so.

    A share's price that lost its point (33.72 printed 3372) ties that way too; it is no proof. Prices in pence are.
    """
    if line.unit not in (Decimal("0.01"), Decimal(100)) or line.currency in PENCE or line.asset_type == "option":
        return False
    if line.asset_type not in SHARES and not (line.asset_type == "bond" and FUND.search(line.description)):
        return False
    face = line.quantity is not None and line.quantity % 1000 == 0 and line.price is not None and 10 < line.price < 200
    return not face and DEBT.search(line.description) is None


def ties(quantity: Decimal, price: Decimal, unit: Decimal, value: Decimal) -> bool:
    """Whether quantity x price x unit is the value, to what the printed decimals allow."""
    return abs(quantity * price * unit - value) <= tolerance(quantity, price, unit, value)


def tolerance(quantity: Decimal, price: Decimal, unit: Decimal, value: Decimal) -> Decimal:
    """Dollars by which a true product may differ from the printed value, from the printed places of all three."""
    step_q, step_p = half_step(quantity), half_step(price)
    if quantity == quantity.to_integral_value():
        step_q = Decimal(0)
    return unit * (abs(quantity) * step_p + abs(price) * step_q) + max(half_step(value) * 2, Decimal("0.01"))


def _sort_identifier(text: str, role: str, found: dict[str, str]) -> None:
    bare = text.strip("* ")
    if ISIN.fullmatch(bare) and isin_ok(bare):
        found["isin"] = bare
    elif CUSIP.fullmatch(bare) and (cusip_ok(bare) or role == "cusip" or sum(map(str.isdigit, bare)) >= 4):
        found["cusip"] = bare
    elif role in ("symbol", "identifier") and is_ticker(bare):
        found["symbol"] = bare
    elif role == "symbol" and " " in bare and is_ticker(last := bare.split()[-1]) and last.isupper() and len(last) > 1:
        found["symbol"] = last
    elif role == "isin" and ISIN.fullmatch(bare):
        found["isin"] = bare


def _full_text(record: Record) -> str:
    first = record.cells.get("description")
    return " ".join([first.text if first else "", *record.details]).strip()


def _description(record: Record, names: Mapping[str, str]) -> str:
    first = record.cells.get("description")
    parts = [first.text if first else "", *(text for text in record.details if not NOTE.search(text))]
    text = " ".join(parts)
    for value in names.values():
        text = (
            text.replace(f"({value})", " ").replace(value, " ") if len(value) > 8 else text.replace(f"({value})", " ")
        )
    text = LABELLED.sub(" ", text) if ":" in text or "#" in text else text
    text = LABEL_ALONE.sub(" ", text) if "cusip" in names or "isin" in names else text
    text = re.sub(r"\(\s*\)", " ", text) if "(" in text else text
    text = " ".join(text.split()).strip(" -–—")
    other = next((record.cells[role].text for role in ("symbol", "identifier", "cusip") if role in record.cells), "")
    return text or (other.removesuffix(f" {names['symbol']}") if "symbol" in names else other)


def _kind(record: Record, description: str, full: str, kinds: Sequence[AssetType], section: str) -> AssetType:
    if line_meaning(description) == "cash" or (DOLLARS.match(description) and not _is_priced(record)):
        return "cash"
    if any(role in record.cells for role in ("commitment", "called", "unfunded")):
        return "cash" if CASH_NAME.match(description) and kinds[:1] == ["cash"] else "alternative"
    printed = None if _is_account_side(record) else record.cells.get("type")
    hint = "bond" if _is_debt(record) else _hint(description)
    named = kind_of_section(printed.text) if printed else None
    bare = not {"quantity", "price"} & set(record.cells)
    if _is_contract(record):
        return "option"
    if CASH_ALONE.fullmatch(description) and _is_at_par(record):
        return "cash"
    if bare and (CASH_ALONE.fullmatch(description) or (named is None and NO_SECURITY.match(description))):
        return "cash"
    if named is None:
        named = _of_several(kinds[0], hint, section) if kinds else None
    if named in ("cash", "money_market") and _is_priced(record):
        named = _beside_cash(hint, section)
    if named in ("cash", "money_market"):
        if CASH_NAME.match(description) or (named == "cash" and not printed and not _fund_beside_cash(hint, section)):
            return "cash"
        return "money_market" if named == "money_market" or hint == "money_market" else "cash"
    if hint == "money_market" and named in (None, "mutual_fund", "other"):
        return "money_market"
    if named == "other" and any(kind != "other" for kind in kinds) and not printed:
        named = next(kind for kind in kinds if kind != "other")
    if named is not None:
        return _finer(named, hint, description, full, printed is not None)
    return hint or ("bond" if "maturity" in record.cells else "other")


def _is_at_par(record: Record) -> bool:
    """Whether a row prints units of a price of one, as cash with units does."""
    price = read(record.cells.get("price"))
    return "quantity" in record.cells and price is not None and price.value == 1


def _finer(named: AssetType, hint: AssetType | None, description: str, full: str, printed: bool) -> AssetType:
    """The kind that a heading names, made finer by a name that says more: a fund or a preferred among the stocks."""
    stocks_own = hint in ("etf", "preferred") or (hint == "mutual_fund" and PAREN.search(full) is None)
    if named == "stock" and stocks_own and hint is not None:
        return hint if hint == "etf" or not printed else named
    if named == "mutual_fund" and hint == "etf" and re.search(r"\betfs?\b", description, re.I):
        return "etf"
    return named


def _beside_cash(hint: AssetType | None, section: str) -> AssetType | None:
    """The kind of a security with a price of its own under a heading of cash, `Stocks - Cash`."""
    own = [kind for kind in kinds_of_section(section.split(" / ")[-1]) if kind not in ("cash", "money_market")]
    return hint if hint not in ("cash", "money_market", None) else own[0] if own else hint


def _is_priced(record: Record) -> bool:
    """Whether units are held at a price that is not one dollar: neither cash nor a money market fund."""
    price, quantity = read(record.cells.get("price")), read(record.cells.get("quantity"))
    return price is not None and quantity is not None and price.value not in (0, 1)


def _of_several(named: AssetType, hint: AssetType | None, section: str) -> AssetType:
    """The kind of a security under a heading of several kinds, `Equities and Options`: what its name says, if it does.

    An option says so in its name; what does not is of the other kind.
    """
    own = next((parts for name in reversed(section.split(" / ")) if (parts := kinds_of_section(name))), ())
    if len(own) < 2 or hint == named:
        return named
    if hint in own and hint is not None:
        return hint
    return next((kind for kind in own if kind != "option"), named) if named == "option" else named


@lru_cache(maxsize=20_000)
def _hint(description: str) -> AssetType | None:
    """What a name says the security is; a bond that may be put or called back is no option."""
    debt = BOND_TERMS.search(description) is not None
    return next(
        (kind for kind, pattern in HINTS if pattern.search(description) and not (debt and kind == "option")), None
    )


def _is_debt(record: Record) -> bool:
    """Whether a row prints a day of maturity, or a rate in its name, and its value is the product per hundred.

    An option's is not.
    """
    quantity, price, value = (read(record.cells.get(role)) for role in ("quantity", "price", "value"))
    name = record.cells.get("description")
    rated = name is not None and RATE_AND_DAY.search(name.text) is not None
    if not ("maturity" in record.cells or rated) or quantity is None or price is None or value is None:
        return False
    return ties(quantity.value, price.value, Decimal("0.01"), value.value)


def _is_contract(record: Record) -> bool:
    """Whether the symbol is that of an option: `ABC   270115C00055000`, `-ABC270115C55`, `ABC 01/15/2027 55.00 C`."""
    return any(role in record.cells and OPTION.fullmatch(record.cells[role].text) for role in ("symbol", "identifier"))


def _is_account_side(record: Record) -> bool:
    """Whether the type is the side of the account that holds a security, and not what the security is."""
    printed, price = record.cells.get("type"), read(record.cells.get("price"))
    sided = printed is not None and ACCOUNT_SIDE.fullmatch(printed.text.strip()) is not None
    return sided and "quantity" in record.cells and price is not None and price.value != 1


def _fund_beside_cash(hint: AssetType | None, section: str) -> bool:
    """A money market fund listed with the cash, and not as the account's core or sweep."""
    return hint == "money_market" and re.search(r"core|sweep|deposit", section, re.I) is None


def _value(amount: Amount | None) -> Decimal | None:
    return None if amount is None else amount.value


def _box(record: Record) -> Box | None:
    return record.where.box


def _boxes(cells: Mapping[str, Cell]) -> FrozenMap[Box]:
    names = {"value": "market_value", "cost": "cost_basis"}
    return FrozenMap({names.get(role, role): cell.box for role, cell in cells.items() if cell.box is not None})

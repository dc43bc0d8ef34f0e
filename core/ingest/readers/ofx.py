"""OFX and QFX: positions, cash and transactions of investment accounts, each value as the file gives it."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from core.domain.account import Registration
from core.domain.issue import Issue
from core.domain.statement import (
    AssetType,
    Check,
    Source,
    Statement,
    StatementAccount,
    StatementActivity,
    StatementLine,
)
from core.ingest.accounts.draft import plus
from core.ingest.files.kinds import FileToRead, Refused, text_of
from core.ingest.lexicon.dates import read_date
from core.ingest.lexicon.figures import unit_of
from core.ingest.lexicon.identifiers import ISIN, is_ticker, masked, option_symbol
from core.ingest.lexicon.institutions import institution_of
from core.ingest.proof.findings import findings
from core.ingest.proof.prove import READ, prove
from core.ingest.readers import READERS
from core.ingest.readers.ofx_answers import why_no_statement
from core.ingest.readers.ofx_balances import cash_in, stated_in, tying_in
from core.ingest.readers.ofx_sweeps import beside_swept, is_swept, with_cash_line
from core.ingest.readers.ofx_tree import Node, parse

KINDS: dict[str, AssetType] = {
    "POSSTOCK": "stock",
    "POSMF": "mutual_fund",
    "POSDEBT": "bond",
    "POSOPT": "option",
    "POSOTHER": "other",
}
TRADES = {
    "BUYSTOCK": "buy",
    "BUYMF": "buy",
    "BUYDEBT": "buy",
    "BUYOPT": "buy",
    "BUYOTHER": "buy",
    "SELLSTOCK": "sell",
    "SELLMF": "sell",
    "SELLDEBT": "sell",
    "SELLOPT": "sell",
    "SELLOTHER": "sell",
    "REINVEST": "reinvest",
    "INCOME": "income",
    "TRANSFER": "transfer",
}
POSITION = ("UNITS", "MKTVAL", "UNITPRICE", "POSTYPE", "HELDINACCT", "INV401KSOURCE")
PART = ("UNIQUEID", "POSTYPE", "HELDINACCT", "INV401KSOURCE")
ROUNDED = Decimal("0.01")
"""A listed total that is off by no more than this for each position sums values before they were rounded."""


@READERS.add("ofx", kind="ofx")
def read_ofx(file: FileToRead) -> Statement | None:
    """Every investment account of an OFX file."""
    root = parse(text_of(file.data))
    securities = _securities(root)
    bodies = list(root.all("INVSTMTRS"))
    if not bodies:
        raise Refused(f"{file.name} {why_no_statement(root)}")
    accounts = [_account(file, root, body, securities) for body in bodies]
    proven = tuple(prove(account) for account in accounts)
    pairs = zip(proven, bodies, strict=True)
    issues = [issue for account, body in pairs for issue in _with_rounded(findings(account), account, body)]
    issues += [
        Issue("warning", f"account {account.number}", "the file holds transactions but no positions", "no_positions")
        for account in proven
        if not account.positions
    ]
    return Statement(proven, (), tuple(dict.fromkeys(issues)), file.name, None, "ofx")


def _with_rounded(found: Sequence[Issue], account: StatementAccount, body: Node) -> list[Issue]:
    """What was found of an account, with the listed worth that was no more than rounded otherwise than its rows."""
    listed = stated_in(next(body.all("INVBAL"), None), body.value("DTASOF"))
    values = [line.market_value or Decimal(0) for line in account.positions]
    off = sum(values, account.cash or Decimal(0)) - (listed or Decimal(0))
    if account.stated_total is not None or not listed or abs(off) > ROUNDED * len(values):
        return [*found]
    told = f"the file lists {listed:,} as the worth of the account, {abs(off):,} off positions and cash, as by rounding"
    rest = [issue for issue in found if issue.code != "no_total"]
    return [*rest, Issue("note", f"account {account.number}", told, "rounded_total")]


def _securities(root: Node) -> dict[str, Node]:
    found: dict[str, Node] = {}
    for info in root.all("STOCKINFO", "MFINFO", "DEBTINFO", "OPTINFO", "OTHERINFO"):
        found.setdefault(info.value("UNIQUEID"), info)
    return found


def _account(file: FileToRead, root: Node, body: Node, securities: dict[str, Node]) -> StatementAccount:
    places = [node for holder in body.all("INVPOSLIST") for node in holder.all(*KINDS)]
    lines = _lines(places, securities, body.value("CURDEF"))
    moves = [node for holder in body.all("INVTRANLIST") for node in holder.all(*TRADES)]
    balance = next(body.all("INVBAL"), None)
    plan = next(body.all("INV401KBAL"), None)
    held = sum((line.market_value or Decimal(0) for line in lines), Decimal(0))
    day = body.value("DTASOF")
    total = plan.number("TOTAL") if plan is not None else stated_in(balance, day)
    cash = cash_in(balance, total, held) if balance is not None else None
    swept = beside_swept(lines, cash, total)
    worth, cash = held + (swept.beside or Decimal(0)), swept.beside
    if plan is None and total is not None and 0 < abs(worth - total) <= ROUNDED * len(lines):
        total = None
    total = tying_in(balance, worth) if total is None and cash is not None else total
    broker = root.value("ORG") or body.value("BROKERID")
    registration: Registration = "401k" if plan is not None or next(body.all("INV401K"), None) is not None else "other"
    return StatementAccount(
        file.name,
        masked(body.value("ACCTID")),
        institution_of([broker], broker) or broker,
        registration,
        "",
        _day(day),
        total or None,
        cash,
        "unproven",
        (*_doubles(places, securities), *swept.checks),
        with_cash_line(lines, cash),
        (),
        tuple(_activity(node, securities) for node in moves),
        body.value("CURDEF") or "USD",
    )


def _doubles(places: list[Node], securities: Mapping[str, Node]) -> tuple[Check, ...]:
    """Positions that stand twice, figure for figure: one security is listed once on each side of an account.

    A security is told by its name, since a file may give one two identifiers.
    """
    keys = Counter((_name(node, securities), *(node.value(tag) for tag in POSITION)) for node in places)
    return tuple(
        Check(READ, False, None, None, None, f"{key[0]}: the position of {key[1]} worth {key[2]} stands twice")
        for key, times in keys.items()
        if times > 1
    )


def _lines(places: Sequence[Node], securities: dict[str, Node], currency: str) -> tuple[StatementLine, ...]:
    """The positions; one that is listed in parts, each with its own units at one price, is their sum."""
    found: dict[tuple[str, ...], StatementLine] = {}
    for number, node in enumerate(places, start=1):
        line = _line(node, number, securities, currency)
        key = tuple(node.value(tag) for tag in PART)
        above = found.get(key)
        if above is None or line.quantity in (None, above.quantity) or line.price != above.price:
            found[key if above is None else (*key, str(number))] = line
            continue
        quantity, value = plus(above.quantity, line.quantity), plus(above.market_value, line.market_value)
        found[key] = replace(above, quantity=quantity, market_value=value)
    return tuple(found.values())


def _line(node: Node, number: int, securities: dict[str, Node], currency: str) -> StatementLine:
    unique, kind_of_id = node.value("UNIQUEID"), node.value("UNIQUEIDTYPE").upper()
    info, name = securities.get(unique), _name(node, securities)
    kind = KINDS[node.name]
    if kind in ("stock", "other") and re.search(r"\bETF\b|ISHARES|SPDR|EXCHANGE.TRADED", name, re.I):
        kind = "etf"
    if kind == "mutual_fund" and (re.search(r"money m(?:ar)?ke?t|cash reserves", name, re.I) or _is_at_one(node, name)):
        kind = "money_market"
    quantity, price, value = node.number("UNITS"), node.number("UNITPRICE"), node.number("MKTVAL")
    kind = "cash" if is_swept(kind, price, name) else kind
    if node.value("POSTYPE").upper() == "SHORT" and quantity is not None and quantity > 0:
        quantity = -quantity
        value = -value if value is not None and value > 0 else value
    return StatementLine(
        symbol=_ticker(info, unique, kind_of_id),
        description=" ".join(name.split()),
        asset_type=kind,
        quantity=quantity,
        price=price,
        market_value=value,
        cusip=unique if kind_of_id == "CUSIP" else None,
        isin=unique if ISIN.fullmatch(unique) else None,
        unit=unit_of(kind, quantity, price, value, name),
        currency=node.value("CURSYM") or currency or "USD",
        source=Source(row=number),
    )


def _is_at_one(node: Node, name: str) -> bool:
    """Whether a fund with a price of one dollar is called one of money, `Government Money Fund`."""
    return node.number("UNITPRICE") == 1 and re.search(r"\bmoney\b|\bliquid(?:ity)?\b", name, re.I) is not None


def _name(node: Node, securities: Mapping[str, Node]) -> str:
    """What the security of a position is called, its identifier where it has no name."""
    info = securities.get(node.value("UNIQUEID"))
    return (info.value("SECNAME") if info else "") or node.value("MEMO") or node.value("UNIQUEID")


def _activity(node: Node, securities: dict[str, Node]) -> StatementActivity:
    unique = node.value("UNIQUEID")
    info = securities.get(unique)
    name = (info.value("SECNAME") if info else "") or unique
    memo = node.value("MEMO")
    kind = "reinvest" if re.search(r"reinvest", memo, re.I) else TRADES[node.name]
    return StatementActivity(
        _day(node.value("DTTRADE")),
        kind,
        _ticker(info, unique, node.value("UNIQUEIDTYPE").upper()) or unique or None,
        " ".join(f"{name} {memo}".split()),
        node.number("UNITS"),
        node.number("TOTAL"),
        node.number("GAIN"),
    )


def _ticker(info: Node | None, unique: str, kind_of_id: str) -> str | None:
    ticker = info.value("TICKER").strip().upper() if info else ""
    if ticker and (is_ticker(ticker) or option_symbol(ticker)):
        return option_symbol(ticker) or ticker
    return unique if kind_of_id == "TICKER" and is_ticker(unique) else None


def _day(text: str) -> date | None:
    return read_date(text[:8]) if text[:8].isdigit() else None

"""Interactive Brokers Flex queries (XML): open positions, lots, cash and trades, each value as the query gives it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from core.domain.issue import Issue
from core.domain.statement import (
    AssetType,
    Check,
    Source,
    Statement,
    StatementAccount,
    StatementActivity,
    StatementLine,
    StatementLot,
)
from core.ingest.files.kinds import FileToRead, Refused
from core.ingest.lexicon.dates import read_date
from core.ingest.lexicon.figures import ties, unit_of
from core.ingest.lexicon.identifiers import masked
from core.ingest.lexicon.registrations import registration_of
from core.ingest.proof.findings import findings
from core.ingest.proof.prove import READ, TOTAL, prove
from core.ingest.readers import READERS
from core.ingest.readers.flex_worth import number_of, worth_of

KINDS: dict[str, AssetType] = {
    "STK": "stock",
    "OPT": "option",
    "FOP": "option",
    "FSFOP": "option",
    "WAR": "other",
    "BOND": "bond",
    "BILL": "bond",
    "FUND": "mutual_fund",
    "FUT": "other",
    "CASH": "cash",
}
REGISTERED = ("customerType", "accountType", "acctAlias")
MOVES = ("Trade", "TradeConfirm", "CashTransaction", "CorporateAction")
SUMMED = ("position", "positionValue", "costBasisMoney", "fifoPnlUnrealized")


@READERS.add("flex", kind="flex")
def read_flex(file: FileToRead) -> Statement | None:
    """Every account of a Flex query."""
    root = _root(file)
    bodies = list(root.iter("FlexStatement"))
    if not bodies:
        raise Refused(f"{file.name} is XML, but no Interactive Brokers Flex query; that is the XML that is read.")
    return statement_of(file, bodies)


def statement_of(file: FileToRead, bodies: Sequence[Any]) -> Statement:
    """The accounts of a query, one for each of its statements."""
    accounts = tuple(_proven(_account(file, body), worth_of(body).untold) for body in bodies)
    issues = [issue for account in accounts for issue in findings(account)]
    issues += [
        Issue(
            "warning",
            f"account {account.number}" if account.number else "",
            f"the query holds {_holds(account)}, no open positions: nothing can be held "
            "from it; add the section 'Open Positions'",
            "no_positions",
        )
        for account in accounts
        if not account.positions
    ]
    return Statement(accounts, (), tuple(dict.fromkeys(issues)), file.name, None, "flex")


def _holds(account: StatementAccount) -> str:
    """What a query without positions holds."""
    return "transactions only" if account.lists_moves_only else "what the account is worth"


def _root(file: FileToRead) -> Any:
    from xml.etree.ElementTree import ParseError

    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        return fromstring(file.data, forbid_dtd=True)
    except DefusedXmlException:
        raise Refused(f"{file.name} defines entities of its own, which statements never do; it is not read.") from None
    except (ParseError, ValueError, LookupError, UnicodeError):
        raise Refused(f"{file.name} is broken XML and cannot be read.") from None


def _proven(account: StatementAccount, untold: Sequence[str]) -> StatementAccount:
    """The account with its proof; what a sum lacks is not explained where the query leaves out what has accrued."""
    proven = prove(account)
    if not untold or all(check.ok for check in proven.checks if check.check == TOTAL):
        return proven
    said = f"the net asset value counts {' and '.join(untold)}, which the query leaves out"
    return prove(replace(account, checks=(*account.checks, Check(READ, False, None, None, None, said))))


def _account(file: FileToRead, body: Any) -> StatementAccount:
    information = next(body.iter("AccountInformation"), None)
    about = dict(information.attrib) if information is not None else {}
    rows = [row.attrib for row in body.iter("OpenPosition")]
    summary = [row for row in rows if row.get("levelOfDetail", "SUMMARY") == "SUMMARY"]
    lines = tuple(_line(row, number, rows) for number, row in enumerate(summary or _summed(rows), start=1))
    moves = [row.attrib for name in MOVES for row in body.iter(name)]
    worth = worth_of(body)
    day = body.get("toDate") or next((row.get("reportDate", "") for row in rows), "")
    return StatementAccount(
        file.name,
        masked(body.get("accountId") or ""),
        "Interactive Brokers",
        registration_of(" ".join(about.get(name, "") for name in REGISTERED)) or "other",
        about.get("name", ""),
        _day(day),
        worth.total,
        worth.cash,
        "unproven",
        _doubles(summary),
        lines,
        (),
        tuple(_activities(moves)),
        about.get("currency") or about.get("baseCurrency") or "USD",
        accruals=worth.accruals,
    )


def _doubles(rows: Sequence[Any]) -> tuple[Check, ...]:
    """Positions that stand twice, figure for figure: a query lists each contract once."""
    told = ("symbol", "description", "position", "positionValue")
    keys = Counter((_contract(row), *(row.get(name, "") for name in told)) for row in rows)
    return tuple(
        Check(READ, False, None, None, None, f"{symbol} {name}: the position of {units} worth {worth} stands twice")
        for (_, symbol, name, units, worth), times in keys.items()
        if times > 1
    )


def _line(row: Any, number: int, rows: Iterable[Any]) -> StatementLine:
    category = row.get("assetCategory", "")
    kind = KINDS.get(category, "other")
    if kind == "stock" and (row.get("subCategory") or _kind_in_name(row)) == "ETF":
        kind = "etf"
    if kind == "stock" and row.get("subCategory") in ("PREFERRED", "PREFERENCE"):
        kind = "preferred"
    quantity, price, value = (
        number_of(row.get("position")),
        number_of(row.get("markPrice")),
        number_of(row.get("positionValue")),
    )
    unit = number_of(row.get("multiplier")) or unit_of(kind, quantity, price, value, "")
    if None not in (quantity, price, value):
        assert quantity is not None and price is not None and value is not None
        if not ties(quantity, price, unit, value) and kind == "bond":
            unit = unit_of(kind, quantity, price, value, "")
    lots = tuple(_lot(lot) for lot in rows if lot.get("levelOfDetail") == "LOT" and _contract(lot) == _contract(row))
    return StatementLine(
        symbol=" ".join(row.get("symbol", "").split()) or None,
        description=row.get("description", ""),
        asset_type=kind,
        quantity=quantity,
        price=price,
        market_value=value,
        cusip=row.get("cusip") or None,
        isin=row.get("isin") or None,
        unit=unit,
        cost_basis=number_of(row.get("costBasisMoney")),
        accrued=number_of(row.get("accruedInt")),
        currency=row.get("currency") or "USD",
        lots=lots,
        source=Source(row=number),
        gain=number_of(row.get("fifoPnlUnrealized")),
    )


def _kind_in_name(row: Any) -> str:
    """`ETF` where the name of a security says it and no column does; empty elsewhere."""
    return "ETF" if "ETF" in row.get("description", "").split() else ""


def _summed(rows: Sequence[Any]) -> list[dict[str, str]]:
    """Positions of a query that lists only their lots: the figures of each are the sums of those of its lots."""
    found: dict[tuple[str, str], list[Any]] = {}
    for row in rows:
        found.setdefault(_contract(row), []).append(row)
    return [{**lots[0], **{name: total for name in SUMMED if (total := _sum(lots, name))}} for lots in found.values()]


def _sum(rows: Sequence[Any], name: str) -> str:
    """The sum of an attribute over rows that all have it; empty where one has none."""
    numbers = [number_of(row.get(name)) for row in rows]
    return "" if None in numbers else format(sum((number or Decimal(0) for number in numbers), Decimal(0)), "f")


def _contract(row: Any) -> tuple[str, str]:
    """What a row is about: the number of the contract, else its symbol."""
    return ("conid", row.get("conid")) if row.get("conid") else ("symbol", row.get("symbol", ""))


def _lot(row: Any) -> StatementLot:
    return StatementLot(
        _day(row.get("openDateTime", "")), number_of(row.get("position")), number_of(row.get("costBasisMoney"))
    )


def _activities(rows: Iterable[Any]) -> Iterable[StatementActivity]:
    for row in rows:
        paid = row.get("amount") if row.get("type") and not row.get("buySell") else None
        amount = number_of(row.get("netCash") or row.get("proceeds") or paid)
        money = number_of(row.get("tradeMoney") or row.get("amount"))
        yield StatementActivity(
            _day(row.get("tradeDate") or row.get("dateTime") or row.get("settleDate") or row.get("reportDate", "")),
            _done(row),
            " ".join(row.get("symbol", "").split()) or row.get("isin") or None,
            row.get("description", ""),
            number_of(row.get("quantity")),
            amount if amount is not None else (-money if money is not None else None),
            number_of(row.get("fifoPnlRealized")),
        )


def _done(row: Any) -> str:
    """What was done: bought or sold, by the sign of the units where a trade does not tell its side, else its type."""
    units = number_of(row.get("quantity"))
    side = "buy" if units and units > 0 else "sell" if units else ""
    way = row.get("transactionType") or ""
    return str(row.get("buySell") or (way and side) or way or row.get("type") or "").lower()


def _day(text: str) -> date | None:
    return read_date(text.split(";")[0].split(" ")[0]) if text else None

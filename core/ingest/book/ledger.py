"""Transactions that a statement lists become the household's history, where the wash-sale rule looks (26 USC 1091).

A transaction printed again on the next statement is the same one; two alike on one statement are two.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Literal

from core.domain.account import Account
from core.domain.household import Household
from core.domain.lot import Activity
from core.domain.statement import StatementAccount, StatementActivity
from core.ingest.book.holdings import symbol_of
from core.ingest.lexicon.doing import UNITS_OF, is_sweep
from core.ingest.lexicon.identifiers import is_bare_ticker, labelled, symbol_in

REINVESTED = re.compile(r"\b(?:div(?:idends?)?|interest|int|(?:cap(?:ital)? )?gains?)\W{1,3}reinvest", re.I)
NUMBERED = re.compile(r"\b(?:ID|CUSIP)\b\W{0,3}([0-9A-Z]{6})-?([0-9A-Z]{2})-?(\d)\b")
"""The CUSIP behind its label, whole or in parts: `(ID: 594918-10-4)`."""
OUT_OF_FUND = re.compile(
    r"\b(?:(?:systematic|scheduled|periodic|automatic) withdrawals?|withdrawals? by (?:ach|check|wire|eft|phone)|"
    r"exchanged? (?:out|to|into))\b"
)
INTO_FUND = re.compile(
    r"\b(?:(?:systematic|scheduled|periodic) investments?|investments? by (?:ach|check|wire|eft|phone)|"
    r"exchanged? (?:in|from))\b"
)
"""What shares sold and bought are called at the house of a fund: `Systematic withdrawal by ACH`."""
SURE = 3
Side = Literal["buy", "sell", "reinvest"]


def names_held(household: Household, account: Account | None) -> dict[str, str]:
    """The book's symbol by each symbol that the account holds, and by the names of those: what was sold meanwhile."""
    symbols = {lot.symbol for lot in account.lots} if account is not None else set()
    named = {_plain(one.name): one.symbol for one in household.securities if one.name and one.symbol in symbols}
    return {**named, **{symbol: symbol for symbol in symbols}}


def activity_of(
    account: StatementAccount, account_id: str, held: Mapping[str, str] | None = None
) -> tuple[Activity, ...]:
    """The purchases, sales and reinvestments that the statement lists, under the symbols of the book.

    held : the book's symbol by names of what the account held before, `names_held`
    """
    names = {**(held or {}), **_names(account)}
    found = [_activity(move, account_id, names) for move in account.activity]
    return tuple(made for made in found if made is not None)


def new_moves(moves: Sequence[Activity], history: Sequence[Activity]) -> tuple[Activity, ...]:
    """Those that the history does not hold yet, each as often as the statement lists it beyond that."""
    held = Counter(history)
    fresh: list[Activity] = []
    for move in moves:
        if held[move]:
            held[move] -= 1
        else:
            fresh.append(move)
    return tuple(fresh)


def unnamed(account: StatementAccount, held: Mapping[str, str] | None = None) -> tuple[StatementActivity, ...]:
    """Purchases and sales of which no security, day or quantity is readable: the ledger cannot take them."""
    names = {**(held or {}), **_names(account)}
    return tuple(move for move in account.activity if _side(move) and _activity(move, "", names) is None)


def _names(account: StatementAccount) -> dict[str, str]:
    """The book's symbol by each symbol, number and name of a position; a name that two securities bear is none."""
    found: dict[str, str] = {}
    shared: set[str] = set()
    for line in account.positions:
        for name in filter(None, (line.symbol, line.cusip, line.isin, _plain(line.description))):
            if found.setdefault(name, symbol_of(line)) != symbol_of(line):
                shared.add(name)
    return {name: symbol for name, symbol in found.items() if name not in shared}


def _activity(move: StatementActivity, account_id: str, names: Mapping[str, str]) -> Activity | None:
    side = _side(move)
    symbol = _symbol(move, names)
    if side is None or move.date is None or not symbol or not move.quantity:
        return None
    amount = abs(move.amount) if move.amount is not None else None
    return Activity(account_id, symbol, side, abs(move.quantity), move.date, amount, move.gain)


def _symbol(move: StatementActivity, names: Mapping[str, str]) -> str:
    """The book's symbol: from the printed one, else from the name that a position on the same paper bears.

    What names nothing is of the one security that the paper holds.
    """
    if move.symbol:
        return names.get(move.symbol, move.symbol)
    printed = labelled(move.description).get("symbol") or symbol_in(move.description)
    number = "".join(told.groups()) if (told := NUMBERED.search(move.description)) else ""
    printed = number if number in names else printed
    sentence = UNITS_OF.search(move.description)
    printed = printed or (sentence["name"] if sentence is not None and sentence["name"] in names else None)
    words = move.description.split()
    ends = (word for word in (*words[-1:], *words[:1]) if word in names and is_bare_ticker(word))
    printed = printed or next(ends, None)
    if printed is not None and printed in names:
        return names[printed]
    plain = _plain(move.description)
    if not plain and len(set(names.values())) == 1:
        return next(iter(names.values()))
    within = [name for name in names if len(name) > 6 and name in plain]
    return names.get(plain) or (names[max(within, key=len)] if within else _said_once(words, names)) or number


def _said_once(words: Sequence[str], names: Mapping[str, str]) -> str:
    """The one symbol of three letters or more that is held and stands among words, `QZAB UNSOLICITED ORDER`."""
    said = {names[word] for word in words if word in names and len(word) >= SURE and is_bare_ticker(word)}
    return said.pop() if len(said) == 1 else ""


def _side(move: StatementActivity) -> Side | None:
    plain = f"{move.kind} {move.description if not move.kind else ''}".lower()
    if is_sweep(move.kind, move.description, move.symbol):
        return None
    if re.search(r"\breinv", plain) or REINVESTED.search(move.description):
        return "reinvest"
    if re.search(r"\b(?:buy|bought|purchased?|purch|automatic investment)\b", plain):
        return "buy"
    if re.search(r"\b(?:sell|sold|sale|redemption|redeemed)\b", plain):
        return "sell"
    if (side := _at_fund(move, plain)) is not None:
        return side
    return _by_signs(move) if re.fullmatch(r"[\W\d]*(?:[a-z]{0,2}\W*){0,3}", plain.strip()) else None


def _at_fund(move: StatementActivity, plain: str) -> Side | None:
    """The side of what the house of a fund calls by words of its own, where both units and money moved."""
    if not move.quantity or not move.amount:
        return None
    if OUT_OF_FUND.search(plain):
        return "sell"
    return "buy" if INTO_FUND.search(plain) and move.quantity > 0 else None


def _by_signs(move: StatementActivity) -> Side | None:
    """The side of a row that says nothing: units come in as money goes out, or the other way round."""
    if not move.quantity or not move.amount or (move.quantity > 0) == (move.amount > 0):
        return None
    return "buy" if move.quantity > 0 else "sell"


def _plain(text: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", text.lower()))

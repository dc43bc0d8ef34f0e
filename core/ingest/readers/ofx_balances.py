"""The list of balances in an OFX account: which of them is the value of the whole account, and how much is cash.

A balance has a name and a description, and either may say what the other does not: `MarketValue`, `Total market value
of positions and cash`. What neither says is found by the figure that positions and cash make.
"""

import re
from decimal import Decimal

from core.ingest.lexicon.dates import read_date
from core.ingest.lexicon.sections import NET
from core.ingest.lines.facts import total_rank
from core.ingest.readers.ofx_tree import Node

SURE, MOST_LABEL = 3, 200
JOINED = re.compile(r"(?<=[a-z])(?=[A-Z])|_+|(?<=[Nn]et)(?=worth)")
WITH_CASH = re.compile(
    r"\b(?:value|worth|balance|total|sum)\b.*\b(?:positions|holdings|securities|investments|assets)\b"
    r"(?: held)?,? (?:and|plus|including|with|&) (?:all )?cash\b|"
    r"\b(?:value|worth|balance|total|sum)\b.*\bcash(?: balances?)?,? (?:and|plus|&) "
    r"(?:all )?(?:positions|holdings|securities|investments)\b|"
    r"\b(?:value|worth)\b.*\b(?:of|in) (?:the |this |your )?(?:whole |entire )?account\b|"
    r"\b(?:net (?:market )?value|value) of all (?:long and short )?positions\b.*\b(?:account|cash)\b",
    re.I,
)
IN_PART = re.compile(
    r"\b(?:without|excluding|excl|except|before|prior|previous|opening|beginning|change|gain|cost|available|buying|"
    r"vested|daily|yesterday|(?:securities|positions|holdings) only)\b",
    re.I,
)
WORTH = re.compile(r"\b(?:(?:market|portfolio|net|current|total|account|asset) )*(?:value|worth|assets|total)\b", re.I)


def stated_in(balance: Node | None, day: str) -> Decimal | None:
    """The value of the whole account in dollars, where a balance of the statement's day says that it is this."""
    named = [(max(map(_rank, _words(one))), one) for one in _of_money(balance) if _is_of(one, day)]
    best = max((found for found in named if found[0] >= SURE), key=lambda found: found[0], default=None)
    return best[1].number("VALUE") if best is not None else None


def tying_in(balance: Node | None, worth: Decimal) -> Decimal | None:
    """The value under a label that says no more than `Market value`, where positions and cash make it to the cent.

    It may bear an earlier day: files are made on the morning after.
    """
    values = (one.number("VALUE") for one in _of_money(balance) if any(map(WORTH.search, _words(one))))
    return worth if worth and worth in values else None


def cash_in(balance: Node, total: Decimal | None, held: Decimal) -> Decimal | None:
    """Cash, less what is borrowed on margin where that is no part of it: the printed total tells, if there is one."""
    cash, margin = balance.number("AVAILCASH"), balance.number("MARGINBALANCE")
    if cash is None or not margin or margin == cash:
        return cash if cash is not None else margin
    if total is not None:
        return cash + margin if held + cash + margin == total else cash
    return cash + margin if margin < 0 else cash


def _of_money(balance: Node | None) -> list[Node]:
    """The balances in dollars that speak of no part of the account."""
    listed = balance.all("BAL") if balance is not None else ()
    return [one for one in listed if _is_money(one) and not any(map(IN_PART.search, _words(one)))]


def _is_money(balance: Node) -> bool:
    return balance.value("BALTYPE").upper() not in ("PERCENT", "NUMBER")


def _is_of(balance: Node, day: str) -> bool:
    """Whether a balance is of that day, as far as it tells one."""
    told, meant = read_date(balance.value("DTASOF")[:8]), read_date(day[:8])
    return told is None or meant is None or told >= meant


def _words(balance: Node) -> list[str]:
    """The name and the description of a balance, words that are run together parted: `MarketValue`, `Networth`."""
    return [" ".join(JOINED.sub(" ", balance.value(tag)[:MOST_LABEL]).split()) for tag in ("NAME", "DESC")]


def _rank(label: str) -> int:
    """How surely a label names the value of the whole account."""
    sure = NET.fullmatch(label) is not None or WITH_CASH.search(label) is not None
    return max(total_rank(label), SURE if sure else 0)

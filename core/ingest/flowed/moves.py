"""Transactions of text whose columns are lost: a day, words that tell what was done, figures in the head's order."""

import re
from collections.abc import Sequence
from decimal import Decimal

from core.ingest.flowed.heads import FlowedHead
from core.ingest.flowed.rows import Parts, parted
from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.dates import WORD_MONTH
from core.ingest.lexicon.doing import says_sweeps
from core.ingest.lexicon.figures import ties
from core.ingest.lexicon.identifiers import cusip_ok, is_bare_ticker
from core.ingest.nouns.events import Cell, Record, Where

DAY = rf"(?:19|20)\d\d[-/.]\d\d[-/.]\d\d|\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?|{WORD_MONTH}\.? \d{{1,2}}(?:,? \d{{4}})?"
DATED = re.compile(rf"[a-z]?(?P<day>{DAY})\b,?\s+(?:(?P<second>{DAY})\b,?\s+)?(?P<rest>.+)", re.I)
MOVED = re.compile(
    r"\b(bought|buy|purchase|sold|sell|sale|redemption|redeemed|reinvest\w*|(?:qualified )?dividend|interest|journal|"
    r"deposit|funds deposited|withdrawal|transfer|delivered|received|exercised|assigned|expired|fee|sweep (?:in|out)|"
    r"release|exchange (?:in|out)|contribution|withholding tax)s?\b",
    re.I,
)
CENTS = -2
BALANCE = frozenset({"value", "other"})
IDS = frozenset({"symbol", "identifier"})


def move_of(text: str, head: FlowedHead | None, heading: str, where: Where) -> Record | None:
    """The transaction that a line tells; None where it tells none. `heading` says what was done where no word does."""
    dated = DATED.match(text)
    if dated is None:
        return None
    parts = parted(dated["rest"])
    words = " ".join(parts.words)
    said = MOVED.search(words) or (MOVED.search(heading) if head is not None else None)
    if said is None or not parts.figures:
        return None
    days = {"date": dated["day"]}
    if dated["second"]:
        days = {"acquired": dated["day"], "date": dated["second"]} if _trade_first(head) else days
    cells = {role: Cell(day) for role, day in days.items()}
    cells["activity"] = Cell(f"sweep {said[1]}" if says_sweeps(heading) else said[1])
    cells.update(_names(parts.words, head))
    cells["description"] = Cell(words)
    cells.update(_figures(parts, head))
    return Record("activity", cells, where)


def _trade_first(head: FlowedHead | None) -> bool:
    """Whether the first of two days is that of the trade, the second that of its settlement."""
    return head is None or next((role for role in head.roles if role in ("acquired", "date")), "") == "acquired"


def _names(words: Sequence[str], head: FlowedHead | None) -> dict[str, Cell]:
    """The CUSIP among the words; the ticker too where the head has a column of symbols."""
    cusips = [word for word in words if len(word) == 9 and cusip_ok(word)]
    found = {"cusip": Cell(cusips[-1])} if cusips else {}
    if head is None or IDS.isdisjoint(head.roles) or found:
        return found
    tickers = [word for word in words if word.isupper() and is_bare_ticker(word) and len(word) > 1]
    names = [role for role in head.roles if role in IDS or role in ("description", "activity")]
    place = words[:1] if names[0] in IDS else words[-1:]
    return {**found, "symbol": Cell(place[0])} if place and place[0] in tickers else found


def _figures(parts: Parts, head: FlowedHead | None) -> dict[str, Cell]:
    """Quantity, price and amount: by the columns of the head where each has its figure, else by what ties."""
    roles = head.figures if head is not None else []
    figures = parts.figures
    wanted = ("quantity", "price", "amount")
    if "amount" not in roles and roles and roles[-1] == "value":
        roles = [*roles[:-1], "amount"]
    if len(figures) == len(roles) and {"amount", "quantity"} & set(roles):
        return {role: Cell(text) for role, text in zip(roles, figures, strict=True) if role in wanted}
    if parts.words and parts.words[-1] == "@" and len(figures) >= 3:
        return {"price": Cell(figures[0]), "quantity": Cell(figures[1]), "amount": Cell(figures[-1])}
    last = roles[roles.index("amount") + 1 :] if "amount" in roles else []
    end = len(figures) - 1
    if last and set(last) <= BALANCE and len(figures) > len(last):
        end -= len(last)
    cells = {"amount": Cell(figures[end])}
    if end >= 2:
        first = next((at for at in range(end - 1) if _multiplies(figures[at], figures[at + 1], figures[end])), 0)
        cells.update(quantity=Cell(figures[first]), price=Cell(figures[first + 1]))
    elif end == 1 and "quantity" in roles and _is_units(figures[0]):
        cells["quantity"] = Cell(figures[0])
    return cells


def _multiplies(units: str, price: str, amount: str) -> bool:
    """Whether units at a price are the amount, so that a figure before them is of the name: `SERIES 1 25 520.40`."""
    read = [read_amount(text) for text in (units, price, amount)]
    found = [abs(one.value) for one in read if one is not None]
    return len(found) == len(read) and ties(found[0], found[1], Decimal(1), found[2])


def _is_units(text: str) -> bool:
    """Whether a figure counts units: it has no sign of money and is no plain amount in cents."""
    amount = read_amount(text)
    return amount is not None and "$" not in text and amount.value.as_tuple().exponent != CENTS

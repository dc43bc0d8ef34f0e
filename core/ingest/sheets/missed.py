"""Why nothing is read of a table file: what it is instead of holdings, or which heads it has and which are wanted."""

import re
from collections.abc import Sequence

from core.ingest.lexicon.vocabulary import plain_label, role_of
from core.ingest.sheets.cells import clean
from core.ingest.sheets.heads import settled_roles

MOST_ROWS, MOST_TOLD, LEAST_HEADS = 500, 12, 4
WANTED = (
    "Wanted are heads for a name or symbol, and for quantity and price or value; "
    "names with values alone must add up to a printed total"
)
FIGURE = re.compile(r"\d\d|^\W*\d")
LEFT = re.compile(r"(?:(?:running|available|account|ending) )?balance")
PAID = re.compile(r"amount|withdrawals?|deposits?|debits?|credits?|paid (?:in|out)|money (?:in|out)")
OF_ORDERS = re.compile(r"\btime[ -]in[ -]force\b|\border (?:type|status|id)\b|\bfilled\b", re.I)


def what_is_missed(rows: Sequence[Sequence[str]]) -> str:
    """The end of the sentence that refuses a file, behind its name."""
    heads = [
        [cell for one in row if (cell := clean(one))]
        for row in rows[:MOST_ROWS]
        if not any(FIGURE.search(cell) for cell in row)
    ]
    for head in heads:
        if _is_register(head):
            return "lists payments with a running balance, as bank and card accounts do; it holds no investments."
        if _is_of_orders(head):
            return "lists orders, which are no holdings, and does not tell what was paid; it is not read."
    unknown = "is readable, but no table of it has heads that are known as those of holdings or transactions."
    return f"{unknown} {_heads_found(heads)}"


def _is_register(head: Sequence[str]) -> bool:
    """Whether a head is that of payments by day, with what is left behind each."""
    roles = {*settled_roles(head)} if len(head) >= LEAST_HEADS else set()
    plain = [plain_label(cell) for cell in head]
    moved = "date" in roles and any(map(LEFT.fullmatch, plain)) and any(map(PAID.fullmatch, plain))
    return moved and not {"quantity", "price", "symbol", "cusip", "isin"} & roles


def _is_of_orders(head: Sequence[str]) -> bool:
    """Whether a head is that of orders: what was ordered, on which side, and how far it is done."""
    plain = [cell.lower() for cell in head]
    return "side" in plain and any(map(OF_ORDERS.search, plain))


def _heads_found(heads: Sequence[Sequence[str]]) -> str:
    """Which heads a table of holdings needs, and which the file has in its fullest row of words."""
    found = max(heads, key=len, default=[])
    if len(found) < 2:
        return f"{WANTED}; no row of heads was found."
    told = ", ".join(f"'{cell[:30]}'" + ("" if role_of(cell) else " (unknown)") for cell in found[:MOST_TOLD])
    return f"{WANTED}; found: {told}."

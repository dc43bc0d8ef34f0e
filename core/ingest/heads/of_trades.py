"""Heads that only a list of trades has: which side was taken, on which order, at what time, for which commission.

What such a table lists was bought or sold and may be held no more: it is never one of holdings, whatever its units,
prices and values look like.
"""

import re
from collections.abc import Sequence

from core.ingest.lexicon.vocabulary import plain_label

SURE = re.compile(
    r"open close(?: indicator| ind| code)?|trade money|(?:ib )?(?:trade|order|exec|execution|fill) id|"
    r"(?:order|trade|execution|exec|fill|filled) (?:time|date time|price)|order (?:type|number|no|date|quantity|qty)|"
    r"executed(?: at| on)?|(?:executed|filled) (?:price|quantity|qty|at|on|time)|execution(?: date)?"
)
"""Heads of what was done with an order."""
PRICE_OF_TRADE = "trade price"
CHARGED = re.compile(r"(?:\w+ )?(?:commissions?|comm|brokerage|commissions? fees?|fees? commissions?)(?: usd| amount)?")
DATED = frozenset({"acquired", "date", "sold"})
SPARE = (None, "other")
NUMBERS_OF_ROWS = ("id", "transaction id", "trade id", "order id", "reference", "reference number")
IDENTS = ("ident", "identifier")
"""Heads of a number of the transaction where another column names the security, and of the security elsewhere."""
TIMES = ("time", "execution time", "transaction time", "trade time", "executed at")


def with_deals(roles: Sequence[str | None], labels: Sequence[str]) -> list[str | None]:
    """The roles of a table, with what tells that its rows are trades; what one of them came to is its amount."""
    found = list(roles)
    spare = [place for place, role in enumerate(found) if role in SPARE]
    if spare and "deal" not in found and _are_trades(found, [plain_label(label) for label in labels]):
        found[spare[0]] = "deal"
    if "deal" in found and "amount" not in found and "value" in found:
        found[found.index("value")] = "amount"
    return found


def with_moves(roles: Sequence[str | None], labels: Sequence[str]) -> list[str | None]:
    """The roles of a table that says what was done: with its time and its total, and no number of a row as a name.

    Of two numbered descriptions the first is what was done.
    """
    found, plain = list(roles), [plain_label(label) for label in labels]
    if {"description 1", "description 2"} <= set(plain) and "amount" in found:
        found[plain.index("description 1")] = "activity"
    if not {"activity", "deal"} & set(found):
        return found
    named = bool({"symbol", "description", "isin", "cusip"} & set(found))
    for place, label in enumerate(plain):
        of_row = label in NUMBERS_OF_ROWS and (named or "activity" in found)
        if of_row or (label in IDENTS and found[place] == "identifier" and named):
            found[place] = "other"
        elif label in TIMES and found[place] in SPARE and DATED.isdisjoint(found):
            found[place] = "date"
        elif label == "total" and found[place] in SPARE and "amount" not in found:
            found[place] = "amount"
    return found


def _are_trades(roles: Sequence[str | None], labels: Sequence[str]) -> bool:
    """Whether heads tell of orders; or of a day and a commission, or the price of a trade, and of no worth or cost."""
    if "quantity" not in roles or "activity" in roles or "sold" in roles:
        return False
    told = [label for label in labels if SURE.fullmatch(label)]
    if [label for label in told if label != PRICE_OF_TRADE]:
        return True
    if DATED.isdisjoint(roles) or {"value", "cost", "unit_cost"} & set(roles) or roles.count("price") > 1:
        return False
    return bool(told) or any(map(CHARGED.fullmatch, labels))

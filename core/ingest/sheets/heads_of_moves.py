"""Heads of transactions in table files: their day, their money, and numbers of transactions that name no security."""

from collections.abc import Sequence

from core.ingest.lexicon.vocabulary import plain_label

NUMBERS = ("id", "transaction id", "trade id", "order id", "reference", "reference number")
TIMES = ("time", "execution time", "transaction time", "trade time", "executed at")
DAYS = frozenset({"date", "acquired", "sold"})


def settle_moves(labels: Sequence[str], roles: list[str | None]) -> None:
    """`Time` is the day where no other is told, `Total` the money, and `ID` no name of a security but of the row."""
    if "activity" not in roles or ("value" in roles and "amount" not in roles):
        return
    plain = [plain_label(label) for label in labels]
    days, money = bool(DAYS & {*roles}), "amount" in roles
    for place, label in enumerate(plain):
        if label in NUMBERS:
            roles[place] = "other"
        elif label in TIMES and not days:
            roles[place], days = "date", True
        elif label == "total" and not money:
            roles[place], money = "amount", True

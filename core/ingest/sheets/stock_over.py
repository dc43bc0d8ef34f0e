"""The one stock of a sheet of lots that an employer's plan gave, and heads that call awards and no securities.

`Company stock: Quill Harbor Corp (QZAB),Closing price,41.20` over `Plan,Award,Acquired,Shares,…`.
"""

from collections.abc import Sequence

from core.ingest.lexicon.identifiers import symbol_in
from core.ingest.lexicon.plans import are_awards, are_pending
from core.ingest.lexicon.vocabulary import NAMES
from core.ingest.lines.stock_above import PRICE_LABEL, STOCK_LABEL
from core.ingest.nouns.events import Cell, Trouble, Where


def stock_over(filled: Sequence[str]) -> dict[str, Cell]:
    """The name, the symbol and the price of the stock that a line calls the company's, or prices; else nothing."""
    label, price = STOCK_LABEL.match(filled[0]), PRICE_LABEL.search(" ".join(filled).replace("Price ", "Price: "))
    symbol = symbol_in(filled[0])
    if symbol is None or not (label or price):
        return {}
    cells = {"description": Cell(STOCK_LABEL.sub("", filled[0], count=1)), "symbol": Cell(symbol)}
    return {**cells, "price": Cell(price[1])} if price else cells


def symbol_alone(symbol: str) -> dict[str, Cell]:
    """The cells of a security of which only the symbol is told; nothing for none."""
    return {"symbol": Cell(symbol)} if symbol else {}


def are_granted(labels: Sequence[str], roles: Sequence[str | None]) -> bool:
    """Whether the units of a table are not vested, or options that an employer has granted."""
    units = next((label for label, role in zip(labels, roles, strict=False) if role == "quantity"), "")
    return bool(units) and are_pending(units, labels)


def told_of_awards(labels: Sequence[str], roles: Sequence[str | None], kind: str | None, where: Where) -> list[Trouble]:
    """What keeps an account from being proven where the rows of its holdings are named by awards."""
    names = [label for label, role in zip(labels, roles, strict=False) if role in NAMES]
    if kind != "holdings" or not are_awards(names):
        return []
    return [Trouble("the rows name awards, and nothing tells of which stock", where, unread=True)]

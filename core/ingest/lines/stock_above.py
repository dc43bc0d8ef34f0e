"""The one security that a table of lots is of: it is named over its heads, in a line with its symbol or by labels."""

import re
from collections.abc import Mapping

from core.ingest.lexicon.identifiers import PAREN, labelled
from core.ingest.nouns.events import Cell, Record, Where
from core.ingest.nouns.words import Line, phrases, span, text_of

STOCK_LABEL = re.compile(
    r"(?:your )?(?:company|employer|issuer|sponsor|common|plan)(?:'s)?(?: (?:stock|shares?))?\s*[:–—-]\s*(?=\S)", re.I
)
"""What stands before the name of the one stock of a plan, `Company stock: Quill Harbor Corp (QZAB)`."""
PRICE_LABEL = re.compile(r"\bprice\b[^:$]*[:$]\s*\$?\s*([\d,]*\d\.\d+)", re.I)


def names_stock(line: Line) -> bool:
    """Whether a line names a security with its symbol, in parentheses or behind a label that stands apart."""
    return PAREN.search(line.text) is not None or _labelled_apart(line) is not None


def named_above(line: Line, above: Line | None, table: int) -> Record | None:
    """The security named right above a table of its lots, `Quill Holdings (QZAB)   Closing price: $12.50`; or None."""
    if above is None or above.page != line.page or above.bottom - line.bottom > 4 * line.size:
        return None
    runs = phrases(line.words, 1.0)
    symbol = _labelled_apart(line)
    first = runs[0] if symbol else next((run for run in runs if PAREN.search(text_of(run))), None)
    if first is None:
        return None
    cells = {"description": Cell(STOCK_LABEL.sub("", text_of(first), count=1), span(first))}
    if symbol:
        cells["symbol"] = Cell(symbol, span(line.words))
    if price := PRICE_LABEL.search(line.text):
        cells["price"] = Cell(price[1], span(line.words))
    return Record("holdings", cells, Where(line.page, None, span(line.words)), table=table)


def told_by_labels(issuer: Mapping[str, Cell], head: Line, table: int) -> Record | None:
    """The security of a table of lots that labels told before, `Company: …` and `Stock symbol: …`; or None."""
    if not issuer:
        return None
    return Record("holdings", dict(issuer), Where(head.page, None, span(head.words)), table=table)


def _labelled_apart(line: Line) -> str | None:
    """The symbol behind its label in a part of the line of its own, right of the name."""
    _, *others = (text_of(run) for run in phrases(line.words, 1.0))
    return next((told["symbol"] for text in others if "symbol" in (told := labelled(text))), None)

"""What lines around a table say in labels: the one security of a page, the account of a number, sums of accounts."""

import re

from core.ingest.amounts import read_amount
from core.ingest.columns import Header
from core.ingest.events import Cell, Fact, Record, Where
from core.ingest.identifiers import PAREN
from core.ingest.rows import read_row
from core.ingest.words import Line, phrases, span

SYMBOL_LABEL = re.compile(r"(?:stock |ticker |trading |fund )?(?:symbol|ticker)\s*:\s*([A-Z]{1,5}(?:\.[A-Z])?)$", re.I)
COMPANY_LABEL = re.compile(r"(?:company|issuer|security|stock|fund)(?: name)?\s*:\s*(\S.{2,60})$", re.I)
NUMBER_ALONE = re.compile(r"[A-Z]{0,3}\d{3,6}-\d{3,6}(?:-\d{1,4})?|[Xx*•…]{2,}[- ]?\d{3,5}")
PRICE_LABEL = re.compile(r"\bprice\b[^:$]*[:$]\s*\$?\s*([\d,]*\d\.\d+)", re.I)


def summed_account(line: Line, header: Header) -> Fact | None:
    """A row of a summary of accounts: the number of one and what it is worth."""
    row = read_row(line, header)
    number, value = (row.cells[role].text if role in row.cells else "" for role in ("account", "value"))
    amount = read_amount(value)
    if amount is None or not any(map(str.isdigit, number)) or read_amount(number) is not None:
        return None
    return Fact("summary", number, row.where, amount.value)


def issuer(line: Line) -> dict[str, Cell]:
    """The one security that a page speaks of in labels: `Company: …`, `Stock symbol: …`."""
    box = span(line.words)
    if found := SYMBOL_LABEL.match(line.text):
        return {"symbol": Cell(found[1], box)}
    found = COMPANY_LABEL.match(line.text)
    return {"description": Cell(found[1], box)} if found else {}


def number_under(line: Line, above: Line | None) -> str:
    """A number that stands alone right under words that end in `Account`, as their number; empty where none does."""
    if above is None or above.page != line.page or line.top - above.bottom > 1.5 * line.size:
        return ""
    labels = [
        run for run in phrases(above.words, 1.0) if run[-1].text.lower().rstrip(":") == "account" and len(run) < 6
    ]
    for run in phrases(line.words, 1.0):
        text = " ".join(word.text for word in run)
        if NUMBER_ALONE.fullmatch(text) and any(abs(run[0].x0 - label[0].x0) < 3 for label in labels):
            return text
    return ""


def named_above(line: Line, above: Line | None, table: int) -> Record | None:
    """The security named right above a table of its lots, `Quill Holdings (QZAB)   Closing price: $12.50`; or None."""
    if above is None or above.page != line.page or above.bottom - line.bottom > 4 * line.size:
        return None
    first = next((run for run in phrases(line.words, 1.0) if PAREN.search(" ".join(word.text for word in run))), None)
    if first is None:
        return None
    cells = {"description": Cell(" ".join(word.text for word in first), span(first))}
    if price := PRICE_LABEL.search(line.text):
        cells["price"] = Cell(price[1], span(line.words))
    return Record("holdings", cells, Where(line.page, None, span(line.words)), table=table)

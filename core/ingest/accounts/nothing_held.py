"""Rows of securities that print a dash in every column: what was sold out or has not begun. They hold nothing."""

from core.domain.issue import Issue
from core.ingest.accounts.draft import Draft
from core.ingest.lexicon.amounts import is_blank
from core.ingest.lexicon.vocabulary import NUMBERS
from core.ingest.nouns.events import Record

LEAST = 3


def holds_nothing(record: Record) -> bool:
    """Whether the figures of a row are dashes, all of several."""
    figures = [cell.text for role, cell in record.cells.items() if role in NUMBERS]
    return len(figures) >= LEAST and all(map(is_blank, figures))


def without_nothing(draft: Draft) -> list[Issue]:
    """Takes the rows that hold nothing out of an account, unless lots under them gave them figures; and says so."""
    empty = [
        line
        for place in draft.nothing
        if place < len(draft.lines)
        and (line := draft.lines[place]).quantity is None
        and line.market_value is None
        and not line.lots
    ]
    draft.lines = [line for line in draft.lines if not any(line is one for one in empty)]
    told = "prints a dash in every column: it holds nothing"
    return [Issue("note", f"row {line.source.row}" if line.source.row else f"page {line.source.page}",
                  f"{line.description} {told}", "nothing") for line in empty]  # fmt: skip

"""Labels with the amounts that stand right of them on a line, outside any table."""

from collections.abc import Sequence
from dataclasses import dataclass

from core.ingest.lexicon.amounts import is_blank, read_amount
from core.ingest.nouns.events import Cell, Where
from core.ingest.nouns.words import Line, Word, phrases, span, text_of


@dataclass(frozen=True, slots=True)
class Pair:
    """A label, and the amounts that stand right of it before the next label."""

    label: str
    words: Sequence[Word]
    amounts: tuple[Cell, ...]


def pairs_of(line: Line) -> list[Pair]:
    """The labels of a line, each with the amounts that follow it."""
    pairs: list[Pair] = []
    for run in phrases(line.words, 1.0):
        text = text_of(run)
        amount = read_amount(text)
        if amount is None and not (pairs and is_blank(text)):
            pairs.append(Pair(text, run, ()))
        elif pairs and amount is not None and not amount.percent:
            last = pairs.pop()
            pairs.append(Pair(last.label, last.words, (*last.amounts, Cell(text, span(run)))))
    return [pair for pair in pairs if pair.amounts]


def place_of(line: Line) -> Where:
    """Where a line stands."""
    return Where(line.page, None, span(line.words))

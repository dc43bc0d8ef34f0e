"""Heads that stand beside the name of a section in an open table, `FIXED OPTIONS | Interest rate | Rate ends`.

The rows below keep the columns of names and values of the table; the heads stand in for those that they stand over.
"""

from collections.abc import Sequence
from dataclasses import replace

from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.dates import is_date
from core.ingest.lexicon.sections import is_section_heading
from core.ingest.lexicon.vocabulary import NAMES, is_header_word, known_role
from core.ingest.lines.open_table import Open
from core.ingest.nouns.head import Column, Header
from core.ingest.nouns.words import Line, Word, phrases, text_of
from core.ingest.rows.rows import read_row

KEPT = frozenset({*NAMES, "value"})
"""What the section goes on to print under the heads of the table."""


def take_section_with_heads(state: Open, lines: Sequence[Line], at: int) -> bool:
    """Whether a line is the name of a section with heads of its own: the table goes on under these."""
    line, header = lines[at], state.header
    if header is None or header.kind != "holdings" or not header.has("value") or at + 1 == len(lines):
        return False
    name, *heads = phrases(line.words)
    if known_role(text_of(name)) is not None or not is_section_heading(text_of(name)) or not _are_heads(heads):
        return False
    changed = _with_heads(header, heads)
    row = read_row(lines[at + 1], changed) if changed is not None else None
    if row is None or row.kind != "record" or "value" not in row.cells:
        return False
    state.drop_waiting()
    state.section(text_of(name), line)
    state.header, state.record, state.row = changed, None, None
    return True


def _are_heads(pieces: Sequence[Sequence[Word]]) -> bool:
    """Whether pieces of a line are heads, most of their words being such and at least one known as a whole."""
    words = [word.text for piece in pieces for word in piece]
    if any(read_amount(word) is not None or is_date(word) for word in words):
        return False
    return any(known_role(text_of(piece)) for piece in pieces) and 2 * sum(map(is_header_word, words)) > len(words)


def _with_heads(header: Header, heads: Sequence[Sequence[Word]]) -> Header | None:
    """The head of the table, other columns in place of those under them; None where they stand over names or values."""
    columns = tuple(_column(piece) for piece in heads)
    covered = [old for old in header.columns if any(new.x0 < old.x1 and new.x1 > old.x0 for new in columns)]
    kept = [old for old in header.columns if old not in covered]
    if any(old.role in KEPT for old in covered) or any(new.role in KEPT for new in columns):
        return None
    return replace(header, columns=tuple(sorted((*kept, *columns), key=lambda one: one.x0)))


def _column(words: Sequence[Word]) -> Column:
    label = text_of(words)
    return Column(label, known_role(label) or "other", words[0].x0, words[-1].x1)

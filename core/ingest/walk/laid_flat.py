"""Tables of rows of several lines on a page: laid flat as soon as their head is met, or where they go on overleaf."""

from collections.abc import Sequence

from core.ingest.heads.parted_heads import is_flat
from core.ingest.lines.flat_tables import Flat, flat_rest, flat_table
from core.ingest.lines.open_table import Open
from core.ingest.lines.page_heads import header_at
from core.ingest.nouns.head import Header
from core.ingest.nouns.words import Line


def head_at(state: Open, lines: Sequence[Line], at: int, last: int) -> tuple[Sequence[Line], int, Header | None]:
    """The head that begins with a line; and the lines of the page and the last one, its rows laid flat."""
    flat = flat_table(lines, at, state.flat)
    if flat is None:
        return lines, last, header_at(lines, at)
    state.flat = flat.header
    return *_laid(state, lines, flat.header.last + 1, last, flat), flat.header


def gone_on_flat(state: Open, lines: Sequence[Line], first: int, last: int) -> tuple[Sequence[Line], int]:
    """The lines of a page and the last one, where a table goes on whose rows are laid flat, around lots or not."""
    header = next((one for one in (state.header, state.outer) if is_flat(one)), None)
    if header is None:
        return lines, last
    return _laid(state, lines, first, last, flat_rest(lines, first, header))


def _laid(state: Open, lines: Sequence[Line], at: int, last: int, flat: Flat) -> tuple[Sequence[Line], int]:
    state.laid.setdefault(lines[0].page, {}).update(flat.moved)
    done = [*lines[:at], *flat.lines, *lines[flat.end :]]
    return done, last + len(done) - len(lines)

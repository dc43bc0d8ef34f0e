"""The gain of the other term under that of a row: `$6,677.47 LT` on a row or sum, `$35,393.82 ST` on the line below."""

import re
from dataclasses import replace

from core.ingest.lines.open_table import Open
from core.ingest.nouns.events import Cell, Record, Total
from core.ingest.nouns.words import Line, span

OF_TERM = re.compile(r"(?P<amount>[-(]*\$?[-(]*\d[\d,]*\.\d\d\)?) ?(?P<term>LT|ST|L|S|long|short)(?:[- ]term)?\b", re.I)
NEAR = 0.9


def take_other_term(state: Open, line: Line) -> bool:
    """Give the gain that is all of a line to the row right above, if that prints the other term; False where not."""
    told = OF_TERM.fullmatch(line.text)
    place = _place_right_above(state, line) if told is not None else None
    if told is None or place is None:
        return False
    above, own = state.events[place], span(line.words)
    assert isinstance(above, Record | Total)
    printed = above.cells.get("gain")
    if printed is None or printed.box is None or "gain_more" in above.cells:
        return False
    aligned = own[0] < printed.box[2] and own[2] > printed.box[0]
    if not aligned or _term_at(state.last_line, printed.box[0]) in ("", _letter(told["term"])):
        return False
    more = Cell(told["amount"], own)
    if isinstance(above, Record):
        above.cells["gain_more"] = more
    else:
        state.events[place] = replace(above, cells={**above.cells, "gain_more": more})
    return True


def _place_right_above(state: Open, line: Line) -> int | None:
    """Where the row or sum stands among the events that was read from the line right above; None where none was."""
    above = state.last_line
    if above is None or above.page != line.page or not 0 <= line.top - above.bottom < NEAR * line.size:
        return None
    places = range(len(state.events) - 1, -1, -1)
    last = next((place for place in places if isinstance(state.events[place], Record | Total)), None)
    return last if last is not None and state.events[last].where.box == span(above.words) else None


def _term_at(line: Line | None, left: float) -> str:
    """The term behind the amount that begins at a place on a line, by its first letter; empty where none stands."""
    words = [word.text for word in line.words if word.x0 > left - 1] if line is not None else []
    found = OF_TERM.match(" ".join(words))
    return _letter(found["term"]) if found is not None else ""


def _letter(term: str) -> str:
    return term[0].upper()

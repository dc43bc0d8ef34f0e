"""The name of a row that does not stand on its line alone: what waits above it is the name, or its beginning."""

from collections.abc import Mapping, Sequence

from core.ingest.lexicon.identifiers import labelled, symbol_in
from core.ingest.lexicon.vocabulary import NAMES
from core.ingest.lines.continuation import LABEL, ONLY_LABELS
from core.ingest.lines.open_table import Open
from core.ingest.lines.standing import joins_below, reads_as_note
from core.ingest.nouns.events import Cell
from core.ingest.nouns.words import Line, span
from core.ingest.rows.block_lines import ACCRUED
from core.ingest.rows.rows import Row, read_row
from core.ingest.rows.wrapped import LEADING, NEARER, beginnings
from core.ingest.walk.moves_of_one import with_moved

NEAR = 0.95
"""How far such a line stands over the row at most, in type sizes."""


def give_name(state: Open, row: Row, cells: dict[str, Cell]) -> list[str]:
    """The name that waits for a row goes to it, or opens the security of a lot; interest told in it is the row's.

    Returns the notes that stand between the name and the row, `Dividend Option: Reinvest`.
    """
    _accrued_waiting(state, cells)
    notes: list[str] = []
    if row.kind == "record" and state.waiting and "description" in cells:
        told = labelled(cells["description"].text) if ONLY_LABELS.fullmatch(cells["description"].text) else {}
        for role, text in told.items():
            cells.setdefault(role, Cell(text, cells["description"].box))
        if told:
            del cells["description"]
        elif _began_above(state, cells):
            last = cells.pop("description")
            _from_waiting(state, cells)
            cells["description"] = Cell(f"{cells['description'].text} {last.text}", cells["description"].box)
    if row.kind == "record" and "description" not in cells and state.waiting:
        notes = _notes_under(state.waiting)
        _from_waiting(state, cells)
    elif state.block is not None and state.header is not None and state.header.kind == "activity":
        for role in ("description", "symbol"):
            if role in state.block.cells and not any(name in cells for name in NAMES if name != "description"):
                cells.setdefault(role, state.block.cells[role])
    elif row.kind == "record" and state.moved:
        with_moved(state.moved, cells)
    elif row.kind == "record" and state.issuer and not any(name in cells for name in NAMES):
        cells.update(state.issuer)
        state.issuer = {}
    elif row.kind == "lot" and state.waiting:
        state.name_waiting()
    return notes


def _notes_under(waiting: list[Line]) -> list[str]:
    """The lines that wait under a name and are notes with a label, taken from what waits."""
    notes = [line for line in waiting[1:] if LABEL.match(line.text) or (":" in line.text and reads_as_note(line.text))]
    waiting[:] = [line for line in waiting if line not in notes]
    return [line.text for line in notes]


def _accrued_waiting(state: Open, cells: dict[str, Cell]) -> None:
    """A line that waits under the first and tells nothing but accrued interest, `ACCRUED INTEREST $395.69`."""
    for line in state.waiting[1:]:
        if told := ACCRUED.fullmatch(line.text):
            cells.setdefault("accrued", Cell(told[1], span(line.words)))


def _named(lines: Sequence[Line]) -> list[Line]:
    """Lines of a name without those that tell nothing but accrued interest."""
    return [line for line in lines if ACCRUED.fullmatch(line.text) is None] or list(lines)


def begun_above(state: Open, row: Row, cells: dict[str, Cell]) -> list[str]:
    """What goes on with the name of a row whose figures stand on its last line: the first line is its description."""
    if row.kind != "record" or not state.waiting or "description" not in cells:
        return []
    begun = beginnings(state.waiting, row.line, state.names) or int(joins_below(state.waiting[-1], row))
    begun = begun or int(_waits_with_symbol(state.waiting[-1], row, cells))
    if not begun:
        return []
    begun = _to_the_name(state.waiting, begun)
    texts = [*(line.text for line in _named(state.waiting[-begun:])), cells["description"].text]
    del state.waiting[-begun:]
    cells["description"] = Cell(texts[0], cells["description"].box)
    return texts[1:]


def _waits_with_symbol(above: Line, row: Row, cells: Mapping[str, Cell]) -> bool:
    """Whether the line over a row has a symbol behind a name, and the row none: `Quill Broad (QZAB)` over `Fund`."""
    near = above.page == row.line.page and 0 <= row.line.top - above.bottom < NEAR * row.line.size
    told = symbol_in(cells["description"].text) or labelled(cells["description"].text)
    return near and bool(symbol_in(above.text)) and not told and set(NAMES) & set(cells) == {"description"}


def _to_the_name(waiting: Sequence[Line], begun: int) -> int:
    """So many lines that wait that the first is no mere `Symbol: QZAB Exchange: NYSE`: the name stands over it."""
    if LABEL.match(waiting[-begun].text) is None and ACCRUED.fullmatch(waiting[-begun].text) is None:
        return begun
    gap = LEADING * waiting[-begun].size
    while begun < len(waiting) and _stands_over(waiting[-begun - 1], waiting[-begun], gap):
        if waiting[-begun - 1].page == waiting[-begun].page:
            gap = min(gap, waiting[-begun].top - waiting[-begun - 1].bottom + NEARER)
        begun += 1
    return begun


def _stands_over(above: Line, below: Line, gap: float) -> bool:
    """Whether a line stands right over another, no farther than the lines of one name do; or ends the page before."""
    return above.page != below.page or 0 <= below.top - above.bottom <= gap


def _began_above(state: Open, cells: dict[str, Cell]) -> bool:
    """Whether the first line that waits prints an identifier under its head beside a name, which the row does not."""
    assert state.header is not None
    placed = read_row(state.waiting[0], state.header).cells
    own = {role for role in placed if role in NAMES and role != "description"}
    return bool(own) and "description" in placed and not own & set(cells)


def _from_waiting(state: Open, cells: dict[str, Cell]) -> None:
    """The lines that wait are the name; what stands in them under heads of identifiers is that."""
    assert state.header is not None
    texts = []
    for line in _named(state.waiting):
        placed = read_row(line, state.header).cells
        own = {role: cell for role, cell in placed.items() if role in NAMES and role != "description"}
        named = placed["description"].text if own and "description" in placed else line.text
        texts += [named] if not own or "description" in placed else []
        for role, cell in own.items():
            cells.setdefault(role, cell)
    if texts:
        cells["description"] = Cell(" ".join(texts), span(state.waiting[0].words))
    state.waiting = []

"""The day on which an option runs out, on the line of its figures under the rest of its name: no day of a purchase.

`QZAB CALL $150 EXP` over `01/16/2026  (5.0000)  5.470  (2,735.00)`.
"""

from collections.abc import Sequence
from dataclasses import replace

from core.ingest.lexicon.contracts import tells_terms
from core.ingest.lines.open_table import Open
from core.ingest.nouns.events import Cell
from core.ingest.nouns.words import Line, span
from core.ingest.rows.rows import Row, read_row


def as_contract(state: Open, row: Row) -> Row:
    """The row of a lot as that of the option which the line above names, where only both tell its terms.

    The line above waits no more then: it is in the name of the row.
    """
    if row.kind != "lot" or not state.waiting or state.header is None or state.header.kind != "holdings":
        return row
    above = state.waiting[-1]
    whole = f"{above.text} {row.label}"
    if tells_terms(above.text) or not tells_terms(whole):
        return row
    state.waiting.pop()
    cells = {role: cell for role, cell in row.cells.items() if role != "acquired"}
    return replace(row, kind="record", cells={**cells, "description": Cell(whole, span(above.words))}, label=whole)


def begins_contract(state: Open, lines: Sequence[Line], at: int) -> bool:
    """Whether a line is the beginning of the name of an option that goes on in the row right below with its expiry."""
    if state.header is None or state.header.kind != "holdings" or at + 1 == len(lines) or tells_terms(lines[at].text):
        return False
    below = read_row(lines[at + 1], state.header)
    return below.kind == "lot" and tells_terms(f"{lines[at].text} {below.label}")

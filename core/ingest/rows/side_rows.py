"""Rows of a table of costs that tell which shares they are of in a column of their own, beside the name or alone.

`Quill Balanced Fund | Covered | 80.000 …` over `| Noncovered | 40.500 …`: what stands there goes on with the name, or
is all that the row is called.
"""

from dataclasses import replace

from core.ingest.lexicon.vocabulary import NAMES, NUMBERS
from core.ingest.nouns.events import Cell
from core.ingest.nouns.head import Header
from core.ingest.nouns.words import phrases, span, text_of
from core.ingest.rows.block_lines import is_side, side_behind
from core.ingest.rows.rows import Row


def with_side(row: Row, header: Header) -> Row:
    """The row with the side that it stands for behind its name, or for one; of tables without prices and days."""
    told = any(name in row.cells for name in NAMES if name != "description")
    if row.kind not in ("record", "numbers") or header.kind != "holdings" or told or "quantity" not in row.cells:
        return row
    if header.has("price") or header.has("acquired"):
        return row
    figures = min(
        (cell.box[0] for role, cell in row.cells.items() if role in NUMBERS and cell.box is not None), default=0
    )
    runs = [run for run in phrases(row.line.words, 1.0) if run[-1].x1 <= figures]
    side = next((text_of(run) for run in runs[:2] if is_side(text_of(run))), None)
    name = row.cells.get("description")
    if side is None or (name is not None and (is_side(name.text) or side_behind(name.text))):
        return row
    label = side if name is None else f"{name.text} {side}"
    box = name.box if name is not None else span(row.line.words)
    return replace(row, kind="record", label=label, cells={**row.cells, "description": Cell(label, box)})

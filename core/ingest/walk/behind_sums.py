"""What stands of a security behind the sum of its lots: its name that goes on overleaf, its identifier below."""

from core.ingest.lexicon.identifiers import labelled
from core.ingest.lexicon.sections import OF_ONE_SECURITY, section_key, total_name
from core.ingest.lines.continuation import LABEL, SPACING
from core.ingest.lines.open_table import Open
from core.ingest.nouns.events import Record, Total
from core.ingest.nouns.words import Line
from core.ingest.rows.block_lines import add_detail
from core.ingest.rows.rows import Row

IDENTIFIERS = frozenset({"cusip", "isin", "symbol"})


def open_again(state: Open, row: Row) -> None:
    """The security whose name goes on overleaf is open again where the sum of its lots is all that follows there.

    `QUILL HARBOR FUND (continued)` over `Security total   2,046.715   68.644`.
    """
    name = total_name(row.label)
    summed = name is not None and section_key(name) in OF_ONE_SECURITY and "quantity" in row.cells
    if summed and state.waiting and state.go_on_waiting():
        state.row = None


def identifies_summed(state: Open, line: Line) -> bool:
    """Whether a line right below the sum of the lots of a security is its identifier, which it lacks; added to that.

    The words of a security and its lots stand side by side, and there are more lines of the words.
    """
    last = next((event for event in reversed(state.events) if isinstance(event, Record | Total)), None)
    above, summed = state.closed, state.last_line
    if not isinstance(last, Total) or above is None or summed is None or state.record is not None or state.waiting:
        return False
    near = summed.page == line.page and 0 <= line.top - summed.bottom < SPACING * line.size
    told = labelled(line.text) if near and LABEL.match(line.text) else {}
    words = [cell.text for role, cell in above.cells.items() if role == "description"]
    held = {*above.cells, *labelled(" ".join([*words, *above.details]))}
    if "quantity" not in last.cells or not told or held & IDENTIFIERS:
        return False
    add_detail(above, line.text, line)
    return True

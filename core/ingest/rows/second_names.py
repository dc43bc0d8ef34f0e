"""The names on the second line of a row: what they are by the lower of two heads, and what stands beside them."""

from collections.abc import Mapping, Sequence

from core.ingest.heads.assign import Assigned
from core.ingest.lexicon.asset_kinds import BOND_TERMS
from core.ingest.lexicon.identifiers import is_symbol, labelled
from core.ingest.lexicon.vocabulary import NAMES
from core.ingest.nouns.events import Cell
from core.ingest.nouns.head import Header
from core.ingest.nouns.words import Line, span


def second_names(cells: Mapping[str, Cell], header: Header) -> dict[str, Cell]:
    """The names on a second line, each by what the lower of two heads calls it: `Symbol` over `Description`.

    What cannot be that goes on with the name: `DUE 08/15/2029` under `(CUSIP)`.
    """
    lower = {one.role: one.under for one in header.columns if one.role in NAMES and one.under in NAMES}
    names = {role: cell for role, cell in cells.items() if role in NAMES}
    told = {role: lower.get(role) or role for role in names}
    return {role if _is_no(told[role], cell.text) else told[role]: cell for role, cell in names.items()}


def _is_no(role: str, text: str) -> bool:
    """Whether a text cannot be a number or symbol of a security, whatever the head over it says."""
    return role in ("cusip", "isin", "symbol") and " " in text and not (labelled(text) or is_symbol(text))


def with_own_day(cells: dict[str, Cell], found: Assigned, kinds: Sequence[str] = ("date",)) -> dict[str, Cell]:
    """The cells of a second line, the text with a day that stands before it: `08/03/2040 (934232A58)`; or a rate."""
    text = cells.get("description")
    before = [token for token in found.left_over if token.kind in kinds]
    if text is None or text.box is None or len(before) != 1 or before[0].box[2] > text.box[0]:
        return cells
    return {**cells, "description": Cell(f"{before[0].text} {text.text}", before[0].box)}


def with_terms(cells: dict[str, Cell], found: Assigned, line: Line, under: Mapping[str, Cell]) -> dict[str, Cell]:
    """The cells of a second line, where it tells terms of a bond with all of their words, days and figures.

    `5.500% FEB 15 2034 DTD 2/15/24   110,066.81`: no head stands over the names.
    """
    first = min((cell.box[0] for cell in under.values() if cell.box is not None), default=0.0)
    words = [word for word in line.words if word.x1 < first]
    told = " ".join(word.text for word in words)
    if not {"description"} <= set(cells) <= {"description", "symbol"} or not BOND_TERMS.search(told):
        return with_own_day(cells, found, ("date", "percent"))
    return {"description": Cell(told, span(words))}

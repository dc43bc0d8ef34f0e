"""Which rows of a table file are lots of the security above them, and which the security itself.

A column of levels says so (`Lot`, `Summary`), else the row does: a day where its name would stand, or a day and no
name but `Lot 2`.
"""

import re
from collections.abc import Sequence
from typing import Literal

from core.ingest.lexicon.dates import is_date
from core.ingest.lexicon.vocabulary import NAMES
from core.ingest.nouns.events import Cell

LEVEL_HEAD = re.compile(
    r"(?:row |record |line |data |holding )?(?:level|type)|detail level|level ?of ?detail|record|row|position/lot|"
    r"data ?discriminator|"
    r"(?:tax )?lot(?: (?:id|no\.?|number|#))?",
    re.I,
)
LOT_LEVEL = re.compile(r"(?:tax ?)?lots?|lot detail|tax ?lot detail")
POSITION_LEVEL = re.compile(r"positions?|holdings?|securit(?:y|ies)|summary|parent|master")
SUM_LEVEL = re.compile(r"(?:sub-?)?totals?")
LOT_NAME = re.compile(r"[-–>• ]*(?:tax )?lots?\s*(?:#|no\.?)?\s*(?:\d+)?", re.I)


def level_column(heads: Sequence[str]) -> int | None:
    """The place of the column that says what each row is; None where there is none."""
    return next((place for place, head in enumerate(heads) if LEVEL_HEAD.fullmatch(head)), None)


def level_of(cells: Sequence[str], column: int | None, named: bool) -> Literal["lot", "position"] | None:
    """What the column of levels says of a row: a lot, or the position itself, whose total names the security."""
    if column is None or column >= len(cells):
        return None
    found = cells[column].lower()
    if LOT_LEVEL.fullmatch(found):
        return "lot"
    whole = POSITION_LEVEL.fullmatch(found) or (named and SUM_LEVEL.fullmatch(found))
    return "position" if whole else None


def is_lot(found: dict[str, Cell]) -> bool:
    """Whether a row with a quantity is a lot; its day then stands under `acquired`, and it has no name of its own."""
    dated = next((role for role in NAMES if role in found and is_date(found[role].text)), None)
    if dated is not None:
        found["acquired"] = found.pop(dated)
    numbered = "acquired" in found and "description" in found and LOT_NAME.fullmatch(found["description"].text)
    if numbered:
        del found["description"]
    return dated is not None or ("acquired" in found and not any(role in found for role in NAMES))

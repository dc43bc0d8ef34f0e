"""Heads of two: two whole labels over one another or parted by a stroke, as of a second line under each row.

`Price` over `Cost`, `Holding / lot acquired`: the column has the role of the first, what stands under it that of the
second.
"""

import re
from collections.abc import Sequence

from core.ingest.lexicon.vocabulary import DATE_WORDS, NUMBERS, known_role, role_of

STACKABLE = NUMBERS | {"other", "currency", "acquired"}
DOING = ("type", "activity")
SHARE_OF = re.compile(r"(?:%|percent(?:age)?) of (?:[a-z.]+ ){0,2}(?:value|assets|portfolio|account|holdings)", re.I)
"""A head of two lines that is one label, `% of Mkt` over `Value`."""
STROKE = re.compile(r"[/|&,]| and | or ", re.I)
"""What stands between two labels on one line."""


def stacked_roles(label: str, pieces: Sequence[str]) -> tuple[str | None, str | None]:
    """The role of a column, and that of a second line under it where two whole labels stand over one another."""
    whole = role_of(label)
    if whole == "value" and "accrued" in label.lower():
        return "value", "accrued"
    if len(pieces) == 2 and "/" in (pieces[0][-1], pieces[1][0]) and known_role(pieces[0]) == known_role(pieces[1]):
        return whole, known_role(pieces[1])
    if _is_name_over_lots(label):
        return "description", "acquired"
    if len(pieces) == 2 and known_role(pieces[0]) == known_role(pieces[1]) == "cost":
        return "cost", "cost"
    if known_role(label) is not None or SHARE_OF.fullmatch(label):
        return whole, None
    for above, below in _parted(label, pieces):
        roles = [known_role(part) or (role_of(part) if _is_said(part) else None) for part in (above, below)]
        roles[0] = "other" if roles[0] is None and role_of(above) == "other" else roles[0]
        if roles == ["description", "acquired"]:
            return "description", "acquired"
        if roles == ["commitment", "cost"]:
            return "commitment", "called"
        if roles[0] in ("price", "value") and roles[1] == "nav_date":
            return roles[0], "nav_date"
        if {*roles} <= STACKABLE and {*roles} & {*NUMBERS, "acquired"}:
            return roles[0], roles[1]
    return (_doing(pieces) if whole is None else whole), None


def _doing(pieces: Sequence[str]) -> str | None:
    """What the upper of two heads calls the column, where it says what was done: `Type` over `Selection Method`."""
    role = known_role(pieces[0]) if len(pieces) > 1 else None
    return role if role in DOING else None


def _is_said(part: str) -> bool:
    """Whether a part of a head is surely one of its own: a stroke ends it, or it tells a day, `Price on 6/30/2026`."""
    return part.endswith("/") or DATE_WORDS.search(part.lower()) is not None


def _parted(label: str, pieces: Sequence[str]) -> list[tuple[str, str]]:
    """The ways to part a stacked head into one above and one below it; the lowest line alone comes first."""
    pieces = [piece for piece in pieces if piece.lower() not in ("and", "&", "/", "or", "with")]
    if len(pieces) == 1:
        above, slash, below = label.partition("/")
        return [(above, below)] if slash and "/" not in below else []
    return [(" ".join(pieces[:cut]), " ".join(pieces[cut:])) for cut in range(len(pieces) - 1, 0, -1)]


def _is_name_over_lots(label: str) -> bool:
    """Whether a head names the security and, behind a stroke, the day of its lots: `Holding / lot acquired`."""
    first, *others = STROKE.split(label)
    if not others or known_role(first) != "description":
        return False
    return known_role(label) == "acquired" or any(role_of(one) == "acquired" for one in others)

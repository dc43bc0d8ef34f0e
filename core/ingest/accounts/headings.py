"""The headings above what is read now: larger ones hold smaller ones, and a section that goes on keeps what it held.

Of two in letters of one size the first holds the second where that stands further right, right under it or as the name
of a sector: `Domestic Equity` over `Health Care` in the column of names.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from core.domain.statement import AssetType, StatementLine
from core.ingest.lexicon.sections import is_sector, kind_of_section, section_key
from core.ingest.nouns.events import Heading

ALIKE = 1.03
INDENT, SAME = 10.0, 3.0
"""How far right of a heading one that it holds begins, and how near those side by side in it, in points."""


@dataclass(frozen=True, slots=True)
class Above:
    """A heading: its name, the size of its letters, its edges, and how many lines the account had before it.

    `held`: the heading over it is as large.
    """

    name: str
    level: float
    edges: tuple[float, float] | None
    lines: int
    held: bool = False


@dataclass(slots=True)
class Headings:
    """Each heading that stands above, the largest first.

    `suspended` are those that stood before the last heading that was as large or larger.
    """

    above: list[Above] = field(default_factory=list)
    suspended: list[Above] = field(default_factory=list)

    def clear(self) -> None:
        """Another account begins: nothing stands above."""
        self.above = []

    def take(self, heading: Heading, lines: Sequence[StatementLine]) -> None:
        """One heading more, over the `lines` that the account has so far."""
        key = section_key(heading.text)
        at = next((place for place, one in enumerate(self.above) if section_key(one.name) == key), None)
        held = any(section_key(part) == key for line in lines for part in line.section.split(" / "))
        if heading.again and at is None and any(section_key(one.name) == key for one in self.suspended):
            self.above = list(self.suspended)
            return
        if heading.again and self.above and (at is not None or not held):
            return
        if at is not None:
            del self.above[at + 1 :]
            return
        self.suspended = list(self.above) or self.suspended
        box = heading.where.box
        new = Above(heading.text.replace(" / ", "/"), heading.level, (box[0], box[2]) if box else None, len(lines))
        within = False
        while self.above and self.above[-1].level <= heading.level * ALIKE and not within:
            within = _holds(self.above[-1], new)
            if not within:
                beside = self.above.pop()
                within = beside.held and _stand_alike(beside, new)
        self.above.append(replace(new, held=within))

    def close(self, name: str) -> None:
        """What stands after the total of a section is not in it."""
        key = section_key(name)
        at = next((place for place, one in enumerate(self.above) if key and section_key(one.name) == key), None)
        if at is not None:
            del self.above[at:]

    @property
    def section(self) -> str:
        """The names of all headings above, the largest first."""
        return " / ".join(one.name for one in self.above)

    @property
    def last(self) -> str:
        """The nearest heading above; empty where none stands there."""
        return self.above[-1].name if self.above else ""

    @property
    def kinds(self) -> list[AssetType]:
        """The kinds of securities that the headings name, the nearest first."""
        return [kind for one in reversed(self.above) if (kind := kind_of_section(one.name)) is not None]

    @property
    def of_cash(self) -> bool:
        """Whether a heading above is that of cash."""
        return any(re.match(r"cash\b", one.name, re.I) or kind_of_section(one.name) == "cash" for one in self.above)


def _holds(one: Above, other: Above) -> bool:
    """Whether a heading holds one of its size: set in under it, with no line between them, or as that of a sector."""
    if one.edges is None or other.edges is None or one.level > other.level * ALIKE or other.level > one.level * ALIKE:
        return False
    centred = abs(sum(one.edges) - sum(other.edges)) < 2 * SAME
    if other.edges[0] - one.edges[0] < INDENT or centred or kind_of_section(one.name) in (None, "cash", "money_market"):
        return False
    return is_sector(other.name) or one.lines == other.lines


def _stand_alike(one: Above, other: Above) -> bool:
    return one.edges is not None and other.edges is not None and abs(one.edges[0] - other.edges[0]) < SAME

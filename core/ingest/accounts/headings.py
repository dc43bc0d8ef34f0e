"""The headings above what is read now: larger ones hold smaller ones, and a section that goes on keeps what it held."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from core.domain.statement import AssetType, StatementLine
from core.ingest.lexicon.sections import kind_of_section, section_key
from core.ingest.nouns.events import Heading

ALIKE = 1.03


@dataclass(slots=True)
class Headings:
    """Name and type size of each heading that stands above, the largest first.

    `suspended` are those that stood before the last heading that was as large or larger.
    """

    above: list[tuple[str, float]] = field(default_factory=list)
    suspended: list[tuple[str, float]] = field(default_factory=list)

    def clear(self) -> None:
        """Another account begins: nothing stands above."""
        self.above = []

    def take(self, heading: Heading, lines: Iterable[StatementLine]) -> None:
        """One heading more, over the `lines` that the account has so far."""
        key = section_key(heading.text)
        at = next((place for place, (name, _) in enumerate(self.above) if section_key(name) == key), None)
        held = any(section_key(part) == key for line in lines for part in line.section.split(" / "))
        if heading.again and at is None and any(section_key(name) == key for name, _ in self.suspended):
            self.above = list(self.suspended)
            return
        if heading.again and self.above and (at is not None or not held):
            return
        if at is not None:
            del self.above[at + 1 :]
            return
        self.suspended = list(self.above) or self.suspended
        while self.above and self.above[-1][1] <= heading.level * ALIKE:
            self.above.pop()
        self.above.append((heading.text.replace(" / ", "/"), heading.level))

    def close(self, name: str) -> None:
        """What stands after the total of a section is not in it."""
        key = section_key(name)
        at = next((place for place, (text, _) in enumerate(self.above) if key and section_key(text) == key), None)
        if at is not None:
            del self.above[at:]

    @property
    def section(self) -> str:
        """The names of all headings above, the largest first."""
        return " / ".join(name for name, _ in self.above)

    @property
    def last(self) -> str:
        """The nearest heading above; empty where none stands there."""
        return self.above[-1][0] if self.above else ""

    @property
    def kinds(self) -> list[AssetType]:
        """The kinds of securities that the headings name, the nearest first."""
        return [kind for name, _ in reversed(self.above) if (kind := kind_of_section(name)) is not None]

    @property
    def of_cash(self) -> bool:
        """Whether a heading above is that of cash."""
        return any(re.match(r"cash\b", name, re.I) or kind_of_section(name) == "cash" for name, _ in self.above)

"""Whose the rows of a table file are, as far as lots of another sheet tell it: by number, by its end, or by a name.

A sheet of lots may call an account by its number, by the end of it, by its title, or not at all.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from core.ingest.lexicon.registrations import tells_number
from core.ingest.nouns.events import Event, Fact, Record

WHOSE = ("account", "account_name", "holder", "owner", "nickname", "registration", "institution")
NAMING = ("account", "account_name", "nickname", "holder", "owner")
KINDS = ("holdings", "lots")
LEAST_END = 3
LABEL = re.compile(r"^(?:ACCOUNT|ACCT)?[X]*(?=[A-Z]?\d)")


@dataclass(slots=True)
class Told:
    """What a row tells of its account: the text of its own cells, or of the title over it."""

    own: str
    above: str

    @property
    def text(self) -> str:
        """The surer of both."""
        return self.own or self.above


@dataclass(slots=True)
class Accounts:
    """The accounts of positions, and the names that they go by."""

    keys: set[str] = field(default_factory=set)
    names: dict[str, set[str]] = field(default_factory=dict)

    def add(self, told: Told, names: Sequence[str]) -> str:
        """The key of the account of a position, which goes by those names."""
        key = plain(told.text)
        self.keys.add(key)
        for name in filter(None, map(plain, names)):
            self.names.setdefault(name, set()).add(key)
        return key

    def find(self, text: str) -> str | None:
        """The key of the account that a text tells, by all of its number or its end, or by a name of it alone."""
        wanted = plain(text)
        if wanted in self.keys:
            return wanted
        ends = {key for key in self.keys if key and tells_number(text) and _same_end(key, wanted)}
        found = ends or self.names.get(wanted, set())
        return next(iter(found)) if len(found) == 1 else None


def with_accounts(events: Sequence[Event]) -> Iterator[tuple[Event, Told, list[str]]]:
    """Each event with what tells its account, and all names that this goes by."""
    above, beside = "", list[str]()
    for event in events:
        if isinstance(event, Fact) and event.kind in ("account", "named"):
            above, beside = event.text, []
        elif isinstance(event, Fact) and event.kind in ("owner", "registration"):
            beside.append(event.text)
        own, names = "", list[str]()
        if isinstance(event, Record) and event.kind in KINDS:
            names = [event.cells[role].text for role in NAMING if role in event.cells]
            numbers = [text for text in names[:1] if "account" in event.cells and tells_number(text)]
            own = next(iter(numbers or names), "")
        yield event, Told(own, above), [*names, *beside]


def plain(text: str) -> str:
    """A number or a name as letters and digits, without what hides the rest of a number."""
    return LABEL.sub("", re.sub(r"[^A-Z0-9]", "", text.upper()))


def _same_end(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= LEAST_END and long.endswith(short)

"""The desk a person works at: the store, the price feed, the clock, and who is sitting there."""

import getpass
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime

from core.access import require
from core.domain.canonical import from_plain
from core.domain.errors import NotAllowed
from core.domain.person import Permission, Person
from core.market.calendar import NEW_YORK, last_close, previous_session
from core.market.feed import Feed
from core.market.feeds import open_feed
from core.settings import Settings, read_settings
from core.store import Store, memory_store, open_store
from core.workflow.clock import utc_now
from core.workflow.concerning import symbols_in

CLI_NEVER: frozenset[str] = frozenset(
    {"approve", "sign_off", "issue_documents", "adopt_mandate", "manage_people", "sign", "release"}
)
"""The command line reads, drafts and verifies; it never approves, signs or releases."""


@dataclass(frozen=True, slots=True)
class BookCard:
    """What the book is called, and its own date where it does not follow the calendar."""

    title: str = ""
    book_date: date | None = None
    version: int = 1


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything a workflow function needs. `actor` is None where nobody has signed in."""

    settings: Settings
    store: Store
    feed: Feed
    actor: Person | None
    clock: Callable[[], datetime] = utc_now
    book: BookCard = BookCard()

    @classmethod
    def open(cls, settings: Settings | None = None, actor: Person | None = None) -> "Desk":
        """The configured database, made on first use."""
        settings = settings or read_settings()
        store = open_store(settings)
        store.index_securities(symbols_in)
        body = store.get("book", "book", None)
        book = from_plain(BookCard, json.loads(body)) if body else BookCard()
        return cls(settings, store, open_feed(settings), actor, book=book)

    @classmethod
    def sample(cls, actor: str = "advisor") -> "Desk":
        """The demo book in memory, with the demo person of that role (or id) signed in."""
        from core.workflow import demo

        desk = cls(read_settings({"PLUMBLINE_HOME": "."}), memory_store(), demo.demo_feed(), None)
        return demo.fill(desk).acting_as(demo.person_for(actor))

    def acting_as(self, person: Person | None) -> "Desk":
        """The same desk with another person at it."""
        return replace(self, actor=person)

    def require(self, permission: Permission) -> Person:
        """The person at the desk, if they may; NotAllowed says what is missing otherwise."""
        if self.actor is None:
            raise NotAllowed("Nobody is signed in.")
        if self.actor.id.startswith("cli:") and permission in CLI_NEVER:
            raise NotAllowed("The command line reads, drafts and verifies; a person approves, signs and releases.")
        require(self.actor, permission)
        return self.actor

    def now(self) -> datetime:
        """This moment, UTC."""
        return self.clock()

    def today(self) -> date:
        """The book's own date where it has one (the demo book), else this day in New York."""
        return self.book.book_date or self.clock().astimezone(NEW_YORK).date()

    def last_close(self) -> date:
        """The last session that has closed: by the end of the book's own date, else by this moment."""
        return previous_session(self.book.book_date) if self.book.book_date else last_close(self.clock())


def command_line_person() -> Person:
    """`cli:<system user>` in the role advisor."""
    user = re.sub(r"[^A-Za-z0-9._-]", "_", getpass.getuser())
    return Person(f"cli:{user}", user, "advisor")

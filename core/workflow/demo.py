"""The demo book: eight invented households and their profiles, five mandates, a fixed date, simulated prices."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from core.access import hash_password
from core.domain.bands import Bands
from core.domain.canonical import from_plain, load_json
from core.domain.errors import BadInput
from core.domain.firm import Firm
from core.domain.household import Household
from core.domain.mandate import Mandate
from core.domain.person import Person
from core.domain.profile import InvestmentProfile
from core.market.feed import Feed
from core.market.simulated import SimulatedFeed
from core.settings import DEMO
from core.store import FIRM
from core.workflow.compliance import profile_put
from core.workflow.desk import BookCard, Desk, command_line_person
from core.workflow.people import person_puts
from core.workflow.saving import Put, put_with_events

N = TypeVar("N")


def fill(desk: Desk) -> Desk:
    """Put the demo book into an empty store; returns the desk that stands on it. A full store is refused."""
    if desk.store.latest("household") or desk.store.latest("book"):
        raise BadInput("demo", "this home already holds a book; name an empty one in PLUMBLINE_HOME")
    card = demo_card()
    secret = hash_password(demo_password())
    people = [put for someone in demo_people() for put in person_puts(someone, secret)]
    mandates = [Put("mandate", one.id, one.version, one) for one in _all("mandates", Mandate)]
    homes = [
        Put("household", one.id, 1, replace(one, version=1), client=one.id) for one in _all("households", Household)
    ]
    with desk.store.transaction() as tx:
        put_with_events(desk, tx, "book.opened", Put("book", "book", 1, card))
        put_with_events(desk, tx, "firm.set", Put("firm", "firm", 1, replace(demo_firm(), version=1), client=FIRM))
        put_with_events(desk, tx, "person.added", *people)
        put_with_events(desk, tx, "mandate.adopted", *mandates)
        put_with_events(desk, tx, "household.created", *homes)
        put_with_events(desk, tx, "profile.set", *map(profile_put, _all("profiles", InvestmentProfile)))
        tx.anchor(desk.now())
    return replace(desk, book=card)


def first_look(desk: Desk) -> None:
    """Set the mandates' limits on metrics and look once, so that a fresh demo book has limits and alerts to show."""
    if desk.book != demo_card() or desk.store.latest("check"):
        return
    from core.workflow.monitoring import monitor

    known = {one.id for one in desk.store.latest("bands")}
    limits = [Put("bands", one.id, one.version, one) for one in _all("bands", Bands) if one.id not in known]
    someone = desk.acting_as(command_line_person())
    with desk.store.transaction() as tx:
        put_with_events(someone, tx, "bands.set", *limits, note="limits on metrics")
    monitor(someone)


def demo_card() -> BookCard:
    """What the demo book is called, and its date."""
    return BookCard("Demo book, invented clients", book_date())


def demo_firm() -> Firm:
    """The invented firm whose letterhead the demo book prints on."""
    return from_plain(Firm, _plain(DEMO / "firm.json"), "firm")


def demo_people() -> tuple[Person, ...]:
    """The people of the demo book, one for each role at least."""
    return from_plain(tuple[Person, ...], _plain(DEMO / "people.json"), "people")


def person_for(role_or_id: str) -> Person:
    """The demo person of that id, or the first of that role."""
    everyone = demo_people()
    found = [one for one in everyone if role_or_id in (one.id, one.role)]
    if not found:
        raise BadInput("actor", f"no demo person '{role_or_id}'; there are {', '.join(one.id for one in everyone)}")
    return found[0]


def book_date() -> date:
    """The date at which the demo book stands."""
    return date.fromisoformat(_plain(DEMO / "book.json")["book_date"])


def demo_password() -> str:
    """The password of every demo person; it opens nothing but the demo book."""
    password: str = _plain(DEMO / "book.json")["demo_password"]
    return password


def demo_feed() -> Feed:
    """The simulated market that the demo book is priced by."""
    return SimulatedFeed()


def _all(folder: str, noun: type[N]) -> tuple[N, ...]:
    return tuple(from_plain(noun, _plain(path), path.name) for path in sorted((DEMO / folder).glob("*.json")))


def _plain(path: Path) -> Any:
    return load_json(path.read_bytes(), path.name)

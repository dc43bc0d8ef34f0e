"""Every page of the app: its address, its section of the menu, and the permission without which it is not shown."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any, Literal

import streamlit as st

from core.access import allowed
from core.domain.person import Permission, Person
from pages.shared.session import me


@dataclass(frozen=True, slots=True)
class Place:
    """One page. `module` has a `render()`; it is imported when the page is first opened.

    A place that is not `listed` has no entry in the menu: it is reached from another one.
    """

    section: str
    title: str
    module: str
    needs: Permission
    listed: bool = True


PLACES: Mapping[str, Place] = {
    "overview": Place("Book", "Overview", "pages.book.overview", "read_clients"),
    "alerts": Place("Book", "Alerts", "pages.book.alerts", "read_clients"),
    "statements": Place("Clients", "Statements", "pages.clients.statements", "read_clients"),
    "statement": Place("Clients", "Statement", "pages.clients.statements", "read_clients", listed=False),
    "layouts": Place("Clients", "Layouts", "pages.clients.layouts", "read_clients"),
    "households": Place("Clients", "Households", "pages.clients.households", "read_clients"),
    "holdings": Place("Clients", "Holdings", "pages.clients.holdings", "read_clients"),
    "ledger": Place("Clients", "Tax ledger", "pages.clients.ledger", "read_clients"),
    "drift": Place("Monitoring", "Drift", "pages.monitoring.drift", "read_clients"),
    "heat-maps": Place("Monitoring", "Heat maps", "pages.monitoring.heat_maps", "read_clients"),
    "exposure": Place("Monitoring", "Exposure", "pages.monitoring.exposure", "read_clients"),
    "bands": Place("Monitoring", "Bands", "pages.monitoring.bands", "read_clients"),
    "what-if": Place("Rebalancing", "What if", "pages.rebalancing.what_if", "read_clients"),
    "proposal": Place("Rebalancing", "Proposal", "pages.rebalancing.proposal", "read_clients"),
    "review": Place("Rebalancing", "Review", "pages.rebalancing.review", "read_clients"),
    "mandates": Place("Committee", "Mandates", "pages.committee.mandates", "read_clients"),
    "models": Place("Committee", "Models", "pages.committee.models", "read_clients"),
    "policy-lab": Place("Committee", "Policy lab", "pages.committee.policy_lab", "read_clients"),
    "documents": Place("Compliance", "Documents", "pages.compliance.documents", "read_documents"),
    "client-file": Place("Compliance", "Client file", "pages.compliance.client_file", "read_documents"),
    "products": Place("Compliance", "Products", "pages.compliance.products", "read_clients"),
    "audit-trail": Place("Compliance", "Audit trail", "pages.compliance.audit_trail", "read_trail"),
    "market-data": Place("Settings", "Market data", "pages.settings.market_data", "market_data"),
    "second-factor": Place("Settings", "Second factor", "pages.settings.second_factor", "verify"),
    "firm": Place("Settings", "Firm", "pages.settings.firm", "manage_people"),
    "keys": Place("Settings", "Keys", "pages.settings.keys", "verify"),
    "people": Place("Settings", "People", "pages.settings.people", "manage_people"),
}
SIGN_OUT = "sign-out"


def menu(person: Person | None) -> dict[str, list[Any]]:
    """Sections with the pages that this person may open; all of them (hidden) while nobody is signed in."""
    sections: dict[str, list[Any]] = {}
    open_to = [name for name, place in PLACES.items() if person is None or allowed(person, place.needs)]
    for name in open_to:
        sections.setdefault(PLACES[name].section, []).append(page(name, default=name == open_to[0]))
    if person is not None:
        leaving = st.Page(_runner("pages.shared.sign_out"), title="Sign out", url_path=SIGN_OUT)
        sections[person.name.replace("[", "(").replace("]", ")")] = [leaving]
    return sections


def page(name: str, default: bool = False) -> Any:
    """The page of that address."""
    place = PLACES[name]
    seen: Literal["visible", "hidden"] = "visible" if place.listed else "hidden"
    return st.Page(_runner(place.module), title=place.title, url_path=name, default=default, visibility=seen)


def lead_on(address: str) -> None:
    """From the inbox to the one statement that the address asks for, whose entry in the menu then leads back; and back
    to the inbox where it asks for none."""
    one = bool({"statement", "teach"} & set(st.query_params))
    if address == ("statements" if one else "statement"):
        go("statement" if one else "statements", **st.query_params.to_dict())


def go(name: str, **query: str) -> None:
    """Open another page, bookmarkable by its query parameters."""
    st.switch_page(front() if name == _first_open() else page(name), query_params=query)


def front() -> Any:
    """The page on which the person at the desk arrives."""
    return page(_first_open(), default=True)


def _first_open() -> str:
    return next(name for name, place in PLACES.items() if allowed(me(), place.needs))


@cache
def _runner(module: str) -> Callable[[], None]:
    """A page's `render`, its module imported on the first visit."""

    def run() -> None:
        import_module(module).render()

    return run

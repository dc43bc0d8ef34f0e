"""The sign-in screen: who you are, and the password; in the demo book one person for each role."""

import streamlit as st

from core.domain.errors import NotAllowed
from core.domain.person import Person
from core.present.html import page_head, tag
from core.workflow import demo, people
from pages.shared.session import NOTICE, arrive, house
from pages.shared.widgets import plain

ROLES: dict[str, tuple[str, str]] = {
    "advisor": ("Advisor", "reads statements, drafts, submits, issues"),
    "committee": ("Investment committee", "approves, returns, adopts mandates"),
    "compliance": ("Compliance officer", "approves, reads every document, verifies the trail"),
    "admin": ("Administrator", "people and settings, no client data"),
}


def render() -> None:
    """Ask who is there."""
    _, middle, _ = st.columns([1, 1.1, 1])
    with middle:
        st.html(page_head("Who is at the desk?", [_where()]))
        if NOTICE in st.session_state:
            st.info(st.session_state.pop(NOTICE), icon=":material/info:")
        with st.form("sign-in", border=True):
            everyone = _everyone()
            chosen = st.radio(
                "Person", list(everyone), format_func=lambda one: _name(everyone[one]),
                captions=[ROLES[person.role][1] for person in everyone.values()],
            )  # fmt: skip
            password = st.text_input("Password", value=_prefilled(), type="password", autocomplete="current-password")
            if st.form_submit_button("Sign in", type="primary", width="stretch"):
                _try(chosen, password)
        if _is_demo():
            st.html(tag("p", "Demo book: the password of every invented person is filled in.", css="pl-line"))


def _everyone() -> dict[str, Person]:
    """Those who may sign in, advisors first."""
    order = list(ROLES)
    known = sorted(people.people(house()), key=lambda person: (order.index(person.role), person.name))
    return {person.id: person for person in known if person.active}


def _try(person_id: str | None, password: str) -> None:
    try:
        arrive(person_id or "", password)
    except NotAllowed as refusal:
        st.error(f"{refusal} Nothing was opened; try again.", icon=":material/lock:")
    else:
        st.rerun()


def _name(person: Person) -> str:
    return plain(f"{person.name} · {ROLES[person.role][0]}")


def _is_demo() -> bool:
    return house().book.title.startswith("Demo")


def _prefilled() -> str:
    return demo.demo_password() if _is_demo() else ""


def _where() -> str:
    return house().book.title or "Everything stays on this machine."

"""Who sits at the desk in this browser session. Only ids and the desk itself stand in the session state."""

import streamlit as st

from core.domain.errors import NotAllowed
from core.domain.person import Person
from core.present.cookie import cookie_name, forget_script, keep_script
from core.workflow import demo, people
from core.workflow.desk import Desk

DESK, TOKEN, NOTICE, KEPT = "desk", "token", "notice", "token-kept"


@st.cache_resource(show_spinner=False)
def house() -> Desk:
    """The store and the price feed, opened once for all sessions; an empty home is given the demo book."""
    opened = Desk.open()
    filled = opened if people.people(opened) else demo.fill(opened)
    demo.first_look(filled)
    return filled


def sit_down() -> Desk | None:
    """The desk of whoever is signed in here, or None; an idle session has ended."""
    token = st.session_state.get(TOKEN) or _remembered()
    if token is None:
        return None
    someone = people.current(house(), token)
    if someone is None:
        leave("You were signed out after 15 quiet minutes. Nothing was lost; sign in to go on.")
        return None
    st.session_state[DESK] = house().acting_as(someone)
    return desk()


def _remembered() -> str | None:
    """The session that the browser's cookie names, taken up again after a reload or in a new window."""
    token = st.context.cookies.get(cookie_name(str(house().settings.home))) if house().settings.remember else None
    if not token or people.current(house(), token) is None:
        return None
    st.session_state[TOKEN] = st.session_state[KEPT] = token
    return token


def keep_cookie() -> None:
    """Let the browser remember the session, or forget the one that has ended; once for each."""
    settings = house().settings
    token = st.session_state.get(TOKEN)
    if not settings.remember or st.session_state.get(KEPT) == token:
        return
    name = cookie_name(str(settings.home))
    if token is not None:
        st.html(keep_script(name, token), unsafe_allow_javascript=True)
    elif st.context.cookies.get(name) or KEPT in st.session_state:
        st.html(forget_script(name), unsafe_allow_javascript=True)
    st.session_state[KEPT] = token


def desk() -> Desk:
    """The desk of this session. Raises NotAllowed where nobody has signed in."""
    found: Desk | None = st.session_state.get(DESK)
    if found is None:
        raise NotAllowed("Nobody is signed in.")
    return found


def still_here() -> None:
    """For a part of a page that runs by itself: an ended session goes back to the sign-in screen."""
    if TOKEN in st.session_state and sit_down() is None:
        st.rerun()


def watching() -> None:
    """For a part of a page that renews itself: an ended session goes to sign in; renewing is no use of it."""
    token = st.session_state.get(TOKEN)
    if token is not None and not people.still_signed_in(house(), token):
        st.rerun()


def me() -> Person:
    """The person at the desk."""
    someone = desk().actor
    if someone is None:
        raise NotAllowed("Nobody is signed in.")
    return someone


def arrive(person_id: str, password: str) -> None:
    """Sign in; NotAllowed says that the two do not belong together."""
    token = people.sign_in(house(), person_id, password)
    st.session_state.clear()
    st.session_state[TOKEN] = token


def leave(notice: str = "") -> None:
    """End the session on both sides."""
    token = st.session_state.get(TOKEN)
    if token is not None:
        people.sign_out(house(), token)
    st.session_state.clear()
    st.session_state[KEPT] = token
    if notice:
        st.session_state[NOTICE] = notice

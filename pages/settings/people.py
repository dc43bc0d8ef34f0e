"""People: who may sign in, in which role; the administrator adds them here."""

from typing import get_args

import streamlit as st

from core.domain.person import Person, Role
from core.present.html import Cell, Column, table
from core.words.sentences import count
from core.workflow.people import add_person, people, set_active
from core.workflow.second_factor import has_code, remove_code
from pages.shared.session import desk, me
from pages.shared.sign_in import ROLES
from pages.shared.widgets import calm, plain, quiet, show_head, show_section


def render() -> None:
    """Draw the page."""
    desk().require("manage_people")
    everyone = people(desk())
    show_head(f"{count(len(everyone), 'person', 'people', begin=True)} may sign in", ["Permission follows the role"])
    coded = {one.id: one.name for one in everyone if has_code(desk(), one.id)}
    left, right = st.columns([1.8, 1], gap="large")
    with left:
        columns = (
            Column("Name"),
            Column("Id"),
            Column("Role"),
            Column("May"),
            Column("Second factor"),
            Column("State"),
        )
        rows = [
            [Cell(one.name, strong=True), one.id, ROLES[one.role][0], ROLES[one.role][1],
             "● on" if one.id in coded else "□ off",
             Cell("● active", "ok") if one.active else Cell("■ closed", "bad")]
            for one in everyone
        ]  # fmt: skip
        st.html(table(columns, rows))
        quiet("Without a second factor the password alone suffices to approve, sign and export, as in the demo book.")
        if coded:
            _take_off(coded)
    with right:
        show_section("Add a person")
        _add()
        show_section("Close or open an account")
        _close(everyone)


def _take_off(coded: dict[str, str]) -> None:
    """A lost device: the person sets up a new one afterwards."""
    show_section("Lost device")
    with st.form("take-off-code", border=True):
        person_id = st.selectbox("Person", list(coded), format_func=lambda one: plain(coded[one]))
        if st.form_submit_button("Take the second factor off"):
            with calm():
                remove_code(desk(), person_id)
                st.rerun()


def _close(everyone: tuple[Person, ...]) -> None:
    others = {one.id: one for one in everyone if one.id != me().id}
    with st.form("close-account", border=True):
        person_id = st.selectbox("Account", list(others), format_func=lambda one: plain(_account(others[one])))
        reason = st.text_input("Reason, kept for the access review")
        if st.form_submit_button("Close, or open again"):
            with calm():
                set_active(desk(), person_id, not others[person_id].active, reason)
                st.rerun()


def _account(one: Person) -> str:
    return f"{one.name}, {'open' if one.active else 'closed'}"


def _add() -> None:
    with st.form("add-person", border=True):
        person_id = st.text_input("Id, as it stands in the audit trail", placeholder="e.g. mlaurent")
        name = st.text_input("Name")
        role = st.selectbox("Role", get_args(Role), format_func=lambda one: ROLES[one][0])
        password = st.text_input("First password", type="password", autocomplete="new-password")
        quiet("At least ten characters; only its argon2id hash is kept.")
        if st.form_submit_button("Add"):
            with calm():
                add_person(desk(), Person(person_id.strip(), name.strip(), role), password)
                st.rerun()

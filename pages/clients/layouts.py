"""Layouts that people taught: what each means, shared as a file, taken from one, withdrawn."""

import streamlit as st

from core.access import allowed
from core.domain.layout import Layout
from core.present.html import tag
from core.present.tables.statement_layouts import layouts_table, words_table
from core.words.sentences import count
from core.workflow.layouts import layouts, profile_file, take_profile, withdraw
from core.workflow.people import people
from pages.shared.session import desk, me
from pages.shared.widgets import calm, choose_cell, quiet, show_head, show_section

ROUND = "profile-round"


def render() -> None:
    """Draw the list and the chosen layout."""
    held = layouts(desk())
    used = sum(not one.withdrawn for one in held)
    title = f"{count(used, 'taught layout', begin=True)} in use" if used else "No layout has been taught yet"
    show_head(title, ["words of one house's statements and their meanings", "the same proofs decide"])
    left, right = st.columns([1.4, 1], gap="large")
    with left:
        chosen = _list(held)
    with right:
        if chosen is not None:
            _one(chosen)
        if allowed(me(), "sign_off"):
            _take()


def _list(held: tuple[Layout, ...]) -> Layout | None:
    show_section("Layouts")
    if not held:
        quiet("A layout is taught on the review page of a statement, or beside a file that was refused.")
        return None
    names = {person.id: person.name for person in people(desk())}
    clicked = choose_cell(
        layouts_table(held, names), "layouts", "Layouts that were taught", most=14, default=(0, "Layout")
    )
    return next((one for one in held if clicked and one.id == clicked[0]), None)


def _one(held: Layout) -> None:
    with st.container(border=True):
        st.html(tag("div", tag("b", held.name), css="pl-card"))
        quiet(f"{held.mark}" + (f", holds where the paper prints {held.letterhead}" if held.letterhead else ""))
        st.html(words_table(held))
        st.download_button(
            "Save as a file to share", profile_file(desk(), held.id), f"{held.id}.toml", "application/toml",
            key=f"save-{held.mark}",
        )  # fmt: skip
        if held.withdrawn:
            quiet(f"Withdrawn: {held.reason}")
        elif allowed(me(), "sign_off"):
            _withdraw(held)


def _withdraw(held: Layout) -> None:
    with st.popover("Withdraw…"), st.form(f"withdraw-{held.mark}", border=False):
        quiet("No statement is read with it from then on; what was read stays.")
        reason = st.text_input("Reason")
        if st.form_submit_button("Withdraw this layout"):
            with calm():
                withdraw(desk(), held.id, held.version, reason)
                st.rerun()


def _take() -> None:
    with st.container(border=True):
        st.html(tag("div", tag("b", "Take a layout from a file"), css="pl-card"))
        file = st.file_uploader(
            "Layout file",
            type=["toml"],
            max_upload_size=1,
            label_visibility="collapsed",
            key=f"profile-{st.session_state.get(ROUND, 0)}",
        )
        quiet("A layout file holds words and their meanings, no code and nothing of a client.")
    if file is not None:
        with calm():
            take_profile(desk(), file.name, file.getvalue())
            st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1
            st.toast("The layout is in use.", icon=":material/check:")
            st.rerun()

"""Every household of the book with its mandate; a new one can be opened here."""

import streamlit as st

from core.access import allowed
from core.present.tables.households import households_table
from core.words.sentences import count, in_words
from core.workflow.book import book
from core.workflow.households import households, mandates, new_household
from pages.shared.places import go
from pages.shared.session import desk, me
from pages.shared.widgets import calm, choose_cell, price_badges, quiet, show_head


def render() -> None:
    """Draw the page."""
    held, whole = households(desk()), book(desk())
    rules = {one.id: one for one in mandates(desk())}
    accounts = sum(len(one.accounts) for one in held)
    show_head(
        f"{count(len(held), 'household', begin=True)} under {in_words(len(rules))} mandates",
        [count(accounts, "account"), *([whole.title] if whole.title else [])], *price_badges(),
    )  # fmt: skip
    sheet = households_table(held, rules, {row.household: row.assets for row in whole.rows})
    clicked = choose_cell(sheet, "households", "Every household with its mandate", most=24)
    quiet("Select a household to see what it holds.")
    if clicked:
        go("holdings", household=clicked[0])
    if allowed(me(), "sign_off"):
        _new({one.id: f"{one.name} v{one.version}" for one in rules.values()})


def _new(rules: dict[str, str]) -> None:
    with st.popover("New household…"), st.form("new-household", border=False):
        name = st.text_input("Name")
        mandate = st.selectbox("Mandate", list(rules), format_func=lambda one: rules[one])
        if st.form_submit_button("Open it", type="primary"):
            with calm():
                made = new_household(desk(), name, mandate or "")
                go("holdings", household=made.id)

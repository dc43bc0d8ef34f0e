"""Settings kept: side by side with the one on the screen, opened again, shared by link, sent to a proposal."""

import streamlit as st

from core.access import allowed
from core.domain.errors import NotFound
from core.domain.household import Household
from core.domain.mandate import Mandate
from core.domain.scenario import Scenario
from core.present.summaries import Outcome
from core.present.tables.scenarios import scenarios_table
from core.words.days import day
from core.workflow.people import people
from core.workflow.proposals import draft
from core.workflow.what_if import WhatIf, keep, scenario
from pages.rebalancing.levers import put_back
from pages.shared.places import go
from pages.shared.session import desk, me
from pages.shared.widgets import calm, quiet, show_section

ASKED = "scenario"


def open_asked(held: Household, mandate: Mandate) -> None:
    """The setting that the address names, put on the levers once; whoever may not read clients may not open it."""
    asked = st.query_params.get(ASKED)
    opened = f"opened-{held.id}"
    if not asked or st.session_state.get(opened) == asked:
        return
    with calm():
        found = scenario(desk(), asked)
        if found.household != held.id:
            raise NotFound("This setting is of another household.")
        put_back(held.id, found.levers, mandate)
        st.session_state[opened] = asked


def show_asked(held: Household, known: tuple[Scenario, ...]) -> None:
    """Whose setting the levers were put to."""
    asked = st.session_state.get(f"opened-{held.id}")
    found = next((one for one in known if one.id == asked), None)
    if found is not None:
        names = {person.id: person.name for person in people(desk())}
        quiet(f"Opened: “{found.name}”, kept by {names.get(found.person, found.person)} on {day(found.at.date())}.")


def show_kept(held: Household, answer: WhatIf, now: Outcome, known: tuple[Scenario, ...]) -> None:
    """The table of settings, and the way back to each."""
    show_section("Scenarios kept")
    st.html(scenarios_table(known, answer.quick.before, now, answer.file.case.target, answer.asked))
    if known:
        with st.container(horizontal=True, vertical_alignment="bottom"):
            chosen = st.selectbox(
                "Kept setting", known, len(known) - 1, format_func=lambda one: one.name, key=f"kept-{held.id}"
            )
            if st.button("Open", help="puts every lever as it was"):
                _open(held, chosen)
            with st.popover("Share"):
                quiet("Whoever may read this household opens the same levers:")
                st.code(link_to(held, chosen), language=None, wrap_lines=True)


def show_actions(held: Household, answer: WhatIf) -> None:
    """Keep the setting under a name, or send it to a proposal."""
    if not allowed(me(), "draft"):
        return
    with st.container(horizontal=True):
        with st.popover("Keep as scenario"), st.form(f"keep-{held.id}", border=False):
            name = st.text_input("Its name", placeholder="e.g. to the edge, harvest")
            if st.form_submit_button("Keep"):
                with calm():
                    st.session_state[f"kept-{held.id}"] = keep(desk(), held.id, name, answer)
                    st.rerun(scope="fragment")
        label = "See what conflicts" if answer.quick.unraised > 0 else "Send to proposal"
        if st.button(label, type="primary"):
            with calm(), st.spinner("Solving with reasons…"):
                go("proposal", proposal=draft(desk(), held.id, answer.levers).id)


def link_to(held: Household, chosen: Scenario) -> str:
    """The address that opens a kept setting."""
    address = (st.context.url or "what-if").split("?")[0]
    return f"{address}?household={held.id}&{ASKED}={chosen.id}"


def _open(held: Household, chosen: Scenario) -> None:
    st.query_params[ASKED] = chosen.id
    st.session_state.pop(f"opened-{held.id}", None)
    st.rerun(scope="fragment")

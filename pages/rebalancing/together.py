"""Several approved by exception: routine proposals ticked together and proven once, exceptions looked at alone."""

from collections.abc import Mapping

import streamlit as st

from core.access import allowed
from core.present.html import tag, toned
from core.present.tables.review import alone_table, waiting_sheet
from core.words.sentences import count
from core.workflow.reviewing import Decided, Waiting, approve_several, waiting
from pages.shared.proof import ask_proof
from pages.shared.session import desk, me
from pages.shared.widgets import calm, choose_rows, quiet, show_section

DONE = "approved-together"


def show_together(homes: Mapping[str, str], names: Mapping[str, str]) -> None:
    """What waits for somebody who may approve: the routine ones to tick, and why the others stand alone."""
    _outcome()
    if not allowed(me(), "approve"):
        return
    found = waiting(desk())
    routine = [one for one in found if one.routine]
    alone = [one for one in found if one.exceptions and not one.refused]
    if routine:
        _routine(routine, homes, names)
    if alone:
        show_section("Exceptions: look at each")
        st.html(alone_table([(one.proposal, one.exceptions) for one in alone], homes))
    own = sum(bool(one.refused) for one in found)
    if own:
        quiet(f"{count(own, 'proposal', begin=True)} of those that wait passed through your own hands.")


def _routine(routine: list[Waiting], homes: Mapping[str, str], names: Mapping[str, str]) -> None:
    show_section("Routine: tick, and approve together")
    quiet(
        "Within the firm's limits of tax, dollars, turnover and trades; every check holds. Each is approved by itself."
    )
    every = [one.proposal for one in routine]
    ids = "-".join(one.id for one in every[:3])
    ticked = choose_rows(waiting_sheet(every, homes, names), f"routine-{ids}-{len(every)}", "Routine proposals", most=8)
    picked = [(one.id, one.version) for one in every if one.id in ticked]
    if not picked:
        return
    with st.popover(f"Approve {count(len(picked), 'proposal')}…", type="primary"), st.form("together", border=False):
        quiet("Your proof is asked once; each approval is its own record with its own anchor.")
        password, code = ask_proof("together")
        if st.form_submit_button("Approve them", type="primary"):
            with calm(), st.spinner("Approving…"):
                st.session_state[DONE] = approve_several(desk(), picked, password, code)
                st.rerun()


def _outcome() -> None:
    done: tuple[Decided, ...] = st.session_state.pop(DONE, ())
    if done:
        with st.container(border=True):
            lines = [toned(f"{'●' if one.approved else '■'} {one.sentence}", "ok" if one.approved else "bad")
                     for one in done]  # fmt: skip
            st.html(tag("ul", *(tag("li", line) for line in lines), css="pl-reasons"))

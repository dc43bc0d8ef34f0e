"""Mandates: those in force, the candidate on the table, and what its adoption would do to the book."""

import streamlit as st

from core.access import allowed
from core.domain.mandate import Mandate
from core.market.asset_classes import labels
from core.present.tables.mandates import mandates_table, rules_table
from core.review.mandate_rules import mandate_rules
from core.words.days import day
from core.words.sentences import count
from core.workflow.committee import blended, drafts, versions
from core.workflow.households import households, mandates
from core.workflow.mandate_files import load_firm_mandates
from pages.committee.candidate import show_candidate
from pages.committee.editor import show_editor
from pages.committee.mandate_file import show_file, show_versions
from pages.shared.session import desk, me
from pages.shared.widgets import calm, choose_cell, quiet, show_head, show_section

ASKED, DRAFT = "mandate", "draft"


def render() -> None:
    """Draw the list, one mandate, or one candidate, as the address says."""
    asked = st.query_params.get(DRAFT)
    if asked and all(one.id != asked for one in drafts(desk())):
        st.info("There is no such candidate.", icon=":material/search_off:")
        _back()
    elif asked:
        show_candidate(asked, _leave)
    elif st.query_params.get(ASKED):
        _one(st.query_params[ASKED])
    else:
        _list()


def _list() -> None:
    every, homes = mandates(desk()), households(desk())
    followers = {one.id: sum(held.mandate == one.id for held in homes) for one in every}
    open_drafts = {one.mandate.id: one for one in reversed(drafts(desk())) if one.state == "open"}
    on_table = f"{count(len(open_drafts), 'candidate')} on the table"
    show_head(
        f"{count(len(every), 'mandate', begin=True)} in force, {on_table}", ["Adopted by votes, never by one hand"]
    )
    clicked = choose_cell(mandates_table(every, followers, open_drafts), "mandates", "The mandates in force", most=20)
    quiet("Select a mandate to read or change it, its candidate to see what it would do.")
    if clicked:
        made = open_drafts.get(clicked[0])
        _open(DRAFT, made.id) if made is not None and clicked[1] == "Candidate" else _open(ASKED, clicked[0])
    if allowed(me(), "edit_mandate") and st.button("Open the firm's files", help="firm/mandates/*.json of this home"):
        _from_files()
    _new_ones(open_drafts, {one.id for one in every})


def _from_files() -> None:
    with calm():
        made = load_firm_mandates(desk())
        st.toast(f"{count(len(made), 'candidate', begin=True)} from files" if made else "No file says anything new")
        if made:
            _open(DRAFT, made[-1].id)


def _new_ones(open_drafts: dict[str, object], known: set[str]) -> None:
    """Candidates of mandates that are not in force yet stand in no row above."""
    for mandate_id, made in open_drafts.items():
        if mandate_id not in known and st.button(f"See the new mandate {mandate_id}", key=f"new-{mandate_id}"):
            _open(DRAFT, made.id)  # type: ignore[attr-defined]


def _one(mandate_id: str) -> None:
    known = versions(desk(), mandate_id)
    if not known:
        st.info("There is no such mandate.", icon=":material/search_off:")
        _back()
        return
    shown = known[-1]
    facts = [f"version {shown.version}", f"in force since {day(shown.effective)}", shown.note or "no note"]
    head, back = st.columns([5, 1], gap="medium")
    with head:
        show_head(f"{shown.name}: the rules in force", facts)
    with back, st.container(horizontal_alignment="right"):
        _back()
    left, right = st.columns([1, 1.1], gap="large")
    with left:
        show_section("Written out")
        st.html(rules_table([(rule.name, rule.text) for rule in mandate_rules(shown, labels())]))
    with right:
        _table_of(shown)
        if allowed(me(), "edit_mandate"):
            show_section("Propose a change")
            show_editor(shown, lambda draft_id: _open(DRAFT, draft_id))
        else:
            quiet("The committee changes mandates.")
        show_file(shown, allowed(me(), "edit_mandate"), lambda draft_id: _open(DRAFT, draft_id))
        show_versions(known)
        if shown.sleeves and blended(desk(), shown).target != shown.target:
            st.warning("Its sleeves have changed since it was adopted; propose it again to take them over.")


def _table_of(shown: Mandate) -> None:
    waiting = [one for one in drafts(desk()) if one.mandate.id == shown.id and one.state == "open"]
    for made in waiting:
        if st.button(f"See candidate {made.id}, {len(made.in_favour)} of {made.needed} signed", key=made.id):
            _open(DRAFT, made.id)


def _open(what: str, key: str) -> None:
    st.query_params.clear()
    st.query_params[what] = key
    st.rerun()


def _back() -> None:
    if st.button("All mandates", type="tertiary", icon=":material/arrow_back:"):
        _leave()


def _leave() -> None:
    st.query_params.clear()
    st.rerun()

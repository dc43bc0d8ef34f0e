"""One candidate: what changes in the policy, what that does to the book, the votes, and its adoption."""

from collections.abc import Callable
from typing import cast

import streamlit as st

from core.access import allowed
from core.domain.canonical import digest
from core.domain.committee import MandateDraft
from core.domain.effect import Effect
from core.domain.mandate import Mandate
from core.present.figures.base import MIDDLE
from core.present.figures.lab import LabMark, turnover_against_tracking
from core.present.html import Badge, tag
from core.present.tables.mandates import diff_table, effect_figures, effect_table, effect_title, votes_sentence
from core.words.days import day
from core.words.numbers import percent
from core.words.sentences import count
from core.workflow.committee import adopt, changes, in_force, mandate_draft, vote, withdraw
from core.workflow.effect import book_mark, effect
from core.workflow.people import people
from core.workflow.policy_lab import Lab, Question, lab_of
from pages.shared.jobs import begin, job_of, show_progress
from pages.shared.proof import ask_proof
from pages.shared.session import desk, me
from pages.shared.widgets import Figure, calm, quiet, show_chart, show_figures, show_head, show_section, show_sheet

HYPOTHETICAL = Badge("Hypothetical")
YEARS = 10
"""Simulated years behind the tracking error."""


def show_candidate(draft_id: str, leave: Callable[[], None]) -> None:
    """Draw one candidate."""
    made = mandate_draft(desk(), draft_id)
    head, back = st.columns([5, 1], gap="medium")
    with back, st.container(horizontal_alignment="right"):
        if st.button("All mandates", type="tertiary", icon=":material/arrow_back:"):
            leave()
    left, right = st.columns([1, 1.3], gap="large")
    with left:
        _policy(made)
    with right:
        show_section("What it does to the book")
        found = _effect(made)
        if made.state == "open":
            _book(made, found)
        if found is not None:
            _exactly(made, found)
    with head:
        _head(made, found)
    if found is not None and found.rows:
        show_section("Household by household, most affected first")
        show_sheet(effect_table(found, made.base, made.mandate.version), "effect", "Households under both", most=14)
    _bottom(made)


def _head(made: MandateDraft, found: Effect | None) -> None:
    name = f"{made.mandate.name}, version {made.mandate.version}"
    title = effect_title(name, found) if found is not None else f"{name}: {made.state}"
    facts = [f"Candidate {made.id}", f"against version {made.base}" if made.base else "a new mandate"]
    if found is not None:
        facts += [f"computed on the book of {day(desk().today())}",
                  f"{found.followers} of {count(found.book, 'household')} follow this mandate"]  # fmt: skip
    show_head(title, facts, HYPOTHETICAL)


def _policy(made: MandateDraft) -> None:
    show_section("What changes in the policy")
    if made.state == "open":
        st.html(diff_table(changes(desk(), made.mandate), made.base, made.mandate.version))
    names = {person.id: person.name for person in people(desk())}
    st.html(tag("p", tag("b", f"Why, {names.get(made.author, made.author)}: "), made.why, css="pl-text"))


def _effect(made: MandateDraft) -> Effect | None:
    """The book weighed once for a text and a book, showing how far it is; a large book may be solved exactly after."""
    if made.state != "open":
        quiet(f"This candidate is {made.state}.")
        return None
    key = f"effect-{made.id}"
    mark = (digest(made.mandate), book_mark(desk()))
    job = job_of((key, mark))
    if job is not None and job.finished and not job.trouble:
        return cast(Effect, job.result)
    known: tuple[object, Effect] | None = st.session_state.get(key)
    if known is not None and known[0] == mark:
        return known[1]
    bar = st.progress(0.0, "Solving every household under both versions…")
    found = effect(desk(), made.mandate, lambda done, of: bar.progress(done / max(of, 1), f"{done} of {of} solves"))
    bar.empty()
    st.session_state[key] = (mark, found)
    return found


def _exactly(made: MandateDraft, found: Effect) -> None:
    """What stands behind the figures of a large book, and the way to the engine's own answers."""
    if not found.estimated:
        return
    key = (f"effect-{made.id}", (digest(made.mandate), book_mark(desk())))
    job = job_of(key)
    quiet("Estimated by a linear program for each household: tax within dollars, trades a little high.")
    if job is None:
        if st.button("Solve every household exactly", help="takes minutes for hundreds; it goes on when you leave"):
            here = desk()
            begin(key, lambda progress: effect(here, made.mandate, progress, exact=True))
            st.rerun()
    elif not job.finished:
        show_progress(job, lambda one: f"{one.done} of {one.of} solves; you can leave and come back")
    else:
        st.warning(job.trouble)


def _book(made: MandateDraft, found: Effect | None) -> None:
    standing = in_force(desk(), made.mandate.id)
    if found is None or standing is None or not found.followers:
        quiet("No household follows it yet; nothing would change.")
        return
    old, new = _lab(standing, digest(standing)), _lab(made.mandate, digest(made.mandate))
    figures = [Figure(*one) for one in effect_figures(found, made.base)]
    tracked = [percent(lab.standing.tracking_error, 2) for lab in (old, new)]
    show_figures([*figures, Figure("Tracking error", tracked[1], f"v{made.base}: {tracked[0]}")])
    marks = [LabMark(f"v{made.base}", old.standing), LabMark(f"v{made.mandate.version}", new.standing, filled=True)]
    assert made.mandate.target is not None
    to = made.mandate.target.destination
    show_chart(
        turnover_against_tracking({to: new.curves[to]}, marks, MIDDLE), "Turnover against tracking error", "lab-curve"
    )
    quiet(f"Tracking error and turnover: {YEARS} simulated years drawn from the feed's history, looked at daily.")


@st.cache_data(show_spinner=False, max_entries=32)
def _lab(_rules: Mandate, mark: str) -> Lab:
    return lab_of(desk(), _rules, Question(years=YEARS))


def _bottom(made: MandateDraft) -> None:
    if made.state != "open":
        return
    names = {person.id: person.name for person in people(desk())}
    with st.bottom:
        words, actions = st.columns([1.6, 1], vertical_alignment="center")
        with words:
            st.html(votes_sentence(made, names))
        with actions, st.container(horizontal=True, horizontal_alignment="right", vertical_alignment="center"):
            if not allowed(me(), "adopt_mandate"):
                quiet("The committee votes.")
                return
            if st.button("Withdraw", type="tertiary"):
                _after(lambda: withdraw(desk(), made.id, made.version))
            _vote(made, "Against…", in_favour=False)
            if any(one.person == me().id for one in made.in_favour):
                quiet("You have signed.")
            else:
                _vote(made, f"Sign v{made.mandate.version}", in_favour=True)
            if not made.missing and st.button(f"Adopt v{made.mandate.version}", type="primary"):
                _after(lambda: adopt(desk(), made.id, made.version))


def _vote(made: MandateDraft, label: str, in_favour: bool) -> None:
    kind = "primary" if in_favour and made.missing else "secondary"
    with st.popover(label, type=kind), st.form(f"vote-{in_favour}-{made.id}-{made.version}", border=False):
        quiet("Your password again: a vote is signed into the audit trail.")
        note = st.text_input("Note" if in_favour else "What speaks against it")
        password, code = ask_proof(f"vote-{made.id}-{in_favour}")
        if st.form_submit_button("Sign" if in_favour else "Vote against", type="primary" if in_favour else "secondary"):
            _after(lambda: vote(desk(), made.id, made.version, password, in_favour, note, code))


def _after(deed: Callable[[], object]) -> None:
    with calm():
        deed()
        st.rerun()

"""Alerts of the monitoring log: what stands, since when, who has it; acknowledge, snooze, assign, escalate."""

from datetime import date, timedelta

import streamlit as st

from core.access import allowed
from core.domain.breach import Alert
from core.domain.household import Household
from core.present.summaries import oldest_days
from core.present.tables.watch import closed_table, deliveries_table, log_table
from core.words.days import day, moment
from core.words.numbers import number
from core.words.sentences import count, listing
from core.workflow.alerts import acknowledge, assign, back_inside, escalate, open_alerts, reopen, snooze
from core.workflow.delivering import deliver, deliveries
from core.workflow.households import households
from core.workflow.monitoring import last_look, monitor
from core.workflow.people import people
from core.workflow.starting import Started, start_proposals
from pages.shared.places import go
from pages.shared.session import desk, me, watching
from pages.shared.widgets import (
    Figure,
    account_titles,
    calm,
    choose_cell,
    price_badges,
    quiet,
    show_figures,
    show_head,
    show_section,
    show_sheet,
)

ACTS = ("Acknowledge", "Snooze", "Assign", "Escalate", "Reopen")


REFRESH = "30s"
"""How often the page renews itself."""


def render() -> None:
    """Draw the page."""
    desk().require("read_clients")
    _live()
    _sent()


@st.fragment(run_every=REFRESH)
def _live() -> None:
    """Everything that a look may change; renewed by itself, so that an alert is here as soon as a look has found it."""
    watching()
    found, looked = open_alerts(desk()), last_look(desk())
    title = f"{count(len(found), 'alert', begin=True)} in the log" if looked else "Nobody has looked at the book yet"
    facts = [f"last look {moment(looked)}" if looked else "run a check to begin", f"renewed every {REFRESH}"]
    show_head(title, facts, *price_badges())
    if looked:
        show_figures(_figures(found))
    _look()
    held = households(desk())
    names = {one.id: one.name for one in held}
    if found:
        _log(found, held, names)
    elif looked:
        st.info("Nothing stands; every household was looked at.", icon=":material/check_circle:")
    _closed(held, names)


def _log(found: tuple[Alert, ...], held: tuple[Household, ...], names: dict[str, str]) -> None:
    crew = {one.id: one.name for one in people(desk())}
    show_section("Worst first, oldest first")
    mine = st.toggle(f"Only what waits for {me().role}", key="mine")
    shown = tuple(one for one in found if not mine or one.role == me().role)
    table = log_table(shown, names, _titles(held), crew, desk().today())
    chosen = choose_cell(
        table, f"alert-log-{mine}", "Alerts of the log", most=14, default=(0, "Severity") if shown else None
    )
    if chosen:
        _act(next(one for one in shown if one.key == chosen[0]), crew)


def _closed(held: tuple[Household, ...], names: dict[str, str]) -> None:
    since = desk().today() - timedelta(days=30)
    closed = back_inside(desk(), since)
    if closed:
        show_section("Back inside, thirty days")
        show_sheet(closed_table(closed, names, _titles(held)), "alert-closed", "Alerts that were closed", most=8)


def _titles(held: tuple[Household, ...]) -> dict[str, str]:
    return {account: text for one in held for account, text in account_titles(one).items()}


def _figures(found: tuple[Alert, ...]) -> list[Figure]:
    untouched = [one for one in found if one.state == "open"]
    oldest = oldest_days(found, desk().today())
    return [
        Figure("Standing", number(len(found)), f"{len(untouched)} nobody has taken on"),
        Figure("Breaches", number(sum(one.severity == "error" for one in found)), "outside a band or limit"),
        Figure("Oldest", "–" if oldest is None else count(oldest, "day"), "since it began"),
        Figure("Snoozed", number(sum(one.state == "snoozed" for one in found)), "open again on their day"),
    ]


def _look() -> None:
    with st.container(horizontal=True):
        if st.button("Check the book now", type="primary", icon=":material/visibility:"):
            with calm(), st.spinner("Looking at every household and account…"):
                monitor(desk())
                deliver(desk())
                st.rerun()
        if allowed(me(), "draft") and st.button("Start what is due", icon=":material/play_arrow:"):
            with calm(), st.spinner("Solving the households that are due…"):
                _started(start_proposals(desk()))
    quiet(
        "Real time means at every price refresh: a look is as fresh as its prices. Each one is kept, with what it saw, "
        "also where nothing was wrong. What nobody answers goes to the next role: breaches after three sessions."
    )


def _started(made: tuple[Started, ...]) -> None:
    begun = [one.name for one in made if one.proposal]
    waiting = [f"{one.name} ({one.why_not})" for one in made if not one.proposal]
    if begun:
        st.success(f"Drafted for {listing(begun)}; open them under Proposal.", icon=":material/check_circle:")
    if waiting:
        st.info(f"Left alone: {listing(waiting)}.", icon=":material/hourglass_empty:")
    if not made:
        st.info("No household is due by its policy.", icon=":material/check_circle:")


def _act(alert: Alert, crew: dict[str, str]) -> None:
    show_section("This alert", f"since {day(alert.since)}")
    left, right = st.columns([2, 1], gap="large")
    with left:
        act = st.segmented_control("What happens with it", ACTS, default=ACTS[0], required=True)
        until, person, note = desk().today() + timedelta(days=7), me().id, ""
        if act == "Snooze":
            until = st.date_input("Open again on", until)
        if act == "Assign":
            person = st.selectbox("To", list(crew), format_func=lambda one: crew[one])
        if act != "Reopen":
            note = st.text_input("Why" if act == "Escalate" else "Note")
        if st.button("Keep"):
            with calm():
                _do(alert.key, act, until, person, note)
                st.rerun()
    with right:
        quiet(alert.sentence)
        if st.button("Open drift", icon=":material/arrow_forward:"):
            go("drift", household=alert.household)


def _do(key: str, act: str, until: date, person: str, note: str) -> None:
    if act == "Snooze":
        snooze(desk(), key, until, note)
    elif act == "Assign":
        assign(desk(), key, person, note)
    elif act == "Escalate":
        escalate(desk(), key, note)
    elif act == "Reopen":
        reopen(desk(), key)
    else:
        acknowledge(desk(), key, note)


def _sent() -> None:
    sent = deliveries(desk())
    if sent:
        show_section("Told by mail and webhook")
        st.html(deliveries_table(sent[:10]))

"""The book overview: which households need me today, why, and what one click proposes."""

import streamlit as st

from core.access import allowed
from core.market.asset_classes import labels
from core.present.headlines import book_title, drift_sentence
from core.present.html import Badge, card_head, drift_legend, tag
from core.present.summaries import dollars_from_target, oldest_days, tally
from core.present.tables.alerts import alerts_table
from core.present.tables.heat_map import heat_map
from core.words.days import age, long_day, short_day
from core.words.numbers import compact_dollars, number
from core.words.sentences import count, start
from core.workflow.book import Book, BookRow, book
from core.workflow.households import households
from core.workflow.proposals import draft
from pages.shared.places import go
from pages.shared.session import desk, me
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
)

CARDS = 4


def render() -> None:
    """Draw the page."""
    whole = book(desk())
    accounts = sum(row.accounts for row in whole.rows)
    facts = [long_day(whole.as_of), f"{count(len(whole.rows), 'household')}, {count(accounts, 'account')}"]
    show_head(book_title(len(whole.needing)), [*facts, *([whole.title] if whole.title else [])], *price_badges())
    show_figures(_figures(whole))
    left, right = st.columns([2.6, 1], gap="large")
    with left:
        _heat_map(whole)
    with right:
        _needs_me(whole)
    _alerts(whole)


def _figures(whole: Book) -> list[Figure]:
    outside = [reading for row in whole.rows for reading in row.outside]
    proven = sum(not row.unproven for row in whole.rows)
    oldest = oldest_days(whole.alerts, whole.as_of)
    return [
        Figure("Households", number(len(whole.rows)), f"{proven} fully proven"),
        Figure("Assets", compact_dollars(whole.assets), f"as of {short_day(whole.as_of)}"),
        Figure("Out of band", tally(len(outside), "class"),
               f"{count(sum(bool(row.outside) for row in whole.rows), 'household')} · "
               f"{compact_dollars(dollars_from_target(outside))} from target"),
        Figure("Alerts open", number(len(whole.alerts)),
               "none" if oldest is None else f"oldest {count(oldest, 'day') if oldest else 'of today'}"),
    ]  # fmt: skip


def _heat_map(whole: Book) -> None:
    show_section("Drift, in bands", drift_legend())
    names = labels()
    clicked = choose_cell(
        heat_map(whole.rows, whole.classes, names), "heat-map",
        "Drift of every household by asset class, in bands; one is the edge of the band", most=24,
    )  # fmt: skip
    quiet("Worst first. Select a cell to open the household; – not in the mandate.")
    if clicked:
        household, title = clicked
        go("drift", household=household, **({"class": title} if title in names.values() else {}))


def _needs_me(whole: Book) -> None:
    show_section("Needs me today")
    if not whole.needing:
        st.info("No household is outside its bands and every account is proven.", icon=":material/check_circle:")
    for row in whole.needing[:CARDS]:
        _card(whole, row)
    if whole.open_statements:
        _statements_card(len(whole.open_statements))
    more = len(whole.needing) - CARDS
    if more > 0:
        quiet(f"and {count(more, 'household')} more in the table")


def _card(whole: Book, row: BookRow) -> None:
    with st.container(border=True, gap="xxsmall"):
        head, action = st.columns([2.3, 1], vertical_alignment="center", gap="small")
        head.html(card_head(row.name, _badge(whole, row)))
        with action, st.container(horizontal=True, horizontal_alignment="right"):
            _action(row)
        st.html(tag("p", _reason(row), css="pl-line"))


def _statements_card(waiting: int) -> None:
    with st.container(border=True, gap="xxsmall"):
        head, action = st.columns([2.3, 1], vertical_alignment="center", gap="small")
        head.html(card_head("Statements", Badge(f"○ {waiting} open", "info")))
        with action, st.container(horizontal=True, horizontal_alignment="right"):
            if st.button("Look", key="card-statements"):
                go("statements")
        st.html(tag("p", f"{count(waiting, 'file', begin=True)} to sign off or refuse", css="pl-line"))


def _badge(whole: Book, row: BookRow) -> Badge:
    if row.outside:
        since = min((alert.since for alert in row.alerts), default=whole.as_of)
        return Badge(f"■ Breach · {age((whole.as_of - since).days)}", "bad")
    return Badge("■ Unproven" if row.unproven else "■ Not priced", "bad")


def _reason(row: BookRow) -> str:
    if row.problem:
        return row.problem
    if row.outside:
        return start(drift_sentence(row.outside, labels()))
    return f"Not proven: {', '.join(row.unproven)}"


def _action(row: BookRow) -> None:
    key = f"card-{row.household}"
    if row.open_proposal:
        if st.button("Open", key=key):
            go("proposal", proposal=row.open_proposal)
    elif row.problem or not row.outside:
        if st.button("See holdings", key=key):
            go("holdings", household=row.household)
    elif allowed(me(), "draft"):
        if st.button("Propose", key=key):
            with calm(), st.spinner("Solving…", show_time=False):
                made = draft(desk(), row.household)
                go("proposal", proposal=made.id)
    elif st.button("See drift", key=key):
        go("drift", household=row.household)


def _alerts(whole: Book) -> None:
    show_section("Alerts, oldest first")
    if not whole.alerts:
        quiet("No alert is open.")
        return
    held = households(desk())
    titles = {account: title for one in held for account, title in account_titles(one).items()}
    table = alerts_table(whole.alerts, {one.id: one.name for one in held}, titles, whole.as_of)
    clicked = choose_cell(table, "alerts", "Open alerts, oldest first", most=12)
    if clicked:
        go("drift", household=clicked[0])

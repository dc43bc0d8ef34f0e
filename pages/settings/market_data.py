"""Market data: what is priced and how fresh it is, gaps, feeds that differ, splits, and files that the firm brings."""

from datetime import date
from decimal import Decimal, InvalidOperation

import streamlit as st

from core.access import allowed
from core.domain.errors import BadInput
from core.market.asset_classes import labels
from core.present.html import Badge
from core.present.tables.market_data import actions_table, conflicts_table, coverage_table, look_through_table
from core.words.days import long_day
from core.words.numbers import number
from core.words.sentences import count
from core.workflow.market_actions import apply_split, corporate_actions, record_action
from core.workflow.market_data import SESSIONS, MarketData, look_through, market_data
from core.workflow.market_files import FileKind, drop_file, firm_files, take_file
from core.workflow.people import people
from pages.shared.session import desk, me
from pages.shared.widgets import (
    Figure,
    calm,
    choose_cell,
    price_badges,
    quiet,
    show_figures,
    show_head,
    show_section,
    show_sheet,
)

VIEWS = ("Prices", "Splits and dividends", "Files", "Look-through")
FORMS: dict[FileKind, tuple[str, str]] = {
    "prices": ("Prices", "date,symbol,close, or date and one column a symbol; closes in dollars as they stood"),
    "factors": ("Factors and risk-free rate", "Date,Mkt-RF,SMB,HML,RMW,RF,MOM; daily, as decimals"),
    "holdings": ("What funds hold most of", "fund,issuer,symbols,weight,as_of,source; weights as fractions"),
}
KINDS = {"split": "A split", "dividend": "A dividend", "price_confirmed": "No: the price is right"}


def render() -> None:
    """Draw the page."""
    data = market_data(desk())
    show_head(_title(data), [f"prices of {long_day(data.as_of)}", f"from {data.source}"], *price_badges(), *_badges())
    if data.failed:
        st.error(f"{data.failed}. Nothing passes until it answers.", icon=":material/error:")
    show_figures(_figures(data))
    view = st.segmented_control("Show", VIEWS, default=VIEWS[0], required=True, label_visibility="collapsed")
    if view == "Prices":
        _prices(data)
    elif view == "Files":
        _files()
    elif view == "Look-through":
        _look_through()
    else:
        _actions()


def _title(data: MarketData) -> str:
    troubled = len(data.troubled)
    if not troubled:
        return f"All {count(len(data.rows), 'symbol')} are priced and fresh"
    return f"{count(troubled, 'symbol', begin=True)} of {len(data.rows)} {'needs' if troubled == 1 else 'need'} a look"


def _badges() -> tuple[Badge, ...]:
    own = "factors" in firm_files(desk())
    return () if own or desk().feed.name != "simulated" else (Badge("Simulated factors", "caution"),)


def _figures(data: MarketData) -> list[Figure]:
    missing = sum(row.price is None for row in data.rows)
    stale = sum(bool(row.behind) for row in data.rows)
    short = sum(row.history < 252 for row in data.rows)
    return [
        Figure("Priced", number(len(data.rows) - missing), f"{missing} missing"),
        Figure("Stale", number(stale), "a session has closed after their price"),
        Figure("Short history", number(short), "less than a year of closes"),
        Figure("In conflict", number(len(data.conflicts)), "feed and file differ by over 0.5%"),
    ]


def _prices(data: MarketData) -> None:
    show_section("By symbol, those with trouble first")
    show_sheet(coverage_table(data.rows, SESSIONS), "coverage", "Price, age and history of every symbol", most=18)
    quiet(
        "Prices are as fresh as the feed's last answer; real time means at every refresh. A stale or doubted price "
        "never passes a check. History: closes of three years, of which the metrics of risk take what is there."
    )
    if data.conflicts:
        show_section("Where feed and price file differ")
        show_sheet(conflicts_table(data.conflicts), "conflicts", "Closes on which two sources differ", most=10)
        quiet("The feed is taken. The file fills only what the feed does not have.")


def _actions() -> None:
    left, right = st.columns([1.9, 1], gap="large")
    with left:
        show_section("What is known")
        found = corporate_actions(desk())
        if not found:
            quiet("Nothing yet. A price that jumps by a simple ratio is doubted until somebody says what it was.")
        else:
            names = {one.id: one.name for one in people(desk())}
            chosen = choose_cell(actions_table(found, names), "actions", "Splits, dividends, confirmed prices", most=14)
            if chosen and ":split" in chosen[0] and allowed(me(), "sign_off"):
                if st.button("Give older lots their new shares", icon=":material/call_split:"):
                    with calm():
                        touched = apply_split(desk(), chosen[0])
                        st.success(f"{count(len(touched), 'household', begin=True)} changed; basis stays as it was.")
            else:
                quiet("Select a split to give the lots bought before it their new shares.")
    with right:
        _say()


def _say() -> None:
    show_section("Say what happened")
    symbol = st.text_input("Symbol")
    kind = st.segmented_control("Was it a split?", list(KINDS), format_func=lambda one: KINDS[one], default="split")
    day: date = st.date_input("First day at the new price", desk().today())
    value = "0"
    if kind != "price_confirmed":
        value = st.text_input("New shares for one old" if kind == "split" else "Dollars a share")
    note = st.text_input("Known from", placeholder="the issuer's notice of …")
    if st.button("Keep", type="primary"):
        with calm():
            record_action(desk(), symbol, day, kind or "split", _number(value), note)
            st.rerun()


def _number(text: str) -> Decimal:
    try:
        return Decimal(text.strip().replace(",", "") or "0")
    except InvalidOperation:
        raise BadInput("value", f"'{text}' is no number") from None


def _files() -> None:
    in_use = firm_files(desk())
    for kind, (title, form) in FORMS.items():
        show_section(title)
        left, right = st.columns([1, 1], gap="large")
        with left:
            quiet(f"CSV: {form}")
            given = st.file_uploader(
                title, type=["csv"], key=f"file-{kind}", label_visibility="collapsed", max_upload_size=25
            )
            if given is not None and st.button("Use this file", key=f"use-{kind}"):
                with calm():
                    made = take_file(desk(), kind, given.name, given.getvalue())
                    st.success(f"In use: {made.words}.")
        with right:
            if kind not in in_use:
                quiet(_without(kind))
                continue
            quiet(f"In use: {in_use[kind].words}")
            quiet(in_use[kind].digest)
            if st.button("Take it out of use", key=f"drop-{kind}"):
                with calm():
                    drop_file(desk(), kind)
                    st.rerun()


def _without(kind: FileKind) -> str:
    simulated = desk().feed.name == "simulated"
    return {
        "prices": "No file of the firm's own; the feed speaks alone.",
        "factors": "No file: factors and the risk-free rate are simulated, like the prices."
        if simulated
        else "No file: betas to factors are not said, and the risk-free rate is 3.5% a year.",
        "holdings": "The house's own table: the largest holdings of S&P 500 funds.",
    }[kind]


def _look_through() -> None:
    rows = look_through(desk())
    show_section(f"{count(len(rows), 'security', 'securities')}, each with its source")
    show_sheet(look_through_table(rows, labels()), "look-through", "What each security is looked through to", most=20)
    quiet("Issuers on file: the share of a fund whose issuers are known. The largest issuer is a floor beyond that.")

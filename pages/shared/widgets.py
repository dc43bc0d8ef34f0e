"""Widgets of several pages: heads, key figures, tables, charts, trouble told calmly, choosing a household."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import streamlit as st

from core.domain.errors import BadInput, CoreError, NotAllowed, NotFound, OutOfDate
from core.domain.frozen_map import FrozenMap
from core.domain.household import Household
from core.present.figures.base import CONFIG
from core.present.html import Badge, page_head, section, tag
from core.present.tables.households import FILING
from core.present.tables.sheet import Head, Sheet
from core.present.tokens import GREY, ROW_HEIGHT
from core.words.sentences import count, listing, start, with_titles
from core.workflow.households import household, households
from pages.shared.session import desk

SAFE = "Nothing was changed."
WHERE = {"tweaks": "The line cannot be traded so"}
"""What a person calls the place of a trouble, where its own name is not plain enough."""
ASKED, LAST, BOX = "household", "last_household", "household-box"
"""Query parameter; the household last looked at; the key of the box."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One key figure: its label, the figure, and one plain line below."""

    label: str
    value: str
    below: str = " "


def show_head(title: str, facts: Sequence[str] = (), *badges: Badge) -> None:
    """The page's sentence, its facts, and what must be known of its numbers."""
    st.html(page_head(title, facts, badges))


def price_badges() -> tuple[Badge, ...]:
    """`Simulated prices` wherever prices are not the market's."""
    label = desk().feed.label
    return (Badge(f"{start(label)} prices", "caution"),) if label else ()


def show_section(title: str, *beside: object) -> None:
    """A heading inside the page."""
    st.html(section(title, *beside))


def show_group(title: str) -> None:
    """A small heading over a group of levers."""
    st.html(tag("p", title, css="pl-group"))


def show_figures(figures: Sequence[Figure]) -> None:
    """Key figures in a row."""
    for column, one in zip(st.columns(len(figures), gap="medium"), figures, strict=True):
        column.metric(one.label, one.value, one.below, delta_color="off", delta_arrow="off")


def show_chart(figure: Any, alt: str, key: str) -> None:
    """A chart, fixed in place."""
    st.plotly_chart(figure, config=CONFIG, alt=alt, key=key)


def show_sheet(sheet: Sheet, key: str, alt: str, most: int | None = None) -> None:
    """A table to look at."""
    st.dataframe(sheet.styler, key=key, alt=alt, **_look(sheet, most))


def choose_cell(
    sheet: Sheet, key: str, alt: str, most: int | None = None, default: tuple[int, str] | None = None
) -> tuple[Any, str] | None:
    """A table whose cells answer a click: the key of the row and the title of the column, or None."""
    first = {"selection": {"rows": [], "columns": [], "cells": [default]}} if default and sheet.rows else None
    event = st.dataframe(
        sheet.styler, key=key, alt=alt, on_select="rerun", selection_mode="single-cell", selection_default=first,
        **_look(sheet, most),
    )  # fmt: skip
    cells = event.selection.cells
    if not cells or cells[0][0] >= sheet.rows:
        return None
    row, title = cells[0]
    return sheet.keys[row], title


def choose_rows(sheet: Sheet, key: str, alt: str, most: int | None = None) -> tuple[Any, ...]:
    """A table whose rows are ticked, several of them: the keys of those that are."""
    event = st.dataframe(
        sheet.styler, key=key, alt=alt, on_select="rerun", selection_mode="multi-row", **_look(sheet, most)
    )
    return tuple(sheet.keys[row] for row in event.selection.rows if row < sheet.rows)


def _look(sheet: Sheet, most: int | None) -> dict[str, Any]:
    return {
        "hide_index": True, "row_height": ROW_HEIGHT, "height": sheet.height(most), "placeholder": "–",
        "column_config": {head.title: _column(head) for head in sheet.heads},
    }  # fmt: skip


def _column(head: Head) -> Any:
    if head.bar is not None:
        return st.column_config.ProgressColumn(
            width=head.width, min_value=0, max_value=head.bar, format="localized", color=GREY
        )
    side = "right" if head.number else "left"
    return st.column_config.Column(width=head.width, alignment=side, help=head.help or None)


@contextmanager
def calm(titles: Mapping[str, str] = FrozenMap()) -> Iterator[None]:
    """Tell what went wrong, what is safe and what to do, instead of an error box; `titles` stand for ids."""
    try:
        yield
    except BadInput as trouble:
        show_trouble(BadInput(trouble.where, with_titles(trouble.what, titles)))
    except CoreError as trouble:
        show_trouble(trouble)


def show_trouble(trouble: CoreError) -> None:
    """One calm message for each kind of trouble."""
    if isinstance(trouble, NotAllowed):
        st.info(plain(f"{trouble} {SAFE}"), icon=":material/lock:")
    elif isinstance(trouble, OutOfDate):
        st.warning(plain(f"{trouble} {SAFE}"), icon=":material/update:", title="Somebody was here first")
    elif isinstance(trouble, NotFound):
        st.info(plain(f"{trouble} Choose another one above."), icon=":material/search_off:", title="Not found")
    elif isinstance(trouble, BadInput):
        title = plain(WHERE.get(trouble.where, trouble.where)) or None
        st.error(plain(f"{start(trouble.what)}. {SAFE}"), icon=":material/error:", title=title)
    else:
        st.error(plain(f"{trouble} {SAFE}"), icon=":material/error:")


def plain(text: str) -> str:
    """Text whose characters cannot become Markdown."""
    return "".join(f"\\{ch}" if ch in "\\`*_{}[]<>#+-!|$~:" else ch for ch in text)


def choose_household() -> Household | None:
    """The household of the address, with a box to choose another; None where the book is empty.

    The address carries the id, never the name; a page opened without one keeps the household last looked at.
    """
    names = {one.id: one.name for one in households(desk())}
    if not names:
        st.info("The book is empty. Upload a statement to begin.", icon=":material/inbox:")
        return None
    asked = st.query_params.get(ASKED) or st.session_state.get(LAST)
    if asked in names and (BOX not in st.session_state or asked != st.session_state.get(LAST)):
        st.session_state[BOX] = asked
    chosen = st.selectbox(
        "Household", list(names), format_func=lambda one: names[one], key=BOX, label_visibility="collapsed"
    )
    if st.query_params.get(ASKED) != chosen:
        st.query_params[ASKED] = chosen
    st.session_state[LAST] = chosen
    if asked and asked not in names:
        quiet(f"There is no household '{asked}'; this is another one.")
    return household(desk(), chosen)


def head_beside_choice() -> tuple[Any, Household | None]:
    """Room for the head at the left and the box of households at the right; the room is filled afterwards."""
    left, right = st.columns([4, 1], gap="medium", vertical_alignment="top")
    with right:
        held = choose_household()
    return left, held


def account_titles(held: Household) -> dict[str, str]:
    """Account id -> what a person calls it, with the last four of its number."""
    return {
        account.id: " ".join(dict.fromkeys(filter(None, (held.card(account.id).title, held.card(account.id).number))))
        for account in held.accounts
    }


def sentence_titles(held: Household) -> dict[str, str]:
    """What stands for ids in sentences: accounts by their titles, taxpayers by how they file."""
    payers = {payer.id: f"the taxpayer ({FILING[payer.filing_status]})" for payer in held.taxpayers}
    return {**payers, **account_titles(held)}


def warn_unclassified(held: Household) -> None:
    """Say which securities have no asset class: what is in them counts toward no target."""
    unknown = [one.symbol for one in held.securities if not one.classes and one.symbol in _symbols(held)]
    if unknown:
        named = listing(unknown) if len(unknown) <= 4 else count(len(unknown), "security", "securities")
        st.warning(
            "What is in them counts toward no target, so drift and trades leave it out. Select a lot on the holdings "
            "page and say its class.",
            icon=":material/category:", title=plain(f"No asset class is known for {named}"),
        )  # fmt: skip


def _symbols(held: Household) -> frozenset[str]:
    return frozenset(lot.symbol for account in held.accounts for lot in account.lots)


def quiet(text: str) -> None:
    """One quiet line."""
    st.html(tag("p", text, css="pl-line"))

"""Heat maps: the book by class and by metric, a household by account and by month; a cell opens what is behind it."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import streamlit as st

from core.domain.detail import Detail
from core.market.asset_classes import labels
from core.present.exports import sheet_csv, sheet_png
from core.present.html import drift_legend
from core.present.tables.heat_map import heat_map
from core.present.tables.maps import account_sheet, detail_table, month_sheet, month_title
from core.present.tables.metrics import SHORT, metric_map
from core.present.tables.sheet import Sheet
from core.words.days import long_day
from core.words.metrics import metric_name
from core.words.sentences import count
from core.workflow.details import account_detail, class_detail, metric_detail, month_detail
from core.workflow.drift import DriftView
from core.workflow.heat_maps import AccountRow, BookMap, MapRow, account_map, book_map
from core.workflow.history import Month
from pages.monitoring.months import months_of
from pages.shared.places import go
from pages.shared.session import desk
from pages.shared.widgets import choose_cell, choose_household, price_badges, quiet, show_head, show_section

VIEWS = {
    "classes": "Book by class", "metrics": "Book by metric", "accounts": "Household by account",
    "months": "Household by month",
}  # fmt: skip
ORDERS = {"worst": "Farthest first", "name": "By name", "assets": "Largest first"}


def render() -> None:
    """Draw the page."""
    view = st.query_params.get("map") if st.query_params.get("map") in VIEWS else "classes"
    room = st.container()
    chosen = st.segmented_control(
        "Map", list(VIEWS), default=view, required=True, format_func=VIEWS.__getitem__, label_visibility="collapsed",
        key="heat-view",
    )  # fmt: skip
    chosen = chosen or view
    st.query_params["map"] = chosen
    with room:
        show_head(_title(chosen), [long_day(desk().today()), "a cell opens what stands behind it"], *price_badges())
    if chosen in ("classes", "metrics"):
        whole = book_map(desk())
        (_by_class if chosen == "classes" else _by_metric)(whole)
        missing = [row.name for row in whole.rows if row.problem]
        if missing:
            st.warning(f"Not priced: {', '.join(missing)}", icon=":material/error:")
        return
    held = choose_household()
    if held is None:
        return
    if chosen == "accounts":
        _by_account(held.id, *account_map(desk(), held.id))
    else:
        _by_month(held.id, months_of(held.id))


def _title(chosen: str) -> str:
    return {
        "classes": "Every household against its bands", "metrics": "Every household by metric",
        "accounts": "Where a household's drift sits", "months": "A household's metrics month by month",
    }[chosen]  # fmt: skip


@st.fragment
def _by_class(whole: BookMap) -> None:
    names = labels()
    asked = _asked("classes")
    left, right = st.columns([2.6, 1], gap="medium")
    with left:
        show_section("Drift, in bands", drift_legend())
        sheet = _class_sheet(whole, asked).sheet
        cell = choose_cell(sheet, f"map-classes-{sheet.rows}", "Drift of every household by class, in bands", most=20)
        _take_along(sheet, "Drift in bands, households by asset class", "classes")
    with right:
        if cell is None:
            quiet("Select a cell: its clause, value, distance in dollars and shares, and since when, stand here.")
            return
        row = whole.row(cell[0])
        subject = next((name for name, title in names.items() if title == cell[1]), row.farthest)
        found = class_detail(desk(), row.view, subject, whole.bands) if row.view else None
        label = names.get(subject, subject)
        _show(row.name, label, found, household=row.household, **{"class": label})


@st.fragment
def _by_metric(whole: BookMap) -> None:
    asked = _asked("metrics")
    left, right = st.columns([2.6, 1], gap="medium")
    with left:
        show_section("Metrics", drift_legend())
        sheet = _metric_sheet(whole, asked).sheet
        cell = choose_cell(sheet, f"map-metrics-{sheet.rows}", "Metrics of every household", most=20)
        _take_along(sheet, "Metrics by household", "metrics")
        quiet("Coloured where a limit is set: ■ beyond, □ close. ? under 80% of the household has the data.")
    with right:
        if cell is None:
            quiet("Select a cell: the limit, the value, the distance to it and since when stand here.")
            return
        row = whole.row(cell[0])
        name = next((name for name, short in SHORT.items() if short == cell[1]), row.tightest(tuple(SHORT)))
        found = metric_detail(desk(), row, name, whole.bands)
        _show(row.name, metric_name(name), found, household=row.household, metric=name)


@st.fragment
def _by_account(household: str, view: DriftView, rows: Sequence[AccountRow]) -> None:
    names = labels()
    classes = [name for name in names if any(row.dollars.get(name) for row in rows)]
    left, right = st.columns([2.6, 1], gap="medium")
    with left:
        show_section("Weight of each class in each account", drift_legend())
        sheet = account_sheet(rows, view.readings, classes, names)
        cell = choose_cell(sheet, f"map-accounts-{household}", "Accounts by class", most=20)
        _take_along(sheet, f"{view.file.household.name}: accounts by class", "accounts")
        quiet("Filled by an account's own drift where it has a target, else by its part of the household's.")
    with right:
        if cell is None:
            quiet("Select a cell: the clause, the value, and the distance of class and household stand here.")
            return
        row = next(one for one in rows if one.account == cell[0])
        subject = next((name for name, title in names.items() if title == cell[1]), row.largest)
        label = names.get(subject, subject)
        _show(row.title, label, account_detail(desk(), view, row, subject), household=household, **{"class": label})


@st.fragment
def _by_month(household: str, months: Sequence[Month]) -> None:
    left, right = st.columns([2.6, 1], gap="medium")
    with left:
        show_section("Metrics, month by month")
        sheet = month_sheet(months)
        cell = choose_cell(sheet, f"map-months-{household}", "Metrics by month", most=20)
        _take_along(sheet, "Metrics by month", "months")
        quiet("° before the log: today's holdings at that month's last prices. Without it: the month's last check.")
    with right:
        if cell is None:
            quiet("Select a cell: the limit, the value and the distance to it stand here.")
            return
        month = next((one for one in months if month_title(one) == cell[1]), months[-1])
        found = month_detail(desk(), household, month, cell[0])
        _show(month_title(month), metric_name(cell[0]), found, household=household, metric=cell[0])


class Asked(NamedTuple):
    """What the boxes above a map say."""

    order: str
    only_outside: bool
    words: str


class Drawn(NamedTuple):
    """A map's table with the book that it shows, drawn once for all clicks on it."""

    whole: BookMap
    sheet: Sheet


@st.cache_resource(show_spinner=False, max_entries=32, hash_funcs={BookMap: id})
def _class_sheet(whole: BookMap, asked: Asked) -> Drawn:
    rows = _sorted(whole.rows, asked, lambda row: any(one.standing == "outside" for one in row.readings))
    return Drawn(whole, heat_map(rows, whole.classes, labels()))


@st.cache_resource(show_spinner=False, max_entries=32, hash_funcs={BookMap: id})
def _metric_sheet(whole: BookMap, asked: Asked) -> Drawn:
    rows = _sorted(whole.rows, asked, lambda row: any(one.standing == "outside" for one in row.metrics.values()))
    book = {row.household: tuple(row.metrics.values()) for row in rows if row.metrics}
    return Drawn(whole, metric_map(book, {row.household: row.name for row in rows}))


def _asked(view: str) -> Asked:
    by, only, words = st.columns([1, 1, 2], gap="medium", vertical_alignment="bottom")
    order = by.selectbox("Order", list(ORDERS), format_func=ORDERS.__getitem__, key=f"order-{view}")
    alone = only.toggle("Only outside", key=f"only-{view}")
    return Asked(order, alone, words.text_input("Name contains", key=f"asked-{view}").strip().lower())


def _sorted(rows: Sequence[MapRow], asked: Asked, outside: Callable[[MapRow], bool]) -> list[MapRow]:
    """Sorted and filtered as the boxes say."""
    kept = [row for row in rows if (not asked.only_outside or outside(row)) and asked.words in row.name.lower()]
    if asked.order == "name":
        kept.sort(key=lambda row: row.name)
    if asked.order == "assets":
        kept.sort(key=lambda row: -row.assets)
    return kept


def _take_along(sheet: Sheet, title: str, view: str) -> None:
    """The map as a picture and as CSV, marked as what its prices are."""
    label = desk().feed.label
    note = f"{desk().today():%B %d, %Y}. Prices: {label or 'market'}. {count(sheet.rows, 'row', begin=True)}."
    with st.container(horizontal=True):
        st.download_button(
            "Picture", lambda: sheet_png(sheet, title, note), f"{view}.png", "image/png", on_click="ignore",
            icon=":material/image:", key=f"png-{view}",
        )  # fmt: skip
        st.download_button(
            "CSV", lambda: sheet_csv(sheet, note), f"{view}.csv", "text/csv", on_click="ignore",
            icon=":material/table:", key=f"csv-{view}",
        )  # fmt: skip


def _show(where: str, label: str, found: Detail | None, **query: str) -> None:
    show_section(where)
    if found is None:
        quiet(f"{label}: nothing is held of it and the mandate does not name it.")
    else:
        st.html(detail_table(found, label))
    if st.button("Open drift", icon=":material/arrow_forward:", key="open-drift"):
        go("drift", **query)

"""The book by metric: every household beside the others; a cell opens the household."""

import streamlit as st

from core.present.tables.metrics import SHORT, metric_map
from core.words.days import day
from core.words.sentences import count
from core.workflow.households import households
from core.workflow.market_files import risk_free_of
from core.workflow.metrics import SESSIONS, book_metrics
from pages.shared.places import go
from pages.shared.session import desk
from pages.shared.widgets import choose_cell, price_badges, quiet, show_head, show_section


def render() -> None:
    """Draw the page."""
    book = book_metrics(desk())
    beyond = sum(one.standing == "outside" for values in book.values() for one in values)
    unsaid = sum(one.standing == "unknown" and one.coverage > 0 for values in book.values() for one in values)
    title = f"{count(beyond, 'metric', begin=True)} beyond a limit" if beyond else "No metric is beyond a limit"
    facts = [day(desk().today()), count(len(book), "household"), f"{unsaid} cannot be said for want of data"]
    show_head(title, facts, *price_badges())
    names = {one.id: one.name for one in households(desk())}
    show_section("Households by metric")
    clicked = choose_cell(metric_map(book, names), "metric-map", "Metrics of every household", most=24)
    quiet(
        "Coloured where a limit is set: ■ beyond, □ close. ? under 80% of the household has the data. "
        f"Three years of daily history of today's weights; risk-free {risk_free_of(desk(), SESSIONS):.1%} a year. Select a cell."
    )
    if clicked:
        household, column = clicked
        metric = next((name for name, short in SHORT.items() if short == column), "")
        go("drift", household=household, **({"metric": metric} if metric else {}))
    missing = [one.name for one in households(desk()) if one.id not in book]
    if missing:
        st.warning(f"Not priced: {', '.join(missing)}", icon=":material/error:")

"""The product shelf: what may be bought, what it costs at a size, like ones side by side, and the decision."""

from collections.abc import Mapping
from decimal import Decimal

import streamlit as st

from core.access import allowed
from core.domain.product import Product
from core.market.asset_classes import labels
from core.market.products import like
from core.present.html import tag
from core.present.tables.products import STANDINGS, products_sheet, side_by_side, standing_badge
from core.words.days import day
from core.words.numbers import whole_dollars
from core.words.sentences import count
from core.workflow.products import products, shelf_changes
from pages.compliance.product_forms import change, decide, propose
from pages.shared.session import desk, me
from pages.shared.widgets import choose_cell, quiet, show_head, show_section

ALL = "all"
SIZE = 100_000
ASKED = "product"


def render() -> None:
    """Draw the page."""
    shelf = products(desk())
    buyable = [one for one in shelf.values() if one.buyable]
    due = min((one.next_review for one in buyable), default=None)
    room, action = st.columns([4, 1], gap="medium", vertical_alignment="top")
    with action, st.container(horizontal=True, horizontal_alignment="right"):
        if allowed(me(), "draft"):
            propose()
    with room:
        _head(len(buyable), len(shelf), day(due))
    _changes()
    amount, shown = _choices(shelf)
    sheet = products_sheet(shown, amount, labels())
    clicked = choose_cell(sheet, f"shelf-{len(shown)}-{amount}", "Every product of the shelf", most=11)
    symbol = clicked[0] if clicked else st.query_params.get(ASKED)
    if symbol in shelf:
        st.query_params[ASKED] = str(symbol)
        _one(shelf, str(symbol), amount)
    else:
        quiet("Select a product to see it beside like ones.")


def _head(buyable: int, every: int, due: str) -> None:
    show_head(
        f"{buyable} of {count(every, 'product')} may be bought",
        ["the engine buys nothing that is not approved", f"next review {due}"],
    )


def _changes() -> None:
    found = shelf_changes(desk())
    if found:
        st.warning(
            f"{count(len(found), 'significant change', begin=True)}: "
            + " ".join(f"{one.where}: {one.message}" for one in found[:5]),
            icon=":material/update:",
        )


def _choices(shelf: Mapping[str, Product]) -> tuple[Decimal, list[Product]]:
    classes = {ALL: "Every class", **labels()}
    standings = {ALL: "Every standing", **{key: words for key, (words, _) in STANDINGS.items()}}
    by_class, by_standing, size, _ = st.columns([1.2, 1.2, 1, 3], gap="medium")
    chosen = by_class.selectbox("Asset class", list(classes), format_func=lambda one: classes[one], key="shelf-class")
    standing = by_standing.selectbox(
        "Standing", list(standings), format_func=lambda one: standings[one], key="shelf-standing"
    )
    dollars = size.number_input("Cost at a size of, $", 1_000, 100_000_000, SIZE, 10_000, key="shelf-size")
    shown = [one for one in shelf.values() if chosen in (ALL, one.asset_class) and standing in (ALL, one.status)]
    return Decimal(int(dollars)), sorted(shown, key=_place)


def _place(one: Product) -> tuple[bool, int, str]:
    """What may be bought first, then by class and symbol."""
    return not one.buyable, list(labels()).index(one.asset_class), one.symbol


def _one(shelf: Mapping[str, Product], symbol: str, amount: Decimal) -> None:
    alike = like(shelf, symbol)
    own = alike[0]
    table, side = st.columns([2.2, 1], gap="large")
    with table:
        show_section(f"{symbol} side by side at {whole_dollars(amount)}")
        beside = st.multiselect(
            "Beside", sorted(set(shelf) - {symbol}), [one.symbol for one in alike[1:]], max_selections=4,
            key=f"beside-{symbol}", help="Like products hold at least nine tenths of the same mix.",
        )  # fmt: skip
        st.html(side_by_side([own, *(shelf[one] for one in beside)], amount))
    with side:
        badge = standing_badge(own)
        show_section("The firm's view")
        st.html(tag("p", tag("span", badge.text, css=f"pl-badge {badge.tone}"), f" {own.note}", css="pl-text"))
        st.html(tag("p", tag("b", "Conflicts "), own.conflicts, css="pl-text"))
        quiet(f"Reviewed {day(own.reviewed)}, next review {day(own.next_review)}.")
        change(own)
        if allowed(me(), "adopt_mandate"):
            decide(own)
        else:
            quiet("The committee decides what stands on the shelf.")

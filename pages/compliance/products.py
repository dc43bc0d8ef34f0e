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
from core.workflow.products import decide_product, products, shelf_changes
from pages.shared.session import desk, me
from pages.shared.widgets import calm, choose_cell, quiet, show_head, show_section

ALL = "all"
SIZE = 100_000
ASKED = "product"


def render() -> None:
    """Draw the page."""
    shelf = products(desk())
    buyable = [one for one in shelf.values() if one.buyable]
    due = min((one.next_review for one in buyable), default=None)
    show_head(
        f"{len(buyable)} of {count(len(shelf), 'product')} may be bought",
        ["a product that is not approved is refused when a proposal is submitted", f"next review {day(due)}"],
    )
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
    found = like(shelf, symbol)
    own = found[0]
    table, side = st.columns([2.2, 1], gap="large")
    with table:
        others = len(found) - 1
        show_section(f"{symbol} beside {count(others, 'like product')} at {whole_dollars(amount)}")
        st.html(side_by_side(found, amount))
        quiet("Like products hold at least nine tenths of the same mix, in the same structure, and may be bought.")
    with side:
        badge = standing_badge(own)
        show_section("The firm's view")
        st.html(tag("p", tag("span", badge.text, css=f"pl-badge {badge.tone}"), f" {own.note}", css="pl-text"))
        st.html(tag("p", tag("b", "Conflicts "), own.conflicts, css="pl-text"))
        quiet(f"Reviewed {day(own.reviewed)}, next review {day(own.next_review)}.")
        if allowed(me(), "adopt_mandate"):
            _decide(own)
        else:
            quiet("The committee decides what stands on the shelf.")


def _decide(own: Product) -> None:
    with st.form(f"decide-{own.symbol}-{own.version}", border=True):
        words = {key: text for key, (text, _) in STANDINGS.items()}
        status = st.selectbox(
            "Standing from now on", list(words), list(words).index(own.status), format_func=lambda one: words[one]
        )
        reason = st.text_input("Reason, kept in the audit trail")
        if st.form_submit_button("Decide"):
            with calm():
                decide_product(desk(), own.symbol, status, reason)  # type: ignore[arg-type]
                st.rerun()

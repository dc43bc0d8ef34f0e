"""Products of one's own on the model page: a structured note or a private fund beside the funds with prices."""

import re

import streamlit as st

from core.domain.custom_product import CustomProduct
from core.domain.errors import BadInput
from core.domain.frozen_map import FrozenMap
from core.domain.mandate import AssetFacts, Mandate
from core.market.asset_classes import labels
from core.optimize.custom import PAYOFFS
from core.words.sentences import start
from pages.shared.widgets import calm, quiet, show_group

PAIR = re.compile(r"([a-z_]+)\s*[:=]?\s*(-?[\d.]+)\s*(%?)")
KINDS = {"structured_note": "Structured note", "private_fund": "Private fund"}
TERMS = {"points": "", "buffered": "buffer 10%, cap 12%", "reverse_convertible": "coupon 9%, barrier 70%",
         "autocall": "coupon 8%, barrier 70%, looks 4"}  # fmt: skip


def choose_products(base: Mandate) -> tuple[FrozenMap[CustomProduct], FrozenMap[AssetFacts]]:
    """The mandate's products with those added here, and the buy list with their classes."""
    show_group("Products of one's own")
    added: dict[str, tuple[CustomProduct, str]] = st.session_state.setdefault(f"products-{base.id}", {})
    for name in (*base.products, *added):
        quiet(f"{name} stands beside the funds")
    with st.popover("Add a note or a fund"), calm():
        _form(base, added)
    if added and st.button("Take them out", type="tertiary"):
        added.clear()
        st.rerun()
    products = {**base.products, **{name: product for name, (product, _) in added.items()}}
    facts = {name: AssetFacts(FrozenMap({asset_class: 1.0})) for name, (_, asset_class) in added.items()}
    return FrozenMap(products), FrozenMap({**base.assets, **facts})


def _form(base: Mandate, added: dict[str, tuple[CustomProduct, str]]) -> None:
    kind = st.segmented_control("Kind", list(KINDS), default="structured_note", required=True, format_func=KINDS.get)
    names = labels()
    symbol = st.text_input("Short name", placeholder="NOTE-A").strip().upper()
    follows = st.selectbox("Follows", [one for one in base.assets if one not in base.products])
    asset_class = st.selectbox("Counts in the class", list(names), format_func=lambda one: names[one])
    made = _note(follows) if kind == "structured_note" else _fund(follows)
    if st.button("Add it", type="primary"):
        if not symbol or made is None:
            raise BadInput("product", "give it a short name and its terms")
        added[symbol] = (made, asset_class)
        st.rerun()


def _note(follows: str) -> CustomProduct:
    payoff = st.selectbox("Pays", list(PAYOFFS), list(PAYOFFS).index("buffered"), format_func=_spoken)
    quiet(f"{start(PAYOFFS.entry(payoff).facts['sentence'])}.")
    terms = st.text_input("Terms", TERMS.get(payoff, ""), key=f"terms-{payoff}")
    points = (
        st.text_input("Points, return → pays, %", "-100 → -90, -10 → 0, 0 → 0, 12 → 12") if payoff == "points" else ""
    )
    years = st.number_input("Term, years", 0.25, 10.0, 1.0, 0.25)
    risk = st.number_input("Chance a year that the issuer fails, %", 0.0, 20.0, 0.5, 0.1)
    return CustomProduct(
        "structured_note", FrozenMap({follows: 1.0}), payoff, terms=_terms(terms), points=_points(points),
        term_years=years, default_rate=risk / 100,
    )  # fmt: skip


def _fund(follows: str) -> CustomProduct | None:
    share = st.number_input("Moves by (1 = as much)", 0.0, 3.0, 0.6, 0.1)
    text = st.text_area("Valuations, oldest first", placeholder="100, 101.5, 103.2, …", height=80)
    values = tuple(float(one) for one in re.findall(r"\d+(?:\.\d+)?", text))
    a_year = st.selectbox("Valued", [4, 12, 2, 1], format_func=lambda one: f"{one} times a year")
    if not values:
        return None
    return CustomProduct("private_fund", FrozenMap({follows: share}), valuations=values, valuations_a_year=a_year)


def _terms(text: str) -> FrozenMap[float]:
    return FrozenMap({name: float(size) / (100 if unit else 1) for name, size, unit in PAIR.findall(text.lower())})


def _points(text: str) -> tuple[tuple[float, float], ...]:
    numbers = [float(one) / 100 for one in re.findall(r"-?\d+(?:\.\d+)?", text)]
    return tuple(zip(numbers[::2], numbers[1::2], strict=False))


def _spoken(name: str) -> str:
    return start(name.replace("_", " "))

"""The firm's product shelf, from `data/reference/products.toml` and the table of securities.

Cost, structure and look-through are facts of the security; approval, grades and review dates are the firm's own.
"""

import tomllib
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from types import MappingProxyType
from typing import Any

from core.domain.issue import Issue
from core.domain.product import Product
from core.market.asset_classes import leaves
from core.market.securities import SecurityFacts, known
from core.settings import REFERENCE

_DAILY = ((Decimal(100_000_000), "same day, over $100M traded daily"), (Decimal(10_000_000), "same day, over $10M"))

ALIKE = 0.9
"""Share of the look-through mix from which two products are set side by side."""


@cache
def shelf() -> Mapping[str, Product]:
    """Every product of the reference file by symbol, as the firm's committee left it."""
    rules = _rules()
    return MappingProxyType({symbol: _product(facts, rules) for symbol, facts in known().items()})


def review_issues(products: Mapping[str, Product], as_of: date) -> tuple[Issue, ...]:
    """Significant changes: reviews that are overdue, and costs that moved since the review."""
    found: list[Issue] = []
    for symbol, one in sorted(products.items()):
        if one.buyable and one.next_review < as_of:
            found.append(Issue("warning", symbol, f"Its review was due on {one.next_review}.", "review_overdue"))
        if one.buyable and abs(one.ongoing_cost - one.reviewed_cost) > 1e-9:
            message = (
                f"Its yearly cost is {one.ongoing_cost * 100:.3g} % now and was "
                f"{one.reviewed_cost * 100:.3g} % when it was reviewed."
            )
            found.append(Issue("warning", symbol, message, "cost_changed"))
    return tuple(found)


def like(products: Mapping[str, Product], symbol: str, most: int = 4) -> tuple[Product, ...]:
    """The product, then others of its kind and mix that may be bought, the cheapest first."""
    one = products[symbol]
    others = [p for p in products.values() if p.buyable and p.structure == one.structure and _alike(one, p)]
    others.sort(key=lambda p: (p.ongoing_cost, p.initial_cost, p.symbol))
    return (one, *others[:most])


def _alike(one: Product, other: Product) -> bool:
    """Whether two hold the same mix of leaves, nine tenths of it at least; by class where a mix is not known."""
    if one.symbol == other.symbol:
        return False
    if one.symbol not in known() or other.symbol not in known():
        return one.asset_class == other.asset_class
    mine, its = known()[one.symbol].mix, known()[other.symbol].mix
    return sum(min(share, its.get(leaf, 0.0)) for leaf, share in mine.items()) >= ALIKE


def _product(facts: SecurityFacts, rules: Mapping[str, Any]) -> Product:
    main = max(facts.mix, key=lambda leaf: facts.mix[leaf])
    said = {**rules.get("kinds", {}).get(facts.asset_type, {}), **rules.get("products", {}).get(facts.symbol, {})}
    return Product(
        symbol=facts.symbol,
        name=facts.name,
        structure=rules["structure"][facts.asset_type],
        asset_class=max(facts.classes, key=lambda name: facts.classes[name]),
        initial_cost=facts.spread,
        ongoing_cost=facts.expense_ratio,
        risk=said.get("risk") or _grade(rules["risk"], main),
        complexity=said.get("complexity") or _grade(rules["complexity"], main),
        liquidity=_liquidity(facts),
        conflicts=said.get("conflicts", "None known: the firm is paid nothing by the issuer."),
        status=said.get("status", "approved"),
        reviewed=said.get("reviewed", rules["reviewed"]),
        next_review=said.get("next_review", rules["next_review"]),
        reviewed_cost=said.get("reviewed_cost", facts.expense_ratio),
        strategy=leaves()[main].label,
        note=said.get("note", ""),
    )


def _grade(grades: Mapping[str, str], leaf: str) -> Any:
    return grades.get(leaf, grades["default"])


def _liquidity(facts: SecurityFacts) -> str:
    if facts.asset_type in ("mutual_fund", "money_market"):
        return "daily, at the fund's net asset value"
    if facts.adv_shares is None:
        return "same day, on an exchange"
    traded = facts.adv_shares * facts.list_price
    return next((words for least, words in _DAILY if traded >= least), "same day, under $10M: limit orders")


@cache
def _rules() -> Mapping[str, Any]:
    with (REFERENCE / "products.toml").open("rb") as file:
        return MappingProxyType(tomllib.load(file))

"""The product shelf as it stands: the reference file, what was proposed since, the firm's decisions, what it blocks.

Know your product, 17 CFR 240.15l-1(a)(2)(ii)(A) and NI 31-103 s. 13.2.1: assessed and approved before anybody may
buy it, monitored afterwards.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from core.domain.errors import BadInput, NotAllowed, NotFound
from core.domain.issue import Issue
from core.domain.product import Approval, ChangeKind, Product, ProductChange, ProductDecision
from core.domain.proposal import Proposal
from core.market.asset_classes import labels
from core.market.products import review_issues, shelf
from core.workflow.desk import Desk
from core.workflow.saving import Put, load_all, save

CHANGES: Mapping[ChangeKind, str] = {
    "cost": "Cost changed", "manager": "Manager changed", "index": "Index changed", "strategy": "Strategy changed",
    "closure": "Closed or closing",
}  # fmt: skip
"""Significant changes by kind, as people call them."""


def products(desk: Desk) -> Mapping[str, Product]:
    """Every product by symbol, with the latest decision of the firm and what has changed since."""
    desk.require("read_clients")
    found = {**shelf(), **{one.symbol: one for one in load_all(desk, "shelf_product", Product)}}
    for decision in load_all(desk, "product", ProductDecision):
        if decision.symbol in found:
            found[decision.symbol] = _decided(found[decision.symbol], decision)
    for change in load_all(desk, "product_change", ProductChange):
        if change.symbol in found:
            found[change.symbol] = _changed(found[change.symbol], change)
    return found


def propose_product(desk: Desk, product: Product) -> Product:
    """Put a product on the shelf for the committee to decide on; until then the engine buys none of it."""
    desk.require("draft")
    symbol = product.symbol.strip().upper()
    if not symbol or any(not part.strip() for part in (product.name, product.structure, product.liquidity)):
        raise BadInput("product", "needs its symbol, name, structure and how fast it turns into cash")
    if symbol in products(desk):
        raise BadInput(symbol, "stands on the shelf already")
    if product.asset_class not in labels():
        raise BadInput("asset class", f"'{product.asset_class}' is no asset class of the book")
    if not (0 <= product.ongoing_cost < 1 and 0 <= product.initial_cost < 1):
        raise BadInput("costs", "are fractions from 0 to under 1")
    made = replace(
        product, symbol=symbol, status="not_approved", reviewed=desk.today(), next_review=desk.today(),
        reviewed_cost=product.ongoing_cost, version=0,
    )  # fmt: skip
    save(desk, "product.proposed", Put("shelf_product", symbol, 1, made))
    return made


def note_change(
    desk: Desk, symbol: str, kind: ChangeKind, text: str, ongoing_cost: float | None = None
) -> ProductChange:
    """Note a significant change: an alert until the product is decided on again; a closed one is not bought."""
    someone = desk.require("read_clients")
    standing = products(desk).get(symbol)
    if standing is None:
        raise NotFound(f"There is no product '{symbol}' on the shelf.")
    if not text.strip():
        raise BadInput("change", "say what changed, and where it was read")
    if (kind == "cost") != (ongoing_cost is not None) or not 0 <= (ongoing_cost or 0) < 1:
        raise BadInput("cost", "a change of cost, and only that, names the new cost as a fraction a year")
    number = sum(one.symbol == symbol for one in load_all(desk, "product_change", ProductChange)) + 1
    made = ProductChange(
        f"{symbol}-{number:03d}", symbol, kind, text.strip(), someone.id, desk.today(), standing.version, ongoing_cost
    )
    save(desk, f"product.{kind}_changed", Put("product_change", made.id, 1, made))
    return made


def changes_open(desk: Desk, shelf_now: Mapping[str, Product]) -> tuple[ProductChange, ...]:
    """Changes noticed since the last decision on their product, oldest first."""
    desk.require("read_clients")
    every = load_all(desk, "product_change", ProductChange)
    return tuple(one for one in every if one.symbol in shelf_now and one.decided >= shelf_now[one.symbol].version)


def decide_product(desk: Desk, symbol: str, status: Approval, reason: str) -> Product:
    """Approve, watch, suspend or refuse a product; kept as a decision with its reason and day."""
    someone = desk.require("adopt_mandate")
    standing = products(desk).get(symbol)
    if standing is None:
        raise NotFound(f"There is no product '{symbol}' on the shelf.")
    if not reason.strip():
        raise BadInput("reason", "say what the decision rests on")
    decision = ProductDecision(
        symbol, status, reason.strip(), someone.id, desk.today(), standing.ongoing_cost, standing.version + 1
    )
    save(desk, f"product.{status}", Put("product", symbol, decision.version, decision))
    return _decided(standing, decision)


def shelf_changes(desk: Desk) -> tuple[Issue, ...]:
    """Significant changes on the shelf: reviews overdue, costs that moved, what somebody noticed since the review."""
    now = products(desk)
    noticed = [
        Issue("warning", one.symbol, f"{CHANGES[one.kind]}: {one.text}", f"{one.kind}_changed")
        for one in changes_open(desk, now)
        if one.kind != "cost" and now[one.symbol].status != "not_approved"
    ]
    return (*review_issues(now, desk.today()), *noticed)


def blocked_symbols(desk: Desk) -> tuple[str, ...]:
    """Every symbol of the shelf that may not be bought; it may be held and sold."""
    return tuple(sorted(symbol for symbol, one in products(desk).items() if not one.buyable))


def off_shelf(desk: Desk, symbols: Iterable[str]) -> frozenset[str]:
    """Which of these symbols stand on no shelf or may not be bought."""
    now = products(desk)
    return frozenset(symbol for symbol in symbols if symbol not in now or not now[symbol].buyable)


def refuse_blocked(desk: Desk, proposal: Proposal) -> None:
    """Raise NotAllowed where a proposal buys what the firm has not approved, naming each with its standing."""
    standing = products(desk)
    bought = sorted({trade.symbol for trade in proposal.answer.trades if trade.side == "buy"})
    refused = [symbol for symbol in bought if symbol not in standing or not standing[symbol].buyable]
    if refused:
        named = ", ".join(f"{symbol} ({_standing(standing.get(symbol))})" for symbol in refused)
        raise NotAllowed(f"It buys what the product shelf does not allow: {named}. Drop the line or have it approved.")


def _standing(one: Product | None) -> str:
    return "on no shelf" if one is None else one.status.replace("_", " ")


def _decided(one: Product, decision: ProductDecision) -> Product:
    return replace(
        one,
        status=decision.status,
        note=decision.reason,
        reviewed=decision.on,
        next_review=_half_a_year_on(decision),
        reviewed_cost=decision.reviewed_cost,
        version=decision.version,
    )


def _changed(one: Product, change: ProductChange) -> Product:
    cost = one.ongoing_cost if change.ongoing_cost is None else change.ongoing_cost
    closed = change.kind == "closure" and change.decided >= one.version and one.buyable
    status: Approval = "suspended" if closed else one.status
    return replace(one, ongoing_cost=cost, status=status)


def _half_a_year_on(decision: ProductDecision) -> date:
    return decision.on + timedelta(days=182)

"""The product shelf as it stands: the reference file with the firm's later decisions over it, and what it blocks."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from core.domain.errors import BadInput, NotAllowed, NotFound
from core.domain.issue import Issue
from core.domain.product import Approval, Product, ProductDecision
from core.domain.proposal import Proposal
from core.market.products import review_issues, shelf
from core.workflow.desk import Desk
from core.workflow.saving import Put, load_all, save


def products(desk: Desk) -> Mapping[str, Product]:
    """Every product by symbol, with the latest decision of the firm."""
    desk.require("read_clients")
    found = dict(shelf())
    for one in load_all(desk, "product", ProductDecision):
        if one.symbol in found:
            found[one.symbol] = _decided(found[one.symbol], one)
    return found


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
    """Significant changes on the shelf: reviews overdue, costs that moved since the review."""
    return review_issues(products(desk), desk.today())


def blocked_symbols(desk: Desk) -> tuple[str, ...]:
    """Every symbol of the shelf that may not be bought; it may be held and sold."""
    return tuple(sorted(symbol for symbol, one in products(desk).items() if not one.buyable))


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


def _half_a_year_on(decision: ProductDecision) -> date:
    return decision.on + timedelta(days=182)

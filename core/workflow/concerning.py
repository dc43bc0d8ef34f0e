"""Which securities a stored noun concerns, so that its event is found by them: traded, held, read, or ruled on."""

import json
from collections.abc import Callable, Iterable
from typing import Any

from core.domain.canonical import from_plain
from core.domain.household import Household
from core.domain.intake import Intake
from core.domain.mandate import Mandate
from core.domain.product import Product, ProductChange, ProductDecision
from core.domain.proposal import Proposal
from core.domain.release import Release


def symbols_of(noun: Any) -> tuple[str, ...]:
    """The symbols, each once; none for a noun that concerns no security."""
    found = _FINDERS.get(type(noun))
    return tuple(sorted(set(found(noun)))) if found else ()


def symbols_in(kind: str, body: bytes) -> tuple[str, ...]:
    """The same of a stored version."""
    noun = _KINDS.get(kind)
    return symbols_of(from_plain(noun, json.loads(body))) if noun else ()


def _traded(one: Proposal) -> Iterable[str]:
    return (trade.symbol for trade in one.answer.trades)


def _released(one: Release) -> Iterable[str]:
    return (order.symbol for order in one.orders)


def _held(one: Household) -> Iterable[str]:
    return (lot.symbol for account in one.accounts for lot in account.lots)


def _read(one: Intake) -> Iterable[str]:
    return (line.symbol for account in one.statement.accounts for line in account.positions if line.symbol)


def _ruled(one: Mandate) -> Iterable[str]:
    return {*one.assets, *one.bounds, *one.restricted} - {"*"}


def _named(one: Product | ProductDecision | ProductChange) -> Iterable[str]:
    return (one.symbol,)


_FINDERS: dict[type, Callable[[Any], Iterable[str]]] = {
    Proposal: _traded,
    Release: _released,
    Household: _held,
    Intake: _read,
    Mandate: _ruled,
    Product: _named,
    ProductChange: _named,
    ProductDecision: _named,
}
_KINDS: dict[str, Any] = {
    "proposal": Proposal,
    "release": Release,
    "household": Household,
    "statement": Intake,
    "mandate": Mandate,
    "shelf_product": Product,
    "product_change": ProductChange,
    "product": ProductDecision,
}
KINDS = frozenset(_KINDS)
"""Kinds of records that can concern a security."""

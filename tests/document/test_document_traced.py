"""Every number of a letter or record comes from its record: a field of it, or a sum of fields worked out here again."""

import io
import re
from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from typing import Any

import pdfplumber
import pytest

from core.domain.canonical import to_plain
from core.domain.proposal import Proposal
from core.workflow.compliance import profile, record_of, trade_series
from core.workflow.desk import Desk
from core.workflow.documents import draft_letter
from core.workflow.households import households
from core.workflow.products import products
from core.workflow.proposals import draft

CENT = Decimal("0.01")
NUMBER = re.compile(r"(?<![\w.,…-])\$?(\d{1,3}(?:,\d{3})+|\d+)\.(\d\d)(?![\dl])")


@cache
def desk() -> Desk:
    return Desk.sample()


@cache
def proposals() -> tuple[Proposal, ...]:
    return tuple(draft(desk(), one.id) for one in households(desk()))


def rounded(value: Decimal) -> Decimal:
    return abs(value).quantize(CENT, ROUND_HALF_UP)


def leaves(value: Any) -> Iterator[Decimal]:
    """Every number in canonical form, and those inside its sentences."""
    if isinstance(value, dict):
        for one in value.values():
            yield from leaves(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from leaves(one)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield Decimal(repr(value))
        yield Decimal(repr(value)) * 100
    elif isinstance(value, str):
        for whole, cents in NUMBER.findall(value):
            yield Decimal(f"{whole.replace(',', '')}.{cents}")
        if re.fullmatch(r"-?\d+(\.\d+)?", value):
            yield Decimal(value)


def sums(one: Proposal) -> Iterator[Decimal]:
    """What a document adds up: by account and side, by lot, over all; drift in bands; costs of funds."""
    case = one.case
    ratio = {each.symbol: Decimal(repr(each.expense_ratio)) for each in case.securities}
    accounts = [*{trade.account for trade in one.answer.trades}]
    for some in [{account} for account in accounts] + [set(accounts)]:
        its = [trade for trade in one.answer.trades if trade.account in some]
        for side in ("buy", "sell"):
            yield sum((trade.amount for trade in its if trade.side == side), Decimal(0))
        yield sum((pick.gain or Decimal(0) for trade in its for pick in trade.lots), Decimal(0))
    for trade in one.answer.trades:
        security = case.security(trade.symbol)
        yield sum((pick.gain or Decimal(0) for pick in trade.lots), Decimal(0))
        yield sum((pick.cost_basis or Decimal(0) for pick in trade.lots), Decimal(0))
        yield from (pick.quantity * security.unit_price for pick in trade.lots)
    signs = {"buy": 1, "sell": -1}
    yield sum((signs[trade.side] * trade.amount * ratio[trade.symbol] for trade in one.answer.trades), Decimal(0))
    bought, sold = (sum((t.amount for t in one.answer.trades if t.side == side), Decimal(0)) for side in signs)
    if one.answer.before.total:
        yield min(bought, sold) / one.answer.before.total * 100
    for name, drift in one.answer.after.drift.items():
        half = case.target.band(name).half_width(case.target.weight(name))
        if half:
            yield Decimal(repr(drift / half))


def weighing(one: Proposal) -> Iterator[Decimal]:
    """What the record weighs: each way against this one, each product at the amount bought, the year's series."""
    answer = one.answer
    cost = answer.tax.total + answer.spread + answer.commission
    yield cost
    drift = Decimal(repr(answer.after.drift_total)) * 100
    for other in answer.baselines:
        yield other.tax + other.spread
        yield other.tax + other.spread - cost
        yield rounded(Decimal(repr(other.drift_total)) * 100) - rounded(drift)
        yield Decimal(repr(other.drift_total)) * 100 - drift
    if answer.before.total:
        yield cost / answer.before.total * 100
    bought = [trade for trade in answer.trades if trade.side == "buy"]
    for symbol in {trade.symbol for trade in bought}:
        amount = sum((trade.amount for trade in bought if trade.symbol == symbol), Decimal(0))
        yield amount
        yield from at_this_size(amount)
    series = trade_series(desk(), one.id)
    yield from leaves(to_plain(series))
    if series.average_equity:
        yield min(series.bought, series.sold) / series.average_equity * 100


def at_this_size(amount: Decimal) -> Iterator[Decimal]:
    yearly = [amount * Decimal(repr(each.ongoing_cost)) for each in products(desk()).values()]
    yield from yearly
    yield from (amount * Decimal(repr(each.initial_cost)) for each in products(desk()).values())
    yield from (rounded(first) - rounded(second) for first in yearly for second in yearly)


def shown(data: bytes) -> set[Decimal]:
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        text = "\n".join(page.extract_text() for page in pdf.pages)
    return {Decimal(f"{whole.replace(',', '')}.{cents}") for whole, cents in NUMBER.findall(text)}


@pytest.mark.parametrize("place", range(8))
def test_every_number_of_the_letter_is_in_the_record(place: int) -> None:
    one = proposals()[place]
    known = {rounded(value) for value in (*leaves(to_plain(one)), *sums(one))}
    found = shown(draft_letter(desk(), one.id))
    assert len(found) > 8
    assert not sorted(found - known)


@pytest.mark.parametrize("place", range(8))
def test_every_number_of_the_recommendation_record_is_in_the_record(place: int) -> None:
    one = proposals()[place]
    told = to_plain(profile(desk(), one.household))
    known = {rounded(value) for value in (*leaves(to_plain(one)), *leaves(told), *sums(one), *weighing(one))}
    found = shown(record_of(desk(), one.id))
    assert len(found) > 5
    assert not sorted(found - known)


def test_a_number_of_another_household_would_be_seen() -> None:
    one, other = proposals()[0], proposals()[4]
    known = {rounded(value) for value in (*leaves(to_plain(one)), *sums(one))}
    assert len(shown(draft_letter(desk(), other.id)) - known) > 20

"""What changed between two versions of a proposal, line by line and in words."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from core.domain.proposal import Proposal
from core.domain.trade import Trade
from core.words import (
    class_label,
    dollars,
    number,
    one_line,
    points,
    shares,
    signed_dollars,
    trade_line,
)

ChangeKind = Literal["added", "removed", "quantity", "lots", "tax", "drift", "band", "cost", "cash"]

_SMALLEST_DRIFT = 0.00005
"""Half of the last decimal that weights are shown with."""


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. `before` and `after` are text as shown, empty where there was nothing."""

    kind: ChangeKind
    subject: str
    before: str
    after: str
    sentence: str


def compare(
    before: Proposal,
    after: Proposal,
    accounts: Mapping[str, str] | None = None,
    labels: Mapping[str, str] | None = None,
) -> tuple[Change, ...]:
    """Trades first (added, removed, another quantity, other lots), then tax, drift, bands, costs and cash.

    accounts : account id -> the title a person knows; labels : asset class -> its name on the screen
    """
    titles = accounts or {}
    return (
        *_trade_changes(before, after, titles),
        *_tax_changes(before, after),
        *_drift_changes(before, after, labels or {}),
        *_cost_changes(before, after),
        *_cash_changes(before, after, titles),
    )


def _trade_changes(before: Proposal, after: Proposal, titles: Mapping[str, str]) -> Iterator[Change]:
    old = {trade.key: trade for trade in before.answer.trades}
    new = {trade.key: trade for trade in after.answer.trades}
    for key in sorted({*old, *new}):
        was, now = old.get(key), new.get(key)
        account = one_line(titles.get(key[0], key[0]))
        if was is None and now is not None:
            line = trade_line(now)
            yield Change("added", line, "", dollars(now.amount), f"{line} in {account}: added, {dollars(now.amount)}.")
        elif now is None and was is not None:
            line = trade_line(was)
            removed = f"{line} in {account}: removed, it was {dollars(was.amount)}."
            yield Change("removed", line, dollars(was.amount), "", removed)
        elif was is not None and now is not None:
            yield from _line_changes(was, now, account)


def _line_changes(was: Trade, now: Trade, account: str) -> Iterator[Change]:
    subject = f"{now.side.capitalize()} {one_line(now.symbol)} in {account}"
    if was.quantity != now.quantity:
        old, new = shares(was.quantity), shares(now.quantity)
        moved = signed_dollars(now.amount - was.amount)
        yield Change("quantity", subject, old, new, f"{subject}: {new} instead of {old} ({moved}).")
    elif _lots(was) != _lots(now):
        old, new = _lots(was), _lots(now)
        yield Change("lots", subject, old, new, f"{subject}: lots {new} instead of {old}.")


def _lots(trade: Trade) -> str:
    return ", ".join(f"{one_line(pick.lot)} x {shares(pick.quantity)}" for pick in trade.lots)


def _tax_changes(before: Proposal, after: Proposal) -> Iterator[Change]:
    was, now = before.answer.tax.total, after.answer.tax.total
    if was != now:
        sentence = f"Tax {dollars(now)} instead of {dollars(was)} ({signed_dollars(now - was)})."
        yield Change("tax", "Tax", dollars(was), dollars(now), sentence)


def _drift_changes(before: Proposal, after: Proposal, labels: Mapping[str, str]) -> Iterator[Change]:
    was, now = before.answer.after, after.answer.after
    for name in sorted({*was.drift, *now.drift}):
        old, new = was.drift.get(name) or 0.0, now.drift.get(name) or 0.0
        label = class_label(name, labels)
        if abs(new - old) >= _SMALLEST_DRIFT:
            sentence = f"{label}: drift left {points(new, 2)} instead of {points(old, 2)}."
            yield Change("drift", label, points(old, 2), points(new, 2), sentence)
        if (name in was.out_of_band) != (name in now.out_of_band):
            outside = name in now.out_of_band
            words = ("inside", "outside") if outside else ("outside", "inside")
            yield Change("band", label, *words, f"{label}: now {words[1]} its band.")


def _cost_changes(before: Proposal, after: Proposal) -> Iterator[Change]:
    was = before.answer.spread + before.answer.commission
    now = after.answer.spread + after.answer.commission
    if was != now:
        sentence = f"Spread and commission {dollars(now)} instead of {dollars(was)}."
        yield Change("cost", "Spread and commission", dollars(was), dollars(now), sentence)
    old, new = len(before.answer.trades), len(after.answer.trades)
    if old != new:
        yield Change("cost", "Trades", number(old), number(new), f"{number(new)} trades instead of {number(old)}.")


def _cash_changes(before: Proposal, after: Proposal, titles: Mapping[str, str]) -> Iterator[Change]:
    was, now = before.answer.cash_after, after.answer.cash_after
    for account in sorted({*was, *now}):
        old, new = was.get(account), now.get(account)
        if old != new:
            title = one_line(titles.get(account, account))
            sentence = f"Cash left in {title}: {dollars(new)} instead of {dollars(old)}."
            yield Change("cash", title, dollars(old), dollars(new), sentence)

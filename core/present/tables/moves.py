"""What a slider's move would trade, and where it leaves every class: small tables that answer at once."""

from collections.abc import Mapping, Sequence

from core.domain.allocation import Allocation
from core.domain.quick import Quick
from core.market.asset_classes import labels
from core.present.html import Column, Safe, table
from core.words.numbers import number, percent, points, whole_dollars
from core.words.sentences import listing, plural

TRADES = (Column("Account"), Column("Trade"), Column("Dollars", True))
CLASSES = (Column("Class"), Column("Now", True), Column("Target", True), Column("After", True))
SHOWN = 12
"""Trades that the table shows; the smaller ones are counted in one row."""


def moves_table(quick: Quick, titles: Mapping[str, str]) -> Safe:
    """The household's trades, the largest first."""
    moves = sorted(quick.trades, key=lambda move: -move.dollars)
    rows = [
        [titles.get(move.account, move.account), f"{'Sell' if move.side == 'sell' else 'Buy'} {move.symbol}",
         whole_dollars(move.dollars)]
        for move in moves[:SHOWN]
    ]  # fmt: skip
    rest = moves[SHOWN:]
    if rest:
        noun = "trade" if len(rest) == 1 else plural("trade")
        rows.append(["", f"{number(len(rest))} smaller {noun}", whole_dollars(sum(move.dollars for move in rest))])
    return table(TRADES, rows)


def weights_table(quick: Quick, target: Allocation, order: Sequence[str]) -> Safe:
    """Weight of every class now, as the target asks, and after the trades."""
    names = labels()
    listed = [name for name in order if name in quick.after.weights]
    listed += [name for name in sorted(quick.after.weights) if name not in listed]
    rows = [
        [names.get(name, name), *(percent(weight, 1) for weight in (
            quick.before.weights.get(name) or 0.0, target.weight(name), quick.after.weights.get(name) or 0.0))]
        for name in listed
    ]  # fmt: skip
    return table(CLASSES, rows)


def left_beyond(quick: Quick) -> tuple[str, ...]:
    """What cannot be met, one sentence each: cash that cannot be raised, classes that stay beyond their limits."""
    names = labels()
    said = [f"{whole_dollars(quick.missing)} of the cash asked for cannot be raised."] if quick.missing > 0.05 else []
    beyond = sorted(quick.beyond.items(), key=lambda pair: -abs(pair[1]))
    return (*said, *(f"{names.get(name, name)} stays {points(abs(by))} beyond its limit." for name, by in beyond))


def left_aside(quick: Quick) -> str:
    """One sentence on what the picture leaves aside and a proposal counts; empty where nothing is missing."""
    return f"Left aside here and counted in a proposal: {listing(quick.aside)}." if quick.aside else ""

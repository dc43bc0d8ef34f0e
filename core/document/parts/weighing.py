"""Weighed against: other ways and like products with their cost in dollars; the costs; the series of trades."""

from decimal import Decimal

from core.document import ink
from core.document.facts import BASELINES
from core.document.parts.headings import group
from core.document.parts.opening import drift_text
from core.document.record_facts import RecordFacts
from core.document.sheet import Sheet
from core.document.tables import Cell, Column, Row, Table, draw, rows_of
from core.domain.product import Product
from core.domain.trade import Baseline
from core.words import (
    class_label,
    count,
    day,
    dollars,
    number,
    percent,
    signed_dollars,
    start,
)

_WAYS = (
    Column("Way", 65.9),
    Column("Tax, $", 26, "R"),
    Column("Spread, $", 22, "R"),
    Column("Tax and spread, $", 28, "R"),
    Column("Drift left", 20, "R"),
    Column("Trades", 14, "R"),
)
_PRODUCTS = (
    Column("Product", 64.9),
    Column("To buy, $", 19, "R"),
    Column("A year, %", 17, "R"),
    Column("A year, $", 20, "R"),
    Column("", 3),
    Column("Risk", 16),
    Column("Complexity", 19),
    Column("Approved", 17),
)
_SUMS = (Column("", 118), Column("", 30, "R"))


def ways(sheet: Sheet, facts: RecordFacts) -> None:
    """Every other way with its cost and tax, why it was not chosen, and this one last."""
    answer = facts.proposal.answer
    group(sheet, "Reasonably available alternatives")
    blocks = [_way(facts, one) for one in answer.baselines]
    own = Baseline("", answer.after.drift_total, answer.tax.total, len(answer.trades), answer.spread)
    blocks.append([_line("This proposal", own, strong=True)])
    draw(sheet, Table(_WAYS, blocks))


def products(sheet: Sheet, facts: RecordFacts) -> None:
    """What is bought beside like products of the shelf, in dollars at this size."""
    if not facts.purchases:
        return
    group(sheet, "Products bought beside like ones of the firm's shelf, at the amount bought")
    draw(sheet, Table(_PRODUCTS, [_compared(facts, *pair) for pair in facts.purchases.items()]))


def all_costs(sheet: Sheet, facts: RecordFacts) -> None:
    """Every cost of the recommendation in dollars."""
    answer = facts.proposal.answer
    share = float(facts.own_cost / answer.before.total) if answer.before.total else None
    group(sheet, "Costs")
    lines = (
        ("Spread, paid in the prices", dollars(answer.spread)),
        ("Commission", dollars(answer.commission)),
        (f"Change of the tax of {facts.proposal.case.as_of.year}", signed_dollars(answer.tax.total)),
        ("Change of the yearly costs inside the funds, by expense ratio", signed_dollars(facts.fund_costs)),
        ("Tax, spread and commission as a share of what is counted in the target", percent(share, 2)),
    )
    draw(sheet, Table(_SUMS, rows_of(*lines)))


def series(sheet: Sheet, facts: RecordFacts) -> None:
    """The trades of twelve months, counted together: turnover and cost-to-equity."""
    one = facts.series
    group(sheet, f"Series of trades, {day(one.since)} to {day(one.until)}", room=50)
    lines = (
        ("Approved proposals, this one included", number(one.proposals)),
        ("Trades", number(one.trades)),
        ("Bought", dollars(one.bought)),
        ("Sold", dollars(one.sold)),
        ("Average equity", dollars(one.average_equity)),
        ("Turnover (the smaller of purchases and sales over the average equity)", percent(one.turnover, 2)),
        ("Spread and commission", dollars(one.costs)),
        ("Cost-to-equity (spread and commission over the average equity)", percent(one.cost_to_equity, 3)),
    )
    draw(sheet, Table(_SUMS, [[row for block in rows_of(*lines) for row in block]]))


def _way(facts: RecordFacts, one: Baseline) -> list[Row]:
    name = BASELINES.get(one.name) or class_label(one.name)
    row = _line(name, one, rule=False)
    return [row, Row((Cell(_why_not(facts, one), ink.TABLE_QUIET, span=len(_WAYS)),), pad=0.3, rule=True)]


def _line(name: str, one: Baseline, *, strong: bool = False, rule: bool = True) -> Row:
    style = ink.TABLE_STRONG if strong else ink.TABLE
    texts = (
        name, number(one.tax, 2), number(one.spread, 2), number(one.cost, 2), drift_text(one.drift_total),
        number(one.trades),
    )  # fmt: skip
    return Row(tuple(Cell(text, style) for text in texts), pad=0.9, rule=rule)


def _why_not(facts: RecordFacts, one: Baseline) -> str:
    answer = facts.proposal.answer
    if one.cost is None:
        return "Its cost could not be worked out."
    cost = _by(one.cost - answer.tax.total - answer.spread, "in tax and spread")
    own = answer.after.drift_total
    if one.drift_total is None or abs(one.drift_total - own) < 5e-5:
        return f"{cost}; it leaves as much drift."
    side = "more" if one.drift_total > own else "less"
    left = f"it leaves {drift_text(abs(one.drift_total - own))} {side} drift"
    outside = [facts.class_name(name) for name in answer.before.out_of_band] if one.name == "do_nothing" else []
    stays = f", with {count(len(outside), 'class')} outside" if outside else ""
    return f"{cost}; {left}{stays}."


def _by(difference: Decimal, what: str) -> str:
    if difference == 0:
        return f"Costs the same {what}"
    return f"Costs {dollars(abs(difference))} {'more' if difference > 0 else 'less'} {what}"


def _compared(facts: RecordFacts, symbol: str, amount: Decimal) -> list[Row]:
    found = facts.compared(symbol)
    if not found:
        return [Row((Cell(symbol, ink.TABLE_STRONG), Cell("on no shelf", ink.TABLE_QUIET, span=7)), rule=True)]
    rows = [_product(one, amount, strong=place == 0) for place, one in enumerate(found)]
    return [
        *rows,
        Row((Cell(_choice(facts, found, amount), ink.TABLE_QUIET, span=len(_PRODUCTS)),), pad=0.4, rule=True),
    ]


def _product(one: Product, amount: Decimal, *, strong: bool) -> Row:
    style = ink.TABLE_STRONG if strong else ink.TABLE
    texts = (
        f"{one.symbol}  {one.name}", number(one.initial_dollars(amount), 2), number(one.ongoing_cost * 100, 3),
        number(one.ongoing_dollars(amount), 2), "", start(one.risk), start(one.complexity),
        "yes" if one.status == "approved" else class_label(one.status).lower(),
    )  # fmt: skip
    return Row(tuple(Cell(text, style) for text in texts), pad=0.6)


def _choice(facts: RecordFacts, found: tuple[Product, ...], amount: Decimal) -> str:
    own, *others = found
    if not others:
        return f"{own.symbol} for {dollars(amount)}: nothing else on the shelf holds the same mix."
    best = min(others, key=lambda one: (one.ongoing_dollars(amount), one.symbol))
    saved = own.ongoing_dollars(amount) - best.ongoing_dollars(amount)
    listed = f" The mandate's list names {own.symbol}." if own.symbol in facts.mandate.assets else ""
    if saved > 0:
        return f"{own.symbol} for {dollars(amount)}: {best.symbol} would cost {dollars(saved)} a year less.{listed}"
    return f"{own.symbol} for {dollars(amount)}: none of the others costs less a year.{listed}"

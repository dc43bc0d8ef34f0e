"""What else could have been done, what remains unmet, what is locked, what it costs, what a person changed."""

from decimal import Decimal

from core.document import ink
from core.document.facts import BASELINES, Facts
from core.document.parts.opening import drift_text
from core.document.sheet import Sheet
from core.document.tables import Cell, Column, Row, Table, draw, opening_height, rows_of
from core.domain.issue import Issue
from core.domain.trade import Conflict
from core.words import (
    class_label,
    day,
    dollars,
    number,
    one_line,
    percent,
    points,
    shares,
    signed_dollars,
    start,
)

_WAYS = (
    Column("Way", 74.9),
    Column("Drift left", 25, "R"),
    Column("Change of tax, $", 30, "R"),
    Column("Spread, $", 24, "R"),
    Column("Trades", 22, "R"),
)
_COSTS = (Column("", 100), Column("", 28, "R"))
_LOCKS = (Column("Not to be bought", 52), Column("Through", 28), Column("Because", 95.9))

_LOCK_CAPTION = (
    "A purchase or a reinvested dividend up to and including the day named would undo a loss taken here (26 USC 1091)."
)


def alternatives(sheet: Sheet, facts: Facts) -> None:
    """The reasonably available other ways with their cost and tax, this one last and bold."""
    result = facts.proposal.answer
    if not result.baselines:
        return
    sheet.section("What else could be done")
    blocks = [[_way(_name(one.name), one.drift_total, one.tax, one.spread, one.trades)] for one in result.baselines]
    own = _way(
        "This proposal", result.after.drift_total, result.tax.total, result.spread, len(result.trades), strong=True
    )
    blocks.append([own])
    draw(sheet, Table(_WAYS, blocks))


def limits(sheet: Sheet, facts: Facts) -> None:
    """Every limit that could not be met."""
    conflicts = facts.proposal.answer.conflicts
    if conflicts:
        sheet.section("Limits not met in full", room=14)
        sheet.points([_conflict(facts, one) for one in conflicts], "■")


def noticed(sheet: Sheet, facts: Facts) -> None:
    """What was noticed in the data, with its place."""
    issues = facts.proposal.answer.issues
    if issues:
        sheet.section("Noticed in the data", room=14)
        sheet.points([_issue(facts, one) for one in issues])


def locked(sheet: Sheet, facts: Facts) -> None:
    """Until when an identical security must not be bought, in any account that counts."""
    locks = facts.proposal.answer.lockouts
    if not locks:
        return
    sheet.section("Lock-out calendar")
    sheet.paragraph(_LOCK_CAPTION, ink.CAPTION, after=1.5)
    lines = ((facts.group_name(one.identical_group), day(one.until), facts.said(one.because)) for one in locks)
    draw(sheet, Table(_LOCKS, rows_of(*lines)))


def costs(sheet: Sheet, facts: Facts) -> None:
    """Spread, commission, the change of the funds' yearly costs, turnover."""
    result = facts.proposal.answer
    if not result.trades:
        return
    lines = (
        ("Spread, paid in the prices", dollars(result.spread)),
        ("Commission", dollars(result.commission)),
        ("Yearly costs inside the funds, by expense ratio", signed_dollars(facts.fund_costs)),
        ("Turnover (the smaller of sales and purchases over the total)", percent(facts.turnover, 2)),
    )
    together = Table(_COSTS, [[row for block in rows_of(*lines) for row in block]])
    sheet.section("Costs", room=opening_height(sheet, together))
    draw(sheet, together)


def by_hand(sheet: Sheet, facts: Facts) -> None:
    """What people locked, set or dropped, and why."""
    if not facts.proposal.tweaks:
        return
    sheet.section("Changed by hand", room=14)
    said = []
    for tweak in facts.proposal.tweaks:
        line = f"{tweak.side.capitalize()} {one_line(tweak.symbol)} in {facts.account_title(tweak.account)}"
        done = {
            "lock": f"kept at {shares(tweak.quantity)}" if tweak.quantity is not None else "kept as it was",
            "quantity": f"set to {shares(tweak.quantity)}",
            "drop": "left out",
        }[tweak.kind]
        why = f": {one_line(tweak.reason)}" if tweak.reason.strip() else ""
        said.append(f"{line}: {done}{why}")
    sheet.points(said)


def _way(
    name: str,
    drift: float | None,
    tax: Decimal | None,
    spread: Decimal | None,
    trades: int | None,
    *,
    strong: bool = False,
) -> Row:
    style = ink.TABLE_STRONG if strong else ink.TABLE
    texts = (name, drift_text(drift), number(tax, 2), number(spread, 2), number(trades))
    return Row(tuple(Cell(text, style) for text in texts), rule=True)


def _name(name: str) -> str:
    return BASELINES.get(name) or class_label(name)


def _conflict(facts: Facts, conflict: Conflict) -> str:
    said = facts.said(conflict.sentence)
    return said or f"{facts.class_name(conflict.subject or conflict.code)}: {points(conflict.by, 2)}"


def _issue(facts: Facts, issue: Issue) -> str:
    where = facts.place(issue.where)
    return f"{start(issue.severity)}{f', {where}' if where else ''}: {facts.said(issue.message)}"

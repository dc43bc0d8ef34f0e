"""The tax ledger as tables: lots with their terms, the year so far, losses, lock-outs, harvests, a plan of years."""

from collections.abc import Mapping, Sequence
from datetime import date

from core.domain.case import Case
from core.domain.concentration import WorkingOff
from core.domain.harvest import Harvest
from core.domain.household import Household
from core.domain.ledger import HouseholdLedger, LedgerLot, LossTaken, PayerYear
from core.domain.trade import Lockout
from core.present.html import Cell, Column, Safe, table
from core.present.tables.sheet import Head, Sheet, sheet
from core.present.tables.taxpayers import taxpayer_name
from core.present.tokens import BLUE_RGB, BRASS_RGB, rgba
from core.words.days import day, why_locked
from core.words.numbers import number, percent, shares, signed_dollars, whole_dollars
from core.words.sentences import count, listing, with_titles

LOT_HEADS = (
    Head("Account", 170),
    Head("Symbol", 76),
    Head("Shares", 84, number=True, show=shares),
    Head("Acquired", 100),
    Head("Value, $", 104, number=True, show=lambda value: number(value, 0)),
    Head("Gain, $", 104, number=True, show=lambda value: signed_dollars(value, 0).replace("$", "")),
    Head("Term", 76),
    Head("Days to long", 96, number=True, show=lambda value: number(value, 0)),
    Head("Long from", 104),
    Head("Remarks"),
)
SOON = 45
"""Days ahead in which a lot's turn to long-term is marked."""


def ledger_sheet(ledger: HouseholdLedger, accounts: Mapping[str, str], only: str = "") -> Sheet:
    """One row per lot of a taxable account (or of one account), those that turn long-term next first."""
    lots = [one for one in ledger.lots if one.account == only or (not only and one.term is not None)]
    lots.sort(key=lambda one: (not one.days_to_long, one.days_to_long or 0, one.lot.symbol, one.lot.id))
    css = {
        (row, "Days to long"): f"background-color:{rgba(BRASS_RGB if (one.gain or 0) > 0 else BLUE_RGB, 0.18)}"
        for row, one in enumerate(lots)
        if one.days_to_long and one.days_to_long <= SOON
    }
    washed = {name: loss for loss in ledger.losses for name in loss.replaced_by}
    rows = [_lot_row(one, accounts, washed.get(one.lot.id)) for one in lots]
    return sheet(LOT_HEADS, rows, css, [(one.account, one.lot.id) for one in lots])


def _lot_row(one: LedgerLot, accounts: Mapping[str, str], washed: LossTaken | None) -> list[object]:
    lot = one.lot
    return [
        accounts.get(one.account, one.account), lot.symbol, float(lot.quantity),
        "unknown" if lot.acquired is None else day(lot.acquired), float(one.value),
        None if one.gain is None else float(one.gain), (one.term or "not taxed").capitalize(),
        float(one.days_to_long) if one.days_to_long else None, day(one.long_from) if one.long_from else "",
        _remark(one, washed),
    ]  # fmt: skip


def _remark(one: LedgerLot, washed: LossTaken | None) -> str:
    words: list[str] = [one.lot.origin] if one.lot.origin != "purchase" else []
    if washed is not None:
        words.append(f"replaces {washed.symbol} sold at a loss on {day(washed.on)}")
    if one.tacked:
        words.append("holding period of a washed loss")
    if one.lot.cost_basis is None:
        words.append("basis unknown")
    return ", ".join(words)


def payers_table(ledger: HouseholdLedger, held: Household) -> Safe:
    """The year so far of every taxpayer, and what lies in the lots."""
    columns = (
        Column("Taxpayer"), Column("Realized short", True), Column("Realized long", True),
        Column("Carried in short", True), Column("Carried in long", True), Column("Gain budget", True),
        Column("Budget left", True), Column("Unrealized short", True), Column("Unrealized long", True),
    )  # fmt: skip
    return table(columns, [_payer_row(one, held) for one in ledger.payers])


def _payer_row(one: PayerYear, held: Household) -> list[object]:
    left = "no limit" if one.room is None else Cell(signed_dollars(one.room, 0), "bad" if one.room < 0 else "")
    return [
        taxpayer_name(held, one.taxpayer), signed_dollars(one.realized.short, 0), signed_dollars(one.realized.long, 0),
        whole_dollars(one.carryforward.short), whole_dollars(one.carryforward.long),
        "none" if one.budget is None else whole_dollars(one.budget), left,
        signed_dollars(one.unrealized.short, 0), signed_dollars(one.unrealized.long, 0),
    ]  # fmt: skip


def losses_table(losses: Sequence[LossTaken], accounts: Mapping[str, str], case: Case) -> Safe:
    """Losses of the last weeks and what the wash-sale rule makes of them."""
    columns = (
        Column("Sold"), Column("Account"), Column("Symbol"), Column("Loss", True), Column("Disallowed", True),
        Column("Gone for good", True), Column("Replaced by"), Column("A purchase disallows it until"),
    )  # fmt: skip
    rows = [
        [
            day(one.on), accounts.get(one.account, one.account), one.symbol, whole_dollars(one.loss),
            Cell(whole_dollars(one.disallowed), "bad" if one.disallowed else ""), whole_dollars(one.permanent),
            listing([_replacement(name, case, accounts) for name in one.replaced_by]) or "–", day(one.open_until),
        ]
        for one in losses
    ]  # fmt: skip
    return table(columns, rows)


def _replacement(name: str, case: Case, accounts: Mapping[str, str]) -> str:
    """A lot that replaces shares sold at a loss, by its symbol, day and account; one sold since keeps its name."""
    for account in case.accounts:
        for lot in account.lots:
            if lot.id == name:
                when = f" of {day(lot.acquired)}" if lot.acquired else ""
                return f"{lot.symbol}{when} in {accounts.get(account.id, account.id)}"
    return f"lot {name}"


def lockouts_table(lockouts: Sequence[Lockout], case: Case, on: date | None = None) -> Safe:
    """What may not be bought, in the order in which it becomes free again."""
    today = on or case.as_of
    columns = [Column("Not to be bought"), Column("Until"), Column("Days left", True), Column("Because")]
    ordered = sorted(lockouts, key=lambda one: (one.until, one.identical_group))
    rows = [
        [_members(case, one), day(one.until), number((one.until - today).days), why_locked(one.until, case.as_of)]
        for one in ordered
    ]
    if any(one.intention for one in ordered):
        columns.append(Column("Afterwards"))
        rows = [[*row, _afterwards(one)] for row, one in zip(rows, ordered, strict=True)]
    return table(columns, rows)


def _afterwards(lockout: Lockout) -> str:
    return f"{day(lockout.intended_on)}: {lockout.intention}" if lockout.intended_on else "–"


def _members(case: Case, lockout: Lockout) -> str:
    group = lockout.identical_group
    return listing([one.symbol for one in case.securities if one.group == group]) or group


def harvests_table(found: Sequence[Harvest], accounts: Mapping[str, str], taken: frozenset[tuple[str, str]]) -> Safe:
    """Losses that could be taken, with their benefit; `taken` are the (account, symbol) that a proposal sells."""
    columns = (
        Column("Account"), Column("Symbol"), Column("Lots", True), Column("Loss short", True),
        Column("Loss long", True), Column("Benefit", True), Column("Stands in"), Column("Back from"), Column("Now"),
    )  # fmt: skip
    rows = [
        [
            accounts.get(one.account, one.account), one.symbol, number(len(one.lots)), whole_dollars(one.short),
            whole_dollars(one.long), Cell(whole_dollars(one.benefit), strong=True), listing(one.substitutes) or "–",
            day(one.back_from), _now(one, taken, accounts),
        ]
        for one in found
    ]  # fmt: skip
    return table(columns, rows)


def _now(one: Harvest, taken: frozenset[tuple[str, str]], accounts: Mapping[str, str]) -> Cell:
    if (one.account, one.symbol) in taken:
        return Cell("● in the proposal", "ok")
    if one.blocked_by:
        until = f", free from {day(one.free_from)}" if one.free_from else ""
        return Cell(with_titles(f"■ {one.blocked_by}{until}", accounts), "caution")
    return Cell("open", "soft")


def plan_table(plan: WorkingOff) -> Safe:
    """The plan year by year, the sum last and bold."""
    columns = (
        Column("Year"), Column("Shares sold", True), Column("Amount", True), Column("Gain", True), Column("Tax", True),
        Column("Shares left", True), Column("Of the household", True), Column("Remarks"),
    )  # fmt: skip
    rows: list[list[object]] = [
        [
            str(one.year), shares(one.shares), whole_dollars(one.amount), signed_dollars(one.gain, 0),
            whole_dollars(one.tax), shares(one.shares_left), percent(one.weight),
            f"{shares(one.waiting)} shares wait to be long-term" if one.waiting else count(len(one.picks), "lot"),
        ]
        for one in plan.years
    ]  # fmt: skip
    total = [sum(values) for values in zip(*((one.shares, one.amount, one.gain) for one in plan.years), strict=True)]
    if total:
        last = plan.years[-1]
        rows.append(
            ["Together", shares(total[0]), whole_dollars(total[1]), signed_dollars(total[2], 0),
             whole_dollars(plan.tax), shares(last.shares_left), percent(last.weight), ""]
        )  # fmt: skip
    return table(columns, rows, strong=frozenset({len(rows) - 1}) if total else frozenset())

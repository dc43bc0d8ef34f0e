"""Which of the printed sums is the account's own, and which of the printed amounts its cash.

Labels decide first; among labels of one rank the amount that ties. An amount that only might be cash (a money fund of
a summary) or a sum without a name counts only where it ties with everything else to the cent.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from core.ingest.accounts.by_sums import cash_beside, cash_in_parts, total_beside
from core.ingest.accounts.draft import ZERO, Draft
from core.ingest.accounts.sums import covers_all
from core.ingest.lexicon.dates import read_date
from core.ingest.lexicon.vocabulary import role_of
from core.ingest.nouns.events import Fact

SURE = 5
"""From this rank on a label names the value of the account and nothing else."""


MOST_TOLD = 12
MOST_PARTS = 3
NEAR, NEARER = Decimal("0.2"), Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Stated:
    """The printed total of an account and its cash; `beside` is the part of the cash that stands in no row."""

    total: Decimal | None
    cash: Decimal | None
    beside: Decimal = ZERO


def stated(draft: Draft) -> Stated:
    """The account's own total and its cash, as printed; None for what is not."""
    in_lines = [
        line.market_value for line in draft.lines if line.asset_type == "cash" and line.market_value is not None
    ]
    loose = [sum(in_lines, ZERO)] if in_lines else [*filter(None, reversed(draft.cash)), *draft.weak_cash, None]
    listed = sum(in_lines, ZERO)
    total = _total(draft, [*loose, *(listed + told for told in _apart(draft, listed))] if in_lines else loose)
    if in_lines:
        if total is not None and (told := _told_apart(draft, listed, total)):
            return Stated(total, listed + told, told)
        beside = (total_beside(draft, worth) for worth in _worth(draft, loose[0]))
        return Stated(total if total is not None else next(filter(None, beside), None), loose[0])
    if not any(draft.cash) and draft.lines and (found := cash_beside(draft, _worth(draft, None)[0])) is not None:
        return Stated(found[1], found[0])
    if total is None and draft.lines:
        total = _told_beside(draft, [cash for cash in loose if cash is not None or not any(draft.cash)])
    tying = [cash for cash in loose if cash is not None and total is not None and total in _worth(draft, cash)]
    if not tying and draft.lines and (parts := cash_in_parts(draft, _worth(draft, None), total)) is not None:
        return Stated(parts[1], parts[0])
    if not tying and total is not None and (both := _in_two(draft, total)) is not None:
        return Stated(total, both)
    if not tying and total is not None and total in _worth(draft, None) and _is_held_in_funds(draft):
        return Stated(total, None)
    return Stated(total, tying[0] if tying else draft.cash[-1] if draft.cash else _told_twice(draft, total))


def _in_two(draft: Draft, total: Decimal) -> Decimal | None:
    """The cash that is told in two amounts, one of them surely cash, where only both make up the total; else None.

    `Brokerage cash balance` over `Deposit sweep balance`.
    """
    if not draft.lines or total in _worth(draft, None):
        return None
    surely = [cash for cash in dict.fromkeys(draft.cash) if cash][:MOST_TOLD]
    maybe = [cash for cash in dict.fromkeys((*draft.cash, *draft.weak_cash)) if cash][:MOST_TOLD]
    sums = [one + other for one in surely for other in maybe if one != other]
    return next((cash for cash in sums if total in _worth(draft, cash)), None)


def _is_held_in_funds(draft: Draft) -> bool:
    """Whether the cash that is told is the money market funds among the rows, which `Cash` sums up."""
    funds = [line.market_value for line in draft.lines if line.asset_type == "money_market" and line.market_value]
    return bool(funds) and sum(funds, ZERO) in draft.cash


def _told_apart(draft: Draft, listed: Decimal, total: Decimal) -> Decimal:
    """The cash that is told apart from that of the rows, where the total ties with both and not with the rows alone.

    A bank deposit stands in a row, and the net balance of cash and margin is a sum beside it, `Total Cash`. What a row
    prints already, or all rows together, is the same cash told again.
    """
    if total in _worth(draft, listed):
        return ZERO
    return next((told for told in _apart(draft, listed) if total in _worth(draft, listed + told)), ZERO)


def _apart(draft: Draft, listed: Decimal) -> list[Decimal]:
    """The amounts of cash that are told and that no row prints, nor all rows of cash together."""
    again = {ZERO, listed, *(line.market_value for line in draft.lines if line.asset_type == "cash")}
    return [told for told in draft.cash if told not in again]


def _told_twice(draft: Draft, total: Decimal | None) -> Decimal | None:
    """Cash by a weak label that is printed twice, where the total does not tie and lies nearer with it."""
    (amount, times), *_ = Counter(draft.weak_cash).most_common(1) or [(ZERO, 0)]
    worth = _worth(draft, None)[0]
    nearer = total is not None and abs(total - worth - amount) < abs(total - worth)
    return amount if times > 1 and nearer else None


def _of_parts(draft: Draft) -> list[Decimal]:
    """The sum of cash that is told in two or three different amounts, `Cash` over `Insured deposits`; else nothing."""
    told = [cash for cash in dict.fromkeys(draft.cash) if cash]
    return [sum(told, ZERO)] if 1 < len(told) <= MOST_PARTS else []


def _total(draft: Draft, loose: Sequence[Decimal | None]) -> Decimal | None:
    """The printed total; where no position was read, the largest one, so that cash alone proves nothing."""
    if draft.totals and not draft.lines:
        best = max(fact.rank for fact in draft.totals)
        return max(
            (fact.amount for fact in draft.totals if fact.rank == best and fact.amount is not None), default=None
        )
    parts = _of_parts(draft)
    own_cash = {amount for amount in (*loose, *parts) if amount}
    totals = _of_this_day(draft, loose)
    facts = _without_cash(draft, totals, own_cash, loose)
    sums = [amount for name, amount in draft.subtotals if not name or covers_all(draft, name)]
    held = {worth for cash in (*loose, *parts) if cash for worth in _worth(draft, cash)}
    loosely = [amount for _, amount in draft.loose_sums]
    with_cash = [amount for amount in (*draft.balance_sums, *loosely, *sums) if amount in held]
    if totals and not facts and with_cash:
        return with_cash[-1]
    facts = facts or totals
    sure = [fact for fact in facts if fact.rank >= SURE]
    for group in (sure,) if sure else (facts,):
        if group:
            known = [cash for cash in loose if cash is not None]
            tying = _tying(draft, group, loose) or (
                None if sure or _is_cash_alone(draft) else _told_beside(draft, known)
            )
            return tying or _nearest_of_best(group, _worth(draft, loose[0])[0])
    if with_cash:
        return with_cash[-1]
    apart = not set(sums) & set(draft.balance_sums)
    if apart and any(draft.cash) and (near := _near(draft, draft.cash[-1], NEAR)) is not None:
        return near
    if apart and draft.lines and own_cash and (near := _near(draft, loose[0], NEARER)) is not None:
        return near
    named = _near_named(draft, loose[0]) if draft.lines and not sums else None
    if sums and any(draft.cash) and sums[-1] == _worth(draft, None)[0] and not _is_held_in_funds(draft):
        return None
    return sums[-1] if sums else named


def _is_cash_alone(draft: Draft) -> bool:
    """Whether all that was read is cash, which proves nothing beside a larger total."""
    return all(line.asset_type in ("cash", "money_market") for line in draft.lines)


def _of_this_day(draft: Draft, loose: Sequence[Decimal | None]) -> list[Fact]:
    """The totals without those of a day before that of the account, where a sum without a name is what it is worth.

    `Value on March 31` begins what led to `Total`.
    """
    sums = {*draft.balance_sums, *(amount for name, amount in (*draft.subtotals, *draft.loose_sums) if not name)}
    worths = {worth for cash in (*loose, None) for worth in _worth(draft, cash)}
    if draft.as_of is None or _is_cash_alone(draft) or sums.isdisjoint(worths):
        return draft.totals
    days = [read_date(fact.text) or draft.as_of for fact in draft.totals]
    told = zip(draft.totals, days, strict=True)
    return [fact for fact, day in told if fact.amount in worths or day >= draft.as_of]


def _without_cash(
    draft: Draft, totals: Sequence[Fact], own_cash: set[Decimal], loose: Sequence[Decimal | None]
) -> list[Fact]:
    """The totals without those that are the cash or a part of it, nothing, or of the cash on another day.

    A part of the cash is a balance no larger than all of it beside what else is held, `Ending balance` of its income.
    The cash of another day stands beside that of this day on its line.
    """
    facts = _of_the_last_day(totals)
    if not draft.lines:
        return facts
    worths = {worth for cash in loose for worth in _worth(draft, cash)}
    facts = [
        fact for fact in facts if fact.amount in worths or not _is_of_cash(draft, fact, max(own_cash, default=ZERO))
    ]
    lines = [fact.where for fact in facts if fact.amount in own_cash]
    other = [fact for fact in facts if fact.amount not in (*own_cash, ZERO)]
    return [fact for fact in other if fact.where not in lines or fact.amount in worths]


def _is_of_cash(draft: Draft, fact: Fact, cash: Decimal) -> bool:
    """Whether a balance without the word account is less than all of the cash, where nothing that is held is owed."""
    held = [line.market_value or ZERO for line in draft.lines if line.asset_type != "cash"]
    alone = fact.amount is not None and fact.rank <= SURE and ZERO < fact.amount < cash
    return alone and sum(held) > cash and min(held) >= ZERO


def _of_the_last_day(totals: Sequence[Fact]) -> list[Fact]:
    """The totals without those whose label names an earlier day than that of another: `Contract Value on March 31`."""
    days = {id(fact): read_date(fact.text) for fact in totals}
    last = max((day for day in days.values() if day is not None), default=None)
    return [fact for fact in totals if (day := days[id(fact)]) is None or day == last]


def _near_named(draft: Draft, cash: Decimal | None) -> Decimal | None:
    """A balance that is named a value and lies beside what the account is worth: its total, though it does not tie."""
    worth = _worth(draft, cash)[0]
    named = [line.market_value for _, line in draft.balances if role_of(line.description) == "value"]
    close = [amount for amount in named if amount is not None and abs(amount - worth) <= abs(worth) * NEARER]
    return min(close, key=lambda amount: abs(amount - worth), default=None)


def _near(draft: Draft, cash: Decimal | None, within: Decimal) -> Decimal | None:
    """A sum without a name that can hardly be anything but the account's total, though it does not tie."""
    worth = _worth(draft, cash)[0]
    close = [amount for amount in draft.balance_sums if abs(amount - worth) <= abs(worth) * within]
    return min(close, key=lambda amount: abs(amount - worth), default=None)


def _tying(draft: Draft, facts: Sequence[Fact], loose: Sequence[Decimal | None]) -> Decimal | None:
    """The amount of the highest rank with which positions and cash agree."""
    ranked = [fact.amount for fact in sorted(facts, key=lambda fact: -fact.rank) if fact.amount is not None]
    return next((one for cash in loose for one in ranked if one in _worth(draft, cash)), None)


def _nearest_of_best(facts: Sequence[Fact], worth: Decimal) -> Decimal | None:
    """Of the amounts of the highest rank the one nearest to what was read, since two days may stand side by side."""
    best = max(fact.rank for fact in facts)
    amounts = [fact.amount for fact in facts if fact.rank == best and fact.amount is not None]
    return min(amounts, key=lambda amount: abs(amount - worth), default=None)


def _told_beside(draft: Draft, loose: Sequence[Decimal | None]) -> Decimal | None:
    """What the account is worth where a line of balances prints that, under whatever label."""
    worths = [worth for cash in loose for worth in _worth(draft, cash)] if draft.lines else []
    return next((one for worth in worths if (one := total_beside(draft, worth)) is not None), None)


def _worth(draft: Draft, cash: Decimal | None) -> tuple[Decimal, Decimal]:
    """What the lines and this cash are worth, without and with the interest that has accrued on the lines."""
    values = [line.market_value for line in draft.lines if line.market_value is not None and line.asset_type != "cash"]
    held = sum(values, cash or ZERO)
    return held, held + sum((line.accrued or ZERO for line in draft.lines), ZERO)

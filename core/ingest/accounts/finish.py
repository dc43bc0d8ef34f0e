"""Drafts become accounts: what belongs to which, totals and cash chosen, everything proven, all accounts held together.

Facts before any account number go to the one account there is; accounts of a file are held against its grand total.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from core.domain.frozen_map import FrozenMap
from core.domain.issue import Issue
from core.domain.statement import Check, StatementAccount, StatementLine
from core.ingest.accounts.accruals import accrued_beside
from core.ingest.accounts.activity import dated
from core.ingest.accounts.currencies import apart_by_currency, currency_of, hand_on_currency, in_own_currency
from core.ingest.accounts.draft import ZERO, Draft
from core.ingest.accounts.due_days import without_due_days
from core.ingest.accounts.funds_of_cash import with_funds_of_cash
from core.ingest.accounts.left_over import left_over
from core.ingest.accounts.lost_heads import PLANS, doubt_lost_heads
from core.ingest.accounts.registered import registration
from core.ingest.accounts.rivals import rivals
from core.ingest.accounts.totals import stated
from core.ingest.accounts.unheld import cash_untold, cut_off, held_twice, may_be_sum, parted, unheld, valued_apart
from core.ingest.accounts.unlike import with_unlike
from core.ingest.lexicon.identifiers import masked
from core.ingest.nouns.events import Fact, Where
from core.ingest.owners.parties import others_than
from core.ingest.proof.prove import READ, prove, ties_to

CAPITAL = re.compile(r"\bcapital (?:account )?balance\b|\bpartner'?s'? capital\b", re.I)
OF_ALL = re.compile(
    r"(?:grand )?total (?:(?:market )?value )?(?:of |for )?(?:your |the |this )?"
    r"(?:household|family|relationship|combined|all (?:your )?accounts|(?:your )?accounts combined)"
    r"(?: (?:total|assets|accounts|portfolio|holdings|net worth|market value|value))*|"
    r"(?:household|family|relationship|all accounts|combined) (?:grand )?total(?: (?:market )?value)?",
    re.I,
)
"""What a line calls the worth of all accounts together, `Total household value`."""


def settled(preface: Draft, drafts: Sequence[Draft]) -> tuple[list[Draft], list[Issue]]:
    """Drafts that hold something, in the order of the file, and what should be known of how they were told apart."""
    found, told = _told_apart(preface, drafts)
    doubt_lost_heads(found)
    return found, told


def _told_apart(preface: Draft, drafts: Sequence[Draft]) -> tuple[list[Draft], list[Issue]]:
    empty = [draft for draft in drafts if draft.is_empty]
    for draft in empty:
        draft.totals, draft.cash = [Fact("total", "", Where(), ZERO)], [ZERO]
    full = [draft for draft in drafts if draft.lines or draft.totals or draft.activity or draft.cash]
    held = [draft for draft in full if draft.lines]
    if preface.lines or (not full and preface.activity):
        full.insert(0, preface)
        held.insert(0, preface)
    apart = [draft for draft in full if _is_of_cash_alone(draft)] if len(held) == 1 and _ties(held[0]) else []
    if apart:
        full = [*held, *apart, *empty]
    elif len(held) == 1:
        rest = [draft for draft in drafts if not draft.is_empty]
        merged = _are_of_several(held[0], rest)
        told = _taken_in(preface, [draft for draft in rest if draft is not held[0]], held[0], rest)
        held[0].unread += ["the rows are worth what several accounts are together"] if merged else []
        for draft in empty:
            _takes_from(draft, preface)
        return [*held, *empty], told
    if len(full) == 1 and not held:
        return full, _taken_in(preface, [], full[0], drafts)
    for draft in full:
        _takes_from(draft, preface)
    full.sort(key=_first_place)
    _move_grand_sum(full, preface)
    return full, []


def _ties(draft: Draft) -> bool:
    """Whether an account is worth what is printed as its total, without anything that is told of others."""
    return _held(draft) in [fact.amount for fact in draft.totals]


def _are_of_several(held: Draft, drafts: Sequence[Draft]) -> bool:
    """Whether the rows of one account are worth what it and others of other numbers are by their own totals."""
    totals = [next((fact.amount for fact in draft.totals if fact.amount), None) for draft in drafts if draft.number]
    known = [amount for amount in totals if amount is not None]
    return len(known) > 1 and _held(held) == sum(known, ZERO)


def _is_of_cash_alone(draft: Draft) -> bool:
    """Whether an account of its own number holds nothing but cash, which is its printed total."""
    totals = [fact.amount for fact in draft.totals if fact.amount]
    return bool(draft.number) and not draft.lines and any(amount in totals for amount in draft.cash)


def _takes_from(draft: Draft, preface: Draft) -> None:
    """What is said of all accounts before the first goes to each that does not say it as surely itself."""
    if draft.as_of is None or preface.as_of_rank > draft.as_of_rank:
        draft.as_of = preface.as_of or draft.as_of
    if not draft.owner or (preface.owner and min(preface.owner_rank, 0) > draft.owner_rank):
        draft.owner, draft.owner_rank = preface.owner, preface.owner_rank
        if others := others_than(preface.owner, preface.parties):
            draft.told.append(Fact("owner", others, Where(), rank=preface.owner_rank))
    hand_on_currency(draft, preface)
    if preface.registration in PLANS:
        draft.registration = draft.registration or preface.registration


def _move_grand_sum(full: Sequence[Draft], preface: Draft) -> None:
    """The printed sum of all accounts, on a cover or under the last, is not one account's: it is what all are worth."""
    if len(full) < 2 or not any(draft.totals or draft.subtotals for draft in full):
        return
    worths = [_held(draft) for draft in full]
    everything = sum(worths, ZERO)
    for draft in full if everything not in worths else ():
        grand = [fact for fact in draft.totals if fact.amount == everything]
        loose = [one for one in draft.subtotals if one[1] == everything and not _is_of_section(draft, one[0])]
        paid = {("", one.cost) for one in draft.first_sums if one.value == everything} if loose else set()
        draft.totals = [fact for fact in draft.totals if fact not in grand]
        draft.subtotals = [one for one in draft.subtotals if one not in loose]
        draft.cost_subtotals = [one for one in draft.cost_subtotals if one not in paid]
        preface.totals += grand + [Fact("total", "all accounts", Where(), amount) for _, amount in loose]


def _is_of_section(draft: Draft, name: str) -> bool:
    """Whether lines of the account stand under a section of that name; none do under `Plan` in `Plan Total`."""
    return bool(name) and any(name in line.section.split(" / ") for line in draft.lines)


def _held(draft: Draft) -> Decimal:
    """What an account is worth by its lines and its cash."""
    values = [line.market_value for line in draft.lines if line.market_value is not None and line.asset_type != "cash"]
    return sum(values, stated(draft).cash or ZERO)


def account_of(draft: Draft, file: str, institution: str) -> StatementAccount:
    """The account that a draft holds, proven."""
    account = apart_by_currency(_unproven(draft, file, institution), draft)
    proven = prove(account)
    failed = {check.expected for check in proven.checks if not check.ok}
    doubtful = tuple(
        Check(READ, False, None, None, None, f"{where}: the printed sum {amount:,} is not clearly readable")
        for amount, where in draft.unsure
        if amount in failed
    )
    return prove(replace(proven, checks=(*proven.checks, *doubtful))) if doubtful else proven


def household(preface: Draft, accounts: Sequence[StatementAccount], drafts: Sequence[Draft]) -> list[Issue]:
    """The accounts' totals against the total printed for all of them, on a cover or behind a list of them.

    A worth that is that of one of them is its own.
    """
    named = [fact for draft in (preface, *drafts) for fact in draft.money if OF_ALL.fullmatch(fact.text.strip(" :"))]
    printed = [fact.amount for fact in (*preface.totals, *named) if fact.amount is not None]
    own = {account.stated_total for account in accounts}
    printed = [amount for amount in printed if amount not in own]
    if len(accounts) < 2 or not printed:
        return []
    parts = [account.stated_total for account in accounts if account.stated_total is not None]
    worths = [_worth(account) if account.stated_total is None else account.stated_total for account in accounts]
    found = sum(parts, ZERO)
    full = [worth + _interest_beside(one) for one, worth in zip(accounts, worths, strict=True)]
    if any(ties_to(total, sum(some, ZERO), some) for total in printed for some in (parts, worths, full)):
        return []
    nearest = min(printed, key=lambda amount: abs(found - amount))
    return [
        Issue(
            "error",
            "all accounts",
            f"the accounts' totals sum to {found:,}, but {nearest:,} is printed for all "
            f"of them, a difference of {found - nearest:,}",
            "household_total",
        )
    ]


def without_total_of_all(accounts: Sequence[StatementAccount], drafts: Sequence[Draft]) -> tuple[StatementAccount, ...]:
    """The accounts of a file whose total of all does not hold: one that prints no total of its own is not proven."""
    told = "the total of all accounts does not hold, and this account prints none of its own"
    doubt = Check(READ, False, None, None, None, told)
    return tuple(
        account if draft.totals else prove(replace(account, checks=(*account.checks, doubt)))
        for account, draft in zip(accounts, drafts, strict=True)
    )


def _interest_beside(account: StatementAccount) -> Decimal:
    """The interest that has accrued beside the worth of an account, where its total leaves that out."""
    accrued = sum((line.accrued for line in account.positions if line.accrued is not None), ZERO)
    return accrued if account.stated_total in (None, _worth(account)) else ZERO


def _worth(account: StatementAccount) -> Decimal:
    """What an account that prints no total is worth by its rows and its cash."""
    values = [line.market_value for line in account.positions if line.asset_type != "cash"]
    return sum((value for value in values if value is not None), account.cash or ZERO)


def _taken_in(preface: Draft, others: Sequence[Draft], one: Draft, drafts: Sequence[Draft]) -> list[Issue]:
    """The only account that holds anything takes what was said of the others and before."""
    for draft in filter(_is_of_fund, others):
        one.owner = one.owner or draft.owner
    others = [draft for draft in others if not _is_of_fund(draft)]
    numbers = [draft.number for draft in drafts if draft is not one and draft.number and not _is_of_fund(draft)]
    for draft in [*([] if one is preface else [preface]), *others]:
        one.totals.extend(draft.totals)
        one.cash.extend(draft.cash)
        one.weak_cash.extend(draft.weak_cash)
        one.balance_sums.extend(draft.balance_sums)
        one.money.extend(draft.money)
        hand_on_currency(one, draft)
        shift = len(one.activity)
        one.short_days.update({shift + place: day for place, day in draft.short_days.items()})
        one.activity.extend(draft.activity)
        if not one.owner or (draft.owner and draft.owner_rank > one.owner_rank):
            one.owner, one.owner_rank = draft.owner, draft.owner_rank
        one.registration = one.registration or draft.registration
        one.told.extend(draft.told)
        if draft.as_of_rank > one.as_of_rank and (draft is preface or one.as_of is None):
            one.as_of, one.as_of_rank = draft.as_of, draft.as_of_rank
    one.number = one.number or (numbers[0] if numbers else "")
    different = sorted({masked(number) for number in [one.number, *numbers] if number})
    if len(different) < 2:
        return []
    told = (
        f"the file prints {len(different)} account numbers ({', '.join(different)}) but holdings "
        "of one account only; they are read as one account"
    )
    return [Issue("warning", "", told, "account_numbers")]


def _is_of_fund(draft: Draft) -> bool:
    """Whether a number is that of a partner in a fund, whose capital account is bound in: no account of the house."""
    return not draft.lines and any(CAPITAL.search(fact.text) for fact in draft.money)


def _unproven(draft: Draft, file: str, institution: str) -> StatementAccount:
    draft.lines = [*with_funds_of_cash(draft)]
    found = stated(draft)
    known = without_due_days(draft.lines, draft.as_of)
    beside = [_cash_line(found.beside)] if found.beside else []
    lines = in_own_currency(draft, (*with_unlike(known, draft.as_of), *beside))
    unread = [*draft.unread, *(() if draft.totals and draft.lines else unheld(draft))]
    unread += [
        *parted(draft),
        *held_twice(draft),
        *valued_apart(draft),
        *cut_off(draft),
        *may_be_sum(draft),
        *(cash_untold(draft) if not found.cash else []),
    ]
    return StatementAccount(
        file,
        masked(draft.number),
        draft.institution or institution,
        registration(draft),
        draft.owner,
        draft.as_of,
        found.total,
        found.cash,
        "unproven",
        tuple(Check(READ, False, None, None, None, text) for text in unread),
        lines,
        tuple(draft.subtotals),
        dated(draft, draft.as_of),
        currency_of(draft, lines),
        tuple(draft.cost_subtotals),
        FrozenMap({**left_over(draft, draft.institution or institution), **rivals(draft)}),
        accrued_beside(draft, lines, found.total, found.cash),
    )


def _cash_line(amount: Decimal) -> StatementLine:
    """Cash that stands in no row, as a row of its own beside the others of cash."""
    return StatementLine(None, "Cash", "cash", None, None, amount)


def _first_place(draft: Draft) -> tuple[int, int]:
    source = draft.lines[0].source if draft.lines else None
    return (source.page or 0, source.row or 0) if source else (10**6, 0)

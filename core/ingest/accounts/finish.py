"""Drafts become accounts: what belongs to which, totals and cash chosen, everything proven, all accounts held together.

Facts before any account number go to the one account there is; accounts of a file are held against its grand total.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from core.domain.issue import Issue
from core.domain.statement import Check, StatementAccount
from core.ingest.accounts.activity import dated
from core.ingest.accounts.draft import ZERO, Draft
from core.ingest.accounts.sums import covers_all
from core.ingest.identifiers import masked
from core.ingest.prove import READ, prove, ties_to


def settled(preface: Draft, drafts: Sequence[Draft]) -> tuple[list[Draft], list[Issue]]:
    """Drafts that hold something, in the order of the file, and what should be known of how they were told apart."""
    full = [draft for draft in drafts if draft.lines or draft.totals or draft.activity or draft.cash]
    held = [draft for draft in full if draft.lines]
    if preface.lines or (not full and preface.activity):
        full.insert(0, preface)
        held.insert(0, preface)
    if len(held) == 1:
        others = [draft for draft in drafts if draft is not held[0]]
        return held, _taken_in(preface, others, held[0], drafts)
    if len(full) == 1 and not held:
        return full, _taken_in(preface, [], full[0], drafts)
    for draft in full:
        draft.as_of = draft.as_of or preface.as_of
        draft.owner = draft.owner or preface.owner
    return sorted(full, key=_first_place), []


def account_of(draft: Draft, file: str, institution: str) -> StatementAccount:
    """The account that a draft holds, proven."""
    account = _unproven(draft, file, institution)
    proven = prove(account)
    failed = {check.expected for check in proven.checks if not check.ok}
    doubtful = tuple(
        Check(READ, False, None, None, None, f"{where}: the printed sum {amount:,} is not clearly readable")
        for amount, where in draft.unsure
        if amount in failed
    )
    return prove(replace(proven, checks=(*proven.checks, *doubtful))) if doubtful else proven


def household(preface: Draft, accounts: Sequence[StatementAccount]) -> list[Issue]:
    """The accounts' totals against the total printed for all of them."""
    stated = [fact.amount for fact in preface.totals if fact.amount is not None]
    if len(accounts) < 2 or not stated:
        return []
    parts = [account.stated_total for account in accounts if account.stated_total is not None]
    found = sum(parts, ZERO)
    if any(ties_to(total, found, parts) for total in stated):
        return []
    return [
        Issue(
            "error",
            "all accounts",
            f"the accounts' totals sum to {found:,}, but {stated[0]:,} is printed for all "
            f"of them, a difference of {found - stated[0]:,}",
            "household_total",
        )
    ]


def _taken_in(preface: Draft, others: Sequence[Draft], one: Draft, drafts: Sequence[Draft]) -> list[Issue]:
    """The only account that holds anything takes what was said of the others and before."""
    numbers = [draft.number for draft in drafts if draft is not one and draft.number]
    for draft in [*([] if one is preface else [preface]), *others]:
        one.totals.extend(draft.totals)
        one.cash.extend(draft.cash)
        shift = len(one.activity)
        one.short_days.update({shift + place: day for place, day in draft.short_days.items()})
        one.activity.extend(draft.activity)
        one.owner = one.owner or draft.owner
        one.registration = one.registration or draft.registration
        if draft.as_of_rank > one.as_of_rank:
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


def _unproven(draft: Draft, file: str, institution: str) -> StatementAccount:
    lines = tuple(draft.lines)
    in_lines = [line.market_value for line in lines if line.asset_type == "cash" and line.market_value is not None]
    total = _total(draft, sum(in_lines, ZERO) if in_lines else None)
    cash = sum(in_lines, ZERO) if in_lines else _cash(draft, total)
    currencies = {line.currency for line in lines if line.market_value}
    return StatementAccount(
        file,
        masked(draft.number),
        institution,
        draft.registration or "other",
        draft.owner,
        draft.as_of,
        total,
        cash,
        "unproven",
        tuple(Check(READ, False, None, None, None, text) for text in draft.unread),
        lines,
        tuple(draft.subtotals),
        dated(draft, draft.as_of),
        currencies.pop() if len(currencies) == 1 else "USD",
        tuple(draft.cost_subtotals),
    )


def _total(draft: Draft, cash: Decimal | None) -> Decimal | None:
    """The printed total: the surest label; of several figures beside it the one that ties, else the first."""
    best = max(draft.totals, key=lambda fact: fact.rank, default=None)
    if best is None:
        everything = [amount for name, amount in draft.subtotals if not name or covers_all(draft, name)]
        return everything[-1] if everything else None
    beside = [fact.amount for fact in draft.totals if fact.rank == best.rank and fact.where == best.where]
    loose = [cash] if cash is not None else [*dict.fromkeys(draft.cash), None]
    held = [_held(draft, one) for one in loose]
    return next((amount for one in held for amount in beside if amount == one), best.amount)


def _cash(draft: Draft, total: Decimal | None) -> Decimal | None:
    """The printed cash: the figure with which positions and cash are the total, else the last."""
    tying = [cash for cash in draft.cash if total is not None and _held(draft, cash) == total]
    return tying[-1] if tying else (draft.cash[-1] if draft.cash else None)


def _held(draft: Draft, cash: Decimal | None) -> Decimal:
    lines = [line.market_value for line in draft.lines if line.market_value is not None and line.asset_type != "cash"]
    return sum(lines, cash or ZERO)


def _first_place(draft: Draft) -> tuple[int, int]:
    source = draft.lines[0].source if draft.lines else None
    return (source.page or 0, source.row or 0) if source else (10**6, 0)

"""A signed-off statement account becomes an account of a household: a new version of it, never a second account.

A known account (the same masked number at the same institution, or the one named) is brought up to date: cash, lots,
prices. What the statement does not say, such as restrictions and the taxpayer, stays as it was.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Literal

from core.domain.account import Account
from core.domain.errors import BadInput
from core.domain.household import Household
from core.domain.issue import Issue
from core.domain.lot import Activity, Lot
from core.domain.security import Security
from core.domain.statement import StatementAccount
from core.ingest.book.holdings import lots_of, security_of, symbol_of
from core.ingest.book.ledger import activity_of, names_held, new_moves
from core.ingest.book.matching import marks_of
from core.ingest.book.newcomers import cards_with, owner_and_taxpayer, told_of_new, told_of_unnamed

HELD_AWAY = frozenset({"401k", "403b", "529", "annuity"})


def reconcile(
    account: StatementAccount,
    household: Household,
    account_id: str | None = None,
    known_symbols: Collection[str] = (),
    statement_id: str | None = None,
    as_new: bool = False,
) -> tuple[Household, tuple[Issue, ...]]:
    """A new version of the household with the account in it, and what a person should know.

    account_id : which account it is; None looks for the same masked number and institution, else makes a new one
    as_new : a new account, whatever its number
    known_symbols : securities whose facts the market has, so that the household keeps none of its own
    Raises BadInput where `account_id` names no account of the household.
    """
    old = None if as_new else _old(account, household, account_id)
    new_id = old.id if old is not None else _new_id(account, household)
    names = names_held(household, old)
    moves = activity_of(account, new_id, names)
    fresh_moves = new_moves(moves, household.history)
    lots, issues = _lots(account, new_id, old.lots if old is not None else (), fresh_moves)
    fresh = _account(account, household, old, new_id, lots)
    if old is None:
        issues += told_of_new(fresh, account.owner)
    issues += told_of_unnamed(account, new_id, names)
    kept = tuple(one for one in household.accounts if one.id != new_id)
    days = [day for day in (household.as_of, account.as_of) if day is not None]
    changed = replace(
        household,
        accounts=tuple(fresh if one.id == new_id else one for one in household.accounts) if old else (*kept, fresh),
        cards=cards_with(account, household, fresh, statement_id),
        history=(*household.history, *fresh_moves),
        securities=_securities(account, household, known_symbols),
        version=household.version + 1,
        as_of=max(days, default=None),
    )
    return changed, tuple(issues)


def reconcile_lots(account: StatementAccount, household: Household, account_id: str | None = None) -> Household:
    """A new version of the household with the lots of a file that holds lots alone; nothing else changes.

    Raises BadInput where the account is not in the household, or where the lots do not add up to what it holds.
    """
    old = _old(account, household, account_id)
    if old is None:
        raise BadInput(
            account.file,
            "holds lots only, and the household has no account of that number; upload it together with the "
            "positions file of its account",
        )
    lots = old.lots
    for line in account.positions:
        symbol = symbol_of(line)
        same = [lot for lot in lots if lot.symbol == symbol]
        held = sum((lot.quantity for lot in same), Decimal(0))
        printed = sum((lot.quantity or Decimal(0) for lot in line.lots), Decimal(0))
        if not same or held != printed:
            raise BadInput(account.file, f"its lots of {symbol} add up to {printed}, the account holds {held}")
        made, _ = lots_of(replace(line, quantity=held), old.id, same)
        lots = (*(lot for lot in lots if lot.symbol != symbol), *made)
    fresh = replace(old, lots=lots)
    return replace(
        household,
        accounts=tuple(fresh if one.id == old.id else one for one in household.accounts),
        version=household.version + 1,
    )


def reconcile_moves(
    account: StatementAccount, household: Household, account_id: str | None = None, as_new: bool = False
) -> tuple[Household, tuple[Issue, ...]]:
    """A new version of the household with the transactions of a file that lists no holdings; these stay as they are.

    Raises BadInput where the account is not in the household: nothing tells what it holds.
    """
    old = None if as_new else _old(account, household, account_id)
    if old is None:
        raise BadInput(
            account.file,
            "lists transactions, no holdings, and the household has no account of that number; sign off a statement "
            "of its holdings first",
        )
    names = names_held(household, old)
    fresh = new_moves(activity_of(account, old.id, names), household.history)
    told = Issue(
        "warning",
        old.id,
        f"the file lists transactions, no holdings; {len(fresh)} of them are new to the history, and holdings and "
        "cash stay as they are",
        "moves_only",
    )
    changed = replace(household, history=(*household.history, *fresh), version=household.version + 1)
    return changed, (told, *told_of_unnamed(account, old.id, names))


def lots_fit(account: StatementAccount, household: Household, account_id: str | None = None) -> bool:
    """Whether the household holds the account on the same day, with the very quantities that the lots add up to."""
    old = _old(account, household, account_id)
    if old is None or account.as_of is None or household.card(old.id).as_of != account.as_of.isoformat():
        return False
    return all(_held(old, symbol_of(line)) == line.quantity for line in account.positions)


def _held(account: Account, symbol: str) -> Decimal:
    return sum((lot.quantity for lot in account.lots if lot.symbol == symbol), Decimal(0))


def matching_account(account: StatementAccount, household: Household) -> str | None:
    """The id of the household's account with the same masked number and institution, or None."""
    if not account.number:
        return None
    number = marks_of(account.number)
    for card in household.cards:
        same_house = (
            not card.institution or not account.institution or card.institution.lower() == account.institution.lower()
        )
        if card.number and marks_of(card.number) == number and same_house:
            return card.account
    return None


def _old(account: StatementAccount, household: Household, account_id: str | None) -> Account | None:
    wanted = account_id or matching_account(account, household)
    found = next((one for one in household.accounts if one.id == wanted), None)
    if account_id is not None and found is None:
        raise BadInput("account", f"the household has no account '{account_id}'")
    return found


def _new_id(account: StatementAccount, household: Household) -> str:
    stem = re.sub(r"[^a-z0-9]+", "-", f"{account.registration}-{marks_of(account.number)}".lower()).strip("-")
    taken = {one.id for one in household.accounts}
    return next(
        name for name in (stem, *(f"{stem}-{number}" for number in range(2, len(taken) + 3))) if name not in taken
    )


def _lots(
    account: StatementAccount, account_id: str, known: tuple[Lot, ...], moves: Sequence[Activity]
) -> tuple[tuple[Lot, ...], list[Issue]]:
    lots: list[Lot] = []
    issues: list[Issue] = []
    for line in account.positions:
        if line.asset_type == "cash":
            continue
        made, told = lots_of(line, account_id, known, moves)
        lots.extend(replace(lot, id=_free(lot.id, lots)) for lot in made)
        issues.extend(told)
    return tuple(lots), issues


def _free(wanted: str, lots: list[Lot]) -> str:
    taken = {lot.id for lot in lots}
    return next(
        name for name in (wanted, *(f"{wanted}.{number}" for number in range(2, len(taken) + 3))) if name not in taken
    )


def _account(
    account: StatementAccount, household: Household, old: Account | None, account_id: str, lots: tuple[Lot, ...]
) -> Account:
    proof: Literal["proven", "signed_off"] = "proven" if account.status == "proven" else "signed_off"
    cash = account.cash if account.cash is not None else Decimal(0)
    if old is not None:
        return replace(old, cash=cash, lots=lots, proof=proof)
    owner, taxpayer = owner_and_taxpayer(account, household)
    return Account(
        account_id,
        owner,
        taxpayer,
        account.registration,
        cash,
        lots,
        tradable=account.registration not in HELD_AWAY,
        proof=proof,
    )


def _securities(account: StatementAccount, household: Household, known: Collection[str]) -> tuple[Security, ...]:
    own = {one.symbol: one for one in household.securities}
    for line in account.positions:
        symbol = symbol_of(line)
        if (
            line.asset_type == "cash"
            or (symbol in known and symbol not in own)
            or (not line.quantity and line.market_value is None)
        ):
            continue
        own[symbol] = security_of(line, own.get(symbol))
    return tuple(own[symbol] for symbol in sorted(own))

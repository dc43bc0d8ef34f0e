"""What becomes of an account read: matched to the book, compared with it, signed off into it, or refused."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from core.domain.account import Account
from core.domain.errors import BadInput
from core.domain.household import Household
from core.domain.intake import AccountChange, Disposition, Intake, Match
from core.domain.issue import Issue
from core.domain.statement import StatementAccount
from core.ingest import difference, lots_fit, matches, matching_account, reconcile, reconcile_lots, reconcile_moves
from core.ingest.book.merge import LOTS_READER, holds_only_lots
from core.market.securities import known
from core.words.days import day
from core.words.sentences import count
from core.workflow.desk import Desk
from core.workflow.households import empty_household, household, households
from core.workflow.receiving import open_account, put_of, statement
from core.workflow.saving import Put, put_with_events, save


@dataclass(frozen=True, slots=True)
class Preview:
    """What signing off would do: the household as it would be, the change in the account, what to know."""

    household: Household
    change: AccountChange
    issues: tuple[Issue, ...]


def likely_homes(desk: Desk, statement_id: str, account: int) -> tuple[Match, ...]:
    """Households and accounts that the account read may be, the surest first, with every doubt."""
    desk.require("read_clients")
    accounts = statement(desk, statement_id).statement.accounts
    return matches(accounts[account], households(desk), accounts)


def preview(
    desk: Desk,
    statement_id: str,
    account: int,
    household_id: str,
    account_id: str | None = None,
    as_new: bool = False,
) -> Preview:
    """What signing off would change in the book; nothing is kept. BadInput where it could not be signed off."""
    desk.require("read_clients")
    return _reconciled(statement(desk, statement_id), account, household(desk, household_id), account_id, as_new)


def sign_off(
    desk: Desk,
    statement_id: str,
    version: int,
    account: int,
    household_id: str,
    account_id: str | None = None,
    reason: str = "",
    as_new: bool = False,
) -> tuple[Household, tuple[Issue, ...]]:
    """Let one account of the file become holdings of a household: a new account, or a known one's next version.

    A reason is needed where the account is not proven (it is then marked `signed_off`), and where the book holds a
    later statement of it. Every note on the paper must be ticked before.
    """
    desk.require("sign_off")
    old = _signable(desk, statement_id, version, account, reason)
    made = _reconciled(old, account, household(desk, household_id), account_id, as_new)
    if made.change.older and not reason.strip():
        raise BadInput("reason", _older(made.change))
    _book(desk, old, account, made, reason)
    return made.household, made.issues


def sign_off_into_new(
    desk: Desk, statement_id: str, version: int, account: int, name: str, mandate_id: str, reason: str = ""
) -> tuple[Household, tuple[Issue, ...]]:
    """The same into a household that begins with this account: both are kept, or neither."""
    desk.require("sign_off")
    old = _signable(desk, statement_id, version, account, reason)
    empty = empty_household(desk, name, mandate_id)
    made = _reconciled(old, account, empty, None, as_new=True)
    _book(desk, old, account, made, reason, empty)
    return made.household, made.issues


def refuse(desk: Desk, statement_id: str, version: int, account: int, reason: str) -> Intake:
    """Refuse one account of the file, with the reason; nothing of it enters the book."""
    person = desk.require("sign_off")
    old = open_account(desk, statement_id, version, account)
    if not reason.strip():
        raise BadInput("reason", "say why it is refused")
    new = _with_disposition(old, account, Disposition("refused", None, None, person.id, reason.strip()))
    save(desk, "statement.refused", put_of(new), note=f"account {account + 1}")
    return new


def _signable(desk: Desk, statement_id: str, version: int, account: int, reason: str) -> Intake:
    """The statement, if the account may be signed off as it stands."""
    old = open_account(desk, statement_id, version, account)
    read = old.statement.accounts[account]
    if old.unseen:
        raise BadInput(old.file, f"carries {count(len(old.unseen), 'note')} that nobody has ticked; look at them first")
    if read.status != "proven" and not reason.strip():
        raise BadInput("reason", f"the account is {read.status}; say why it may be used all the same")
    return old


def _book(desk: Desk, old: Intake, account: int, made: Preview, reason: str, begun: Household | None = None) -> None:
    """Keep the signature and the household's new version together; `begun` is a household that starts with it."""
    home = made.household
    assert desk.actor is not None
    done = Disposition("signed_off", home.id, made.change.account, desk.actor.id, reason.strip())
    with desk.store.transaction() as tx:
        if begun is not None:
            put_with_events(desk, tx, "household.created", Put("household", begun.id, 1, begun, client=begun.id))
        put_with_events(
            desk, tx, "statement.signed_off", put_of(_with_disposition(old, account, done)),
            Put("household", home.id, home.version, home, client=home.id), note=f"account {account + 1}",
        )  # fmt: skip


def _reconciled(held: Intake, account: int, home: Household, account_id: str | None, as_new: bool) -> Preview:
    read = held.statement.accounts[account]
    _only_dollars(held.file, read)
    if account_id is None and not as_new:
        _one_account(read, home, held.statement.accounts)
    issues: tuple[Issue, ...] = ()
    if read.lists_moves_only:
        where = account_id or matching_account(read, home) or ""
        new_home, issues = reconcile_moves(read, home, account_id, as_new)
        return Preview(new_home, difference(home, new_home, where), issues)
    only_lots = not as_new and holds_only_lots(read) and lots_fit(read, home, account_id)
    if held.statement.reader == LOTS_READER or only_lots:
        where = account_id or matching_account(read, home) or ""
        new_home = reconcile_lots(read, home, account_id)
        issues = (Issue("warning", where, "the file holds lots alone; cash and everything else stay as they are"),)
    else:
        new_home, issues = reconcile(read, home, account_id, known(), held.id, as_new)
        where = new_home.cards[-1].account
    proof = "proven" if read.status == "proven" else "signed_off"
    new_home = replace(new_home, accounts=_marked(new_home, where, proof))
    return Preview(new_home, difference(home, new_home, where), issues)


def _one_account(read: StatementAccount, home: Household, beside: Sequence[StatementAccount]) -> None:
    """Where the number fits several accounts of the household, or ends as another's of the file, a person chooses."""
    fitting = [one for one in matches(read, [home], beside) if one.account]
    alike = any(one is not read and one.number == read.number for one in beside)
    if len(fitting) > 1 or (fitting and alike and read.number):
        raise BadInput("account", f"{count(len(fitting), 'account')} of the household fit {read.number}; choose one")


def _only_dollars(file: str, read: StatementAccount) -> None:
    """The book is kept in dollars: amounts in another currency never pass for them."""
    foreign = sorted({line.currency for line in read.positions} | {read.currency})
    if foreign != ["USD"]:
        others = ", ".join(one for one in foreign if one != "USD")
        raise BadInput(
            file, f"holds amounts in {others}; the book is kept in dollars, so this account cannot be signed off"
        )


def _older(change: AccountChange) -> str:
    assert change.as_of_before is not None and change.as_of_after is not None
    return (
        f"the book holds this account as of {day(change.as_of_before)} and this statement is older, of "
        f"{day(change.as_of_after)}; say why it may replace what is there"
    )


def _with_disposition(old: Intake, account: int, done: Disposition) -> Intake:
    dispositions = tuple(done if i == account else one for i, one in enumerate(old.dispositions))
    return replace(old, dispositions=dispositions, version=old.version + 1)


def _marked(home: Household, account_id: str, proof: Any) -> tuple[Account, ...]:
    """The household's accounts, the one that the statement is of marked with how it was proven."""
    return tuple(replace(one, proof=proof) if one.id == account_id else one for one in home.accounts)

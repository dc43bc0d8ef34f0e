"""In which currency an account is kept, and its rows in others: nothing is converted, nothing added up across them.

A column of values in the account's own currency tells what cash in others is worth; where none does, it is not known.
"""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from core.domain.statement import Check, StatementAccount, StatementLine
from core.ingest.accounts.draft import ZERO, Draft, amount_in
from core.ingest.lexicon.figures import number
from core.ingest.nouns.events import Fact, Record, Total
from core.ingest.proof.cash_in_sums import is_cash
from core.ingest.proof.prove import LINES, READ, TOTAL, prove, ties_to

BY_COSTS = -1
"""The rank of a currency that only heads of costs tell."""
ALL = "all holdings"
NO_PROOF = "so what the account holds is not added up"


def take_currency(draft: Draft, fact: Fact) -> None:
    """The currency of an account, told by a label or by the head of its values, or by that of its costs alone."""
    if fact.rank == BY_COSTS:
        draft.paid_in = draft.paid_in or fact.text
    else:
        draft.kept_in = draft.kept_in or fact.text


def note_currency(draft: Draft, record: Record, line: StatementLine, comma: bool) -> None:
    """Whether a row tells its currency, and what it is worth in that of the account."""
    told = line.currency != "USD" or any("USD" in cell.text for cell in record.cells.values())
    draft.tells_currencies = draft.tells_currencies or told or "currency" in record.cells
    worth = amount_in(record, "value_base", comma)
    if worth is not None and record.where.row is not None:
        draft.in_base[record.where.row] = worth


def note_sum_in_base(draft: Draft, total: Total, comma: bool) -> None:
    """A printed sum of everything in the currency of the account, in a column beside the values of the rows."""
    worth = number(total.cells.get("value_base"), comma) if not total.name else None
    draft.base_sums += [worth] if worth is not None else []


def hand_on_currency(draft: Draft, before: Draft) -> None:
    """What is said of all accounts before the first goes to one that does not say it itself."""
    draft.kept_in = draft.kept_in or before.kept_in
    draft.paid_in = draft.paid_in or before.paid_in


def in_own_currency(draft: Draft, lines: Sequence[StatementLine]) -> tuple[StatementLine, ...]:
    """The rows of an account whose currency only a label tells, in that currency."""
    if not draft.kept_in or draft.tells_currencies:
        return tuple(lines)
    return tuple(replace(line, currency=draft.kept_in) for line in lines)


def currency_of(draft: Draft, lines: Sequence[StatementLine]) -> str:
    """The currency of an account: told, else the only one of its rows, of its costs, of its cash."""
    held = {line.currency for line in lines if line.market_value}
    cash = {line.currency for line in lines if line.market_value and is_cash(line)}
    if draft.kept_in or len(held) == 1:
        return draft.kept_in or held.pop()
    return draft.paid_in or (cash.pop() if len(cash) == 1 else "USD")


def apart_by_currency(account: StatementAccount, draft: Draft) -> StatementAccount:
    """The account with the cash, the total and the sums that are told in its own currency.

    Where the printed total is that of the values as they stand, all of them are in its currency.
    """
    held = {line.currency for line in account.positions if line.market_value}
    if held <= {account.currency} or _ties_as_printed(account):
        return account
    cash = _cash(account, draft)
    checks = [*account.checks, *_doubts(account, draft, sorted(held), cash), *_held_in_base(account, draft)]
    plain = tuple(one for one in account.subtotals if one[0] or one[1] != _worth(account.positions, draft))
    return replace(account, cash=cash, stated_total=None, subtotals=plain, checks=tuple(checks))


def _ties_as_printed(account: StatementAccount) -> bool:
    """Whether a printed sum of everything is that of the values as they stand."""
    sums = [one for one in prove(account).checks if one.check == TOTAL or (one.check, one.where) == (LINES, ALL)]
    return bool(sums) and all(check.ok for check in sums)


def _cash(account: StatementAccount, draft: Draft) -> Decimal | None:
    """The cash in the currency of the account; None where that of another currency is not told in it."""
    rows = [line for line in account.positions if is_cash(line) and line.market_value]
    if not rows:
        return account.cash
    worths = [_in_base(line, account.currency, draft) for line in rows]
    return None if None in worths else sum((worth for worth in worths if worth is not None), ZERO)


def _in_base(line: StatementLine, currency: str, draft: Draft) -> Decimal | None:
    """What a row is worth in the currency of the account, where that is told."""
    if line.source.row in draft.in_base:
        return draft.in_base[line.source.row]
    return line.market_value if line.currency == currency else None


def _worth(lines: Sequence[StatementLine], draft: Draft) -> Decimal | None:
    """What all rows are worth together in the currency of the account; None where one does not tell it."""
    worths = [draft.in_base.get(line.source.row or 0) for line in lines]
    return None if None in worths else sum((worth for worth in worths if worth is not None), ZERO)


def _doubts(account: StatementAccount, draft: Draft, held: Sequence[str], cash: Decimal | None) -> list[Check]:
    """Why the account cannot be proven: its currency is not told, or its cash in it."""
    told = " and ".join(held)
    if not (draft.kept_in or draft.paid_in):
        said = f"values stand in {told}, and the file does not tell in which the account is kept, {NO_PROOF}"
    elif cash is None and any(map(is_cash, account.positions)):
        said = f"cash in another currency than {account.currency} is not told in it, so it is not added up"
    else:
        return []
    return [Check(READ, False, None, None, None, said)]


def _held_in_base(account: StatementAccount, draft: Draft) -> list[Check]:
    """The sums that are printed in the currency of the account, held against what its rows are worth in it."""
    worth = _worth(account.positions, draft)
    if worth is None:
        return []
    totals = dict.fromkeys([*filter(None, (account.stated_total,)), *draft.base_sums])
    return [_held(worth, total, account.currency, draft) for total in totals]


def _held(worth: Decimal, total: Decimal, currency: str, draft: Draft) -> Check:
    ties = ties_to(total, worth, draft.in_base.values())
    said = f"the rows are worth {worth:,} in {currency}, the printed total is {total:,}"
    return Check(READ, ties, total if ties else None, worth if ties else None, worth - total if ties else None, said)

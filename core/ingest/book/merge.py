"""A lots file and a positions file of one account belong together: the lots go to the position they tie with.

A lots file says so by its heads, or it holds nothing but lots: no cash, no total, no transactions. What holds nothing
but lots may be all that is known of an account, so it is merged only where positions of the same day have room for it.
"""

from collections.abc import Sequence
from dataclasses import replace

from core.domain.issue import Issue
from core.domain.statement import Statement, StatementAccount, StatementLine
from core.ingest.book.parts import join_parts
from core.ingest.proof.findings import findings
from core.ingest.proof.prove import prove

LOTS_READER = "lots"


def merge_lots(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements with every lots file merged into the positions of the same account, where they tie; and with the
    parts of one account joined that came as files of their own.

    A lots file that finds its position leaves a statement without accounts and a note; one that does not stays.
    """
    merged = list(statements)
    for place, statement in enumerate(merged):
        if _is_of_lots(statement) and not statement.refused:
            merged[place] = _merge_one(statement, place, merged)
    return join_parts(merged)


def holds_only_lots(account: StatementAccount) -> bool:
    """Whether nothing is read of an account but positions with their lots: no cash, no total, no transactions."""
    more = account.cash is not None or account.stated_total is not None or account.activity
    return bool(account.positions) and not more and all(line.lots for line in account.positions)


def _is_of_lots(statement: Statement) -> bool:
    return statement.reader == LOTS_READER or (
        bool(statement.accounts) and all(map(holds_only_lots, statement.accounts))
    )


def _merge_one(lots: Statement, place: int, statements: list[Statement]) -> Statement:
    left: list[StatementAccount] = []
    issues = list(lots.issues)
    for account in lots.accounts:
        home = _home(account, place, statements, by_heads=lots.reader == LOTS_READER)
        if home is None:
            left.append(account)
            continue
        at, index = home
        target = statements[at]
        joined = prove(_with_lots(target.accounts[index], account.positions))
        accounts = tuple(joined if number == index else one for number, one in enumerate(target.accounts))
        kept = [
            issue
            for issue in target.issues
            if issue.code not in ("does_not_tie", "gain", "no_value", "unproven", "cost_subtotal", "cost_of_one")
        ]
        told = [issue for one in accounts for issue in findings(one)]
        statements[at] = replace(target, accounts=accounts, issues=tuple(dict.fromkeys([*kept, *told])))
        names = ", ".join(line.symbol or line.description for line in account.positions)
        issues = [Issue("note", lots.file, f"the lots of {names} were added to {target.file}", "merged")]
    return replace(lots, accounts=tuple(left), issues=tuple(issues))


def _home(
    account: StatementAccount, place: int, statements: Sequence[Statement], by_heads: bool
) -> tuple[int, int] | None:
    """The place of the positions that the lots belong to; lots that no head calls so ask for number, day and room."""
    for at, statement in enumerate(statements):
        if at == place or _is_of_lots(statement):
            continue
        for index, other in enumerate(statement.accounts):
            found = [_match(line, other) for line in account.positions]
            if other.number != account.number or None in found:
                continue
            bare = all(not other.positions[at].lots for at in found if at is not None)
            if by_heads or (account.number and other.as_of == account.as_of and bare):
                return at, index
    return None


def _with_lots(account: StatementAccount, lots: Sequence[StatementLine]) -> StatementAccount:
    lines = list(account.positions)
    for line in lots:
        at = _match(line, account)
        if at is not None:
            lines[at] = replace(lines[at], lots=line.lots)
    return replace(account, positions=tuple(lines))


def _match(line: StatementLine, account: StatementAccount) -> int | None:
    """The position with the symbol and the quantity of a line of lots."""
    return next(
        (
            at
            for at, other in enumerate(account.positions)
            if other.symbol == line.symbol and line.symbol and other.quantity == line.quantity
        ),
        None,
    )

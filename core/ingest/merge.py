"""A lots file and a positions file of one account belong together: the lots go to the position they tie with."""

from collections.abc import Sequence
from dataclasses import replace

from core.domain.issue import Issue
from core.domain.statement import Statement, StatementAccount, StatementLine
from core.ingest.findings import findings
from core.ingest.prove import prove

LOTS_READER = "lots"


def merge_lots(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements with every lots file merged into the positions of the same account, where they tie.

    A lots file that finds its position leaves a statement without accounts and a note; one that does not stays.
    """
    merged = list(statements)
    for place, statement in enumerate(merged):
        if statement.reader == LOTS_READER and not statement.refused:
            merged[place] = _merge_one(statement, place, merged)
    return tuple(merged)


def _merge_one(lots: Statement, place: int, statements: list[Statement]) -> Statement:
    left: list[StatementAccount] = []
    issues = list(lots.issues)
    for account in lots.accounts:
        home = _home(account, place, statements)
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
            if issue.code not in ("does_not_tie", "gain", "no_value", "unproven", "cost_subtotal")
        ]
        told = [issue for one in accounts for issue in findings(one)]
        statements[at] = replace(target, accounts=accounts, issues=tuple(dict.fromkeys([*kept, *told])))
        names = ", ".join(line.symbol or line.description for line in account.positions)
        issues = [Issue("note", lots.file, f"the lots of {names} were added to {target.file}", "merged")]
    return replace(lots, accounts=tuple(left), issues=tuple(issues))


def _home(account: StatementAccount, place: int, statements: Sequence[Statement]) -> tuple[int, int] | None:
    for at, statement in enumerate(statements):
        if at == place or statement.reader == LOTS_READER:
            continue
        for index, other in enumerate(statement.accounts):
            if other.number == account.number and all(_match(line, other) is not None for line in account.positions):
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

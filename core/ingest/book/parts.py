"""One account whose pages came as files of their own: they are joined where only together they tie to its total.

The file where the account begins takes the rows of the others; where those stand on a page of another file, their
place is not kept, since it would point at the wrong page.
"""

from collections.abc import Sequence
from dataclasses import replace

from core.domain.issue import Issue
from core.domain.statement import Source, Statement, StatementAccount, StatementLine
from core.ingest.proof.findings import findings
from core.ingest.proof.prove import prove

Place = tuple[int, int]
"""A statement's place among the others, and that of an account in it."""


def join_parts(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements with the parts of one account joined in the file where it begins, where they prove together.

    A file whose accounts all went to another stays without accounts, with a note.
    """
    joined = list(statements)
    numbers = dict.fromkeys(account.number for one in joined for account in one.accounts if account.number)
    for number in numbers:
        _join(number, joined)
    return tuple(joined)


def _join(number: str, statements: list[Statement]) -> None:
    """Join the parts of one account in place, if they prove."""
    places = [
        (at, index)
        for at, one in enumerate(statements)
        for index, account in enumerate(one.accounts)
        if account.number == number
    ]
    if len(places) < 2 or len({at for at, _ in places}) < len(places):
        return
    parts = [statements[at].accounts[index] for at, index in places]
    totals = [place for place, part in zip(places, parts, strict=True) if part.stated_total is not None]
    if len(totals) != 1 or any(part.status == "proven" for part in parts) or not _alike(parts):
        return
    first, *others = sorted(places, key=lambda place: (place in totals, place))
    whole = _whole(statements, first, others)
    if whole.status == "proven":
        _put(statements, first, others, whole)


def _alike(parts: Sequence[StatementAccount]) -> bool:
    """Whether nothing tells the parts apart: one day, one institution, one owner, no row that stands in two."""
    rows = [
        (line.symbol or line.description, line.quantity, line.market_value) for one in parts for line in one.positions
    ]
    told = (
        {part.as_of for part in parts if part.as_of}, {part.institution for part in parts if part.institution},
        {part.owner for part in parts if part.owner}, {part.cash for part in parts if part.cash is not None},
    )  # fmt: skip
    return all(len(one) <= 1 for one in told) and len(rows) == len(set(rows)) and all(part.positions for part in parts)


def _whole(statements: Sequence[Statement], first: Place, others: Sequence[Place]) -> StatementAccount:
    begun = statements[first[0]].accounts[first[1]]
    rest = [statements[at].accounts[index] for at, index in others]
    every = [begun, *rest]
    return prove(
        replace(
            begun,
            positions=(*begun.positions, *(_placeless(line) for one in rest for line in one.positions)),
            activity=tuple(move for one in every for move in one.activity),
            stated_total=next(one.stated_total for one in every if one.stated_total is not None),
            cash=next((one.cash for one in every if one.cash is not None), None),
            owner=next((one.owner for one in every if one.owner), ""),
            institution=next((one.institution for one in every if one.institution), ""),
            as_of=next((one.as_of for one in every if one.as_of), None),
            registration=next((one.registration for one in every if one.registration != "other"), "other"),
            subtotals=tuple(sum_ for one in every for sum_ in one.subtotals),
            accruals=next((one.accruals for one in every if one.stated_total is not None), ()),
            cost_subtotals=tuple(sum_ for one in every for sum_ in one.cost_subtotals),
            checks=tuple(check for one in every for check in one.checks),
        )
    )


def _placeless(line: StatementLine) -> StatementLine:
    return replace(line, source=Source())


def _put(statements: list[Statement], first: Place, others: Sequence[Place], whole: StatementAccount) -> None:
    """The whole account in the first file; the others keep a note of where theirs went."""
    home = statements[first[0]]
    names = ", ".join(statements[at].file for at, _ in others)
    told = Issue("note", home.file, f"the rows of account {whole.number} in {names} were joined to it", "joined")
    for at, index in others:
        gone = statements[at]
        note = Issue("note", gone.file, f"its rows of account {whole.number} were joined to {home.file}", "joined")
        left = tuple(one for place, one in enumerate(gone.accounts) if place != index)
        kept = _without(gone.issues, gone.accounts[index])
        statements[at] = replace(gone, accounts=left, issues=(*kept, note))
    accounts = tuple(whole if place == first[1] else one for place, one in enumerate(home.accounts))
    kept = _without(home.issues, home.accounts[first[1]])
    statements[first[0]] = replace(home, accounts=accounts, issues=(*kept, *findings(whole), told))


def _without(issues: Sequence[Issue], account: StatementAccount) -> list[Issue]:
    """The issues without those that the account had while it stood alone."""
    own = findings(account)
    return [issue for issue in issues if issue not in own]

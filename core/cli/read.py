"""`read FILE…`: statements as read and as proven; no database is needed."""

from dataclasses import dataclass
from pathlib import Path

import click

from core.cli.door import NO, WRONG, YES, Answer, command
from core.domain.errors import BadInput
from core.domain.issue import Issue
from core.domain.statement import Annotation, Statement, StatementAccount


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that was read of the files of one call."""

    accounts: tuple[StatementAccount, ...]
    annotations: tuple[Annotation, ...]
    issues: tuple[Issue, ...]
    refused: tuple[dict[str, str], ...]


@command(
    "read",
    click.argument("files", nargs=-1, required=True),
    click.option("--password", default=None, help="opens a locked PDF"),
)
def read(files: tuple[str, ...], password: str | None) -> Answer:
    """Read statements: accounts, positions, lots, and whether they prove."""
    from core.ingest import read_files
    from core.ingest.merge import merge_lots

    statements = read_files([(Path(file).name, _bytes(file)) for file in files], password)
    merged = merge_lots(statements)
    refused = tuple({"file": one.file, "sentence": one.refused} for one in statements if one.refused)
    reading = Reading(
        tuple(account for one in merged for account in one.accounts),
        tuple(note for one in merged for note in one.annotations),
        tuple(issue for one in merged for issue in one.issues),
        refused,
    )
    for one in refused:
        click.echo(f"error: {one['sentence']}", err=True)
    return Answer(reading, _code(reading), _text(merged))


def _bytes(file: str) -> bytes:
    try:
        return Path(file).read_bytes()
    except OSError as error:
        raise BadInput(file, error.strerror or "cannot be read") from None


def _code(reading: Reading) -> int:
    if reading.refused:
        return WRONG
    return NO if any(account.status == "unproven" for account in reading.accounts) else YES


def _text(statements: tuple[Statement, ...]) -> str:
    parts: list[str] = []
    for statement in statements:
        parts.append(f"{statement.file}: {statement.refused}" if statement.refused else statement.file)
        parts.extend(_account_text(account) for account in statement.accounts)
        if not statement.refused:
            parts.extend(
                f"  {issue.severity}: {issue.where + ': ' if issue.where else ''}{issue.message}"
                for issue in statement.issues
            )
    return "\n".join(parts)


def _account_text(account: StatementAccount) -> str:
    total = f"{account.stated_total:,}" if account.stated_total is not None else "none stated"
    head = (
        f"  {account.institution or 'unknown institution'} {account.number} ({account.registration}, {account.owner or 'no owner'}"
        f", as of {account.as_of or 'unknown'}): {account.status}, total {total}, cash {account.cash if account.cash is not None else 'none'}"
    )
    rows = [
        f"    {line.symbol or line.cusip or line.isin or '':<12} {line.description[:44]:<44} {line.quantity or '':>14} "
        f"{line.price or '':>12} {line.market_value if line.market_value is not None else '':>14} "
        f"{line.cost_basis if line.cost_basis is not None else '':>14}{'  !' if line.flagged else ''}"
        for line in account.positions
    ]
    return "\n".join([head, *rows])

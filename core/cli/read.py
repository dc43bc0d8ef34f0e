"""`read FILE…`: statements as read and as proven; no database is needed."""

from dataclasses import dataclass, replace
from pathlib import Path

import click

from core.cli.door import NO, WRONG, YES, Answer, command
from core.domain.errors import BadInput
from core.domain.issue import Issue
from core.domain.layout import Layout
from core.domain.statement import Annotation, Statement, StatementAccount, StatementLine


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
    click.option("--password", default=None, help="opens a locked PDF or workbook"),
    click.option("--layout", "profiles", multiple=True, help="a taught layout's profile file; may be repeated"),
)
def read(files: tuple[str, ...], password: str | None, profiles: tuple[str, ...]) -> Answer:
    """Read statements: accounts, positions, lots, and whether they prove."""
    from core.ingest import merge_lots, read_files
    from core.ingest.model_help import endpoint_of
    from core.settings import read_settings

    taught = _layouts(profiles)
    found = {file: _bytes(file) for file in files}
    missing = {file: said for file, said in found.items() if isinstance(said, str)}
    statements = read_files(
        [(Path(file).name, data) for file, data in found.items() if isinstance(data, bytes)],
        password,
        taught,
        endpoint_of(read_settings()),
    )
    merged = merge_lots(statements)
    refused = tuple({"file": file, "sentence": f"{file}: {said}"} for file, said in missing.items()) + tuple(
        {"file": one.file, "sentence": one.refused} for one in statements if one.refused
    )
    reading = Reading(
        tuple(account for one in merged for account in one.accounts),
        tuple(note for one in merged for note in one.annotations),
        tuple(issue for one in merged for issue in one.issues),
        refused,
    )
    for one in refused:
        click.echo(f"error: {one['sentence']}", err=True)
    return Answer(reading, _code(reading), _text(merged))


def _layouts(profiles: tuple[str, ...]) -> list[Layout]:
    """The layouts in the profile files; BadInput names the file that holds none."""
    from core.ingest.layouts.profile import from_toml

    found = []
    for number, file in enumerate(profiles, start=1):
        data = _bytes(file)
        if isinstance(data, str):
            raise BadInput(file, data)
        found.append(replace(from_toml(data, file), id=f"profile {number}"))
    return found


def _bytes(file: str) -> bytes | str:
    """The file's bytes, or why there are none."""
    try:
        return Path(file).read_bytes()
    except OSError as error:
        return error.strerror or "cannot be read"


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
    rows = [_line_text(line) for line in account.positions]
    return "\n".join(
        [f"  {_title(account)}: {account.status}, total {_or(account.stated_total)}, cash {_or(account.cash)}", *rows]
    )


def _title(account: StatementAccount) -> str:
    house = account.institution or "unknown institution"
    return (
        f"{house} {account.number} ({account.registration}, {account.owner or 'no owner'}, as of {_or(account.as_of)})"
    )


def _line_text(line: StatementLine) -> str:
    name = line.symbol or line.cusip or line.isin or ""
    numbers = " ".join(
        f"{_or(value, ''):>14}" for value in (line.quantity, line.price, line.market_value, line.cost_basis)
    )
    return f"    {name:<12} {line.description[:44]:<44} {numbers}{'  !' if line.flagged else ''}"


def _or(value: object, otherwise: str = "unknown") -> str:
    return otherwise if value is None else str(value)

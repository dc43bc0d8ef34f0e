"""Mending what was read: a value that a person sets is proven again at once; before, after and why are kept."""

from dataclasses import replace
from decimal import Decimal, InvalidOperation
from typing import Any

from core.domain.canonical import from_plain, to_plain
from core.domain.errors import BadInput, NotFound, OutOfDate
from core.domain.frozen_map import FrozenMap
from core.domain.intake import Correction, Intake, Seen
from core.domain.statement import Source, StatementAccount, StatementLine
from core.ingest import findings, prove
from core.ingest.lexicon.dates import read_date
from core.words.numbers import as_typed
from core.workflow.desk import Desk
from core.workflow.receiving import open_account, put_of
from core.workflow.saving import load, save

EDITABLE: tuple[str, ...] = (
    "symbol", "cusip", "description", "asset_type", "quantity", "price", "unit", "market_value", "cost_basis",
    "accrued", "commitment", "called", "unfunded", "nav_date", "lock_until",
)  # fmt: skip
"""Fields of a row that a person may set on the review page."""
ACCOUNT_EDITABLE: tuple[str, ...] = ("stated_total", "cash", "registration", "owner", "number", "institution", "as_of")
"""Fields of an account; named with row -1."""
MONEY_FIELDS = frozenset({"quantity", "price", "unit", "market_value", "cost_basis", "accrued", "stated_total", "cash",
                          "commitment", "called", "unfunded"})  # fmt: skip
DAY_FIELDS = frozenset({"as_of", "nav_date", "lock_until"})
REQUIRED_TEXT = frozenset({"description", "number", "institution", "owner"})


def correct(
    desk: Desk, statement_id: str, version: int, account: int, row: int, values: dict[str, str], reason: str
) -> Intake:
    """Set fields of one row (or of the account, row -1) and prove the account again; each change is recorded.

    `values` : field -> text as a person types it; empty text means "not printed".
    """
    person = desk.require("sign_off")
    old = open_account(desk, statement_id, version, account)
    if not reason.strip():
        raise BadInput("reason", "say where the value comes from; it is kept in the audit trail")
    read = old.statement.accounts[account]
    changed = _with_values(read, row, values)
    before = _shown(read, row)
    corrections = tuple(
        Correction(account, row, field, before[field], text.strip(), reason.strip(), person.id, desk.now())
        for field, text in values.items()
        if not _same(field, before[field], text.strip())
    )
    if not corrections:
        return old
    new = _with_account(old, account, prove(changed), corrections)
    save(desk, "statement.corrected", put_of(new), note=f"account {account + 1}, row {row + 1}")
    return new


def confirm_row(desk: Desk, statement_id: str, version: int, account: int, row: int, reason: str = "") -> Intake:
    """Say that a row of a scan is read right where two readings differ: a person has compared it with the page."""
    person = desk.require("sign_off")
    old = open_account(desk, statement_id, version, account)
    read = old.statement.accounts[account]
    if not 0 <= row < len(read.positions):
        raise NotFound(f"There is no row {row + 1}.")
    line = read.positions[row]
    if not line.doubts:
        return old
    told = ", ".join(f"{name} {other!r}" for name, other in line.doubts.items())
    why = reason.strip() or "compared with the page"
    done = Correction(account, row, "doubts", told, "as read", why, person.id, desk.now())
    settled = replace(line, doubts=FrozenMap[str]())
    positions = tuple(settled if i == row else one for i, one in enumerate(read.positions))
    new = _with_account(old, account, prove(replace(read, positions=positions)), (done,))
    save(desk, "statement.corrected", put_of(new), note=f"account {account + 1}, row {row + 1} confirmed")
    return new


def drop_row(desk: Desk, statement_id: str, version: int, account: int, row: int, reason: str) -> Intake:
    """Take out a row that is no holding of the account, and prove the account again."""
    person = desk.require("sign_off")
    old = open_account(desk, statement_id, version, account)
    if not reason.strip():
        raise BadInput("reason", "say why it is no holding; it is kept in the audit trail")
    read = old.statement.accounts[account]
    if not 0 <= row < len(read.positions):
        raise NotFound(f"There is no row {row + 1}.")
    line = read.positions[row]
    told = _row_told(line)
    done = Correction(account, row, "row", told, "", reason.strip(), person.id, desk.now())
    kept = replace(read, positions=read.positions[:row] + read.positions[row + 1 :])
    new = _with_account(old, account, prove(kept), (done,))
    save(desk, "statement.corrected", put_of(new), note=f"account {account + 1}, row {row + 1} taken out")
    return new


def add_row(
    desk: Desk, statement_id: str, version: int, account: int, values: dict[str, str], reason: str, page: int = 0
) -> Intake:
    """Add a holding that was not read, with its values as a person types them, and prove the account again.

    What was said to be unread on the paper stays said: a person who has settled it signs off with a reason.
    """
    person = desk.require("sign_off")
    old = open_account(desk, statement_id, version, account)
    if not reason.strip():
        raise BadInput("reason", "say where the row stands; it is kept in the audit trail")
    if not values.get("description", "").strip() and not values.get("symbol", "").strip():
        raise BadInput("symbol", "name the security by its symbol or description")
    read = old.statement.accounts[account]
    empty = StatementLine(None, "", "other", None, None, None, source=Source(page=page or None))
    longer = replace(read, positions=(*read.positions, empty))
    row = len(read.positions)
    changed = _with_values(longer, row, {name: text for name, text in values.items() if text.strip()})
    line = changed.positions[row]
    told = _row_told(line)
    done = Correction(account, row, "row", "", told, reason.strip(), person.id, desk.now())
    new = _with_account(old, account, prove(changed), (done,))
    save(desk, "statement.corrected", put_of(new), note=f"account {account + 1}, a row added")
    return new


def see_note(desk: Desk, statement_id: str, version: int, note: int) -> Intake:
    """Tick one note on the paper as seen; before all are, no account of the file is signed off."""
    person = desk.require("sign_off")
    old = load(desk, "statement", Intake, statement_id)
    if old.version != version:
        raise OutOfDate(f"{old.file} was changed meanwhile (version {old.version}); look again.")
    if not 0 <= note < len(old.statement.annotations):
        raise NotFound(f"{old.file} has no note {note + 1}.")
    if note not in old.unseen:
        return old
    new = replace(old, seen=(*old.seen, Seen(note, person.id, desk.now())), version=old.version + 1)
    save(desk, "statement.note_seen", put_of(new), note=f"note {note + 1}")
    return new


def _row_told(line: StatementLine) -> str:
    parts = (line.symbol or line.description, line.quantity, line.market_value)
    return " ".join(str(part) for part in parts if part is not None)


def _shown(read: StatementAccount, row: int) -> dict[str, str]:
    noun: Any = read if row < 0 else read.positions[row]
    plain = to_plain(noun)
    names = ACCOUNT_EDITABLE if row < 0 else EDITABLE
    return {name: "" if plain[name] is None else str(plain[name]) for name in names}


def _with_values(read: StatementAccount, row: int, values: dict[str, str]) -> StatementAccount:
    if not -1 <= row < len(read.positions):
        raise NotFound(f"There is no row {row + 1}.")
    noun: Any = read if row < 0 else read.positions[row]
    allowed = ACCOUNT_EDITABLE if row < 0 else EDITABLE
    for name in values:
        if name not in allowed:
            raise BadInput(name, f"cannot be changed here; these can: {', '.join(allowed)}")
    plain = {**to_plain(noun), **{name: _typed(name, text) for name, text in values.items()}}
    changed: Any = from_plain(type(noun), plain, "account" if row < 0 else f"row {row + 1}")
    told = {*values, *(("title",) if {"owner", "registration"} & set(values) else ())}
    settled = FrozenMap({name: both for name, both in changed.doubts.items() if name not in told})
    seen = replace(changed, doubts=settled)
    if row < 0:
        return seen  # type: ignore[no-any-return]
    positions = tuple(seen if i == row else line for i, line in enumerate(read.positions))
    return replace(read, positions=positions)


def _same(name: str, before: str, after: str) -> bool:
    """Whether a person typed what stood there: `42.00` is `42`."""
    if before == after or name not in MONEY_FIELDS or not before or not after:
        return before == after
    try:
        return Decimal(before) == Decimal(as_typed(after))
    except InvalidOperation:
        return False


def _typed(name: str, text: str) -> str | None:
    text = text.strip()
    if name in MONEY_FIELDS:
        text = as_typed(text)
    elif name in DAY_FIELDS and (day := read_date(text)) is not None:
        text = day.isoformat()
    return text if text or name in REQUIRED_TEXT else None


def _with_account(old: Intake, account: int, changed: StatementAccount, corrections: tuple[Correction, ...]) -> Intake:
    before = old.statement.accounts[account]
    accounts = tuple(changed if i == account else one for i, one in enumerate(old.statement.accounts))
    settled = findings(before)
    issues = (*(issue for issue in old.statement.issues if issue not in settled), *findings(changed))
    return replace(
        old,
        statement=replace(old.statement, accounts=accounts, issues=issues),
        corrections=(*old.corrections, *corrections),
        version=old.version + 1,
    )

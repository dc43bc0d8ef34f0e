"""Statements: upload, look, correct, sign off into a household, or refuse. Nothing enters the book unseen."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from core.domain.account import Account
from core.domain.canonical import digest_of_bytes, from_plain, to_plain
from core.domain.errors import BadInput, NotFound, OutOfDate
from core.domain.frozen_map import FrozenMap
from core.domain.household import Household
from core.domain.intake import Correction, Disposition, Intake
from core.domain.issue import Issue
from core.domain.statement import StatementAccount
from core.ingest import findings, merge_lots, prove, read_file, reconcile
from core.ingest import page_image as draw_page
from core.market.securities import known
from core.words.numbers import as_typed
from core.workflow.desk import Desk
from core.workflow.households import household
from core.workflow.saving import Put, load, load_all, next_ids, put_with_events, save

EDITABLE: tuple[str, ...] = (
    "symbol", "cusip", "description", "asset_type", "quantity", "price", "unit", "market_value", "cost_basis",
    "accrued",
)  # fmt: skip
"""Fields of a row that a person may set on the review page."""
ACCOUNT_EDITABLE: tuple[str, ...] = ("stated_total", "cash", "registration", "owner", "number", "institution", "as_of")
"""Fields of an account; named with row -1."""

LOTS_ONLY = "lots"
"""The reader of files that hold lots and no positions: alone they would empty an account."""


def upload(desk: Desk, name: str, data: bytes, password: str | None = None) -> Intake:
    """Read one file in the limited child process and keep it with what was read.

    A file that cannot be read is kept out of the store: its `refused` says why, and nothing was saved.
    """
    return upload_together(desk, [(name, data)], password)[0]


def upload_together(
    desk: Desk,
    files: Sequence[tuple[str, bytes]],
    password: str | None = None,
    progress: Callable[[int], None] = lambda place: None,
) -> tuple[Intake, ...]:
    """Read files that arrived together: a lots file goes to the positions of its account, all is kept or nothing.

    `progress` is told the place (0, 1, …) of the file that is being read.
    """
    person = desk.require("upload")
    read = []
    for place, (name, data) in enumerate(files):
        progress(place)
        read.append(read_file(name, data, password))
    made = [
        Intake(
            id="",
            file=name,
            blob=digest_of_bytes(data),
            statement=statement,
            dispositions=tuple(Disposition() for _ in statement.accounts),
            uploaded_by=person.id,
            uploaded_at=desk.now(),
            refused=statement.refused or "",
        )
        for (name, data), statement in zip(files, merge_lots(read), strict=True)
    ]
    return _kept(desk, made, [data for _, data in files])


def _kept(desk: Desk, made: Sequence[Intake], contents: Sequence[bytes]) -> tuple[Intake, ...]:
    good = [place for place, intake in enumerate(made) if not intake.refused]
    ids = dict(zip(good, next_ids(desk, "statement", "S", len(good)), strict=True))
    named = tuple(replace(intake, id=ids.get(place, "")) for place, intake in enumerate(made))
    if good:
        with desk.store.transaction() as tx:
            for place in good:
                tx.put_blob(named[place].blob, contents[place], client=named[place].id)
                put_with_events(desk, tx, "statement.uploaded", _put(named[place]))
    return named


def statements(desk: Desk) -> tuple[Intake, ...]:
    """Every uploaded file in its latest version, newest first."""
    desk.require("read_clients")
    return tuple(reversed(load_all(desk, "statement", Intake)))


def statement(desk: Desk, statement_id: str) -> Intake:
    """One uploaded file as it stands now."""
    desk.require("read_clients")
    return load(desk, "statement", Intake, statement_id)


def page_image(desk: Desk, statement_id: str, page: int, dpi: int = 110) -> bytes:
    """One page of the file as a PNG; the file itself is never served."""
    desk.require("read_clients")
    held = statement(desk, statement_id)
    return draw_page(desk.store.blob(held.blob, client=held.id), page, dpi)


def correct(
    desk: Desk, statement_id: str, version: int, account: int, row: int, values: dict[str, str], reason: str
) -> Intake:
    """Set fields of one row (or of the account, row -1) and prove the account again; each change is recorded.

    `values` : field -> text as a person types it; empty text means "not printed".
    """
    person = desk.require("sign_off")
    old = _open_account(desk, statement_id, version, account)
    if not reason.strip():
        raise BadInput("reason", "say where the value comes from; it is kept in the audit trail")
    read = old.statement.accounts[account]
    changed = _with_values(read, row, values)
    before = _shown(read, row)
    corrections = tuple(
        Correction(account, row, field, before[field], text.strip(), reason.strip(), person.id, desk.now())
        for field, text in values.items()
        if before[field] != text.strip()
    )
    if not corrections:
        return old
    new = _with_account(old, account, prove(changed), corrections)
    save(desk, "statement.corrected", _put(new), note=f"account {account + 1}, row {row + 1}")
    return new


def sign_off(
    desk: Desk,
    statement_id: str,
    version: int,
    account: int,
    household_id: str,
    account_id: str | None = None,
    reason: str = "",
) -> tuple[Household, tuple[Issue, ...]]:
    """Let one account of the file become holdings of a household: a new account, or a known one's next version.

    An account that is not proven needs a reason; it is then marked `signed_off`.
    """
    person = desk.require("sign_off")
    old = _open_account(desk, statement_id, version, account)
    read = old.statement.accounts[account]
    if read.status != "proven" and not reason.strip():
        raise BadInput("reason", f"the account is {read.status}; say why it may be used all the same")
    if old.statement.reader == LOTS_ONLY:
        raise BadInput(old.file, "holds lots only; upload it together with the positions file of its account")
    _only_dollars(old.file, read)
    home = household(desk, household_id)
    new_home, issues = reconcile(read, home, account_id, known(), old.id)
    new_home = replace(
        new_home, accounts=_signed(home, new_home, "proven" if read.status == "proven" else "signed_off")
    )
    where = account_id or _newest(home, new_home)
    done = Disposition("signed_off", household_id, where, person.id, reason.strip())
    new = _with_disposition(old, account, done)
    with desk.store.transaction() as tx:
        put_with_events(
            desk, tx, "statement.signed_off", _put(new),
            Put("household", home.id, new_home.version, new_home, client=home.id), note=f"account {account + 1}",
        )  # fmt: skip
    return new_home, issues


def refuse(desk: Desk, statement_id: str, version: int, account: int, reason: str) -> Intake:
    """Refuse one account of the file, with the reason; nothing of it enters the book."""
    person = desk.require("sign_off")
    old = _open_account(desk, statement_id, version, account)
    if not reason.strip():
        raise BadInput("reason", "say why it is refused")
    new = _with_disposition(old, account, Disposition("refused", None, None, person.id, reason.strip()))
    save(desk, "statement.refused", _put(new), note=f"account {account + 1}")
    return new


def _only_dollars(file: str, read: StatementAccount) -> None:
    """The book is kept in dollars: amounts in another currency never pass for them."""
    foreign = sorted({line.currency for line in read.positions} | {read.currency})
    if foreign != ["USD"]:
        others = ", ".join(one for one in foreign if one != "USD")
        raise BadInput(
            file, f"holds amounts in {others}; the book is kept in dollars, so this account cannot be signed off"
        )


def _put(intake: Intake) -> Put:
    return Put("statement", intake.id, intake.version, intake, client=intake.id)


def _open_account(desk: Desk, statement_id: str, version: int, account: int) -> Intake:
    old = statement(desk, statement_id)
    if old.version != version:
        raise OutOfDate(f"{old.file} was changed meanwhile (version {old.version}); look again.")
    if not 0 <= account < len(old.dispositions):
        raise NotFound(f"{old.file} has no account {account + 1}.")
    if old.dispositions[account].state != "open":
        raise BadInput(old.file, f"account {account + 1} is already {old.dispositions[account].state}")
    return old


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
    if row < 0:
        return changed  # type: ignore[no-any-return]
    settled = FrozenMap({name: both for name, both in changed.doubts.items() if name not in values})
    line_seen = replace(changed, doubts=settled)
    positions = tuple(line_seen if i == row else line for i, line in enumerate(read.positions))
    return replace(read, positions=positions)


MONEY_FIELDS = frozenset({"quantity", "price", "unit", "market_value", "cost_basis", "accrued", "stated_total", "cash"})
REQUIRED_TEXT = frozenset({"description", "number", "institution", "owner"})


def _typed(name: str, text: str) -> str | None:
    text = text.strip()
    if name in MONEY_FIELDS:
        text = as_typed(text)
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


def _with_disposition(old: Intake, account: int, done: Disposition) -> Intake:
    dispositions = tuple(done if i == account else one for i, one in enumerate(old.dispositions))
    return replace(old, dispositions=dispositions, version=old.version + 1)


def _signed(old: Household, new: Household, proof: Any) -> tuple[Account, ...]:
    """The new household's accounts, those that the statement touched marked with how they were proven."""
    known = {account.id: account for account in old.accounts}
    return tuple(
        account if known.get(account.id) == account else replace(account, proof=proof) for account in new.accounts
    )


def _newest(old: Household, new: Household) -> str:
    known = {account.id: account for account in old.accounts}
    return next((account.id for account in new.accounts if known.get(account.id) != account), "")

"""Statements arriving: files are read, kept with what was read of them, and looked at. Nothing enters the book here."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from core.domain.canonical import digest_of_bytes
from core.domain.errors import BadInput, NotFound, OutOfDate
from core.domain.intake import Disposition, Intake
from core.domain.layout import Layout
from core.domain.statement import Statement
from core.ingest import Child, merge_lots
from core.ingest import page_image as draw_page
from core.workflow.desk import Desk
from core.workflow.language_model import Asked, ask_model
from core.workflow.layouts import in_use
from core.workflow.saving import Put, load, load_all, log, next_ids, put_with_events, save


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the reading is: the file's place (0, 1, …), and the page that is begun of how many."""

    file: int
    page: int = 0
    pages: int = 0


Listener = Callable[[Progress], None]


@dataclass(frozen=True, slots=True)
class _Read:
    """A file as it came, and what was read of it; `held` is the intake of the same bytes that the book has already."""

    name: str
    data: bytes
    statement: Statement
    asked: Asked | None = None
    held: Intake | None = None


def upload(desk: Desk, name: str, data: bytes, password: str | None = None) -> Intake:
    """Read one file in the limited child process and keep it with what was read.

    A file that cannot be read is kept out of the store: its `refused` says why, and nothing was saved.
    """
    return upload_together(desk, [(name, data)], password)[0]


def upload_together(
    desk: Desk,
    files: Sequence[tuple[str, bytes]],
    password: str | None = None,
    progress: Listener = lambda where: None,
) -> tuple[Intake, ...]:
    """Read files that arrived together, and keep all of them or none.

    A lots file goes to the positions of its account, in these files or in one that waits for its signature. Bytes
    that wait already are not read again: their intake is answered as it stands. `progress` may raise to stop;
    nothing is kept then.
    """
    person = desk.require("upload")
    layouts = in_use(desk)
    waiting = [one for one in load_all(desk, "statement", Intake) if _waits(one)]
    read: list[_Read] = []
    with Child() as child:
        for place, (name, data) in enumerate(files):
            progress(Progress(place))
            read.append(_read(desk, child, (name, data), password, layouts, waiting, place, progress))
    return _kept(desk, person.id, read, waiting)


def read_again(desk: Desk, statement_id: str, version: int, password: str | None = None) -> Intake:
    """Read a kept file anew, with the layouts of today; a new version where that finds something else.

    Corrections made by hand are given up, so nothing may be settled yet.
    """
    desk.require("sign_off")
    old = statement(desk, statement_id)
    if old.version != version:
        raise OutOfDate(f"{old.file} was changed meanwhile (version {old.version}); look again.")
    if not _open(old):
        raise BadInput(old.file, "is settled already, so it is not read again")
    with Child() as child:
        found = child.read(old.file, desk.store.blob(old.blob, client=old.id), password, in_use(desk))
    if found.refused:
        raise BadInput(old.file, found.refused)
    if found == old.statement:
        return old
    new = replace(
        old,
        statement=found,
        dispositions=tuple(Disposition() for _ in found.accounts),
        corrections=(),
        seen=(),
        version=old.version + 1,
    )
    save(desk, "statement.read_again", put_of(new), note=found.layout)
    return new


def statements(desk: Desk) -> tuple[Intake, ...]:
    """Every uploaded file in its latest version, newest first."""
    desk.require("read_clients")
    return tuple(reversed(load_all(desk, "statement", Intake)))


def statement(desk: Desk, statement_id: str) -> Intake:
    """One uploaded file as it stands now."""
    desk.require("read_clients")
    return load(desk, "statement", Intake, statement_id)


def page_image(desk: Desk, statement_id: str, page: int, dpi: int = 110, password: str | None = None) -> bytes:
    """One page of the file as a PNG; the file itself is never served."""
    desk.require("read_clients")
    held = statement(desk, statement_id)
    return draw_page(desk.store.blob(held.blob, client=held.id), page, dpi, password)


def put_of(intake: Intake) -> Put:
    """How an intake is stored: under a data key of its own."""
    return Put("statement", intake.id, intake.version, intake, client=intake.id)


def open_account(desk: Desk, statement_id: str, version: int, account: int) -> Intake:
    """The statement, if it is still in that version and the account is still open."""
    desk.require("read_clients")
    old = load(desk, "statement", Intake, statement_id)
    if old.version != version:
        raise OutOfDate(f"{old.file} was changed meanwhile (version {old.version}); look again.")
    if not 0 <= account < len(old.dispositions):
        raise NotFound(f"{old.file} has no account {account + 1}.")
    if old.dispositions[account].state != "open":
        raise BadInput(old.file, f"account {account + 1} is already {old.dispositions[account].state}")
    return old


def _read(
    desk: Desk,
    child: Child,
    file: tuple[str, bytes],
    password: str | None,
    layouts: tuple[Layout, ...],
    waiting: Sequence[Intake],
    place: int,
    progress: Listener,
) -> _Read:
    name, data = file
    blob = digest_of_bytes(data)
    held = next((one for one in reversed(waiting) if one.blob == blob), None)
    if held is not None:
        return _Read(name, data, held.statement, None, held)
    found = child.read(name, data, password, layouts, lambda page, count: progress(Progress(place, page, count)))
    found, asked = ask_model(desk, child, file, password, found)
    return _Read(name, data, found, asked)


def _kept(desk: Desk, person: str, read: Sequence[_Read], waiting: Sequence[Intake]) -> tuple[Intake, ...]:
    """All or nothing: new files, and those known ones that lots were added to."""
    others = [one for one in waiting if all(file.held is None or file.held.id != one.id for file in read)]
    merged = merge_lots([*(one.statement for one in read), *(one.statement for one in others)])
    fresh = _first_of_each([None if one.held or one.statement.refused else digest_of_bytes(one.data) for one in read])
    ids = dict(zip(fresh, next_ids(desk, "statement", "S", len(fresh)), strict=True))
    made: list[Intake] = []
    with desk.store.transaction() as tx:
        for asked in dict.fromkeys(one.asked for one in read if one.asked):
            log(desk, tx, "model.asked", "language_model", asked.model, 1, f"to help read a file, at {asked.host}")
        for place, file in enumerate(read):
            intake = _intake(desk, person, file, merged[place], ids.get(place, ""))
            made.append(intake if place in ids or intake.id or intake.refused else _twin(made, intake))
            if place in ids:
                tx.put_blob(intake.blob, file.data, client=intake.id)
                put_with_events(desk, tx, "statement.uploaded", put_of(intake))
        changed = [(old, new) for old, new in zip(others, merged[len(read) :], strict=True)]
        known = [(one.held, merged[place]) for place, one in enumerate(read) if one.held]
        for old, new in [*changed, *known]:
            if new != old.statement:
                fates = tuple(Disposition() for _ in new.accounts)
                grown = replace(old, statement=new, dispositions=fates, version=old.version + 1)
                put_with_events(desk, tx, "statement.merged", put_of(grown))
                made = [grown if one.id == grown.id else one for one in made]
    return tuple(made)


def _intake(desk: Desk, person: str, file: _Read, found: Statement, id: str) -> Intake:
    if file.held is not None:
        return file.held
    return Intake(
        id=id,
        file=file.name,
        blob=digest_of_bytes(file.data),
        statement=found,
        dispositions=tuple(Disposition() for _ in found.accounts),
        uploaded_by=person,
        uploaded_at=desk.now(),
        refused=found.refused or "",
    )


def _twin(made: Sequence[Intake], intake: Intake) -> Intake:
    """The same bytes twice in one upload are one file."""
    return next((one for one in made if one.blob == intake.blob and one.id), intake)


def _first_of_each(keys: Sequence[str | None]) -> list[int]:
    return [place for place, key in enumerate(keys) if key is not None and key not in keys[:place]]


def _open(intake: Intake) -> bool:
    return all(one.state == "open" for one in intake.dispositions)


def _waits(intake: Intake) -> bool:
    """Whether all of it is still to be decided, so that the same bytes need not be kept twice."""
    return bool(intake.dispositions) and _open(intake)

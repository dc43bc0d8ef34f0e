"""Layouts that people teach: looked at, tried, kept as versions with their events, shared as files, withdrawn."""

from dataclasses import replace

from core.domain.errors import BadInput, OutOfDate
from core.domain.intake import Intake
from core.domain.layout import Layout, Sketch
from core.domain.statement import Statement
from core.ingest import page_image, read_file, sketch_file
from core.ingest.layouts.profile import checked, from_toml, to_toml
from core.workflow.desk import Desk
from core.workflow.saving import Put, load, load_all, next_id, save

KIND = "layout"


def layouts(desk: Desk) -> tuple[Layout, ...]:
    """Every taught layout in its latest version, withdrawn ones too, newest first."""
    desk.require("read_clients")
    return tuple(reversed(load_all(desk, KIND, Layout)))


def layout(desk: Desk, layout_id: str) -> Layout:
    """One taught layout as it stands now."""
    desk.require("read_clients")
    return load(desk, KIND, Layout, layout_id)


def in_use(desk: Desk) -> tuple[Layout, ...]:
    """The layouts that statements are read with."""
    desk.require("upload")
    return tuple(one for one in load_all(desk, KIND, Layout) if not one.withdrawn)


def can_be_taught(read: Statement) -> bool:
    """Whether a refused file is readable and only its words are unknown, so that a layout may help."""
    return read.refused is not None and read.refused.endswith("could be found.")


def page_of_file(desk: Desk, data: bytes, page: int, dpi: int = 110, password: str | None = None) -> bytes:
    """One page of a file that is not kept, as a PNG, to be looked at while its layout is taught."""
    desk.require("upload")
    return page_image(data, page, dpi, password)


def look(desk: Desk, name: str, data: bytes, password: str | None = None) -> Sketch:
    """What a file shows that can be taught: heads with the reader's guesses, lines with amounts, headings."""
    desk.require("upload")
    return sketch_file(name, data, password)


def look_at_statement(desk: Desk, statement_id: str, password: str | None = None) -> Sketch:
    """The same of a file that is kept already."""
    desk.require("sign_off")
    name, data = _file(desk, statement_id)
    return sketch_file(name, data, password)


def try_layout(desk: Desk, name: str, data: bytes, tried: Layout, password: str | None = None) -> Statement:
    """What the file would be read as under this layout alone; nothing is kept."""
    desk.require("upload")
    return read_file(name, data, password, [checked(tried)])


def try_on_statement(desk: Desk, statement_id: str, tried: Layout, password: str | None = None) -> Statement:
    """The same with a file that is kept already."""
    desk.require("sign_off")
    name, data = _file(desk, statement_id)
    return read_file(name, data, password, [checked(tried)])


def teach(desk: Desk, taught: Layout) -> Layout:
    """Keep a layout: a new one where it has no id, else the next version of a known one.

    From here on every statement that prints these heads is read with it.
    """
    person = desk.require("sign_off")
    checked(taught)
    if not taught.id:
        made = replace(taught, id=next_id(desk, KIND, "L"), version=1, withdrawn=False)
    else:
        made = replace(taught, version=_current(desk, taught.id, taught.version).version + 1, withdrawn=False)
    made = replace(made, person=person.id, at=desk.now())
    save(desk, "layout.taught", _put(made), note=made.name)
    return made


def take_profile(desk: Desk, name: str, data: bytes) -> Layout:
    """Keep the layout of a profile file; one of the same name gets a new version. BadInput refuses a bad file."""
    person = desk.require("sign_off")
    read = from_toml(data, name)
    known = next((one for one in layouts(desk) if one.name == read.name), None)
    made = replace(
        read,
        id=known.id if known else next_id(desk, KIND, "L"),
        version=known.version + 1 if known else 1,
        person=person.id,
        at=desk.now(),
    )
    save(desk, "layout.received", _put(made), note=made.name)
    return made


def profile_file(desk: Desk, layout_id: str) -> str:
    """The profile file of a layout, to be shared: words and their meanings, nothing of a client."""
    desk.require("read_clients")
    return to_toml(load(desk, KIND, Layout, layout_id))


def withdraw(desk: Desk, layout_id: str, version: int, reason: str) -> Layout:
    """Read no statement with it any more; what was read stays as it is."""
    person = desk.require("sign_off")
    old = _current(desk, layout_id, version)
    if old.withdrawn:
        raise BadInput(old.name, "is withdrawn already")
    if not reason.strip():
        raise BadInput("reason", "say why it is withdrawn; it is kept in the audit trail")
    made = replace(old, version=old.version + 1, withdrawn=True, person=person.id, at=desk.now(), reason=reason.strip())
    save(desk, "layout.withdrawn", _put(made), note=made.name)
    return made


def _current(desk: Desk, layout_id: str, version: int) -> Layout:
    old = load(desk, KIND, Layout, layout_id)
    if old.version != version:
        raise OutOfDate(f"The layout {old.name} was changed meanwhile (version {old.version}); look again.")
    return old


def _file(desk: Desk, statement_id: str) -> tuple[str, bytes]:
    held = load(desk, "statement", Intake, statement_id)
    return held.file, desk.store.blob(held.blob, client=held.id)


def _put(made: Layout) -> Put:
    return Put(KIND, made.id, made.version, made)

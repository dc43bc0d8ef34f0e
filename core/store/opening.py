"""Open a home: make its folders, keys and tables at the first time, bring its tables up to date later."""

from collections.abc import Mapping
from pathlib import Path

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DatabaseError

from core.domain.errors import BadInput
from core.settings import Settings
from core.store import client_keys
from core.store.blobs import FolderBlobs, MemoryBlobs
from core.store.database import Database, FileDatabase, MemoryDatabase
from core.store.envelope import new_key
from core.store.files import make_folder
from core.store.keys import MASTER_VARIABLE, FolderKeys, KeyRing, Keys, MemoryKeys, environment, write_masters
from core.store.migrate import bring_up_to_date, make_tables
from core.store.signing_keys import known_keys, note_key
from core.store.store import Store
from core.store.witness import FolderWitness, MemoryWitness

BATCH = 100
NO_ADDRESS = "expected sqlite:///path/of/the/file.db"


def open_store(settings: Settings, variables: Mapping[str, str] | None = None) -> Store:
    """The store of a home, made where it is not there yet.

    `variables` : where the master key may stand (the process environment by default). Raises KeyMissing where a
    database is there and its keys are not, BadInput for a database that is not SQLite or cannot be opened.
    """
    path = _database_file(settings.database_url)
    make_folder(path.parent)
    database = FileDatabase(settings.database_url)
    try:
        bring_up_to_date(database)
    except DatabaseError as error:
        raise BadInput(str(path), f"cannot be opened as a database: {error.orig}") from None
    path.chmod(0o600)
    keys = FolderKeys(settings.keys, environment() if variables is None else variables)
    ring = _ring(database, keys)
    witness = FolderWitness(settings.anchors)
    return Store(database, ring, FolderBlobs(settings.blobs), witness, _weak_places(path, settings), keys)


def memory_store() -> Store:
    """An empty store in memory, with keys of its own: for samples, notebooks and tests."""
    database = MemoryDatabase()
    with database.writing() as connection:
        make_tables(connection)
    keys = MemoryKeys()
    return Store(database, _ring(database, keys), MemoryBlobs(), MemoryWitness(), (), keys)


def rotate_master_key(settings: Settings, variables: Mapping[str, str] | None = None) -> int:
    """Wrap every data key under a new master key; returns how many were re-wrapped by this call.

    May be stopped and called again at any point: both keys are kept until the last data key is re-wrapped, and a
    rotation that was stopped is finished before a new one begins. With the key in the environment, put the new
    key first there and call this.
    """
    given = environment() if variables is None else variables
    database = FileDatabase(settings.database_url)
    keys = FolderKeys(settings.keys, given)
    ring = _ring(database, keys)
    if not given.get(MASTER_VARIABLE) and len(ring.masters) == 1:
        write_masters(settings.keys, (new_key(), *ring.masters))
        ring = _ring(database, keys)
    done = 0
    while batch := _rewrap(database, ring):
        done += batch
    if not given.get(MASTER_VARIABLE):
        write_masters(settings.keys, (ring.master,))
    database.fold_log()
    return done


def _rewrap(database: Database, ring: KeyRing) -> int:
    with database.writing() as connection:
        return client_keys.rewrap(connection, ring, BATCH)


def _ring(database: Database, keys: Keys) -> KeyRing:
    """The keys; the public halves of the signing keys stand in the database from the first opening."""
    with database.writing() as connection:
        known = known_keys(connection)
        ring = keys.ring(known, fresh=not known)
        if not known:
            note_key(connection, ring.public)
    return ring


def _database_file(url: str) -> Path:
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise BadInput("PLUMBLINE_DATABASE_URL", NO_ADDRESS) from None
    if parsed.get_backend_name() != "sqlite" or not parsed.database:
        raise BadInput("PLUMBLINE_DATABASE_URL", NO_ADDRESS)
    return Path(parsed.database).resolve()


def _weak_places(database: Path, settings: Settings) -> tuple[str, ...]:
    """Keys and anchors in the database's own folder tree: whoever can rewrite the log can reach them too."""
    home = database.parent
    places = (("keys", settings.keys, "PLUMBLINE_KEYS"), ("anchors", settings.anchors, "PLUMBLINE_ANCHORS"))
    return tuple(
        f"The {name} lie beside the log ({folder}); name another volume in {variable}."
        for name, folder, variable in places
        if folder.resolve().is_relative_to(home)
    )

"""A fresh database comes to the newest tables by migrations, and those are the tables that the code speaks of."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor

from alembic.config import Config
from alembic.script import ScriptDirectory
from store_support import save, verdict

from core.settings import Settings
from core.store import open_store
from core.store.database import MemoryDatabase
from core.store.migrate import HEAD, MIGRATIONS, make_tables


def test_the_head_that_the_store_asks_for_is_the_newest_migration() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_current_head() == HEAD


def test_a_fresh_database_stands_at_the_head_with_the_tables_and_triggers_of_the_code(settings: Settings) -> None:
    open_store(settings, {})
    raw = sqlite3.connect(settings.home / "plumbline.db")
    memory = MemoryDatabase()
    with memory.writing() as connection:
        make_tables(connection)
        there = set(raw.execute("SELECT type, name FROM sqlite_master WHERE name <> 'alembic_version'"))
        there -= {("index", "sqlite_autoindex_alembic_version_1")}
        assert there == set(map(tuple, connection.exec_driver_sql("SELECT type, name FROM sqlite_master")))
        for kind, name in there:
            if kind == "trigger":
                same = f"SELECT sql FROM sqlite_master WHERE name = '{name}'"
                assert raw.execute(same).fetchall() == list(map(tuple, connection.exec_driver_sql(same)))
            if kind == "table":
                for about in ("table_info", "foreign_key_list"):
                    pragma = f"PRAGMA {about}({name})"
                    assert raw.execute(pragma).fetchall() == list(map(tuple, connection.exec_driver_sql(pragma)))
    assert raw.execute("SELECT version_num FROM alembic_version").fetchall() == [(HEAD,)]


def test_the_trail_is_a_rowid_table_that_counts_by_seq(settings: Settings) -> None:
    store = open_store(settings, {})
    save(store, "household", "H-1", 1, b"one", client="H-1")
    raw = sqlite3.connect(settings.home / "plumbline.db")
    assert raw.execute("SELECT rowid, seq FROM audit_event").fetchall() == [(1, 1)]


def test_many_may_open_a_fresh_home_at_once(settings: Settings) -> None:
    with ThreadPoolExecutor(6) as pool:
        stores = list(pool.map(lambda _: open_store(settings, {}), range(6)))
    assert len({store.public_key for store in stores}) == 1
    for number, store in enumerate(stores):
        save(store, "household", f"H-{number}", 1, b"one", client=f"H-{number}")
    assert verdict(stores[0]).checked == 6

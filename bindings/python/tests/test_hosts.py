"""Leitai can be loaded wherever Python meets SQLite."""
import sqlite3
import subprocess
import sys

import pytest

import leitai
from leitai import _auto

SQL = "SELECT name, camp FROM llm_players('以阿里巴巴、百度为代表的互联网派起步早。') WHERE kind = 'company' ORDER BY start"
ROWS = [("阿里巴巴", "互联网派"), ("百度", "互联网派")]


def test_path():
    assert sqlite3.sqlite_version_info >= (3, 40)
    with open(leitai.loadable_path() + ".so", "rb") as library:
        assert library.read(4) == b"\x7fELF"


def test_sqlite3():
    db = leitai.connect(":memory:")
    assert db.execute(SQL).fetchall() == ROWS


def test_sqlite3_open():
    db = sqlite3.connect(":memory:")
    leitai.load(db)
    assert db.execute(SQL).fetchall() == ROWS
    with pytest.raises(sqlite3.OperationalError, match="not authorized"):  # and leaves the door closed
        db.execute("SELECT load_extension('any')")


def test_without_load_extension(monkeypatch):
    monkeypatch.setattr(leitai, "_can_load", lambda connection: False)
    db = leitai.connect(":memory:", isolation_level=None)
    assert db.execute(SQL).fetchall() == ROWS
    with pytest.raises(leitai.LoadError, match=r"leitai\.connect"):
        leitai.load(db)
    with pytest.raises(sqlite3.OperationalError):  # another connection stays as it is
        sqlite3.connect(":memory:").execute("SELECT llm_version()")


def test_automatic_where_sqlite_is_not_shared(monkeypatch):
    class Library:
        sqlite3_auto_extension = sqlite3_cancel_auto_extension = staticmethod(lambda entry: 0)  # of some other SQLite

    monkeypatch.setattr(_auto, "_library", Library)
    with pytest.raises(leitai.LoadError, match="apsw or sqlean"):
        _auto.connect(leitai.loadable_path() + ".so", ":memory:")


def test_apsw():
    import apsw

    db = apsw.Connection(":memory:")
    leitai.load(db)
    assert list(db.execute(SQL)) == ROWS


def test_sqlean():
    from sqlean import dbapi2

    db = dbapi2.connect(":memory:")
    leitai.load(db)
    assert db.execute(SQL).fetchall() == ROWS


def test_sqlite_utils():
    import sqlite_utils

    db = sqlite_utils.Database(memory=True)
    leitai.load(db)
    assert list(db.query(SQL)) == [{"name": name, "camp": camp} for name, camp in ROWS]


@pytest.mark.parametrize("can_load", [True, False])
def test_sqlalchemy(tmp_path, monkeypatch, can_load):
    import sqlalchemy

    if not can_load:
        monkeypatch.setattr(leitai, "_can_load", lambda connection: False)
    engine = sqlalchemy.create_engine(f"sqlite:///{tmp_path}/a.db", poolclass=sqlalchemy.pool.QueuePool)
    with engine.connect() as db:
        db.execute(sqlalchemy.text("SELECT 1"))
    leitai.load(engine)
    with engine.connect() as one, engine.connect() as other:
        for db in (one, other):
            assert [tuple(row) for row in db.execute(sqlalchemy.text(SQL))] == ROWS


@pytest.mark.parametrize("thing", [None, "archive.db", 3])
def test_anything_else(thing):
    with pytest.raises(TypeError, match=type(thing).__name__):
        leitai.load(thing)


def test_threads_that_open_at_once():
    """An automatic extension is for one connect() alone, whatever the others do meanwhile."""
    script = (
        "import leitai, threading\n"
        "leitai._can_load = lambda connection: False\n"
        f"def ask(): assert leitai.connect(':memory:').execute({SQL!r}).fetchall() == {ROWS!r}; seen.append(1)\n"
        "seen = []\n"
        "threads = [threading.Thread(target=ask) for _ in range(16)]\n"
        "[t.start() for t in threads], [t.join() for t in threads]\n"
        "print(len(seen))"
    )
    assert subprocess.run([sys.executable, "-c", script], capture_output=True, text=True).stdout == "16\n"

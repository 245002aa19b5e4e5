"""Leitai reads Chinese articles inside SQLite and shows what they say as tables.

    import leitai

    db = leitai.connect("archive.db")
    db.execute("SELECT p.name, p.camp FROM articles a, llm_players(a.body) p")
"""
from __future__ import annotations

import sqlite3
import sys
from pathlib import Path
from typing import Any

from leitai import _auto

__all__ = ["LoadError", "connect", "load", "loadable_path"]


class LoadError(RuntimeError):
    """Leitai cannot be loaded there; the message says what to do."""


def loadable_path() -> str:
    """The path that load_extension() takes, without its suffix."""
    return str(Path(__file__).with_name("leitai"))


def connect(database: Any, **options: Any) -> sqlite3.Connection:
    """sqlite3.connect() with Leitai loaded, in every Python, also in those whose sqlite3 was built without load_extension()."""
    if _can_load(sqlite3.Connection):
        connection = sqlite3.connect(database, **options)
        load(connection)
        return connection
    return _auto.connect(loadable_path() + ".so", database, **options)


def load(target: Any) -> None:
    """Loads Leitai into an open connection (sqlite3, apsw, sqlean.py, sqlite-utils), or into all that an SQLAlchemy engine will open.

    Raises LoadError where the host cannot load extensions, TypeError for anything else.
    """
    if _is_engine(target):
        _load_in_engine(target)
    elif _can_load(target):
        _load_in_connection(target)
    elif _can_load(getattr(target, "conn", None)):  # sqlite_utils.Database
        _load_in_connection(target.conn)
    elif isinstance(target, sqlite3.Connection) or isinstance(getattr(target, "conn", None), sqlite3.Connection):
        raise LoadError(
            "this Python's sqlite3 was built without load_extension(), so Leitai cannot be loaded into an open connection: "
            "open it with leitai.connect(database), or use apsw or sqlean.py (pip install sqlean.py)"
        )
    else:
        raise TypeError(f"leitai.load() takes a connection to SQLite or an SQLAlchemy engine, not {type(target).__name__}")


def _can_load(connection: Any) -> bool:
    return hasattr(connection, "enable_load_extension") and hasattr(connection, "load_extension")


def _load_in_connection(connection: Any) -> None:
    connection.enable_load_extension(True)
    try:
        connection.load_extension(loadable_path())
    finally:
        connection.enable_load_extension(False)


def _is_engine(target: Any) -> bool:
    sqlalchemy = sys.modules.get("sqlalchemy")
    return sqlalchemy is not None and isinstance(target, sqlalchemy.engine.Engine)


def _load_in_engine(engine: Any) -> None:
    from sqlalchemy import event

    if engine.dialect.name != "sqlite":
        raise TypeError(f"leitai.load(): the engine is to be one of SQLite, this is one of {engine.dialect.name}")
    if _can_load(engine.dialect.dbapi.Connection):
        event.listen(engine, "connect", lambda connection, _: load(connection))
    else:
        event.listen(engine, "do_connect", lambda _dialect, _record, arguments, options: connect(*arguments, **options))
    engine.dispose()  # what is open already was opened without

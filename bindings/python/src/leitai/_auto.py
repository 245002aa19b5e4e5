"""Connecting with Leitai loaded where sqlite3 has no load_extension(), as in pyenv's and macOS's Pythons.

SQLite runs its automatic extensions on every connection that is opened; the SQLite to be told is the one that Python's own module is
linked with. The extension is automatic for one connect() alone: whatever else opens connections stays as it is.
"""
from __future__ import annotations

import ctypes
import sqlite3
import threading
from typing import Any

_one_at_a_time = threading.Lock()


def _library() -> ctypes.CDLL:
    import _sqlite3

    # By the module's handle, symbols are looked for in what the module is linked with, too.
    library = ctypes.CDLL(getattr(_sqlite3, "__file__", None))
    if not hasattr(library, "sqlite3_auto_extension"):
        raise _load_error()
    return library


def _load_error() -> Exception:
    from leitai import LoadError

    return LoadError(
        "this Python's sqlite3 can neither load extensions nor be told of one: use apsw or sqlean.py (pip install sqlean.py), "
        "Debian's python3, or a Python configured with --enable-loadable-sqlite-extensions"
    )


def _entry_point(extension: str) -> ctypes.c_void_p:
    return ctypes.cast(ctypes.CDLL(extension).sqlite3_leitai_init, ctypes.c_void_p)


def everywhere(extension: str) -> None:
    """From now on every connection of this process has Leitai, for programs that open connections out of our reach."""
    _library().sqlite3_auto_extension(_entry_point(extension))


def connect(extension: str, database: Any, **options: Any) -> sqlite3.Connection:
    library, entry_point = _library(), _entry_point(extension)
    with _one_at_a_time:
        library.sqlite3_auto_extension(entry_point)
        try:
            connection = sqlite3.connect(database, **options)
        finally:
            library.sqlite3_cancel_auto_extension(entry_point)
    try:
        connection.execute("SELECT llm_version()")
    except sqlite3.OperationalError:
        connection.close()
        raise _load_error() from None
    return connection

"""sqlite-utils with Leitai: `sqlite-utils query archive.db "SELECT … FROM articles a, llm_players(a.body) p"`."""
from __future__ import annotations

from typing import Any

from sqlite_utils import hookimpl
from sqlite_utils.utils import sqlite3

import leitai
from leitai import _auto

if not hasattr(sqlite3.Connection, "load_extension"):
    _auto.everywhere(leitai.loadable_path() + ".so")


@hookimpl
def prepare_connection(conn: Any) -> None:
    if hasattr(conn, "load_extension"):
        leitai.load(conn)

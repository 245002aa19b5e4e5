"""`leitai index`: an archive (llm_archive) over a table of articles, read with a progress bar, and further where it was stopped."""
from __future__ import annotations

import os
import sqlite3
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from tqdm import tqdm

import leitai


class Stopped(Exception):
    """Ctrl-C. What was read before is kept."""


def index(database: str, table: str, text: str, name: str, key: str | None = None, published: str | None = None, threads: int = 1) -> int:
    """Makes the archive `name`, if it is not there, and reads what it has not read. Gives the number of its articles."""
    if not os.path.exists(database):
        raise sqlite3.OperationalError(f"there is no database {database}")
    with closing(leitai.connect(database, isolation_level=None, check_same_thread=False)) as db:
        if not db.execute("SELECT 1 FROM sqlite_schema WHERE name = ?", (name,)).fetchone():
            options = {"text": text, "key": key, "published": published or _day(db, table)}
            given = [f"{option}={_quoted(column)}" for option, column in options.items() if column]
            arguments = ", ".join([_quoted(table), *given, f"threads={threads}", "later=1"])
            db.execute(f"CREATE VIRTUAL TABLE {_quoted(name)} USING llm_archive({arguments})")
        return _read_all(db, database, name)


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _day(db: sqlite3.Connection, table: str) -> str | None:
    """The column of the day, where the table is one that `leitai add` made."""
    columns = [row[1] for row in db.execute(f"PRAGMA table_info({_quoted(table)})")]
    return "published" if "published" in columns else None


def _read_all(db: sqlite3.Connection, database: str, name: str) -> int:
    """Reads in a thread, so that this one can show how far it is, and stop it."""
    outcome: list[int | Exception] = []

    def read() -> None:
        try:
            outcome.append(db.execute("SELECT llm_archive_sync(?)", (name,)).fetchone()[0])
        except Exception as error:
            outcome.append(error)

    reader = threading.Thread(target=read)
    with _terminal() as terminal, tqdm(unit=" articles", disable=None, file=terminal, leave=False) as bar:
        reader.start()
        try:
            while reader.is_alive():
                reader.join(0.2)
                _show(bar, database, name)
        except KeyboardInterrupt:
            db.interrupt()
            reader.join()
            raise Stopped(f"stopped; what was read is kept: leitai index {database} goes on from there") from None
    if isinstance(outcome[0], Exception):
        raise outcome[0]
    return outcome[0]


def _show(bar: tqdm, database: str, name: str) -> None:
    """As far as it is committed: another connection sees no more."""
    try:
        with closing(sqlite3.connect(f"{Path(database).absolute().as_uri()}?mode=ro", uri=True, timeout=0)) as db:
            done, total, speed = db.execute(f"SELECT articles, total, megabytes_per_second FROM {_quoted(name + '_progress')}").fetchone()
    except sqlite3.Error:  # busy, at this moment
        return
    if total:
        bar.total, bar.n = total, done
        bar.set_postfix_str(f"{speed:.0f} MB/s" if speed else "", refresh=False)
        bar.refresh()


@contextmanager
def _terminal() -> Iterator:
    """Standard error for the bar alone: the extension, which shows its progress on a terminal too, finds none there meanwhile."""
    sys.stderr.flush()
    with os.fdopen(os.dup(2), "w") as terminal, open(os.devnull, "w") as nowhere:
        os.dup2(nowhere.fileno(), 2)
        try:
            yield terminal
        finally:
            terminal.flush()
            os.dup2(terminal.fileno(), 2)

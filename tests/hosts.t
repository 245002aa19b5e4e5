#!/usr/bin/env python3
"""The extension works where analysts keep their SQLite: in Python's own module, and in a newer SQLite than it was built with (apsw's)."""
import subprocess, sys
from pathlib import Path

EXTENSION = str(Path(__file__).resolve().parent.parent / "build/leitai")
SQL = "SELECT s.sentence, s.body FROM (SELECT '甲。乙。' AS body) a LEFT JOIN llm_sentences(a.body) s"
ROWS = [(1, "甲。"), (2, "乙。")]


def own():
    """Debian's Python: pyenv's is built without loading."""
    script = f"import sqlite3; db = sqlite3.connect(':memory:'); db.enable_load_extension(True); db.load_extension({EXTENSION!r}); print(list(db.execute({SQL!r})))"
    run = subprocess.run(["/usr/bin/python3", "-c", script], capture_output=True, text=True)
    return None if "enable_load_extension" in run.stderr else run.stdout.strip() == str(ROWS)


def newer():
    try:
        import apsw
    except ImportError:
        return None
    db = apsw.Connection(":memory:")
    db.enable_load_extension(True)
    db.load_extension(EXTENSION)
    return list(db.execute(SQL)) == ROWS and list(db.execute("SELECT llm_debug('sqlite')")) == [(apsw.sqlite_lib_version(),)]


print("1..2")
for number, (host, name) in enumerate([(own, "Python's sqlite3"), (newer, "a newer SQLite (apsw)")], 1):
    good = host()
    print(f"{'not ok' if good is False else 'ok'} {number} - {name} loads the extension and joins{' # SKIP not here' if good is None else ''}")

#!/usr/bin/env python3
"""The extension works where analysts keep their SQLite: in Python's own module, and in a newer SQLite than it was built with (apsw's);
loaded more than once, and in another locale."""
import os, subprocess, sys
from pathlib import Path

EXTENSION = str(Path(__file__).resolve().parent.parent / "build/leitai")
LOCALES = Path(__file__).resolve().parent.parent / "build/locales"
SQL = "SELECT s.sentence, s.body FROM (SELECT '甲。乙。' AS body) a LEFT JOIN llm_sentences(a.body) s"
ROWS = [(1, "甲。"), (2, "乙。")]


def own():
    """Debian's Python: pyenv's is built without loading."""
    script = f"import sqlite3; db = sqlite3.connect(':memory:'); db.enable_load_extension(True); db.load_extension({EXTENSION!r}); print(list(db.execute({SQL!r})))"
    run = subprocess.run(["/usr/bin/python3", "-c", script], capture_output=True, text=True)
    return None if "enable_load_extension" in run.stderr else run.stdout.strip() == str(ROWS)


def debian(script):
    """What a script prints in Debian's Python, whose module can load extensions; None if it cannot."""
    load = f"import sqlite3\ndef opened():\n  db = sqlite3.connect(':memory:')\n  db.enable_load_extension(True)\n  db.load_extension({EXTENSION!r})\n  return db\n"
    run = subprocess.run(["/usr/bin/python3", "-c", load + script], capture_output=True, text=True, env={**os.environ, "LOCPATH": str(LOCALES)})
    return None if "enable_load_extension" in run.stderr else run.stdout.strip() or run.stderr


def unloaded():
    """The last connection that closes unloads it; the next one loads it again."""
    got = debian(f"dbs = [opened() for _ in range(3)]\nfor _ in range(20):\n  dbs.pop(0).close()\n  dbs.append(opened())\n"
                 f"for db in dbs: db.close()\ndb = opened()\ndb.load_extension({EXTENSION!r})\nprint(list(db.execute({SQL!r})))")
    return None if got is None else got == str(ROWS)


def turkish():
    """Where i is no I and 3,5 is a number: the same rows."""
    numbers = "SELECT group_concat(quote(value)), llm_number('3.5'), llm_title('IIII iiii') FROM llm_figures('AI公司IBM营收3.5亿元，增长12.5%。')"
    if not (LOCALES / "tr_TR.UTF-8").exists():
        LOCALES.mkdir(parents=True, exist_ok=True)
        if subprocess.run(["localedef", "-i", "tr_TR", "-f", "UTF-8", LOCALES / "tr_TR.UTF-8"], capture_output=True).returncode > 1: return None
    there = "import locale\nlocale.setlocale(locale.LC_ALL, 'tr_TR.UTF-8')\nassert locale.localeconv()['decimal_point'] == ','\n"
    ask = f"print(list(opened().execute({numbers!r})))"
    got = debian(there + ask)
    return None if got is None else got == debian(ask) and "350000000" in got


def newer():
    try:
        import apsw
    except ImportError:
        return None
    db = apsw.Connection(":memory:")
    db.enable_load_extension(True)
    db.load_extension(EXTENSION)
    return list(db.execute(SQL)) == ROWS and list(db.execute("SELECT llm_debug('sqlite')")) == [(apsw.sqlite_lib_version(),)]


hosts = [(own, "Python's sqlite3 loads the extension and joins"), (newer, "a newer SQLite (apsw) loads the extension and joins"),
         (unloaded, "it may be loaded by several connections, twice, and unloaded"), (turkish, "the locale tr_TR changes nothing")]
print(f"1..{len(hosts)}")
for number, (host, name) in enumerate(hosts, 1):
    good = host()
    print(f"{'not ok' if good is False else 'ok'} {number} - {name}{' # SKIP not here' if good is None else ''}")

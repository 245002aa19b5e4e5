#!/usr/bin/env python3
"""Whatever a program that is killed at any moment was doing to an archive (building it in steps or at once, following edits, syncing,
dropping it), the next one finds a sound database, and an archive that goes on from there. KILLS=500 tests/archive_kill.t for the long form.
The program is the sqlite3 shell, under a rollback journal and under WAL by turns."""
import os, random, subprocess, sys, tempfile, time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOAD = f".load {ROOT}/build/leitai"
KILLS = int(os.environ.get("KILLS", 12))
ARTICLES = 1200
OPTIONS = "articles, text=body, key=id"
BUILDS = [f"CREATE VIRTUAL TABLE IF NOT EXISTS arc USING llm_archive({OPTIONS}, threads=2);",
          f"CREATE VIRTUAL TABLE IF NOT EXISTS arc USING llm_archive({OPTIONS}, later=1);\nSELECT llm_archive_sync('arc');"]


def work(chance):
    """A program for the shell that runs for some tenths of a second."""
    firm = chance.choice(["百度", "华为", "阿里巴巴", "小鹏汽车"])
    low = chance.randrange(ARTICLES)
    edits = [f"UPDATE articles SET body = '{firm}发布了第' || id || '款模型，投入12.5亿元。' WHERE id BETWEEN {low} AND {low + 200};",
             f"DELETE FROM articles WHERE id BETWEEN {low} AND {low + 100};",
             f"INSERT OR REPLACE INTO articles SELECT value, '{firm}来了，去年投资了腾讯。' FROM generate_series({low}, {low + 200});",
             f"BEGIN; UPDATE articles SET body = body || '{firm}来了。' WHERE id % 9 = {low % 9}; DELETE FROM articles WHERE id = {low}; COMMIT;",
             "INSERT INTO arc(arc) VALUES ('sync');", "INSERT INTO arc(arc) VALUES ('rebuild');", "SELECT llm_archive_sync('arc');",
             "INSERT INTO arc(arc) VALUES ('pause');", "INSERT INTO arc(arc) VALUES ('resume');"]
    chance.shuffle(edits)
    end = "DROP TABLE arc;" if chance.random() < 0.3 else ""
    return "\n".join([LOAD, "PRAGMA busy_timeout = 5000;", chance.choice(BUILDS), *edits, end])


def ask(path, *sql):
    done = subprocess.run(["sqlite3", path, LOAD, *sql], capture_output=True, text=True)
    return (done.stdout + done.stderr).split()


def kill(path, chance):
    shell = subprocess.Popen(["sqlite3", path], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, text=True)
    shell.stdin.write(work(chance))
    shell.stdin.flush()
    time.sleep(chance.random() * 0.7)
    shell.kill()
    shell.wait()


CHECK = "INSERT INTO arc(arc) VALUES ('integrity-check')"
SAME = [f"SELECT count(*) FROM ({one} EXCEPT {other})" for table, columns in (("players", "name, mentions, start"), ("figures", "figure, value"))
        for one, other in [(f"SELECT key, {columns} FROM arc_{table}", f"SELECT id, {columns} FROM articles a, llm_{table}(a.body)")] for one, other in ((one, other), (other, one))]
ONCE = ["SELECT (SELECT count(*) FROM arc) - (SELECT count(*) FROM articles)", "SELECT count(*) FROM arc_pending"]


def problem(path):
    said = ask(path, "PRAGMA integrity_check", "SELECT count(*) FROM sqlite_schema WHERE name = 'arc'", "SELECT count(*) > 0 FROM sqlite_schema WHERE name GLOB 'arc_*'")
    if said != ["ok", "1", "1"]:
        return None if said == ["ok", "0", "0"] else said
    said = ask(path, CHECK, "INSERT INTO arc(arc) VALUES ('resume')", CHECK, *SAME, *ONCE, "PRAGMA integrity_check")
    return None if said == ["0"] * (len(SAME) + len(ONCE)) + ["ok"] else said


def main():
    chance = random.Random(int(os.environ.get("SEED", 1)))
    print("1..2")
    for number, mode in enumerate(("delete", "wal"), 1):
        path = tempfile.mkdtemp() + "/db"
        ask(path, f"PRAGMA journal_mode = {mode}", "CREATE TABLE articles(id INTEGER PRIMARY KEY, body TEXT)",
            f"INSERT INTO articles SELECT value, '百度发布了第' || value || '款模型。' FROM generate_series(1, {ARTICLES})")
        wrong = None
        for run in range(KILLS // 2):
            kill(path, chance)
            wrong = problem(path)
            if wrong:
                break
        print(f"{'not ' if wrong else ''}ok {number} - {KILLS // 2} programs killed, journal mode {mode}" + (f"\n# run {run}, {path}: {wrong}" if wrong else ""), flush=True)


main()

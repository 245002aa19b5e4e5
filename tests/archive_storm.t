#!/usr/bin/env python3
"""After a storm of random edits an archive is what reading every article anew would give: every table against its table function,
article by article, and against an archive that is made afterwards. STORM=10000 tests/archive_storm.t for the long form."""
import os, random, sys, tempfile
from pathlib import Path

try:
    import apsw
except ImportError:
    sys.exit(print("1..0 # SKIP apsw is not here"))

ROOT = Path(__file__).resolve().parent.parent
EDITS = int(os.environ.get("STORM", 400))
PAGES = [p.read_text(errors="replace") for p in sorted((ROOT / "../shared/archive").glob("*.md"))] + [
    p.read_bytes() for p in sorted((ROOT / "fixtures").glob("*.txt"))]
OWN = ["百度发布了文心一言。", "", None, "   ", "首先，腾讯有数据。其次，华为有芯片。", "12.5%的公司去年用上了大模型。"]
DATES = [None, "2023-05-09", "2024年2月1日", "2022-12-31 08:00", 1700000000, "soon", ""]


def connect(path):
    db = apsw.Connection(path)
    db.enable_load_extension(True)
    db.load_extension(str(ROOT / "build/leitai"))
    return db


class Storm:
    def __init__(self, db, plain):
        self.db, self.plain, self.chance = db, plain, random.Random(8)

    def text(self):
        c, page = self.chance, self.chance.choice(PAGES)
        kind = c.randrange(10)
        if kind < 3:
            return c.choice(OWN)
        if kind < 7:
            return page
        cut = c.randrange(len(page))
        return page[cut:cut + 3000] if kind < 9 else page[:cut] + page[cut + 40:]

    def key(self):
        return self.chance.randrange(1, 700)

    def row(self):
        return self.key(), f"url {self.key()}", self.text(), self.chance.choice(DATES)

    def edit(self):
        c, key = self.chance, self.key()
        how = c.randrange(14)
        if how < 4:
            return f"INSERT OR {c.choice(['REPLACE', 'IGNORE', 'ABORT', 'FAIL'])} INTO articles VALUES (?, ?, ?, ?)", self.row()
        if how < 7:
            return "UPDATE articles SET body = ? WHERE id = ?", (self.text(), key)
        if how == 7:
            return "UPDATE articles SET date = ? WHERE id BETWEEN ? AND ?", (c.choice(DATES), key, key + 3)
        if how == 8:
            return f"UPDATE OR {c.choice(['REPLACE', 'IGNORE', 'ABORT'])} articles SET id = ?, url = ? WHERE id = ?", (self.key(), f"url {self.key()}", key)
        if how == 9:
            return "INSERT INTO articles VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET body = excluded.body", self.row()
        if how == 10:
            return "UPDATE OR REPLACE articles SET url = 'url ' || (id % 50) WHERE id BETWEEN ? AND ?", (key, key + 2)
        if how == 11:
            return "UPDATE articles SET id = -id WHERE id BETWEEN ? AND ?", (-key, key // 8)
        return "DELETE FROM articles WHERE id = ? OR id BETWEEN ? AND ?", (key, key, key + c.randrange(3))

    def do(self, db, sql, values=()):
        try:
            db.execute(sql, values)
        except apsw.ConstraintError:
            pass

    def step(self):
        c = self.chance
        chance = c.random()
        inside = not self.db.get_autocommit()
        if chance < 0.05:
            self.do(self.db, "COMMIT" if inside else "BEGIN")
        elif chance < 0.07 and inside:
            self.do(self.db, "ROLLBACK")
        elif chance < 0.10:
            self.db.execute("SAVEPOINT s")
            for _ in range(3):
                self.do(self.db, *self.edit())
            if not self.db.get_autocommit():
                self.do(self.db, c.choice(["ROLLBACK TO s; RELEASE s", "RELEASE s"]))
        elif chance < 0.105:
            self.do(self.db, "INSERT INTO arc(arc) VALUES (?)", (c.choice(["pause", "resume", "sync", "optimize"]),))
        elif chance < 0.13 and not inside:
            self.do(self.plain, *self.edit())
        else:
            self.do(self.db, *self.edit())


def comparisons(db):
    for (table,) in list(db.execute("SELECT substr(name, 5) FROM sqlite_schema WHERE type = 'table' AND name GLOB 'arc_*' AND 'llm_' || substr(name, 5) IN (SELECT table_name FROM llm_schema)")):
        columns = [name for (name,) in db.execute("SELECT column_name FROM llm_schema WHERE table_name = ? AND column_name IS NOT NULL", (f"llm_{table}",))]
        anchor = ", (SELECT day FROM given g WHERE g.id = a.id)" if table == "dates" else ""
        archived = f"SELECT key, {', '.join(columns)} FROM arc_{table}"
        read = f"SELECT a.id, {', '.join('r.' + column for column in columns)} FROM articles a, llm_{table}(a.body{anchor}) r"
        yield f"arc_{table} is what llm_{table} gives, article by article", archived, read
    for table in ("names", "copies"):
        yield f"arc_{table} is what a new archive has", f"SELECT * FROM arc_{table}", f"SELECT * FROM new_{table}"


def differences(db, one, other):
    count = lambda sql: list(db.execute(f"SELECT count(*) FROM ({sql})"))[0][0]
    return count(one) != count(other), count(f"{one} EXCEPT {other}"), count(f"{other} EXCEPT {one}")


def main():
    if EDITS >= 10000 and len(PAGES) < 400:
        print("# without ../shared/archive the texts are our own fixtures alone")
    path = tempfile.mkdtemp() + "/db"
    db, plain = connect(path), apsw.Connection(path)
    list(db.execute("PRAGMA journal_mode = wal"))
    db.execute("PRAGMA synchronous = off; CREATE TABLE articles(id INTEGER PRIMARY KEY, url TEXT UNIQUE, body TEXT, date)")
    storm = Storm(db, plain)
    with db:
        for number, page in enumerate(PAGES, 1):
            db.execute("INSERT INTO articles VALUES (?, ?, ?, NULL)", (number, f"page {number}", page))
    db.execute("CREATE VIRTUAL TABLE arc USING llm_archive(articles, text=body, key=id, published=date, tables=all, threads=2)")
    for _ in range(EDITS):
        storm.step()
    if not db.get_autocommit():
        db.execute("COMMIT")
    db.execute("INSERT INTO arc(arc) VALUES ('integrity-check'); INSERT INTO arc(arc) VALUES ('resume'); INSERT INTO arc(arc) VALUES ('integrity-check')")
    db.execute("CREATE VIRTUAL TABLE new USING llm_archive(articles, text=body, key=id, published=date)")
    db.execute("CREATE TEMP TABLE given AS SELECT key AS id, a.day FROM arc_article a JOIN articles s ON s.id = a.key WHERE s.date NOT IN ('soon', '')")
    checks = list(comparisons(db))
    articles = list(db.execute("SELECT count(*) FROM articles"))[0][0]
    print(f"# {EDITS} edits, {articles} articles left\n1..{len(checks) + 1}")
    for number, (name, one, other) in enumerate(checks, 1):
        found = differences(db, one, other)
        print(f"{'not ' if any(found) else ''}ok {number} - {name}{found if any(found) else ''}")
    print(f"{'ok' if list(db.execute('PRAGMA integrity_check')) == [('ok',)] else 'not ok'} {len(checks) + 1} - the database is sound")


main()

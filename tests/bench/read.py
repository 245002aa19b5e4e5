#!/usr/bin/env python3
"""How fast articles are read, beside programs that only cut words or only change characters: MB of UTF-8 a second of one core.

    build/venv/bin/pip install apsw rjieba jieba opencc
    build/venv/bin/python tests/bench/read.py [FOLDER]        FOLDER: articles, one a file; ../shared/archive

Each round runs everything once, one after the other, in one process; counted is processor time, so that other work on the machine does
not, and the best round stands."""
import apsw, logging, sys, time
from pathlib import Path

import jieba, opencc, rjieba

ROOT = Path(__file__).resolve().parent.parent.parent
ROUNDS = 5


def connect(pages):
    db = apsw.Connection(":memory:")
    db.enable_load_extension(True)
    db.load_extension(str(ROOT / "build/leitai"))
    db.execute("CREATE TABLE pages(body)")
    db.executemany("INSERT INTO pages VALUES (?)", [(page,) for page in pages])
    return db


def every_table(db):
    tables = [row[0] for row in db.execute("SELECT table_name FROM llm_schema WHERE column_name IS NULL AND type LIKE '(text%' AND table_name <> 'llm_tokens'")]
    return "SELECT sum({}) FROM pages p".format(" + ".join(f"(SELECT count(*) FROM {table}(p.body))" for table in tables))


def sql(db, query, tagger=1):
    def run(_):
        db.execute(f"SELECT llm_option('tagger', {tagger})").fetchall()
        return db.execute(query).fetchall()
    return run


def main():
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared/archive"
    pages = [path.read_text(errors="replace") for path in sorted(folder.iterdir()) if path.suffix in (".md", ".txt")]
    megabytes = sum(len(page.encode()) for page in pages) / 1e6
    jieba.setLogLevel(logging.ERROR)
    jieba.initialize()
    rjieba.cut("一")
    simplify = opencc.OpenCC("t2s")
    db = connect(pages)
    tasks = [
        ("every row of every table", "Leitai", sql(db, every_table(db))),
        ("the same without the tagger", "Leitai", sql(db, every_table(db), tagger=0)),
        ("restored text", "Leitai", sql(db, "SELECT sum(length(llm_clean(body))) FROM pages")),
        ("restored text cut into words", "Leitai", sql(db, "SELECT sum((SELECT count(*) FROM llm_tokens(body))) FROM pages")),
        ("text cut into words", "rjieba", lambda texts: [rjieba.cut(text) for text in texts]),
        ("text cut into words", "jieba", lambda texts: [list(jieba.cut(text)) for text in texts]),
        ("traditional made simplified", "OpenCC", lambda texts: [simplify.convert(text) for text in texts]),
    ]
    best = [float("inf")] * len(tasks)
    for _ in range(ROUNDS):
        for i, (_, _, run) in enumerate(tasks):
            start = time.process_time()
            run(pages)
            best[i] = min(best[i], time.process_time() - start)
    print(f"{len(pages)} pages, {megabytes:.1f} MB\n\n| task | program | MB/s |\n| --- | --- | --- |")
    for (task, program, _), seconds in zip(tasks, best):
        print(f"| {task} | {program} | {megabytes / seconds:.1f} |")


main()

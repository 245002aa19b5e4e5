#!/usr/bin/env python3
"""FTS5 with the tokenizer leitai beside trigram and unicode61: what is found, how fast rows go in, how large the index is.

    build/venv/bin/pip install apsw rjieba
    build/venv/bin/python tests/bench/search.py [FOLDER]        FOLDER: articles, one a file; ../shared/archive

Queries are the two-character words of the articles, as rjieba cuts them. An article should be found if its restored text has the two
characters side by side (recall); it is a good find if rjieba, cutting as search engines do, has the word there too (precision).
Insert speed and query time are the best of interleaved rounds, in one process; sizes are pages of the index after 'optimize'."""
import apsw, random, re, sys, time
from pathlib import Path

import rjieba

ROOT = Path(__file__).resolve().parent.parent.parent
TOKENIZERS = {"leitai": "leitai", "leitai pinyin": "leitai pinyin", "trigram": "trigram", "unicode61": "unicode61"}
TWO = re.compile("[\u4e00-\u9fff]{2}")
ROUNDS = 5


def connect():
    db = apsw.Connection(":memory:")
    db.enable_load_extension(True)
    db.load_extension(str(ROOT / "build" / "leitai"))
    return db


def insert(tokenizer, pages):
    db = connect()
    db.execute(f"CREATE VIRTUAL TABLE s USING fts5(body, content='', tokenize=\"{tokenizer}\")")
    start = time.perf_counter()
    db.execute("BEGIN")
    db.executemany("INSERT INTO s(rowid, body) VALUES (?, ?)", enumerate(pages))
    db.execute("COMMIT")
    seconds = time.perf_counter() - start
    db.execute("INSERT INTO s(s) VALUES ('optimize')")
    return db, seconds, db.execute("SELECT sum(length(block)) FROM s_data").get


def ask(db, word):
    return {row for (row,) in db.execute("SELECT rowid FROM s WHERE s MATCH ?", ('"%s"' % word,))}


def main():
    folder = Path((sys.argv[1:] + [ROOT.parent / "shared" / "archive"])[0])
    pages = [path.read_text(errors="replace") for path in sorted(folder.iterdir()) if path.suffix in (".md", ".txt")]
    db = connect()
    clean = [db.execute("SELECT group_concat(body, char(10)) FROM llm_paragraphs(?)", (page,)).get or "" for page in pages]
    has_word = {}
    for row, text in enumerate(clean):
        for word in {w for w in rjieba.cut_for_search(text) if TWO.fullmatch(w)}:
            has_word.setdefault(word, set()).add(row)
    words = sorted(has_word)
    has_text = {word: {row for row, text in enumerate(clean) if word in text} for word in words}
    size = sum(len(page.encode()) for page in pages)
    made, speed, query = {}, {}, {}
    for _ in range(ROUNDS):
        for name, tokenizer in TOKENIZERS.items():
            db, seconds, index = insert(tokenizer, pages)
            made[name] = db, index
            speed[name] = max(speed.get(name, 0), size / seconds / 1e6)
    some = random.Random(1).sample(words, 2000)
    for _ in range(ROUNDS):
        for name, (db, _) in made.items():
            start = time.perf_counter()
            for word in some:
                ask(db, word)
            query[name] = min(query.get(name, 1e9), (time.perf_counter() - start) / len(some))
    print(f"{len(pages)} articles, {size / 1e6:.1f} MB; {len(words)} two-character words\n")
    print(f"{'':14} {'recall':>7} {'precision':>9} {'insert':>10} {'index':>9} {'query':>9}")
    for name, (db, index) in made.items():
        found = good = sought = right = 0
        for word in words:
            rows = ask(db, word)
            found += len(rows)
            right += len(rows & has_text[word])
            sought += len(has_text[word])
            good += len(rows & has_word[word])
        missed = [w for w in words if has_text[w] - ask(db, w)] if name.startswith("leitai") else []
        print(f"{name:14} {right / sought:7.4f} {good / found if found else float('nan'):9.4f} {speed[name]:5.1f} MB/s {index / 1e6:6.2f} MB {query[name] * 1e6:6.1f} µs", *missed[:20])


main()

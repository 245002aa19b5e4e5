"""The command `leitai`: puts articles into an SQLite database, reads all of them, shows one."""
from __future__ import annotations

import argparse
import json
import os
import sqlite3
import sys
from collections import Counter
from contextlib import closing

from tqdm import tqdm

import leitai
from leitai import archive, pages

ARTICLES = """CREATE TABLE IF NOT EXISTS articles(
  id INTEGER PRIMARY KEY,
  source TEXT NOT NULL UNIQUE, -- the file, and the row in it where there are several
  title TEXT, author TEXT, published TEXT, url TEXT,
  body TEXT NOT NULL,
  more TEXT -- what else the row of a CSV or JSONL file said, as JSON
)"""

# What the file does not tell, the article may.
PUT = """INSERT INTO articles(source, title, author, published, url, body, more)
VALUES (:source, coalesce(:title, llm_title(:body)), coalesce(:author, llm_author(:body)), coalesce(:published, llm_published(:body)), :url, :body, :more)
ON CONFLICT(source) DO UPDATE SET title = excluded.title, author = excluded.author, published = excluded.published, url = excluded.url,
  body = excluded.body, more = excluded.more
WHERE (title, author, published, url, body, more) IS NOT
  (excluded.title, excluded.author, excluded.published, excluded.url, excluded.body, excluded.more)"""


def add(database: str, paths: list[str], text: str | None = None) -> Counter[str]:
    """Puts the articles of files into the table `articles`; an article that came from the same place before is replaced.

    Counts what was `added`, `changed`, is `the same` as before, and `not read`; each file is taken whole or not at all.
    """
    done: Counter[str] = Counter()
    with closing(leitai.connect(database)) as db:
        db.execute(ARTICLES)
        for path in tqdm(list(pages.files(paths)), unit=" files", disable=None, leave=False):
            try:
                with db:
                    done += Counter(_put(db, article) for article in pages.read(path, _decoder(db), text))
            except pages.NotReadable as problem:
                tqdm.write(f"leitai add: {problem}", file=sys.stderr)
                done["not read"] += 1
    return done


def _decoder(db: sqlite3.Connection) -> pages.Decode:
    return lambda stored: db.execute("SELECT llm_decode(?)", (stored,)).fetchone()[0]


def _put(db: sqlite3.Connection, article: pages.Article) -> str:
    known = db.execute("SELECT 1 FROM articles WHERE source = ?", (article.source,)).fetchone()
    more = json.dumps(article.more, ensure_ascii=False) if article.more else None
    put = db.execute(PUT, {**vars(article), "more": more})
    return "the same" if put.rowcount <= 0 else "changed" if known else "added"


def show(path: str, style: str) -> str:
    """The article of a file with everything found in it marked, for a terminal (`ansi`) or as a page (`html`)."""
    with closing(leitai.connect(":memory:")) as db:
        article = next(pages.read(path, _decoder(db)), None)
        if article is None:
            raise pages.NotReadable(f"{path}: no article in it")
        return db.execute("SELECT llm_annotate(?, ?)", (article.body, style)).fetchone()[0]


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="leitai", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")

    adding = commands.add_parser("add", help="put the articles of files into a database")
    adding.add_argument("database", metavar="ARCHIVE.db")
    adding.add_argument("files", nargs="+", metavar="FILE", help="txt, md, html, jsonl or csv, or a folder of them")
    adding.add_argument("--text", metavar="FIELD", help="the column or key that holds the text, for csv and jsonl")

    indexing = commands.add_parser("index", help="read all articles of a table, and keep what they say in tables of their own")
    indexing.add_argument("database", metavar="ARCHIVE.db")
    indexing.add_argument("--table", default="articles", help="the table of articles (articles)")
    indexing.add_argument("--text", default="body", help="its column of the text (body)")
    indexing.add_argument("--key", help="its column that tells one article from another (its INTEGER PRIMARY KEY)")
    indexing.add_argument("--published", help="its column of the day, from which relative dates are told (published, if there is one)")
    indexing.add_argument("--name", default="arc", help="what the archive is called: arc, and its tables arc_players, arc_claims … (arc)")
    indexing.add_argument("--threads", type=int, default=1, metavar="N", help="how many threads read (1)")

    showing = commands.add_parser("show", help="show an article with everything found in it marked")
    showing.add_argument("file", metavar="FILE")
    showing.add_argument("--html", action="store_true", help="as a page for the browser, not in the terminal's colours")
    return parser


def _run(given: argparse.Namespace) -> int:
    if given.command == "add":
        done = add(given.database, given.files, given.text)
        print(", ".join(f"{count} {what}" for what, count in done.items()) or "no files")
        return 1 if done["not read"] else 0
    if given.command == "index":
        count = archive.index(given.database, given.table, given.text, given.name, given.key, given.published, given.threads)
        print(f"{count} articles read; see {given.name}_players, {given.name}_claims …")
        return 0
    print(show(given.file, "html" if given.html else "ansi"))
    return 0


def main() -> int:
    try:
        code = _run(_arguments().parse_args())
        sys.stdout.flush()
        return code
    except BrokenPipeError:  # leitai show FILE | head
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except archive.Stopped as stop:
        print(f"leitai: {stop}", file=sys.stderr)
        return 130
    except (leitai.LoadError, pages.NotReadable, sqlite3.Error) as problem:
        print(f"leitai: {problem}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Holds what the lines of real pages are, and where hard-wrapped lines are joined, to what a reader sees. The pages are not ours:
only line numbers are kept here (tests/pages/), and without the pages the tests are skipped.

kinds.tsv was drafted by the program and then corrected by eye, line by line, so it tells of changes, not of first impressions.
"""
import json, re, subprocess
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
BOUND = 0.98


def rows(path):
    return [line.split("\t") for line in path.read_text().splitlines() if not line.startswith("#")]


def paragraphs(page):
    """(first line, last line, kind) of every paragraph, lines of the page as stored counted from 1."""
    sql = f"SELECT start, length, kind FROM llm_paragraphs(CAST(readfile('{page}') AS TEXT));"
    run = subprocess.run(["sqlite3", ":memory:"], input=f".load {ROOT}/build/leitai\n.mode json\n{sql}\n", capture_output=True, text=True, check=True)
    text = page.read_bytes().decode("utf-8", errors="replace")
    line = lambda place: text.count("\n", 0, place) + 1
    return [(line(p["start"] - 1), line(p["start"] + p["length"] - 2), p["kind"]) for p in json.loads(run.stdout)]


def f1_of_kinds(page, wanted):
    got = {n: kind for first, last, kind in paragraphs(page) for n in range(first, last + 1)}
    bare = {n for n, line in enumerate(page.read_text(errors="replace").split("\n"), 1) if not re.search("[\u4e00-\u9fff]", line)}
    lines = {n: kind for first, last, kind in wanted for n in range(int(first), int(last) + 1) if n in got or n not in bare}
    return sum(kind == got.get(n) for n, kind in lines.items()) / len(lines)


def joins(page, end):
    return " ".join(f"{first}-{last}" for first, last, _ in paragraphs(page) if first < last <= int(end))


def not_settled():
    """Pages whose restored body, restored again, is another."""
    pages = [*sorted((SHARED / "archive").glob("*.md")), *sorted((SHARED / "gold").glob("*/*.txt"))]
    values = ",".join(f"('{page}')" for page in pages)
    sql = f"""WITH page(path) AS (VALUES {values}), clean(path, body) AS MATERIALIZED
      (SELECT path, llm_clean(CAST(readfile(path) AS TEXT)) FROM page) SELECT path FROM clean WHERE body <> llm_clean(body);"""
    run = subprocess.run(["sqlite3", ":memory:"], input=f".load {ROOT}/build/leitai\n{sql}\n", capture_output=True, text=True, check=True)
    return len(pages), run.stdout.split()


def main():
    wanted = defaultdict(list)
    for page, *rest in rows(ROOT / "tests/pages/kinds.tsv"):
        wanted[page].append(rest)
    articles = rows(ROOT / "tests/pages/joins.tsv")
    count = len(wanted) + len(articles) + 1
    print(f"1..{count}")
    if not SHARED.exists():
        for number in range(1, count + 1):
            print(f"ok {number} # SKIP the pages are not here")
        return
    for number, (page, kinds) in enumerate(sorted(wanted.items()), 1):
        f1 = f1_of_kinds(SHARED / "gold/dev" / f"{page}.txt", kinds)
        print(f"{'ok' if f1 >= BOUND else 'not ok'} {number} - {page}: kinds {f1:.3f}, at least {BOUND}")
    for number, (article, spans, end) in enumerate(articles, len(wanted) + 1):
        right = joins(SHARED / "archive" / f"{article}.md", end) == spans
        print(f"{'ok' if right else 'not ok'} {number} - article {article}: {len(spans.split())} paragraphs joined")
    pages, others = not_settled()
    print("".join(f"# {page}\n" for page in others) + f"{'not ok' if others else 'ok'} {count} - llm_clean changes nothing in its own output: {pages} pages")


main()

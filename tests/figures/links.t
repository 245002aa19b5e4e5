#!/usr/bin/env python3
"""Holds llm_figures' metric, subject, direction and period to what a reader sees in the articles of ../shared/gold (links.tsv).

What: one TAP line for the first article (all right), one for the others together (85 of 100 figures right in all four columns).
With --errors every wrong one is shown. Skips where the articles are not there.
Limits: a figure that is not found at all counts as wrong; which of several right readings is taken does not matter.
"""
import json, os, subprocess, sys
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
GOLD = HERE.parent.parent.parent / "shared" / "gold"
EXTENSION = HERE.parent.parent / "build" / "leitai.so"
COLUMNS = ("metric", "subject", "direction", "period")
LONGER = 7  # a metric may hold so many characters more than it must


def wanted():
    articles = defaultdict(list)
    for line in (HERE / "links.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            article, figure, *columns = line.split("\t")
            articles[article].append((figure, [c.split("|") for c in columns]))
    return articles


def rows(path):
    sql = f".load {EXTENSION}\n.mode json\nSELECT figure, metric, subject, direction, period FROM llm_figures(CAST(readfile('{path}') AS TEXT));"
    run = subprocess.run([os.environ.get("SQLITE3", "sqlite3"), ":memory:"], input=sql, capture_output=True, text=True)
    if run.returncode:
        sys.exit(run.stderr)
    return json.loads(run.stdout or "[]")


def is_right(column, readings, got):
    if got is None:
        return "-" in readings
    if column != "metric":
        return got in readings
    return any(r != "-" and ((r in got and len(got) <= len(r) + LONGER) or (got in r and len(got) > 1)) for r in readings)


def judge(article, figures, errors):
    path = next(iter(GOLD.glob(f"*/{article}.txt")))
    got, at, right = rows(path), 0, defaultdict(int)
    for figure, columns in figures:
        found = next((i for i in range(at, len(got)) if got[i]["figure"] == figure), None)
        wrong = ["missing"] if found is None else [c for c, r in zip(COLUMNS, columns) if not is_right(c, r, got[found][c])]
        for c in COLUMNS:
            right[c] += found is not None and c not in wrong
        right["all"] += not wrong
        if wrong and errors:
            print(f"# {article} {figure}: {', '.join(wrong)}; got {[got[found][c] for c in COLUMNS] if found is not None else None}")
        at = at if found is None else found + 1
    return right


def main():
    if not GOLD.is_dir() or not EXTENSION.exists():
        return print("1..0 # SKIP no articles, or nothing built")
    errors = "--errors" in sys.argv
    totals, counts = {"first": defaultdict(int), "others": defaultdict(int)}, defaultdict(int)
    for article, figures in wanted().items():
        part = "first" if article == "seed" else "others"
        counts[part] += len(figures)
        for c, n in judge(article, figures, errors).items():
            totals[part][c] += n
    for number, (part, least) in enumerate((("first", 1.0), ("others", 0.85)), 1):
        share = totals[part]["all"] / counts[part]
        print(f"{'ok' if share >= least else 'not ok'} {number} - metric, subject, direction and period of the figures of the {part}")
        print("# " + ", ".join(f"{c} {totals[part][c] / counts[part]:.3f}" for c in (*COLUMNS, "all")) + f" of {counts[part]}")
    print("1..2")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Of the players and models that are found on thirty pages of the archive, nineteen in twenty are such as a reader has called right, and
nine in ten of those are found. Who is right to be found there and not listed in tests/archive_names.tsv is to be read, and listed."""
import subprocess
from pathlib import Path

HERE = Path(__file__).resolve().parent
ARCHIVE = HERE.parent.parent / "shared/archive"


def rows(pages):
    sql = [f".load {HERE.parent}/build/leitai"]
    for page in pages:
        text = f"CAST(readfile('{ARCHIVE}/{page}.md') AS TEXT)"
        sql += [f"SELECT '{page}' || char(9) || '{table}' || char(9) || name FROM llm_{table}({text});" for table in ("players", "models")]
    return set(subprocess.run(["sqlite3", ":memory:"], input="\n".join(sql), capture_output=True, text=True, check=True).stdout.splitlines())


def main():
    right = {line for line in (HERE / "archive_names.tsv").read_text(encoding="utf-8").splitlines() if not line.startswith("#")}
    pages = sorted({line.split("\t")[0] for line in right})
    if not all((ARCHIVE / f"{page}.md").exists() for page in pages):
        return print("1..0 # SKIP no archive")
    found = rows(pages)
    print("1..2")
    for number, what, part, whole in ((1, "found rows are right", found & right, found), (2, "right rows are found", found & right, right)):
        share, least = len(part) / max(1, len(whole)), (0.95, 0.90)[number - 1]
        print(f"{'ok' if share >= least else 'not ok'} {number} - {what}: {share:.3f}, at least {least}")
        for row in sorted(whole - part):
            print("# " + row.replace("\t", " "))


main()

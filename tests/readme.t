#!/usr/bin/env python3
"""Holds README.md to the truth: its list of tables is llm_schema's, every function stands in it, and its console blocks show what
their commands print. `tests/readme.t --write` writes the tables and the outputs anew."""
import re, subprocess, sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TABLES = """SELECT '| `' || s.table_name || ifnull(s.type, '') || '` | ' || s.meaning || ' | ' || (SELECT group_concat('`' || c.column_name || '`', ' ')
  FROM llm_schema c WHERE c.table_name = s.table_name AND c.column_name IS NOT NULL) || ' |' FROM llm_schema s WHERE s.column_name IS NULL"""
FUNCTIONS = "SELECT DISTINCT name FROM pragma_function_list WHERE name LIKE 'llm!_%' ESCAPE '!' ORDER BY name"


def ask(sql):
    return subprocess.run(["sqlite3", ":memory:", f".load {ROOT}/build/leitai", sql], capture_output=True, text=True, check=True).stdout


def tables(_):
    return f"<!-- tables -->\n| table | one row per … | columns |\n| --- | --- | --- |\n{ask(TABLES)}<!-- /tables -->"


def console(block):
    command = re.match(r"```console\n\$ (.*)\n", block).group(1)
    run = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True)
    return f"```console\n$ {command}\n{run.stdout}{run.stderr}```"


def main():
    readme = ROOT / "README.md"
    text = readme.read_text()
    parts = [(r"<!-- tables -->.*?<!-- /tables -->", tables), (r"```console\n.*?```", console)]
    checks = [("README.md lists the tables as llm_schema does", "<!-- tables -->" in text)]
    for pattern, made in parts:
        for block in re.findall(pattern, text, re.S):
            wanted = made(block)
            checks.append((f"README.md: {block.splitlines()[min(1, block.count(chr(10)))]}", block == wanted))
            text = text.replace(block, wanted)
    checks += [(f"README.md tells of {name}", f"`{name}(" in text) for name in ask(FUNCTIONS).split()]
    if sys.argv[1:] == ["--write"]:
        return readme.write_text(text)
    print(f"1..{len(checks)}")
    for number, (name, good) in enumerate(checks, 1):
        print(f"{'ok' if good else 'not ok'} {number} - {name}")


main()

#!/usr/bin/env python3
"""Holds what is found on annotated pages to the bounds in tests/gold.tsv: our fixtures by tests/gold.py, the annotated articles that
are not ours by ../shared/score.py, where they are, and by tests/gold.py for what that does not look at. A bound is what has been reached;
it is only ever raised."""
import re, subprocess, sys
from math import floor
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
import gold

SHARED = gold.ROOT.parent / "shared"
OWN_LISTS = "claim kinds", "claim sources", "speakers found"  # of what was found, how much is right in one more respect


def scored(name):
    """{list: F1} of a set of pages; None where it is not to be had."""
    if name == "fixtures":
        return gold.total(map(gold.score, gold.pages(gold.ROOT / "fixtures")))
    if not (SHARED / "score.py").exists():
        return None
    run = subprocess.run([sys.executable, SHARED / "score.py", gold.ROOT / "build/leitai.so", SHARED / "gold" / name], capture_output=True, text=True)
    own = gold.total(map(gold.score, gold.pages(SHARED / "gold" / name)))
    return {table: float(value) for table, value in re.findall(r"^(\w+) +\S+ +\S+ +([\d.]+)  ", run.stdout, re.M)} | {table: own[table] for table in OWN_LISTS}


def check(bounds, sets):
    print(f"1..{len(bounds)}")
    for number, (name, table, bound) in enumerate(bounds, 1):
        if sets[name] is None:
            print(f"ok {number} - {name}: {table} # SKIP the annotated articles are not here")
        else:
            got = sets[name].get(table, 0)
            print(f"{'ok' if got >= float(bound) else 'not ok'} {number} - {name}: {table} {got:.3f}, at least {bound}")


def main():
    path = Path(__file__).parent / "gold.tsv"
    lines = path.read_text().splitlines()
    bounds = [line.split("\t") for line in lines if not line.startswith("#")]
    sets = {name: scored(name) for name in dict.fromkeys(name for name, _, _ in bounds)}
    if sys.argv[1:] != ["--raise"]:
        return check(bounds, sets)
    raised = [f"{name}\t{table}\t{max(float(bound), floor((sets[name] or {}).get(table, 0) * 1000) / 1000):.3f}" for name, table, bound in bounds]
    path.write_text("\n".join([line for line in lines if line.startswith("#")] + raised) + "\n")


main()

#!/usr/bin/env python3
"""How well names are found that no list has.

    unseen.py GOLD_DIR OUT_DIR

Copies ext/data to OUT_DIR and leaves out of its vocabulary every row that has a form of a name in the gold files, so that a build
with -DLEITAI_DATA=OUT_DIR knows none of them; scoring it against the same gold shows what discovery alone finds."""
import json
import shutil
import sys
import unicodedata
from pathlib import Path

VOCABULARIES = ("companies", "organizations", "people", "models", "groups")


def plain(form):
    return unicodedata.normalize("NFKC", form).lower().replace(" ", "").replace("-", "").rstrip("?")


def gold_names(folder):
    found = set()
    for path in Path(folder).glob("*.gold.json"):
        gold = json.loads(path.read_text(encoding="utf-8"))
        for item in gold["players"] + gold["models"]:
            found.update(plain(name) for name in item["names"])
        for relation in gold["relations"]:
            found.update(plain(name) for name in relation["subject"] + relation["object"])
    return found


def main():
    gold, out = sys.argv[1:]
    data = Path(__file__).resolve().parent.parent / "ext/data"
    shutil.rmtree(out, ignore_errors=True)
    shutil.copytree(data, out)
    known = gold_names(gold)
    for vocabulary in VOCABULARIES:
        path = Path(out) / f"{vocabulary}.tsv"
        kept = []
        for line in path.read_text(encoding="utf-8").splitlines():
            name, aliases = (line.split("\t") + [""])[:2]
            forms = {plain(form) for form in [name, *aliases.split("|")] if form}
            if line.startswith("#") or not forms & known:
                kept.append(line)
        path.write_text("\n".join(kept) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""What is damaged comes back and what is right stays: the short form of restored.py, and text that no repair may touch."""
import json, sys
from pathlib import Path

sys.path[:0] = map(str, Path(__file__).resolve().parents[:2])
from tap import check, plan
try:
    import restored
except ImportError as missing:
    print(f"1..0 # SKIP {missing.name} is not installed (tests/damage/requirements.txt)")
    sys.exit()

EXTENSION = restored.ROOT / "build" / "leitai.so"
SENTENCES = restored.ROOT.parent / "shared" / "suites" / "cluener" / "train.jsonl"
REPAIRS = "(SELECT group_concat(kind || ' ' || damaged || ' → ' || restored, ', ') FROM llm_repairs(page))"
ALTERED = "llm_simplify(CAST(page AS TEXT)) <> CAST(page AS TEXT)"

def comes_back():
    score = restored.measure(EXTENSION, restored.articles(EXTENSION, 10), 2, lambda *_: None)
    for name, goal in restored.GOALS.items():
        share = score.share(name)
        check(share >= goal, f"{name}: at least {100 * goal:g} % come back", f"{100 * share:.3f} %")


def stays():
    """Simplified sentences, some with a ? beside a Han character, and clean articles."""
    sentences = [json.loads(line)["text"].encode() for line in SENTENCES.read_text().splitlines()]
    pages = [path.read_bytes() for path in sorted(restored.ARCHIVE.glob("*.md"))]
    repairs = [told for told in restored.ask(EXTENSION, REPAIRS, sentences + pages) if told]
    check(not repairs, f"none of {len(sentences)} sentences and {len(pages)} articles is repaired", *repairs)
    altered = sum(map(int, restored.ask(EXTENSION, ALTERED, sentences)))
    check(altered <= 10, f"at most 10 of {len(sentences)} simplified sentences are altered", altered)


comes_back()
if SENTENCES.exists():
    stays()
plan("" if SENTENCES.exists() else "the sentences and the archive: ../shared is not there")

#!/usr/bin/env python3
"""seeds.py FOLDER: what the fuzz targets begin with. FOLDER/words.dict has the words of the genre, FOLDER/texts/ pieces of our own articles
and cases, as TEXT and in every encoding, with all kinds of damage."""
import random, sys
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE.parent / "damage"))
from damage import ENCODINGS, convert, encode, gloss, misread, readings_seen

LONGEST = 240  # bytes
MARKS = ["\n", "\n\n", "# ", "**", "- ", "> ", "![](", "](", "&#20013;", "&amp;", "“", "”", "「", "」", "《", "》", "（", "）", "(zhōng)", "：", "、", "。", "　", "\ufeff"]


def words():
    """The first field of every line of the word lists; of the long lists of names a few."""
    rng = random.Random(1)
    for path in sorted((ROOT / "ext/data").rglob("*.tsv")):
        lines = [line.split("\t")[0] for line in path.read_text().splitlines() if line and line[0] != "#"]
        yield from lines if len(lines) < 200 else rng.sample(lines, 60)


def entry(word):
    return '"' + "".join(f"\\x{byte:02x}" for byte in word.encode()) + '"\n'


def pieces():
    """Lines of our articles, and the articles of the cases."""
    for path in sorted((ROOT / "fixtures").glob("*.clean.txt")):
        yield from path.read_text().splitlines()
    for path in sorted((ROOT / "tests/cases").glob("*.case")):
        for case in path.read_text().split("\n=== ")[1:]:
            yield case.partition("\n")[2].partition("\n--- ")[0]


def damaged(text, rng):
    """The text as it is, and hurt in one way."""
    readings = readings_seen()
    yield text.encode(), True
    yield gloss(text, readings, form=rng.choice(["after", "space", "wide", "punctuation", "run"])).encode(), True
    yield misread(convert(text, "char"), readings).encode(), True
    yield encode(convert(text, rng.choice([None, "s2t"])), rng.choice([*ENCODINGS, "utf-16le", "utf-16be", "mojibake", "entities"])), False


def main():
    rng, out = random.Random(2), Path(sys.argv[1])
    texts = out / "texts"
    texts.mkdir(parents=True, exist_ok=True)
    (out / "words.dict").write_text("".join(sorted({entry(word) for word in [*words(), *MARKS] if word})))
    number = 0
    for piece in filter(None, map(str.strip, pieces())):
        for data, is_text in damaged(piece, rng):
            first = bytes([rng.randrange(128) * 2 + is_text])  # where a target looks at it, what the rest is
            (texts / f"{number:05}").write_bytes(first + data[:LONGEST])
            number += 1


main()

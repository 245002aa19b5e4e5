#!/usr/bin/env python3
"""Damages articles in every way, restores them, and tells how much came back.

    restored.py EXTENSION [--archive 100] [--seeds 20] [--errors]

Articles: fixtures/*.clean.txt and, where present, the first of ../shared/archive (as their own restoration has them). For each article
and seed the dice decide script, glosses, density and places of damage; the measures:

  one copy        characters of the article that stand in the restored body (1 - edit distance / length), bytes misread
  two copies      the same, the body given twice with other damage in each
  glosses         pages with glosses of one form that come back exactly as the page without them
  wrapped         characters, Markdown marks put in and lines broken in mid-sentence
  furniture       characters, furniture of a portal, a newspaper … around the article
  encodings       bytes of every encoding that llm_decode reads as they were written
"""
import argparse, json, random, subprocess, sys, tempfile, unicodedata
from collections import Counter
from pathlib import Path

from rapidfuzz.distance import Levenshtein

sys.path.insert(0, str(Path(__file__).parent))
from damage import *

ROOT = HERE.parent.parent
ARCHIVE = ROOT.parent / "shared" / "archive"
SCRIPTS = ["char", "s2t", "s2tw", "s2hk"]
FORMS = ["after", "space", "wide", "punctuation", "run", "word"]
BIG5 = ("big5", "big5-hkscs")


def ask(extension, sql, pages):
    """One value for each page (bytes), in order."""
    with tempfile.TemporaryDirectory() as folder:
        for number, page in enumerate(pages):
            Path(folder, f"{number:06}").write_bytes(page)
        script = f""".load {Path(extension).resolve()}
.mode json
WITH RECURSIVE page(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM page WHERE n + 1 < {len(pages)}) SELECT {sql} AS v FROM
  (SELECT n, readfile(format('{folder}/%06d', n)) AS page FROM page) ORDER BY n;
"""
        run = subprocess.run(["sqlite3", "-bail", ":memory:"], input=script, capture_output=True, text=True, check=True)
    return ["" if row["v"] is None else row["v"] for row in json.loads(run.stdout)]


CLEAN, AS_TEXT, DECODED = "llm_clean(page)", "llm_clean(CAST(page AS TEXT))", "llm_decode(page)"


def articles(extension, count):
    ours = [path.read_bytes() for path in sorted((ROOT / "fixtures").glob("*.clean.txt"))]
    theirs = [path.read_bytes() for path in sorted(ARCHIVE.glob("*.md"))[:count]]
    return [[line for line in body.split("\n") if line.strip()] for body in ask(extension, AS_TEXT, ours + theirs)]


def plain(text):
    """Width and spaces aside, which a converter changes as well."""
    return "".join(unicodedata.normalize("NFKC", text).replace("。", ".").replace("、", ",").split())


def as_gbk(text):
    """What GBK lacks is a ? in every copy; it cannot come back."""
    return gbk_bytes(text).decode("gb18030")


class Score(Counter):
    """What was asked for and what came back, by measure."""
    def characters(self, measure, wanted, got):
        wanted, got = plain(wanted), plain(got)
        self[measure, "all"] += len(wanted)
        self[measure, "right"] += len(wanted) - min(len(wanted), Levenshtein.distance(wanted, got))

    def pages(self, measure, is_right):
        self[measure, "all"] += 1
        self[measure, "right"] += is_right

    def share(self, measure):
        return self[measure, "right"] / max(1, self[measure, "all"])


def misread_once(article, script, rng):
    """A copy of the article whose bytes were searched and cut without minding characters, at other places in every copy."""
    density, shift, anywhere = rng.random(), rng.random(), rng.choice((0, 0.0005, 0.001))
    def line(text):
        text = convert(text, script)
        points = [at for at in straddling(text) if rng.random() < anywhere] if anywhere else ()
        return misread(text, readings_seen(), density, shift, points, rng=rng)
    return [line(text) for text in article]


def one_copy(article, rng):
    return "\n\n".join(misread_once(article, rng.choice(SCRIPTS), rng)).encode()


def two_copies(article, rng):
    script = rng.choice(SCRIPTS)
    return "\n\n".join(misread_once(article, script, rng) + misread_once(article, script, rng)).encode()


def glossed(article, rng):
    """The page with glosses and the same without."""
    form, density, script = rng.choice(FORMS), rng.uniform(0.05, 1), rng.choice(SCRIPTS)
    lines = [convert(line, script) for line in article]
    readings = readings_of("".join(lines))
    put = lambda line: gloss_words(line, density, rng) if form == "word" else gloss(line, readings, density, form, rng)
    return ["\n\n".join(map(each, lines)).encode() for each in (put, str)], form


def wrapped(article, rng):
    rows = markdown([("title" if at == 0 else "body", 1, line) for at, line in enumerate(article)], rng)
    return "\n".join(piece for _, _, text in rows for piece in wrap(text, rng.randint(60, 90))).encode()


def furnished(article, rng):
    template = rng.choice(sorted((HERE / "pages").glob("*.tsv"))).read_text()
    facts = {"title": article[0], "author": "苏棠", "publisher": "河湾商报", "published": "2024-05-16"}
    kinds = [("title" if at == 0 else "body", line) for at, line in enumerate(article)]
    return "\n".join(text for _, _, text in page(kinds, template, facts)).encode()


def encoded(article, rng):
    """Bytes of an article and what they say; Big5 has traditional characters, and what it lacks is lost in it. Kana are left out of plain
    Big5, where Python puts them in other places than pages do."""
    name = rng.choice([*ENCODINGS, "utf-16le", "utf-16be"])
    text = "\n".join(article)
    text = re.sub("[\u3040-\u30ff]", "", text) if name == "big5" else text
    text = convert(text, "s2t" if name in BIG5 else rng.choice((None, "s2t")))
    said = encode(text, name).decode(ENCODINGS.get(name, "utf-16"))
    return encode(said, name), said, name


def measure(extension, bodies, seeds, tell):
    score = Score()
    cases = [(body, random.Random(f"{number}.{seed}")) for number, body in enumerate(bodies) for seed in range(seeds)]
    for name, make in (("one copy", one_copy), ("two copies", two_copies), ("wrapped", wrapped), ("furniture", furnished)):
        got = ask(extension, CLEAN, [make(body, rng) for body, rng in cases])
        for (body, _), restored in zip(cases, got):
            wanted = as_gbk("".join(body)) if make in (one_copy, two_copies) else "".join(body)
            score.characters(name, wanted, restored)
            tell(name, wanted, restored)
    pairs = [glossed(body, rng) for body, rng in cases]
    for (_, form), *both in zip(pairs, *(ask(extension, CLEAN, [pair[which] for pair, _ in pairs]) for which in (0, 1))):
        score.pages("glosses", plain(both[0]) == plain(both[1]))
        tell(f"glosses {form}", both[1], both[0])
    said = [encoded(body, rng) for body, rng in cases]
    for (_, text, name), read in zip(said, ask(extension, DECODED, [page for page, _, _ in said])):
        score.pages("encodings", text.replace("•", "‧") == read.replace("•", "‧"))  # one code of Big5, named twice
        tell(f"encoding {name}", text, read)
    return score


def differences(name, wanted, got):
    """Prints each place where a restored text is not the article."""
    wanted, got = plain(wanted), plain(got)
    for kind, a, b, c, d in Levenshtein.opcodes(wanted, got):
        if kind != "equal":
            print(f"{name}\t{wanted[max(0, a - 8):a]}[{wanted[a:b][:40]}]{wanted[b:b + 8]}\t[{got[c:d][:40]}]")


GOALS = {"one copy": 0.995, "two copies": 0.9995, "glosses": 1, "wrapped": 0.9995, "furniture": 0.9995, "encodings": 0.999}


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("extension")
    options.add_argument("--archive", type=int, default=100, help="articles of the archive")
    options.add_argument("--seeds", type=int, default=20)
    options.add_argument("--errors", action="store_true", help="show each place that is not the article")
    options = options.parse_args()
    bodies = articles(options.extension, options.archive)
    score = measure(options.extension, bodies, options.seeds, differences if options.errors else lambda *_: None)
    print(f"{len(bodies)} articles, {options.seeds} times each")
    for name, goal in GOALS.items():
        print(f"{name:<12} {100 * score.share(name):8.3f} %   goal {100 * goal:g} %   of {score[name, 'all']}")


if __name__ == "__main__":
    main()

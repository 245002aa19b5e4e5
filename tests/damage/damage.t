#!/usr/bin/env python3
"""Holds the damage maker to real damage: what it does to the undamaged text must be what real pages show, byte for byte."""
import csv, json, random, subprocess, sys, tempfile
from pathlib import Path

sys.path[:0] = map(str, Path(__file__).resolve().parents[:2])
from tap import check, plan
try:
    import opencc, pypinyin
except ImportError as missing:
    print(f"1..0 # SKIP {missing.name} is not installed (tests/damage/requirements.txt)")
    sys.exit()
from damage import *

SHARED = HERE.parent.parent.parent / "shared"

def copy_lines(page, number):
    """The paragraphs of one copy of the body, from its title on."""
    lines = [line for line in page if line]
    return lines[[at for at, line in enumerate(lines) if line == lines[1]][number]:][:26]


def seed_page():
    seed, readings = SHARED / "gold" / "seed", readings_seen("a")
    rows = csv.DictReader((line for line in (seed / "damage.tsv").read_text().splitlines() if line[0] != "#"), delimiter="\t")
    spots = [row for row in rows if row["kind"] != "lost-char"]
    escaped = lambda text: re.sub(r"\\u([0-9a-f]{4})", lambda m: chr(int(m[1], 16)), text)
    made = [escaped(row["raw_text"]) in misread(row["prefix_trad"] + row["intended_trad"], readings) for row in spots]
    check(all(made), f"{len(spots)} spots of the seed page come out as they stand there", made)
    page = (seed / "seed.txt").read_text().split("\n")
    clean = (seed / "seed.clean.txt").read_text().replace("AIGC人才趋", "AIGC⼈才趋").splitlines()
    for number, cuts, wanted in ((1, CUTS, 26), (2, (), 25)):
        made = [misread(convert(line, "char"), readings, cuts=cuts) for line in clean]
        same = sum(a == b for a, b in zip(made, copy_lines(page, number)))
        check(same == wanted, f"copy {number} of the seed page: {wanted} of 26 paragraphs are the same", same)


def explained(case, readings):
    """Whether some order of hits, and some neighbour outside the snippet, gives the damaged text."""
    for first in ("left", "right"):
        for before in ("", "多款"):
            for variant in (None, "s2t", "s2tw"):
                made = misread(before + convert(case["want"], variant), readings, cuts=MORE_CUTS, private="drop", width="keep", first=first)
                if made[len(before):] == case["text"] or before and made.endswith(case["text"]):
                    return True
    return False


def suites():
    read = lambda name: [json.loads(line) for line in (SHARED / "suites" / "damage" / name).read_text().splitlines()]
    real = [case for case in read("real.jsonl") if "shift" in case["anchor"] or "ASCII" in case["anchor"]]
    missing = [case["text"] for case in real if not explained(case, readings_seen())]
    check(not missing, f"{len(real)} shifted samples of real pages are explained", *missing)
    simulated, seen = read("simulated.jsonl")[::5], readings_seen("b")
    missing = [case["text"] for case in simulated if not explained(case, seen)]
    check(len(missing) <= len(simulated) // 50, f"98 % of {len(simulated)} simulated sentences are explained", len(missing))


def steps():
    text = "公司請求聯想，SeeReal實現增長。"
    for form, wanted in (("after", "聯(lián)想，"), ("space", "聯(lián )想，"), ("wide", "聯（lián）想，"), ("run", "實現(shí)(xiàn)增")):
        check(wanted in gloss(text, readings_seen(), form=form), f"gloss {form}: {wanted}")
    check("想，(xiǎng)" in gloss(text, {"想": "xiǎng"}, form="punctuation"), "gloss punctuation: 想，(xiǎng)")
    check(gloss_words("SaaS业务。") == "SaaS业务(yèwù)。", "glosses for words: 业务(yèwù)")
    places = straddling("司S")
    check(places == {1: "wéi"} and misread("司S。", {}, points=places) == "司S(wéi)。", "司|S spells 維")
    check(misread("更容易。互聯網", {}) == "更容易?;ヂ摼W", "a cut in 。|互 shifts to the end")
    check(misread("更容易。互聯網", {}, shift=0) == "更容易。互聯網", "no shift, no damage")
    for name in ENCODINGS:
        check(encode("文，A", name).decode(ENCODINGS[name]) == "文，A", f"{name} reads back")
    check(encode("文", "utf-16be") == b"\xfe\xff\x65\x87", "utf-16be has its mark")
    check(encode("文", "mojibake").decode() == "æ–‡", "mojibake")
    check(html.unescape(encode("“文”&", "entities").decode()) == "“文”&", "entities")
    check(wrap("中" * 50 + " OpenAI " + "文" * 60)[0] == "中" * 50 + " OpenAI", "lines break at spaces only")
    check([len(line) for line in wrap_columns("文a" * 30, 30)] == [20, 20, 20], "lines break at columns")
    rows = page([("title", "题"), ("body", "一"), ("body", "二")], "boilerplate\t{title}\nbody\t{body}\nbody\t{body:0.67}", {"title": "题"}, blank=False)
    check([row[:2] for row in rows] == [("boilerplate", 0), ("title", 1), ("body", 1), ("body", 1), ("duplicate", 2), ("duplicate", 2)], "a body twice, the second in part")


def pages():
    fixtures = HERE.parent.parent / "fixtures"
    with tempfile.TemporaryDirectory() as made:
        subprocess.run([fixtures / "make.sh"], env={"PYTHON": sys.executable, "OUT": made, "PATH": "/usr/bin:/bin"}, check=True)
        wrong = [path.name for path in Path(made).iterdir() if path.read_bytes() != (fixtures / path.name).read_bytes()]
    check(not wrong, "fixtures/make.sh makes the pages that stand there", *wrong)


steps()
pages()
if SHARED.exists():
    seed_page()
    suites()
plan("" if SHARED.exists() else "the seed page and suites: ../shared is not there")

#!/usr/bin/env python3
"""How far apart llm_fingerprint puts versions of one article and different articles, and what other ways of hashing would do.

    build/venv/bin/python tests/bench/fingerprint.py [FOLDER [--others]]    FOLDER: articles, one a file; ../shared/archive

For every way of making a version: the mean distance, its 99th percentile, the largest, and the share of versions within the bound;
for pairs of different articles: how near they come. --others: the same for SimHash over runs of two, three and four characters."""
import apsw, random, sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "tests" / "damage"))
import damage

BOUND = 11
MASK = (1 << 64) - 1
COMMON = "的一是在有人这上大来和业到说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心本前开但因只从想实"


def edited(text, share, rng):
    """Characters replaced, dropped or put in, as editors and bad scans do."""
    return "".join(rng.choice([rng.choice(COMMON), "", c + rng.choice(COMMON)]) if damage.HAN.match(c) and rng.random() < share else c for c in text)


def framed(lines, rng):
    """A portal's reprint: another headline, menus round it, its own line at the end, the last paragraph gone."""
    return ["首页 | 科技 | 财经", "一文看懂：" + lines[0][-8:], "来源：科技晨报网", *lines[1:-1], "本文为转载内容，不代表本站立场。", "相关阅读", "扫码下载客户端"]


VERSIONS = {
    "traditional, glossed": lambda t, r: damage.gloss(damage.convert(t, "char"), damage.readings_seen(), 0.7, rng=r),
    "traditional, of Taiwan": lambda t, r: damage.convert(t, "s2tw"),
    "GBK read one byte off": lambda t, r: "\n".join(damage.misread(damage.convert(l, "char"), damage.readings_seen(), rng=r) for l in t.split("\n")),
    "signs half-width, wrapped": lambda t, r: "\n".join(p for l in t.split("\n") for p in damage.wrap_columns(damage.unicodedata.normalize("NFKC", l))),
    "framed by a portal": lambda t, r: "\n\n".join(framed(t.split("\n"), r)),
    "1 % of characters edited": lambda t, r: edited(t, 0.01, r),
    "3 % edited": lambda t, r: edited(t, 0.03, r),
    "5 % edited": lambda t, r: edited(t, 0.05, r),
    "a tenth cut away": lambda t, r: "\n".join(l for l in t.split("\n") if r.random() < 0.9),
    "all of it but the edits": lambda t, r: "\n\n".join(framed(edited(damage.gloss(damage.convert(t, "char"), damage.readings_seen(), 0.7, rng=r), 0.01, r).split("\n"), r)),
}


def mix(x):
    x = (x ^ x >> 33) * 0xFF51AFD7ED558CCD & MASK
    x = (x ^ x >> 33) * 0xC4CEB9FE1A85EC53 & MASK
    return x ^ x >> 33


def simhash(text, n, bits_of={}):
    letters = [c for c in text.lower() if c.isalnum()]
    sums = [0] * 64
    for run in {"".join(letters[i:i + n]) for i in range(len(letters) - n + 1)}:
        if run not in bits_of:
            bits_of[run] = [1 if mix(int.from_bytes(run.encode(), 'big') & MASK) >> i & 1 else -1 for i in range(64)]
        sums = [a + b for a, b in zip(sums, bits_of[run])]
    return sum(1 << i for i in range(64) if sums[i] > 0)


def show(name, distances, bound):
    d = sorted(distances)
    print(f"  {name:28} mean {sum(d) / len(d):5.1f}   99 % within {d[len(d) * 99 // 100 - (len(d) >= 100)]:3}   largest {d[-1]:3}   within {bound}: {sum(x <= bound for x in d) / len(d):7.2%}")


def report(title, originals, versions, bound):
    print(title)
    for name in VERSIONS:
        show(name, [(a ^ b).bit_count() for a, b in zip(originals, versions[name])], bound)
    apart = Counter((a ^ b).bit_count() for i, a in enumerate(originals) for b in originals[:i])
    total = sum(apart.values())
    near = " ".join(f"≤{k}: {sum(v for d, v in apart.items() if d <= k)}" for k in (3, 6, 8, 10, 11, 12, 13, 14, 16))
    print(f"  {'different articles':28} mean {sum(d * v for d, v in apart.items()) / total:5.1f}   of {total} pairs  {near}\n", flush=True)


def main():
    folder = Path((sys.argv[1:] + [ROOT.parent / "shared" / "archive"])[0])
    db = apsw.Connection(":memory:")
    db.enable_load_extension(True)
    db.load_extension(str(ROOT / "build" / "leitai"))
    ask = lambda text: tuple(db.execute("SELECT llm_fingerprint(?1), llm_clean(?1)", (text,)).fetchone())
    pages = [path.read_text(errors="replace") for path in sorted(folder.iterdir()) if path.suffix in (".md", ".txt")]
    # what is compared with the page as it came: versions of its restored text
    read = [ask(page) for page in pages]
    pages = [(page, *r) for page, r in zip(pages, read) if r[0] is not None and len(r[1]) >= 200]
    made = {name: [ask(way(clean, random.Random(i))) for i, (_, _, clean) in enumerate(pages)] for name, way in VERSIONS.items()}
    print(f"{len(pages)} articles of 200 characters and more\n")
    full = lambda f: (f or 0) & MASK
    report("llm_fingerprint", [full(f) for _, f, _ in pages], {n: [full(f) for f, _ in v] for n, v in made.items()}, BOUND)
    if "--others" in sys.argv:
        for n in (2, 3, 4):
            report(f"SimHash over runs of {n}", [simhash(c, n) for _, _, c in pages], {k: [simhash(c, n) for _, c in v] for k, v in made.items()}, BOUND)


main()

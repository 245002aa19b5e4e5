#!/usr/bin/env python3
"""Holds every gold file under fixtures/ to its article: what it says is found must stand in the text, and what stands must be found.

What: one TAP line an article; every place that breaks a promise follows as `# what is wrong`.
Why: gold is written by hand, and a figure misspelt there would be counted as an error of the extension.
Limits: that a claim is an opinion, or a company a rival, only a reader can judge.
"""
import json, re, sys
from pathlib import Path

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
KINDS = "title lead byline heading body boilerplate comment duplicate blank".split()
RELATIONS = "develops works_at formerly_at founded invests_in acquires partners_with member_of".split()
SCALE = {"": 1, "万": 1e4, "亿": 1e8, "万亿": 1e12}
FIELDS = {  # list: {key: allowed values, or a type}
    "players": {"names": list, "kind": ["company", "person", "organization"], "camp": (str, type(None)), "role": (str, type(None))},
    "models": {"names": list, "version": (str, type(None)), "developers": list},
    "relations": {"subject": list, "relation": RELATIONS, "object": list},
    "claims": {"structure": ["enumerated", "attributed", "forecast", "concluding"], "marker": (str, type(None)),
               "kind": ["advantage", "challenge", "fact", "forecast", "opinion", "conclusion"], "subject": (list, type(None)),
               "source": (list, type(None)), "headline": str},
    "figures": {"text": str, "value": (int, float), "upper": (int, float, type(None)), "unit": (str, type(None)),
                "measure": ["percent", "money", "count", "duration", "multiple", "other"], "approx": ["=", "~", "<", ">"], "metric": str},
    "dates": {"text": str, "start": str, "end": str},
    "quotes": {"text": str, "kind": ["speech", "name", "term"], "speaker": (list, type(None))},
    "sources": {"names": list, "publisher": (list, type(None))},
}
EXTRA = {"optional", "implied", "also", "alt"}


def shape(gold):
    """Every item has the keys and values of the format, no more."""
    for group, fields in FIELDS.items():
        for item in gold[group]:
            if set(item) - EXTRA != set(fields):
                yield f"{group}: keys of {item}"
            for key, allowed in fields.items():
                fits = item.get(key) in allowed if isinstance(allowed, list) else isinstance(item.get(key), allowed)
                if not fits:
                    yield f"{group}: {key} of {item}"


def stands(headline, line):
    """Whether the headline is in the line, or its two parts are, around an inserted attribution."""
    cuts = [at for at in range(1, len(headline) + 1) if headline[:at] in line]
    return any(headline[at:] in line[line.find(headline[:at]) + at:] for at in cuts)


def stated(gold, lines):
    """Whatever is quoted from the article stands there word for word."""
    text = "\n".join(lines)
    spans = {("marker", c["marker"]) for c in gold["claims"]}
    spans |= {(group, item["text"]) for group in ("figures", "dates") for item in gold[group]}
    spans |= {("camp", p["camp"]) for p in gold["players"]} | {("role", p["role"]) for p in gold["players"]}
    spans |= {("author", gold["author"])} | {("left_out", left) for left in gold["left_out"]}
    yield from (f"{where}: {span} is not in the article" for where, span in sorted(spans, key=str) if span and span not in text)
    yield from (f"headline not in a paragraph: {c['headline']}" for c in gold["claims"] if not any(stands(c["headline"], line) for line in lines))
    yield from (f"heading: {line} is no line" for line in [gold["title"], *gold["headings"]] if line not in lines)
    for group in ("players", "models", "sources"):
        yield from (f"{group}: {i['names']} nowhere" for i in gold[group] if not any(n in text for n in i["names"]))


def quotes(gold, lines):
    """Gold quotes are exactly the quotations of the body."""
    found = {q for line in lines for q in re.findall("“([^“”]+)”|「([^「」]+)」", line) for q in q if q}
    listed = {q["text"] for q in gold["quotes"]}
    yield from (f"quote missing: {q}" for q in sorted(found - listed))
    yield from (f"quote not there: {q}" for q in sorted(listed - found))


def joined(gold):
    """Relations, developers, subjects in relations: each end is a player, a model or (member_of) a group."""
    names = {n for item in gold["players"] + gold["models"] for n in item["names"]}
    for relation in gold["relations"]:
        ends = [relation["subject"]] + ([] if relation["relation"] == "member_of" else [relation["object"]])
        yield from (f"relation end unknown: {end}" for end in ends if not set(end) <= names)
    for model in gold["models"]:
        for developer in model["developers"]:
            stated = [r for r in gold["relations"] if r["relation"] == "develops" and set(r["subject"]) & set(developer) and set(r["object"]) & set(model["names"])]
            if not stated:
                yield f"no develops relation for {model['names']} by {developer}"


def figures(gold, lines):
    """Digits of the body are all accounted for; plain values equal their text; dates run forward."""
    known = [i["text"] for g in ("figures", "dates", "quotes") for i in gold[g] if g != "quotes" or i["kind"] == "name"]
    known += [n for g in ("players", "models", "sources") for i in gold[g] for n in i["names"]] + gold["left_out"]
    for line in lines:
        covered = {at for text in known for hit in re.finditer(re.escape(text), line) for at in range(*hit.span())}
        yield from (f"digits not accounted for: …{line[max(0, m.start() - 8):m.end() + 8]}…" for m in re.finditer(r"\d[\d.,]*", line) if m.start() not in covered)
    for figure in gold["figures"]:
        plain = re.match(r"([\d.]+)(万亿|万|亿|)(?![\d.万亿至到\-多余])", figure["text"])
        if plain and abs(float(plain[1]) * SCALE[plain[2]] - figure["value"]) > 1e-9 * figure["value"]:
            yield f"value of {figure}"
    for date in gold["dates"]:
        if not date["start"] <= date["end"] or not re.fullmatch(r"\d{4}-\d\d-\d\d", date["end"]):
            yield f"date {date}"


def page(name, lines):
    """Each page has a kind for every line, and the article is in it once or more."""
    for path in sorted(FIXTURES.glob(f"{name}*.paragraphs.tsv")):
        listed = [row.split("\t") for row in path.read_text().splitlines()]
        stored = path.with_name(path.name.replace(".paragraphs.tsv", ".txt")).read_bytes()
        if [int(n) for n, _ in listed] != list(range(1, stored.count(b"\n") + 1)):
            yield f"{path.name}: not one row a line"
        kinds = [kind for _, kind in listed]
        yield from (f"{path.name}: kind {kind}" for kind in set(kinds) - set(KINDS))
        if kinds.count("title") != 1:
            yield f"{path.name}: not one title"


def invented():
    """Names nobody has but us must be found by the words around them: no vocabulary may know them."""
    rows = [row.split("\t") for row in (FIXTURES / "invented.tsv").read_text().splitlines() if row[0] != "#"]
    known = {}
    for path in (FIXTURES.parent / "ext" / "data").glob("*.tsv"):
        for row in path.read_text().splitlines():
            known.update((name.rstrip("?"), path.name) for name in re.split("[\t|]", row) if row[:1] != "#")
    yield from (f"{name} is not in {article}" for name, article in rows if name not in (FIXTURES / f"{article}.clean.txt").read_text() + (FIXTURES / f"{article}.gold.json").read_text())
    yield from (f"{name} is in {known[name]}" for name, _ in rows if name in known)


def report(number, wrong, name):
    print(f"{'not ok' if wrong else 'ok'} {number} - {name}", *(f"# {line}" for line in wrong), sep="\n")


def main():
    names = sorted(path.name[:-len(".gold.json")] for path in FIXTURES.glob("*.gold.json"))
    print(f"1..{len(names) + 1}")
    for number, name in enumerate(names, 1):
        gold = {"left_out": [], **json.loads((FIXTURES / f"{name}.gold.json").read_text())}
        lines = (FIXTURES / f"{name}.clean.txt").read_text().splitlines()
        first = next(at for at, line in enumerate(lines) if len(line) > 60)
        body = [lines[0]] + [line for line in lines[1:first] if (gold["author"] or "\0") not in line and not re.search("[12]\\d{3}|来源", line)] + lines[first:]
        wrong = [*shape(gold), *stated(gold, lines), *quotes(gold, body), *joined(gold), *figures(gold, body), *page(name, lines)]
        report(number, wrong, f"the gold of {name} agrees with its article")
    report(len(names) + 1, list(invented()), "no vocabulary knows the invented names")


main()

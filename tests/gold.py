"""Scores what the extension finds on annotated pages: our own fixtures, in whatever bytes they come.

    tests/gold.py [PAGE.txt …]     prints F1 and what is missed (-) or too much (+) for each list

A page NAME.txt or NAME.VARIANT.txt has its gold in NAME.gold.json, its article in NAME.clean.txt and what its lines are in its
own .paragraphs.tsv. Texts are compared as a reader reads them: no case, width, space or punctuation. Items that are `optional` or
`implied` may be found or not. One row answers one item.
"""
import json, re, subprocess, sys, unicodedata
from difflib import SequenceMatcher
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
QUERIES = {
    "article": "SELECT title, author, publisher, published, script FROM llm_article(page.body)",
    "clean": "SELECT llm_clean(page.body) AS clean",
    "sections": "SELECT heading FROM llm_sections(page.body) WHERE heading IS NOT NULL",
    "paragraphs": "SELECT start, kind FROM llm_paragraphs(page.body)",
    "players": "SELECT name, kind, camp, role FROM llm_players(page.body)",
    "camps": "SELECT camp, member FROM llm_camps(page.body)",
    "models": "SELECT name, version, developers FROM llm_models(page.body)",
    "relations": "SELECT subject, relation, object FROM llm_relations(page.body)",
    "claims": "SELECT structure, marker, kind, subject, headline, source FROM llm_claims(page.body)",
    "figures": "SELECT DISTINCT figure, value, upper, unit FROM llm_figures(page.body)",
    "dates": "SELECT DISTINCT surface, start_date, end_date FROM llm_dates(page.body, page.anchor)",
    "quotes": "SELECT DISTINCT quote, kind, speaker FROM llm_quotes(page.body)",
    "sources": "SELECT source, publisher FROM llm_sources(page.body)",
    "text": "SELECT llm_decode(page.body) AS text",
}


def bare(text):
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", str(text or "")).lower())


def bares(texts):
    return {bare(text) for text in texts or []}


def read(page, anchor):
    """All rows of a page, by query."""
    asked = ", ".join(f"'{name}', (SELECT json_group_array(json_object({columns(sql)})) FROM ({sql}))" for name, sql in QUERIES.items())
    script = f".load {ROOT}/build/leitai\n.mode list\nWITH page(body, anchor) AS (SELECT readfile('{page}'), '{anchor}')\n"
    script += f"SELECT json_object({asked}) FROM page;\n"
    run = subprocess.run(["sqlite3", "-bail", ":memory:"], input=script, capture_output=True, text=True, encoding="utf-8", errors="replace")
    if run.returncode:
        raise SystemExit(f"{page}: {run.stderr}")
    return json.loads(run.stdout)


def columns(sql):
    names = re.match(r"SELECT (?:DISTINCT )?(.*?)(?: FROM|$)", sql).group(1).split(", ")
    names = [name.split(" AS ")[-1] for name in names]
    return ", ".join(f"'{name}', {name}" for name in names)


def pairs(items, rows, same):
    """[(item, row)]: each item with the row that fits it best, or None."""
    left, found = list(rows), []
    for item in items:
        best = max(left, key=lambda row: same(item, row), default=None)
        best = best if best is not None and same(item, best) else None
        found.append((item, best))
        if best is not None:
            left.remove(best)
    return found, left


def match(items, rows, same):
    """(found, missed, too much)"""
    found, left = pairs(items, rows, same)
    missed = [item for item, row in found if row is None and not (isinstance(item, dict) and (item.get("optional") or item.get("implied")))]
    return sum(row is not None for _, row in found), missed, left


def right(found, same):
    """The same of what was found: how many are right in one more respect; what was wanted and what stands there where they are not."""
    wrong = [(item, row) for item, row in found if row is not None and not same(item, row)]
    return sum(row is not None for _, row in found) - len(wrong), [item for item, _ in wrong], [row for _, row in wrong]


class Gold:
    """A gold file: its lists, and which names are one and the same."""

    def __init__(self, path):
        self.data = json.loads(path.read_text())
        self.aliases = {}
        for item in self.data["players"] + self.data["models"]:
            names = bares(item["names"])
            for name in names:
                self.aliases[name] = self.aliases.get(name, set()) | names

    def __getitem__(self, key):
        return self.data.get(key, [])

    def names(self, names):
        return set().union(*({name} | self.aliases.get(name, set()) for name in bares(names)))


def model_names(row):
    return {bare(row["name"]), bare(f"{row['name']}{row['version'] or ''}")}


def close(a, b):
    return (a is None) == (b is None) and (a is None or abs(a - b) <= 1e-9 * max(1, abs(a)))


def likeness(a, b):
    return SequenceMatcher(None, bare(a), bare(b), autojunk=False).ratio()


def compare(gold, rows):
    """Each list's (found, missed, too much)."""
    article = rows["article"][0] if rows["article"] else {}
    facts = [(key, gold[key]) for key in ("title", "author", "publisher", "published", "script") if gold[key]]
    yield "article", match(facts, list(article.items()), lambda g, r: g[0] == r[0] and bare(g[1]) == bare(r[1]))[:2] + ([],)
    yield "headings", match(gold["headings"], rows["sections"], lambda g, r: bare(g) == bare(r["heading"]))
    for key, person in (("players", False), ("persons", True)):
        yield key, match([p for p in gold["players"] if (p["kind"] == "person") == person],
                         [r for r in rows["players"] if (r["kind"] == "person") == person],
                         lambda g, r: bare(r["name"]) in bares(g["names"]))
    named = {name: player for player in gold["players"] for name in bares(player["names"])}
    roles = [r for r in rows["players"] if bare(r["name"]) in named and r["kind"] == "person"]
    yield "roles", match([p for p in gold["players"] if p["role"]], [r for r in roles if r["role"]],
                         lambda g, r: bare(r["name"]) in bares(g["names"]) and bare(r["role"]) == bare(g["role"]))
    yield "camps", match([p for p in gold["players"] if p["camp"]], rows["camps"],
                         lambda g, r: bare(r["member"]) in bares(g["names"]) and bare(r["camp"]) == bare(g["camp"]))
    yield "models", match(gold["models"], rows["models"], lambda g, r: bool(bares(g["names"]) & model_names(r)))
    made = [(model["names"], maker) for model in gold["models"] for maker in model["developers"]]
    yield "developers", match(made, [(r, maker) for r in rows["models"] for maker in json.loads(r["developers"])],
                              lambda g, r: bool(bares(g[0]) & model_names(r[0])) and bare(r[1]) in gold.names(g[1]))
    yield "relations", match(gold["relations"], [r for r in rows["relations"] if r["relation"] not in ("competes_with", "holds_stake_in")],
                             lambda g, r: relates(gold, g, r))
    yield "claims", match(gold["claims"], rows["claims"], same_claim)
    found, _ = pairs(gold["claims"], rows["claims"], same_claim)
    yield "claim kinds", right(found, lambda g, r: r["kind"] == g["kind"])
    yield "claim sources", right(found, lambda g, r: bare(r["source"]) in gold.names(g["source"]) if g["source"] else not r["source"])
    yield "markers", match([c for c in gold["claims"] if c["structure"] == "enumerated"],
                           [r for r in rows["claims"] if r["structure"] == "enumerated"],
                           lambda g, r: same_claim(g, r) and bare(g["marker"]) == bare(r["marker"]))
    yield "figures", match(gold["figures"], rows["figures"], same_figure)
    yield "dates", match(gold["dates"], rows["dates"], same_date)
    yield "quotes", match(gold["quotes"], rows["quotes"], lambda g, r: bare(g["text"]) == bare(r["quote"]))
    found, _ = pairs(gold["quotes"], rows["quotes"], lambda g, r: bare(g["text"]) == bare(r["quote"]))
    yield "speakers found", right([(g, r) for g, r in found if g["speaker"]], lambda g, r: bare(r["speaker"]) in gold.names(g["speaker"]))
    yield "speakers", match([q for q in gold["quotes"] if q["speaker"]], [r for r in rows["quotes"] if r["speaker"]],
                            lambda g, r: bare(g["text"]) == bare(r["quote"]) and bare(r["speaker"]) in gold.names(g["speaker"]))
    yield "sources", match(gold["sources"], rows["sources"], lambda g, r: bare(r["source"]) in bares(g["names"]))


def relates(gold, item, row):
    if item["relation"] != row["relation"]:
        return False
    subject, object = gold.names(item["subject"]), gold.names(item["object"])
    ends = bare(row["subject"]), bare(row["object"])
    return ends[0] in subject and ends[1] in object or item["relation"] == "partners_with" and ends[0] in object and ends[1] in subject


def same_claim(item, row):
    if row["structure"] not in [item["structure"], *item.get("also", [])]:
        return 0
    alike = likeness(item["headline"], row["headline"])
    return alike if alike >= 0.7 else 0


def same_figure(item, row):
    if not (close(item["value"], row["value"]) and close(item["upper"], row["upper"]) and bare(item["unit"]) == bare(row["unit"])):
        return False
    return bare(item["text"]) in bare(row["figure"]) or bare(row["figure"]) in bare(item["text"])


def same_date(item, row):
    days = [[item["start"], item["end"]], *item.get("alt", [])]
    return [row["start_date"], row["end_date"]] in days and (bare(item["text"]) in bare(row["surface"]) or bare(row["surface"]) in bare(item["text"]))


def restored(page, rows):
    """The article's paragraphs, as written and as restored."""
    clean = page.with_name(page.name.split(".")[0] + ".clean.txt").read_text()
    return match([line for line in map(bare, clean.splitlines()) if line],
                 [line for line in map(bare, rows["clean"][0]["clean"].splitlines()) if line], lambda g, r: g == r)


def lines(page, rows):
    """What each line of the page is."""
    table = page.with_suffix(".paragraphs.tsv").read_text().splitlines()
    wanted = {int(number): kind for number, kind in (line.split("\t") for line in table if not line.startswith("#"))}
    text, got = rows["text"][0]["text"], {}
    for row in rows["paragraphs"]:
        got.setdefault(text.count("\n", 0, row["start"] - 1) + 1, row["kind"])
    wanted = {number: kind for number, kind in wanted.items() if kind != "blank" and number in got}
    return match(sorted(wanted.items()), sorted(got.items()), lambda g, r: g == r)[:2] + ([],)


def score(page):
    """{list: (found, missed, too much)} of one page."""
    page = Path(page)
    gold = Gold(page.with_name(page.name.split(".")[0] + ".gold.json"))
    rows = read(page, gold["anchor"])
    scores = dict(compare(gold, rows))
    if page.with_name(page.name.split(".")[0] + ".clean.txt").exists():
        scores.update(restored=restored(page, rows), lines=lines(page, rows))
    return scores


def pages(folder):
    return sorted(page for page in Path(folder).glob("*.txt") if not page.name.endswith(".clean.txt"))


def f1(counts):
    found, missed, extra = counts
    return 2 * found / (2 * found + missed + extra) if found + missed + extra else 1.0


def total(scores):
    """{list: F1} over pages."""
    sums = {}
    for one in scores:
        for key, (found, missed, extra) in one.items():
            before = sums.get(key, (0, 0, 0))
            sums[key] = (before[0] + found, before[1] + len(missed), before[2] + len(extra))
    return {key: f1(counts) for key, counts in sums.items()}


def main():
    named = [Path(page) for page in sys.argv[1:]] or pages(ROOT / "fixtures")
    scores = {page: score(page) for page in named}
    for page, one in scores.items():
        for key, (_, missed, extra) in one.items():
            for sign, items in (("-", missed), ("+", extra)):
                print(*(f"{sign} {page.stem} {key}: {json.dumps(item, ensure_ascii=False)}\n" for item in items), sep="", end="")
    for key, value in total(scores.values()).items():
        print(f"{key:<15} {value:.3f}")


if __name__ == "__main__":
    main()

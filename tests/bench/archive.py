#!/usr/bin/env python3
"""archive.py [ARTICLES]  What an archive costs and what it gives, beside FTS5 and LIKE over the same text in the same run. 100,000 articles
(about 1 GB, in a folder of its own under $TMPDIR) unless said otherwise: ../shared/archive again and again, each time with other firms,
models, numbers and days, and its paragraphs in another order. Wants apsw (tests/requirements.txt).

CPU seconds are told beside those of the clock, as other work on the machine does not count among them. Every build is a process of
its own, so that its peak of memory is its own."""
import json, os, random, re, resource, statistics, subprocess, sys, tempfile, time
from pathlib import Path

import apsw

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCE = "CREATE TABLE articles(id INTEGER PRIMARY KEY, body TEXT, date TEXT)"
ARCHIVE = "CREATE VIRTUAL TABLE arc USING llm_archive(articles, text=body, key=id, published=date, threads={})"


def connect(path):
    db = apsw.Connection(str(path))
    db.enable_load_extension(True)
    db.load_extension(str(ROOT / "build/leitai"))
    return db


def one(db, sql, *values):
    return next(iter(db.execute(sql, values)))[0]


def vary(page, chance, names):
    """The page with some of its firms and models exchanged, other digits, and its paragraphs in another order."""
    swap = dict(zip(chance.sample(names, 12), chance.sample(names, 12)))
    page = re.sub("|".join(map(re.escape, swap)), lambda m: swap[m.group()], page)
    page = re.sub(r"\d", lambda m: str(chance.randrange(1, 10)) if chance.random() < 0.3 else m.group(), page)
    head, *rest = page.split("\n\n")
    chance.shuffle(rest)
    return "\n\n".join([head, *rest])


def make_source(path, articles):
    chance, db = random.Random(1), connect(path)
    pages = [p.read_text(errors="replace") for p in sorted((ROOT / "../shared/archive").glob("*.md"))]
    names = [name for name, in db.execute("SELECT DISTINCT name FROM llm_lexicon WHERE kind IN ('company', 'model') AND length(name) > 2 LIMIT 400")]
    db.execute("PRAGMA synchronous = off; " + SOURCE)
    with db:
        for number in range(1, articles + 1):
            day = f"{2021 + number % 4}-{1 + number // 7 % 12:02}-{1 + number // 3 % 28:02}"
            db.execute("INSERT INTO articles VALUES (?, ?, ?)", (number, vary(pages[number % len(pages)], chance, names), day))


def measured(action):
    cpu, clock = resource.getrusage(resource.RUSAGE_SELF), time.perf_counter()
    action()
    after = resource.getrusage(resource.RUSAGE_SELF)
    return time.perf_counter() - clock, after.ru_utime + after.ru_stime - cpu.ru_utime - cpu.ru_stime


def build(path, articles, threads):
    """In a process of its own: seconds, CPU seconds, bytes of text, bytes of archive, peak of memory."""
    script = f"import sys; sys.path.insert(0, {str(Path(__file__).parent)!r}); import archive; archive.build_here({str(path)!r}, {articles}, {threads})"
    return json.loads(subprocess.run([sys.executable, "-c", script], stdout=subprocess.PIPE, check=True).stdout)


def build_here(path, articles, threads):
    work = Path(path).parent / f"build-{articles}-{threads}"
    work.unlink(missing_ok=True)
    db = connect(work)
    db.execute("ATTACH ? AS source", (path,))
    db.execute("PRAGMA main.synchronous = off; " + SOURCE)
    db.execute("INSERT INTO articles SELECT * FROM source.articles WHERE id <= ?", (articles,))
    db.execute("DETACH source")
    text, before = one(db, "SELECT sum(octet_length(body)) FROM articles"), work.stat().st_size
    seconds, cpu = measured(lambda: db.execute(ARCHIVE.format(threads)))
    print(json.dumps(dict(seconds=seconds, cpu=cpu, text=text, archive=work.stat().st_size - before, peak=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)))


def show(name, value, note=""):
    print(f"{name:<44} {value:>16}  {note}", flush=True)


def builds(path, articles):
    sizes = [size for size in (1000, 10000, 100000) if size <= articles]
    for size in sizes:
        b = build(path, size, 1)
        show(f"build, {size:,} articles, 1 thread", f"{b['text'] / b['cpu'] / 1e6:.1f} MB/s", f"of CPU; {b['text'] / b['seconds'] / 1e6:.1f} by the clock; {b['cpu'] / size * 1e6:.0f} µs of CPU an article")
        show("  archive by text, peak of memory", f"{b['archive'] / b['text']:.2f}", f"{b['peak'] / 1e6:.0f} MB")
    size = min(articles, 10000)
    for threads in (1, 2, 1, 2):
        b = build(path, size, threads)
        show(f"build, {size:,} articles, {threads} threads", f"{b['seconds']:.2f} s", f"{b['text'] / b['seconds'] / 1e6:.1f} MB/s by the clock, {b['cpu']:.2f} s of CPU, peak {b['peak'] / 1e6:.0f} MB")
    return path.parent / f"build-{sizes[-1]}-1"


def p50(db, sql, values):
    times = []
    for value in values:
        begin = time.perf_counter()
        list(db.execute(sql, value))
        times.append(time.perf_counter() - begin)
    return f"{statistics.median(times) * 1000:.3f} ms"


def questions(db):
    names = [(name,) for name, in db.execute("SELECT name FROM arc_names WHERE kind = 'company' ORDER BY articles DESC LIMIT 300")]
    asked = [names[i % len(names)] for i in range(0, 300)]
    show("newest 20 articles of a player, p50", p50(db, "SELECT key, title, published FROM arc WHERE player = ? ORDER BY published DESC LIMIT 20", asked))
    rare = [(name,) for name, in db.execute("SELECT name FROM arc_names WHERE kind = 'company' AND articles < 50 ORDER BY name LIMIT 300")]
    show("all rows of a player in fewer than 50, p50", p50(db, "SELECT key, mentions, evidence FROM arc_players WHERE name = ?", rare))
    show("who is named beside a player, p50", p50(db, "SELECT b.name, count(*) FROM arc_players a JOIN arc_players b USING (key) WHERE a.name = ? AND b.name <> a.name GROUP BY b.name ORDER BY 2 DESC LIMIT 10", asked[::10]))
    show("a player by month, p50", p50(db, "SELECT substr(a.day, 1, 7), count(*) FROM arc_players p JOIN arc_article a USING (key) WHERE p.name = ? GROUP BY 1", asked[::10]))
    show("  and with LIKE over the text", p50(db, "SELECT substr(date, 1, 7), count(*) FROM articles WHERE body LIKE '%' || ? || '%' GROUP BY 1", asked[:3]))


def one_change(db):
    """Without waiting for the disk: what a commit costs there is the disk's."""
    chance, articles = random.Random(2), one(db, "SELECT count(*) FROM articles")
    db.execute("PRAGMA synchronous = off")
    times = []
    for _ in range(200):
        key = chance.randrange(1, articles + 1)
        text = one(db, "SELECT body FROM articles WHERE id = ?", key)
        at = chance.randrange(len(text))
        clock, cpu = measured(lambda: db.execute("UPDATE articles SET body = ? WHERE id = ?", (text[:at] + "百度来了。" + text[at:], key)))
        times.append((cpu, clock))
    cpu, clock = (sorted(column) for column in zip(*times))
    show("one changed article, p50", f"{cpu[100] * 1000:.2f} ms", f"of CPU; p95 {cpu[190] * 1000:.2f}; by the clock {clock[100] * 1000:.2f}, p95 {clock[190] * 1000:.2f}")
    db.execute("CREATE TABLE plain AS SELECT * FROM articles LIMIT 200")
    clock, cpu = measured(lambda: [db.execute("UPDATE plain SET body = body || '百度来了。' WHERE rowid = ?", (key,)) for key in range(200)])
    show("  the same where nothing follows", f"{cpu / 200 * 1000:.2f} ms", f"of CPU; by the clock {clock / 200 * 1000:.2f}")


def peers(path, articles):
    """FTS5 over the same text, the first articles of it: trigram takes minutes for all."""
    size = min(articles, 5000)
    for tokenizer in ("unicode61", "trigram"):
        db = connect(path.parent / f"fts-{tokenizer}")
        db.execute("ATTACH ? AS source", (str(path),))
        text = one(db, "SELECT sum(octet_length(body)) FROM source.articles WHERE id <= ?", size)
        db.execute(f"PRAGMA main.synchronous = off; CREATE VIRTUAL TABLE f USING fts5(body, content='', tokenize={tokenizer})")
        seconds, cpu = measured(lambda: db.execute("INSERT INTO f(rowid, body) SELECT id, body FROM source.articles WHERE id <= ?", (size,)))
        show(f"FTS5 {tokenizer}, insert of {size:,}", f"{text / cpu / 1e6:.1f} MB/s", f"of CPU; {text / seconds / 1e6:.1f} by the clock")


def main():
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else 100000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "source"
        make_source(path, articles)
        largest = builds(path, articles)
        peers(path, articles)
        db = connect(largest)
        questions(db)
        one_change(db)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Runs ours and other programs on the same articles, side by side on one core, and prints how fast each is.

    bench.py EXTENSION [--mb 64] [--rounds 3] [--task WORD] [--csv FILE] [--svg FILE]        tests/bench/run.sh installs and calls it

The corpus is varied: fixtures and, where present, the seed page and ../shared/archive, each repetition with other figures and its
paragraphs in another order. Every program runs in a process of its own, in turns, round after round; the corpus is in memory and the
program loaded before the clock starts. Slow programs get a share of the corpus (SHARE). Rates are MB of UTF-8 a second: median, lowest
and highest; memory: what the process takes beyond Python and the corpus; load: from nothing until the program can be asked.
"""
import argparse, csv, json, os, random, re, resource, statistics, subprocess, sys, time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
SHARED = ROOT.parent / "shared"
BUILD = ROOT / "build" / "bench"

READ = "article sections paragraphs sentences mentions players camps models relations claims figures numbers dates quotes sources repairs".split()


# ── Corpus ──

def pages():
    files = [*sorted((ROOT / "fixtures").glob("*.clean.txt")), *sorted((SHARED / "archive").glob("*.md")), SHARED / "gold" / "seed" / "seed.txt"]
    return [path.read_text(errors="replace") for path in files if path.exists()]


def varied(page, rng):
    lines = [re.sub(r"\d", lambda m: str(rng.randint(1, 9)), line) for line in page.split("\n")]
    body = lines[8:]
    rng.shuffle(body)
    return "\n".join(lines[:8] + body)


def corpus(bytes_wanted):
    originals, rng, out, size = pages(), random.Random(1), [], 0
    while size < bytes_wanted:
        rng.shuffle(originals)
        for page in originals:
            out.append(varied(page, rng))
            size += len(out[-1].encode())
            if size >= bytes_wanted:
                break
    return out


def traditional(texts, options):
    import opencc
    return [opencc.OpenCC("s2t").convert(text) for text in texts[:max(1, len(texts) // 8)]]


def articles(texts, options):
    """Without what stands on the pages beside them (links, menus), which is nobody's to read."""
    db = connect(options)
    return [db.execute("SELECT llm_clean(?)", (text,)).get or "" for text in texts]


# What a task reads, where it is not the pages as they are stored.
PREPARED = {"traditional to simplified": traditional, "numbers, money, dates": articles}


# ── Programs: each makes a function that does the task over texts; what comes before the function is its loading ──

def connect(options):
    import apsw
    db = apsw.Connection(":memory:")
    db.enable_load_extension(True)
    db.load_extension(str(options.extension.with_suffix("")))
    return db


def sqlite(*statements, setup=()):
    """Statements over articles(body), run in one connection; rows are counted in SQL."""
    def load(options):
        db = connect(options)
        for statement in setup:
            db.execute(statement)
        def run(texts):
            db.execute("CREATE TABLE articles(body TEXT)")
            db.executemany("INSERT INTO articles VALUES (?)", [(text,) for text in texts])
            def ask():
                for statement in statements:
                    db.execute(statement.replace("$columns", columns(db)) if "$columns" in statement else statement).fetchall()
            return ask
        return run
    return load


def columns(db):
    """A sum over every column of every table of reading."""
    def total(table):
        names = [row[0] for row in db.execute("SELECT column_name FROM llm_schema WHERE table_name = ? AND column_name <> ''", (table,))]
        return f"(SELECT total({' + '.join(f'coalesce(length({name}), 0)' for name in names)}) FROM {table}(articles.body))"
    return " + ".join(total(f"llm_{table}") for table in READ)


def counted(*tables):
    return "SELECT sum(%s) FROM articles" % " + ".join(f"(SELECT count(*) FROM llm_{table}(articles.body))" for table in tables)


def python(make):
    """make() gives a function from a text to something that is used up."""
    def load(options):
        each = make()
        return lambda texts: lambda: [each(text) for text in texts]
    return load


def jieba_cut():
    import jieba, logging
    jieba.setLogLevel(logging.ERROR)
    jieba.initialize()
    return lambda text: list(jieba.cut(text))


def rjieba_cut():
    import rjieba
    return rjieba.cut


def rjieba_tag():
    import rjieba
    return rjieba.tag


def cppjieba_cut():
    import cppjieba
    return cppjieba.Jieba().cut


def cppjieba_tag():
    import cppjieba
    return cppjieba.Jieba().pseg


def opencc_convert():
    import opencc
    return opencc.OpenCC("t2s").convert


def icu(task):
    """ICU from C (icu.c), which reads the corpus first and tells the seconds of its work."""
    def load(options):
        def run(texts):
            (BUILD / "texts").write_bytes(b"\0".join(text.encode() for text in texts))
            def ask():
                done = subprocess.run([BUILD / "icu", task, BUILD / "texts"], capture_output=True, text=True, check=True)
                return float(done.stdout)
            return ask
        return run
    return load


def stage(name):
    """One stage of reading alone, those it rests on being done (stages.c, which takes the best of its rounds)."""
    def load(options):
        def run(texts):
            folder = BUILD / "pages"
            folder.mkdir(exist_ok=True)
            for number, text in enumerate(texts):
                (folder / f"{number:06}").write_text(text)
            def ask():
                done = subprocess.run([BUILD / "stages", *(folder / f"{number:06}" for number in range(len(texts)))], capture_output=True, text=True, check=True)
                return sum(len(text.encode()) for text in texts) / 1e6 / float(re.search(rf"^{name} +([\d.]+)", done.stdout, re.M)[1])
            return ask
        return run
    return load


def jionlp_times_and_money():
    import contextlib, io
    with contextlib.redirect_stdout(io.StringIO()):
        import jionlp
    read = jionlp.ner.extract_time, jionlp.ner.extract_money
    for extract in read:
        extract("2021年3月花了五元", with_parsing=True)  # what it reads with is built at first use
    return lambda text: [extract(text, with_parsing=True) for extract in read]


def cn2an_numbers():
    import cn2an, warnings
    warnings.simplefilter("ignore")  # it warns of each 百 that is no number
    return lambda text: cn2an.transform(text, "cn2an")


def recognizers(options):
    """Recognizers-Text in Node (recognizers.js): numbers, percentages, money, dates."""
    def run(texts):
        (BUILD / "texts.json").write_text(json.dumps(texts, ensure_ascii=False))
        def ask():
            done = subprocess.run(["node", HERE / "recognizers.js", BUILD / "texts.json"], capture_output=True, text=True, check=True, cwd=BUILD)
            return float(done.stdout)
        return ask
    return run


def fts5(tokenizer):
    return sqlite("DROP TABLE IF EXISTS search", f"CREATE VIRTUAL TABLE search USING fts5(body, content='', tokenize='{tokenizer}')",
                  "INSERT INTO search(rowid, body) SELECT rowid, body FROM articles")


ALL, NO_TAGGER = counted(*READ), "SELECT llm_option('tagger', 0)"
NAME = "华为"  # looked for by a scan

# task: its programs, ours first
TASKS = {
    "all tables, rows counted": {
        "Leitai": sqlite(ALL, setup=[NO_TAGGER]), "cppjieba, cuts words": python(cppjieba_cut), "rjieba, cuts words": python(rjieba_cut), "jieba, cuts words": python(jieba_cut),
        "cppjieba, tags": python(cppjieba_tag), "rjieba, tags": python(rjieba_tag)},
    "all tables, every column": {"Leitai": sqlite("SELECT sum($columns) FROM articles", setup=[NO_TAGGER])},
    "all tables, tagger on": {"Leitai": sqlite(ALL)},
    "numbers, money, dates": {
        "Leitai": sqlite(counted("numbers", "figures", "dates")), "Leitai, the stage alone": stage("numbers"), "Recognizers-Text": recognizers,
        "JioNLP, times and money": python(jionlp_times_and_money), "cn2an, numerals": python(cn2an_numbers)},
    "restoration": {"Leitai, llm_clean": sqlite("SELECT sum(length(llm_clean(body))) FROM articles")},
    "traditional to simplified": {
        "Leitai, llm_simplify": sqlite("SELECT sum(length(llm_simplify(body))) FROM articles"), "OpenCC": python(opencc_convert), "ICU, transliterator": icu("simplify")},
    "words": {
        "Leitai, llm_tokens": sqlite(counted("tokens")), "cppjieba": python(cppjieba_cut), "rjieba": python(rjieba_cut), "ICU, word breaks": icu("words")},
    "full-text index": {"FTS5, leitai": fts5("leitai"), "FTS5, trigram": fts5("trigram"), "FTS5, unicode61": fts5("unicode61")},
    "scan for one name": {
        "Leitai, llm_mentions": sqlite(f"SELECT count(*) FROM articles, llm_mentions(body) m WHERE m.name = '{NAME}'"),
        "LIKE": sqlite(f"SELECT count(*) FROM articles WHERE body LIKE '%{NAME}%'"), "instr": sqlite(f"SELECT count(*) FROM articles WHERE instr(body, '{NAME}')")},
}

# The share of the corpus a slow program gets.
SHARE = {"jieba, cuts words": 1 / 32, "rjieba, tags": 1 / 8, "cppjieba, tags": 1 / 8, "Recognizers-Text": 1 / 512, "JioNLP, times and money": 1 / 256, "cn2an, numerals": 1 / 32, "Leitai, the stage alone": 1 / 16, "OpenCC": 1 / 8,
         "ICU, transliterator": 1 / 8, "ICU, word breaks": 1 / 8, "FTS5, trigram": 1 / 4, "FTS5, leitai": 1 / 4, "FTS5, unicode61": 1 / 4}


# ── One program, in a process of its own ──

def used_memory():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def run_one(options):
    texts = json.loads((BUILD / "corpus.json").read_text())
    texts = texts[:max(1, int(len(texts) * SHARE.get(options.program, 1)))]
    texts = PREPARED.get(options.one, lambda texts, options: texts)(texts, options)
    before = used_memory()
    start = time.perf_counter()
    load = TASKS[options.one][options.program](options)
    loaded = time.perf_counter() - start
    ask = load(texts)
    start = time.perf_counter()
    told = ask()
    seconds = told if isinstance(told, float) else time.perf_counter() - start
    size = sum(len(text.encode()) for text in texts)
    print(json.dumps({"rate": size / seconds / 1e6, "load": loaded, "memory": used_memory() - before}))


# ── All programs, in turns ──

def measure(options):
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    runs = {(task, program): [] for task, programs in TASKS.items() if options.task in task for program in programs}
    for _ in range(options.rounds):
        for task, program in runs:
            done = subprocess.run([sys.executable, __file__, options.extension, "--one", task, "--program", program], capture_output=True, text=True)
            if done.returncode:
                print(f"{task}: {program} did not run: {(done.stderr.strip() or '?').splitlines()[-1]}", file=sys.stderr)
            else:
                runs[task, program].append(json.loads(done.stdout.splitlines()[-1]))
    return runs


def rows(runs):
    ours = {task: statistics.median(run["rate"] for run in done) for (task, program), done in reversed(runs.items()) if done and program == next(iter(TASKS[task]))}
    for (task, program), done in runs.items():
        if done:
            rates = sorted(run["rate"] for run in done)
            rate = statistics.median(rates)
            yield {"task": task, "program": program, "MB/s": round(rate, 3), "lowest": round(rates[0], 3), "highest": round(rates[-1], 3),
                   "ours, times as fast": round(ours[task] / rate, 1) if task in ours else "", "memory, MB": round(max(run["memory"] for run in done) / 1024, 1),
                   "load, ms": round(1000 * statistics.median(run["load"] for run in done), 2)}


def svg(table):
    """Bars on a logarithmic scale, a group for each task."""
    import math
    left, width, step, y, body = 250, 430, 19, 28, []
    scale = lambda rate: max(2, width * (math.log10(rate) + 2) / 5)  # 0.01 to 1,000 MB/s
    for task in dict.fromkeys(row["task"] for row in table):
        body.append(f'<text x="8" y="{y + 4}" class="task">{task}</text>')
        y += step
        for row in (row for row in table if row["task"] == task):
            ours = row["program"].split(",")[0] == "Leitai" or row["program"] == "FTS5, leitai"
            body.append(f'<text x="{left - 8}" y="{y + 4}" text-anchor="end">{row["program"]}</text><rect x="{left}" y="{y - 7}" width="{scale(row["MB/s"]):.0f}" height="13" class="{"ours" if ours else "other"}"/>'
                        f'<text x="{left + scale(row["MB/s"]) + 6:.0f}" y="{y + 4}">{row["MB/s"]:.3g} MB/s</text>')
            y += step
        y += 8
    style = "text{font:12px sans-serif;fill:#333}.task{font-weight:bold}.ours{fill:#c8402f}.other{fill:#9aa5b1}@media(prefers-color-scheme:dark){text{fill:#ddd}}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="{left + width + 110}" height="{y}"><style>{style}</style>\n' + "\n".join(body) + "\n</svg>\n"


def show(table):
    widths = {key: max(len(key), *(len(str(row[key])) for row in table)) for key in table[0]}
    for row in [{key: key for key in widths}, *table]:
        print("  ".join(str(row[key]).ljust(size) if key in ("task", "program") else str(row[key]).rjust(size) for key, size in widths.items()))


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("extension", type=Path)
    options.add_argument("--mb", type=float, default=64, help="size of the corpus")
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--task", default="", help="only tasks whose name has this in it")
    options.add_argument("--csv", type=Path)
    options.add_argument("--svg", type=Path)
    options.add_argument("--one", help=argparse.SUPPRESS)
    options.add_argument("--program", help=argparse.SUPPRESS)
    options = options.parse_args()
    if options.one:
        return run_one(options)
    BUILD.mkdir(parents=True, exist_ok=True)
    texts = corpus(options.mb * 1e6)
    (BUILD / "corpus.json").write_text(json.dumps(texts, ensure_ascii=False))
    table = list(rows(measure(options)))
    print(f"{len(texts)} articles, {sum(len(text.encode()) for text in texts) / 1e6:.0f} MB, {options.rounds} rounds on one core")
    show(table)
    if options.csv:
        with options.csv.open("w", newline="") as file:
            writer = csv.DictWriter(file, table[0], lineterminator="\n")
            writer.writeheader()
            writer.writerows(table)
    if options.svg:
        options.svg.write_text(svg(table))


if __name__ == "__main__":
    main()

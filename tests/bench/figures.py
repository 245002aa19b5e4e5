"""The measuring half of figures.sh, which says what is measured."""
import contextlib, io, json, os, re, subprocess, sys, time, warnings
from pathlib import Path

import apsw

ROOT = Path(__file__).resolve().parent.parent.parent
TABLES = ("llm_numbers", "llm_figures", "llm_dates")
COUNT = "SELECT sum(%s) FROM pages" % " + ".join(f"(SELECT count(*) FROM {table}(body))" for table in TABLES)  # one reading a page
ROUNDS = 5


def timed(work):
    start = time.perf_counter()
    found = work()
    return time.perf_counter() - start, found


def connect(texts):
    db = apsw.Connection(":memory:")
    db.enable_load_extension(True)
    db.load_extension(str(ROOT / "build/leitai"))
    db.execute("CREATE TABLE pages(body)")
    db.executemany("INSERT INTO pages VALUES (?)", [(text,) for text in texts])
    return db


def sql(texts):
    """Each round has a connection of its own, since a connection keeps the readings of the last texts."""
    rounds = []
    for _ in range(ROUNDS):
        db = connect(texts)
        rounds.append(timed(lambda: db.execute(COUNT).get))
    return min(rounds)


def stage(files):
    """MB/s of the stage alone."""
    out = subprocess.run([ROOT / "build/bench/stages", *files], capture_output=True, text=True, check=True).stdout
    return float(re.search(r"^numbers\s+([\d.]+)", out, re.M).group(1))


def jionlp(texts):
    with contextlib.redirect_stdout(io.StringIO()):
        import jionlp
    read = (jionlp.ner.extract_time, jionlp.ner.extract_money)
    for extract in read:
        extract("2021年3月花了五元", with_parsing=True)  # the models are built at first use
    return timed(lambda: sum(len(extract(text, with_parsing=True)) for text in texts for extract in read))


def cn2an(texts):
    import cn2an
    warnings.simplefilter("ignore")  # it warns of each 百 that is no number
    return timed(lambda: sum(cn2an.transform(text, "cn2an") != text for text in texts))


def recognizers(files):
    out = subprocess.run(["node", ROOT / "tests/bench/figures.js", *files], capture_output=True, text=True, check=True).stdout
    answer = json.loads(out)
    return answer["seconds"], answer["found"]


def megabytes(texts):
    return sum(len(text.encode()) for text in texts) / 1e6


def write_bodies(files):
    """What stands on the pages beside the article (links, menus) is nobody's to read: the bodies, as files of their own."""
    folder = ROOT / "build/bench/bodies"
    folder.mkdir(exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    pages = connect([f.read_text("utf-8", "replace") for f in files])
    paths = []
    for f, (body,) in zip(files, pages.execute("SELECT llm_clean(body) FROM pages ORDER BY rowid")):
        paths.append(folder / f"{f.stem}.txt")
        paths[-1].write_text(body or "", "utf-8")
    return paths


def main():
    folder, every = Path(sys.argv[1]), int(sys.argv[2])
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    files = sorted(folder.glob("*.md")) + sorted(folder.glob("*.txt"))
    pages = [f.read_text("utf-8", "replace") for f in files]
    print(f"{len(files)} stored pages, {megabytes(pages):.1f} MB")
    print(f"{'stage':<28} {stage(files):8.1f} MB/s")
    print(f"{'SQL':<28} {megabytes(pages) / sql(pages)[0]:8.1f} MB/s")
    some = write_bodies(files[::every])
    texts = [f.read_text("utf-8") for f in some]
    size, own_stage, (seconds, found) = megabytes(texts), stage(some), sql(texts)
    own = size / seconds
    print(f"\n{len(some)} articles without what surrounds them, {size:.2f} MB")
    print(f"{'stage':<28} {own_stage:8.1f} MB/s\n{'SQL':<28} {own:8.1f} MB/s   {found} rows")
    for name, work in (("JioNLP: times, money", lambda: jionlp(texts)), ("cn2an: numerals", lambda: cn2an(texts)),
                       ("Recognizers-Text: all", lambda: recognizers(some))):
        seconds, found = work()
        speed = size / seconds
        print(f"{name:<28} {speed:8.3f} MB/s   {found} found; our stage {own_stage / speed:.0f} times as fast, SQL {own / speed:.0f} times")


main()

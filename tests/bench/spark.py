#!/usr/bin/env python3
"""spark.py [MB]  What Spark adds to the reading: articles (1,000 MB unless said otherwise, varied as for bench.py) are read into players, claims
and figures, once by the sqlite3 shell from a database into a database, then by clusters of one and of two executors with a core each,
from Parquet into Parquet. Wants what sql/spark.sh installs: build/spark/bin/python tests/bench/spark.py

CPU seconds are told beside those of the clock, as other work on the machine does not count among them. Executors have read a little
before they are measured; what their start costs is told apart."""
import os, sqlite3, subprocess, sys, tempfile, threading, time
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as parquet

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path += [str(HERE), str(ROOT / "bindings/python/tests/spark")]
from bench import corpus  # noqa: E402
from cluster import cluster, executors, family  # noqa: E402

TABLES = ["players", "claims", "figures"]
# What docs/spark.md advises for executors of one core.
OPTIONS = {
    "spark.executor.memory": "512m",
    "spark.executor.extraJavaOptions": "-XX:+UseSerialGC -XX:TieredStopAtLevel=1",
    "spark.sql.execution.arrow.maxBytesPerBatch": str(4 << 20),
}

TICKS = os.sysconf("SC_CLK_TCK")
FILES = 32
VARIED = 250  # MB; beyond that they come again


def make_articles(folder, megabytes):
    """In a database, and in Parquet. Gives the bytes of their texts."""
    some = corpus(min(megabytes, VARIED) * 1_000_000)
    texts = some * -(-megabytes // VARIED)
    with sqlite3.connect(folder / "articles.db") as db:
        db.execute("CREATE TABLE articles(id INTEGER PRIMARY KEY, body TEXT)")
        db.executemany("INSERT INTO articles VALUES (?, ?)", enumerate(texts))
    (folder / "articles").mkdir()
    for i in range(FILES):
        ids = range(i, len(texts), FILES)
        parquet.write_table(pa.table({"id": pa.array(ids), "body": [texts[k] for k in ids]}), folder / f"articles/{i:02}.parquet", row_group_size=1000)
    print(f"{len(texts)} articles, {sum(len(text.encode()) for text in texts) / 1e6:.0f} MB")


def shell(folder):
    """Each article is read once for all tables: a trigger puts its rows into them."""
    ours = "; ".join(f"INSERT INTO {table} SELECT new.id, t.* FROM llm_{table}(new.body) t" for table in TABLES)
    script = [f".load {ROOT}/build/leitai", f"ATTACH '{folder}/articles.db' AS source", "PRAGMA main.synchronous = off"]
    script += [f"CREATE TABLE {table} AS SELECT 1 AS id, * FROM llm_{table}('') LIMIT 0;" for table in TABLES]
    script += [f"CREATE VIEW incoming AS SELECT 1 AS id, '' AS body; CREATE TRIGGER put INSTEAD OF INSERT ON incoming BEGIN {ours}; END;"]
    script += ["INSERT INTO incoming SELECT id, body FROM source.articles;"]
    before, started = os.times(), time.monotonic()
    subprocess.run(["sqlite3", "-bail", folder / "read.db", *script], check=True)
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    rows = {table: sqlite3.connect(folder / "read.db").execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in TABLES}
    print(f"sqlite3 shell, one core: {cpu:.1f} CPU s, {time.monotonic() - started:.0f} s; {rows}", flush=True)
    return cpu, rows


def cpu_of(pid):
    """Seconds of an executor and its Python processes, also of those that have ended."""
    return sum(sum(map(int, _read(f"/proc/{one}/stat").rpartition(")")[2].split()[11:15])) for one in family(pid)) / TICKS


def memory_of(pid):
    """MB that an executor and its Python processes have among them; what they share is divided."""
    lines = [line for one in family(pid) for line in _read(f"/proc/{one}/smaps_rollup").splitlines() if line.startswith("Pss:")]
    return sum(int(line.split()[1]) for line in lines) / 1024


def _read(path):
    try:
        return Path(path).read_text()
    except OSError:  # it has ended
        return ": 0) " + "0 " * 20


@contextmanager
def most_memory():
    """The most that any executor has, looked at twice a second."""
    seen, done = [0.0], threading.Event()

    def look():
        while not done.wait(0.5):
            seen.append(max(map(memory_of, executors()), default=0.0))

    watch = threading.Thread(target=look)
    watch.start()
    yield seen
    done.set()
    watch.join()


def on_spark(folder, workers):
    """In a process of its own, for a process has one session."""
    from pyspark.sql import SparkSession

    from leitai import spark as leitai

    os.environ["PYSPARK_PYTHON"] = sys.executable
    place = Path(tempfile.mkdtemp(dir=folder))
    options = {**OPTIONS, "spark.driver.host": "127.0.0.1", "spark.ui.enabled": "false", "spark.ui.showConsoleProgress": "false", "spark.log.level": "OFF"}
    with cluster(place, workers, memory="512m") as address, most_memory() as memory:
        spark = SparkSession.builder.master(address).config(map=options).getOrCreate()

        def read(articles, name):
            tables = leitai.read(articles, tables=TABLES)
            for table in TABLES:
                tables[table].write.parquet(str(place / name / table))
            tables.unpersist()

        read(spark.read.parquet(str(folder / "articles/00.parquet")).repartition(2 * workers), "first")
        started_with = list(map(cpu_of, executors()))
        began = time.monotonic()
        read(spark.read.parquet(str(folder / "articles")), "all")
        clock = time.monotonic() - began
        each = [now - before for now, before in zip(map(cpu_of, executors()), started_with)]
        rows = {table: spark.read.parquet(str(place / "all" / table)).count() for table in TABLES}
        spark.stop()
    print(f"{workers} executor(s): {sum(each):.1f} CPU s ({', '.join(f'{cpu:.1f}' for cpu in each)}), {clock:.0f} s; start and first articles "
          f"{sum(started_with):.1f} CPU s; at most {max(memory):.0f} MB an executor; load {os.getloadavg()[0]:.1f}; {rows}", flush=True)


def main():
    with tempfile.TemporaryDirectory() as folder:
        make_articles(Path(folder), int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
        shell(Path(folder))
        for workers in (1, 2):
            subprocess.run([sys.executable, __file__, "--on", folder, str(workers)], check=True, stderr=subprocess.DEVNULL)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--on"]:
        on_spark(Path(sys.argv[2]), int(sys.argv[3]))
    else:
        main()

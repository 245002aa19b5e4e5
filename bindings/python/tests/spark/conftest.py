import os
import sqlite3
import sys
from pathlib import Path

import pytest
from cluster import cluster
from pyspark.sql import SparkSession

import leitai

ROOT = Path(__file__).resolve().parents[4]
SEEN = ROOT.parent / "shared/archive"
"""432 pages that are not ours to give away; where they are not, our own do."""


@pytest.fixture(scope="session")
def spark(tmp_path_factory):
    """A session on a cluster of two workers with a core each. What a reader may take is bounded."""
    folder = tmp_path_factory.mktemp("cluster")
    os.environ["PYSPARK_PYTHON"] = sys.executable
    with cluster(folder, memory="1g", PYTHONPATH=str(Path(__file__).parent / "on_executors")) as address:
        options = {
            "spark.executor.memory": "1g",
            "spark.executor.pyspark.memory": "4g",  # of addresses, of which Python with its libraries takes 1.4
            "spark.driver.host": "127.0.0.1",
            "spark.sql.shuffle.partitions": "2",
            "spark.sql.warehouse.dir": str(folder / "warehouse"),
            # Compiled once and not again: what runs here is short.
            "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1",
            "spark.executor.extraJavaOptions": "-XX:TieredStopAtLevel=1",
            "spark.ui.enabled": "false",
            "spark.ui.showConsoleProgress": "false",
        }
        session = SparkSession.builder.master(address).config(map=options).getOrCreate()
        session.sparkContext.setLogLevel("OFF")
        yield session
        session.stop()


@pytest.fixture(scope="session")
def pages() -> list[tuple[int, str, str | None]]:
    """Key, text, and for some of them the day they are known to be of."""
    files = sorted(SEEN.glob("*.md")) or sorted((ROOT / "fixtures").glob("*.txt"))
    texts = [file.read_bytes().decode(errors="replace") for file in files]
    return [(i, text, f"2024-02-{i % 28 + 1:02}" if i % 3 == 0 else None) for i, text in enumerate(texts)]


@pytest.fixture(scope="session")
def articles(spark, pages):
    """The pages as a DataFrame of twelve partitions."""
    return spark.createDataFrame(pages, "id int, body string, published string").repartition(12, "id").persist()


@pytest.fixture(scope="session")
def archive(pages) -> sqlite3.Connection:
    """The pages in SQLite, with an archive."""
    return archive_of(pages)


def archive_of(pages) -> sqlite3.Connection:
    db = leitai.connect(":memory:")
    db.execute("CREATE TABLE articles(id INTEGER PRIMARY KEY, body TEXT, published TEXT)")
    db.executemany("INSERT INTO articles VALUES (?, ?, ?)", pages)
    db.execute("CREATE VIRTUAL TABLE arc USING llm_archive(articles, text=body, key=id, published=published, tables=all)")
    return db


def rows_of(db: sqlite3.Connection, table: str, columns: list[str]) -> list[tuple]:
    """As the archive has them. Its llm_article has no number, being one row."""
    row = "1" if table == "article" else "row"
    chosen = ", ".join(["key", row, *(f'"{column}"' for column in columns)])
    return db.execute(f"SELECT {chosen} FROM arc_{table} ORDER BY key, {row}").fetchall()


def in_order(df) -> list[tuple]:
    columns = df.toArrow().to_pydict().values()
    return sorted(zip(*columns), key=lambda row: row[:2])

"""What Spark reads is what SQLite reads, row for row, whatever happens to the processes that do it."""
import threading

import pytest
from cluster import executors, kill, readers
from conftest import archive_of, in_order, rows_of
from on_executors.words import DEADLY

from leitai import arrow
from leitai import spark as on_spark


def check_rows(tables, db):
    for table in tables:
        if table != "errors":
            df = tables[table]
            assert in_order(df) == rows_of(db, table, df.columns[2:]), table


def test_every_table_is_the_archives(articles, archive):
    tables = on_spark.read(articles, tables=list(arrow.tables()), published="published")
    assert len(tables) > 15
    check_rows(tables, archive)
    assert tables["errors"].collect() == []
    tables.unpersist()


def test_a_reader_and_an_executor_are_killed(spark, articles, archive):
    """In mid-stage: when some of its tasks have ended and others run."""
    tables = on_spark.read(articles, tables=["players", "claims"], published="published")
    stage = threading.Thread(target=tables["players"].count)
    stage.start()
    until_tasks_ended(spark, 1)
    kill(next(pid for executor in executors() for pid in readers(executor)))
    until_tasks_ended(spark, 4)
    lost = executors()[0]
    kill(lost)
    stage.join()
    check_rows(tables, archive)
    assert lost not in executors()
    tables.unpersist()


def until_tasks_ended(spark, number):
    tracker = spark.sparkContext.statusTracker()
    while not any((tracker.getStageInfo(stage) or no_stage).numCompletedTasks >= number for stage in tracker.getActiveStageIds()):
        pass


class no_stage:
    numCompletedTasks = 0


COPIES = 450_000

PAGE = "百度的大模型\n\n2024年5月9日\n\n百度发布了文心一言。李彦宏认为，大模型将改变搜索。\n"

# What is large is made by the executors: none of it has to come from here.
POISON = f"""
SELECT id, body, CAST(NULL AS STRING) AS published FROM articles WHERE id < 20
UNION ALL VALUES (1001, NULL, NULL), (1002, '', NULL), (1003, '{PAGE}', NULL), (1004, '{DEADLY}', NULL), (1005, CAST(unhex('FF00FEE799BEE5BAA680') AS STRING), NULL)
UNION ALL SELECT id + 1006, repeat('百度发布了文心一言。', 3500000 + id), NULL FROM articles WHERE id = 0
UNION ALL SELECT id + 1007, repeat('{PAGE}', {COPIES} + id), NULL FROM articles WHERE id = 0
"""


@pytest.fixture
def poisoned(spark, articles):
    articles.createOrReplaceTempView("articles")
    return spark.sql(POISON).coalesce(2)


def test_poisoned_articles(poisoned, pages):
    """Each is reported once, with the reason; the others' rows are there once."""
    tables = on_spark.read(poisoned.where("id <> 1007"), tables=["players", "claims"])
    errors = {row.key: (row.reason, row.read) for row in tables["errors"].collect()}
    assert errors == {
        1001: ("the text is NULL", False),
        1004: ("whoever read it was ended by SIGKILL", False),
        1005: (arrow.NOT_TEXT, True),
        1006: ("the text has 105000000 bytes, which is more than was to be read", False),
    }
    assert tables["errors"].count() == len(errors)
    whole = [(key, text, None) for key, text, _ in pages if key < 20] + [(1003, PAGE, None)]
    check_rows({table: tables[table].where("key <> 1005") for table in ("players", "claims")}, archive_of(whole))
    tables.unpersist()


def test_one_article_is_larger_than_all_others(poisoned):
    assert len(PAGE.encode()) * COPIES > 50e6
    tables = on_spark.read(poisoned.where("id IN (1003, 1007)"), tables=["players"], largest=64 << 20)
    check_rows(tables, archive_of([(1003, PAGE, None), (1007, PAGE * COPIES, None)]))
    assert tables["errors"].collect() == []
    tables.unpersist()


def test_out_of_memory(poisoned, pages):
    """A reader that has not the memory for an article goes on to the next one."""
    tables = on_spark.read(poisoned.where("id IN (1003, 1006)"), tables=["players"], largest=1 << 30)
    assert [tuple(row) for row in tables["errors"].collect()] == [(1006, "out of memory", False)]
    assert {row.key for row in tables["players"].collect()} == {1003}
    tables.unpersist()

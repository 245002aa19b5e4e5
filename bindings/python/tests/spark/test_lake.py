"""A lake's tables, brought up to date, are those of reading it all; only what changed is read."""
import pytest
from conftest import in_order

from leitai import lake
from leitai import spark as on_spark

TABLES = ["players", "claims"]


@pytest.fixture
def path(tmp_path) -> str:
    return str(tmp_path / "leitai")


def as_df(spark, rows):
    return spark.createDataFrame(rows, "id int, body string, published string").coalesce(2)


def check(spark, path, rows):
    """The tables under the path are those of these articles."""
    read = on_spark.read(as_df(spark, rows), tables=TABLES, published="published")
    kept = lake.tables(spark, path)
    for table in [*TABLES, "errors"]:
        assert in_order(kept[table].drop("day")) == in_order(read[table]), table
    assert kept["articles"].count() == len(rows)
    read.unpersist()


def test_updates(spark, path, pages):
    rows = pages[:25]
    assert lake.update(as_df(spark, rows), path, "published", tables=TABLES) == len(rows)
    assert lake.update(as_df(spark, rows), path, "published", tables=TABLES) == 0

    another_text, another_day = (1, "百度发布了文心一言。", rows[1][2]), (*rows[6][:2], "2031-01-01")
    new, broken = (700, "上个月，华为发布了新手机。", "2031-01-01"), (701, None, None)
    changed = [another_text, another_day, new, broken]
    assert lake.update(as_df(spark, changed), path, "published", tables=TABLES) == len(changed)
    rows = [row for row in rows if row[0] not in (1, 6)] + changed
    check(spark, path, rows)

    with pytest.raises(Exception, match="no table 'plays'"):
        lake.update(as_df(spark, rows), path, "published", tables=["plays"])


def test_an_update_that_does_not_end(spark, path, pages, monkeypatch):
    """What it wrote is not read, and the next one does it all."""
    rows = pages[:6]
    lake.update(as_df(spark, rows[:3]), path, "published", tables=TABLES)

    def fail(*_):
        raise OSError("no space left")

    with monkeypatch.context() as patch, pytest.raises(OSError):
        patch.setattr(lake, "_commit", fail)
        lake.update(as_df(spark, rows), path, "published", tables=TABLES)
    check(spark, path, rows[:3])
    assert lake.update(as_df(spark, rows), path, "published", tables=TABLES) == 3
    check(spark, path, rows)


def test_nothing_there(spark, path):
    with pytest.raises(FileNotFoundError, match="no update has been written"):
        lake.tables(spark, path)

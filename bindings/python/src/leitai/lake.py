"""What Leitai read, kept as Parquet beside a lake of articles, and brought up to date by reading only what is new or has changed.

    from leitai import lake

    lake.update(articles, "/lake/leitai", text="body", key="id", published="day", tables=["players", "claims"])
    lake.tables(spark, "/lake/leitai")["players"].where("day >= '2024-01-01'")

Under the path, `TABLE/run=N/day=YYYY-MM-DD/` has the rows of a day's articles as run N left them. A run writes all of each day that it
changes, and then `runs/run=N`, which tells of every day the run to be read: so what is there stays as it was until a run is done, and
a run that did not end has left nothing that is read. The table `articles` has the hash of each text.
"""
from __future__ import annotations

from collections.abc import Sequence

from pyspark import StorageLevel
from pyspark.errors import AnalysisException
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F
from pyspark.sql import types as T

import leitai
from leitai import arrow
from leitai import spark as on_spark

ARTICLES = "articles"
UNDATED = "undated"

# So many keys are sent to all executors; with more, texts are sent to where their keys are.
_FEW_KEYS = 2_000_000


def update(
    df: DataFrame,
    path: str,
    published: str,
    text: str = "body",
    key: str = "id",
    tables: Sequence[str] = on_spark.TABLES,
    largest: int = on_spark.LARGEST,
) -> int:
    """Reads the articles of `df` that are not under the path as they are here, and gives their number.

    An article is read again when its text or its day is another, or Leitai's rules or the tables asked for are. Articles that are
    under the path and not in `df` stay. One update at a time: two would write the same files.
    """
    spark = df.sparkSession
    here = _hashed(df, text, key, published, tables).select("key", "hash")
    run, days = _newest(spark, path)
    known = _kept(spark, path, ARTICLES, days, _articles_schema(df.schema[key].dataType)) if run else None
    changed = (here.join(known, ["key", "hash"], "left_anti") if run else here).select("key").persist(StorageLevel.DISK_ONLY)
    count = changed.count()
    if count:
        fresh = _hashed(df, text, key, published, tables)
        if run:
            fresh = fresh.join(F.broadcast(changed) if count < _FEW_KEYS else changed, "key", "left_semi")
        _write_run(spark, path, run + 1, days, fresh, known, changed, tables, largest)
    changed.unpersist()
    return count


def tables(spark: SparkSession, path: str) -> dict[str, DataFrame]:
    """The tables under the path, `errors` and `articles` among them, each with the `day` of the article."""
    run, days = _newest(spark, path)
    if not run:
        raise FileNotFoundError(f"leitai.lake.tables: no update has been written to {path}")
    key = spark.read.parquet(f"{path}/{ARTICLES}").schema["key"].dataType
    wanted = spark.read.parquet(f"{path}/runs").where(F.col("run") == run).first()["tables"].split()
    kept = {table: _kept(spark, path, table, days, schema) for table, schema in _schemas(key, wanted).items()}
    return {table: df.drop("hash", "run") for table, df in kept.items()}


def _hashed(df: DataFrame, text: str, key: str, published: str, tables: Sequence[str]) -> DataFrame:
    """key, text, day, and a hash of all that what is read depends on."""
    day = F.coalesce(on_spark.day_of(df[published]), F.lit(UNDATED))
    how = F.lit(f"{_rules()} {' '.join(tables)}")
    return df.select(df[key].alias("key"), df[text].alias("text"), day.alias("day"), F.xxhash64(df[text], day, how).alias("hash"))


def _rules() -> str:
    return leitai.connect(":memory:").execute("SELECT llm_version() || ' ' || llm_debug('rules')").fetchone()[0]


def _write_run(
    spark: SparkSession, path: str, run: int, days: dict[str, int], fresh: DataFrame, known: DataFrame | None, changed: DataFrame,
    tables: Sequence[str], largest: int,
) -> None:
    """All of each day that has articles that changed: what they say, and what the others said before."""
    key = fresh.schema["key"].dataType
    new_days = {row.day for row in fresh.select("day").distinct().collect()}
    old_days = {row.day for row in known.join(changed, "key", "left_semi").select("day").distinct().collect()} if known else set()
    dated = fresh.withColumn("published", F.when(F.col("day") != UNDATED, F.col("day")))
    read = on_spark.read(dated, "text", "key", tables, "published", largest)
    day = F.coalesce("day", F.lit(UNDATED)).alias("day")
    for table, schema in _schemas(key, tables).items():
        rows = fresh.select("key", "hash", "day") if table == ARTICLES else on_spark.table_of(read.rows, table, day)
        if known:
            old = _kept(spark, path, table, {day: days[day] for day in new_days | old_days if day in days}, schema)
            rows = rows.unionByName(old.drop("run").join(changed, "key", "left_anti"))
        rows.repartition("day").write.partitionBy("day").mode("overwrite").parquet(f"{path}/{table}/run={run}")
    read.unpersist()
    _commit(spark, path, run, {**days, **dict.fromkeys(new_days | old_days, run)}, tables)


def _commit(spark: SparkSession, path: str, run: int, days: dict[str, int], tables: Sequence[str]) -> None:
    rows = spark.createDataFrame([(day, of, " ".join(tables)) for day, of in sorted(days.items())], "day string, of int, tables string")
    rows.coalesce(1).write.parquet(f"{path}/runs/run={run}")


def _newest(spark: SparkSession, path: str) -> tuple[int, dict[str, int]]:
    """The last run that ended, 0 if none did, and the run of every day."""
    try:
        runs = spark.read.parquet(f"{path}/runs").collect()
    except AnalysisException:  # nothing is there
        return 0, {}
    run = max(row.run for row in runs)
    return run, {row.day: row.of for row in runs if row.run == run}


def _kept(spark: SparkSession, path: str, table: str, days: dict[str, int], schema: T.StructType) -> DataFrame:
    """The rows of these days, each of its run. Spark lists no folders but theirs."""
    rows = spark.read.schema(schema).option("basePath", f"{path}/{table}").parquet(f"{path}/{table}")
    return rows.where(F.concat_ws("/", "day", "run").isin([f"{day}/{run}" for day, run in days.items()]))


def _articles_schema(key: T.DataType) -> T.StructType:
    return T.StructType([T.StructField("key", key), T.StructField("hash", T.LongType()), *_PARTITIONS])


_PARTITIONS = [T.StructField("day", T.StringType()), T.StructField("run", T.IntegerType())]


def _schemas(key: T.DataType, tables: Sequence[str]) -> dict[str, T.StructType]:
    """Of every table that is kept."""
    rows = on_spark.schemas(key, arrow.fields_of(tables))
    kept = {table: T.StructType([*schema, *_PARTITIONS]) for table, schema in rows.items()}
    return {**kept, ARTICLES: _articles_schema(key)}

"""Leitai on Apache Spark: the articles of a DataFrame are read by its executors, and every table is a DataFrame.

    from leitai import spark as leitai

    tables = leitai.read(articles, text="body", key="id", tables=["players", "claims"])
    tables["players"].groupBy("name").count().show()
    tables["errors"].show()       # articles that could not be read, and why

Executors need this package, too, and read with one connection a process. Articles and rows travel as Arrow.
"""
from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache, partial

import pyarrow as pa
from pyspark import StorageLevel, TaskContext
from pyspark.sql import Column, DataFrame, SparkSession
from pyspark.sql import functions as F
from pyspark.sql import types as T

from leitai import arrow, per_partition
from leitai.children import in_children

TABLES = ("article", "players", "camps", "models", "relations", "claims", "figures", "dates", "quotes", "sources", "mentions")
"""What an archive keeps, too, unless told otherwise. leitai.arrow.tables() has all that there are."""

LARGEST = 16 << 20
"""Bytes. Reading takes 25 to 45 bytes of memory for each byte of the article, so a process that has 1 GB can read this."""

_TYPES = {pa.string(): T.StringType(), pa.int64(): T.LongType(), pa.float64(): T.DoubleType(), pa.bool_(): T.BooleanType()}

FUNCTIONS = {
    **dict.fromkeys(("llm_clean", "llm_simplify", "llm_decode", "llm_title", "llm_author", "llm_published"), pa.string()),
    **dict.fromkeys(("llm_date", "llm_pinyin", "llm_annotate"), pa.string()),
    "llm_number": pa.float64(),
    "llm_fingerprint": pa.int64(),
    "llm_distance": pa.int64(),
}
"""The functions that register() makes known, and what they give."""


class Tables(dict):
    """A DataFrame a table, by name, and `errors`. They come from one reading, which is kept when the first of them is used."""

    def __init__(self, rows: DataFrame, structs: dict[str, pa.StructType]):
        super().__init__({table: table_of(rows, table) for table in structs})
        self.rows = rows

    def unpersist(self) -> None:
        """Lets go of what was kept; whatever is used after this is read again."""
        self.rows.unpersist()


def read(
    df: DataFrame,
    text: str = "body",
    key: str = "id",
    tables: Sequence[str] = TABLES,
    published: str | None = None,
    largest: int = LARGEST,
    storage: StorageLevel | None = StorageLevel.DISK_ONLY,
) -> Tables:
    """The rows of each table for all articles of `df`, behind the article's `key` and the `row`'s number within it, as an archive has them.

    text: a column of strings, or of bytes in whatever encoding. key: a column that tells one article from another. published: the
    article's day, a date or `YYYY-MM-DD`, from which relative dates are told. largest: texts of more bytes are not read but reported.
    storage: how the rows are kept, so that each article is read once, however many of the tables are used; None to read for each use.

    The table `errors` has a row (key, reason, read) for every article that could not be read, `read` being true where its rows are there
    all the same.
    """
    structs = arrow.fields_of(tables)
    schema = _tagged(df.schema[key].dataType, structs)
    rows = _articles(df, text, key, published, largest).mapInArrow(partial(_read, tuple(tables)), schema)
    return Tables(rows.persist(storage) if storage else rows, structs)


def sql(df: DataFrame, query: str, schema: str | T.StructType | None = None) -> DataFrame:
    """Asks each partition in SQLite, with Leitai: its rows are the table `articles`, with the columns of `df`.

    What SQL counts, sorts or groups it does within a partition. schema: names and types of the result, for columns of which SQL does not
    tell the type; CAST(… AS INTEGER) in the query tells it, too.
    """
    if schema is None:
        schema = T.StructType([T.StructField(name, _TYPES[kind]) for name, kind in per_partition.result_of(query, _columns(df))])
    elif isinstance(schema, str):
        schema = T.StructType.fromDDL(schema)
    names = {kind: arrow_kind for arrow_kind, kind in _TYPES.items()}
    wrong = [field.name for field in schema if field.dataType not in names]
    if wrong:
        raise TypeError(f"leitai.spark.sql: the columns {', '.join(wrong)} are to be STRING, BIGINT, DOUBLE or BOOLEAN")
    result = pa.schema([pa.field(field.name, names[field.dataType]) for field in schema])
    return df.mapInArrow(partial(per_partition.ask, query, _columns(df), result), schema)


def register(spark: SparkSession) -> None:
    """Makes llm_clean(text), llm_title(text) … known to Spark SQL."""
    for name, kind in FUNCTIONS.items():
        spark.udf.register(name, F.arrow_udf(_function(name, kind), _TYPES[kind]))


# On the driver


def table_of(rows: DataFrame, table: str, *more: Column) -> DataFrame:
    """The rows of one table, out of those of all. `errors` has at most one row an article, which needs no number."""
    columns = ["key", f"{table}.*"] if table == arrow.ERRORS else ["key", "row", f"{table}.*"]
    return rows.where(F.col("table") == table).select(*columns, *more)


def schemas(key: T.DataType, structs: dict[str, pa.StructType]) -> dict[str, T.StructType]:
    """What table_of() gives, for keys of this type."""
    number = [T.StructField("row", T.IntegerType())]
    return {
        table: T.StructType([T.StructField("key", key), *(number if table != arrow.ERRORS else []), *_spark(struct)])
        for table, struct in structs.items()
    }


def _tagged(key: T.DataType, structs: dict[str, pa.StructType]) -> T.StructType:
    first = {"key": key, "day": T.StringType(), "table": T.StringType(), "row": T.IntegerType()}
    columns = {**first, **{table: _spark(struct) for table, struct in structs.items()}}
    return T.StructType([T.StructField(name, kind) for name, kind in columns.items()])


def _spark(struct: pa.StructType) -> T.StructType:
    return T.StructType([T.StructField(field.name, _TYPES[field.type]) for field in struct])


def _articles(df: DataFrame, text: str, key: str, published: str | None, largest: int) -> DataFrame:
    """key, text, day, size: as the executors want them. What is too large never leaves the JVM."""
    kind = df.schema[text].dataType
    if not isinstance(kind, (T.StringType, T.BinaryType)):
        raise TypeError(f"leitai.spark.read: the column {text} is to hold strings or bytes, not {kind.simpleString()}")
    size = F.octet_length(df[text]) if isinstance(kind, T.StringType) else F.length(df[text])
    day = day_of(df[published]) if published else F.lit(None).cast("string")
    return df.select(df[key].alias("key"), F.when(size <= largest, df[text]).alias("text"), day.alias("day"), size.alias("size"))


def day_of(published: Column) -> Column:
    """As Leitai wants it; NULL for what is no date."""
    return published.try_cast("date").cast("string")


def _columns(df: DataFrame) -> list[tuple[str, str]]:
    """Names, and types as SQLite knows them."""
    return [(field.name, _sqlite_type(field)) for field in df.schema]


def _sqlite_type(field: T.StructField) -> str:
    kind = field.dataType
    if isinstance(kind, (T.IntegralType, T.BooleanType)):
        return "INTEGER"
    if isinstance(kind, T.FractionalType):
        return "REAL"
    if isinstance(kind, T.BinaryType):
        return "BLOB"
    if isinstance(kind, (T.StringType, T.DateType, T.TimestampType, T.TimestampNTZType)):
        return "TEXT"
    raise TypeError(f"leitai.spark.sql: SQLite has no type for the column {field.name}, {kind.simpleString()}; leave it out or cast it")


# On the executors


@lru_cache(maxsize=4)
def _reader(tables: tuple[str, ...]) -> arrow.Reader:
    """One a process, which Spark uses for many tasks."""
    return arrow.Reader(tables)


def _read(tables: tuple[str, ...], batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """A task that is tried again may have died of an article: then each batch is read in a process that can be spared."""
    reader = _reader(tables)
    careful = TaskContext.get().attemptNumber() > 0
    for batch in batches:
        yield from in_children(reader, batch) if careful else reader.read(batch)


def _function(name: str, kind: pa.DataType):
    def call(*columns: pa.Array) -> pa.Array:
        return per_partition.call(name, columns, kind)

    return call

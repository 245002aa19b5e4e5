"""SQL over articles that come as Arrow, in a database that lasts as long as the question: what leitai.spark.sql() and functions do."""
from __future__ import annotations

import datetime
import decimal
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

import pyarrow as pa

import leitai

_AFFINITIES = {"TEXT": pa.string(), "INT": pa.int64(), "REAL": pa.float64()}
_STORAGE = {"text": pa.string(), "integer": pa.int64(), "real": pa.float64()}

# An article that a query is tried on, where SQL does not tell the types of what it gives.
_PAGE = "大模型走进工厂\n文|林晓\n2023年5月9日\n\n百度发布了文心一言。“它不吃饭，也不睡觉。”林晓说。\n"
_SPECIMEN = {"TEXT": _PAGE, "INTEGER": 1, "REAL": 1.5, "BLOB": b"\0"}

_ROWS_A_BATCH = 8192

Columns = Sequence[tuple[str, str]]
"""Names, and types as SQLite knows them."""


def result_of(query: str, columns: Columns) -> list[tuple[str, pa.DataType]]:
    """The columns that a query over `articles` gives: of the types that SQL tells, or else of those of an article it is tried on."""
    db = _database(columns)
    db.execute(f"CREATE TEMP TABLE result AS SELECT * FROM ({query})")
    told = db.execute("SELECT name, type FROM pragma_table_info('result')").fetchall()
    db.execute(f"INSERT INTO articles VALUES ({', '.join('?' * len(columns))})", [_SPECIMEN[kind] for _, kind in columns])
    db.execute(f"INSERT INTO result SELECT * FROM ({query})")
    return [(name, _AFFINITIES.get(kind) or _tried(db, name)) for name, kind in told]


def ask(query: str, columns: Columns, result: pa.Schema, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The rows of a query over the articles of all these batches."""
    db = _database(columns)
    insert = f"INSERT INTO articles VALUES ({', '.join(_mark(kind) for _, kind in columns)})"
    for batch in batches:
        db.executemany(insert, zip(*(_values(column) for column in batch.columns)))
    rows = db.execute(query)
    while some := rows.fetchmany(_ROWS_A_BATCH):
        yield pa.RecordBatch.from_arrays([_array(values, field) for values, field in zip(zip(*some), result)], schema=result)
    db.close()


def call(name: str, columns: Sequence[pa.Array], kind: pa.DataType) -> pa.Array:
    """A function of SQLite for each row of these columns."""
    marks = ", ".join(_mark("TEXT" if pa.types.is_string(column.type) else "BLOB") for column in columns)
    question, db = f"SELECT {name}({marks})", _connection()
    return pa.array([db.execute(question, row).fetchone()[0] for row in zip(*(_values(column) for column in columns))], kind)


@lru_cache(maxsize=1)
def _connection() -> sqlite3.Connection:
    """One a process."""
    return leitai.connect(":memory:", isolation_level=None, check_same_thread=False)


def _database(columns: Columns) -> sqlite3.Connection:
    """A nameless database has its pages in a file when they are many."""
    db = leitai.connect("", isolation_level=None, check_same_thread=False)
    db.execute(f"CREATE TABLE articles({', '.join(f'{_quoted(name)} {kind}' for name, kind in columns)})")
    return db


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _tried(db: sqlite3.Connection, name: str) -> pa.DataType:
    found = [kind for kind, in db.execute(f"SELECT DISTINCT typeof({_quoted(name)}) FROM result") if kind in _STORAGE]
    if len(found) != 1:
        raise TypeError(
            f"leitai.spark.sql: SQL does not tell the type of the column {name}: write CAST(… AS TEXT), INTEGER or REAL, or give schema="
        )
    return _STORAGE[found[0]]


def _mark(kind: str) -> str:
    """Strings are bound as the bytes they are, well-formed or not."""
    return "CAST(? AS TEXT)" if kind == "TEXT" else "?"


def _values(column: pa.Array) -> list[Any]:
    if pa.types.is_string(column.type):
        return [value.as_buffer() if value.is_valid else None for value in column.cast(pa.binary())]
    return [_value(value) for value in column.to_pylist()]


def _value(value: Any) -> Any:
    if isinstance(value, decimal.Decimal):
        return float(value)
    if isinstance(value, (datetime.date, datetime.datetime)):
        return str(value)
    return value


def _array(values: tuple, field: pa.Field) -> pa.Array:
    if field.type == pa.string():
        values = tuple(str(value) if isinstance(value, (int, float)) else value for value in values)
    try:
        return pa.array(values, field.type)
    except (pa.ArrowInvalid, pa.ArrowTypeError) as error:
        raise TypeError(f"leitai.spark.sql: the column {field.name} is not {field.type} everywhere: {error}; give schema=") from None

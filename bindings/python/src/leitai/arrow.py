"""Articles come in as Arrow, what they say goes out as Arrow: the reading that a process of Spark (leitai.spark) does, without Spark.

All tables asked for come in one stream, so that an article is read once for all of them: a row holds the article's key and day, the name
of its table, its number among the article's rows of that table, and a struct a table, of which the one it is named after is filled. A table
`errors` is among them: what could not be read, and why.
"""
from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

import pyarrow as pa

import leitai

TYPES = {"TEXT": pa.string(), "INTEGER": pa.int64(), "REAL": pa.float64()}

ERRORS = "errors"
_ERROR_FIELDS = pa.struct([pa.field("reason", pa.string()), pa.field("read", pa.bool_())])

# Articles whose rows wait to be sent together have no more text than this, or are one article.
_TOGETHER = 1 << 20
_ROWS_A_BATCH = 8192

Odd = Callable[[pa.Buffer], bool]
"""Whether there are bytes in a text that its encoding does not explain."""

NOT_TEXT = "not all bytes are of the text's encoding; the others were read as U+FFFD"


@lru_cache(maxsize=None)
def tables() -> dict[str, pa.StructType]:
    """The columns of every table of one article, as llm_schema has them, in Arrow: {"players": struct<name, kind, …>, …}."""
    columns: dict[str, list[pa.Field]] = {}
    db = leitai.connect(":memory:")
    for table, column, kind in db.execute("SELECT table_name, column_name, type FROM llm_schema ORDER BY rowid"):
        if column is None and (kind or "").startswith("(text"):
            columns[table.removeprefix("llm_")] = []
        elif column is not None and kind in TYPES and table.removeprefix("llm_") in columns:
            columns[table.removeprefix("llm_")].append(pa.field(column, TYPES[kind]))
    db.close()
    columns["article"].append(pa.field("fingerprint", pa.int64()))  # as an archive has it
    return {table: pa.struct(fields) for table, fields in columns.items()}


def fields_of(wanted: Iterable[str]) -> dict[str, pa.StructType]:
    """The structs of a stream with these tables, `errors` being the last."""
    known = tables()
    unknown = [table for table in wanted if table not in known]
    if unknown:
        raise ValueError(f"there is no table {', '.join(map(repr, unknown))}; there are {', '.join(known)}")
    return {**{table: known[table] for table in wanted}, ERRORS: _ERROR_FIELDS}


class Reader:
    """Reads articles into the tables asked for. It has a connection of its own, which is used from one thread at a time."""

    def __init__(self, wanted: Sequence[str]):
        self._structs = fields_of(wanted)
        self._db = leitai.connect(":memory:", isolation_level=None, check_same_thread=False)
        self._db.text_factory = bytes  # Arrow takes UTF-8 as it is

    def schema(self, key: pa.DataType) -> pa.Schema:
        """Of what read() gives, for keys of this type."""
        return pa.schema([("key", key), ("day", pa.string()), ("table", pa.string()), ("row", pa.int32()), *self._structs.items()])

    def read(self, articles: pa.RecordBatch) -> Iterator[pa.RecordBatch]:
        """The rows of these articles. An article's rows come all or not at all, and if not, the table `errors` says why.

        articles: `key`; `text`, strings, which may hold any bytes, or bytes in whatever encoding; `day`, `YYYY-MM-DD`, from which relative
        dates are told; `size` of the text in bytes: where that is given without a text, it was too much.
        """
        keys, texts, days, sizes = articles.columns
        are_strings = pa.types.is_string(texts.type) or pa.types.is_large_string(texts.type)
        questions = self._questions("CAST(:text AS TEXT)" if are_strings else ":text")
        texts = texts.cast(pa.binary())
        is_odd = (lambda text: False) if _are_text(texts) else _is_ill_formed if are_strings else self._is_of_no_encoding
        for some in _groups(texts):
            found = {table: _Rows() for table in self._structs}
            for i in some:
                if texts[i].is_valid:
                    self._read_one(found, i, questions, texts[i].as_buffer(), days[i].as_py(), is_odd)
                else:
                    found[ERRORS].add(i, [(_absence(sizes[i].as_py()), False)])
            for table, rows in found.items():
                yield from self._batches(table, rows, keys, days)

    def refuse(self, articles: pa.RecordBatch, reason: str) -> pa.RecordBatch:
        """In place of read(), for an article that cannot be."""
        rows = _Rows()
        rows.add(0, [(reason, False)])
        return next(self._batches(ERRORS, rows, articles.column(0), articles.column(2)))

    def _questions(self, text: str) -> dict[str, str]:
        questions = {table: f"SELECT * FROM llm_{table}({text})" for table in self._structs if table != ERRORS}
        special = {"article": f"SELECT *, llm_fingerprint({text}) FROM llm_article({text})", "dates": f"SELECT * FROM llm_dates({text}, :day)"}
        return {table: special.get(table, question) for table, question in questions.items()}

    def _read_one(self, found: dict[str, _Rows], i: int, questions: dict[str, str], text: pa.Buffer, day: str | None, is_odd: Odd) -> None:
        try:
            rows = {table: self._db.execute(question, {"text": text, "day": day}).fetchall() for table, question in questions.items()}
            odd = is_odd(text)
        except (sqlite3.Error, MemoryError) as error:
            found[ERRORS].add(i, [(str(error) or "out of memory", False)])
            return
        for table, values in rows.items():
            found[table].add(i, values)
        if odd:
            found[ERRORS].add(i, [(NOT_TEXT, True)])

    def _is_of_no_encoding(self, text: pa.Buffer) -> bool:
        return bool(self._db.execute("SELECT instr(llm_decode(?), char(65533))", (text,)).fetchone()[0])

    def _batches(self, table: str, rows: _Rows, keys: pa.Array, days: pa.Array) -> Iterator[pa.RecordBatch]:
        for at in range(0, len(rows), _ROWS_A_BATCH):
            of, numbers, values = rows.cut(at, at + _ROWS_A_BATCH)
            structs = [_struct(kind, values) if name == table else pa.nulls(len(of), kind) for name, kind in self._structs.items()]
            places = pa.array(of, pa.int32())
            columns = [keys.take(places), days.take(places), pa.repeat(table, len(of)), pa.array(numbers, pa.int32()), *structs]
            yield pa.RecordBatch.from_arrays(columns, schema=self.schema(keys.type))


class _Rows:
    """Rows of a table, each with the place of its article and its number within it."""

    def __init__(self) -> None:
        self._of: list[int] = []
        self._numbers: list[int] = []
        self._values: list[tuple] = []

    def __len__(self) -> int:
        return len(self._of)

    def add(self, article: int, values: list[tuple]) -> None:
        self._of += [article] * len(values)
        self._numbers += range(1, len(values) + 1)
        self._values += values

    def cut(self, start: int, end: int) -> tuple[list[int], list[int], list[tuple]]:
        return self._of[start:end], self._numbers[start:end], self._values[start:end]


def _struct(kind: pa.StructType, rows: list[tuple]) -> pa.StructArray:
    columns = zip(*rows)
    return pa.StructArray.from_arrays([pa.array(values, field.type) for values, field in zip(columns, kind)], fields=list(kind))


def _absence(size: int | None) -> str:
    return "the text is NULL" if size is None else f"the text has {size} bytes, which is more than was to be read"


def _are_text(texts: pa.Array) -> bool:
    """Whether all of them are well-formed UTF-8, told by Arrow in one go."""
    try:
        texts.cast(pa.string())
        return True
    except pa.ArrowInvalid:
        return False


def _is_ill_formed(text: pa.Buffer) -> bool:
    try:
        str(text, "utf-8")
        return False
    except UnicodeDecodeError:
        return True


def _groups(texts: pa.Array) -> Iterator[range]:
    """Places of articles that are read together."""
    start = size = 0
    for i, text in enumerate(texts):
        more = len(text.as_buffer()) if text.is_valid else 0
        if i > start and size + more > _TOGETHER:
            yield range(start, i)
            start, size = i, 0
        size += more
    if start < len(texts):
        yield range(start, len(texts))

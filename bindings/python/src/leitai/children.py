"""Reading in processes that can be spared: an article that kills whoever reads it is found by halving, and reported."""
from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pyarrow as pa

from leitai.arrow import Reader


def in_children(reader: Reader, articles: pa.RecordBatch) -> Iterator[pa.RecordBatch]:
    """As reader.read(); where a child that reads dies, its articles are read by two, down to the one that is to blame."""
    batches, how = _in_child(reader, articles)
    if how is None:
        yield from batches
    elif len(articles) == 1:
        yield reader.refuse(articles, how)
    else:
        half = len(articles) // 2
        yield from in_children(reader, articles.slice(0, half))
        yield from in_children(reader, articles.slice(half))


def _in_child(reader: Reader, articles: pa.RecordBatch) -> tuple[list[pa.RecordBatch], str | None]:
    """What a child has read, all of it, and how it died, if it did."""
    out, into = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(out)
        _read_and_go(reader, articles, into)
    os.close(into)
    with os.fdopen(out, "rb") as stream:
        batches = _received(stream)
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    if status == 0 and batches is not None:
        return batches, None
    return [], f"whoever read it was ended by {signal.Signals(-status).name}" if status < 0 else "whoever read it failed"


def _read_and_go(reader: Reader, articles: pa.RecordBatch, into: int) -> None:
    """The child. It leaves without the cleaning up that is its parent's."""
    status = 1
    try:
        _die_first()
        with os.fdopen(into, "wb") as stream, pa.ipc.new_stream(stream, reader.schema(articles.column(0).type)) as writer:
            for batch in reader.read(articles):
                writer.write_batch(batch)
        status = 0
    finally:
        os._exit(status)


def _die_first() -> None:
    """When memory runs out the kernel is to take this process, and not the one that can tell of it."""
    try:
        with open("/proc/self/oom_score_adj", "w") as adjust:
            adjust.write("1000")
    except OSError:
        pass


def _received(stream) -> list[pa.RecordBatch] | None:
    try:
        return list(pa.ipc.open_stream(stream))
    except pa.ArrowInvalid:  # it ends in the middle
        return None

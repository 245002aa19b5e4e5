"""Files as articles: text and Markdown as they are, HTML without what stands around the article, JSON Lines and CSV an article a row."""
from __future__ import annotations

import csv
import io
import json
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

SUFFIXES = (".txt", ".md", ".markdown", ".html", ".htm", ".jsonl", ".ndjson", ".csv")

# What columns and keys are called, the first that is there being taken.
FIELDS = {
    "body": ("body", "text", "content", "article", "正文", "内容"),
    "title": ("title", "headline", "标题"),
    "author": ("author", "作者"),
    "published": ("published", "date", "published_at", "pubdate", "time", "日期", "发布时间"),
    "url": ("url", "link", "链接"),
}

Decode = Callable[[bytes], str]


class NotReadable(Exception):
    """A file that gives no article; the message says why."""


@dataclass
class Article:
    source: str
    """The file, and the row in it where there are several."""
    body: str
    title: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    more: dict[str, Any] = field(default_factory=dict)
    """What else the row says."""


def files(paths: Iterable[str]) -> Iterator[str]:
    """The files named, and those in the folders named, in order of name."""
    for path in paths:
        if os.path.isdir(path):
            yield from sorted(str(p) for p in Path(path).rglob("*") if p.is_file() and p.suffix.lower() in SUFFIXES)
        else:
            yield os.path.normpath(path)


def read(path: str, decode: Decode, text_field: str | None = None) -> Iterator[Article]:
    """The articles of a file. `decode` turns bytes of any encoding into text; `text_field` is the column or key of the body."""
    suffix = Path(path).suffix.lower()
    if suffix not in SUFFIXES:
        raise NotReadable(f"{path}: expected a name that ends in {', '.join(SUFFIXES)}")
    try:
        if suffix in (".jsonl", ".ndjson"):
            yield from _read_rows(path, _json_rows(path, decode), text_field)
        elif suffix == ".csv":
            yield from _read_rows(path, _csv_rows(decode(Path(path).read_bytes())), text_field)
        elif suffix in (".html", ".htm"):
            yield _read_html(path)
        else:
            yield Article(path, decode(Path(path).read_bytes()))
    except OSError as error:
        raise NotReadable(f"{path}: {error.strerror}") from None


def _read_html(path: str) -> Article:
    try:
        import trafilatura
    except ImportError as error:
        raise NotReadable(f"{path}: to read HTML, pip install 'leitai[html]' ({error})") from None
    page = trafilatura.bare_extraction(Path(path).read_bytes(), with_metadata=True, include_comments=False)
    if page is None or not page.text:
        raise NotReadable(f"{path}: no article found in this page")
    body = page.text if not page.title or page.text.startswith(page.title) else f"{page.title}\n\n{page.text}"
    return Article(path, body, page.title, page.author, page.date, page.url)


def _json_rows(path: str, decode: Decode) -> Iterator[tuple[int, dict[str, Any]]]:
    """Line by line, for such files may be larger than memory."""
    with open(path, "rb") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                row = json.loads(decode(line).removeprefix("\ufeff"))
            except ValueError as error:
                raise NotReadable(f"{path}, line {number}: {error}") from None
            if not isinstance(row, dict):
                raise NotReadable(f"{path}, line {number}: expected an object, {{…}}")
            yield number, row


def _csv_rows(text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    csv.field_size_limit(2**31 - 1)
    for number, row in enumerate(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")), 1):
        yield number, {name: value for name, value in row.items() if name is not None and value not in (None, "")}


def _read_rows(path: str, rows: Iterable[tuple[int, dict[str, Any]]], text_field: str | None) -> Iterator[Article]:
    names = {**FIELDS, "body": (text_field,)} if text_field else FIELDS
    for number, row in rows:
        found = {name: _take(row, wanted) for name, wanted in names.items()}
        if found["body"] is None:
            raise NotReadable(f"{path}, row {number}: no {' or '.join(names['body'])}; name the column of the text with --text")
        key = row.get("id", found["url"])
        yield Article(f"{path}:{number}" if key is None else f"{path}#{key}", more=row, **found)


def _take(row: dict[str, Any], names: Iterable[str]) -> str | None:
    for name in names:
        if isinstance(row.get(name), str):
            return row.pop(name)
    return None

"""Datasette with Leitai: every connection has the llm_* tables and functions, the tables of an archive come with facets, and each
article has a page that shows it with everything found in it marked.

    plugins:
      leitai: {table: articles, text: body}    # which table holds the articles, and which column of it their text; these are the defaults
"""
from __future__ import annotations

from typing import Any

from datasette import NotFound, Response, hookimpl
from datasette.utils import escape_sqlite, tilde_decode, tilde_encode, urlsafe_components
from datasette.utils.sqlite import sqlite3
from markupsafe import Markup

import leitai
from leitai import _auto

# What can be chosen by, table by table of an archive.
FACETS: dict[str, list] = {
    "article": ["publisher", "author", "script"],
    "players": ["kind", "camp", "known"],
    "models": ["developer", "known"],
    "relations": ["relation", "subject"],
    "claims": ["kind", "structure", "polarity", "certainty", {"array": "players"}],
    "figures": ["measure", "unit", "direction"],
    "dates": ["grain"],
    "quotes": ["kind", "speaker"],
    "sources": ["kind", "source"],
    "mentions": ["kind", "known"],
    "camps": ["camp"],
    "names": ["kind"],
}
HIDDEN = ("config", "pending", "progress")  # an archive's own

CSS = """
td.col-evidence, td.col-headline, td.col-support, td.col-body { min-width: 22em }
td.col-title { min-width: 10em }
td.col-body { display: block; max-height: 12em; overflow: auto }
dl.column-descriptions { columns: 24em; font-size: smaller }
dl.column-descriptions dd { break-inside: avoid; break-before: avoid }
"""

_archives: dict[str, list[str]] = {}  # database → archives in it
_told: dict[str, dict[str, Any]] = {}  # table, without llm_ → what it and its columns are


@hookimpl
def startup(datasette: Any) -> Any:
    if not hasattr(sqlite3.Connection, "load_extension"):
        _auto.everywhere(leitai.loadable_path() + ".so")

    async def look_around() -> None:
        for name, database in datasette.databases.items():
            found = await database.execute("SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE%USING llm_archive(%'")
            _archives[name] = [row[0] for row in found.rows]
        for table, column, meaning in leitai.connect(":memory:").execute("SELECT table_name, column_name, meaning FROM llm_schema"):
            told = _told.setdefault(table.removeprefix("llm_"), {"columns": {}})
            if column is None:
                told["description"] = meaning
            else:
                told["columns"][column] = meaning

    return look_around


@hookimpl
def prepare_connection(conn: Any) -> None:
    if hasattr(conn, "load_extension"):
        leitai.load(conn)


@hookimpl
def get_metadata() -> dict:
    return {"databases": {database: {"tables": _tables(archives)} for database, archives in _archives.items()}}


def _tables(archives: list[str]) -> dict[str, dict]:
    tables: dict[str, dict] = {}
    for archive in archives:
        tables |= {f"{archive}_{table}": {"facets": facets, **_told.get(table, {})} for table, facets in FACETS.items()}
        tables |= {f"{archive}_{table}": {"hidden": True} for table in HIDDEN}
    return tables


def _settings(datasette: Any, database: str) -> tuple[str, str]:
    settings = datasette.plugin_config("leitai", database=database) or {}
    return settings.get("table", "articles"), settings.get("text", "body")


@hookimpl
def render_cell(row: Any, value: Any, column: str, table: str | None, database: str, datasette: Any) -> Any:
    """The title of an article, and its key in the tables of an archive, lead to the article with everything in it marked."""
    articles = _settings(datasette, database)[0]
    if column == "key" and value is not None and any((table or "").startswith(f"{a}_") for a in _archives.get(database, [])):
        return _link(datasette, database, articles, tilde_encode(str(value)), value)
    if column != "title" or table != articles or not value:
        return None

    async def from_title() -> Markup | None:
        keys = await datasette.get_database(database).primary_keys(table) or ["rowid"]
        path = ",".join(tilde_encode(str(row[key])) for key in keys if key in row.keys())
        return _link(datasette, database, articles, path, value) if path else None

    return from_title


def _link(datasette: Any, database: str, table: str, path: str, text: Any) -> Markup:
    return Markup('<a href="{}/marked">{}</a>').format(datasette.urls.row(database, table, path), text)


async def marked(datasette: Any, request: Any) -> Response:
    database, table = tilde_decode(request.url_vars["database"]), tilde_decode(request.url_vars["table"])
    path = request.url_vars["pks"]
    await datasette.ensure_permissions(request.actor, [("view-table", (database, table)), ("view-database", database), "view-instance"])
    try:
        db = datasette.get_database(database)
    except KeyError:
        raise NotFound(f"Database not found: {database}") from None
    if not await db.table_exists(table):
        raise NotFound(f"Table not found: {table}")
    keys = await db.primary_keys(table) or ["rowid"]
    where = " AND ".join(f"{escape_sqlite(key)} = ?" for key in keys)
    text = escape_sqlite(_settings(datasette, database)[1])
    found = await db.execute(f"SELECT llm_annotate({text}, 'html') FROM {escape_sqlite(table)} WHERE {where}", urlsafe_components(path))
    row = found.first()
    if row is None or row[0] is None:
        raise NotFound(f"Article not found: {path}")
    return Response.html(row[0])


@hookimpl
def extra_css_urls(datasette: Any) -> list[str]:
    return [datasette.urls.path("/-/leitai.css")]


@hookimpl
def register_routes() -> list:
    return [(r"^/-/leitai\.css$", lambda: Response(CSS, content_type="text/css")), (r"^/(?P<database>[^/]+)/(?P<table>[^/]+)/(?P<pks>[^/]+)/marked$", marked)]

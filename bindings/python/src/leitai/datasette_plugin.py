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

# By the end of a table's name, as an archive gives it: arc_players, or a table that somebody kept as `players`.
FACETS = {
    "article": ["publisher", "author", "script"],
    "players": ["kind", "camp", "name"],
    "models": ["developer", "name"],
    "relations": ["relation", "subject"],
    "claims": ["kind", "structure", "certainty", "polarity", "source"],
    "figures": ["measure", "unit", "direction"],
    "dates": ["grain"],
    "quotes": ["kind", "speaker"],
    "sources": ["kind", "source"],
    "mentions": ["kind", "name"],
}


@hookimpl
def startup(datasette: Any) -> None:
    if not hasattr(sqlite3.Connection, "load_extension"):
        _auto.everywhere(leitai.loadable_path() + ".so")


@hookimpl
def prepare_connection(conn: Any) -> None:
    if hasattr(conn, "load_extension"):
        leitai.load(conn)


@hookimpl
def get_metadata(database: str | None, table: str | None) -> dict:
    facets = FACETS.get((table or "").rsplit("_", 1)[-1])
    if not database or facets is None:
        return {}
    return {"databases": {database: {"tables": {table: {"facets": facets}}}}}


def _settings(datasette: Any, database: str) -> tuple[str, str]:
    settings = datasette.plugin_config("leitai", database=database) or {}
    return settings.get("table", "articles"), settings.get("text", "body")


@hookimpl
def render_cell(row: Any, value: Any, column: str, table: str | None, database: str, datasette: Any) -> Any:
    """The title of an article leads to the article with everything in it marked."""
    if not value or column != "title" or table != _settings(datasette, database)[0]:
        return None

    async def link() -> Markup | None:
        keys = await datasette.get_database(database).primary_keys(table) or ["rowid"]
        if not all(key in row.keys() for key in keys):
            return None
        path = ",".join(tilde_encode(str(row[key])) for key in keys)
        return Markup('<a href="{}/marked">{}</a>').format(datasette.urls.row(database, table, path), value)

    return link


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
def register_routes() -> list:
    return [(r"^/(?P<database>[^/]+)/(?P<table>[^/]+)/(?P<pks>[^/]+)/marked$", marked)]

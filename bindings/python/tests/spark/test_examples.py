"""The example's questions have the answers that an archive gives (sql/views.sql), and show what docs/spark.md does."""
import re
import sys

import pytest
from conftest import ROOT

from leitai import spark as on_spark

sys.path.append(str(ROOT / "bindings/python/examples"))
import on_spark as example  # noqa: E402


@pytest.fixture(scope="module")
def tables(articles):
    tables = on_spark.read(articles, tables=["article", "players", "claims"], published="published")
    yield tables
    tables.unpersist()


@pytest.fixture(scope="module")
def counted(tables):
    return example.once(tables)


@pytest.fixture(scope="module")
def views(archive):
    archive.executescript((ROOT / "sql/views.sql").read_text())
    return archive


def test_copies(tables, views):
    found = sorted(map(tuple, example.copies(tables["article"]).collect()))
    assert found == views.execute("SELECT key, original FROM arc_copies ORDER BY key").fetchall() != []


@pytest.mark.parametrize("question, query", [
    (example.players, "SELECT name, kind, articles, mentions FROM leaderboard ORDER BY articles DESC, mentions DESC, name, kind"),
    (example.co_mentions, "SELECT * FROM co_mentions"),
    (example.claims_about, "SELECT player, side, source, certainty, headline, key FROM claims_for_and_against"),
])
def test_questions(counted, views, question, query):
    wanted = views.execute(query).fetchall()
    assert len(wanted) > 5
    assert sorted(row[: len(wanted[0])] for row in map(tuple, question(counted).collect())) == sorted(wanted)


def test_what_is_shown(spark, capsys):
    pages = example.pages(spark, [str(ROOT / "fixtures")])
    tables = on_spark.read(pages, text="content", key="page", tables=["article", "players", "claims"])
    example.show(tables)
    tables.unpersist()
    shown = re.search(r"sql/spark\.sh\n(.*?)```", (ROOT / "docs/spark.md").read_text(), re.S)[1]
    assert capsys.readouterr().out.strip() == shown.strip()

"""Datasette shows articles, what is in them, and each article marked."""
import asyncio
import re

import pytest
from datasette.app import Datasette

from leitai import archive as archives


@pytest.fixture
def get(archive):
    """Asks a Datasette over our articles: path → (status, text)."""
    archives.index(str(archive), "articles", "body", "arc")
    datasette = Datasette([str(archive)])

    def ask(path):
        async def answer():
            await datasette.invoke_startup()
            return await datasette.client.get(path, follow_redirects=True)

        response = asyncio.run(answer())
        return response.status_code, response.text

    return ask


def test_database(get):
    status, page = get("/archive")
    assert status == 200
    assert all(f'href="/archive/{table}"' in page for table in ("articles", "arc_players", "arc_claims"))
    assert 'href="/archive/arc_config"' not in page and 'href="/archive/arc_pending"' not in page


def test_players_with_facets(get):
    status, page = get("/archive/arc_players")
    assert status == 200
    assert re.search(r'arc_players\?[^"]*kind=company[^"]*"[^>]*>company</a> 69|>company</a>', page) and re.search(r'arc_players\?camp=[^"]*"[^>]*>整车企业</a>', page)
    assert "one row per company, person or organization" in page and "the article" in page  # what the table and its columns are
    assert '<a href="/archive/articles/2/marked">2</a>' in page
    status, page = get("/archive/arc_players?camp=整车企业")
    assert status == 200 and ">特斯拉<" in page and ">优必选<" not in page


def test_claims_with_facets(get):
    status, page = get("/archive/arc_claims")
    assert status == 200
    assert re.search(r'arc_claims\?[^"]*structure=enumerated', page) and re.search(r"players__arraycontains=", page)


def test_articles_lead_to_marked_ones(get):
    status, page = get("/archive/articles")
    assert status == 200 and '<a href="/archive/articles/2/marked">人形机器人的下半场：谁先走出实验室</a>' in page
    status, page = get("/archive/articles/2/marked")
    assert status == 200 and "<html" in page and "优必选" in page and "岚驰汽车" in page


@pytest.mark.parametrize("path", ["/archive/articles/99/marked", "/archive/none/1/marked", "/none/articles/1/marked"])
def test_what_is_not_there(get, path):
    assert get(path)[0] == 404


def test_sql(get):
    status, page = get("/archive.json?sql=select+name+from+llm_players('阿里巴巴发布了通义千问。')&_shape=arrayfirst")
    assert (status, page.replace(" ", "")) == (200, '["阿里巴巴"]') or "\\u963f" in page


def test_permissions(archive):
    datasette = Datasette([str(archive)], metadata={"databases": {"archive": {"allow": {"id": "root"}}}})

    async def answer():
        await datasette.invoke_startup()
        return await datasette.client.get("/archive/articles/1/marked")

    assert asyncio.run(answer()).status_code == 403

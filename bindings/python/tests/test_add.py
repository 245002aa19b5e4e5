"""`leitai add` takes files as they come, and each article once."""
import json
import sqlite3
import subprocess
import sys

import pytest

PAGE = """<html lang="zh"><head><meta charset="gbk"><title>岚驰汽车的新工厂</title></head><body>
<nav><a href="/">首页</a> <a href="/tech">科技</a></nav><article><h1>岚驰汽车的新工厂</h1><p>%s</p><p>%s</p></article>
<footer>版权所有 不得转载</footer></body></html>""" % ("岚驰汽车在合肥的新工厂投产，首批一百二十台机器人已经上岗。" * 4, "公司说，明年产能还将翻一番。" * 6)


def add(database, *files, text=None):
    run = subprocess.run(
        [sys.executable, "-m", "leitai.command", "add", str(database), *map(str, files), *(["--text", text] if text else [])],
        capture_output=True, text=True)
    return run.stdout.strip(), run.stderr.strip()


def rows(database, columns):
    return sqlite3.connect(database).execute(f"SELECT {columns} FROM articles ORDER BY id").fetchall()


def test_text_in_any_encoding(tmp_path):
    text = "标题\n\n宇树科技发布了新机器人。"
    for name, encoding in [("a.txt", "utf-8"), ("b.txt", "gb18030"), ("c.md", "utf-8-sig")]:
        (tmp_path / name).write_bytes((text * 3).encode(encoding))
    (tmp_path / "d.txt").write_bytes(("標題\n\n宇樹科技發佈了新機器人。" * 3).encode("big5"))
    database = tmp_path / "a.db"
    assert add(database, tmp_path) == ("4 added", "")
    assert [body.lstrip("\ufeff")[:2] for body, in rows(database, "body")] == ["标题", "标题", "标题", "標題"]


def test_twice(tmp_path):
    page = tmp_path / "a.txt"
    page.write_text("宇树科技发布了新机器人。")
    assert add(tmp_path / "a.db", page) == ("1 added", "")
    assert add(tmp_path / "a.db", page) == ("1 the same", "")
    page.write_text("宇树科技发布了另一款机器人。")
    assert add(tmp_path / "a.db", page) == ("1 changed", "")
    assert rows(tmp_path / "a.db", "id, body") == [(1, "宇树科技发布了另一款机器人。")]


def test_html(tmp_path):
    page = tmp_path / "p.html"
    page.write_bytes(PAGE.encode("gbk"))
    (tmp_path / "empty.html").write_text("<html><body></body></html>")
    said, problem = add(tmp_path / "a.db", page, tmp_path / "empty.html")
    assert said == "1 added, 1 not read" and problem.endswith("empty.html: no article found in this page")
    [(title, body)] = rows(tmp_path / "a.db", "title, body")
    assert title == "岚驰汽车的新工厂"
    assert body.startswith("岚驰汽车的新工厂") and "首批一百二十台" in body and "首页" not in body and "版权" not in body


def test_jsonl(tmp_path):
    file = tmp_path / "feed.jsonl"
    articles = [{"id": 7, "content": "甲公司发布新品。", "date": "2024-05-01", "tags": ["a"]}, {"id": 9, "content": "乙公司裁员。", "title": "裁员"}]
    file.write_text("\n".join(json.dumps(a, ensure_ascii=False) for a in articles) + "\n\n")
    assert add(tmp_path / "a.db", file) == ("2 added", "")
    assert rows(tmp_path / "a.db", "source, title, published, body, more") == [
        (f"{file}#7", rows(tmp_path / "a.db", "title")[0][0], "2024-05-01", "甲公司发布新品。", '{"id": 7, "tags": ["a"]}'),
        (f"{file}#9", "裁员", None, "乙公司裁员。", '{"id": 9}'),
    ]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8-sig"])
def test_csv_as_excel_writes_it(tmp_path, encoding):
    file = tmp_path / "t.csv"
    file.write_bytes('标题,网页正文\r\n"一,二","第一行\r\n第二行"\r\n三,第三篇\r\n'.encode(encoding))
    said, problem = add(tmp_path / "a.db", file)
    assert said == "1 not read" and problem.endswith("t.csv, row 1: no body or text or content or article or 正文 or 内容; name the column of the text with --text")
    assert add(tmp_path / "a.db", file, text="网页正文") == ("2 added", "")
    assert rows(tmp_path / "a.db", "title, body") == [("一,二", "第一行\r\n第二行"), ("三", "第三篇")]


def test_a_file_is_taken_whole_or_not_at_all(tmp_path):
    (tmp_path / "bad.jsonl").write_text('{"text": "甲公司。"}\n{"text": \n')
    said, problem = add(tmp_path / "a.db", tmp_path / "bad.jsonl", tmp_path / "missing.txt", tmp_path / "a.pdf")
    assert said == "3 not read"
    assert "bad.jsonl, line 2: " in problem and "missing.txt: No such file" in problem and "a.pdf: expected a name that ends in .txt" in problem
    assert rows(tmp_path / "a.db", "*") == []


def test_a_file_that_is_no_database(tmp_path):
    (tmp_path / "a.db").write_text("no database at all, but long enough to be looked at" * 20)
    (tmp_path / "a.txt").write_text("甲公司。")
    assert add(tmp_path / "a.db", tmp_path / "a.txt") == ("", "leitai: file is not a database")

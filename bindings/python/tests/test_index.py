"""`leitai index` reads all articles into an archive, and goes on where it was stopped."""
import os
import pty
import sqlite3
import subprocess
import sys

import pytest

from leitai import archive as archives
from leitai import command


def index(*arguments):
    run = subprocess.run([sys.executable, "-m", "leitai.command", "index", *map(str, arguments)], capture_output=True, text=True)
    return run.returncode, run.stdout.strip(), run.stderr.strip()


def ask(database, sql):
    return sqlite3.connect(database).execute(sql).fetchall()


def test_index(archive):
    assert index(archive) == (0, "5 articles read; see arc_players, arc_claims …", "")
    assert ask(archive, "SELECT a.title, p.camp FROM arc_players p JOIN articles a ON a.id = p.key WHERE p.name = '优必选'") == [
        ("人形机器人的下半场：谁先走出实验室", "机器人厂商")]
    assert ask(archive, "SELECT count(*) FROM arc_dates d JOIN articles a ON a.id = d.key WHERE a.published IS NOT NULL AND d.start_date IS NULL") != []


def test_what_was_read_is_not_read_again(archive, pages):
    index(archive)
    before = ask(archive, "SELECT * FROM arc_players")
    assert index(archive)[0] == 0
    assert ask(archive, "SELECT * FROM arc_players") == before
    command.add(str(archive), [str(pages / "ai-chips.clean.txt")])  # followed by the archive's triggers
    assert ask(archive, "SELECT count(*) FROM arc_article") == [(6,)]


def test_a_table_of_ones_own(tmp_path):
    database = tmp_path / "a.db"
    with sqlite3.connect(database) as db:
        db.execute('CREATE TABLE "my pages"(url TEXT PRIMARY KEY, "the text" TEXT, day TEXT)')
        db.execute("""INSERT INTO "my pages" VALUES ('u', '上个月，宇树科技发布了新机器人。', '2024-05-02')""")
    options = ["--table", "my pages", "--text", "the text", "--key", "url", "--published", "day", "--name", "my arc", "--threads", "2"]
    assert index(database, *options)[0] == 0
    assert ask(database, 'SELECT key, start_date FROM "my arc_dates"') == [("u", "2024-04-01")]


@pytest.mark.parametrize("options, problem", [
    (["--table", "none"], "none"), (["--text", "nothing"], "nothing"), (["--threads", "0"], "threads is to be a number"),
])
def test_what_is_not_there(archive, options, problem):
    code, said, error = index(archive, *options)
    assert (code, said) == (1, "") and error.startswith("leitai: ") and problem in error


def test_no_database(tmp_path):
    assert index(tmp_path / "none.db") == (1, "", f"leitai: there is no database {tmp_path / 'none.db'}")
    assert not (tmp_path / "none.db").exists()


def test_stopped_and_gone_on(archive, monkeypatch):
    """Ctrl-C, at the first look at how far it is, keeps what was committed; the next run reads the rest."""
    with sqlite3.connect(archive) as db:
        numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 700)"
        db.execute(f"{numbers} INSERT INTO articles(source, body) SELECT source || i, body || char(10) || '第' || i || '号。' FROM articles, n")

    def press(*_):
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(archives, "_show", press)
        with pytest.raises(archives.Stopped, match="goes on from there"):
            archives.index(str(archive), "articles", "body", "arc")
    assert ask(archive, "SELECT count(*) FROM arc_article")[0][0] < 3505
    assert archives.index(str(archive), "articles", "body", "arc") == 3505
    assert ask(archive, "SELECT count(*), count(DISTINCT key) FROM arc_article") == [(3505, 3505)]


def test_bar(archive):
    """On a terminal, and only there."""
    screen, terminal = pty.openpty()
    subprocess.run([sys.executable, "-m", "leitai.command", "index", archive], stdout=subprocess.PIPE, stderr=terminal)
    os.close(terminal)
    assert "articles" in os.read(screen, 1 << 20).decode()

#!/usr/bin/env python3
"""An archive keeps SQLite's promises: several connections, schemas and files; defensive mode; a program without Leitai; damage.
Each test is a function with a sentence for a name; it has a folder of its own, and fails by an assertion. The connections are apsw's (a
newer SQLite); the program without Leitai is the sqlite3 shell."""
import re, shutil, subprocess, sys, tempfile, traceback
from pathlib import Path

try:
    import apsw
except ImportError:
    sys.exit(print("1..0 # SKIP apsw is not here"))

ROOT = Path(__file__).resolve().parent.parent
TEXTS = ["百度发布了文心一言。", "腾讯来了，智谱AI也来了。", "华为与百度合作。", "阿里巴巴上个月发布了通义千问，投入36.57亿元。"]
PLAIN = "CREATE TABLE articles(id INTEGER PRIMARY KEY, body TEXT, date TEXT)"
ARCHIVE = "CREATE VIRTUAL TABLE arc USING llm_archive(articles, text=body, key=id, published=date)"


def connect(path=":memory:", leitai=True):
    db = apsw.Connection(str(path))
    if leitai:
        db.enable_load_extension(True)
        db.load_extension(str(ROOT / "build/leitai"))
    return db


def rows(db, sql, *values):
    return [row[0] if len(row) == 1 else row for row in db.execute(sql, values)]


def fill(db, schema="main"):
    db.execute(PLAIN.replace("articles", f"{schema}.articles"))
    for text in TEXTS:
        db.execute(f"INSERT INTO {schema}.articles(body) VALUES (?)", (text,))


def filled(path=":memory:"):
    db = connect(path)
    fill(db)
    db.execute(ARCHIVE)
    return db


def check(db, archive="arc", schema="main"):
    """Both integrity checks, and every table of the archive against a reading of each text."""
    assert rows(db, f'PRAGMA "{schema}".integrity_check') == ["ok"], rows(db, f'PRAGMA "{schema}".integrity_check')
    db.execute(f'INSERT INTO "{schema}"."{archive}"("{archive}") VALUES (\'integrity-check\')')


def names(db, key, table="arc_players"):
    return sorted(rows(db, f"SELECT DISTINCT name FROM {table} WHERE key = ?", key))


def fails(db, sql, pattern):
    try:
        db.execute(sql)
    except apsw.Error as error:
        assert re.search(pattern, str(error)), f"{error} is not {pattern}"
    else:
        raise AssertionError(f"{sql} does not fail")


def shell(path, *commands):
    done = subprocess.run(["sqlite3", str(path), *commands], capture_output=True, text=True)
    return done.stdout + done.stderr


def under_wal_each_connection_sees_what_is_committed(folder):
    one = filled(folder / "db")
    one.execute("PRAGMA journal_mode = wal")
    other = connect(folder / "db")
    one.execute("BEGIN; UPDATE articles SET body = '腾讯来了。' WHERE id = 1")
    assert names(one, 1) == ["腾讯"] and names(other, 1) == ["百度"]
    one.execute("COMMIT")
    assert names(other, 1) == ["腾讯"]
    other.execute("INSERT INTO articles(id, body) VALUES (9, '华为来了。')")
    assert names(one, 9) == ["华为"]
    check(one), check(other)


def an_archive_made_by_another_connection_is_followed(folder):
    one, other = connect(folder / "db"), connect(folder / "db")
    one.execute("PRAGMA journal_mode = wal")
    fill(one)
    assert len(rows(other, "SELECT id FROM articles")) == len(TEXTS)
    one.execute(ARCHIVE)
    other.execute("BEGIN; UPDATE articles SET body = '华为来了。' WHERE id = 1")
    assert names(other, 1) == ["华为"]
    other.execute("COMMIT")
    one.execute("DROP TABLE arc")
    other.execute("INSERT INTO articles(body) VALUES ('华为来了。')")


def a_busy_database_says_so_and_nothing_is_half_done(folder):
    one = filled(folder / "db")
    other = connect(folder / "db")
    one.execute("BEGIN IMMEDIATE")
    fails(other, "UPDATE articles SET body = '华为来了。' WHERE id = 1", "locked")
    fails(other, "INSERT INTO arc(arc) VALUES ('sync')", "locked")
    fails(other, "SELECT llm_archive_sync('arc')", "locked")
    one.execute("ROLLBACK")
    other.execute("UPDATE articles SET body = '华为来了。' WHERE id = 1")
    assert names(other, 1) == ["华为"]
    check(one)


def attached_archives_follow_their_own_schema(folder):
    db = filled(folder / "db")
    db.execute("ATTACH ? AS \"the other\"", (str(folder / "other"),))
    fill(db, '"the other"')
    db.execute(ARCHIVE.replace("TABLE arc", 'TABLE "the other".arc'))
    db.execute('UPDATE "the other".articles SET body = \'小鹏汽车来了。\' WHERE id = 1')
    assert names(db, 1) == ["百度"] and names(db, 1, '"the other".arc_players') == ["小鹏汽车"]
    db.execute("UPDATE main.articles SET body = '华为来了。' WHERE id = 1")
    assert names(db, 1) == ["华为"] and names(db, 1, '"the other".arc_players') == ["小鹏汽车"]
    check(db), check(db, schema="the other")
    db.execute('DETACH "the other"')
    late = connect(folder / "db")
    late.execute("ATTACH ? AS later", (str(folder / "other"),))
    late.execute("UPDATE later.articles SET body = '腾讯来了。' WHERE id = 1")
    assert names(late, 1, "later.arc_players") == ["腾讯"]
    check(late, schema="later")


def an_archive_of_an_attached_table_is_synced(folder):
    db = connect(folder / "db")
    db.execute("ATTACH ? AS pages", (str(folder / "pages"),))
    fill(db, "pages")
    db.execute("CREATE VIRTUAL TABLE arc USING llm_archive(pages.articles, text=body, key=id)")
    db.execute("UPDATE pages.articles SET body = '华为来了。' WHERE id = 1; DELETE FROM pages.articles WHERE id = 2")
    assert names(db, 1) == ["百度"]
    read = rows(db, "SELECT article FROM arc_article WHERE key IN (3, 4)")
    db.execute("INSERT INTO arc(arc) VALUES ('sync')")
    assert names(db, 1) == ["华为"] and names(db, 2) == []
    assert rows(db, "SELECT article FROM arc_article WHERE key IN (3, 4)") == read, "what did not change was read again"
    check(db)


def an_archive_of_a_view_is_synced(folder):
    db = connect(folder / "db")
    fill(db)
    db.execute("CREATE VIEW pages AS SELECT 'page ' || id AS name, upper(body) AS words FROM articles WHERE id < 4")
    db.execute("CREATE VIRTUAL TABLE arc USING llm_archive(pages, text=words, key=name)")
    assert names(db, "page 1") == ["百度"]
    db.execute("DELETE FROM articles WHERE id = 1; INSERT INTO articles VALUES (2, '华为来了。', NULL) ON CONFLICT DO UPDATE SET body = excluded.body")
    db.execute("SELECT llm_archive_sync('arc')")
    assert names(db, "page 1") == [] and names(db, "page 2") == ["华为"]
    check(db)


def keys_that_are_not_unique_are_refused(folder):
    db = connect(folder / "db")
    db.execute("CREATE TABLE pages(name, words); INSERT INTO pages VALUES ('a', '百度来了。'), ('b', '华为来了。'), ('a', '腾讯来了。')")
    fails(db, "CREATE VIRTUAL TABLE arc USING llm_archive(pages, text=words, key=name)", "two articles of pages have the same key")
    db.execute("UPDATE pages SET name = rowid")
    db.execute("CREATE VIRTUAL TABLE arc USING llm_archive(pages, text=words, key=name)")
    fails(db, "INSERT INTO pages VALUES (1, '小鹏汽车来了。')", "two articles of pages have the same key")
    assert len(rows(db, "SELECT * FROM pages")) == 3
    check(db)


def temp_archives_follow_tables_of_main(folder):
    db = connect(folder / "db")
    fill(db)
    db.execute(ARCHIVE.replace("TABLE arc", "TABLE temp.arc"))
    db.execute("UPDATE articles SET body = '华为来了。' WHERE id = 1")
    assert names(db, 1) == ["华为"]
    check(db, schema="temp")
    db.execute("DROP TABLE arc")
    assert rows(db, "SELECT name FROM sqlite_temp_schema") == []
    db.execute("UPDATE articles SET body = '百度来了。' WHERE id = 1")


def vacuum_backup_and_dump_keep_it(folder):
    db = filled(folder / "db")
    db.execute("DELETE FROM articles WHERE id = 2; VACUUM")
    check(db)
    db.execute("UPDATE articles SET body = '华为来了。' WHERE id = 1")
    assert names(db, 1) == ["华为"]
    db.execute("VACUUM INTO ?", (str(folder / "copy"),))
    copy = connect(folder / "backup")
    with copy.backup("main", db, "main") as backup:
        backup.step()
    for one in (connect(folder / "copy"), copy):
        check(one)
        one.execute("UPDATE articles SET body = '腾讯来了。' WHERE id = 1")
        assert names(one, 1) == ["腾讯"]
        check(one)
    db.close()
    dump = shell(folder / "db", f".load {ROOT}/build/leitai", ".dump")
    assert not shell(folder / "restored", f".load {ROOT}/build/leitai", "PRAGMA writable_schema = on", dump.replace("PRAGMA foreign_keys=OFF;", ""))
    restored = connect(folder / "restored")
    check(restored)


def odd_names_are_names(folder):
    table, archive = '"my ""articles"""', '"an \'archive\'; --%s@$x"'
    db = connect(folder / "db")
    db.execute(f"""CREATE TABLE {table}("the key", "文章", "select" TEXT, UNIQUE("the key")); INSERT INTO {table} VALUES ('k''1', '百度来了。', '2023-05-09')""")
    db.execute(f"""CREATE VIRTUAL TABLE {archive} USING llm_archive({table}, text=[文章], key='the key', published="select")""")
    db.execute(f"INSERT INTO {table} VALUES ('k''2', '华为来了。', NULL)")
    players = archive[:-1] + '_players"'
    assert rows(db, f"SELECT name FROM {players} WHERE key = 'k''2'") == ["华为"]
    assert rows(db, f"SELECT key, published FROM {archive} ORDER BY key") == [("k'1", "2023-05-09"), ("k'2", None)]
    check(db, archive[1:-1])
    db.execute(f'ALTER TABLE {archive} RENAME TO "x""y"')
    db.execute(f"""DELETE FROM {table} WHERE "the key" = 'k''1'""")
    assert rows(db, 'SELECT key FROM "x""y"') == ["k'2"]
    db.execute('DROP TABLE "x""y"')
    assert rows(db, "SELECT count(*) FROM sqlite_schema") == [2]


def keys_compare_byte_by_byte(folder):
    db = connect(folder / "db")
    db.execute("CREATE TABLE articles(name TEXT COLLATE NOCASE PRIMARY KEY, body); INSERT INTO articles VALUES ('a', '百度来了。')")
    db.execute("CREATE VIRTUAL TABLE arc USING llm_archive(articles, key=name)")
    db.execute("UPDATE articles SET name = 'A'")
    assert rows(db, "SELECT key FROM arc_players") == ["A"]
    db.execute("REPLACE INTO articles VALUES ('a', '华为来了。')")
    assert rows(db, "SELECT key, name FROM arc_players") == [("a", "华为")]
    check(db)


def keys_may_be_of_any_type(folder):
    db = connect(folder / "db")
    db.execute("CREATE TABLE articles(k PRIMARY KEY, body)")
    for key in (1, 2.5, "three", b"\x04"):
        db.execute("INSERT INTO articles VALUES (?, '百度来了。')", (key,))
    db.execute("INSERT INTO articles VALUES (NULL, '华为来了。')")
    db.execute("CREATE VIRTUAL TABLE arc USING llm_archive(articles, key=k)")
    assert rows(db, "SELECT key FROM arc_players ORDER BY key") == [1, 2.5, "three", b"\x04"]
    db.execute("UPDATE articles SET k = 'five' WHERE k = x'04'")
    assert rows(db, "SELECT key FROM arc_players ORDER BY key") == [1, 2.5, "five", "three"]
    check(db)


def defensive_mode_protects_every_table(folder):
    db = filled(folder / "db")
    db.execute("UPDATE articles SET date = '2023-05-09'")
    db.config(apsw.SQLITE_DBCONFIG_DEFENSIVE, 1)
    tables = rows(db, "SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB 'arc_*' AND name <> 'arc_pending'")
    assert len(tables) > 14
    for table in tables:
        for sql in (f"DELETE FROM {table}", f"DROP TABLE {table}", f"INSERT INTO {table} DEFAULT VALUES"):
            fails(db, sql, "may not be modified|may not be dropped")
    fails(db, "CREATE TABLE arc_sections(x)", "reserved")
    db.execute("UPDATE articles SET body = '华为来了。' WHERE id = 1; INSERT INTO articles(body) VALUES ('腾讯来了。'); DELETE FROM articles WHERE id = 2")
    assert names(db, 1) == ["华为"] and names(db, 5) == ["腾讯"] and names(db, 2) == []
    for command in ("sync", "rebuild", "optimize", "pause", "resume"):
        db.execute("INSERT INTO arc(arc) VALUES (?)", (command,))
    check(db)
    db.execute("ALTER TABLE arc RENAME TO other; DROP TABLE other")
    db.execute(ARCHIVE)
    check(db)


def an_untrusted_schema_is_followed_and_asked(folder):
    db = filled(folder / "db")
    db.execute("PRAGMA trusted_schema = off")
    db.execute("CREATE VIEW firms AS SELECT key, player, title FROM arc WHERE player = '华为'")
    db.execute("UPDATE articles SET body = '华为来了。' WHERE id = 1")
    assert names(db, 1) == ["华为"] and rows(db, "SELECT key FROM firms ORDER BY key") == [1, 3]
    db.execute("CREATE TABLE log(x); CREATE TRIGGER bad AFTER INSERT ON log BEGIN SELECT llm_archive_sync('arc'); END")
    fails(db, "INSERT INTO log VALUES (1)", "unsafe use of llm_archive_sync")


def a_program_without_leitai_may_read_and_write(folder):
    filled(folder / "db").close()
    assert shell(folder / "db", "SELECT name FROM arc_players WHERE key = 1") == "百度\n"
    said = shell(folder / "db", "UPDATE articles SET body = '华为来了。' WHERE id = 1; DELETE FROM articles WHERE id = 2; INSERT INTO articles(body) VALUES ('腾讯来了。');"
                 "REPLACE INTO articles VALUES (3, '小鹏汽车来了。', NULL); UPDATE articles SET id = 40 WHERE id = 4; PRAGMA integrity_check")
    assert said == "ok\n", said
    db = connect(folder / "db")
    check(db)
    db.execute("INSERT INTO arc(arc) VALUES ('sync')")
    assert [names(db, key) for key in (1, 2, 3, 4, 5, 40)] == [["华为"], [], ["小鹏汽车"], [], ["腾讯"], ["阿里巴巴"]]
    assert rows(db, "SELECT count(*) FROM arc_pending") == [0]
    check(db)
    shell(folder / "db", "UPDATE articles SET body = '百度来了。' WHERE id = 1")
    db.execute("UPDATE articles SET body = '百度来了。' WHERE id = 3")
    assert names(db, 1) == ["百度"], "what was noted is read at the next change"


def triggers_of_the_user_go_on(folder):
    db = filled(folder / "db")
    db.execute("CREATE TABLE log(id); CREATE TRIGGER copy AFTER INSERT ON articles WHEN new.id < 100 BEGIN INSERT INTO articles(id, body) VALUES (new.id + 100, new.body);"
               " INSERT INTO log SELECT key FROM arc_players WHERE key = new.id + 100; END")
    db.execute("INSERT INTO articles(id, body) VALUES (50, '华为来了。')")
    assert names(db, 50) == names(db, 150) == ["华为"] and rows(db, "SELECT * FROM log") == [150]
    assert rows(db, "SELECT char(72, 105, 65, 65, 65, 65, 65, 65, 65, 65, 65, 65, 65, 65, 65, 65, 65, 65, 0x1F600, -1)") == ["Hi" + 16 * "A" + "\U0001F600\ufffd"]
    assert rows(db, "SELECT char(72, 105)") == ["Hi"]
    check(db)


def what_is_changed_while_triggers_are_off_is_found(folder):
    db = filled(folder / "db")
    db.config(apsw.SQLITE_DBCONFIG_ENABLE_TRIGGER, 0)
    db.execute("UPDATE articles SET body = '华为来了。' WHERE id = 1; DELETE FROM articles WHERE id = 2")
    db.config(apsw.SQLITE_DBCONFIG_ENABLE_TRIGGER, 1)
    fails(db, "INSERT INTO arc(arc) VALUES ('integrity-check')", "arc: 1 articles are not in the source")
    db.execute("DROP TRIGGER arc_insert; INSERT INTO arc(arc) VALUES ('sync')")
    db.execute("INSERT INTO articles(id, body) VALUES (9, '腾讯来了。')")
    assert names(db, 1) == ["华为"] and names(db, 9) == ["腾讯"], "sync makes missing triggers anew"
    check(db)


def a_replaced_table_is_taken_up_again(folder):
    db = filled(folder / "db")
    db.execute("BEGIN; CREATE TABLE new(id INTEGER PRIMARY KEY, body TEXT, date TEXT, extra); INSERT INTO new SELECT *, 1 FROM articles; DROP TABLE articles; ALTER TABLE new RENAME TO articles; COMMIT")
    fails(db, "INSERT INTO arc(arc) VALUES ('integrity-check')", "triggers on the source are missing")
    db.execute("INSERT INTO arc(arc) VALUES ('sync'); UPDATE articles SET body = '华为来了。' WHERE id = 1")
    assert names(db, 1) == ["华为"]
    check(db)


def an_archive_that_keeps_texts_itself(folder):
    db = connect(folder / "db")
    db.execute("CREATE VIRTUAL TABLE arc USING llm_archive(content=stored)")
    for number, text in enumerate(TEXTS, 1):
        db.execute("INSERT INTO arc(key, text, published) VALUES (?, ?, '2023-05-09')", (number, text))
    fails(db, "INSERT INTO arc(key, text) VALUES (1, '华为来了。')", "UNIQUE constraint failed: arc.key")
    db.execute("INSERT OR IGNORE INTO arc(key, text) VALUES (1, '华为来了。')")
    assert names(db, 1) == ["百度"]
    db.execute("INSERT OR REPLACE INTO arc(key, text) VALUES (1, '华为来了。')")
    assert names(db, 1) == ["华为"]
    fails(db, "INSERT INTO arc(text) VALUES ('华为来了。')", "NOT NULL constraint failed: arc.key")
    fails(db, "UPDATE arc SET title = 'x'", "only key, text and published can be written")
    db.execute("UPDATE arc SET text = '小鹏汽车来了。' WHERE key = 2; UPDATE arc SET key = 30 WHERE key = 3; UPDATE arc SET published = '2024-01-01' WHERE key = 4; DELETE FROM arc WHERE key = 1")
    assert [names(db, key) for key in (1, 2, 3, 30)] == [[], ["小鹏汽车"], [], ["华为", "百度"]]
    assert rows(db, "SELECT published, text FROM arc WHERE key = 4") == [("2024-01-01", TEXTS[3])]
    fails(db, "UPDATE arc SET key = 2 WHERE key = 4", "UNIQUE constraint failed: arc.key")
    db.execute("BEGIN; DELETE FROM arc; ROLLBACK")
    db.execute("INSERT INTO arc(arc) VALUES ('rebuild')")
    assert rows(db, "SELECT key FROM arc ORDER BY key") == [2, 4, 30]
    check(db)
    db.execute("DROP TABLE arc")
    assert rows(db, "SELECT count(*) FROM sqlite_schema") == [0]


def an_archive_that_keeps_no_text(folder):
    db = connect(folder / "db")
    db.execute("CREATE VIRTUAL TABLE arc USING llm_archive(content=none, key=TEXT)")
    db.execute("INSERT INTO arc(key, text, published) VALUES ('a', ?, '2023-05-09'), ('b', ?, NULL)", TEXTS[:2])
    assert names(db, "a") == ["百度"] and rows(db, "SELECT key, published, text FROM arc ORDER BY key") == [("a", "2023-05-09", None), ("b", None, None)]
    db.execute("REPLACE INTO arc(key, text) VALUES ('a', '华为来了。'); UPDATE arc SET text = '小鹏汽车来了。' WHERE key = 'b'")
    assert names(db, "a") == ["华为"] and names(db, "b") == ["小鹏汽车"]
    fails(db, "UPDATE arc SET key = 'c' WHERE key = 'b'", "UPDATE must give text anew")
    fails(db, "INSERT INTO arc(arc) VALUES ('rebuild')", "the texts were not kept")
    db.execute("DELETE FROM arc WHERE key = 'a'")
    assert names(db, "a") == []
    check(db)


def words_are_found_in_restored_text(folder):
    db = connect(folder / "db")
    fill(db)
    db.execute("CREATE VIRTUAL TABLE arc USING llm_archive(articles, text=body, key=id, published=date, fts5=1)")
    assert rows(db, "SELECT key FROM arc WHERE arc MATCH '發佈' AND player = '百度'") == [1]
    db.execute("UPDATE articles SET body = '華為發布了新產品。' WHERE id = 1; DELETE FROM articles WHERE id = 4")
    assert rows(db, "SELECT key FROM arc WHERE arc MATCH '发布' ORDER BY key") == [1]
    assert rows(db, "SELECT highlight(arc_search, 1, '[', ']') FROM arc_search('产品')") == ["华为发布了新[产品]。"]
    db.execute("ALTER TABLE arc RENAME TO other; UPDATE articles SET body = '腾讯发布了新产品。' WHERE id = 1")
    assert rows(db, "SELECT key FROM other WHERE other MATCH '腾讯 产品'") == [1]
    db.execute("INSERT INTO other(other) VALUES ('rebuild'); INSERT INTO other(other) VALUES ('optimize')")
    assert rows(db, "SELECT key FROM other WHERE other MATCH '产品'") == [1]
    check(db, "other")
    db.execute("DROP TABLE other")
    assert rows(db, "SELECT name FROM sqlite_schema WHERE name NOT LIKE 'sqlite%'") == ["articles"]


def names_of_the_user_make_rows_stale(folder):
    db = filled(folder / "db")
    db.execute("INSERT INTO articles(id, body) VALUES (9, '岚驰来了。')")
    db.execute("CREATE TABLE mine(name, kind, alias); INSERT INTO mine VALUES ('岚驰汽车', 'company', '岚驰'); SELECT llm_lexicon_use('main.mine')")
    assert names(db, 9) == []
    db.execute("INSERT INTO arc(arc) VALUES ('sync')")
    assert names(db, 9) == ["岚驰汽车"]
    db.execute("INSERT INTO mine VALUES ('拓野机器人', 'company', '拓野'); INSERT INTO articles(id, body) VALUES (10, '拓野来了。')")
    assert names(db, 10) == ["拓野机器人"]
    check(db)


def only_what_is_stale_is_read(folder):
    db = filled(folder / "db")
    before = rows(db, "SELECT key, article FROM arc_article ORDER BY key")
    db.execute("UPDATE arc_article SET version = 0 WHERE key = 2; INSERT INTO arc(arc) VALUES ('sync')")
    after = rows(db, "SELECT key, article FROM arc_article ORDER BY key")
    assert [one == other for one, other in zip(before, after)] == [True, False, True, True]
    check(db)


def an_archive_of_an_older_shape_is_made_anew(folder):
    db = filled(folder / "db")
    db.execute("ALTER TABLE arc_players DROP COLUMN ticker; UPDATE arc_config SET value = 0 WHERE name = 'shape'")
    db.execute("UPDATE articles SET body = '华为来了。' WHERE id = 1")
    assert names(db, 1) == ["百度"] and rows(db, "SELECT count(*) > 0 FROM arc_pending") == [1], "a change is noted"
    db.execute("INSERT INTO arc(arc) VALUES ('sync')")
    assert names(db, 1) == ["华为"]
    assert rows(db, "SELECT ticker FROM arc_players WHERE name = '腾讯'") == ["HKEX:00700"], rows(db, "SELECT * FROM arc_players")
    check(db)


def copies_are_grouped_whatever_the_order(folder):
    page = (ROOT / "fixtures/humanoid-robots.txt").read_text()
    other = (ROOT / "fixtures/robotaxi.txt").read_text()
    db = connect(folder / "db")
    db.execute(PLAIN)
    db.executemany("INSERT INTO articles(id, body) VALUES (?, ?)", [(5, page), (6, other), (7, page + "\n\n完。")])
    db.execute(ARCHIVE)
    copies = lambda: rows(db, "SELECT key, original FROM arc_copies ORDER BY key")
    assert copies() == [(5, 5), (7, 5)]
    db.execute("INSERT INTO articles(id, body) VALUES (3, ?)", (page,))
    assert copies() == [(3, 3), (5, 3), (7, 3)]
    db.execute("DELETE FROM articles WHERE id = 3; INSERT INTO articles(id, body) VALUES (8, ?)", (other,))
    assert copies() == [(5, 5), (6, 6), (7, 5), (8, 6)]
    assert rows(db, "SELECT key FROM arc WHERE original = key ORDER BY key") == [5, 6]
    db.execute("DELETE FROM articles WHERE id IN (5, 6)")
    assert copies() == []
    check(db)


def reading_is_the_same_with_threads(folder):
    db = connect(folder / "db")
    db.execute(PLAIN)
    for number, page in enumerate(sorted((ROOT / "fixtures").glob("*.txt")) * 9):
        db.execute("INSERT INTO articles(body) VALUES (?)", (page.read_bytes(),))
    db.execute(ARCHIVE)
    db.execute(ARCHIVE.replace("arc", "four", 1).replace("date)", "date, threads=4)"))
    for table in rows(db, "SELECT substr(name, 5) FROM sqlite_schema WHERE type = 'table' AND name GLOB 'arc_*' AND name NOT IN ('arc_progress', 'arc_config')"):
        assert rows(db, f"SELECT * FROM arc_{table}") == rows(db, f"SELECT * FROM four_{table}"), table
    assert rows(db, "SELECT count(*) > 500 FROM arc_players") == [1]


def what_was_read_stays_when_the_rest_is_interrupted(folder):
    db = connect(folder / "db")
    db.execute(PLAIN)
    with db:
        db.executemany("INSERT INTO articles(body) VALUES (?)", [(f"百度发布了第{number}款模型。",) for number in range(5000)])
    db.execute(ARCHIVE.replace("date)", "date, later=1, threads=2)"))
    assert rows(db, "SELECT count(*) FROM arc") == [0]
    seen = [0]
    for budget in (300000, 500000):
        calls = [0]
        def enough():
            calls[0] += 1
            return calls[0] > budget
        db.set_progress_handler(enough, 1)
        fails(db, "SELECT llm_archive_sync('arc')", "(?i)interrupt")
        db.set_progress_handler(None)
        seen += rows(db, "SELECT count(*) FROM arc")
        check(db)
    assert 0 < seen[-1] < 5000 and seen == sorted(seen), seen
    assert rows(db, "SELECT state, articles FROM arc_progress") == [("reading", seen[-1])]
    db.execute("UPDATE articles SET body = '华为来了。' WHERE id IN (1, 5000); DELETE FROM articles WHERE id = 2")
    assert names(db, 1) == names(db, 5000) == ["华为"]
    assert rows(db, "SELECT llm_archive_sync('arc')") == [4999]
    assert rows(db, "SELECT state FROM arc_progress") == ["complete"] and rows(db, "SELECT articles FROM arc_names WHERE name = '百度'") == [4997]
    check(db)


def an_interrupted_statement_leaves_nothing(folder):
    db = filled(folder / "db")
    with db:
        db.executemany("INSERT INTO articles(body) VALUES (?)", [(f"百度发布了第{number}款模型。",) for number in range(300)])
    for sql in ("INSERT INTO arc(arc) VALUES ('rebuild')", ARCHIVE.replace("TABLE arc", "TABLE more"), "DELETE FROM articles"):
        calls = [0]
        def enough():
            calls[0] += 1
            return calls[0] > 3000
        db.set_progress_handler(enough, 1)
        fails(db, sql, "(?i)interrupt")
        db.set_progress_handler(None)
        check(db)
        assert rows(db, "SELECT count(*) FROM arc") == [304] and rows(db, "SELECT count(*) FROM sqlite_schema WHERE name LIKE 'more%'") == [0]


def a_damaged_table_is_an_error(folder):
    db = filled(folder / "db")
    db.execute("DELETE FROM arc_names")
    fails(db, "INSERT INTO arc(arc) VALUES ('integrity-check')", "names counted wrongly")
    assert "names counted wrongly" in rows(db, "PRAGMA integrity_check")[0]
    db.execute("INSERT INTO arc(arc) VALUES ('rebuild')")
    check(db)
    db.execute("DROP TABLE arc_quotes")
    fails(db, "UPDATE articles SET body = '华为来了。' WHERE id = 1", "no such table")
    assert rows(db, "SELECT body FROM articles WHERE id = 1") == [TEXTS[0]]
    db.execute("INSERT INTO arc(arc) VALUES ('rebuild')")
    check(db)
    db.execute("DROP TABLE arc_article")
    fails(db, "SELECT * FROM arc", "no such table")
    db.execute("DROP TABLE arc")


def damaged_pages_never_crash(folder):
    script = ("import apsw, sys; db = apsw.Connection(sys.argv[1]); db.enable_load_extension(True); db.load_extension(sys.argv[2])\n"
              "for sql in ('SELECT count(*), max(title) FROM arc', \"UPDATE articles SET body = body || '华为来了。'\", 'DELETE FROM articles WHERE id = 2',\n"
              "    *(f\"INSERT INTO arc(arc) VALUES ('{c}')\" for c in ('integrity-check', 'sync', 'optimize', 'rebuild', 'integrity-check')), 'DROP TABLE arc'):\n"
              "  try: list(db.execute(sql))\n"
              "  except apsw.Error as error: print(error)\n")
    filled(folder / "whole").close()
    whole = (folder / "whole").read_bytes()
    said = ""
    for page in range(1, len(whole) // 4096):
        damaged = bytearray(whole)
        for at in range(8, 4096, 1 + page % 37):
            damaged[page * 4096 + at] ^= (at * page) & 0xFF
        (folder / "damaged").write_bytes(damaged)
        done = subprocess.run([sys.executable, "-c", script, folder / "damaged", ROOT / "build/leitai"], capture_output=True, text=True)
        assert done.returncode == 0, f"page {page}: {done.returncode} {done.stderr}"
        said += done.stdout
    assert "malformed" in said


def main():
    tests = [test for name, test in globals().items() if callable(test) and getattr(test, "__code__", None) and test.__code__.co_varnames[:1] == ("folder",)]
    wanted = sys.argv[1:]
    tests = [test for test in tests if not wanted or test.__name__ in wanted]
    print(f"1..{len(tests)}", flush=True)
    for number, test in enumerate(tests, 1):
        folder = Path(tempfile.mkdtemp())
        try:
            test(folder)
            problem = ""
        except Exception:
            problem = traceback.format_exc()
        shutil.rmtree(folder)
        print(f"{'not ' if problem else ''}ok {number} - {test.__name__.replace('_', ' ')}", *problem.splitlines(), sep="\n# ", flush=True)


main()

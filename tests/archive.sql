-- Archives, seen from one connection. `differences` is what a plain reading of every text gives and the archive does not, and the other
-- way round: it is to be empty whatever happened before.

CREATE TABLE articles(id INTEGER PRIMARY KEY, url TEXT UNIQUE, body TEXT, date TEXT);
INSERT INTO articles VALUES
  (1, 'u1', '百度发布文心一言' || char(10) || '文|林晓' || char(10) || '2023年3月17日' || char(10, 10) || '百度创始人李彦宏表示：“大模型不是一阵风。”百度发布了文心一言，投入超过36.57亿元。', '2023-03-17'),
  (2, 'u2', '首先，腾讯拥有大量数据。其次，腾讯去年投资了智谱AI。', '2023-04-02 08:00'),
  (3, 'u3', '阿里巴巴上个月发布了通义千问。', '2023年5月9日'),
  (4, 'u4', NULL, NULL),
  (5, 'u5', CAST('华为与百度合作，有望推出新产品。' AS BLOB), 1683590400);

CREATE VIRTUAL TABLE arc USING llm_archive(articles, text=body, key=id, published=date, tables=all);
CREATE TEMP TABLE days(id, day);
CREATE TEMP VIEW dated AS SELECT a.id, a.body, d.day FROM articles a LEFT JOIN days d USING (id);
INSERT INTO days VALUES (1, '2023-03-17'), (2, '2023-04-02'), (3, '2023-05-09'), (5, '2023-05-09');

-- Both ways, for every table that the archive keeps
CREATE TEMP TABLE kept AS SELECT t.name AS shadow, 'llm_' || substr(t.name, 5) AS reader,
    (SELECT group_concat('"' || name || '"', ', ') FROM pragma_table_info('llm_' || substr(t.name, 5)) WHERE name NOT IN ('text', 'anchor')) AS columns
  FROM sqlite_schema t WHERE t.name GLOB 'arc_*' AND 'llm_' || substr(t.name, 5) IN (SELECT table_name FROM llm_schema);
CREATE TEMP TABLE comparisons AS SELECT shadow, format('SELECT key, %s FROM %s', columns, shadow) AS archived,
    format('SELECT a.id, %s FROM dated a, %s(a.body%s)', replace(columns, '"', 'r."'), reader || '', CASE reader WHEN 'llm_dates' THEN ', a.day' ELSE '' END) AS read FROM kept;
UPDATE comparisons SET read = format('SELECT a.id, %s FROM dated a, %s(a.body%s) r',
    (SELECT group_concat('r."' || name || '"', ', ') FROM pragma_table_info('llm_' || substr(shadow, 5)) WHERE name NOT IN ('text', 'anchor')),
    'llm_' || substr(shadow, 5), CASE shadow WHEN 'arc_dates' THEN ', a.day' ELSE '' END);

SELECT ok(count(*) > 14, 'an archive keeps every table that reads a text') FROM kept;
SELECT gives(archived || ' EXCEPT ' || read, shadow || ' has no row that reading does not give') FROM comparisons;
SELECT gives(read || ' EXCEPT ' || archived, shadow || ' has every row that reading gives') FROM comparisons;
SELECT equals((SELECT count(*) FROM arc_players WHERE key = 1), (SELECT count(*) FROM llm_players((SELECT body FROM articles WHERE id = 1))), 'and as many');
SELECT gives('SELECT key, row FROM arc_players WHERE key = 1 ORDER BY row LIMIT 2', '1|1', '1|2', 'rows are numbered in reading order');
SELECT gives('SELECT name FROM pragma_table_list WHERE name GLOB ''arc_*'' AND type <> ''virtual'' AND NOT strict', 'every table is STRICT');
SELECT equals((SELECT count(*) FROM arc), 4, 'a NULL text is no article');
SELECT gives('SELECT key, published FROM arc ORDER BY key', '1|2023-03-17', '2|2023-04-02', '3|2023-05-09', '5|2023-05-09', 'days are told in whatever form they are given');
SELECT gives('SELECT start_date FROM arc_dates WHERE key = 3', '2023-04-01', 'relative dates are told from the day given');

-- Questions
CREATE TEMP TABLE before AS SELECT llm_debug('texts_read') AS n;
SELECT gives('SELECT key FROM arc WHERE player = ''百度'' ORDER BY published DESC', '5', '1', 'articles by player, newest first');
SELECT gives('SELECT key FROM arc WHERE player = ''百度'' ORDER BY published DESC LIMIT 1', '5', 'and no more than asked for');
SELECT gives('SELECT key FROM arc WHERE player = ''百度'' ORDER BY published DESC LIMIT 1 OFFSET 1', '1', 'from where it is asked for');
SELECT gives('SELECT key FROM arc WHERE player IN (''百度'', ''腾讯'') ORDER BY key LIMIT 2', '1', '2', 'any of several players');
SELECT gives('SELECT key, player FROM arc WHERE player = ''百度'' AND published > ''2023-04-01''', '5|百度', 'by player and day');
SELECT gives('SELECT key, model FROM arc WHERE model = ''文心一言''', '1|文心一言', 'by model');
SELECT gives('SELECT a.id, b.title FROM articles a JOIN arc b ON b.key = a.id WHERE a.url = ''u1''', '1|百度发布文心一言', 'by key, in a join');
SELECT gives('SELECT key FROM arc WHERE title IS NULL ORDER BY key', '2', '3', '5', 'what is not taken over, SQLite looks at itself');
SELECT gives('SELECT key FROM arc WHERE key >= 2 AND key < 5 AND script = ''hans''', '2', '3', 'by range of keys');
SELECT gives('SELECT a.text IS b.body FROM arc a JOIN articles b ON b.id = a.key', '1', '1', '1', '1', 'the text as stored is there too');
SELECT equals((SELECT count(*) FROM arc, arc b WHERE arc.key = b.original), 4, 'each is its own original');
SELECT gives('SELECT name, kind, articles FROM arc_names WHERE name = ''百度''', '百度|company|2', 'names are counted');
SELECT equals(llm_debug('texts_read') - n, 0, 'and not one text was parsed for it') FROM before;

-- Following
INSERT INTO articles VALUES (6, 'u6', '小米来了，百度也来了。', '2023-06-01');
INSERT INTO days VALUES (6, '2023-06-01');
SELECT gives('SELECT name FROM arc_players WHERE key = 6', '百度', 'a new article is read at once');
UPDATE articles SET body = '腾讯来了。' WHERE id = 6;
SELECT gives('SELECT name FROM arc_players WHERE key = 6', '腾讯', 'a changed one is read again');
UPDATE articles SET date = '2024-01-01' WHERE id = 6;
SELECT gives('SELECT published FROM arc WHERE key = 6', '2024-01-01', 'a changed day too');
UPDATE articles SET id = 60 WHERE id = 6;
SELECT gives('SELECT key, name FROM arc_players WHERE key IN (6, 60)', '60|腾讯', 'a changed key takes its rows along');
INSERT OR REPLACE INTO articles VALUES (7, 'u6', '阿里来了。', NULL);
SELECT gives('SELECT key, name FROM arc_players WHERE key IN (7, 60)', '7|阿里巴巴', 'REPLACE takes away what gave way');
INSERT OR IGNORE INTO articles VALUES (8, 'u6', '华为来了。', NULL);
SELECT equals((SELECT count(*) FROM arc_players WHERE key = 8), 0, 'IGNORE adds nothing');
UPDATE OR REPLACE articles SET url = 'u6' WHERE id = 1;
SELECT equals((SELECT count(*) FROM arc WHERE key = 7), 0, 'UPDATE OR REPLACE neither keeps what gave way');
INSERT INTO articles(id, body) VALUES (1, '百度来了。') ON CONFLICT(id) DO UPDATE SET body = excluded.body;
SELECT gives('SELECT name FROM arc_players WHERE key = 1', '百度', 'an upsert is an update');
DELETE FROM articles WHERE id = 1;
SELECT equals((SELECT count(*) FROM arc_players WHERE key = 1) + (SELECT count(*) FROM arc WHERE key = 1), 0, 'a deleted article leaves nothing');
UPDATE articles SET body = '   ' WHERE id = 3;
SELECT equals((SELECT count(*) FROM arc WHERE key = 3), 0, 'a text that says nothing has no rows');
INSERT INTO arc(arc) VALUES ('integrity-check');

BEGIN;
UPDATE articles SET body = '华为来了。' WHERE id = 2;
SELECT gives('SELECT name FROM arc_players WHERE key = 2', '华为', 'rows are there within the transaction');
SAVEPOINT s;
DELETE FROM articles;
SELECT equals((SELECT count(*) FROM arc), 0, 'all articles may go');
ROLLBACK TO s;
SELECT gives('SELECT key FROM arc', '2', '5', 'and come back with the savepoint');
ROLLBACK;
SELECT gives('SELECT DISTINCT name FROM arc_players WHERE key = 2 ORDER BY name', '智谱AI', '腾讯', 'a rollback takes the rows back');
SELECT throws('INSERT INTO articles SELECT 100 + value, NULL, ''华为来了。'', NULL FROM json_each(''[1, 2, 3]'') UNION ALL SELECT 2, NULL, NULL, NULL', 'UNIQUE%', 'a statement that fails');
SELECT equals((SELECT count(*) FROM arc WHERE key > 100), 0, 'leaves nothing of what it did');
INSERT INTO arc(arc) VALUES ('integrity-check');

-- Renaming
ALTER TABLE articles RENAME COLUMN body TO words;
ALTER TABLE articles RENAME TO documents;
INSERT INTO documents(id, words) VALUES (20, '百度来了。');
SELECT gives('SELECT name FROM arc_players WHERE key = 20', '百度', 'table and columns may be renamed');
ALTER TABLE arc RENAME TO "the ""archive""";
INSERT INTO documents(id, words) VALUES (21, '腾讯来了。');
SELECT gives('SELECT name FROM "the ""archive""_players" WHERE key = 21', '腾讯', 'the archive too, to any name');
CREATE VIRTUAL TABLE arc USING llm_archive(documents, text=words, published=date);
INSERT INTO documents(id, words) VALUES (22, '华为来了。');
SELECT gives('SELECT a.name, b.name FROM arc_players a JOIN "the ""archive""_players" b USING (key) WHERE key = 22', '华为|华为', 'two archives follow one table');
DROP TABLE "the ""archive""";
INSERT INTO arc(arc) VALUES ('integrity-check');
SELECT gives('SELECT count(*) FROM sqlite_schema WHERE name LIKE ''the%''', '0', 'a dropped archive leaves nothing');

-- Commands
INSERT INTO arc(arc) VALUES ('pause');
UPDATE documents SET words = '阿里来了。' WHERE id = 22;
SELECT gives('SELECT name FROM arc_players WHERE key = 22', '华为', 'paused, nothing is read');
INSERT INTO arc(arc) VALUES ('integrity-check');
INSERT INTO arc(arc) VALUES ('resume');
SELECT gives('SELECT name FROM arc_players WHERE key = 22', '阿里巴巴', 'resumed, what changed is read');
UPDATE arc_article SET version = version - 1 WHERE key IN (20, 21);
DELETE FROM arc_players WHERE key = 20;
SELECT throws('INSERT INTO arc(arc) VALUES (''integrity-check'')', 'arc: % counted wrongly', 'a table that was tampered with is told');
INSERT INTO arc(arc) VALUES ('sync');
SELECT gives('SELECT name FROM arc_players WHERE key = 20', '百度', 'what older rules read is read again') ;
INSERT INTO arc(arc) VALUES ('rebuild');
INSERT INTO arc(arc) VALUES ('optimize');
INSERT INTO arc(arc) VALUES ('integrity-check');
SELECT throws('INSERT INTO arc(arc) VALUES (''vacuum'')', 'arc: there is no command ''vacuum''%', 'an unknown command is told');
SELECT throws('INSERT INTO arc(key) VALUES (1)', 'arc follows documents: change that', 'nothing else can be put in');
SELECT throws('DELETE FROM arc', 'arc follows documents: change that', 'or taken out');
SELECT gives('SELECT state, articles, total FROM arc_progress', 'complete|7|7', 'how far the last pass came');
SELECT equals(llm_archive_sync('arc'), (SELECT count(*) FROM arc), 'sync in steps');
SELECT throws('SELECT llm_archive_sync(''nothing'')', 'llm_archive_sync: there is no archive called nothing', 'of an archive that is there');

-- What is wrong is told
SELECT throws('CREATE VIRTUAL TABLE x USING llm_archive', 'llm_archive: wanted is the table whose articles%', 'a table is wanted');
SELECT throws('CREATE VIRTUAL TABLE x USING llm_archive(nowhere)', 'llm_archive: there is no table main.nowhere', 'that is there');
SELECT throws('CREATE VIRTUAL TABLE x USING llm_archive(documents, text=words, speed=1)', 'llm_archive: there is no option ''speed''%', 'options are known ones');
SELECT throws('CREATE VIRTUAL TABLE x USING llm_archive(documents)', 'llm_archive: which column holds the text%', 'the text is named');
SELECT throws('CREATE VIRTUAL TABLE x USING llm_archive(documents, text=nothing)', 'llm_archive: there is no column nothing in main.documents', 'by a column that is there');
SELECT throws('CREATE VIRTUAL TABLE x USING llm_archive(documents, text=words, threads=0)', 'llm_archive: threads is to be a number%', 'threads are a number');
SELECT throws('CREATE VIRTUAL TABLE x USING llm_archive(documents, text=words, content=none)', 'llm_archive: content= is for an archive without%', 'content is for those without a table');
CREATE VIEW plain AS SELECT words FROM documents;
SELECT throws('CREATE VIRTUAL TABLE x USING llm_archive(plain, text=words)', 'llm_archive: which column tells one article from another%', 'a view has no key of its own');
SELECT gives('SELECT count(*) FROM sqlite_schema WHERE name LIKE ''x%''', '0', 'what failed leaves nothing behind');
DROP TABLE documents;
SELECT gives('SELECT count(*) FROM arc', '5', 'an archive outlives its table');
SELECT throws('INSERT INTO arc(arc) VALUES (''sync'')', 'llm_archive: there is no table main.documents', 'but cannot be made equal to it');
DROP TABLE arc;
SELECT gives('SELECT count(*) FROM sqlite_schema WHERE name LIKE ''arc%''', '0', 'and can be dropped');

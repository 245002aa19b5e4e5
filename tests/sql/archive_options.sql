-- What an archive is told when it is made, and what it answers when told wrongly; and one without a table to follow, which is written into.

CREATE TABLE "my pages"("the key" INTEGER PRIMARY KEY, "the ""text""", [day]);
INSERT INTO "my pages" VALUES (1, '百度发布了文心一言。', '2023-05-09'), (2, '腾讯来了。', NULL);

-- Names are written as in SQL
CREATE VIRTUAL TABLE a1 USING llm_archive( "my pages" , text = "the ""text""" , key = 'the key', published = [day], later = 0);
SELECT equals((SELECT group_concat(name, ' ') FROM a1_players), '百度 腾讯', 'a name may be quoted, with the quote in it doubled, and have blanks around');
DROP TABLE a1;
CREATE VIRTUAL TABLE a1 USING llm_archive(`my pages`, text=`the "text"`, key=_rowid_, tables='players,quotes', later=1, body=0, threads=3);
SELECT equals((SELECT count(*) FROM a1_players), 0, 'later: nothing is read yet');
INSERT INTO a1(a1) VALUES ('SYNC');
SELECT equals((SELECT group_concat(name, ' ') FROM a1_players), '百度 腾讯', 'but by sync, whatever its case');
SELECT equals((SELECT count(*) FROM pragma_table_list WHERE name GLOB 'a1_*' AND name IN ('a1_players', 'a1_quotes', 'a1_claims')), 2, 'tables= says which are kept');
SELECT equals((SELECT count(*) FROM a1 WHERE body IS NOT NULL), 0, 'body=0 keeps no restored text');
DROP TABLE a1;

-- What is not understood is told
SELECT throws('CREATE VIRTUAL TABLE x USING llm_archive("my pages" also, text=body)', 'llm_archive: ''"my pages" also'' is not understood%', 'one table');
SELECT throws('CREATE VIRTUAL TABLE x USING llm_archive("my pages", text=body and more)', 'llm_archive: ''text=body and more'' is not understood%', 'one value');
SELECT throws('CREATE VIRTUAL TABLE x USING llm_archive("my pages", later=2)', 'llm_archive: later is to be 0 or 1, not ''2''', 'switches are 0 or 1');
SELECT throws('CREATE VIRTUAL TABLE x USING llm_archive("my pages", threads=1000)', 'llm_archive: threads is to be a number%', 'threads are not without bound');
SELECT throws('CREATE VIRTUAL TABLE x USING llm_archive("my pages", threads=)', 'llm_archive: threads is to be a number%', 'nor nothing');
SELECT throws('CREATE VIRTUAL TABLE x USING llm_archive(content=kept)', 'llm_archive: content is to be stored or none, not ''kept''', 'content is stored or none');
SELECT throws('CREATE VIRTUAL TABLE x USING llm_archive(content=stored, key=REAL)', 'llm_archive: without a table to follow, key is to be INTEGER, TEXT or ANY, not ''REAL''', 'the key has a type');
SELECT throws('CREATE VIRTUAL TABLE x USING llm_archive(content=stored, fts5=1, body=0)', 'llm_archive: fts5=1 needs the restored text%', 'words are found in restored text');
SELECT throws('CREATE VIRTUAL TABLE x USING llm_archive("my pages", text="the ""text""", key=nothing)', 'llm_archive: there is no column nothing in main.my pages', 'a key that is no column');
SELECT throws('CREATE VIRTUAL TABLE x USING llm_archive("my pages", text="the ""text""", published=nothing)', 'llm_archive: there is no column nothing in main.my pages', 'a day that is none');
SELECT throws('CREATE VIRTUAL TABLE x USING llm_archive(nowhere.articles, text=body)', 'llm_archive: there is no table nowhere.articles', 'a schema that is not there');
SELECT throws('SELECT llm_archive_sync()', 'llm_archive_sync([schema,] archive): the name of an archive is wanted', 'sync of nothing');
SELECT throws('SELECT llm_archive_sync(''main'', NULL)', 'llm_archive_sync([schema,] archive): the name of an archive is wanted', 'of NULL');
SELECT throws('SELECT llm_archive_sync(''temp'', ''own'')', 'llm_archive_sync: there is no archive called own', 'in another schema');
SELECT equals((SELECT count(*) FROM pragma_table_list WHERE name GLOB 'x*'), 0, 'what failed leaves no table');

-- An archive that is written into
CREATE VIRTUAL TABLE own USING llm_archive(content=stored, key=TEXT, tables='players');
INSERT INTO own(key, text, published) VALUES ('甲', '百度来了。', '2023-05-09'), ('乙', '腾讯来了。', NULL);
SELECT throws('INSERT INTO own(key, text) VALUES (''甲'', ''华为来了。'')', 'UNIQUE constraint failed: own.key', 'a key is taken once');
SELECT throws('INSERT INTO own(key, text) VALUES (NULL, ''华为来了。'')', 'NOT NULL constraint failed: own.key', 'and is there');
SELECT throws('UPDATE own SET key = NULL', 'NOT NULL constraint failed: own.key', 'also after UPDATE');
SELECT throws('UPDATE own SET key = ''乙'' WHERE key = ''甲''', 'UNIQUE constraint failed: own.key', 'and still once');
SELECT throws('INSERT INTO own(key, title) VALUES (''丙'', ''题'')', 'own: only key, text and published can be written%', 'what is read cannot be written');
SELECT throws('UPDATE own SET title = ''题''', 'own: only key, text and published can be written%', 'nor changed');
SELECT throws('INSERT INTO own(own) VALUES (''stop'')', 'own: there is no command ''stop''%', 'commands are known ones');
INSERT OR IGNORE INTO own(key, text) VALUES ('甲', '华为来了。'), ('丙', '华为来了。');
UPDATE OR IGNORE own SET key = '乙' WHERE key = '甲';
SELECT equals((SELECT group_concat(key || name, ' ') FROM (SELECT * FROM own_players ORDER BY name)), '丙华为 甲百度 乙腾讯', 'OR IGNORE leaves what is there');
UPDATE OR REPLACE own SET key = '乙' WHERE key = '甲';
SELECT equals((SELECT group_concat(key || name, ' ') FROM (SELECT * FROM own_players ORDER BY name)), '丙华为 乙百度', 'OR REPLACE takes its place, text and all');
SELECT equals((SELECT group_concat(published, ' ') FROM own WHERE key = '乙'), '2023-05-09', 'and the day stays with the text');
UPDATE own SET published = '2024-01-01' WHERE key = '乙';
SELECT equals((SELECT published || name FROM own JOIN own_players USING (key) WHERE key = '乙'), '2024-01-01百度', 'a new day, and the text stays');
UPDATE own SET text = NULL WHERE key = '丙';
SELECT equals((SELECT group_concat(name, ' ') FROM own_players), '百度', 'a text that is NULL says nothing');
DELETE FROM own WHERE key = '乙';
SELECT equals((SELECT count(*) FROM own_players), 0, 'nor one that is gone');
INSERT INTO own(own) VALUES ('integrity-check');

-- One that keeps no text
CREATE VIRTUAL TABLE bare_one USING llm_archive(content=none, key=INTEGER, tables='players');
INSERT INTO bare_one(key, text) VALUES (1, '百度来了。');
SELECT throws('INSERT INTO bare_one(bare_one) VALUES (''sync'')', 'bare_one: the texts were not kept (content=none), so they cannot be read again', 'it cannot be read again');
SELECT throws('INSERT INTO bare_one(bare_one) VALUES (''rebuild'')', 'bare_one: the texts were not kept (content=none), so they cannot be read again', 'nor made anew');
SELECT throws('UPDATE bare_one SET published = ''2024-01-01''', 'bare_one: the texts were not kept (content=none): UPDATE must give text anew', 'nor changed in part');
UPDATE bare_one SET text = '腾讯来了。', key = 2 WHERE key = 1;
SELECT equals((SELECT group_concat(key || name) FROM bare_one_players), '2腾讯', 'but as a whole');

-- Searching through FTS5 with the tokenizer leitai. The pages come from the command line (tests/search.t).
CREATE VIRTUAL TABLE found USING fts5(body, tokenize = 'leitai');
INSERT INTO found(rowid, body) VALUES
  (1, '騰訊(tēng xùn)上周發布了新模型，機器(jī qì)人隨後跟進。'),
  (2, '北京大学生前来应聘，工厂的机
器人还在调试。'),
  (3, 'GPT-4.5的价格是Llama3的三倍，Café也在用ＡＩ。'),
  (4, '乾隆年间的瓷器，著名的窑口，𠮷家的藏品。'),
  (5, '船坞里的工人在修船，船不大，活儿不少，一共修了三天。');
CREATE TABLE query(word, rows, shown);
INSERT INTO query VALUES
  ('腾讯', '1', '[騰訊(tēng xùn)]上周發布了新模型，機器(jī qì)人隨後跟進。'),
  ('騰訊', '1', '[騰訊(tēng xùn)]上周發布了新模型，機器(jī qì)人隨後跟進。'),
  ('机器人', '1 2', '騰訊(tēng xùn)上周發布了新模型，[機器(jī qì)人]隨後跟進。'),
  ('大学', '2', '北京[大学]生前来应聘，工厂的机' || char(10) || '器人还在调试。'),
  ('学生', '2', '北京大[学生]前来应聘，工厂的机' || char(10) || '器人还在调试。'),
  ('gpt4.5', '3', '[GPT-4.5]的价格是Llama3的三倍，Café也在用ＡＩ。'),
  ('llama 3', '3', 'GPT-4.5的价格是[Llama3]的三倍，Café也在用ＡＩ。'),
  ('cafe', '3', 'GPT-4.5的价格是Llama3的三倍，[Café]也在用ＡＩ。'),
  ('AI', '3', 'GPT-4.5的价格是Llama3的三倍，Café也在用[ＡＩ]。'),
  ('乾隆', '4', '[乾隆]年间的瓷器，著名的窑口，𠮷家的藏品。'),
  ('着名', '4', '乾隆年间的瓷器，[著名]的窑口，𠮷家的藏品。'),
  ('𠮷家', '4', '乾隆年间的瓷器，著名的窑口，[𠮷家]的藏品。'),
  ('船', '5', '[船]坞里的工人在修[船]，[船]不大，活儿不少，一共修了三天。'),
  ('活儿不少一共', '5', '船坞里的工人在修船，船不大，[活儿不少，一共]修了三天。');
SELECT gives(format('SELECT group_concat(rowid, '' '') FROM found WHERE found MATCH %Q', '"' || word || '"'), rows, word || ' is found') FROM query;
SELECT gives(format('SELECT highlight(found, 0, ''['', '']'') FROM found WHERE found MATCH %Q LIMIT 1', '"' || word || '"'), shown,
  word || ' is marked in the raw text') FROM query WHERE shown NOT LIKE '%' || char(10) || '%';
SELECT equals((SELECT highlight(found, 0, '[', ']') FROM found WHERE found MATCH '机器人' AND rowid = 2),
  '北京大学生前来应聘，工厂的[机' || char(10) || '器人]还在调试。', 'a word across a line break is found and marked');
SELECT equals((SELECT snippet(found, 0, '[', ']', '…', 7) FROM found WHERE found MATCH '跟进'), '…機器(jī qì)人隨後[跟進]。', 'a snippet is a piece of the raw text');
SELECT gives('SELECT rowid FROM found WHERE found MATCH ''机器*''', '1', '2', 'a prefix finds what begins with it');
SELECT gives('SELECT rowid FROM found WHERE found MATCH ''NEAR(腾讯 跟进, 20)''', '1', 'NEAR counts characters');
SELECT gives('SELECT rowid FROM found WHERE found MATCH ''腾讯 OR 船''', '1', '5', 'queries are combined');
SELECT gives('SELECT rowid FROM found WHERE found MATCH ''学京''', 'what does not stand together is not found');

-- Pinyin
CREATE VIRTUAL TABLE heard USING fts5(body, tokenize = 'leitai pinyin');
INSERT INTO heard(rowid, body) SELECT rowid, body FROM found UNION ALL VALUES (6, '重庆的银行行长是女士，她爱绿茶。'), (7, 'Baidu的AI实验室');
CREATE TABLE sounds(word, rows);
INSERT INTO sounds VALUES ('tengxun', '1'), ('teng xun', '1'), ('jiqiren', '1 2'), ('chongqing', '6'), ('yinhang', '6'), ('hangzhang', '6'), ('lvcha', '6'), ('lücha', '6'),
  ('nǚshì', '6'), ('baidu', '7'), ('Baidu', '7'), ('AI', '3 7'), ('ai', '3 6 7'), ('gpt', '3'), ('腾讯', '1'), ('qiji', NULL);
SELECT gives(format('SELECT group_concat(rowid, '' '') FROM heard WHERE heard MATCH %Q', '"' || word || '"'), ifnull(rows, 'NULL'), word || ' is heard') FROM sounds;
SELECT equals((SELECT highlight(heard, 0, '[', ']') FROM heard WHERE heard MATCH 'yinhang'), '重庆的[银行]行长是女士，她爱绿茶。', 'what was heard is marked');
SELECT gives('SELECT rowid FROM heard WHERE heard MATCH ''"jiq" * ''', 'an unfinished syllable is no prefix of pinyin');
SELECT gives('SELECT rowid FROM heard WHERE heard MATCH ''teng xu*''', '1', 'a syllable may go on');

SELECT throws('CREATE VIRTUAL TABLE wrong USING fts5(body, tokenize = ''leitai words'')', 'error in tokenizer constructor', 'an option that is none is an error');

-- The index holds what the text holds, over any bytes
CREATE VIRTUAL TABLE noisy USING fts5(body, tokenize = 'leitai pinyin');
WITH RECURSIVE seeds(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM seeds WHERE i < 80) INSERT INTO noisy SELECT CAST(noise(i, i * 7) AS TEXT) FROM seeds;
INSERT INTO noisy VALUES (NULL), (''), ('a' || char(0) || 'b'), (x'e4bd'), (7);
INSERT INTO noisy(noisy) VALUES ('integrity-check');
SELECT ok(1, 'bytes without meaning are safe');
CREATE TABLE marked AS SELECT highlight(noisy, 0, '[', ']') AS body FROM noisy WHERE noisy MATCH 'a OR b OR c OR 7';
SELECT gives('SELECT count(*) > 1 FROM marked WHERE body LIKE ''%[%]%''', '1', 'and marked safely');

-- Every two characters that stand together on a page find it, in either script
CREATE VIRTUAL TABLE pages_found USING fts5(body, tokenize = 'leitai');
CREATE TABLE lines AS SELECT p.rowid AS page, llm_clean(llm_decode(p.body)) AS body FROM pages p;
INSERT INTO pages_found(rowid, body) SELECT rowid, llm_decode(body) FROM pages;
CREATE TABLE pairs AS WITH RECURSIVE places(page, body, n) AS (SELECT page, body, 1 FROM lines UNION ALL SELECT page, body, n + 1 FROM places WHERE n + 1 < length(body))
  SELECT DISTINCT page, substr(body, n, 2) AS pair FROM places WHERE substr(body, n, 2) GLOB '[一-鿿][一-鿿]';
SELECT gives('SELECT page, pair FROM pairs WHERE page NOT IN (SELECT rowid FROM pages_found WHERE pages_found MATCH ''"'' || pair || ''"'') LIMIT 5',
  'every two characters of ' || (SELECT count(*) FROM pages) || ' pages find them: ' || (SELECT count(*) FROM pairs)) WHERE EXISTS (SELECT 1 FROM pages);

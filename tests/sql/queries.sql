-- The tables in the queries that people write.
CREATE TABLE articles(id INTEGER PRIMARY KEY, body);
INSERT INTO articles VALUES (1, '百度来了。腾讯来了。'), (2, NULL), (3, ''), (4, '阿里来了。');

SELECT gives('SELECT id, sentence, s.body FROM articles a, llm_sentences(a.body) s', '1|1|百度来了。', '1|2|腾讯来了。', '4|1|阿里来了。',
  'a table of articles joins its sentences');
SELECT gives('SELECT id, sentence FROM articles a LEFT JOIN llm_sentences(a.body) s', '1|1', '1|2', '2|NULL', '3|NULL', '4|1',
  'LEFT JOIN keeps articles without rows');
SELECT gives('SELECT id, (SELECT s.body FROM llm_sentences(articles.body) s LIMIT 1) FROM articles', '1|百度来了。', '2|NULL', '3|NULL', '4|阿里来了。',
  'a correlated subquery sees the outer row');
SELECT gives('SELECT id FROM articles WHERE EXISTS (SELECT 1 FROM llm_sentences(articles.body) WHERE body LIKE ''腾讯%'')', '1',
  'EXISTS sees the outer row');
SELECT gives('SELECT id, s.body FROM articles a, llm_sentences(a.body) s LIMIT 1 OFFSET 1', '1|腾讯来了。', 'LIMIT and OFFSET count rows');
SELECT gives('SELECT sentence FROM articles a, llm_sentences(a.body) s WHERE a.id = 1 ORDER BY sentence DESC LIMIT 1', '2', 'ORDER BY comes before LIMIT');
SELECT gives('SELECT s.body FROM llm_sentences s, articles a WHERE s.text = a.body AND a.id = 4', '阿里来了。', 'the text may come from WHERE, in any order');
SELECT gives('SELECT count(*) FROM llm_sentences WHERE text IN (''百度来了。'', ''腾讯来了。阿里来了。'')', '3', 'IN reads every text');
SELECT gives('SELECT count(*) FROM llm_sentences(''甲。'') WHERE text = ''乙。''', '0', 'two texts at once cannot be');
SELECT throws('SELECT * FROM llm_sentences s, llm_sentences t WHERE s.text = t.body AND t.text = s.body', 'no query solution', 'texts that wait for each other are refused');
SELECT gives('SELECT a.sentence, b.sentence FROM llm_sentences(''甲。乙。'') a JOIN llm_sentences(''甲。乙。'') b ON a.body = b.body', '1|1', '2|2',
  'a table joins itself');
SELECT gives('SELECT DISTINCT sentence FROM articles a, llm_sentences(a.body) GROUP BY sentence HAVING count(*) > 1', '1', 'rows are grouped');
SELECT gives('SELECT max(s.body) FROM articles a, llm_sentences(a.body) s', '阿里来了。', 'what max() keeps outlives its row');
SELECT gives('SELECT rowid, sentence FROM llm_sentences(''甲。乙。'')', '1|1', '2|2', 'rows are numbered in reading order');
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40)
SELECT equals((SELECT count(*) FROM n, llm_sentences('第' || i || '条。' || '完。')), 80, 'more texts than are kept are read one after another');

-- views, also of databases that are not trusted
CREATE VIEW first_sentences AS SELECT id, s.body FROM articles a, llm_sentences(a.body) s WHERE sentence = 1;
CREATE VIEW clean AS SELECT id, llm_clean(body) AS body FROM articles WHERE body > '';
PRAGMA trusted_schema = OFF;
SELECT gives('SELECT * FROM first_sentences', '1|百度来了。', '4|阿里来了。', 'a view works in a database that is not trusted');
SELECT gives('SELECT * FROM clean WHERE id = 4', '4|阿里来了。', 'a view of functions too');
PRAGMA trusted_schema = ON;
CREATE INDEX by_title ON articles(llm_clean(body));
SELECT gives('SELECT id FROM articles WHERE llm_clean(body) = ''阿里来了。''', '4', 'functions of the text can be indexed');

-- conditions joined by OR, of which SQLite asks one by one
SELECT gives('SELECT body FROM llm_sentences(''好。坏。远。'') WHERE body = ''好。'' OR body LIKE ''坏%''', '好。', '坏。', 'an OR over columns is answered');

-- writing is refused, and says so
SELECT throws('INSERT INTO llm_sentences(body) VALUES (1)', '%llm_sentences may not be modified', 'tables over a text are only read');
SELECT throws('CREATE VIRTUAL TABLE mine USING llm_sentences', '%no such module: llm_sentences', 'there is nothing to create');

-- However many tables look at one text, it is read once; and only what is asked for is read.
CREATE TABLE articles(id INTEGER PRIMARY KEY, body TEXT);
INSERT INTO articles VALUES (1, '百度发布了文心一言。'), (2, '腾讯来了。'), (3, '阿里来了。');
CREATE TABLE before AS SELECT llm_debug('texts_read') AS n;

SELECT equals((SELECT count(*) FROM articles a, llm_sentences(a.body) s, llm_paragraphs(a.body) p, llm_article(a.body)), 3, 'three tables join over each text');
SELECT equals(llm_debug('texts_read') - n, 3, 'three tables over three texts are three readings') FROM before;
SELECT equals((SELECT count(llm_clean(body)) + count(llm_title(body)) FROM articles), 3, 'functions read the same texts');
SELECT equals(llm_debug('texts_read') - n, 3, 'functions share them') FROM before;
SELECT equals((SELECT count(*) FROM articles a, articles b, llm_sentences(a.body)), 9, 'the inner loop runs again');
SELECT equals(llm_debug('texts_read') - n, 3, 'and rewinds') FROM before;
SELECT equals((SELECT count(*) FROM llm_sentences('腾讯来了。' || '')), 1, 'an equal text from elsewhere');
SELECT equals(llm_debug('texts_read') - n, 3, 'is the same text') FROM before;
SELECT equals((SELECT count(*) FROM llm_sentences(CAST('腾讯来了。' AS BLOB))), 1, 'its bytes as a BLOB');
SELECT equals(llm_debug('texts_read') - n, 4, 'are another text, as they might be decoded') FROM before;

WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100)
SELECT equals((SELECT sum(length(llm_clean('第' || i || '条'))) FROM n), 392, 'a hundred texts');
SELECT ok(llm_debug('readings_kept') <= 16, 'no more than sixteen are kept');
SELECT ok(json_valid(llm_debug()), 'llm_debug() is JSON');
SELECT equals(llm_debug('sqlite'), sqlite_version(), 'it knows the SQLite it runs in');
SELECT equals(llm_debug('what'), NULL, 'what it does not know is NULL');


-- Large texts are read by every table: MEGABYTES of them (tests/large.t), of articles, of noise, and of nothing but one mark, which is
-- where time that grows with the square would show.
CREATE TABLE size AS SELECT CAST(ifnull(env('MEGABYTES'), 1) AS INTEGER) * 1000000 AS bytes;
CREATE TABLE texts(name, body);

-- our pages' sentences, shuffled into paragraphs that nobody wrote twice
CREATE TABLE sentences AS SELECT row_number() OVER () - 1 AS n, s.body FROM pages p, llm_sentences(p.body) s;
INSERT INTO texts
WITH RECURSIVE shuffled(i, n) AS (SELECT 0, 0 UNION ALL SELECT i + 1, (n * 7 + i * i + 11) % (SELECT count(*) FROM sentences) FROM shuffled, size WHERE i < bytes / 100)
SELECT 'articles', group_concat(body || i || iif(i % 5, '', char(10, 10)), '') FROM shuffled JOIN sentences USING (n);

INSERT INTO texts SELECT 'a BLOB of noise', noise(7, bytes) FROM size;
INSERT INTO texts SELECT 'noise', CAST(noise(8, bytes) AS TEXT) FROM size;
INSERT INTO texts SELECT 'nothing but ' || value, replace(hex(zeroblob(bytes / length(CAST(value AS BLOB)))), '00', value)
  FROM size, json_each('["“", "」", "。", "一", "亿", "第", "年", "(", "a ", "# ", "1.", "-", "?", "（台）", "首先，"]');
SELECT ok(length(CAST(body AS BLOB)) > bytes * 0.8, name || ': ' || length(CAST(body AS BLOB)) || ' bytes') FROM texts, size WHERE name = 'articles';

CREATE TABLE readers AS SELECT table_name AS name FROM llm_schema WHERE column_name IS NULL AND type LIKE '(text%';
SELECT gives(format('SELECT %s >= 0 FROM texts WHERE name = %Q', (SELECT group_concat('(SELECT count(*) FROM ' || name || '(texts.body))', ' + ') FROM readers), name),
    '1', 'every table reads ' || name) FROM texts;

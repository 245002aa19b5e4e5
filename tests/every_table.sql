-- Holds each llm_* table, present and future, to the same promises. The tables come from llm_schema, the pages from the command
-- line (tests/every_table.t), so that a new table needs no word here, but for the column that its rows restore.

CREATE TABLE tables AS SELECT table_name AS name, example FROM llm_schema WHERE column_name IS NULL;
CREATE TABLE readers AS SELECT t.name, t.example FROM tables t, llm_schema s WHERE table_name = t.name AND column_name IS NULL AND s.type LIKE '(text%';
CREATE TABLE texts AS SELECT name, llm_decode(body) AS text FROM pages;

-- The examples
SELECT gives('SELECT count(*) > 0 FROM (' || example || ')', '1', name || ': its example has rows') FROM tables;
SELECT gives(format('SELECT CAST("%w" AS TEXT) FROM (%s) WHERE "%w" = %Q LIMIT 1', column_name, t.example, column_name, s.example), s.example,
    t.name || ': its example shows ' || column_name || ' as llm_schema says')
  FROM tables t, llm_schema s WHERE table_name = t.name AND s.column_name > '' AND s.example <> '';
SELECT ok(min(meaning > '') = 1, table_name || ': table and columns have a meaning') FROM llm_schema GROUP BY table_name;

-- Nothing
SELECT gives(format('SELECT * FROM %s(NULL)', name), name || ': NULL gives no rows') FROM readers;
SELECT gives(format('SELECT * FROM %s('''')', name), name || ': the empty text gives no rows') FROM readers;
SELECT gives(format('SELECT * FROM %s(char(10, 32, 12288, 9))', name), name || ': blank text gives no rows') FROM readers;

-- The same rows twice: TEXT and BLOB are two readings
SELECT same(format('SELECT t.name, r.* FROM texts t, %s(t.text) r', name), format('SELECT t.name, r.* FROM texts t, %s(CAST(t.text AS BLOB)) r', name),
    name || ': the same text gives the same rows') FROM readers;

-- Any bytes: each text is read once, by all tables
CREATE TABLE damaged(name, body);
WITH RECURSIVE seeds(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM seeds WHERE i < 60)
INSERT INTO damaged SELECT 'bytes without meaning are safe', CAST(noise(i, i * i) AS TEXT) FROM seeds;
WITH RECURSIVE seeds(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM seeds WHERE i < 60)
INSERT INTO damaged SELECT 'BLOBs without meaning are safe', noise(i, i * i) FROM seeds;
WITH RECURSIVE cuts(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM cuts WHERE i < 40)
INSERT INTO damaged SELECT 'text torn anywhere is safe', CAST(substr(body, i * 37, i * 101) || noise(i, 3) || substr(body, i * 211, i * 97) AS TEXT)
  FROM cuts, (SELECT CAST(text AS BLOB) AS body FROM texts);
SELECT gives(format('SELECT min(%s) >= 0 FROM damaged WHERE name = %Q', (SELECT group_concat('(SELECT count(*) FROM ' || name || '(damaged.body))', ' + ') FROM readers), name),
    '1', name || ', for every table') FROM (SELECT DISTINCT name FROM damaged);
SELECT gives(format('SELECT count(*) >= 0 FROM (SELECT group_concat(text, char(10)) AS body FROM texts) t, %s(t.body)', name), '1',
    name || ': all pages read as one') FROM readers WHERE EXISTS (SELECT 1 FROM texts);

-- Every row stands where it says
CREATE TABLE restored(name, col);
INSERT INTO restored VALUES ('llm_paragraphs', 'body'), ('llm_sentences', 'body'), ('llm_mentions', 'surface'), ('llm_claims', 'headline'),
  ('llm_figures', 'figure'), ('llm_numbers', 'numeral'), ('llm_dates', 'surface'), ('llm_quotes', 'quote'), ('llm_tokens', 'token');
CREATE TABLE placed AS SELECT table_name AS name FROM llm_schema WHERE column_name = 'start' AND table_name <> 'llm_repairs';

SELECT gives(format('SELECT t.name, r.start, r.length FROM texts t, %s(t.text) r WHERE r.start < 1 OR r.length < 1 OR r.start + r.length - 1 > length(t.text) LIMIT 5', name),
    name || ': every row lies in the text') FROM placed;
SELECT gives(format('SELECT * FROM (SELECT t.name, r.start AS start, lag(r.start) OVER (PARTITION BY t.name ORDER BY t.rowid, r.rowid) AS before
    FROM texts t, %s(t.text) r) WHERE start < before LIMIT 5', name), name || ': rows come in reading order') FROM placed;
-- (a piece read by itself keeps line breaks, Markdown marks and widths of punctuation that the whole page showed to be none of its own)
SELECT gives(format('WITH pieces AS (SELECT t.name, r.start, r.length, r."%w" AS said,
        (SELECT group_concat(q.body, '''') FROM llm_paragraphs(substr(t.text, r.start, r.length)) q) AS got FROM texts t, %s(t.text) r)
    SELECT name, start, said, got FROM pieces p JOIN texts t USING (name) WHERE bare(said) IS NOT bare(got)
      AND NOT EXISTS (SELECT 1 FROM llm_repairs(t.text) d WHERE d.kind IN (''misaligned'', ''copy'')
        AND d.start < p.start + p.length AND p.start < d.start + d.length) LIMIT 5', col, name),
    name || ': what stands there, restored, is its ' || col) FROM restored;

-- Lists are JSON, days are days
SELECT gives(format('SELECT t.name, "%w" FROM texts t, %s(t.text) r WHERE NOT json_valid("%w") LIMIT 5', column_name, table_name, column_name),
    table_name || ': ' || column_name || ' is JSON') FROM llm_schema WHERE meaning LIKE '%JSON%';
SELECT gives(format('SELECT t.name, "%w" FROM texts t, %s(t.text) r WHERE date("%w") IS NOT "%w" LIMIT 5', column_name, table_name, column_name, column_name),
    table_name || ': ' || column_name || ' is a day of the calendar') FROM llm_schema WHERE meaning LIKE '%YYYY-MM-DD%';

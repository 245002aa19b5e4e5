-- llm_annotate as SQL sees it; what its pages hold is in tests/annotate.t.
SELECT equals(llm_annotate('百度来了。'), llm_annotate('百度来了。', 'html'), 'HTML is what it gives when no format is asked for');
SELECT throws('SELECT llm_annotate(''百度'', ''pdf'')', 'llm_annotate(text[, ''html'' or ''ansi'']): there is no such format', 'another format is an error that names those there are');
SELECT equals(llm_annotate('百度来了。'), llm_annotate('百度来了。', NULL), 'NULL is no format asked for');
SELECT throws('SELECT llm_annotate()', 'llm_annotate(text[, ''html'' or ''ansi'']): the text to read is missing', 'a text is wanted');
SELECT gives('SELECT llm_annotate(NULL, ''ansi''), llm_annotate(CAST(''百度来了。'' AS BLOB), ''ansi'') = llm_annotate(''百度来了。'', ''ansi'')', 'NULL|1', 'NULL is NULL, and a BLOB is read as text');

CREATE TABLE noisy(body);
WITH RECURSIVE seeds(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM seeds WHERE i < 60) INSERT INTO noisy SELECT noise(i, i * 31) FROM seeds;
INSERT INTO noisy SELECT CAST(body AS TEXT) FROM noisy;
SELECT gives('SELECT count(*) FROM noisy WHERE llm_annotate(body) LIKE ''%<script%'' OR llm_annotate(body, ''ansi'') GLOB ''*'' || char(7) || ''*''', '0', 'bytes without meaning are safe');
SELECT gives('SELECT length(llm_annotate(body, ''ansi'')) > 0 FROM (SELECT group_concat(''百度说：“腾讯涨了3%。'', ''“‘'') AS body FROM noisy)', '1', 'marks that never close are safe');

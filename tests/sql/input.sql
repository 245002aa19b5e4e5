-- What may be passed in, and what comes of it.

-- nothing to read, nothing to show
SELECT gives('SELECT * FROM llm_sentences(NULL)', 'NULL gives no rows');
SELECT gives('SELECT * FROM llm_sentences('''')', 'the empty text gives no rows');
SELECT gives('SELECT * FROM llm_article('' ' || char(10, 0x3000, 9) || ' '')', 'blank text gives no rows');
SELECT equals(llm_clean(NULL), NULL, 'a function of NULL is NULL');
SELECT equals(llm_clean(''), '', 'the restored empty text is empty');

-- numbers are read as their text
SELECT gives('SELECT body FROM llm_sentences(2023)', '2023', 'an integer is read as its text');
SELECT gives('SELECT body, typeof(text), text FROM llm_sentences(2.5)', '2.5|real|2.5', 'a real number too, and is handed back as it was');

-- BLOBs are text of unknown encoding (blobs.sql)
SELECT gives('SELECT body FROM llm_sentences(CAST(''大模型的擂台。'' AS BLOB))', '大模型的擂台。', 'a BLOB of UTF-8 is read');
SELECT equals(llm_decode('擂台'), '擂台', 'llm_decode leaves text alone');
SELECT equals(llm_decode(x''), '', 'an empty BLOB is the empty text');
-- ill-formed text
SELECT gives('SELECT sentence, start, length FROM llm_sentences(CAST(x''E5A4A7FFC3E5A4A7E38082E5A4A7'' AS TEXT))', '1|1|5', '2|6|1',
  'ill-formed bytes are characters as SQLite counts them');
SELECT gives('SELECT length(body), length, body = substr(text, start, length) FROM llm_sentences(''大'' || char(0) || ''模型'')', '1|1|1',
  'text ends at a NUL, as it does for substr()');
SELECT gives('SELECT start, length, substr(text, start, length) FROM llm_sentences(''🤖来了。𠮷也来了。'')', '1|4|🤖来了。', '5|5|𠮷也来了。',
  'characters beyond the first plane are one character each');

-- misuse gets an error that says what is wanted
SELECT throws('SELECT * FROM llm_players', 'llm_players(text): the text to read is missing', 'a table without its text says so');
SELECT throws('SELECT * FROM llm_dates', 'llm_dates(text_, anchor_): the text to read is missing', 'a table that may have an anchor says so too');
SELECT throws('SELECT (SELECT count(*) FROM llm_sentences(body)) FROM (SELECT ''甲。'' AS body)',
  'llm_sentences(text): the text to read is missing (if it is in a column called body, say whose: articles.body)', 'a table that hides the column meant says so');
SELECT throws('SELECT llm_clean()', 'llm_clean(text): the text to read is missing', 'a function without its text says so');
SELECT throws('SELECT llm_clean(1, 2)', 'llm_clean(text): too many arguments', 'a function with too much says so');
SELECT throws('SELECT * FROM llm_dates(''今年'', ''soon'')', 'llm_dates: the anchor is to be a date, YYYY-MM-DD, not ''soon''', 'an anchor is a date');
SELECT throws('SELECT * FROM llm_dates(''今年'', ''2023-13-01'')', 'llm_dates: the anchor is to be a date%', 'an anchor is a date of the calendar');
SELECT gives('SELECT * FROM llm_dates('''', '''')', 'an empty anchor is none');
SELECT throws('SELECT * FROM llm_players(''a'', ''b'')', 'too many arguments on llm_players() - max 1', 'a table with too much says so');

-- A database that keeps its text as UTF-16 sees the same rows.
PRAGMA encoding = 'UTF-16le';
CREATE TABLE articles(id INTEGER PRIMARY KEY, body TEXT);
INSERT INTO articles VALUES (1, '大模型🤖来了。𠮷也来了。');
SELECT equals((SELECT encoding FROM pragma_encoding), 'UTF-16le', 'the database is UTF-16');
SELECT gives('SELECT sentence, s.body, start, length, substr(a.body, start, length) = s.body FROM articles a, llm_sentences(a.body) s',
  '1|大模型🤖来了。|1|7|1', '2|𠮷也来了。|8|5|1', 'rows and places are the same');
SELECT equals((SELECT llm_clean(body) FROM articles), '大模型🤖来了。𠮷也来了。', 'functions too');
SELECT gives('SELECT text FROM llm_sentences(''擂台'')', '擂台', 'the text is handed back');
SELECT throws('SELECT * FROM llm_players', 'llm_players(text): the text to read is missing', 'errors too');

-- The pages of fixtures/ in a table, with what each says of itself (leitai add makes the same table):
--   sqlite3 archive.db ".load build/leitai" ".read sql/archive.sql"
CREATE TABLE articles(
  id INTEGER PRIMARY KEY,
  source TEXT NOT NULL UNIQUE,
  title TEXT, author TEXT, published TEXT, url TEXT,
  body TEXT NOT NULL,
  more TEXT
);

INSERT INTO articles(source, body)
SELECT name, llm_decode(data) FROM fsdir('fixtures')
WHERE name LIKE '%.txt' AND name NOT LIKE '%.clean.txt' AND name NOT LIKE '%.big5.txt'
ORDER BY name;

UPDATE articles SET title = llm_title(body), author = llm_author(body), published = llm_published(body);

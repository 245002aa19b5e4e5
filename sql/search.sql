-- Searching a table of pages:  sqlite3 :memory: < sql/search.sql
.load build/leitai
.separator '  '

CREATE TABLE pages AS SELECT value AS name, llm_decode(readfile('fixtures/' || value)) AS body
  FROM json_each('["humanoid-robots.txt", "ai-chips.txt", "ai-chips.big5.txt", "software-agents.txt", "video-models.txt", "robotaxi.txt"]');
CREATE VIRTUAL TABLE search USING fts5(name UNINDEXED, body, tokenize = 'leitai pinyin');
INSERT INTO search SELECT name, body FROM pages;

.print 供应链 finds 供應鏈, and the page is shown as it is stored:
SELECT name, snippet(search, 1, '【', '】', '…', 24) FROM search WHERE search MATCH '供应链' ORDER BY rank, name;

.print
.print gongyinglian does too:
SELECT name, snippet(search, 1, '【', '】', '…', 8) FROM search WHERE search MATCH 'gongyinglian' ORDER BY rank, name;

.print
.print Two pages that are one article:
SELECT a.name, b.name, llm_distance(llm_fingerprint(a.body), llm_fingerprint(b.body)) AS bits
  FROM pages a JOIN pages b ON a.name < b.name ORDER BY bits LIMIT 2;

.print
.print The words most used:
SELECT token, count(*) AS times FROM pages p, llm_tokens(p.body) WHERE kind = 'word' GROUP BY token ORDER BY times DESC, token LIMIT 5;

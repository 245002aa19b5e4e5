-- Who says what about whom, for and against, over several articles: one row per player and claim. Over any table articles(body):
--   sqlite3 archive.db ".load build/leitai" ".read sql/claims_about.sql"
--   SELECT side, source, headline, article FROM claims_about WHERE player = '拓野机器人' ORDER BY side, article;
CREATE TEMP VIEW claims_about AS
SELECT p.value AS player,
       CASE c.polarity WHEN 1 THEN 'for' WHEN -1 THEN 'against' ELSE 'neither' END AS side,
       coalesce(c.source, 'the article') AS source, c.kind, c.certainty, c.headline, a.rowid AS article, c.start, c.length
FROM articles a, llm_claims(a.body) c, json_each(c.players) p;

-- Views over an archive called arc, which any SQLite can ask, with Leitai or without:
--   CREATE VIRTUAL TABLE arc USING llm_archive(articles, text=body, key=id, published=published);   .read sql/views.sql
-- Reprints count once: of the copies of one text the one with the smallest key.

-- The articles that count, with the day and the month each is of.
CREATE VIEW articles_once AS
SELECT key, title, day, substr(day, 1, 7) AS month
FROM arc_article a
WHERE NOT EXISTS (SELECT 1 FROM arc_copies c WHERE c.key = a.key AND c.original <> c.key);

-- Who is spoken of, in how many articles:   SELECT * FROM leaderboard WHERE kind = 'company' LIMIT 10;
CREATE VIEW leaderboard AS
SELECT p.name, p.kind, count(*) AS articles, sum(p.mentions) AS mentions, min(a.day) AS first_day, max(a.day) AS last_day
FROM arc_players p JOIN articles_once a USING (key)
GROUP BY p.name, p.kind
ORDER BY articles DESC, mentions DESC, p.name;

-- Of all that a month's articles say of companies, how much goes to each:   SELECT * FROM share_of_voice WHERE name = '百度';
CREATE VIEW share_of_voice AS
SELECT month, name, mentions, round(100.0 * mentions / sum(mentions) OVER (PARTITION BY month), 1) AS percent
FROM (SELECT a.month, p.name, sum(p.mentions) AS mentions
      FROM arc_players p JOIN articles_once a USING (key)
      WHERE p.kind = 'company' AND a.month IS NOT NULL
      GROUP BY a.month, p.name)
ORDER BY month, mentions DESC, name;

-- Models in the order in which they came up, and whose they are: the developer that most articles tell.
CREATE VIEW model_releases AS
SELECT m.name AS model, min(a.day) AS first_day, count(*) AS articles,
       (SELECT d.developer FROM arc_models d JOIN articles_once USING (key) WHERE d.name = m.name AND d.developer IS NOT NULL
        GROUP BY d.developer ORDER BY count(*) DESC, d.developer LIMIT 1) AS developer
FROM arc_models m JOIN articles_once a USING (key)
GROUP BY m.name
ORDER BY first_day, model;

-- Who is named together with whom:   SELECT * FROM co_mentions WHERE name = '百度' LIMIT 10;
CREATE VIEW co_mentions AS
SELECT p.name, other.name AS other, count(*) AS articles
FROM arc_players p JOIN arc_players other USING (key) JOIN articles_once a USING (key)
WHERE p.name <> other.name
GROUP BY p.name, other.name
ORDER BY articles DESC, p.name, other.name;

-- What is said for and against a player, by whom, how surely:   SELECT * FROM claims_for_and_against WHERE player = '百度';
CREATE VIEW claims_for_and_against AS
SELECT p.value AS player, CASE c.polarity WHEN 1 THEN 'for' ELSE 'against' END AS side, coalesce(c.source, 'the article') AS source,
       c.certainty, c.headline, a.day, c.key
FROM arc_claims c JOIN articles_once a USING (key), json_each(c.players) p
WHERE c.polarity <> 0
ORDER BY player, side, a.day, c.key, c.row;

-- The figures of one metric side by side:   SELECT * FROM figures_by_metric WHERE metric = '营收' AND unit = '元';
CREATE VIEW figures_by_metric AS
SELECT f.metric, f.subject, f.period, f.value, f.upper, f.unit, f.approx, f.direction, f.figure, a.day, f.key
FROM arc_figures f JOIN articles_once a USING (key)
WHERE f.metric IS NOT NULL
ORDER BY f.metric, f.unit, a.day, f.key, f.row;

-- Players joined with what is known elsewhere: a list of listed companies, and prices, both CSV files.
--   sqlite3 archive.db ".load build/leitai" ".read sql/joins.sql" | awk -f sql/table.awk
.mode tabs
.headers on

CREATE TEMP TABLE listed(ticker TEXT PRIMARY KEY, company TEXT, sector TEXT, country TEXT);
CREATE TEMP TABLE prices(ticker TEXT, day TEXT, close REAL, PRIMARY KEY (ticker, day));
.import --csv --skip 1 --schema temp sql/data/listed.csv listed
.import --csv --skip 1 --schema temp sql/data/prices.csv prices

-- Read once, ask often.
CREATE TEMP TABLE players AS
SELECT a.id AS article, a.title, a.published, p.* FROM articles a, llm_players(a.body) p;

.print WHICH SECTORS the articles speak of
SELECT l.sector, count(DISTINCT l.ticker) AS companies, count(DISTINCT p.article) AS articles, sum(p.mentions) AS mentions
FROM players p JOIN listed l USING (ticker)
GROUP BY l.sector
ORDER BY mentions DESC, l.sector;

.print
.print HOW PRICES MOVED in the week after an article (the prices are invented)
SELECT p.published, p.name, l.company, before.close AS before, after.close AS after,
       printf('%+.1f%%', 100 * (after.close / before.close - 1)) AS change
FROM players p
JOIN listed l USING (ticker)
JOIN prices before ON before.ticker = p.ticker AND before.day = p.published
JOIN prices after ON after.ticker = p.ticker AND after.day = date(p.published, '+7 days')
ORDER BY abs(after.close / before.close - 1) DESC, p.published, p.name
LIMIT 6;

.print
.print WHAT IS SAID of listed companies, and by whom
SELECT l.company, coalesce(c.source, 'the article') AS source, c.headline
FROM articles a, llm_claims(a.body) c, json_each(c.players) j
JOIN players p ON p.article = a.id AND p.name = j.value
JOIN listed l USING (ticker)
WHERE c.polarity <> 0 OR c.source IS NOT NULL
ORDER BY l.company, a.id, c.start
LIMIT 8;

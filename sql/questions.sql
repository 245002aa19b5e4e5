-- Questions an analyst asks, each with the query that answers it, over the table that sql/archive.sql or `leitai add` makes.
--   sqlite3 archive.db ".load build/leitai" ".read sql/questions.sql" | awk -f sql/table.awk
.mode tabs
.headers on

.print Who is spoken of in more than one article?
SELECT p.name, count(*) AS articles, sum(p.mentions) AS mentions, group_concat(a.published, ', ') AS published
FROM articles a, llm_players(a.body) p
WHERE p.kind <> 'person'
GROUP BY p.name HAVING articles > 1
ORDER BY articles DESC, mentions DESC, p.name;

.print
.print Who brought out what, together with whom?
SELECT m.name AS model, m.version, group_concat(DISTINCT d.value) AS developers
FROM articles a, llm_models(a.body) m, json_each(m.developers) d
GROUP BY m.name, m.version HAVING count(DISTINCT d.value) > 1
ORDER BY m.name;

.print
.print Who put money into whom, who bought whom, who works with whom?
SELECT r.subject, r.relation, r.object
FROM articles a, llm_relations(a.body) r
WHERE r.relation IN ('invests_in', 'acquires', 'holds_stake_in', 'partners_with')
ORDER BY r.relation, r.subject, r.object;

.print
.print Where did people work before they came to where they are?
SELECT DISTINCT f.subject AS person, f.object AS before, n.object AS now
FROM articles a, llm_relations(a.body) f, llm_relations(a.body) n
WHERE f.relation = 'formerly_at' AND n.subject = f.subject AND n.relation IN ('works_at', 'founded')
ORDER BY person, before, now;

.print
.print How big is the money that is spoken of?
SELECT f.subject, f.metric, f.figure, f.value / 1e8 AS 亿, f.unit, f.period
FROM articles a, llm_figures(a.body) f
WHERE f.measure = 'money' AND f.value >= 1e9
ORDER BY f.value DESC;

.print
.print What is foretold, by whom, and how surely?
SELECT c.source, c.certainty, c.headline
FROM articles a, llm_claims(a.body) c
WHERE c.structure = 'forecast' OR c.kind = 'forecast'
ORDER BY a.published, c.start;

.print
.print What stands against each other in one article: the advantages and the challenges it lists?
SELECT c.kind, c.subject, c.headline
FROM articles a, llm_claims(a.body) c
WHERE a.title LIKE '人形机器人%' AND c.structure = 'enumerated' AND c.kind IN ('advantage', 'challenge')
ORDER BY c.kind, c.start;

.print
.print Whom do the articles cite?
SELECT s.kind, count(*) AS times, group_concat(DISTINCT s.source) AS sources
FROM articles a, llm_sources(a.body) s
GROUP BY s.kind
ORDER BY times DESC, s.kind;

.print
.print Which dates lie ahead of the article that names them?
SELECT a.published, d.surface, d.start_date, d.end_date, s.body AS sentence
FROM articles a, llm_dates(a.body) d JOIN llm_sentences(a.body) s USING (sentence)
WHERE d.start_date > a.published
ORDER BY a.published, d.start;

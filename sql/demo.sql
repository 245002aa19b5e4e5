-- What the articles say. articles(name, body) is any table of pages; body is TEXT, or a BLOB in whatever encoding the page came.
.mode tabs
.headers on

.print ARTICLES
SELECT a.name, t.title, t.author, t.published, t.script, t.repairs
FROM articles a, llm_article(a.body) t
LIMIT 12;

.print
.print PLAYERS: who acts, and in which camp
SELECT p.name, p.kind, max(p.camp) AS camp, max(p.ticker) AS ticker, sum(p.mentions) AS mentions, count(*) AS articles
FROM articles a, llm_players(a.body) p
WHERE p.kind <> 'person'
GROUP BY p.name, p.kind
ORDER BY articles DESC, mentions DESC, p.name
LIMIT 12;

.print
.print PEOPLE: who speaks or leads
SELECT p.name, max(p.role) AS role, sum(p.mentions) AS mentions, count(*) AS articles
FROM articles a, llm_players(a.body) p
WHERE p.kind = 'person'
GROUP BY p.name
ORDER BY articles DESC, mentions DESC, p.name
LIMIT 8;

.print
.print MODELS: what they brought out
SELECT m.name, m.version, max(m.developer) AS developer, sum(m.mentions) AS mentions, count(*) AS articles
FROM articles a, llm_models(a.body) m
GROUP BY m.name, m.version
ORDER BY articles DESC, mentions DESC, m.name
LIMIT 12;

.print
.print FIGURES: what is counted
SELECT f.subject, f.metric, f.figure, f.value, f.unit, f.approx, f.direction, f.period
FROM articles a, llm_figures(a.body) f
WHERE f.metric > '' OR f.subject > ''
LIMIT 8;

.print
.print CLAIMS: what is argued
SELECT c.subject, c.marker, c.kind, c.headline
FROM articles a, llm_claims(a.body) c
WHERE c.structure = 'enumerated'
LIMIT 12;

.print
.print CLAIMS: what others are cited for
SELECT c.source, c.kind, c.certainty, c.headline
FROM articles a, llm_claims(a.body) c
WHERE c.structure = 'attributed'
LIMIT 10;

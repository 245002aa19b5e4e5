-- Invariants of claims, quotations and sources over the pages given (tests/archive_claims.t).

CREATE TABLE texts AS SELECT name, llm_decode(body) AS text FROM pages;
CREATE TABLE paragraphs AS SELECT t.name, p.kind, p.start, p.start + p.length AS stop FROM texts t, llm_paragraphs(t.text) p;
CREATE INDEX paragraph_place ON paragraphs(name, start);
CREATE TABLE found AS
  SELECT t.name, 'claim' AS what, c.headline AS said, c.start, c.start + c.length AS stop FROM texts t, llm_claims(t.text) c
  UNION ALL SELECT t.name, 'quote', q.quote, q.start, q.start + q.length FROM texts t, llm_quotes(t.text) q
  UNION ALL SELECT t.name, 'source', s.source, s.start, s.start + s.length FROM texts t, llm_sources(t.text) s;

SELECT ok(count(*) > 0, what || ': the archive has some') FROM found GROUP BY what;
SELECT gives('SELECT f.* FROM found f JOIN paragraphs p ON p.name = f.name AND p.start > f.start AND p.start < f.stop LIMIT 5',
  'nothing crosses the end of a paragraph');
SELECT gives('SELECT f.* FROM found f JOIN paragraphs p ON p.name = f.name AND p.start <= f.start AND f.start < p.stop
  WHERE p.kind IN (''comment'', ''duplicate'') OR (p.kind = ''boilerplate'' AND f.what <> ''source'') LIMIT 5',
  'nothing comes from furniture, but for credit lines');
SELECT gives('SELECT * FROM (SELECT t.name, c.headline, c.structure, c.start AS start,
    lag(c.start + c.length) OVER (PARTITION BY t.name, c.structure ORDER BY c.start) AS before FROM texts t, llm_claims(t.text) c)
  WHERE start < before LIMIT 5', 'claims of one structure do not overlap');

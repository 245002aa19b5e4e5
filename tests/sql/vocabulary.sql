-- A user's own names: kept in a table of theirs, put into use by llm_lexicon_use, and followed as they change.
CREATE TABLE my_names(name, kind, alias, developer, ticker);
SELECT equals(llm_lexicon_use('main.my_names'), 0, 'an empty table is a table of no names');
SELECT gives('SELECT name, known FROM llm_players(''蓝鲸今天没有表态。'')', 'a word that nobody has named is no name');

INSERT INTO my_names(name, kind, alias, ticker) VALUES ('蓝鲸网络', 'company', '蓝鲸', 'HKEX:09999');
SELECT gives('SELECT name, kind, ticker, known FROM llm_players(''蓝鲸今天没有表态。'')', '蓝鲸网络|company|HKEX:09999|1', 'a name counts from the next query on');
SELECT gives('SELECT name, surface FROM llm_mentions(''藍鯨網絡今天沒有表態。'')', '蓝鲸网络|蓝鲸网络', 'names are found in either script');
SELECT gives('SELECT alias, kind, ticker, origin FROM llm_lexicon WHERE name = ''蓝鲸网络'' ORDER BY alias', '蓝鲸|company|HKEX:09999|main.my_names', '蓝鲸网络|company|HKEX:09999|main.my_names', 'llm_lexicon lists it, and where it is from');
UPDATE my_names SET alias = '大蓝鲸';
SELECT gives('SELECT surface FROM llm_mentions(''蓝鲸游过。大蓝鲸没有表态。'')', '大蓝鲸', 'a form changed is another form');

-- over what is built in
INSERT INTO my_names(name, kind, alias, developer) VALUES ('百度', NULL, '度厂', NULL), ('牛顿五号', 'model', '天工', '蓝鲸网络'), ('腾讯', 'none', NULL, NULL), ('阿里巴巴', 'none', '阿里', NULL);
SELECT gives('SELECT name, kind, ticker FROM llm_players(''度厂和百度来了。'')', '百度|company|NASDAQ:BIDU', 'a form is added to a name of the vocabulary');
SELECT gives('SELECT count(DISTINCT origin) FROM llm_lexicon WHERE name = ''百度''', '2', 'whose own forms stay built-in');
SELECT gives('SELECT name, developer FROM llm_lexicon WHERE alias = ''天工''', '牛顿五号|蓝鲸网络', 'a form is taken over');
SELECT gives('SELECT name FROM llm_players(''腾讯、鹅厂、阿里和阿里巴巴来了。'')', '阿里巴巴', 'names and forms are removed');
SELECT gives('SELECT count(*) FROM llm_lexicon WHERE name = ''腾讯''', '0', 'a removed name is in no list');
INSERT INTO my_names(name, kind, ticker) VALUES ('字节跳动', NULL, 'HKEX:00001');
SELECT gives('SELECT DISTINCT ticker, origin FROM llm_lexicon WHERE alias = ''字节跳动''', 'HKEX:00001|main.my_names', 'what is known of a name is changed');
INSERT INTO my_names(name, kind) VALUES ('白露?', 'company');
SELECT gives('SELECT name FROM llm_players(''白露时节，天凉了。'')', 'a form with ? wants the company of words that names keep');
SELECT gives('SELECT name FROM llm_players(''白露公司发布了新品。'')', '白露', 'and has it here');

-- transactions
CREATE TEMP VIEW blue AS SELECT count(*) AS n FROM llm_players('赤焰来了。');
BEGIN;
INSERT INTO my_names(name, kind) VALUES ('赤焰', 'company');
SELECT equals((SELECT n FROM blue), 1, 'a name counts before it is committed');
SAVEPOINT here;
DELETE FROM my_names WHERE name = '赤焰';
SELECT equals((SELECT n FROM blue), 0, 'and goes');
ROLLBACK TO here;
SELECT equals((SELECT n FROM blue), 1, 'and comes back with a savepoint');
ROLLBACK;
SELECT equals((SELECT n FROM blue), 0, 'a rollback takes it back');
SELECT equals(llm_title('赤焰来了。'), NULL, 'functions follow too');
CREATE TABLE many AS SELECT llm_debug('texts_read') AS n;
SELECT equals((SELECT count(*) FROM llm_players('赤焰来了。'), llm_mentions('赤焰来了。')) + llm_debug('texts_read'), n, 'names that stay as they are cost no reading') FROM many;

-- ill-formed tables
SELECT throws('SELECT llm_lexicon_use(''main.nothing'')', 'llm_lexicon_use: no such table: main.nothing (llm_lexicon_use(NULL) goes back to the built-in names)', 'a table is to be there');
CREATE TABLE bare_names(name);
SELECT throws('SELECT llm_lexicon_use(''bare_names'')', 'llm_lexicon_use: bare_names has no column kind; wanted are name and kind, and if you like alias, developer and ticker', 'with its columns');
SELECT gives('SELECT count(*) FROM llm_lexicon WHERE origin = ''main.my_names'' AND name = ''白露''', '1', 'what was in use stays in use');
CREATE TABLE mistakes(id INTEGER PRIMARY KEY, name, kind, alias, developer, ticker, error);
INSERT INTO mistakes(name, kind, alias, developer, ticker, error) VALUES
('云', 'company', NULL, NULL, NULL, 'row 2, column name: a name has two characters at least'),
  (NULL, 'company', NULL, NULL, NULL, 'row 2, column name: a name has two characters at least'),
  ('云桥', 'firm', NULL, NULL, NULL, 'row 2, column kind: it is none of company, person, organization, model, group, none'),
  ('云桥', NULL, NULL, NULL, NULL, 'row 2, column kind: the vocabulary has no such name to take its kind from'),
  ('云桥', 'company', '', NULL, NULL, 'row 2, column alias: a name has two characters at least'),
  ('云桥', 'company', '云桥科技|云桥集团', NULL, NULL, 'row 2, column alias: one name a row, without |'),
  ('云桥', 'company', '望舟', NULL, NULL, 'row 2, column alias: row 1 has it for another name'),
  ('云桥', 'company', NULL, '望舟科技', NULL, 'row 2, column developer: only a model has one'),
  ('云桥', 'person', NULL, NULL, 'HKEX:00700', 'row 2, column ticker: only a company has one'),
  ('云桥', 'company', NULL, NULL, '00700', 'row 2, column ticker: wanted is exchange:code, as in HKEX:00700'),
  (hex(zeroblob(40)), 'company', NULL, NULL, NULL, 'row 2, column name: a name has 64 characters at most');
CREATE TABLE now(id);
INSERT INTO now VALUES (0);
CREATE VIEW wrong AS SELECT '望舟科技' AS name, 'company' AS kind, '望舟' AS alias, NULL AS developer, NULL AS ticker UNION ALL SELECT m.name, m.kind, m.alias, m.developer, m.ticker FROM mistakes m, now WHERE m.id = now.id;
SELECT equals(llm_lexicon_use('wrong'), 1, 'a view will do');
UPDATE now SET id = 1;
SELECT throws('SELECT * FROM llm_players(''云桥'')', 'llm_lexicon_use: wrong, ' || error, error) FROM mistakes WHERE id = 1;
UPDATE now SET id = 2;
SELECT throws('SELECT * FROM llm_players(''云桥'')', 'llm_lexicon_use: wrong, ' || error, error) FROM mistakes WHERE id = 2;
UPDATE now SET id = 3;
SELECT throws('SELECT * FROM llm_players(''云桥'')', 'llm_lexicon_use: wrong, ' || error, error) FROM mistakes WHERE id = 3;
UPDATE now SET id = 4;
SELECT throws('SELECT * FROM llm_players(''云桥'')', 'llm_lexicon_use: wrong, ' || error, error) FROM mistakes WHERE id = 4;
UPDATE now SET id = 5;
SELECT throws('SELECT * FROM llm_players(''云桥'')', 'llm_lexicon_use: wrong, ' || error, error) FROM mistakes WHERE id = 5;
UPDATE now SET id = 6;
SELECT throws('SELECT * FROM llm_players(''云桥'')', 'llm_lexicon_use: wrong, ' || error, error) FROM mistakes WHERE id = 6;
UPDATE now SET id = 7;
SELECT throws('SELECT * FROM llm_players(''云桥'')', 'llm_lexicon_use: wrong, ' || error, error) FROM mistakes WHERE id = 7;
UPDATE now SET id = 8;
SELECT throws('SELECT * FROM llm_players(''云桥'')', 'llm_lexicon_use: wrong, ' || error, error) FROM mistakes WHERE id = 8;
UPDATE now SET id = 9;
SELECT throws('SELECT * FROM llm_players(''云桥'')', 'llm_lexicon_use: wrong, ' || error, error) FROM mistakes WHERE id = 9;
UPDATE now SET id = 10;
SELECT throws('SELECT * FROM llm_players(''云桥'')', 'llm_lexicon_use: wrong, ' || error, error) FROM mistakes WHERE id = 10;
UPDATE now SET id = 11;
SELECT throws('SELECT * FROM llm_players(''云桥'')', 'llm_lexicon_use: wrong, ' || error, error) FROM mistakes WHERE id = 11;
SELECT throws('SELECT llm_title(''云桥'')', 'llm_lexicon_use: wrong, row 2, column name%', 'functions tell too');
UPDATE now SET id = 0;
SELECT gives('SELECT name FROM llm_players(''望舟来了。'')', '望舟科技', 'a table that is mended is in use again');
DROP VIEW wrong;
SELECT throws('SELECT * FROM llm_lexicon', 'llm_lexicon_use: no such table: wrong%', 'a table that is gone is missed');
SELECT equals(llm_lexicon_use(NULL), 0, 'back to the built-in names');
SELECT gives('SELECT DISTINCT origin FROM llm_lexicon', 'built-in', 'and to nothing else');
SELECT gives('SELECT name FROM llm_players(''腾讯来了。'')', '腾讯', 'with all of them');

-- a view may ask for our own tables; it sees the built-in names
CREATE VIEW no_groups AS SELECT name, 'none' AS kind FROM llm_lexicon WHERE kind = 'group';
SELECT ok(llm_lexicon_use('no_groups') > 0, 'a view over the vocabulary');
SELECT gives('SELECT count(*) FROM llm_lexicon WHERE kind = ''group''', '0', 'removes what it names');
SELECT gives('SELECT count(*) FROM llm_lexicon WHERE kind = ''group''', '0', 'again and again');
SELECT throws('SELECT llm_lexicon_use()', 'llm_lexicon_use(table): wanted is one argument%', 'a table is to be named');
CREATE VIEW sneaky AS SELECT llm_lexicon_use(NULL);
SELECT throws('SELECT * FROM sneaky', 'unsafe use of llm_lexicon_use()', 'no view changes the names in use');

-- the tagger
SELECT equals(llm_option('tagger', 0), 0, 'the tagger can be switched off');
SELECT equals(llm_option('tagger'), 0, 'and is');
SELECT equals(llm_option('tagger', 1), 1, 'and on');
SELECT throws('SELECT llm_option(''tagger'', ''yes'')', 'llm_option(''tagger'', value): the value is to be 0 or 1', 'an option has its values');
SELECT throws('SELECT llm_option(''speed'')', 'llm_option(name[, value]): the name of an option is wanted: tagger', 'and a name');

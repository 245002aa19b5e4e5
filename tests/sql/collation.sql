-- The collation llm_pinyin: names in reading order. That it is ICU's order is held by tests/unit/text/collation_icu.c.
CREATE TABLE names(name);
INSERT INTO names VALUES ('张江'), ('重庆银行'), ('重阳'), ('安徽'), ('OpenAI'), ('360'), ('apple'), ('Apple'), ('赵云'), ('阿里巴巴'), (NULL);
SELECT gives('SELECT group_concat(name, '' '') FROM (SELECT name FROM names ORDER BY name COLLATE llm_pinyin)', '360 阿里巴巴 安徽 重庆银行 张江 赵云 重阳 apple Apple OpenAI', 'names stand in reading order');
SELECT gives('SELECT name FROM names WHERE name < ''百'' COLLATE llm_pinyin ORDER BY name COLLATE llm_pinyin', '360', '阿里巴巴', '安徽', 'names are compared by it');
CREATE INDEX by_sound ON names(name COLLATE llm_pinyin);
SELECT gives('SELECT name FROM names WHERE name COLLATE llm_pinyin = ''赵云''', '赵云', 'an index of it finds names');
SELECT gives('SELECT ''阿里'' = ''阿裡'' COLLATE llm_pinyin, '''' < ''a'' COLLATE llm_pinyin', '0|1', 'other characters are other names, and nothing comes first');
PRAGMA integrity_check;

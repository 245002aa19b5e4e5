-- llm_pinyin: characters as they are read, in words that read them otherwise too.
SELECT equals(llm_pinyin('重慶銀行'), 'chóng qìng yín háng', 'words decide, in either script');
SELECT equals(llm_pinyin('重要的行人'), 'zhòng yào de xíng rén', 'a character by itself has its usual reading');
SELECT equals(llm_pinyin('女士喝绿茶，好吗？'), 'nǚ shì hē lǜ chá，hǎo ma？', 'ü keeps its dots, signs stay');
SELECT equals(llm_pinyin('百度AI在2023年'), 'bǎi dù AI zài 2023 nián', 'Latin words and numbers stand apart');
SELECT equals(llm_pinyin('留学对外优秀'), 'liú xué duì wài yōu xiù', 'the mark stands where it belongs');
SELECT equals(llm_pinyin('abc ' || char(10) || '。'), 'abc ' || char(10) || '。', 'what is no Chinese stays as it is');
SELECT gives('SELECT llm_pinyin(NULL), llm_pinyin('''')', 'NULL|', 'NULL is NULL, and nothing is nothing');

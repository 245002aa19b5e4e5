-- llm_fingerprint and llm_distance: versions of one text are near, other texts are far.
CREATE TABLE article AS SELECT '仓库里的新同事

澜舟物流的仓库上周来了四十台搬运机器人。它们不认路标，只认货架底下的二维码，夜里关了灯照样干活。主管许望之说：“旺季一天要走三万件货，人手永远不够。”

机器人的账并不难算。一台售价十二万元，可以顶两个班次的工人，大约十九个月收回成本。难的是改造旧仓库：地面要重新找平，货架要换成统一的尺寸，系统还要同老板那套用了十年的软件对接。

供应商岭南智造去年卖出了两千台，其中一半进了服装企业的仓库。创始人贺兰表示，真正的门槛不在硬件，而在调度。上百台机器挤在一条过道里，谁先走、谁让路，都要在几十毫秒之内算清楚。' AS body;
CREATE TABLE versions(what, body);
INSERT INTO versions SELECT 'signs and line breaks', replace(replace(body, '，', ','), char(10) || char(10), char(10)) FROM article
  UNION ALL SELECT 'pinyin glosses', replace(replace(body, '货', '货(huò)'), '机', '机(jī)') FROM article
  UNION ALL SELECT 'traditional characters', replace(replace(replace(replace(replace(body, '机', '機'), '货', '貨'), '说', '說'), '统', '統'), '对', '對') FROM article
  UNION ALL SELECT 'a portal around it', '首页 | 科技 | 财经' || char(10, 10) || body || char(10, 10) || '本文为转载内容，不代表本站立场。' || char(10) || '扫码下载客户端' FROM article
  UNION ALL SELECT 'a word changed', replace(body, '上周', '本月初') FROM article;

SELECT gives(format('SELECT llm_distance(llm_fingerprint(v.body), llm_fingerprint(a.body)) <= 6 FROM versions v, article a WHERE what = %Q', what), '1',
  'near: ' || what) FROM versions;
SELECT gives('SELECT llm_distance(llm_fingerprint(body), llm_fingerprint(''春茶上市，茶农们却不急着卖。今年雨水多，头一批叶子长得慢，收购价反而高了两成。村口的合作社装了三台烘干机，从早到晚不停。'')) > 18 FROM article', '1', 'another article is far');
SELECT gives('SELECT typeof(llm_fingerprint(body)), llm_fingerprint(body) = llm_fingerprint(CAST(body AS BLOB)) FROM article', 'integer|1', 'a BLOB has the fingerprint of its text');
SELECT gives('SELECT llm_fingerprint(NULL), llm_fingerprint(''''), llm_fingerprint(''，。！'')', 'NULL|NULL|NULL', 'what has no letter has no fingerprint');
SELECT gives('SELECT llm_fingerprint(''一'') IS NOT NULL, llm_distance(llm_fingerprint(''AI''), llm_fingerprint(''ai''))', '1|0', 'one character is enough, and case does not matter');
SELECT gives('SELECT llm_distance(0, -1), llm_distance(5, 5), llm_distance(1, 2), llm_distance(NULL, 1), llm_distance(1, NULL)', '64|0|2|NULL|NULL', 'distance counts bits; NULL has none');
SELECT throws('SELECT llm_distance(1)', 'llm_distance(fingerprint, fingerprint): two integers are wanted, as llm_fingerprint gives them', 'one fingerprint is not enough');
SELECT throws('SELECT llm_distance(''a'', 1)', 'llm_distance(fingerprint, fingerprint): two integers are wanted, as llm_fingerprint gives them', 'text is no fingerprint');

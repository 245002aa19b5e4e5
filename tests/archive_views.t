#!/bin/sh
# The views of sql/views.sql: each asked by a SQLite without Leitai, over an archive that one with Leitai has made.
cd "$(dirname "$0")/.." || exit 1
folder=$(mktemp -d) || exit 1
trap 'rm -r "$folder"' EXIT
sqlite3 "$folder/db" '.load build/leitai' "CREATE TABLE articles(id INTEGER PRIMARY KEY, body TEXT, published TEXT);
INSERT INTO articles VALUES
  (1, '百度发布了文心一言。百度的优势是数据丰富，百度营收达到1200亿元。', '2023-03-17'),
  (2, '腾讯与百度合作。首先，腾讯的成本太高。其次，腾讯拥有雄厚的资金储备。', '2023-03-20'),
  (3, '阿里巴巴发布了通义千问。百度营收达到900亿元。', '2023-04-11'),
  (4, (SELECT llm_decode(readfile('fixtures/robotaxi.txt'))), '2023-05-01'),
  (5, (SELECT llm_decode(readfile('fixtures/robotaxi.txt'))), '2023-05-02');
CREATE VIRTUAL TABLE arc USING llm_archive(articles, text=body, published=published)" '.read sql/views.sql'

number=0
asks() { # NAME SQL EXPECTED
	number=$((number + 1)) not=
	got=$(sqlite3 "$folder/db" "$2" 2>&1)
	[ "$got" = "$3" ] || not='not '
	printf '%sok %d - %s\n' "$not" $number "$1"
	[ -z "$not" ] || printf 'got:\n%s\nwanted:\n%s\n' "$got" "$3" | sed 's/^/# /'
}

echo 1..8
asks 'reprints count once' "SELECT key FROM articles_once" '1
2
3
4'
asks 'leaderboard' "SELECT name, articles, mentions, first_day, last_day FROM leaderboard WHERE name IN ('百度', '腾讯', '小马智行') ORDER BY name" \
	"$(sqlite3 :memory: '.load build/leitai' "WITH a(id, body, day) AS (VALUES (1, '百度发布了文心一言。百度的优势是数据丰富，百度营收达到1200亿元。', '2023-03-17'), (2, '腾讯与百度合作。首先，腾讯的成本太高。其次，腾讯拥有雄厚的资金储备。', '2023-03-20'), (3, '阿里巴巴发布了通义千问。百度营收达到900亿元。', '2023-04-11'), (4, (SELECT llm_decode(readfile('fixtures/robotaxi.txt'))), '2023-05-01')) SELECT name, count(*), sum(mentions), min(day), max(day) FROM a, llm_players(a.body) WHERE name IN ('百度', '腾讯', '小马智行') GROUP BY name ORDER BY name")"
asks 'share of voice by month' "SELECT * FROM share_of_voice WHERE month < '2023-05'" '2023-03|百度|4|57.1
2023-03|腾讯|3|42.9
2023-04|百度|1|50.0
2023-04|阿里巴巴|1|50.0'
asks 'a month has a hundred percent' "SELECT DISTINCT abs(sum(percent) - 100) < 1 FROM share_of_voice GROUP BY month" 1
asks 'model releases in time' "SELECT first_day, model, developer, articles FROM model_releases LIMIT 2" '2023-03-17|文心一言|百度|1
2023-04-11|通义千问|阿里巴巴|1'
asks 'co-mentions' "SELECT * FROM co_mentions WHERE name = '腾讯'" '腾讯|百度|1'
asks 'claims for and against' "SELECT side, headline FROM claims_for_and_against WHERE player = '腾讯'" 'against|腾讯的成本太高
for|腾讯拥有雄厚的资金储备'
asks 'figures by metric' "SELECT subject, value, unit, day FROM figures_by_metric WHERE metric = '营收'" '百度|120000000000.0|元|2023-03-17
百度|90000000000.0|元|2023-04-11'

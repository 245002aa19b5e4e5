#!/bin/sh
# Valgrind finds nothing in the demo's queries over our own articles, run by the shell on the very file that is delivered.
cd "$(dirname "$0")/.." || exit 1
log=$(mktemp) || exit 1
trap 'rm -f "$log"' EXIT
valgrind --error-exitcode=9 --leak-check=full --errors-for-leak-kinds=definite,indirect --log-file="$log" \
	sqlite3 :memory: '.load build/release/leitai' \
	"CREATE TABLE articles AS SELECT name, readfile(name) AS body FROM (SELECT 'fixtures/' || value || '.txt' AS name FROM
		json_each('[\"ai-chips\", \"ai-chips.big5\", \"humanoid-robots\", \"robotaxi\", \"software-agents\", \"video-models\"]'))" \
	'.read sql/demo.sql' >/dev/null
status=$?
echo 1..1
[ $status = 0 ] && echo "ok 1 - valgrind finds nothing in the demo" && exit
echo "not ok 1 - valgrind finds nothing in the demo"
sed 's/^/# /' "$log"

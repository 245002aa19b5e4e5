#!/bin/bash
# ask.sh DATABASE|PAGE SQL  Asks a database, or a page as the one row of articles(name, body), with build/leitai loaded (and built,
# where it is not there yet); draws the rows.
set -e
top=$(cd -P "$(dirname "$0")/.." && pwd)
[ $# -eq 2 ] && [ -r "$1" ] || { sed -n 's/^# //p' "$0" >&2; exit 1; }
[ -e "$top/build/leitai.so" ] || "$top/sql/build.sh"
if [ "$(head -c 15 "$1" | tr -d '\0')" = "SQLite format 3" ]; then
	database=$1 first=
else
	database=:memory: first="CREATE TABLE articles AS SELECT '${1//\'/\'\'}' AS name, readfile('${1//\'/\'\'}') AS body"
fi
sqlite3 -batch -header -separator $'\t' "$database" ".load '$top/build/leitai'" "$first" "$2" | LC_ALL=C awk -v width="$([ -t 1 ] && tput cols)" -f "$top/sql/table.awk"

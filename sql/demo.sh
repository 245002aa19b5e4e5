#!/bin/bash
# demo.sh [PAGE|FOLDER]…  From a fresh machine to the players, models and claims of articles: installs what is missing, builds the
# extension, loads the pages (our own under fixtures/ if none is named) into a table and asks sql/demo.sql.
set -e
top=$(cd -P "$(dirname "$0")/.." && pwd)
"$top/sql/build.sh"

# The pages named, those in a folder in order of name; fixtures' *.clean.txt are what their pages restore to.
pages() {
	for path in "$@"; do
		find "$path" -type f \( -name '*.txt' -o -name '*.md' -o -name '*.html' \) ! -name '*.clean.txt' ! -name 'README*' | sort
	done
}

[ $# -gt 0 ] || set -- "$top/fixtures"
[ -n "$(pages "$@")" ] || { echo "demo.sh: no .txt, .md or .html pages in $*" >&2; exit 1; }

quoted() { printf "'%s'" "${1//\'/\'\'}"; }

{
	echo 'CREATE TABLE articles(name TEXT, body);'
	pages "$@" | while IFS= read -r page; do
		echo "INSERT INTO articles VALUES ($(quoted "$(basename "$page")"), readfile($(quoted "$page")));"
	done
	echo ".load $(quoted "$top/build/leitai")"
	echo ".read $(quoted "$top/sql/demo.sql")"
} | sqlite3 -batch :memory: | LC_ALL=C awk -v width="$([ -t 1 ] && tput cols)" -f "$top/sql/table.awk"

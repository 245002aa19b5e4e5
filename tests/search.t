#!/bin/sh
# Searches with the tokenizer leitai, over our fixtures and, where they are, the annotated pages.
cd "$(dirname "$0")/.." || exit 1
set -- tests/search.sql
for page in fixtures/*.txt ../shared/gold/seed/seed.txt ../shared/gold/dev/*.txt; do
	case $page in *.clean.txt) continue ;; esac
	[ -f "$page" ] && set -- "$@" "$page"
done
exec build/runner "$@"

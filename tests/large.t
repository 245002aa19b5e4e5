#!/bin/sh
# Every table reads large texts: a megabyte under the sanitizers, ten as delivered. None takes minutes.
cd "$(dirname "$0")/.." || exit 1
pages=$(ls fixtures/*.txt | grep -v '\.clean\.txt$')
echo 1..2
for case in "1 build" "10 build/release"; do
	set -- $case
	n=$((n + 1)) not=
	found=$(MEGABYTES=$1 timeout 120 "$2/runner" tests/large.sql $pages) || not="not "
	echo "${not}ok $n - every table reads texts of $1 MB ($2)"
	[ -z "$not" ] || echo "$found" | sed 's/^/# /'
done

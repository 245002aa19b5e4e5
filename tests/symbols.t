#!/bin/sh
# The extension shows exactly one symbol, and loads by name alone.
cd "$(dirname "$0")/../build" || exit 1
shown=$(nm -D --defined-only leitai.so | awk '{ print $3 }')
[ "$shown" = sqlite3_leitai_init ] || not="not "
printf '1..3\n%sok 1 - leitai.so shows only its entry point\n' "$not"
[ -n "$not" ] && printf '# %s\n' $shown
n=1
for name in ./leitai ./leitai.so; do
	n=$((n + 1)) not=
	got=$(sqlite3 :memory: ".load $name" "SELECT llm_version() > ''" 2>&1)
	[ "$got" = 1 ] || not="not "
	printf '%sok %d - .load %s\n' "$not" $n $name
	[ "$got" = 1 ] || printf '# %s\n' "$got"
done

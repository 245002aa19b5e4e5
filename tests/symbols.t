#!/bin/sh
# The extension shows exactly one symbol, loads by name alone, and asks the system for memory and threads, not for files, sockets,
# locales or the time of day. (The clock it reads tells how fast a build of an archive goes, on a terminal.)
cd "$(dirname "$0")/../build" || exit 1
n=0
check() { # WHAT GOT WANTED
	n=$((n + 1)) not=
	[ "$2" = "$3" ] || not="not "
	printf '%sok %d - %s\n' "$not" $n "$1"
	[ -z "$not" ] || printf '# %s\n' $2
}
echo 1..5
check "leitai.so shows only its entry point" "$(nm -D --defined-only leitai.so | awk '{ print $3 }')" sqlite3_leitai_init
for name in ./leitai ./leitai.so; do
	check ".load $name" "$(sqlite3 :memory: ".load $name" "SELECT llm_version() > ''" 2>&1)" 1
done
asked=$(nm -D --undefined-only leitai.so | awk '{ print $2 }' | sed 's/@.*//' |
	grep -E '^(f?open|creat|read|write|unlink|rename|mkdir|socket|connect|send|recv|getaddrinfo|system|exec|fork|dlopen|getenv|setlocale|strcoll|strto[df]|is[a-z]+|to(upper|lower)|__ctype|time|gettimeofday|localtime|rand|srand|getrandom)' | grep -vx isatty)
check "and wants no file, network, locale, environment, chance or time of day" "$asked" ""
written=$(objdump -t leitai.so | awk '/ O \.(data|bss)\t/ { print $NF }' | grep -Ev '^(completed\.0|__dso_handle|__TMC_END__|sqlite3_api)$')
check "nor has it state that a query could change" "$written" ""

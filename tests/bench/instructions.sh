#!/bin/bash
# instructions.sh  Counts the instructions of each stage of a reading, a byte of stored text, under callgrind: unlike seconds they are
# the same in every run. Prints a table and keeps it as instructions.tsv beside this file, so that a change shows as a difference.
# Texts: the fixtures, and every eighth page of ../shared/archive where it is there.
set -e
cd "$(dirname "$0")/../.."
sql/needs.sh gcc cmake make pkg-config libsqlite3-dev libicu-dev libxxhash-dev valgrind
mkdir -p build/bench build/release
{ cmake -S . -B build/release -DCMAKE_BUILD_TYPE=Release && cmake --build build/release -j"$(nproc)" --target leitai; } >build/bench/log 2>&1 || { tail -40 build/bench/log; exit 1; }
cc -O2 -std=c11 -D_POSIX_C_SOURCE=199309L -Iext -Ibuild/release tests/bench/stages.c build/release/libleitai_core.a -lm -o build/bench/stages

count() { # TEXTS FILE…
	local texts=$1 bytes profile=build/bench/callgrind.out
	shift
	bytes=$(cat "$@" | wc -c)
	valgrind --tool=callgrind --combine-dumps=yes --callgrind-out-file=$profile build/bench/stages -t "$@" >/dev/null 2>build/bench/log
	awk -v texts="$texts" -v bytes="$bytes" '
		/^desc: Trigger: Client Request:/ { stage = $5; if (!(stage in count)) order[++stages] = stage }
		/^part:/ { stage = "" }
		/^(summary|totals):/ && stage != "" { count[stage] += $2; all += $2; stage = "" }
		END { for (i = 1; i <= stages; i++) printf "%s\t%s\t%.1f\n", texts, order[i], count[order[i]] / bytes; printf "%s\tall\t%.1f\n", texts, all / bytes }' $profile
}

{
	printf '# Instructions a byte of stored text, by stage, the tagger on: tests/bench/instructions.sh\ntexts\tstage\tinstructions\n'
	count fixtures $(ls fixtures/*.txt | grep -v '\.clean\.txt$')
	pages=(../shared/archive/[0-9]*.md)
	[ -e "${pages[0]}" ] && count archive $(printf '%s\n' "${pages[@]}" | awk 'NR % 8 == 1')
} | tee tests/bench/instructions.tsv

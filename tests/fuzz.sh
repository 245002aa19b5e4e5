#!/bin/bash
# fuzz.sh [SECONDS [TARGET…]]  libFuzzer on every target of tests/fuzz (or those named), each for so many seconds (30). Needs clang; what a run
# learns stays in build/fuzz/corpus for the next one. A crash leaves its bytes in build/fuzz/crashes and makes this fail; once mended,
# they go to tests/fuzz/found, where every run begins. SEED=n tries the same inputs again, as far as the time goes.
cd "$(dirname "$0")/.." || exit 1
export PATH="$PWD/build/venv/bin:$PATH" # tests/run.sh puts there what the damage maker needs
sql/needs.sh clang cmake make pkg-config libsqlite3-dev libicu-dev icu-devtools libxxhash-dev &&
	sql/needs.sh "libclang-rt-$(clang -dumpversion | cut -d. -f1)-dev" || exit 1
seconds=${1:-30}
shift
mkdir -p build/fuzz
CC=clang cmake -S . -B build/fuzz -DCMAKE_BUILD_TYPE=Release -DLEITAI_FUZZ=ON >build/fuzz/log 2>&1 &&
	cmake --build build/fuzz -j"$(nproc)" --target fuzz >>build/fuzz/log 2>&1 || { tail -40 build/fuzz/log; exit 1; }
cd build/fuzz || exit 1
[ -d seeds/texts ] || ../../tests/fuzz/seeds.py seeds || exit 1
[ $# -gt 0 ] || set -- targets/*
export ASAN_OPTIONS=quarantine_size_mb=4:malloc_context_size=4:max_malloc_fill_size=64 UBSAN_OPTIONS=print_stacktrace=1
mkdir -p crashes logs
status=0 number=0
echo "1..$#"
for target in "${@##*/}"; do
	number=$((number + 1)) not=
	mkdir -p "corpus/$target"
	case $target in archive | storm) texts= ;; *) texts=seeds/texts ;; esac # their bytes are not text
	"targets/$target" -max_total_time="$seconds" -max_len=160 -timeout=20 -rss_limit_mb=2048 -entropic=0 -seed="${SEED:-0}" -dict=seeds/words.dict -artifact_prefix="crashes/$target-" \
		-print_final_stats=1 "corpus/$target" $texts ../../tests/fuzz/found >"logs/$target" 2>&1 || not="not " status=1
	echo "${not}ok $number - $target: $(awk '/number_of_executed_units/ { print $2 }' "logs/$target") inputs, nothing found"
	[ -z "$not" ] || tail -60 "logs/$target" | sed 's/^/# /'
done
exit $status

#!/bin/bash
# coverage.sh [--write] [FILE…]  How much of ext/ the suite runs, by gcov, and whether what it does not run is what tests/coverage.tsv tells of;
# --write brings that up to date. Of the files named, the lines that no test reaches. Left out are ext/gen and ext/train, which are programs
# of their own.
cd "$(dirname "$0")/.." || exit 1
sql/needs.sh gcc cmake make pkg-config libsqlite3-dev libicu-dev icu-devtools libxxhash-dev libcmocka-dev gcovr || exit 1
export PATH="$PWD/build/venv/bin:$PATH" CMOCKA_MESSAGE_OUTPUT=TAP
write=
[ "$1" != --write ] || { write=$1; shift; }

# The suite runs in a copy, where build/ is for gcov, and nothing stands beside the repository.
copy=build/coverage/leitai
mkdir -p $copy/build
find $copy -mindepth 1 -maxdepth 1 ! -name build -exec rm -r {} +
find . -mindepth 1 -maxdepth 1 ! -name build ! -name .git -exec cp -a {} $copy \;
(
	cd $copy || exit 1
	{ cmake -S . -B build -DCMAKE_BUILD_TYPE=None -DCMAKE_C_FLAGS="-O0 --coverage -fprofile-update=atomic" && cmake --build build -j"$(nproc)"; } >build/log 2>&1 || { tail -40 build/log; exit 1; }
	find build -name '*.gcda' -delete
	# Not those that build what they run, run nothing, or are killed before they have counted.
	elsewhere='archive_kill|fresh|node|python|release|same|training|symbols|valgrind|warnings|fuzz|large|threads|linear|names|rooms|rules'
	FAULTS=20 prove -j"$(nproc)" $(ls tests/*.t tests/*/*.t | grep -vE "/($elsewhere|spark[a-z_]*)\.t") build/unit/* >build/tests.log 2>&1 || grep -A99 '^Test Summary' build/tests.log
	measure() { gcovr --root . --filter 'ext/' --exclude 'ext/(gen|train)/' --exclude-throw-branches --gcov-ignore-parse-errors "$@" build 2>/dev/null; }
	measure --txt build/lines.txt --json-summary build/summary.json
) || exit 1
for file in "$@"; do grep -A2 "^$file" $copy/build/lines.txt; done
python3 tests/coverage.py $copy/build/summary.json $write

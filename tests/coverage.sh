#!/bin/bash
# coverage.sh [FILE…]  How much of ext/ the tests run, by gcov: each file's lines and branches, then all. Of the files named, the lines that
# no test reaches. Left out are ext/gen and ext/train, which are programs of their own.
cd "$(dirname "$0")/.." || exit 1
sql/needs.sh gcc cmake make pkg-config libsqlite3-dev libicu-dev icu-devtools libxxhash-dev libcmocka-dev gcovr || exit 1
mkdir -p build/coverage
cmake -S . -B build/coverage -DCMAKE_BUILD_TYPE=None -DCMAKE_C_FLAGS="-O0 --coverage" >build/coverage/log 2>&1 && cmake --build build/coverage -j"$(nproc)" >>build/coverage/log 2>&1 ||
	{ tail -40 build/coverage/log; exit 1; }
find build/coverage -name '*.gcda' -delete
{
	for unit in build/coverage/unit/*; do "$unit"; done
	build/coverage/runner tests/cases/*.case tests/sql/*.sql
	pages=$(ls fixtures/*.txt | grep -v '\.clean\.txt$')
	for script in tests/every_table.sql tests/archive.sql tests/search.sql; do build/coverage/runner $script $pages; done
} >build/coverage/tests.log 2>&1
gcovr --root . --filter 'ext/' --exclude 'ext/(gen|train)/' --exclude-throw-branches --gcov-ignore-parse-errors --txt build/coverage/lines.txt build/coverage >/dev/null 2>&1
gcovr --root . --filter 'ext/' --exclude 'ext/(gen|train)/' --exclude-throw-branches --branches --txt build/coverage/branches.txt --print-summary build/coverage 2>/dev/null | grep -E '^(lines|branches)'
for file in "$@"; do grep -A2 "^$file" build/coverage/lines.txt; done

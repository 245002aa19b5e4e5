#!/bin/bash
# Every build gives the same rows, byte for byte, for every page there is: gcc and clang, optimized and not, with SSE2 and without.
cd "$(dirname "$0")/.." || exit 1
pages=(fixtures/*.txt)
[ -d ../shared/archive ] && mapfile -t -O "${#pages[@]}" pages < <(find ../shared/archive -name '*.md' | sort)
mkdir -p build/scalar
cmake -S . -B build/scalar -DCMAKE_BUILD_TYPE=None -DCMAKE_C_FLAGS=-O0 -DLEITAI_SIMD=OFF -DLEITAI_TESTS=OFF >build/scalar/log 2>&1 &&
	cmake --build build/scalar --target leitai >>build/scalar/log 2>&1 || { sed 's/^/# /' build/scalar/log | tail -20; exit 1; }

rows_of() { # EXTENSION
	{
		echo "CREATE TABLE pages(body);"
		printf "INSERT INTO pages VALUES (readfile('%s'));\n" "${pages[@]}"
		sqlite3 :memory: ".load $1" "SELECT format('SELECT r.* FROM pages, %s(pages.body) r;', table_name) FROM llm_schema WHERE column_name IS NULL AND type LIKE '(text%'"
		echo "SELECT llm_clean(body), llm_fingerprint(body) FROM pages ORDER BY llm_title(body) COLLATE llm_pinyin;"
	} | (sqlite3 -bail -cmd ".load $1" :memory: || echo "$1 fails") 2>&1 | sha256sum
}

echo 1..3
wanted=$(rows_of build/release/leitai) number=0
for other in build/leitai build/clang/leitai build/scalar/leitai; do
	number=$((number + 1)) not=
	[ "$(rows_of $other)" = "$wanted" ] || not="not "
	echo "${not}ok $number - $other.so gives the rows of build/release/leitai.so for ${#pages[@]} pages"
done

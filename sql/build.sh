#!/bin/bash
# build.sh  Builds build/leitai.so, after installing what that needs and is missing (Debian packages).
set -e
top=$(cd -P "$(dirname "$0")/.." && pwd)
"$top/sql/needs.sh" gcc cmake make pkg-config libsqlite3-dev sqlite3 libicu-dev libxxhash-dev

mkdir -p "$top/build"
{ cmake -S "$top" -B "$top/build" && cmake --build "$top/build" --target leitai -j"$(nproc)"; } >"$top/build/build.log" 2>&1 ||
	{ cat "$top/build/build.log"; exit 1; }

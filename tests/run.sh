#!/bin/bash
# All tests, from nothing: installs what is missing, builds (Debug under the sanitizers, Release, clang) and runs everything with
# prove, which ends with the number of tests.
set -e
cd "$(dirname "$0")/.."
sql/needs.sh gcc g++ clang cmake make pkg-config libsqlite3-dev sqlite3 libicu-dev icu-devtools libxxhash-dev libcmocka-dev \
	perl valgrind python3 python3-venv binutils git locales
sql/needs.sh openjdk-17-jre-headless || echo "Spark's tests are skipped without Java" >&2

# What comes from PyPI (the damage maker converts and glosses with it; apsw brings a newer SQLite) lives in build/ alone.
[ -d build/venv ] || python3 -m venv build/venv
build/venv/bin/pip install -q --disable-pip-version-check -r tests/damage/requirements.txt -r tests/requirements.txt
export PATH="$PWD/build/venv/bin:$PATH"

build() { # FOLDER OPTION…
	cmake -S . -B "$@" -DLEITAI_STRICT=ON >"$1/log" 2>&1 && cmake --build "$1" -j"$(nproc)" >>"$1/log" 2>&1 || { tail -40 "$1/log"; exit 1; }
}
mkdir -p build/release build/clang
build build -DCMAKE_BUILD_TYPE=Debug
build build/release -DCMAKE_BUILD_TYPE=Release
CC=clang build build/clang -DCMAKE_BUILD_TYPE=Release

export CMOCKA_MESSAGE_OUTPUT=TAP
# The fuzzers first, so that all else runs beside them.
prove -j"$(nproc)" tests/fuzz/fuzz.t $(ls tests/*.t tests/*/*.t | grep -v fuzz.t) build/unit/* build/clang/unit/*

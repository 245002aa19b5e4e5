#!/bin/bash
# run.sh [OPTION]…  Installs the programs we compare ourselves with, builds Release, and runs all on one core, side by side (bench.py).
# Left out, as they do not install from the registries with what they need: LAC and pkuseg (no wheels for today's Python, sources that do
# not build), HanLP and LTP (their models are fetched from elsewhere).
set -e
cd "$(dirname "$0")/../.."
sql/needs.sh gcc g++ cmake make pkg-config libsqlite3-dev libicu-dev libxxhash-dev python3 python3-venv valgrind
for program in node npm; do command -v $program >/dev/null || sql/needs.sh nodejs npm; done
mkdir -p build/bench build/release
[ -d build/bench/venv ] || python3 -m venv build/bench/venv
pip="build/bench/venv/bin/pip -q --disable-pip-version-check install"
$pip pybind11 setuptools wheel
$pip --no-build-isolation -r tests/bench/requirements.txt # cppjieba builds with the pybind11 that stands there
npm install --silent --no-fund --no-audit --prefix build/bench @microsoft/recognizers-text-suite@1.3.1
cc -O2 -o build/bench/icu tests/bench/icu.c $(pkg-config --cflags --libs icu-uc icu-i18n)
{ cmake -S . -B build/release -DCMAKE_BUILD_TYPE=Release && cmake --build build/release -j"$(nproc)" --target leitai; } >build/bench/log 2>&1 || { tail -40 build/bench/log; exit 1; }
cc -O2 -std=c11 -D_POSIX_C_SOURCE=199309L -Iext -Ibuild/release tests/bench/stages.c build/release/libleitai_core.a -lm -o build/bench/stages
exec build/bench/venv/bin/python tests/bench/bench.py build/release/leitai.so "$@"

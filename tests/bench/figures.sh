#!/bin/bash
# figures.sh [FOLDER [PAGES]]: numbers, figures and dates of stored pages, ours beside the tools that do this work, in one run.
#
# FOLDER: pages, one a file; ../shared/archive. PAGES: every so-many-th page goes to the peers (20), which would take minutes for all.
# What is not here comes from npm and PyPI by name and lives in build/bench/ alone. Every line reads the same pages on one core:
#
#   stage      numerals, figures and dates in one walk, the text being restored and cut into sentences already (tests/bench/stages.c)
#   SQL        from stored bytes to rows of llm_numbers, llm_figures and llm_dates
#   the peers  from decoded text to their results, as their pages say to call them; they read articles alone, without links and menus
set -e
cd "$(dirname "$0")/../.."
pages=${1:-../shared/archive} every=${2:-20} own=build/bench
[ -f build/leitai.so ] || { echo "figures.sh: build first: cmake -S . -B build && cmake --build build" >&2; exit 1; }
mkdir -p $own
[ -d $own/venv ] || python3 -m venv $own/venv
$own/venv/bin/pip install -q --disable-pip-version-check apsw==3.54.1.0 jionlp==1.5.31 cn2an==0.5.24
npm install --silent --no-audit --no-fund --prefix $own @microsoft/recognizers-text-suite@1.3.1 >$own/npm.log 2>&1 || { cat $own/npm.log >&2; exit 1; }
cc -O2 -std=c11 -D_POSIX_C_SOURCE=199309L -Iext -Ibuild tests/bench/stages.c build/libleitai_core.a -lm -o $own/stages
exec $own/venv/bin/python tests/bench/figures.py "$pages" "$every"

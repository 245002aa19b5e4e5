#!/bin/sh
# Every table reads large texts, as delivered, and none takes minutes: a megabyte of each, or MEGABYTES=10 tests/large.t.
cd "$(dirname "$0")/.." || exit 1
export MEGABYTES="${MEGABYTES:-1}"
exec timeout 400 build/release/runner tests/large.sql $(ls fixtures/*.txt | grep -v '\.clean\.txt$')

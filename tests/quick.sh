#!/bin/sh
# The tests to run before every commit, in under a minute, on what is built in build/ (cmake --build build).
cd "$(dirname "$0")/.." || exit 1
export CMOCKA_MESSAGE_OUTPUT=TAP
exec prove -j2 tests/cases.t tests/rooms.t tests/rules.t tests/symbols.t tests/warnings.t tests/data/names.t tests/bounds/linear.t build/unit/*

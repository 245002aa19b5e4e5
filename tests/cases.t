#!/bin/sh
# Articles of one idea, and scripts of SQL assertions, in the sanitized runner.
cd "$(dirname "$0")/.." && exec build/runner tests/cases/*.case tests/sql/*.sql

#!/bin/sh
# Archives in one connection: what is read, what is followed, what is refused.
cd "$(dirname "$0")/.." || exit 1
exec build/runner tests/archive.sql

#!/bin/sh
# Texts made to be slow are read in time and memory that grow with their length, as counted steps say; KILOBYTES=100000 tests/bounds/linear.t
# reads 100 MB of each.
cd "$(dirname "$0")/../.." || exit 1
exec build/linear ${KILOBYTES:-100}

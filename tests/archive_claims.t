#!/bin/sh
# Over a real archive: no claim, quotation or source crosses the end of a paragraph or comes from furniture, and claims of one
# structure do not overlap. The archive stands beside the repository; without it there is nothing to test.
cd "$(dirname "$0")/.." || exit 1
ls ../shared/archive/*.md >/dev/null 2>&1 || { echo '1..0 # SKIP no archive'; exit 0; }
exec build/runner tests/archive_claims.sql ../shared/archive/*.md

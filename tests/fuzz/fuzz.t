#!/bin/sh
# Half a minute of fuzzing for each target, the same inputs every time: new ones are for tests/fuzz.sh, not for a change that broke nothing.
SEED=1 exec "$(dirname "$0")/../fuzz.sh" 30

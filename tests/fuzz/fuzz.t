#!/bin/sh
# Half a minute of fuzzing for each target.
exec "$(dirname "$0")/../fuzz.sh" 30

#!/bin/sh
# Connections in threads, under the thread sanitizer, which wants addresses where it knows them (setarch).
cd "$(dirname "$0")/../.." || exit 1
[ -x build/threads ] || { echo "1..0 # SKIP build/ is not a Debug build"; exit; }
TSAN_OPTIONS=halt_on_error=1:exitcode=66 setarch -R build/threads
status=$?
[ $status = 0 ] || echo "Bail out! the thread sanitizer, or a thread, ended with $status"
exit $status

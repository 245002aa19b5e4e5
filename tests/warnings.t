#!/bin/sh
# Clang has nothing to say about any of our C. (gcc's word is the build's.)
cd "$(dirname "$0")/.." || exit 1
command -v clang >/dev/null || { echo "1..0 # SKIP clang is not installed"; exit; }
said=$(clang -std=c11 -fsyntax-only -Wall -Wextra -Wpedantic -Iext -Ibuild $(pkg-config --cflags icu-uc) \
	ext/*.c ext/*/*.c tests/runner/*.c tests/unit/*/*.c tests/bounds/*.c tests/fuzz/*.c 2>&1)
[ -z "$said" ] || printf 'not '
printf 'ok 1 - clang has nothing to say\n1..1\n'
[ -z "$said" ] || printf '%s\n' "$said" | sed 's/^/# /'

#!/bin/sh
# Training learns what it is shown, and the same sentences give the same weights, byte for byte.
cd "$(dirname "$0")/.." || exit 1
folder=$(mktemp -d) && trap 'rm -r "$folder"' EXIT
trained() { build/train_tagger least=1 bits=17 rounds=8 out="$folder/$1" marked:tests/training.marked test=marked:tests/training.marked; }
echo 1..2
trained one >"$folder/measured"
trained two >/dev/null
cmp "$folder/one" "$folder/two" >&2 || printf 'not '
echo "ok 1 - the same sentences give the same weights"
grep -q '^all .* F1 1.000' "$folder/measured" || printf 'not '
echo "ok 2 - names shown in training are found again"
sed 's/^/# /' "$folder/measured"

#!/bin/sh
# ext/train/ship.sh SUITES [FILE]: trains the weights that ship, from the folder that holds fewfc/ and finre/, into ext/data/tagger/weights.bin
# or FILE. The same words, sentences and sources give the same file, byte for byte.
cd "$(dirname "$0")/../.." || exit 1
[ -d "$1/fewfc" ] || { echo "usage: ext/train/ship.sh SUITES [FILE]"; exit 2; }
set -- "$1" "${2:-ext/data/tagger/weights.bin}" $(for gold in fixtures/*.gold.json; do echo "article:${gold%.gold.json}"; done)
suites=$1 file=$2 && shift 2
exec build/train_tagger lean=0.5 least=2 copies=18 blind=600 out="$file" marked:ext/data/tagger/sentences.txt \
  "finre:$suites/finre/train.txt" "fewfc:$suites/fewfc/train_base.json" "fewfc:$suites/fewfc/train_trans.json" "$@"

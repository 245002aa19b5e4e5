#!/bin/bash
# The npm package: it is built and packed from source, installed in a folder of its own, and bindings/node/test asks there.
cd "$(dirname "$0")/.." || exit 1
project=$PWD/build/node
mkdir -p "$project"
{
	{ command -v node && command -v npm || sql/needs.sh nodejs npm; } &&
	package=$(node bindings/node/build.mjs --pack) &&
	cp bindings/node/test/package.json "$project" &&
	(cd "$project" && npm install --no-package-lock && npm install --no-package-lock --no-save "$package")
} >build/node.log 2>&1 || { sed 's/^/# /' build/node.log; echo "not ok 1 - the npm package builds"; echo 1..1; exit 1; }
set -o pipefail
LEITAI_TEST_PROJECT=$project node --test --test-reporter=tap bindings/node/test/ | sed 's/^ /# /' # prove reads no nested YAML

#!/bin/bash
# The Python package: a wheel is built from source and installed in a fresh environment; there bindings/python/tests load it and ask.
cd "$(dirname "$0")/.." || exit 1
venv=build/python
{
	python=/usr/bin/python3
	[ -x $python ] || python=python3
	[ -d $venv ] || $python -m venv $venv
	$venv/bin/pip install -q --disable-pip-version-check -r bindings/python/tests/requirements.txt &&
	$venv/bin/pip install -q --disable-pip-version-check --no-deps --force-reinstall --config-settings=build-dir="$PWD/build/wheel" ./bindings/python
} >build/python.log 2>&1 || { sed 's/^/# /' build/python.log; echo "not ok 1 - the wheel builds"; echo 1..1; exit 1; }
exec $venv/bin/python -m pytest -q --tap -p no:cacheprovider --ignore=bindings/python/tests/spark bindings/python/tests

#!/bin/bash
# Leitai on Apache Spark: bindings/python/tests/spark, on a cluster of processes of its own, a master and two workers.
cd "$(dirname "$0")/.." || exit 1
{ sql/needs.sh openjdk-17-jre-headless || command -v java; } >build/spark.log 2>&1 || { echo "1..0 # SKIP there is no Java, and openjdk-17-jre-headless cannot be installed here"; exit 0; }
sql/spark.sh --install build/spark >>build/spark.log 2>&1 &&
	build/spark/bin/pip install -q --disable-pip-version-check -r bindings/python/tests/spark/requirements.txt >>build/spark.log 2>&1 ||
	{ sed 's/^/# /' build/spark.log; echo "not ok 1 - the package is installed"; echo 1..1; exit 1; }
exec build/spark/bin/python -m pytest -q --tap -p no:cacheprovider bindings/python/tests/spark

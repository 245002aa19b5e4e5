#!/bin/bash
# spark.sh [PAGE|FOLDER]…  The demo on Apache Spark: installs what is missing (Java from Debian, PySpark from PyPI, into build/spark), and
# asks bindings/python/examples/on_spark.py about the pages (our own under fixtures/ if none is named). $MASTER is the cluster that
# reads, or else this machine. With --install FOLDER it only makes that environment.
set -e
top=$(cd -P "$(dirname "$0")/.." && pwd)

install() { # FOLDER
	"$top/sql/needs.sh" openjdk-17-jre-headless python3 python3-venv gcc cmake make pkg-config libsqlite3-dev libicu-dev libxxhash-dev
	[ -x "$1/bin/python" ] || /usr/bin/python3 -m venv "$1"
	"$1/bin/pip" install -q --disable-pip-version-check "$top/bindings/python[spark]"
}

if [ "$1" = --install ]; then
	install "$2"
	exit
fi
install "$top/build/spark" >&2
[ $# -gt 0 ] || set -- "$top/fixtures"
exec "$top/build/spark/bin/python" "$top/bindings/python/examples/on_spark.py" "$@"

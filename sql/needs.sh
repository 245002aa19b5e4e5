#!/bin/sh
# needs.sh PACKAGE…  Installs those of these Debian packages that are missing, if this user may; otherwise prints the one line that
# does it and fails.
missing=
for package in "$@"; do
	dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing="$missing $package"
done
[ -n "$missing" ] || exit 0
install="apt-get install -y --no-install-recommends$missing"
if ! command -v apt-get >/dev/null; then
	echo "Please install what these Debian packages hold, then run this again:$missing" >&2
	exit 1
elif [ "$(id -u)" = 0 ]; then
	as_root=
elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
	as_root=sudo
else
	printf 'Some packages are missing. Please run this, then try again:\n\n  sudo apt-get update && sudo %s\n' "$install" >&2
	exit 1
fi
echo "Installing$missing" >&2
$as_root apt-get update -q >/dev/null && $as_root env DEBIAN_FRONTEND=noninteractive $install >/dev/null

#!/bin/sh
# Holds the name files under ext/data/ to what ext/data/README.md promises.
#
# What: each check below is one TAP line; every place that breaks it follows as `# file:line: what is wrong`.
# Why awk: the data are lines and columns, and a broken promise between two files (one written form, two names) is
# found with one table of forms read so far. A file that is not there yet is skipped, so each file can grow alone.
# Limits: shape only. That a firm exists, or that a word is ordinary enough for a `?`, a reader must judge.
#
# Two names that rightly bear one written form (a company and the model it is named after) are allowed by a header line
# of one of the files, which must give the reason:   # shared FORM: reason

LC_ALL=C; export LC_ALL
cd "$(dirname "$0")/../../ext/data" || exit 1

files=
for file in companies.tsv organizations.tsv people.tsv models.tsv groups.tsv; do
	[ -f "$file" ] && files="$files $file"
done
[ -n "$files" ] || { echo "1..0 # SKIP no name files"; exit 0; }

# The same files after ICU's traditional → simplified: a line that changes holds a traditional character.
simplified=
if command -v uconv >/dev/null; then
	simplified=$(mktemp -d) || exit 1
	trap 'rm -rf "$simplified"' EXIT
	for file in $files; do uconv -f UTF-8 -t UTF-8 -x Traditional-Simplified "$file" >"$simplified/$file"; done
fi

awk -v simplified="$simplified" '
function characters(text) { gsub(/[\200-\277]/, "", text); return length(text) }
function complain_at(check, where, what) { problem[check] = problem[check] "\n# " where ": " what }
function complain(check, what) { complain_at(check, FILENAME ":" FNR, what) }
function promise(check, says) { checks[++check_count] = check; saying[check] = says }

BEGIN {
	FS = "\t"
	split("university institute government association media fund lab team", list, " ")
	for (i in list) is_type[list[i]] = 1

	ticker_shape["SSE"] = "^[69][0-9][0-9][0-9][0-9][0-9]$"
	ticker_shape["SZSE"] = "^[023][0-9][0-9][0-9][0-9][0-9]$"
	ticker_shape["BSE"] = "^[489][0-9][0-9][0-9][0-9][0-9]$"
	ticker_shape["HKEX"] = "^[0-9][0-9][0-9][0-9][0-9]$"
	ticker_shape["TWSE"] = ticker_shape["TPEX"] = "^[0-9][0-9][0-9][0-9]$"
	ticker_shape["TSE"] = "^[0-9][0-9A-Z][0-9][0-9A-Z]$"
	ticker_shape["KRX"] = "^[0-9][0-9][0-9][0-9][0-9][0-9]$"
	split("NASDAQ NYSE LSE EPA AMS ETR SWX NSE STO CPH HEL BIT BME EBR OSE ASX TSX SGX TADAWUL BVMF", list, " ")
	for (i in list) ticker_shape[list[i]] = "^[A-Z0-9&]+([.][A-Z]?)?$"

	promise("columns", "every line has its three columns and a name, no stray space or bar")
	promise("order", "lines stand in code point order of the name, the header on top, no name twice")
	promise("form", "forms are longer than one character; bare numbers and two Latin characters carry a ?")
	promise("script", "no traditional characters, no full-width Latin")
	promise("clash", "a written form belongs to one name")
	promise("ticker", "tickers are exchange:code, each of one company")
	promise("type", "types of organizations are known ones")
	promise("members", "members of groups are names of companies, organizations or people")
	promise("developers", "developers of models are names of companies, organizations or people")
}

FNR == 1 { previous = ""; body = 0 }
simplified != "" { (getline plain < (simplified "/" FILENAME)) }

/^# shared / { shared = $0; sub(/^# shared /, "", shared); reason = shared; sub(/: .*/, "", shared)
	if (reason !~ /: ./) complain("clash", "an allowed clash needs its reason")
	allowed[tolower(shared)] = 1 }
/^#/ { if (body) complain("order", "header line below the data"); next }

{ body = 1; rows++ }
NF != 3 { complain("columns", NF " columns instead of 3"); next }
/(^|[|\t]) | ([|\t]|$)|  |\r|　|(^|\t)[|]|[|][|]|[|](\t|$)/ { complain("columns", "stray space or bar") }
$1 == "" { complain("columns", "no name"); next }
$1 == previous || (previous != "" && $1 < previous) { complain("order", $1 ($1 == previous ? " stands twice" : " comes after " previous)) }
{ previous = $1 }

# Simplified names use these too (乾照光电, 昇腾, 哪吒, 大阪), though ICU would turn them into 干, 升, 咤, 坂.
simplified != "" { kept = $0; gsub(/乾/, "干", kept); gsub(/昇/, "升", kept); gsub(/吒/, "咤", kept); gsub(/阪/, "坂", kept)
	if (kept != plain) complain("script", $1 ": traditional characters, simplified: " plain) }
/\357\274[\220-\231\241-\272]|\357\275[\201-\232]/ { complain("script", $1 ": full-width Latin") }

# The written forms of the row: its name and its aliases, without the ? that says "also an ordinary word".
{ form_count = split($1 ($2 == "" ? "" : "|" $2), forms, "|")
	for (i = 1; i <= form_count; i++) {
		form = forms[i]; ordinary = sub(/[?]$/, "", form)
		if (form ~ /[?]|？/) complain("form", form ": a ? stands only at the end, half-width")
		if (characters(form) < 2) complain("form", forms[i] ": too short")
		if (!ordinary && form ~ /^([A-Za-z0-9][A-Za-z0-9]|[0-9]+)$/) complain("form", form ": needs a ?")
		key = tolower(form)
		if (key in owner) {
			if (!(key in allowed) || owner_file[key] == FILENAME)
				complain("clash", form " of " $1 " is also a form of " owner[key] " (" owner_place[key] ")")
		} else { owner[key] = $1; owner_file[key] = FILENAME; owner_place[key] = FILENAME ":" FNR }
	} }

{ name = $1; sub(/[?]$/, "", name) }
FILENAME ~ /^(companies|organizations|people)/ { is_player[name] = 1 }
FILENAME ~ /^organizations/ && !($3 in is_type) { complain("type", $1 ": " $3) }
FILENAME ~ /^companies/ && $3 != "" {
	exchange = $3; sub(/:.*/, "", exchange); code = substr($3, length(exchange) + 2)
	if (!(exchange in ticker_shape) || code !~ ticker_shape[exchange]) complain("ticker", $1 ": " $3)
	if ($3 in listed) complain("ticker", $1 ": " $3 " belongs to " listed[$3])
	listed[$3] = $1 }
FILENAME ~ /^(models|groups)/ && $3 != "" { place[++wanted_count] = FILENAME ":" FNR; wanted[wanted_count] = $3
	wanted_by[wanted_count] = (FILENAME ~ /^models/) ? "developers" : "members" }

END {
	for (i = 1; i <= wanted_count; i++) {
		n = split(wanted[i], list, "|")
		for (j = 1; j <= n; j++) if (!(list[j] in is_player))
			complain_at(wanted_by[i], place[i], list[j] " is not a name of another row") }
	for (i = 1; i <= check_count; i++) {
		check = checks[i]
		print ((check in problem) ? "not ok " : "ok ") i " - " saying[check] \
			((check == "script" && simplified == "") ? " # SKIP uconv of icu-devtools is not installed" : "") problem[check]
	}
	print "1.." check_count
	print "# " rows " names read"
}' $files

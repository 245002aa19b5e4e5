#!/bin/sh
# Rules bear one name in code and in llm_rules: what ext/reading/rules.def lists stands in a comment of ext/, and a name of a family
# that it lists (CLAIM-3) is in the list.
cd "$(dirname "$0")/.." || exit 1
LC_ALL=C; export LC_ALL
listed=$(sed -n 's/^LT_RULE("\([A-Z]*-[0-9]*\)".*/\1/p' ext/reading/rules.def)
families=$(echo "$listed" | sed 's/-.*//' | sort -u | paste -sd'|' -)
named=$(grep -ohE "\b($families)-[0-9]+" ext/*/*.c ext/*/*.h | sort -u)

n=0
check() { # what is wrong (nothing: right), what is promised
	n=$((n + 1))
	if [ -z "$1" ]; then echo "ok $n - $2"; else echo "not ok $n - $2"; echo "$1" | sed 's/^/# /'; fi
}
check "$(echo "$listed" | sort | uniq -d)" 'no rule is listed twice'
check "$(echo "$listed" | grep -vxF "$named")" 'every rule that is listed stands in the code'
check "$(echo "$named" | grep -vxF "$listed")" 'every rule of these families that stands in the code is listed'
echo "1..$n"

#!/usr/bin/env python3
"""coverage.py SUMMARY [--write]: what gcovr's summary says against tests/coverage.tsv, which lists under each reason the files where lines or
branches are left out for it, and how many. A file with more than that, or one that is not listed, is told; --write writes the numbers anew."""
import json, sys
from pathlib import Path

LIST = Path(__file__).with_suffix(".tsv")
SLACK = 4  # branches that threads take or do not
UNKNOWN = "# Nobody has said why"


def listed():
    """[(reason, {file: (lines, branches)})], the reason with its #."""
    groups = []
    for line in LIST.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            groups.append((line, {}))
        elif line:
            file, lines, branches = line.split("\t")
            groups[-1][1][file] = (int(lines), int(branches))
    return groups


def measured(summary):
    files = json.loads(Path(summary).read_text())["files"]
    return {f["filename"]: (f["line_total"] - f["line_covered"], f["branch_total"] - f["branch_covered"]) for f in files}


def write(groups, missed):
    known = {file for _, files in groups for file in files}
    new = {file for file in missed if file not in known and any(missed[file])}
    if new:
        groups.append((UNKNOWN, dict.fromkeys(new)))
    parts = []
    for reason, files in groups:
        rows = [f"{file}\t{missed[file][0]}\t{missed[file][1]}" for file in sorted(files) if any(missed.get(file, (0, 0)))]
        parts.append("\n".join([reason, *rows]))
    LIST.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


def main():
    missed, groups = measured(sys.argv[1]), listed()
    if sys.argv[2:] == ["--write"]:
        write(groups, missed)
    allowed = {file: count for reason, files in listed() if reason != UNKNOWN for file, count in files.items()}
    worse = [file for file, (lines, branches) in missed.items() if lines > allowed.get(file, (0, 0))[0] or branches > allowed.get(file, (0, 0))[1] + SLACK]
    for file in worse:
        print("not listed in tests/coverage.tsv: {}, {} lines and {} branches".format(file, *missed[file]))
    total = json.loads(Path(sys.argv[1]).read_text())
    print("lines: {line_percent}% ({line_covered} of {line_total}), branches: {branch_percent}% ({branch_covered} of {branch_total})".format(**total))
    sys.exit(bool(worse))


main()

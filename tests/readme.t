#!/usr/bin/env python3
"""Holds the documents to the truth: README.md, README.zh.md and docs/. What stands between <!-- tables --> marks is llm_schema's,
every table, column and function is told of, and a console block shows what its command prints, run one after another in a folder in
which ours are found. `tests/readme.t --write` writes tables and outputs anew. (tests/fresh.t runs the other blocks.)"""
import re, shutil, subprocess, sys, tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = [ROOT / "README.md", ROOT / "README.zh.md", *sorted((ROOT / "docs").glob("*.md"))]
CONSOLE = re.compile(r"```console\n\$ (.*)\n[\s\S]*?```")
TABLES = """SELECT '| `' || s.table_name || ifnull(s.type, '') || '` | ' || s.meaning || ' | ' || (SELECT group_concat('`' || c.column_name || '`', ' ')
  FROM llm_schema c WHERE c.table_name = s.table_name AND c.column_name IS NOT NULL) || ' |' FROM llm_schema s WHERE s.column_name IS NULL"""
COLUMNS = "SELECT table_name || '.' || column_name FROM llm_schema WHERE column_name IS NOT NULL"
FUNCTIONS = "SELECT DISTINCT name FROM pragma_function_list WHERE name LIKE 'llm!_%' ESCAPE '!' ORDER BY name"


def ask(*commands):
    return subprocess.run(["sqlite3", ":memory:", f".load {ROOT}/build/leitai", *commands], capture_output=True, text=True, check=True).stdout


def cell(text):
    return text.replace("|", "\\|").replace("\n", "⏎").replace("\r", "") if text else ""


def reference():
    """Every table with its columns, and what they show for its example."""
    rows = [line.split("\x1f") for line in ask(".mode list", ".separator \x1f \x1e", "SELECT * FROM llm_schema").split("\x1e")[:-1]]
    out = []
    for table, column, kind, meaning, example in rows:
        if column == "":
            out.append(f"\n## {table}{kind}\n\n{meaning[0].upper()}{meaning[1:]}.\n")
            out.append((f"```sql\n{example};\n```\n\n" if example else "") + "| column | type | meaning | there |\n| --- | --- | --- | --- |")
        else:
            out.append(f"| `{column}` | {kind} | {cell(meaning)} | {cell(example)} |")
    return "\n".join(out) + "\n"


def tables_zh(part):
    """The tables with the meanings that stand there; a new one's is English until somebody writes it."""
    meanings = dict(re.findall(r"^\| (`.*?`) \| (.*?) \| `", part, re.M))
    made = re.sub(r"^\| (`.*?`) \| (.*?) \| ", lambda m: f"| {m[1]} | {meanings.get(m[1], m[2])} | ", ask(TABLES), flags=re.M)
    return f"| 表 | 每一行是 | 列 |\n| --- | --- | --- |\n{made}"


def accuracy(heads):
    """The bounds that tests/gold.t holds, list by list."""
    rows = [line.split("\t") for line in (ROOT / "tests/gold.tsv").read_text().splitlines() if not line.startswith("#")]
    bounds = {(found, where): bound for where, found, bound in rows}
    lists = dict.fromkeys(found for _, found, _ in rows)
    made = "".join(f"| {found} | {bounds.get((found, 'fixtures'), '')} | {bounds.get((found, 'dev'), '')} |\n" for found in lists)
    return f"| {' | '.join(heads)} |\n| --- | --- | --- |\n{made}"


MADE = {
    "accuracy": lambda _: accuracy(["list", "our pages", "pages from the web"]),
    "accuracy_zh": lambda _: accuracy(["项目", "我们的页面", "网上的页面"]),
    "tables": lambda _: f"| table | one row per … | columns |\n| --- | --- | --- |\n{ask(TABLES)}",
    "tables_zh": tables_zh,
    "reference": lambda _: reference(),
}


def blocks(text, folder):
    """(what stands there, what should) for every part that is made."""
    for match in re.finditer(r"<!-- (\w+) -->\n[\s\S]*?<!-- /\1 -->|" + CONSOLE.pattern, text):
        part = match.group()
        if match.group(1):
            yield part, f"<!-- {match.group(1)} -->\n{MADE[match.group(1)](part)}<!-- /{match.group(1)} -->"
        else:
            run = subprocess.run(["bash", "-c", match.group(2)], cwd=folder, capture_output=True, text=True)
            yield part, f"```console\n$ {match.group(2)}\n{run.stdout}{run.stderr}```"


def scratch(folder):
    """A place for what commands make; the shell's fsdir() does not look behind links."""
    shutil.copytree(ROOT / "fixtures", Path(folder) / "fixtures")
    for name in ("bindings", "build", "sql"):
        (Path(folder) / name).symlink_to(ROOT / name)
    return folder


def checks(document):
    text = document.read_text()
    name = document.relative_to(ROOT)
    with tempfile.TemporaryDirectory() as folder:
        made = list(blocks(text, scratch(folder)))
    if sys.argv[1:] == ["--write"]:
        for part, wanted in made:
            text = text.replace(part, wanted)
        document.write_text(text)
    for part, wanted in made:
        yield f"{name}: {part.splitlines()[1]}", part == wanted
    if name.name == "functions.md":
        commands = "\n".join(CONSOLE.findall(text))
        untold = [f for f in ask(FUNCTIONS).split() if f"{f}(" not in commands]
        yield f"{name} shows every function{'; not ' + ' '.join(untold) if untold else ''}", not untold
    if name.name.startswith("README"):
        missing = [f for f in ask(FUNCTIONS).split() if f"`{f}(" not in text] + [
            c for c in ask(COLUMNS).split() if not re.search(rf"^\| `{c.split('.')[0]}[(`].*`{c.split('.')[1]}`", text, re.M)]
        yield f"{name} tells of every function, table and column{'; not of ' + ' '.join(missing) if missing else ''}", not missing


number = 0
for document in DOCUMENTS:
    for number, (name, good) in enumerate(checks(document), number + 1):
        print(f"{'ok' if good else 'not ok'} {number} - {name.replace('#', '')}")
print(f"1..{number}")

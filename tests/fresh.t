#!/usr/bin/env python3
"""The README as a new user takes it: in a fresh clone, every block of README.md is run, in order. Shell, SQL (over archive.db), Python (in the
environment that an earlier block made) and JavaScript blocks are to succeed, console blocks to print what stands there. README.zh.md
has the same blocks."""
import re, shutil, subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PLACE = ROOT / "build/fresh"
BLOCK = re.compile(r"^```(sh|console|sql|python|js)\n([\s\S]*?)^```$", re.M)


def run(command, given=None):
    return subprocess.run(command, cwd=PLACE, input=given, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def script(name, text):
    (PLACE / name).write_text(text)
    return name


def try_out(kind, text):
    """What went wrong, '' if nothing."""
    if kind == "console":
        command, _, wanted = text[2:].partition("\n")
        done = run(["bash", "-c", command])
        return "" if done.returncode == 0 and done.stdout == wanted else f"printed\n{done.stdout}"
    done = run({
        "sh": ["bash", "-ec", text],
        "sql": ["sqlite3", "-bail", "archive.db", ".load build/leitai"],
        "python": ["venv/bin/python", "-c", text],
        "js": ["node", script("first.mjs", text) if kind == "js" else ""],
    }[kind], text if kind == "sql" else None)
    silent = kind in ("python", "js") and done.stdout.strip() == ""
    return f"exit {done.returncode}\n{done.stdout}" if done.returncode or silent else ""


def skeleton(path):
    """The blocks of a README, of console blocks the commands alone."""
    return [(kind, text.split("\n")[0] if kind == "console" else re.sub(r"^\s*(--|#|//).*\n|  +(--|#|//) .*", "", text, flags=re.M))
            for kind, text in BLOCK.findall(path.read_text())]


shutil.rmtree(PLACE, ignore_errors=True)
PLACE.parent.mkdir(exist_ok=True)
subprocess.run(["git", "clone", "-q", "--depth", "1", f"file://{ROOT}", PLACE], check=True)
number = 0
for number, (kind, text) in enumerate(BLOCK.findall((ROOT / "README.md").read_text()), 1):
    problem = try_out(kind, text)
    print(f"{'not ok' if problem else 'ok'} {number} - {kind}: {text.splitlines()[0].replace('#', '')}", flush=True)
    if problem:
        print("# " + problem[-3000:].replace("\n", "\n# "), flush=True)
same = skeleton(ROOT / "README.md") == skeleton(ROOT / "README.zh.md")
print(f"{'ok' if same else 'not ok'} {number + 1} - README.zh.md has the same blocks\n1..{number + 1}")

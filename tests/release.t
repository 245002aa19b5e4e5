#!/usr/bin/env python3
"""What a release consists of works where nothing of ours is at hand: the one-file source built in one call, the installed library
linked into a program that pkg-config describes, and one version number everywhere."""
import re, shutil, subprocess, tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD = next(b for b in (ROOT / "build/release", ROOT / "build") if (b / "leitai.so").exists())
PAGES = sorted(p for p in (ROOT / "fixtures").glob("*.txt") if not p.name.endswith(".clean.txt"))
TABLES = "SELECT table_name FROM llm_schema WHERE column_name IS NULL AND type LIKE '(text%' ORDER BY 1"
PROGRAM = r"""
#include <leitai.h>
#include <stdio.h>
int main(void) {
  sqlite3 *db;
  sqlite3_stmt *s;
  if (sqlite3_auto_extension((void (*)(void))sqlite3_leitai_init) || sqlite3_open(":memory:", &db)) return 1;
  if (sqlite3_prepare_v2(db, "SELECT llm_version(), name FROM llm_players('阿里巴巴发布了通义千问。')", -1, &s, NULL)) return puts(sqlite3_errmsg(db));
  while (sqlite3_step(s) == SQLITE_ROW) printf("%s %s %s\n", LEITAI_VERSION, sqlite3_column_text(s, 0), sqlite3_column_text(s, 1));
  sqlite3_finalize(s);
  return sqlite3_close(db);
}
"""


def run(*command, **options):
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True, **options)
    return done.stdout.strip() if done.returncode == 0 else f"{command[0]}: {done.stdout[-2000:]}{done.stderr[-2000:]}"


def shell(extension, sql):
    return run("sqlite3", ":memory:", f".load {extension}", sql)


def rows(extension):
    """Everything the extension says of our pages."""
    sql = [f"SELECT '{page.name}', '{t}', * FROM {t}(readfile('{page}'));" for t in shell(extension, TABLES).split() for page in PAGES]
    sql.append("SELECT name, narg FROM pragma_function_list WHERE name LIKE 'llm%' ORDER BY 1; SELECT * FROM llm_lexicon;")
    return shell(extension, "".join(sql))


def amalgamation(folder):
    """leitai.c alone in a folder, built there."""
    run("cmake", "--build", BUILD, "-j2")
    run("cmake", "--build", BUILD, "--target", "amalgamation")
    made = BUILD / "amalgamation"
    for name in ("leitai.c", "leitai.h"):
        shutil.copy(made / name, folder)
    yield "leitai.c asks for no ICU", "unicode/" not in (folder / "leitai.c").read_text()
    said = run("cc", "-std=c11", "-O2", "-shared", "-fPIC", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "leitai.c", "-o", "leitai.so", cwd=folder)
    yield "leitai.c builds with one call, and nothing to remark", said == "" or said
    yield "it shows one name", run("nm", "-D", "--defined-only", folder / "leitai.so").split()[2:] == ["sqlite3_leitai_init"]
    wanted, got = rows(BUILD / "leitai"), rows(folder / "leitai")
    yield "it gives the same rows and functions", (len(wanted) > 100000 and got == wanted) or f"{len(wanted)} characters and {len(got)}"


def linked(folder):
    run("cmake", "--install", BUILD, "--prefix", folder)
    (folder / "program.c").write_text(PROGRAM)
    env = {"PATH": "/usr/bin:/bin", "PKG_CONFIG_PATH": str(next(folder.glob("lib*/**/pkgconfig")))}
    flags = run("pkg-config", "--cflags", "--libs", "leitai", env=env).split()
    said = run("cc", "-Wall", "-Wextra", "-Wpedantic", "-Werror", "program.c", *flags, "-o", "program", cwd=folder, env=env)
    yield "a program builds with what pkg-config says", said == "" or said
    said = run(folder / "program") if said == "" else said
    yield "every connection of it has Leitai", said == f"{VERSION} {VERSION} 阿里巴巴" or said
    extension = run("pkg-config", "--variable=extension", "leitai", env=env)
    yield "pkg-config tells where the extension is", shell(extension, "SELECT llm_version()") == VERSION
    yield "and which version", run("pkg-config", "--modversion", "leitai", env=env) == VERSION


def one_version(_):
    yield "CHANGELOG.md begins with this version", re.search(r"^## (\S+?),? ", (ROOT / "CHANGELOG.md").read_text(), re.M).group(1) == VERSION
    places = run("git", "-C", ROOT, "grep", "-lFw", "-e", VERSION, "--", "CMakeLists.txt", "ext/*.[ch]", "ext/*.in", "bindings", "sql").split()
    yield "no other file of ours names it", places == ["CMakeLists.txt"] or " ".join(places)


VERSION = re.search(r"project\(leitai VERSION (\S+)", (ROOT / "CMakeLists.txt").read_text()).group(1)
number = 0
for checks in (amalgamation, linked, one_version):
    with tempfile.TemporaryDirectory() as folder:
        for number, (name, good) in enumerate(checks(Path(folder)), number + 1):
            print(f"{'ok' if good is True else 'not ok'} {number} - {name}", flush=True)
            if isinstance(good, str):
                print("# " + good.replace("\n", "\n# "))
print(f"1..{number}")

#!/usr/bin/env python3
"""amalgamate.py OUT SOURCE…  All of Leitai in one file, OUT, which any C11 compiler builds in one call, with SQLite's headers as all
it needs: the sources one after another, each header once and before its first reader, the generated tables in their places.

Two sources may use one name for two things (every table has its `fill`). Such names get the name of their file in front, but for
members of structs, which are told by `.`, `->` or standing in a struct's braces. A name that a macro of a header speaks of (`row`) is
defined and undefined round its file instead.

Options:  -I FOLDER       where included files of ours are
          --embed HEADER  a header of a library, by path, that is taken in whole
"""
import argparse, re
from collections import Counter
from pathlib import Path

TOKEN = re.compile(
    r"""(?P<space>\s+|/\*.*?\*/|//[^\n]*)|(?P<text>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|(?P<directive>^[ \t]*\#(?:\\\n|[^\n])*)
      |(?P<name>[A-Za-z_]\w*)|(?P<sign>->|[\d.]*\d\w*|.)""",
    re.S | re.M | re.X)
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*([<"])([^>"]+)[>"].*\n', re.M)
DEFINE = re.compile(r"^[ \t]*#[ \t]*define[ \t]+(\w+)", re.M)


def tokens(text):
    return [(m.lastgroup, m.group()) for m in TOKEN.finditer(text)]


def words(text):
    return [piece for kind, piece in tokens(text) if kind not in ("space", "directive")]


def is_name(word):
    return re.match(r"[A-Za-z_]", word) is not None


def statements(text):
    """The file's outermost declarations, each as (word, depth of braces) pairs."""
    statement, depth = [], 0
    for word in words(text):
        depth += word == "{"
        statement.append((word, depth))
        depth -= word == "}"
        outer = [w for w, d in statement if d == 0]
        closes_function = word == "}" and "(" in outer and "=" not in outer
        if depth == 0 and (word == ";" or closes_function):
            yield statement
            statement = []


def tags_and_constants(statement):
    for at, (word, depth) in enumerate(statement):
        if word not in ("struct", "union", "enum") or depth:
            continue
        if statement[at + 2][0] == "{":
            yield statement[at + 1][0]
        if word == "enum":
            inside = [w for w, d in statement[at:] if d == 1]
            yield from (name for before, name in zip(inside, inside[1:]) if before in "{," and is_name(name))


def declared(text):
    """The names a source gives to things of its own, outside its functions."""
    for statement in statements(text):
        outer = [w for w, d in statement if d == 0]
        yield from tags_and_constants(statement)
        if outer[0] == "typedef":
            yield outer[outer.index("(") + 2] if "(" in outer else [w for w in outer if is_name(w)][-1]
        elif "static" in outer[:2]:
            yield from [a for a, b in zip(outer, outer[1:]) if is_name(a) and b in "(=[;"][:1]


def is_member(pieces, at, brackets):
    """Whether the name there is a struct's member: asked for by . or ->, or declared."""
    before = next((p for k, p in reversed(pieces[:at]) if k != "space"), "")
    after = next((p for k, p in pieces[at + 1:] if k != "space"), "")
    return before in (".", "->") or (brackets[-1:] == ["struct"] and (after in (";", ",", "[", ":") or before + after == "*)"))


def renamed(text, own):
    """The source with each name of `own` replaced by what it says."""
    pieces, out, brackets, last_type = tokens(text), [], [], ""
    for at, (kind, piece) in enumerate(pieces):
        if piece == "{":
            brackets.append(last_type)
            last_type = ""
        elif piece == "}" and brackets:
            brackets.pop()
        elif piece in ("struct", "union"):
            last_type = "struct"
        elif piece in (";", ")", "=") and not brackets:
            last_type = ""
        if kind == "directive" and not INCLUDE.match(piece + "\n"):
            piece = re.sub(r"(?<![.>\w])[A-Za-z_]\w*", lambda m: own.get(m.group(), m.group()), piece)
        elif kind == "name" and piece in own and not is_member(pieces, at, brackets):
            piece = own[piece]
        out.append(piece)
    return "".join(out)


class Amalgamation:
    def __init__(self, folders, embedded):
        self.folders, self.embedded = folders, {path.name: path for path in embedded}
        self.system, self.features, self.seen, self.macros, self.parts = set(), set(), set(), "", []

    def find(self, name, beside):
        return self.embedded.get(name) or next(f / name for f in [beside, *self.folders] if (f / name).is_file())

    def includes(self, path):
        return [(m.group(2), self.find(m.group(2), path.parent)) for m in INCLUDE.finditer(path.read_text())
                if m.group(1) == '"' or m.group(2) in self.embedded]

    def tables(self, path):
        """The generated tables that a source includes."""
        return "".join(found.read_text() for name, found in self.includes(path) if name.endswith(".inc"))

    def own_names(self, path):
        """What a source and the tables it includes give names to."""
        return {*declared(path.read_text()), *re.findall(r"^static [^=;{\n]*?(\w+)(?:\[[^\n=]*)? =", self.tables(path), re.M)}

    def headers(self, path):
        """Puts the headers a file includes, and those they include, before it."""
        for name, found in self.includes(path):
            if not name.endswith(".h") or found in self.seen:
                continue
            self.seen.add(found)
            if name in self.embedded:
                above = path.read_text().split(f"<{name}>")[0].split("\n")[-2]
                self.parts.append(f"{above}\n{found.read_text()}\n")
            else:
                self.headers(found)
                text = self.without_includes(found.read_text(), found)
                self.macros += "".join(piece for kind, piece in tokens(text) if kind == "directive")
                self.parts.append(f"/* {name} */\n{text}\n")

    def without_includes(self, text, path):
        """Lists and tables (.def, .inc) stand where they are included; the headers were put before; the system's go to the top."""
        def included(match):
            name = match.group(2)
            if match.group(1) == "<" and name not in self.embedded:
                self.system.add(match.group())
            return "" if match.group(1) == "<" or name.endswith(".h") else self.find(name, path.parent).read_text()
        return INCLUDE.sub(included, text)

    def source(self, path, shared):
        text = path.read_text()
        self.features.update(re.findall(r"^#define (_\w+_SOURCE \w+)", text, re.M))
        self.headers(path)
        own = {name: f"{path.stem}_{name}" for name in declared(text) if name in shared}
        foreign = self.macros + self.tables(path)
        by_macro = {n: own.pop(n) for n in list(own) if re.search(rf"\b({n} \*|struct {n}\b|{n} \w+\[|\({n}\b)", foreign)}
        undefine = [*by_macro, *dict.fromkeys(own.get(name, name) for name in DEFINE.findall(text))]
        self.parts.append(f"/* {path.parent.name}/{path.name} */\n" + "".join(f"#define {a} {b}\n" for a, b in by_macro.items())
                          + self.without_includes(renamed(text, own), path) + "".join(f"#undef {name}\n" for name in undefine))

    def text(self):
        return "".join(["/* Leitai in one file, made by ext/gen/amalgamate.py. */\n",
                        *(f"#ifndef {f.split()[0]}\n#define {f}\n#endif\n" for f in sorted(self.features)), *sorted(self.system),
                        "\n#ifdef __GNUC__\n#pragma GCC visibility push(hidden)\n#endif\n\n", *self.parts,
                        "\n#ifdef __GNUC__\n#pragma GCC visibility pop\n#endif\n"])


def main():
    options = argparse.ArgumentParser(usage=__doc__)
    options.add_argument("-I", dest="folders", type=Path, action="append", default=[])
    options.add_argument("--embed", type=Path, action="append", default=[])
    options.add_argument("out", type=Path)
    options.add_argument("sources", type=Path, nargs="+")
    given = options.parse_args()
    one = Amalgamation(given.folders, given.embed)
    uses = Counter(name for path in given.sources for name in one.own_names(path))
    shared = {name for name, count in uses.items() if count > 1}
    for path in given.sources:
        one.source(path, shared)
    given.out.write_text(one.text())


main()

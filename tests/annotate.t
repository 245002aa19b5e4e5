#!/usr/bin/env python3
"""llm_annotate keeps the article's text to the letter, marks every name, nests its marks, and lets no markup of the article through:
over our fixtures, where they are the annotated pages, and articles that try."""
import re, subprocess, sys, tempfile
from html.parser import HTMLParser
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from tap import check, plan

ROOT = Path(__file__).resolve().parent.parent
NAMES = {"company", "person", "organization", "model", "group"}
KINDS = NAMES | {"figure", "date", "quote", "source", "claim", "for", "against"}
ATTRIBUTES = {"class", "id", "lang", "charset", "name", "content", "http-equiv", "type", "checked", "tabindex", "data-note"}
BLOCKS = {"h1", "h2", "p"}

def ask(sql):
    command = ["sqlite3", "-batch", ":memory:", f".load {ROOT}/build/leitai", sql]
    rows = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    return [bytes.fromhex(row).decode() for row in rows]


class Page(HTMLParser):
    """Reads a page and holds it to what it promises."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.open, self.wrong, self.blocks, self.names, self.notes = [], [], [], [], []
        self.feed(text)
        self.close()
        self.wrong += [f"<{tag}> is never closed" for tag, _ in self.open]

    def is_in_article(self):
        return any(tag == "article" for tag, _ in self.open)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        if tag in ("script", "img", "a", "link", "iframe") or set(given) - ATTRIBUTES or len(given) < len(attributes):
            self.wrong.append(f"<{tag} {given}>")
        if tag in BLOCKS and self.is_in_article():
            self.blocks.append("")
        if tag == "mark":
            kind = given["class"].split()
            if set(kind) - KINDS:
                self.wrong.append(f"class {kind}")
            if kind[0] in NAMES:
                self.names += [""] if "tabindex" in given else []
            self.notes.append(given["data-note"])
        if tag not in ("meta", "input"):
            self.open.append((tag, given))

    def handle_endtag(self, tag):
        if not self.open or self.open[-1][0] != tag:
            self.wrong.append(f"</{tag}> inside {self.open[-1:]}")
        else:
            self.open.pop()

    def handle_data(self, text):
        if not self.is_in_article() or not any(tag in BLOCKS for tag, _ in self.open):
            return
        self.blocks[-1] += text
        if any(tag == "mark" and given["class"] in NAMES for tag, given in self.open):
            self.names[-1] += text


def text_of(ansi):
    """Without colours and legend, one paragraph a line."""
    return re.sub("\033\\[[0-9;]*m", "", ansi).split("\n\n", 1)[1].rstrip("\n").replace("\n\n", "\n")


def plain(text):
    """What is shown for characters that are none to print."""
    return re.sub("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]", "\ufffd", text)


def look(path, name):
    body = f"llm_decode(readfile('{path}'))"
    html, ansi, clean = ask(f"SELECT hex(llm_annotate({body})) UNION ALL SELECT hex(llm_annotate({body}, 'ansi')) UNION ALL SELECT hex(llm_clean({body}))")
    surfaces = ask(f"SELECT hex(surface) FROM llm_mentions({body})")
    page = Page(html)
    check(not page.wrong, f"{name}: well-formed, and nothing of the article is markup", *page.wrong[:5])
    check("\n".join(page.blocks) == plain(clean), f"{name}: the text is the article's to the letter")
    check(page.names == surfaces, f"{name}: every mention is marked: {len(surfaces)}", page.names[:20], surfaces[:20])
    check(text_of(ansi) == plain(clean), f"{name}: the terminal's text too", text_of(ansi)[:200], clean[:200])
    return page, html, ansi


TRIES = """<script>alert("百度")</script>大模型"onmouseover="alert(1)

百度推出了“<b>文心一言</b>”，市值&lt;300亿元&gt;。何川表示：“我们不怕</article></main>，'腾讯'也不怕。”

<!-- 阿里 -->]]><style>*{display:none}</style>华为&amp;小米，\x1b[31m红\x1b[0m\x07。</mark></mark>字节跳动

首先，工厂里的机器人会更多，“华为说：‘百度说：“好。”’”。"""


def tries(folder):
    path = Path(folder) / "tries.txt"
    path.write_text(TRIES)
    page, html, ansi = look(path, "an article full of markup")
    check(html.count("<style>") == 1 and html.count("</article>") == 1, "its style sheets and end tags are text")
    check(not re.sub("\033\\[0(;[0-9]+)*m", "", ansi).count("\033"), "its escape sequences do not reach the terminal")
    deep = Path(folder) / "deep.txt"
    deep.write_text("百度说，" + "“腾讯‘" * 300 + "好" + "’阿里”" * 300 + "。")
    look(deep, "quotations in quotations")


def main():
    pages = [path for path in sorted((ROOT / "fixtures").glob("*.txt")) if not path.name.endswith(".clean.txt")]
    pages += sorted((ROOT.parent / "shared" / "gold").glob("dev/*.txt"))
    for path in pages:
        if not path.name.endswith(".clean.txt"):
            look(path, path.name)
    with tempfile.TemporaryDirectory() as folder:
        tries(folder)
    notes = look(ROOT / "fixtures" / "humanoid-robots.txt", "what marks tell")[0].notes
    for told in ("company · 优必选\nticker: HKEX:09880", "figure · 368,000 次", "date · 2025-02", "source · report", "claim · challenge", "person · 周叙白\nrole: 岚驰汽车CEO"):
        check(any(note.startswith(told) for note in notes), f"a mark tells {told!r}")
    empty = ask("SELECT hex(llm_annotate('')) UNION ALL SELECT hex(ifnull(llm_annotate(NULL), 'NULL'))")
    check(not Page(empty[0]).wrong and empty[1] == "NULL", "an empty text is an empty page, and NULL is NULL")
    plan()


main()

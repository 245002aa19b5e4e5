#!/usr/bin/env python3
"""Make a damaged page out of a clean article, as archives do.

    damage.py ARTICLE.clean.txt --page pages/portal.tsv --convert char --gloss 1 --shift 1 --encode gb18030 -o PAGE.txt

What: an article (one paragraph a line) goes through what happens to articles between the desk and the archive: conversion to
traditional characters, pinyin glosses, GBK bytes read one byte off, the body given twice, page furniture, Markdown marks,
lines wrapped in mid-sentence, and bytes of any encoding. Every step is a function of its own for tests to call, every choice
comes from a seed, and the same command gives the same bytes again.

Why this model of misreading (`misread`): a converter searched GBK bytes for two-byte characters without minding where characters
start. A hit across a boundary (司|S = CB [BE 53] = 維) puts `(wéi)` inside a character; a hit on ； or ， (。|互 = A1 [A3 BB] A5) cuts
the text there. What is read next starts on a trail byte and stays one byte off until another hit or an ASCII byte. It gives the runs
of real pages byte for byte (damage.t).

Limits: one paragraph at a time; glosses for words go by length, not by meaning; needs opencc and pypinyin (requirements.txt).
"""
import argparse, html.entities, json, random, re, textwrap, unicodedata
from functools import lru_cache
from pathlib import Path

HERE = Path(__file__).parent
HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
PUNCTUATION = "，。、；：？！”’》）」』"
CUTS = (b"\xa3\xbb", b"\xa3\xac")  # ； and ，: the doubled page
MORE_CUTS = CUTS + (b"\xa3\xa1", b"\xa1\xa3", b"\xa5\xc2")  # ！ 。 ヂ: other pages of the same converter


# ── Characters ──

# A converter that changes one character for one leaves 后 alone, which is a character of both scripts, and writes 為 and 著.
ONE_FOR_ONE = dict(zip("于云并后里占范涌干愿游为着众鉴", "于云并后里占范涌干愿游為著眾鑒"))


@lru_cache(None)
def converter(name):
    import opencc
    return opencc.OpenCC(name).convert


@lru_cache(None)
def one_for_one(character):
    return ONE_FOR_ONE.get(character) or converter("s2t")(character)


def convert(text, variant):
    """Simplified to traditional: s2t, s2tw, s2hk (OpenCC, by words) or char (one character for one); None changes nothing."""
    if variant == "char":
        return "".join(map(one_for_one, text))
    return converter(variant)(text) if variant else text


# ── Glosses ──

@lru_cache(None)
def reading(word):
    from pypinyin import lazy_pinyin, Style
    spelled = "".join("'" * (sound[0] in "aāáǎàoōóǒòeēéěè") + sound for sound in lazy_pinyin(word, style=Style.TONE, errors="ignore"))
    return spelled.lstrip("'")


@lru_cache(None)
def readings_seen(pages=""):
    """Characters with the reading a real converter gave them; pages picks those of one source ("a": the first page we met)."""
    rows = (line.split("\t") for line in (HERE / "glossed.tsv").read_text().splitlines() if line[:1] != "#")
    return {character: sound for character, sound, source in rows if pages in source}


def readings_of(characters):
    """Every character of a string with its commonest reading."""
    return {c: reading(c) for c in characters if HAN.match(c)}


def gloss(text, readings, density=1.0, form="after", rng=random):
    """Glosses put by the character. Forms: after 對(duì), space 對(duì ), wide 對（duì）, punctuation 對，(duì), run 實現(shí)(xiàn)."""
    out, waiting = [], []
    for at, c in enumerate(text):
        out.append(c)
        if c in readings and rng.random() < density:
            waiting.append({"space": "(%s )", "wide": "（%s）"}.get(form, "(%s)") % readings[c])
        following = text[at + 1:at + 2]
        held = following and (form == "punctuation" and following in PUNCTUATION or form == "run" and following in readings)
        if waiting and not held:
            out += waiting
            waiting = []
    return "".join(out)


def gloss_words(text, density=1.0, rng=random):
    """A gloss for two to four characters at once: 业务(yèwù)."""
    some = lambda m: m[0] + (f"({reading(m[0])})" if rng.random() < density else "")
    return re.sub("%s{2,4}" % HAN.pattern, some, text) if density else text


# ── Bytes read one off ──

def gbk_bytes(text):
    """What GBK lacks becomes ?. User-defined pairs come and go as private-use characters."""
    def one(c):
        encoded = c.encode("gb18030")
        return encoded if len(encoded) < 3 else b"?"
    return b"".join(map(one, text))


def read_gbk(data, private="keep"):
    """A reader that swallows the byte after a lead that fits no trail: one ? for both. private: keep or drop pairs GBK leaves to users."""
    out, at = [], 0
    while at < len(data):
        pair = data[at:at + 2]
        if pair[0] < 0x80:
            out.append(chr(pair[0]))
            at += 1
            continue
        at += 2
        if len(pair) < 2 or pair[0] in (0x80, 0xFF) or pair[1] < 0x40 or pair[1] in (0x7F, 0xFF):
            out.append("?")
        elif (c := pair.decode("gbk", "ignore")) or private == "keep":
            out.append(c or pair.decode("gb18030", "replace")[0])
    return "".join(out)


def character_starts(text):
    starts, at = set(), 0
    for c in text:
        starts.add(at)
        at += len(gbk_bytes(c))
    return starts


def straddling(text):
    """Places where the trail of one character and the lead of the next spell a third: {byte offset: its reading}."""
    data, starts = gbk_bytes(text), character_starts(text)
    spelled = ((at, read_gbk(data[at:at + 2])) for at in range(len(data) - 1) if at not in starts)
    return {at: reading(c) for at, c in spelled if HAN.fullmatch(c) and reading(c)}


def gloss_bytes(text, readings, density=1.0, shift=1.0, points=(), first="left", rng=random):
    """GBK bytes with a gloss after the two bytes of each character of readings, on a boundary (density) or across one (shift),
    and across the boundary at each of points (byte offsets out of straddling). Of two hits that overlap the first one counts."""
    data, starts, forced = gbk_bytes(text), character_starts(text), straddling(text) if points else {}
    wanted = {gbk_bytes(c): sound for c, sound in readings.items()}
    hits = {at: forced[at] for at in points}
    order = range(len(data) - 1)
    for at in order if first == "left" else reversed(order):
        sound = wanted.get(data[at:at + 2])
        if sound and not {at - 1, at, at + 1} & hits.keys() and rng.random() < (density if at in starts else shift):
            hits[at] = sound
    for at in sorted(hits, reverse=True):
        data = data[:at + 2] + gbk_bytes(f"({hits[at]})") + data[at + 2:]
    return data


def cut_bytes(data, cuts=CUTS, share=1.0, rng=random):
    """Pieces of the bytes: cut before each pair of cuts that lies across a boundary, or rather before the share of them given."""
    places, at, boundary = [0], 0, 0
    while at < len(data):
        if at == boundary:
            boundary += 2 if data[at] > 0x80 else 1
        elif data[at:at + 2] in cuts and rng.random() < share:
            places.append(at)
            boundary = at = at + 2
            continue
        at += 1
    return [data[a:b] for a, b in zip(places, places[1:] + [len(data)])]


def misread(text, readings, density=1.0, shift=1.0, points=(), cuts=CUTS, private="keep", width="half", first="left", rng=random):
    """The text as a page shows it that glossed and cut its GBK bytes without minding characters, and often made all widths half."""
    pieces = cut_bytes(gloss_bytes(text, readings, density, shift, points, first, rng), cuts, shift, rng)
    read = "".join(read_gbk(piece, private) for piece in pieces)
    return unicodedata.normalize("NFKC", read) if width == "half" else read


# ── Pages ──

def kinds(lines, gold):
    """What each line of a clean article is: the gold file names title, headings and author; the first line without gold is the title."""
    out, title, headings = [], gold.get("title", lines[0]), set(gold.get("headings", []))
    for at, line in enumerate(lines):
        if line == title:
            out.append("title")
        elif line in headings:
            out.append("heading")
        elif "body" in out or len(line) > 60:
            out.append("body")
        else:
            out.append("lead" if at == 1 and (gold.get("author") or "\0") not in line else "byline")
    return out


def page(article, template, facts={}, blank=True):
    """Lines (kind, copy, text) of a page: those of the template, with {title}, {author}, {publisher} and {published} out of the gold file.
    {body} is the article, {text} the same without its title, {body:0.5} half of it; a kind with + has no blank line before it."""
    out = []
    for line in template.splitlines():
        kind, text = line.split("\t", 1)
        whole = re.fullmatch(r"\{(body|text):?([\d.]*)\}", text)
        if whole:
            copy, lines = max([c for _, c, _ in out], default=0) + 1, article[whole[1] == "text":]
            rows = [(k if copy == 1 else "duplicate", copy, t) for k, t in lines[:round(len(lines) * float(whole[2] or 1))]]
        else:
            rows = [(kind.rstrip("+"), 0, re.sub(r"\{(\w+)\}", lambda m: facts.get(m[1]) or "", text))]
        for row in rows:
            out += [("blank", 0, ""), row] if blank and out and kind[-1] != "+" else [row]
    return out


def markdown(rows, rng=random):
    """Marks as exporters leave them: # title, ## heading, **numbered points.** and **clauses** with a stray space, images between paragraphs."""
    out = []
    for kind, copy, text in rows:
        pattern = r"^\d\. [^。]+。" if re.match(r"\d\. ", text) else "(?<=[，。；])[^，。；“”「」]{6,24}(?=[，。；])"
        clauses = re.findall(pattern, text) if kind == "body" else []
        if clauses and (rng.random() < 0.5 or text[0].isdigit()):
            clause = rng.choice(clauses)
            text = text.replace(clause, f"**{clause}** ", 1)
        out.append((kind, copy, {"title": "# ", "heading": "## ", "byline": "##### " if copy else ""}.get(kind, "") + text))
        if kind == "body" and rng.random() < 0.25:
            name = "".join(rng.choices("abcdefghijkmnpqrstuvwxyzABCDEFGH23456789", k=24))
            out += [("blank", 0, ""), ("boilerplate", 0, f"![](https://img.example.com/{name}/640?wx_fmt=png)")]
    return out


def wrap(text, width=78):
    """Lines broken at spaces and hyphens, as html2text does: Chinese without spaces stays whole."""
    return textwrap.wrap(text, width, break_long_words=False) or [""]


def wrap_columns(text, width=76):
    """Lines broken wherever the column is full, in mid-word and mid-number; Han counts two columns."""
    lines, used = [""], 0
    for c in text:
        columns = 2 if unicodedata.east_asian_width(c) in "WF" else 1
        if used + columns > width:
            lines, used = lines + [""], 0
        lines[-1] += c
        used += columns
    return lines


# ── Encodings ──

ENCODINGS = {"utf-8": "utf-8", "utf-8-bom": "utf-8-sig", "gb18030": "gb18030", "gbk": "gbk", "big5": "cp950", "big5-hkscs": "big5hkscs"}


def mojibake(text):
    """UTF-8 taken for windows-1252 and stored as UTF-8 again: 文 → æ–‡."""
    return "".join(bytes([b]).decode("cp1252", "ignore") or chr(b) for b in text.encode())


def entities(text):
    """Every character beyond ASCII as a reference: &ldquo;, &#20013;."""
    names = html.entities.codepoint2name
    return "".join(c if c < "\x80" else f"&{names.get(ord(c)) or '#%d' % ord(c)};" for c in text)


def encode(text, name):
    """Bytes of a page; what an encoding lacks becomes ?."""
    if name in ("utf-16le", "utf-16be"):
        return ("\ufeff" + text).encode(name)
    if name in ("mojibake", "entities"):
        return {"mojibake": mojibake, "entities": entities}[name](text).encode()
    return text.encode(ENCODINGS[name], "replace")


# ── Command ──

def damaged(text, options, rng):
    """One line through conversion and glosses."""
    text = convert(text, options.convert)
    readings = readings_of(text) if options.characters == "all" else readings_of(options.characters) if options.characters else readings_seen()
    if options.form == "bytes":
        places = straddling(text) if options.anywhere else {}
        points = [at for at in places if rng.random() < options.anywhere]
        return misread(text, readings, options.gloss, options.shift, points, private=options.private, width=options.width, rng=rng)
    if options.form == "word":
        return gloss_words(text, options.gloss, rng)
    return gloss(text, readings, options.gloss, options.form, rng) if options.gloss else text


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("article", help="clean text, one paragraph a line; ARTICLE.gold.json beside it tells headings")
    ask.add_argument("-o", "--output", required=True)
    ask.add_argument("--lines", help="write what each line of the page is (line, kind)")
    ask.add_argument("--page", help="furniture: lines of kind and text, {body} where the article goes (pages/*.tsv)")
    ask.add_argument("--convert", choices=["char", "s2t", "s2tw", "s2hk"])
    ask.add_argument("--form", default="after", choices=["after", "space", "wide", "punctuation", "run", "word", "bytes"], help="bytes: glosses and cuts on GBK bytes")
    ask.add_argument("--gloss", type=float, default=0, metavar="SHARE", help="of the characters that have a reading")
    ask.add_argument("--characters", help="glossed characters: a string, or all (default: those seen on real pages)")
    ask.add_argument("--shift", type=float, default=0, metavar="SHARE", help="of the hits across a boundary that happen")
    ask.add_argument("--anywhere", type=float, default=0, metavar="SHARE", help="of all boundaries that spell a character, hit or not")
    ask.add_argument("--private", default="keep", choices=["keep", "drop"], help="pairs GBK leaves to users")
    ask.add_argument("--width", default="half", choices=["half", "keep"], help="of punctuation, after misreading")
    ask.add_argument("--markdown", action="store_true")
    ask.add_argument("--wrap", choices=["spaces", "columns"])
    ask.add_argument("--encode", default="utf-8", choices=[*ENCODINGS, "utf-16le", "utf-16be", "mojibake", "entities"])
    ask.add_argument("--seed", type=int, default=1)
    options = ask.parse_args()
    rng = random.Random(options.seed)
    lines = [line for line in Path(options.article).read_text().splitlines() if line.strip()]
    beside = Path(options.article.replace(".clean.txt", ".gold.json"))
    gold = json.loads(beside.read_text()) if beside != Path(options.article) and beside.exists() else {}
    template = Path(options.page).read_text() if options.page else "body\t{body}"
    rows = page(list(zip(kinds(lines, gold), lines)), template, gold)
    rows = markdown(rows, rng) if options.markdown else rows
    rows = [(kind, damaged(text, options, rng)) for kind, _, text in rows]
    breaker = {"spaces": wrap, "columns": wrap_columns, None: lambda text: [text]}[options.wrap]
    rows = [(kind, piece) for kind, text in rows for piece in breaker(text)]
    Path(options.output).write_bytes(encode("".join(text + "\n" for _, text in rows), options.encode))
    if options.lines:
        Path(options.lines).write_text("".join(f"{n}\t{kind}\n" for n, (kind, _) in enumerate(rows, 1)))


if __name__ == "__main__":
    main()

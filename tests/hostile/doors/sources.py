"""Sources: YAML and marked text that strangers wrote."""

from __future__ import annotations

from tests.hostile.attack import BUILD, DOCUMENT, HEAD, READ, START, Attack, section


def _start(name: str, text: str | bytes, says: str, code: int = 1, ask: str = READ) -> Attack:
    return Attack(name, {START: text}, ask, code, says)


_LONG = "-".join("abcdefghijk"[: number % 11 + 1] for number in range(570))


def _body(name: str, body: str, says: str = "", code: int = 1, ask: str = READ) -> Attack:
    return Attack(name, {START: section(body)}, ask, code, says)


def _document(name: str, text: str, says: str) -> Attack:
    return Attack(name, {DOCUMENT: text}, READ, 1, says)


def _shown(name: str, body: str, never: str) -> Attack:
    """Words are words: whatever they look like, the page has them as text."""
    return Attack(name, {START: section(body)}, BUILD, 0, never=never)


def _row(name: str, row: str, says: str, code: int = 1) -> Attack:
    return _start(
        name, f"{_H}Some words.\neasy_read: [{{picture: none, text: A, {row}}}]\n", says, code
    )


def _film(name: str, keys: str, says: str) -> Attack:
    text = (
        section("::: media m\n:::")
        + f"media: {{m: {{kind: video, link: 'https://a.example', {keys}}}}}\n"
    )
    return Attack(f"a film with {name}", {START: text}, READ, 1, says)


def _drawing(name: str) -> Attack:
    text = (
        f"{HEAD}cover: p\npictures: {{p: {{drawing: '{name}', alt: A bus}}}}\nsections: [start]\n"
    )
    return _document(f"the drawing {name[:30]!r}", text, "There is no drawing")


def _easy_subtitle(name: str, words: str, says: str) -> Attack:
    return _document(
        f"an easy subtitle that is {name}",
        f"{HEAD}easy_subtitle: {words}\nsections: [start]\n",
        says,
    )


_H = "heading: Start\npicture: none\nbody: "
_COPIES = "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(200))
_SIGNS = {
    "\u202a": "text-turned", "\u202b": "text-turned", "\u202c": "text-turned",
    "\u202d": "text-turned", "\u202e": "text-turned", "\u2066": "text-turned",
    "\u2067": "text-turned", "\u2068": "text-turned", "\u2069": "text-turned",
    "\u3164": "text-invisible-sign", "\U000e0041": "text-invisible-sign",
    "\u0000": "text-control-character", "\u0007": "text-control-character",
    "\u001b": "text-control-character", "\u009b": "text-control-character",
    "\u007f": "text-control-character", "\u2028": "text-control-character",
    "\ufffe": "text-control-character", "\ufffd": "text-damaged",
}  # fmt: skip

_DRAWINGS = (
    "../bus",
    "/etc/passwd",
    "..",
    "bus.svg",
    "BUS",
    "kit/__init__",
    "index.yaml",
    "bus/../bus",
    "bu\\s",
    "con",
    "b" * 10_000,
    "bus\u200b",
    "file:///etc/passwd",
)

ATTACKS = (
    # -- YAML that is more than data
    _start("a command in a tag", _H + "!!python/object/apply:os.system ['id']\n", "yaml-tag"),
    _start("a module in a tag", _H + "!!python/module:os\n", "value-empty"),
    _start("a class in a tag", _H + "!!python/name:os.system\n", "value-empty"),
    _start("a new object in a tag", _H + "!!python/object/new:os.system [id]\n", "yaml-tag"),
    _start("bytes in a tag", _H + "!!binary aGk=\n", "yaml-tag"),
    _start("a tag of one's own", _H + "!x y\n", "yaml-tag"),
    _start("a tag by its address", "%TAG !e! tag:e,1:\n---\n" + _H + "!e!x y\n", "yaml"),
    _start("copies of copies", "a: &a [x, x]\n" + _COPIES, "yaml-anchor"),
    _start("a copy of itself", "a: &a [*a]\n", "yaml-anchor"),
    _start("merged keys", "<<: {heading: x}\n", "key-unknown"),
    _start("two documents in a file", _H + "x\n---\n" + _H + "y\n", "yaml"),
    _start("a key twice", _H + "x\nheading: y\n", "yaml-key-twice"),
    _start("a key that is a list", "? [a, b]\n: c\n", "yaml"),
    _start("200,000 brackets", "[" * 200_000, "yaml-too-deep"),
    _start("200,000 braces", "{a: " * 200_000, "yaml-too-deep"),
    _start("200,000 hyphens", "- " * 200_000, "yaml-too-deep"),
    _start("1,000 levels", "".join(" " * n + "a:\n" for n in range(1000)), "yaml-too-deep"),
    _start("a million values", "a: [" + "1," * 900_000 + "]", "yaml-too-much"),
    _start("200,000 equal keys", "k: v\n" * 200_000, "yaml-too-much"),
    _start("20,000 faults", "".join(f"k{n}: a: b\n" for n in range(20_000)), "yaml-colon"),
    _start("5,000 unknown keys", _H + "x\n" + "".join(f"h{n}: x\n" for n in range(5000)), "key-"),
    _start("a long key", "k" * 500_000 + ": x\n", "key"),
    _start("a quotation mark without end", _H + "'" + "x\n" * 100_000, "yaml"),
    _start("3 megabytes", _H + "x " * 1_500_000, "file-too-large"),
    _start("nothing", "", "file-empty"),
    _start("only a remark", "# nothing\n", "file-empty"),
    # -- what is no text
    _start("UTF-16", (_H + "x\n").encode("utf-16"), "text-"),
    _start("UTF-32", (_H + "x\n").encode("utf-32"), "text-"),
    _start("Windows letters", (_H + "caf\xe9\n").encode("latin-1"), "text-not-utf-8"),
    _start("a letter cut off", _H.encode() + b"caf\xc3", "text-not-utf-8"),
    _start("letters too long by far", _H.encode() + b"\xc0\xaf\n", "text-not-utf-8"),
    _start("halves of letters", _H.encode() + b"\xed\xa0\x80\n", "text-not-utf-8"),
    _start("a Word file", b"PK\x03\x04" + bytes(200), "text-other-kind"),
    _start("an old Word file", b"\xd0\xcf\x11\xe0" + bytes(200), "text-other-kind"),
    _start("a PDF", b"%PDF-1.7\n", "text-other-kind"),
    _start("rich text", b"{\\rtf1 x}", "text-other-kind"),
    _start("a web page", b"<!DOCTYPE html><p>x", "text-other-kind"),
    _start("random bytes", bytes(range(256)) * 40, "text-"),
    # -- signs that deceive
    *(_body(f"the sign U+{ord(sign):04X}", f"Pay {sign}fdp now.", code)
      for sign, code in _SIGNS.items()),
    *(_start(f"the sign U+{ord(sign):04X} by its number", _H + f'"a\\u{ord(sign):04x}b"\n', "text-")
      for sign in "\u0000\u001b\u009b\u202e"),
    _body("letters of another script in an address", "Go to https://www.pаypal.com now.", "address-"),
    *(_body(f"the sign U+{ord(sign):04X} in an address", f"Go to https://exa{sign}mple.org now.", "text-")
      for sign in "\u200b\u2060"),
    # -- text that wants much
    _body("a paragraph of brackets", "[" * 100_000, "paragraph-endless"),
    _body("a paragraph of stars", "*a " * 30_000, "paragraph-endless"),
    _body("a paragraph of marks", "`" * 100_000, "mark-code"),
    _body("30 paragraphs of pictures", "\n\n".join(["![" * 2400] * 30), "paragraph-endless"),
    _body("a book", "word " * 100_000, "text-too-long"),
    _body("10,000 blocks", "::: note\n" * 10_000, "fence-unclosed"),
    _body("lists 300 levels deep", "\n".join("  " * n + "- a" for n in range(300)), "list-too-deep"),
    _body("quotations 300 levels deep", "> " * 300 + "a", "quote"),
    _body("5,000 notes", "\n\n".join(f"[^n{n}]: x" for n in range(5000)), "note"),
    _body("a table of 20,000 cells", "| a " * 20_000 + "|", ""),
    _body("an address of four thousand signs", f"See [it](https://example.org/{_LONG}).",
          code=0, ask=BUILD.replace("html", "pdf")),
    _body("a question with ten thousand answers",
          "::: question several\nWhich?\n\n" + "- one more\n" * 10_000 + ":::", "question-answers"),
    _body("a number of a million digits", "1" * 1_000_000, "text-too-long"),
    # -- text that looks like something else
    _body("a script", "<script>alert(1)</script>", "html"),
    _body("a frame", '<iframe src="https://evil.example"></iframe>', "html"),
    _body("a picture that asks", "<img src=x onerror=alert(1)>", "html"),
    _body("a remark of html", "<!--slot:end--> <!-- x -->", "html"),
    _body("signs of a script by their names", "&lt;script&gt;alert(7)&lt;/script&gt;", "html-entity"),
    _body("a formula of another program", "{{7*7}} and ${7*7}", "mark-command"),
    _shown("signs of a script behind backslashes", "\\<script>alert(7)\\</script>", "<script>alert(7)"),
    _shown("signs of a formula", "=1+1 and %x and @a", "<script>alert"),
    _document("a title that ends the head", "title: 'x</title><script>alert(7)</script>'\n"
              "language: en-GB\nsections: [start]\n", "mark-in-plain-text"),
    Attack("a name with quotation marks", {DOCUMENT: f"{HEAD}sections: [start]\nauthors: "
           "[{name: 'x\" onload=\"alert(7)'}]\n"}, BUILD, 0, never='" onload="alert(7)'),
    # -- easy read, and the drawings of the house
    *(_row(f"spoken that is {one[:9]!r}", f"spoken: {one}", "value-not-allowed")
      for one in ("maybe", "1e9", "[no]", "{a: no}", "null", "'no; rm -rf'", "n" * 100_000)),
    _row("spoken twice", "spoken: no, spoken: yes", "yaml-key-twice"),
    *(_drawing(one) for one in _DRAWINGS),
    _easy_subtitle("a list", "[a, b]", "easy_subtitle"),
    _easy_subtitle("a megabyte", "x" * 1_000_000, "text-too-long"),
    _easy_subtitle("a script", '"<script>alert(7)</script>"', "mark-in-plain-text"),
    _easy_subtitle("turned round", '"A \\u202e b"', "text-turned"),
    # -- where people get it, films, questions, words of the glossary
    *(_document(f"published at {one[:40]!r}", f"{HEAD}published: '{one}'\nsections: [start]\n", "link-address")
      for one in ("javascript:alert(1)", "data:text/html,x", "//x", "https://a@b.example", "https://a.example:99999999",
                  'https://a.example/"><script>', f"https://{'a' * 70_000}.example", f"https://a.example/{'x' * 2001}")),
    *(_film(f"minutes: {one[:20]}", f"minutes: {one}", "value-not-allowed")
      for one in ("9" * 5000, "1e9", "-5", "'²'", "'٤'")),
    _film("a script for its words", "transcript: 'javascript:alert(1)'", "link-address"),
    _film("an address without end", f"transcript: 'https://a.example/{'x' * 5000}'", "link-address"),
    _film("a title that turns letters", 'title: "a\\u202eb"', "text-turned"),
    *(_body(f"a question of {one[:10]} lines", f"::: question lines {one}\nWhich?\n:::", "question-")
      for one in ("1000000000", "9" * 5000, "0", "-4")),
    _body("a question in a question", "::: question one\nA?\n\n- a\n\n  ::: question one\n  B?\n\n  - c\n  - d\n  :::\n- b\n:::",
          "fence-"),
    _row("answers in answers", "question: several, answers: [[a, b], {c: d}]", "value-"),
    _row("100,000 answers", f"question: several, answers: [{'a, ' * 100_000}b]", "yaml-too-much"),
    *(_document(f"forms that are {name}", f"{HEAD}glossary: {{g: {{meaning: A word, forms: {one}}}}}\nsections: [start]\n", says)
      for name, one, says in (("100,000", f"[{', '.join(f'w{n}' for n in range(100_000))}]", "yaml-too-much"),
                              ("one without end", f"[{'x ' * 40_000}]", "text-too-long"),
                              ("turned", '["a\\u202eb"]', "text-turned"), ("keys", "{a: b}", "value-type"))),
    Attack("forms that are patterns", {DOCUMENT: f"{HEAD}glossary: {{g: {{word: words, meaning: A word, "
           "forms: ['(a+)+$', '.*', '[']}}\nsections: [start]\n", START: section("a" * 40 + "! words")}, BUILD, 0),
    # -- names across files
    _document("a section elsewhere", f"{HEAD}sections: [../../../outside/secret]\n", "name-shape"),
    _document("a section at the top of the disk", f"{HEAD}sections: [/etc/passwd]\n", "name-shape"),
    _document("a section 1,000 letters long", f"{HEAD}sections: [{'a' * 1000}]\n", "name-shape"),
    _document("100,000 sections", f"{HEAD}sections: [{'a, ' * 100_000}]\n", "yaml-too-much"),
    _document("a language that is none", "title: A\nlanguage: ../en\nsections: [start]\n", "language"),
    _document("a day that is none", f"{HEAD}date: 2026-02-31\nsections: [start]\n", "date"),
    _document("a title of a megabyte", f"title: {'x' * 1_000_000}\nlanguage: en\nsections: [start]\n",
              "title"),
    Attack("a table elsewhere", {START: section("::: table t\n:::") +
           "tables: {t: {columns: {a: A}, file: ../../../outside/secret.txt}}\n"}, READ, 1,
           "file-outside"),
    Attack("a table that never ends", {START: section("::: table t\n:::") +
           "tables: {t: {columns: {a: A}, file: t.csv}}\n",
           "sources/guide/t.csv": 'a\n"' + "x" * 1_000_000}, READ, 1, "table"),
    Attack("a table of 5,000 rows", {START: section("::: table t\n:::") +
           "tables: {t: {columns: {a: A}, file: t.csv}}\n",
           "sources/guide/t.csv": "a\n" + "x\n" * 5000}, READ, 1, "table"),
    Attack("a review with a command", {"sources/guide/review.yaml":
           "records: !!python/object/apply:os.system ['id']\n"}, READ, 1, "yaml-tag"),
    Attack("a review that is a link", {"sources/guide/review.yaml":
           lambda path: path.symlink_to("../../../outside/secret.txt")}, READ, 1, "file-outside"),
)  # fmt: skip

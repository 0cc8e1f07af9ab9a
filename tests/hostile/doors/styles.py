"""Editions, locales, tokens, typefaces and style sheets of somebody else."""

from __future__ import annotations

from pathlib import Path

from exporter.styles.folder import shipped
from tests.hostile.attack import BUILD, DOCUMENT, HEAD, Attack, Content, folder, hole, link, pipe

_WEASYPRINT = "build --jobs 1 --format pdf --edition standard --pdf-engine weasyprint"
_MERGED = "".join(
    f"m{n}: &m{n} {{<<: [{', '.join(f'*m{n - 1}' for _ in range(9))}]}}\n" for n in range(1, 9)
)


def _changed(name: str, key: str, value: str) -> str:
    """A style file of ours with one line changed."""
    lines = (shipped() / name).read_text("utf-8").split("\n")
    told = [f"{key}: {value}" if one.startswith(f"{key}:") else one for one in lines]
    assert told != lines, f"{name} has no {key}"
    return "\n".join(told)


def _edition(name: str, key: str, value: str, says: str = "style-wrong") -> Attack:
    text = _changed("editions/standard.yaml", key, value)
    return Attack(
        f"an edition with {name}", {"styles/editions/standard.yaml": text}, BUILD, 1, says
    )


def _locale(name: str, key: str, value: str, says: str = "", code: int = 1) -> Attack:
    text = _changed("locales/en.yaml", key, value)
    return Attack(f"a locale with {name}", {"styles/locales/en.yaml": text}, BUILD, code, says)


def _counted(name: str, value: str, says: str = "style-wrong") -> Attack:
    """A sentence that counts, with forms of somebody else."""
    text = (shipped() / "locales/en.yaml").read_text("utf-8")
    before, _, after = text.partition("\nchart-bar:\n")
    rest = after.split("\n")
    while rest[0].startswith(" "):
        rest.pop(0)
    text = "\n".join([before, f"chart-bar: {value}", *rest])
    return Attack(f"a locale with {name}", {"styles/locales/en.yaml": text}, BUILD, 1, says)


def _tokens(name: str, old: str, new: str) -> Attack:
    text = (shipped() / "tokens.yaml").read_text("utf-8")
    assert old in text
    return Attack(
        f"tokens with {name}",
        {"styles/tokens.yaml": text.replace(old, new, 1)},
        BUILD,
        1,
        "style-wrong",
    )


def _sheet(name: str, text: Content, says: str = "style-wrong", code: int = 1) -> Attack:
    return Attack(f"a style sheet {name}", {"styles/print.css": text}, _WEASYPRINT, code, says)


def _web(name: str, text: Content, says: str = "style-wrong", code: int = 1) -> Attack:
    return Attack(
        f"a web style sheet {name}", {"styles/web.css": text}, BUILD, code, says, never="alert(7)"
    )


_STANDARD = (shipped() / "editions/standard.yaml").read_text("utf-8")
_SIZE = next(line for line in _STANDARD.split("\n") if line.startswith("size:")).partition(": ")[2]

ATTACKS = (
    Attack("an edition of merged keys", {"styles/editions/standard.yaml": "m0: &m0 {a: b}\n" + _MERGED},
           BUILD, 1, "yaml-anchor"),
    Attack("an edition with a command", {"styles/editions/standard.yaml":
           "size: !!python/object/apply:os.system ['id']\n"}, BUILD, 1, "yaml-tag"),
    Attack("an edition of brackets", {"styles/editions/standard.yaml": "[" * 100_000}, BUILD, 1, "yaml-too-deep"),
    Attack("an edition that is a pipe", {"styles/editions/standard.yaml": pipe}, BUILD, 0),
    Attack("an edition that is a folder", {"styles/editions/standard.yaml": folder}, BUILD, 0),
    Attack("an edition that is a device", {"styles/editions/standard.yaml": link("/dev/zero")}, BUILD, 0),
    Attack("an edition of a gigabyte", {"styles/editions/standard.yaml": hole(1_000_000_000)}, BUILD, 1,
           "file-too-large"),
    Attack("an edition of bytes", {"styles/editions/standard.yaml": bytes(range(256))}, BUILD, 1, "text-"),
    _edition("letters as large as the sky", "size", "1e9"),
    _edition("letters that are no number", "size", ".nan"),
    _edition("letters below nothing", "size", "-12"),
    _edition("a million digits", "size", "9" * 1_000_000, ""),
    _edition("rules that there are not", "rules", "../../etc"),
    _edition("layers that are a bomb", "layers", "[" + "body, " * 50_000 + "]", ""),
    _locale("a sentence that asks for more than words", "page-of", "'{number.__class__.__mro__}'", "style-wrong"),
    _locale("a sentence that asks for an entry", "page-of", "'{number[0]} {total}'", "style-wrong"),
    _locale("a sentence a billion signs wide", "page-of", "'{number:>1000000000} {total}'", "style-wrong"),
    _locale("a sentence of another shape", "page-of", "'{number!r} {total}'", "style-wrong"),
    _locale("a sentence without its number", "page-of", "'Page'", "style-wrong"),
    _locale("a bracket without end", "page-of", "'{number} {total} {'", "style-wrong"),
    _locale("a script", "contents", "'<script>alert(7)</script>'", code=0),
    _locale("signs that turn letters", "contents", '"a\\u202eb"', "text-"),
    *(_counted(name, value) for name, value in (
        ("forms that there are not", "{few: a, other: '{count}'}"), ("no form for the others", "{one: '{count}'}"),
        ("forms in forms", "{one: {one: a}, other: '{count}'}"), ("a list of forms", "[a, b]"),
        ("a form that asks for more than words", "{one: '{count.__class__}', other: '{count}'}"),
        ("a form of its place", "{one: '{0}', other: '{count}'}"), ("merged forms", "{<<: {one: a}, other: '{count}'}"))),
    _counted("100,000 forms", "{" + ", ".join(f"f{n}: a" for n in range(100_000)) + "}", "file-too-large"),
    Attack("a locale of merged keys", {"styles/locales/cy.yaml": "m0: &m0 {a: b}\n" + _MERGED,
           DOCUMENT: HEAD.replace("en-GB", "cy") + "sections: [start]\n"}, BUILD, 1, "yaml-anchor"),
    Attack("a locale whose sources are a script", {"styles/locales/cy.yaml": "sources: 'javascript:alert(7)'\n",
           DOCUMENT: HEAD.replace("en-GB", "cy") + "sections: [start]\n"}, BUILD, 1, "style-wrong"),
    _tokens("a colour that ends its rule", '"#1f2328"' if '"#1f2328"' in (shipped() / "tokens.yaml").read_text()
            else (shipped() / "tokens.yaml").read_text().split("ink: ")[1].split("\n")[0],
            '"#fff}body{display:none}"'),
    _tokens("a typeface that ends its rule", "family: ", "family: \"x'}body{display:none\" #"),
    _tokens("a page as high as the sky", "height_mm: ", "height_mm: 1e30 #"),
    _tokens("a page of nothing", "width_mm: ", "width_mm: 0 #"),
    _sheet("that fetches", "body{background:url(https://evil.example/x.png)}"),
    _sheet("that fetches in disguise", "body{background:u\\72l(https://evil.example/x.png)}"),
    _sheet("that fetches from the disk", "body{background:url(file:///etc/passwd)}"),
    _sheet("of another file", "@import '/etc/passwd';"),
    _sheet("with a typeface", "@font-face{font-family:x;src:url(/etc/passwd)}"),
    _sheet("that does not end", "body{color:red"),
    _sheet("of brackets", "a{b:" + "(" * 100_000),
    _sheet("with a number without end", "p{top:1" + "0" * 5000 + "px}"),
    _sheet("that is no CSS", "just words"),
    _sheet("in UTF-16", "a{b:c}".encode("utf-16"), "text-"),
    _sheet("of bytes", bytes(range(256)), "text-"),
    _sheet("of a gigabyte", hole(1_000_000_000), "file-too-large"),
    _sheet("that is a pipe", pipe, "", 0),
    _sheet("that is a device", link("/dev/zero"), "", 0),
    _sheet("that hides everything", "*{display:none}", "", 1),
    _sheet("that adds words", "p::before{content:'Not '}", "", -1),
    _sheet("for pages of a millimetre", "@page{size:1mm 1mm;margin:0}", "", -1),
    _sheet("for a million columns", "main{columns:1000000}", "", -1),
    _sheet("with letters of nothing", "*{font-size:0}", "", -1),
    _sheet("that turns everything", "*{transform:rotate(1e9deg) scale(1e9)}", "", -1),
    _web("that ends its element", "</style><script>alert(7)</script>"),
    _web("in a remark of html", "<!--a{}-->"),
    _web("with a number without end", "p{}\n@media(width:" + "7" * 5000 + "px){p{color:red}}"),
    _web("that fetches", "body{background:url(//evil.example/x)}"),
    _web("that counts readers", "a:visited{background:image-set('https://evil.example/x' 1x)}"),
    Attack("a book's style sheet that fetches", {"styles/book.css": "p{background:url(//evil.example/x)}"},
           BUILD.replace("html", "epub"), 1, "style-wrong"),
    *(Attack(f"the typeface {name[:30]!r}", {}, f"{BUILD} --font '{name}'", -1, "")
      for name in ("../../etc/passwd", "/etc/passwd", "Arimo/../../x", "x" * 5000, "Comic Sans", "*")),
    Attack("a map of pictures that is a bomb", {"styles/concepts.yaml": "a: &a [x]\n" + "b: [*a, *a]\n"},
           "pictures search bus", 1, "yaml-anchor"),
    Attack("a map of pictures with a way out", {"styles/concepts.yaml":
           "bus: {words: [bus], openmoji: ../../../etc/passwd}\n"}, "pictures search bus", 1, "style-wrong"),
    Attack("a bank of pictures elsewhere", {"styles/pictures/index.yaml":
           "- {concept: bus, file: ../../../outside/secret.svg, words: [bus], alt: A bus}\n"},
           "pictures search bus", -1, ""),
)  # fmt: skip
del Path

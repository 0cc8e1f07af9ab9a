"""Brands of somebody else."""

from __future__ import annotations

from tests.hostile.attack import BUILD, RING, Attack, Content, folder, hole, link, pipe
from tests.hostile.doors.photos import _REFUSED, png

_ASK = f"{BUILD} --brand ours"
_FILE = "styles/brands/ours.yaml"
_HEAD = 'publisher: Ours\ncolours: {accent: "#0f5c63"}\n'


def _brand(
    name: str, text: str, says: str = "brand-wrong", code: int = 1, never: str = ""
) -> Attack:
    return Attack(name, {_FILE: text}, _ASK, code, says, never=never)


def _contact(key: str, value: str) -> Attack:
    return _brand(f"{key} {value[:40]!r}", f"{_HEAD}contact:\n  - {key}: '{value}'\n")


def _other(name: str) -> Attack:
    """A logo of a kind that is not drawn as it is: turned into one that is, or refused."""
    files = {
        _FILE: f"{_HEAD}logo: {{file: l.gif, alt: Ours}}\n",
        "styles/brands/l.gif": _REFUSED[name][0],
    }
    return Attack(f"a logo that is {name}", files, _ASK, 1, "picture-")


def _logo(name: str, content: Content, says: str) -> Attack:
    files = {_FILE: f"{_HEAD}logo: {{file: l.svg, alt: Ours}}\n", "styles/brands/l.svg": content}
    return Attack(f"a logo that is {name}", files, _ASK, 1, says)


_WEB = (
    "javascript:alert(1)", "javascript://example.org/%0aalert(1)", "data:text/html,x", "file:///etc/passwd",
    "https://bank.example@evil.example", "ftp://evil.example", "//evil.example", "https://",
    "https://a b.example", 'https://a.example/"><script>', "blob:https://evil.example/x", "a.example:99999",
)  # fmt: skip
_PHONE = (
    '01632"><script>alert(7)</script>',
    "tel:01632",
    "javascript:1",
    "0" * 200 + ";x",
    "*#06#;",
    "01632?x",
)
_EMAIL = (
    "us@a.example?bcc=them@b.example",
    "nobody",
    "a@b.example\\r\\nBcc: c@d.example",
    "<a@b.example>",
    "a@b",
)

ATTACKS = (
    *(_contact("web", one) for one in _WEB),
    *(_contact("phone", one) for one in _PHONE),
    *(_contact("email", one) for one in _EMAIL),
    _brand("a command", "publisher: !!python/object/apply:os.system ['id']\n", "yaml-tag"),
    _brand("copies of copies", "a: &a [x]\nb: [*a, *a]\n", "yaml-anchor"),
    _brand("merged keys", "<<: {publisher: x}\n" + _HEAD),
    _brand("a colour that ends its rule", "publisher: Ours\ncolours: {accent: '#fff}body{display:none'}\n"),
    _brand("a colour that is a list", "publisher: Ours\ncolours: {accent: [1, 2]}\n"),
    _brand("a name that is a script", "publisher: '<script>alert(7)</script>'\n" + _HEAD[16:], "", 0,
           "<script>alert(7)"),
    _brand("a name that ends an attribute", "publisher: 'x\" onload=\"alert(7)'\n" + _HEAD[16:], "", 0,
           '" onload="alert(7)'),
    _brand("a name that is a slot", "publisher: '<!--slot:end-->'\n" + _HEAD[16:], "", 0, "<!--slot:end-->"),
    _brand("a name with codes for the terminal", 'publisher: "a\\e]0;b\\a"\n' + _HEAD[16:], "text-"),
    _brand("a name that turns letters", 'publisher: "a\\u202eb"\n' + _HEAD[16:], "text-"),
    _brand("a name of a megabyte", f"publisher: {'x' * 400_000}\n" + _HEAD[16:], "", -1),
    _brand("a line of 10,000 words", f"{_HEAD}cover_line: {'word ' * 10_000}\n", "", -1),
    _brand("10,000 contacts", f"{_HEAD}contact:\n" + "  - name: x\n" * 10_000, "", -1),
    _brand("nothing", "", "file-empty"),
    _brand("a list", "- a\n", "yaml-no-keys"),
    _logo("nothing", b"", "picture-"),
    _logo("a script", RING.replace("<circle", "<script>alert(7)</script><circle"), "svg-"),
    _logo("60,000 by 60,000", png(60_000, 60_000), "picture-"),
    *map(_other, ("a GIF of 65,535 by 65,535", "a GIF without an end", "a BMP of 2 billion by 2 billion",
                  "a TIFF of 4 billion by 4 billion", "a TIFF whose tags lead back to themselves",
                  "a WebP of 16 million by 16 million", "a WebP cut off", "a phone's HEIC", "an icon")),
    _logo("2 gigabytes", hole(2_000_000_000), "file-too-large"),
    _logo("a pipe", pipe, "file-absent"),
    _logo("a folder", folder, "file-absent"),
    _logo("a link out", link("../../../outside/secret.svg"), "file-outside"),
    _logo("a device", link("/dev/zero"), "file-outside"),
    *(_brand(f"a logo at {name!r}", f"{_HEAD}logo: {{file: '{name}', alt: Ours}}\n", "file-")
      for name in ("../../../outside/secret.svg", "/etc/passwd", "https://evil.example/l.svg", "~/l.svg", ".")),
    Attack("a brand that is a pipe", {_FILE: pipe}, _ASK, 2, "no brand"),
    Attack("a brand of a gigabyte", {_FILE: hole(1_000_000_000)}, _ASK, 1, "file-too-large"),
    _brand("another program's, with a script", "meta: {name: {full: '<script>alert(7)</script>'}}\n"
           "color: {primary: 'url(javascript:1)'}\n", never="<script>alert(7)"),
    _brand("another program's, that goes round", "color: {primary: a, palette: {a: b, b: a}}\n"),
)  # fmt: skip

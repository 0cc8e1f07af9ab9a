"""Web pages of anybody."""

from __future__ import annotations

from tests.hostile.attack import Attack

_N, _MANY = 100_000, 20_000
_HEAD = "<!DOCTYPE html><html lang=en><title>A page</title><h1>A page</h1>"
_PAGES: dict[str, str | bytes] = {
    "nothing": "",
    "text": "just words",
    "100,000 remarks that begin": _HEAD + "<!--" * _N,
    "100,000 remarks that end oddly": _HEAD + "<!--x--!>" * _N,
    "200,000 ends of tags": _HEAD + "</" * 2 * _N,
    "100,000 tags that begin": _HEAD + "<a" * _N,
    "100,000 tags with a space": _HEAD + "<a " * _N,
    "100,000 attributes that begin": _HEAD + '<a b="' * _N,
    "one tag of a million attributes": _HEAD + "<a " + "b " * 1_000_000 + ">x</a>",
    "100,000 document types": _HEAD + "<!" * _N,
    "100,000 instructions": _HEAD + "<?" * _N,
    "100,000 sections of characters": _HEAD + "<![CDATA[" * _N,
    "20,000 boxes in boxes": _HEAD + "<div>" * _MANY + "x",
    "7,000 tables in tables": _HEAD + "<table><tr><td>" * (_MANY // 3) + "x",
    "10,000 lists in lists": _HEAD + "<ul><li>" * (_MANY // 2) + "x",
    "20,000 bold words in bold words": _HEAD + "<b>" * _MANY + "x",
    "20,000 paragraphs that do not end": _HEAD + "<p>x" * _MANY,
    "600,000 elements": _HEAD + "<i></i>" * 600_000,
    "a script that does not end": _HEAD + "<script>" + "x" * 1_000_000,
    "a title that does not end": "<html lang=en><title>" + "x" * 1_000_000,
    "a text field that does not end": _HEAD + "<textarea>" + "</textare" * _N,
    "signs that do not end": _HEAD + "&" * 1_000_000,
    "a sign of a million digits": _HEAD + "&#" + "9" * 1_000_000 + ";",
    "100,000 signs by number": _HEAD + "&#x110000;" * _N,
    "drawings in drawings": _HEAD + "<svg>" * 20_000 + "x",
    "a word of 5 megabytes": _HEAD + "<p>" + "x" * 5_000_000,
    "NULs": _HEAD + "\0" * _N + "<p>x",
    "random bytes": bytes(range(256)) * 2_000,
    "links to scripts": _HEAD + '<a href="javascript:alert(1)">press</a>' * 1_000,
    "codes for the terminal": _HEAD + "<p>a\x1b]0;b\x07\u009b31mc\u202ed",
    "a list that counts to the sky": _HEAD
    + '<ol start="999999999999999999999"><li value="-1e9">x</ol>',
    "a cell as wide as the sky": _HEAD
    + '<table><tr><th colspan="99999999" rowspan="99999999">x<td>y</table>',
    "a page in UTF-16 by its word": '<meta charset="utf-16">' + _HEAD,
    "a page in UTF-16": _HEAD.encode("utf-16"),
    "half of UTF-16": _HEAD.encode("utf-16")[:-1],
    "two marks of byte order": b"\xef\xbb\xbf\xff\xfe" + _HEAD.encode(),
}
_CODINGS = (
    "unicode_escape", "raw_unicode_escape", "rot13", "base64", "hex", "zip", "bz2", "uu", "quopri", "idna",
    "punycode", "utf-7", "undefined", "mbcs", "x-user-defined", "iso-2022-kr", "hz-gb-2312", "replacement",
    "../../etc/passwd", "utf-8\x00", "x" * 40,
)  # fmt: skip

ATTACKS = (
    *(Attack(f"{name}, for {asked}", {"x.html": page}, f"{asked} x.html", -1, never="\u009b")
      for name, page in _PAGES.items() for asked in ("verify", "check")),
    *(Attack(f"the coding {name[:12]!r}", {"x.html": f'<meta charset="{name}">{_HEAD}<p>\\ud800 \\x00'},
             "outline x.html", -1) for name in _CODINGS),
)  # fmt: skip

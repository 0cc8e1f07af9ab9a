"""The letters of a web page from its bytes, as browsers find them (WHATWG, Encoding)."""

from __future__ import annotations

import re

import webencodings

from exporter.diagnostics import Unreadable

_LOOKED_AT = 1024
"""Bytes in which a page must say how it is coded (HTML, 13.2.3.2)."""
_META = re.compile(rb"<meta\b[^>]{0,500}?charset\s*=\s*[\"']?\s*([^\s\"'/>;]{1,40})", re.IGNORECASE)
_XML = re.compile(rb"\A<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([^\"']{1,40})[\"']")
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


def decoded(data: bytes) -> str:
    """The text of a page. Raises Unreadable where it names a coding that no browser knows.

    A byte order mark counts before what the page says; a page that says nothing is UTF-8 if it can
    be, else windows-1252.
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(codec, "replace")
    named = _META.search(data[:_LOOKED_AT]) or _XML.match(data)
    if named is None:
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            return data.decode("cp1252", "replace")
    label = named[1].decode("ascii", "replace")
    known = webencodings.lookup(label)
    if known is None or known.name == "replacement":
        raise Unreadable(
            f"This web page says that its letters are coded as “{label}”, which no browser knows.",
            "damaged",
            'Save it as UTF-8, and write  <meta charset="utf-8">  into its head.',
        )
    if known.name.startswith("utf-16"):  # a page that could be read so far is not in UTF-16
        return data.decode("utf-8", "replace")
    text, _ = known.codec_info.decode(data, "replace")
    return str(text)

"""Text of a Word file that stands in another file inside it (`w:altChunk`).

Word takes it in when it opens the file. Web pages, plain texts and Word files are read; what else
Word knows (RTF, single-file web pages) is left to the rules, which tell of each.
"""

from __future__ import annotations

from collections.abc import Callable

from exporter.diagnostics import Unreadable
from exporter.outline import Entry, Outline, clean
from exporter.readback import html
from exporter.word_file.opening import WordFile

_WEB_PAGES = ("text/html", "application/xhtml+xml")
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def entries(file: WordFile, name: str, word: Callable[[bytes], Outline]) -> Outline:
    """What a reader meets of the part `name`; `word` reads a Word file."""
    if name not in file.names:
        return ()
    kind = file.content_type(name)
    try:
        data = file.zipped.read(name)
        if kind in _WEB_PAGES:
            return html.read_back(data)
        if kind.startswith(_WORD):
            return word(data)
    except Unreadable:
        return ()
    if kind == "text/plain":
        lines = data.decode("utf-8-sig", "replace").splitlines()
        return tuple(Entry("paragraph", clean(line)) for line in lines if line.strip())
    return ()

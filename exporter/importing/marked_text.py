"""The words of a Markdown text by a road of its own, for the proof: no parser, line by line."""

from __future__ import annotations

import re

from exporter.outline import Entry, Outline

_FRONT = re.compile(r"\A---[ \t]*\n.*?\n(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TITLE = re.compile(r"^(?:title|subtitle): *[\"']?(.*?)[\"']?\s*$", re.MULTILINE)
_LEAD = re.compile(r"^(?:\s|>)*(?:#{1,6}\s+|(?:[-*+]|\d{1,9}[.)])\s+|\[\^[^\]]+\]:|:\s+)*")
_ADDRESS = re.compile(r"(?<=\])\((?:<[^>]*>|[^()\s]*(?:\([^()]*\)[^()\s]*)*)(?:\s+[\"'(][^)]*)?\)")
_REFERRED = re.compile(r"(?<=\])\[[^\]]*\]")
_DEFINED = re.compile(r"^\s*\[[^\]^]+\]:\s*\S+.*$")
_NOTE = re.compile(r"\[\^[^\]]+\]")
_TAG = re.compile(r"</?[A-Za-z][^>]*>")
_ATTRIBUTES = re.compile(r"\{[#.:][^{}]*\}|\{[^{}]*=[^{}]*\}")
_CODED = re.compile(r"^\s*(?:```|~~~)\w*\s*$")
_RULE = re.compile(r"^\s*\|?[\s:|*_=-]+\|?\s*$")
_SIGNS = re.compile(r"(?<!\w)_+(?=\w)|(?<=\w)_+(?!\w)|[*`~|\\\[\]!]")
"""What may be a mark; a low line only at the edge of a word."""
_ENTITY = re.compile(r"&[#\w]+;")


def outline_of(text: str) -> Outline:
    """What a reader of the text meets: an entry for each line that has words."""
    front = _FRONT.match(text)
    found = [Entry("paragraph", words) for words in _TITLE.findall(front.group() if front else "")]
    for line in _COMMENT.sub(" ", text[front.end() if front else 0 :]).split("\n"):
        words = _words(line)
        if words:
            found.append(Entry("paragraph", words))
    return tuple(found)


def _words(line: str) -> str:
    if _CODED.match(line) or _RULE.match(line) or _DEFINED.match(line):
        return ""
    line = _LEAD.sub("", line)
    line = re.sub(r"<((?:https?:|mailto:)[^>\s]*)>", r"\1", line)
    for pattern in (_ADDRESS, _REFERRED, _NOTE, _TAG, _ATTRIBUTES, _ENTITY):
        line = pattern.sub(" ", line)
    return " ".join(_SIGNS.sub(" ", line).split())

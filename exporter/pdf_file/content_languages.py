"""Languages that the content of a page gives to its words (ISO 32000-1, 14.9.2)."""

from __future__ import annotations

from typing import Any

import pikepdf

from exporter.pdf_file.packed import beginning_of
from exporter.pdf_file.roles import dictionary

_MOST_CONTENT = 4_000_000
"""Bytes unpacked, of all pages together; of a longer file the first ones are looked at."""
_OPERATORS = "BDC BMC EMC Tj TJ ' \" Do"


def languages_in_content(file: pikepdf.Pdf) -> dict[tuple[int, int], str]:
    """For each marked sequence (its page from 0, its number) the language of all its words.

    Left out are those without one, or with several. Words that forms draw have none.
    """
    told: dict[tuple[int, int], str] = {}
    left = _MOST_CONTENT
    for number, page in enumerate(file.pages):
        contents = page.obj.get("/Contents")
        parts = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
        packed = [part for part in parts if isinstance(part, pikepdf.Stream)]
        content = b"".join(beginning_of(part, max(0, left)) for part in packed)
        left -= len(content)
        if left <= 0:
            break
        try:
            for mark, languages in _said(page, content).items():
                if len(languages) == 1 and "" not in languages:
                    told[number, mark] = languages.pop()
        except Exception:  # what a damaged page makes qpdf raise is not told in one place
            continue
    return told


def _said(page: pikepdf.Page, content: bytes) -> dict[int, set[str]]:
    """For each marked sequence of a page the languages of what is shown in it."""
    named = dictionary(_of(page.resources, "/Properties"))
    if b"Lang" not in content and not any(_of(one, "/Lang") for one in named.values()):
        return {}
    things = dictionary(_of(page.resources, "/XObject"))
    said: dict[int, set[str]] = {}
    mark, language = -1, ""
    outer: list[tuple[int, str]] = []
    for one in pikepdf.parse_content_stream(page, _OPERATORS):
        operands = list(one.operands)
        match str(one.operator):
            case "BDC" | "BMC":
                outer.append((mark, language))
                about = operands[1] if len(operands) > 1 else None
                about = named.get(str(about)) if isinstance(about, pikepdf.Name) else about
                number, given = _of(about, "/MCID"), _of(about, "/Lang")
                mark = number if isinstance(number, int) else mark
                language = str(given) if isinstance(given, pikepdf.String) else language
            case "EMC":
                mark, language = outer.pop() if outer else (-1, "")
            case "Do":
                drawn = things.get(str(operands[0])) if operands else None
                if mark >= 0 and _of(drawn, "/Subtype") == "/Form":
                    said.setdefault(mark, set()).add("")
            case _ if mark >= 0:
                said.setdefault(mark, set()).add(language)
    return said


def _of(thing: Any, key: str) -> Any:
    return thing.get(key) if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream) else None

"""The words of each text object of a page.

pdfium finds the words of one object by looking through all characters of its page. That is quick
for lines and words; where a page draws its letters one by one, all are asked for once instead.
"""

from __future__ import annotations

import ctypes

import pypdfium2.raw as raw

_LONGEST = 2_000
"""Characters of one object."""
_MOST_CHARACTERS = 200_000
_MOST_WORK = 1_500_000
"""Objects times characters, from which on the letters are asked for one by one."""
_SIGNS = str.maketrans({"\x02": "-", "\ufffe": "-", "\r": " ", "\n": " ", "\0": ""})
"""pdfium has signs of its own for a hyphen at the end of a line."""


class Words:
    def __init__(self, text: raw.FPDF_TEXTPAGE) -> None:
        self.text = text
        self.count = max(0, raw.FPDFText_CountChars(text))
        self.asked = 0
        self.buffer = (ctypes.c_ushort * _LONGEST)()
        self.letters: dict[int, str] | None = None

    def of(self, thing: raw.FPDF_PAGEOBJECT) -> str:
        if self.count > _MOST_CHARACTERS:
            return ""
        self.asked += self.count
        if self.asked > _MOST_WORK:
            if self.letters is None:
                self.letters = self.one_by_one()
            return self.letters.get(ctypes.addressof(thing.contents), "")
        length = int(raw.FPDFTextObj_GetText(thing, self.text, self.buffer, 2 * _LONGEST))
        used = max(0, min(length, 2 * _LONGEST) - 2)
        return (
            bytes(memoryview(self.buffer).cast("B")[:used])
            .decode("utf-16-le", "replace")
            .translate(_SIGNS)
        )

    def one_by_one(self) -> dict[int, str]:
        pieces: dict[int, list[int]] = {}
        for index in range(self.count):
            thing = raw.FPDFText_GetTextObject(self.text, index)
            if thing:
                code = raw.FPDFText_GetUnicode(self.text, index)
                pieces.setdefault(ctypes.addressof(thing.contents), []).append(code)
        return {
            place: "".join(chr(code) for code in codes if 0 < code < 0x110000).translate(_SIGNS)
            for place, codes in pieces.items()
        }

"""Letters that were garbled on their way: saved in another code, or out of Word's symbols."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from exporter.authored.findings import MOST_OF_ONE_KIND, Findings
from exporter.diagnostics import Place, short

_SHOWN_LINES = 3
"""So many garbled lines are told one by one: they have one cause."""


def _windows(byte: int) -> str:
    """The sign that Windows-1252 has for a byte; for the five it has not, the byte's own."""
    try:
        return bytes((byte,)).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


_BYTES = {sign: byte for byte in range(0x80, 0x100) for sign in (_windows(byte), chr(byte))}
_MORE = re.escape("".join(sign for sign, byte in _BYTES.items() if byte < 0xC0))
_GARBLED = re.compile(
    f"[Â-ß][{_MORE}]|[à-ï][{_MORE}]{{2}}|[ð-ô][{_MORE}]{{3}}"  # two, three and four bytes of UTF-8
)
_ENDS_A_WORD = frozenset("»”’…–—›“‘\u00a0\u00ad")
"""After a capital letter these are most often what they are: «AMANHÃ»."""


def repaired(text: str) -> str:
    """The text with its garbled letters put right, also twice garbled ones: We’re for Weâ€™re."""
    for _ in range(3):
        before, text = text, _GARBLED.sub(lambda match: _meant(match.group()), text)
        if text == before:
            break
    return text


def _meant(garbled: str) -> str:
    try:
        sign = bytes(_BYTES[one] for one in garbled).decode("utf-8")
    except UnicodeDecodeError:
        return garbled
    return sign if sign.isprintable() or sign in "\u00a0\u00ad" else garbled


def _is_certain(garbled: str) -> bool:
    meant = _meant(garbled)
    return meant != garbled and (len(garbled) > 2 or garbled[-1] not in _ENDS_A_WORD)


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    text: str
    meant: str


def _garbled_words(text: str) -> Iterator[_Word]:
    """Each word with a garbled letter, if any letter of the text is garbled for certain."""
    if not is_garbled(text):
        return
    for word in re.finditer(r"[^ \t\n\"{}\[\]<>]+", text):
        meant = repaired(word.group())
        if meant != word.group():
            yield _Word(word.start(), word.group(), meant)


def is_garbled(text: str) -> bool:
    """Whether a letter of the text is garbled for certain."""
    return any(_is_certain(match.group()) for match in _GARBLED.finditer(text))


def tell_garbled(text: str, file: str, findings: Findings) -> bool:
    """Tell of letters that were saved in one code and read in another. Whether there were any."""
    lines: dict[int, list[_Word]] = {}
    for word in islice(_garbled_words(text), 5_000):
        lines.setdefault(text.count("\n", 0, word.start) + 1, []).append(word)
    for line, words in islice(lines.items(), _SHOWN_LINES):
        first = words[0]
        message = f"“{short(first.text, 40)}” was garbled when this text was saved or copied."
        meant = ", ".join(dict.fromkeys(word.meant for word in words))
        findings.add(
            "text-garbled", Place(file, line), message, _TYPE_AGAIN, words=first.text,
            suggestion=short(meant, 200),
        )  # fmt: skip
    if len(lines) > _SHOWN_LINES:
        line = list(lines)[_SHOWN_LINES]
        message = (
            f"{len(lines) - _SHOWN_LINES} more lines of this file are garbled in the same way."
        )
        findings.add("text-garbled", Place(file, line), message, _ALL_AT_ONCE)
    return bool(lines)


_TYPE_AGAIN = "Write it again, or copy the text once more."
_ALL_AT_ONCE = (
    "To mend all at once, open the file that they came from, choose “Save with encoding”, then "
    "“UTF-8”, and copy them again."
)

_OF_WORD = {
    "\uf0b7": ("Word’s bullet", "•"), "\uf0a7": ("Word’s square bullet", "•"),
    "\uf0d8": ("Word’s arrow bullet", "•"), "\uf076": ("Word’s diamond bullet", "•"),
    "\uf06e": ("Word’s square bullet", "•"), "\uf0a8": ("Word’s empty box", "•"),
    "\uf06f": ("Word’s empty box", "•"), "\uf071": ("Word’s empty box", "•"),
    "\uf0fc": ("Word’s tick", "✓"), "\uf0fe": ("Word’s ticked box", "✓"),
    "\uf0fb": ("Word’s cross", "×"), "\uf0e0": ("Word’s arrow", "→"),
    "\uf0df": ("Word’s arrow", "←"),
    "\uf0e8": ("Word’s arrow", "→"), "\uf02d": ("Word’s hyphen", "-"),
    "\uf020": ("Word’s blank", " "),
    "\uf028": ("Word’s telephone", "Phone:"), "\uf02a": ("Word’s envelope", "Email:"),
    "\uf04a": ("Word’s smile", ""), "\uf0ae": ("Word’s arrow", "→"),
    "\uf0b0": ("Word’s degree sign", "°"),
    "\uf0b1": ("Word’s plus or minus", "±"), "\uf0b4": ("Word’s times sign", "×"),
    "\uf0b3": ("Word’s at least", "≥"), "\uf0a3": ("Word’s at most", "≤"),
    "\uf0bd": ("Word’s half", "½"),
}  # fmt: skip
"""Signs of the typefaces Symbol and Wingdings, as they come out of Word: name, sign meant."""
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")


def meant_by(sign: str) -> str:
    """What a sign of the typefaces Symbol and Wingdings means; empty where nobody knows."""
    return _OF_WORD.get(sign, ("", ""))[1]


def tell_private(text: str, file: str, findings: Findings) -> None:
    """Tell of signs that only one typeface knows, each kind once, with what was meant."""
    lines: dict[str, list[int]] = {}
    for match in islice(_PRIVATE.finditer(text), 5_000):
        lines.setdefault(match.group(), []).append(match.start())
    for sign, starts in islice(lines.items(), MOST_OF_ONE_KIND):
        name, meant = _OF_WORD.get(sign, ("A sign of one typeface", ""))
        line = text.count("\n", 0, starts[0]) + 1
        often = f", {len(starts)} times" if len(starts) > 1 else ""
        message = f"{name} (U+{ord(sign):04X}) stands here{often}. Nobody can see it."
        hint = _HYPHEN if meant == "•" else _WORDS if not meant.strip() else _SIGN
        findings.add(
            "text-private-sign", Place(file, line), message, hint, words=sign,
            suggestion="" if meant == "•" else meant.strip(),
        )  # fmt: skip


_HYPHEN = "Begin the line with a hyphen and a space:  - words"
_WORDS = "Delete it. If it meant something, say it in words."
_SIGN = "Type the sign that was meant, or say it in words."

"""What signs are called, for those who listen: screen readers pass many of them over.

English only; in other languages a sign is left to the screen reader.
"""

from __future__ import annotations

import re
import unicodedata

from exporter.languages import primary
from exporter.languages.unseen import seen

_EVERYDAY = {
    **dict.fromkeys("☎☏📞🕾", "phone"),
    **dict.fromkeys("📱", "mobile phone"),
    **dict.fromkeys("✉📧🖂", "email or letter"),
    **dict.fromkeys("⚠", "warning"),
    **dict.fromkeys("★☆⭐✩✪✭", "star"),
    **dict.fromkeys("♿", "wheelchair"),
    **dict.fromkeys("✓✔✅", "tick"),
    **dict.fromkeys("✗✘❌✖✕", "cross"),
    **dict.fromkeys("☑", "box with a tick"),
    **dict.fromkeys("☐", "empty box"),
    **dict.fromkeys("☒", "box with a cross"),
    **dict.fromkeys("☹🙁", "sad face"),
    **dict.fromkeys("☺🙂😀😃", "happy face"),
    **dict.fromkeys("❤♥", "heart"),
    **dict.fromkeys("→➔➜➤⇒", "right arrow"),
    **dict.fromkeys("←⇐", "left arrow"),
    **dict.fromkeys("↑⇑", "up arrow"),
    **dict.fromkeys("↓⇓", "down arrow"),
    **dict.fromkeys("ℹ🛈", "information"),
    **dict.fromkeys("☞👉", "pointing hand"),
    **dict.fromkeys("✂", "scissors"),
    **dict.fromkeys("✏✎", "pencil"),
    **dict.fromkeys("☀", "sun"),
    **dict.fromkeys("☂☔", "umbrella"),
    **dict.fromkeys("☕", "hot drink"),
    **dict.fromkeys("⏰", "alarm clock"),
    **dict.fromkeys("⌂🏠", "house"),
    **dict.fromkeys("♻", "recycling"),
    **dict.fromkeys("❗❕", "important"),
    **dict.fromkeys("❓❔", "question"),
    **dict.fromkeys("👍", "thumbs up"),
    **dict.fromkeys("👎", "thumbs down"),
}
_SKINS = "\U0001f3fb-\U0001f3ff"
_ONE = f"[{''.join(_EVERYDAY)}\U0001f300-\U0001f3fa\U0001f400-\U0001faff][\ufe0e\ufe0f{_SKINS}]*"
_SIGN = re.compile(f"({_ONE}(?:\u200d(?:{_ONE}|[♀♂⚕⚖✈]\ufe0f?))*)")
"""One sign, with the form that it has and with those that are joined to it: a family is one."""


def parted(text: str, language: str) -> list[str]:
    """The text cut at its signs: every second piece is a sign that has words in this language."""
    if text.isascii() or primary(language) != "en":
        return [text]
    return _SIGN.split(text)


def is_sign(text: str) -> bool:
    """Whether a text is one sign that we have words for, and nothing else."""
    return not text.isascii() and _SIGN.fullmatch(text) is not None


def called(sign: str) -> str:
    """The words of a sign in English: those of its parts, one after the other."""
    return ", ".join(dict.fromkeys(map(_name, seen(sign))))


def _name(sign: str) -> str:
    return _EVERYDAY.get(sign) or unicodedata.name(sign, "sign").lower()

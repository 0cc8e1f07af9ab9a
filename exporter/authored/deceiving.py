"""Signs that deceive: those that turn the order of letters or show nothing, and letters of one
script that look like those of another in an address (Unicode Technical Reports 36 and 39)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from exporter.languages.letters import needs_shaping


@dataclass(frozen=True, slots=True, kw_only=True)
class Deceit:
    """One sign or address, with the code of its rule. `start` counts from 0."""

    start: int
    code: str
    message: str
    hint: str
    words: str = ""
    harmless: bool = False
    """Whether its place may need it: a mark of direction beside letters from right to left, a
    place in a word where a line may end."""


def deceits(text: str) -> Iterator[Deceit]:
    """What deceives in a text: first the signs, then the addresses."""
    yield from _signs(text)
    yield from _addresses(text)


def named(sign: str) -> str:
    """A sign as people can look it up: RIGHT-TO-LEFT OVERRIDE (U+202E)."""
    name = unicodedata.name(sign, "control character")
    return f"{name} (U+{ord(sign):04X})"


# ---- signs that turn or show nothing -----------------------------------------------------------

_UNSEEN = re.compile(
    "[\u061c\u115f\u1160\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb"
    "\U000e0000-\U000e007f]"
)
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_DIRECTIONS = frozenset("\u061c\u200e\u200f")
BREAKS = frozenset("\u200b\u200c\u200d\u2060\u2061\u2062\u2063\u2064\ufeff")
"""They say where a line may end, and what joins: of use in words, and a trap in an address."""
_WORD_BEFORE, _WORD_AFTER = re.compile(r"\S*$"), re.compile(r"\S{0,260}")
_LIKE_ADDRESS = re.compile(r"@|://|www\.|[^\s.]\.\w{2}", re.IGNORECASE)
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_WITHOUT_SPACES = re.compile("[\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff]")
"""Thai, Lao, Tibetan, Myanmar and Khmer: a space of no width says where a line may end."""
_HANGUL = re.compile("[\u1100-\u11ff\u3131-\u318e\uac00-\ud7ff\uffa1-\uffdc]")


def _signs(text: str) -> Iterator[Deceit]:
    for match in _UNSEEN.finditer(text):
        sign, start = match.group(), match.start()
        if sign in _TURNING:
            message = f"The invisible sign {named(sign)} turns the order of the letters after it."
            yield Deceit(start=start, code="text-turned", message=message, hint=_RETYPE, words=sign)
        elif not _needed(text, start):
            message = f"The sign {named(sign)} stands here. Nobody can see it."
            yield Deceit(
                start=start,
                code="text-invisible-sign",
                message=message,
                hint=_RETYPE,
                words=sign,
                harmless=_is_harmless(text, start),
            )


def _is_harmless(text: str, at: int) -> bool:
    """Whether readers of these words lose nothing by a sign that they do not see."""
    if text[at] in _DIRECTIONS:
        return bool(_RIGHT_TO_LEFT.search(text))
    before, after = _WORD_BEFORE.search(text[max(0, at - 260) : at]), _WORD_AFTER.match(text, at)
    word = (before.group() if before else "") + (after.group() if after else "")
    return text[at] in BREAKS and not _LIKE_ADDRESS.search(word)


_RETYPE = "Delete the words, and type them again without copying."


def _needed(text: str, at: int) -> bool:
    """Whether the letters beside it are written with this sign."""
    before, after = text[max(0, at - 2) : at], text[at + 1 : at + 2]
    match text[at]:
        case "\u200c" | "\u200d" if needs_shaping(before[-1:] + after):
            return True
        case "\u200d":  # the parts of one emoji
            return unicodedata.category(after or " ") == "So" and any(
                unicodedata.category(sign) in ("So", "Sk") for sign in before
            )
        case "\u200b":
            return _WITHOUT_SPACES.search(before[-1:] + after) is not None
        case "\u115f" | "\u1160" | "\u3164" | "\uffa0":
            return _HANGUL.search(before[-1:] + after) is not None
        case tag if tag >= "\U000e0020":  # the flags of Wales and Scotland
            return "\U0001f3f4" in text[max(0, at - 8) : at]
        case _:
            return False


# ---- letters in addresses ----------------------------------------------------------------------

_HOST = re.compile(
    r"(?:https?://|\bwww\.|(?<=[\w.+-])@)([^\s/?#:\"'“”‘’<>()\[\]{}|,;]{1,253})"
    r"|(?<![\w.@-])([\w-]{1,63}(?:\.[\w-]{1,63}){0,4}\.(?:org|com|net|gov|nhs|uk|eu|info|io))\b",
    re.IGNORECASE,
)
_FOREIGN = ("CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC", "LISU")
"""Scripts with letters that look like Latin ones (Unicode Technical Standard 39)."""
_LOOK_LATIN = frozenset(
    "асԁеһіјӏорԛѕԝхуѵԍАВЕНІЈКМОРЅТХУ"  # Cyrillic
    "αιορνυΑΒΕΗΙΚΜΝΟΡΤΥΧΖ"  # Greek
    "օոսհցգյ"  # Armenian
)
_OF_LATIN = frozenset("ɑɡɩɪʟʀʏ")
"""Latin letters that are taken for others: google and ɡooɡle."""
_LIKE_A_STOP = frozenset("\u2044\u2215\u29f8\u2024\u3002\u30fb\u0338")


def _addresses(text: str) -> Iterator[Deceit]:
    if text.isascii() and "xn--" not in text.lower():
        return
    for match in _HOST.finditer(text):
        host = (match[1] or match[2]).rstrip(".,;:!?)")
        sign = _lookalike(host)
        if sign:
            message = f"The address “{host}” holds {named(sign)}, which looks like another letter."
            start = match.start(1) if match[1] else match.start(2)
            yield Deceit(
                start=start, code="address-lookalike", message=message, hint=_TYPE, words=host
            )


_TYPE = "Type the address yourself, letter by letter, and see where it goes."


def _lookalike(host: str) -> str:
    """The first letter of a host that is taken for another one, or nothing."""
    labels = [_decoded(label) for label in host.split(".")]
    end_is_latin = labels[-1].isascii()
    for label in labels:
        if label.isascii():
            continue
        scripts = {_script(sign) for sign in label if sign.isalpha()}
        foreign = [sign for sign in label if _script(sign) in _FOREIGN]
        only_lookalikes = all(sign in _LOOK_LATIN for sign in foreign)
        mixed = "LATIN" in scripts or (len(scripts) == 1 and end_is_latin and only_lookalikes)
        if foreign and mixed:
            return foreign[0]
        for sign in label:
            if sign in _OF_LATIN | _LIKE_A_STOP or _is_dressed(sign):
                return sign
    return ""


def _decoded(label: str) -> str:
    if not label.lower().startswith("xn--"):
        return label
    try:
        return label[4:].encode("ascii").decode("punycode")
    except (UnicodeError, ValueError, OverflowError):
        return label


def _is_dressed(sign: str) -> bool:
    """Whether it is a plain letter in other clothes: bold, wide, in a circle."""
    plain = unicodedata.normalize("NFKC", sign)
    return plain != sign and plain.isascii()


@lru_cache(maxsize=8192)
def _script(sign: str) -> str:
    return unicodedata.name(sign, "").split(" ")[0]

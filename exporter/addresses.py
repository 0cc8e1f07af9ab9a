"""Where a link leads, as people read it; and whether its words say that already.

On paper nobody can click: there a link is followed by its address. Every format asks here, so that
all of them print the same ones.
"""

from __future__ import annotations

from urllib.parse import unquote

_WEB = ("https://", "http://")
_AROUND = ".,;:!?()[]<>“”‘’\"'"


def shown_address(url: str) -> str:
    """An address as people write it: no scheme, no slash at the end; of an e-mail address or a
    telephone number nothing but that, without a subject that a program would fill in."""
    for scheme in ("mailto:", "tel:"):
        if url.lower().startswith(scheme):
            return unquote(url[len(scheme) :].split("?")[0].split(";")[0])
    for scheme in _WEB:
        if url.lower().startswith(scheme):
            return url[len(scheme) :].removesuffix("/")
    return url


def is_said(words: str, url: str) -> bool:
    """Whether the words of a link say its address, so that paper need not repeat it.

    They do as a word of theirs, whole: “the-map” does not say example.org/the-map. A number may be
    grouped in any way, and begin with 0 or with the code of the country.
    """
    shown = shown_address(url)
    if url.lower().startswith("tel:"):
        wanted = _digits(shown)[-9:]
        return bool(wanted) and wanted in _digits(words)
    return _plain(shown) in {_plain(word) for word in (words, *words.split())}


def _digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdecimal())


def _plain(word: str) -> str:
    return shown_address(word.strip().strip(_AROUND)).casefold()

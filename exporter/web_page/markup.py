"""Small pieces of HTML. Text is escaped here and nowhere else, so it is escaped once."""

from __future__ import annotations

from typing import NewType

Html = NewType("Html", str)
"""HTML that is ready: every word in it has been escaped."""

NOTHING = Html("")
_VOID = frozenset({"img", "meta", "link", "br", "hr"})
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


def escape(text: str) -> Html:
    """Text as HTML, fit for content and for attributes in double quotation marks."""
    return Html(text.translate(_ESCAPES))


def element(tag: str, *children: Html, **attributes: str | bool) -> Html:
    """One element. Attribute names lose a final "_" and change "_" to "-".

    An attribute that is True stands alone, one that is False is left out; an empty string is kept
    only for `alt`, where it says that a picture is decorative.
    """
    start = tag + "".join(
        _attribute(name.rstrip("_").replace("_", "-"), value) for name, value in attributes.items()
    )
    if tag in _VOID:
        return Html(f"<{start}>")
    return Html(f"<{start}>{''.join(children)}</{tag}>")


def join(*pieces: Html) -> Html:
    """Pieces one after the other."""
    return Html("".join(pieces))


def _attribute(name: str, value: str | bool) -> str:
    if value is True:
        return f" {name}"
    if value is False or (value == "" and name != "alt"):
        return ""
    return f' {name}="{escape(value)}"'

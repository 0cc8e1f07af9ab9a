"""Pictures inside the file itself, so that it needs no network and loses nothing when sent on."""

from __future__ import annotations

import base64
import html
import re

from exporter.model import Picture
from exporter.web_page.markup import Html, element
from exporter.writers import css

MEDIA = {"svg": "image/svg+xml", "png": "image/png", "jpeg": "image/jpeg"}
_TEXT = re.compile(rb"<text\b")
_ROOT_END = re.compile(rb"<svg\b[^>]*>")
_SAID = re.compile(rb">([^<>]+)</text>")
_FAMILY = re.compile(rb"font-family\s*[:=]\s*[\"']?\s*([^\"';,>]+)")


def image(picture: Picture, source: str, css_class: str = "") -> Html:
    """The picture as an `img`, with its size so that nothing jumps while the page loads."""
    return element(
        "img",
        src=source,
        alt=picture.alt,
        width=f"{picture.width:.0f}",
        height=f"{picture.height:.0f}",
        class_="chart" if picture.ems else css_class,
        style=f"width:{picture.ems:.4g}em" if picture.ems else "",
    )


def data_uri(picture: Picture) -> str:
    """The picture as a `data:` address."""
    return f"data:{MEDIA[picture.media]};base64,{base64.b64encode(shown(picture)).decode()}"


def shown(picture: Picture) -> bytes:
    """The picture's file. Text in a drawing brings its typeface along, because a browser gives a
    drawing no typeface of the page."""
    if picture.media == "svg" and _TEXT.search(picture.data):
        return _with_typeface(picture.data, own=bool(picture.ems))
    return picture.data


def _with_typeface(data: bytes, *, own: bool) -> bytes:
    """`own`: a chart of ours, whose words have few letters. A document may have many of them, so
    each brings along its own letters only."""
    families = {family.decode("utf-8", "replace").strip() for family in _FAMILY.findall(data)}
    letters = _letters(data) if own else ""
    faces = "".join(
        css.faces_of(family, letters) if own else css.font_faces(family)
        for family in sorted(families)
    )
    root = _ROOT_END.search(data)
    if not faces or root is None:
        return data
    style = f"<style>{faces}</style>".encode()
    return data[: root.end()] + style + data[root.end() :]


def _letters(data: bytes) -> str:
    """Each letter of the words of a chart once; `&lt;` is one, as readers see it."""
    words = html.unescape(b"".join(_SAID.findall(data)).decode())
    return "".join(sorted(set(words)))

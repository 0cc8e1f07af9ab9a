"""What is no page of ours, sent so that a browser runs nothing of it: previews, pictures."""

from __future__ import annotations

from exporter.fingerprint import sha256
from exporter.making.order import HOUSE
from exporter.studio.desk import Desk
from exporter.studio.fields import KINDS, Bytes, Fields
from exporter.styles.brands import load_brand

_SEALED = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"
BESIDE = {"Content-Security-Policy": f"{_SEALED}; frame-ancestors 'self'"}
"""A page in a frame of ours runs nothing, asks nobody, and has no origin."""
ASIDE = {"Content-Security-Policy": _SEALED, "Content-Disposition": "attachment"}
"""A picture of somebody's is shown in pages of ours, and is no page itself."""


def preview(desk: Desk, asked: Fields) -> Bytes:
    """An edition as readers will get it: the real web page, drafts and all."""
    brand = load_brand(HOUSE, desk.styles)
    data = desk.pages.page(desk.view(asked["name"]), asked["edition"], brand, desk.styles)
    return data, "text/html; charset=utf-8", BESIDE


def says(desk: Desk, asked: Fields) -> Bytes:
    """A fingerprint of what `preview` sends now: a page that is the same need not be sent again."""
    data, _, _ = preview(desk, asked)
    return sha256(data).encode(), "text/plain; charset=utf-8", {"Cache-Control": "no-store"}


def picture(desk: Desk, asked: Fields) -> Bytes:
    found = desk.picture(asked["name"], asked["picture"])
    return found.data, KINDS[found.media], ASIDE

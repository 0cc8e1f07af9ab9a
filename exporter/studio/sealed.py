"""What is no page of ours, sent so that a browser runs nothing of it: previews, pictures."""

from __future__ import annotations

import json

from exporter.making.order import HOUSE
from exporter.studio.desk import Desk
from exporter.studio.fields import KINDS, Bytes, Fields
from exporter.studio.naming import NAME
from exporter.studio.view import Unknown
from exporter.styles.brands import load_brand

_SEALED = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:"
BESIDE = {"Content-Security-Policy": f"{_SEALED}; frame-ancestors 'self'"}
"""A page in a frame of ours runs nothing, asks nobody, and has no origin."""
ASIDE = {"Content-Security-Policy": _SEALED, "Content-Disposition": "attachment"}
"""A picture of somebody's is shown in pages of ours, and is no page itself."""
_KEPT_UP = {
    "Content-Security-Policy": (
        "sandbox allow-same-origin; default-src 'none'; style-src 'unsafe-inline'; "
        "img-src data: 'self'; font-src data: 'self'; form-action 'none'; base-uri 'none'; "
        "frame-ancestors 'self'"
    )
}
"""A preview runs nothing either, and sends no form. It has our origin, so that the page around it
can put other words into it, and so that the guard answers when it asks for its pictures."""
_ONLY = "body>:not(:has([id='{0}'])),main>:not(:has([id='{0}'])){{display:none}}"
_FOR_EVER = {**ASIDE, "Cache-Control": "private, max-age=31536000, immutable"}


def preview(desk: Desk, asked: Fields) -> Bytes:
    """An edition as readers will get it: the real web page, drafts and all. Where no script can
    lead to the section in work, `only` names the one that is shown."""
    brand = load_brand(HOUSE, desk.styles)
    page = desk.pages.page(desk.view(asked["name"]), asked["edition"], brand, desk.styles)
    text, only = desk.sent.cut(page).text, asked.get("only", "")
    if NAME.fullmatch(only) and f'id="{only}"' in text:
        text = text.replace("</head>", f"<style>{_ONLY.format(only)}</style></head>", 1)
    return text.encode(), "text/html; charset=utf-8", _KEPT_UP


def shown(desk: Desk, asked: Fields) -> Bytes:
    """What has changed in the editions that a window shows: `asked` says, by the name of each, what
    its page says there. Of one that says the same nothing is sent."""
    seen = {key: value for key, value in asked.items() if key not in ("name", "number")}
    told, brand = {}, load_brand(HOUSE, desk.styles)
    pages = desk.pages.pages(desk.view(asked["name"]), tuple(seen), brand, desk.styles)
    for edition, page in pages.items():
        now = desk.sent.cut(page)
        if now.says != seen[edition]:
            told[edition] = {"says": now.says, "since": desk.sent.since(seen[edition], now)}
    return json.dumps(told).encode(), "application/json", {"Cache-Control": "no-store"}


def made(desk: Desk, asked: Fields) -> Bytes:
    """A picture or a typeface of a preview: what this address names is never anything else."""
    found = desk.sent.thing(asked["made"])
    if found is None:
        raise Unknown
    return found.data, found.kind, _FOR_EVER


def picture(desk: Desk, asked: Fields) -> Bytes:
    found = desk.picture(asked["name"], asked["picture"])
    return found.data, KINDS[found.media], ASIDE

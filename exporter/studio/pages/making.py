"""What is being made at the moment: how far it is, and a way to stop it."""

from __future__ import annotations

from exporter.studio.deliver.runs import Seen
from exporter.studio.pages.frame import button, form, heading, link, paragraph
from exporter.studio.saying import say
from exporter.web_page.markup import NOTHING, Html, element, escape, join

SCRIPT = element("script", src="/static/deliver.js", defer=True)
"""What the pages of this room do where scripts run."""
_EVERY = "5"
"""Seconds after which a page without scripts shows how far it is."""


def head(seen: Seen | None, *, still: bool) -> Html:
    """What stands in the head of a page on which something is being made.

    Without scripts the page is shown anew every few seconds, unless a reader asked it to stand
    still (WCAG 2.2.2).
    """
    if seen is None or not seen.going or still:
        return SCRIPT
    renewed = element("meta", http_equiv="refresh", content=_EVERY)
    return join(SCRIPT, element("noscript", renewed))


def going(seen: Seen, base: str, *, still: bool) -> Html:
    """How far it is. `base` is the address below which it is watched and stopped."""
    known = {"max": str(seen.total), "value": str(seen.done)} if seen.total else {}
    other = (
        link(base_page(base), say("renew-page"))
        if still
        else link(f"{base_page(base)}?still=1", say("stand-still"))
    )
    return element(
        "section",
        heading(2, say("being-made"), id="being-made"),
        element("p", escape(words(seen)), role="status", data_words=True),
        element("progress", aria_labelledby="being-made", **known),
        form(f"{base}/stop", button(say("stop-making"), class_="quiet-button")),
        element("noscript", element("p", other)),
        class_="card",
        aria_labelledby="being-made",
        data_progress=f"{base}/progress",
    )


def base_page(base: str) -> str:
    """The page on which something is watched."""
    return base if base == "/partners" else f"{base}/files"


def words(seen: Seen) -> str:
    """How far a run is, as a sentence."""
    if not seen.total:
        return say("making-begins")
    return say("making-at", done=seen.done, total=seen.total, file=seen.file)


def ended(seen: Seen) -> Html:
    """What has to be said of a run that did not come to its end; nothing where it did."""
    if seen.stopped:
        return _wrong(say("making-stopped"))
    if not seen.told:
        return _wrong(say("making-broken", why=seen.said))
    return NOTHING


def _wrong(words: str) -> Html:
    return element("div", paragraph(words), class_="notice wrong")

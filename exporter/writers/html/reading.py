"""The control of a web page: text size, space, colours, and a voice that reads aloud.

It is out of sight until the script inside the page shows it: without scripts, on paper and for
readers of the file there is no control. A policy in the page lets nothing else run, and nothing be
fetched.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable
from functools import cache
from pathlib import Path

from exporter.web_page.markup import Html, element, escape, join

_FOLDER = Path(__file__).parent / "reading"
_PANEL = "reading.panel"
_CHOICES = {
    "size": ("normal", "125", "150", "200"),
    "spacing": ("normal", "wide"),
    "colours": ("normal", "white", "cream", "dark"),
    "voice": ("normal", "slow"),
}
"""What can be chosen, first what the page has anyway. The script knows the same values."""


@cache
def script(asks: bool = False) -> str:
    """The script of every page: the reader's settings, then the voice; where the page `asks`
    questions, what keeps the answers too."""
    names = ("settings.js", "listening.js", *(["answers.js"] if asks else []))
    texts = ((_FOLDER / name).read_text("utf-8") for name in names)
    lines = (line.strip() for text in texts for line in text.splitlines())
    return "\n".join(line for line in lines if line)


@cache
def in_head(asks: bool = False) -> Html:
    """The policy of the page, and the script that it lets run (CSP 3, 2.3.1)."""
    digest = base64.b64encode(hashlib.sha256(script(asks).encode()).digest()).decode()
    policy = (
        "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'; "
        f"script-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )
    return join(
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        element("script", Html(script(asks))),
    )


def control(words: Callable[[str], str], language: str, direction: str) -> Html:
    """The control, hidden. `language` and `direction` are those of its words, where they differ
    from the page's."""

    def said(key: str) -> Html:
        return element("span", escape(words(f"reading-{key}")))

    def button(key: str, **marks: str | bool) -> Html:
        return element("button", said(key), type="button", **marks)

    return element(
        "section",
        button("open", data_open=True, aria_expanded="false", aria_controls=_PANEL),
        button(
            "listen",
            hidden=True,
            data_listen=words("reading-listen"),
            data_pause=words("reading-pause"),
        ),
        button("stop", hidden=True, data_stop=True),
        element(
            "div",
            *(_choice(name, values, words) for name, values in _CHOICES.items()),
            button("reset", data_reset=True),
            id=_PANEL,
            class_="reading-panel",
            hidden=True,
        ),
        class_="reading",
        hidden=True,
        data_furniture=True,
        aria_label=words("reading-aids"),
        lang=language,
        dir=direction,
    )


def _choice(name: str, values: tuple[str, ...], words: Callable[[str], str]) -> Html:
    fields = (
        element(
            "label",
            element(
                "input",
                type="radio",
                name=f"reading.{name}",
                value=value,
                checked=value == "normal",
            ),
            element("span", escape(words(f"reading-{name}-{value}"))),
        )
        for value in values
    )
    legend = element("legend", escape(words(f"reading-{name}")))
    voice = name == "voice"
    return element("fieldset", legend, *fields, data_voice=voice, hidden=voice)

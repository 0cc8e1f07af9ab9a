"""Web pages of the guide, opened in Debian's Chromium."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from exporter.adapt import adapt
from exporter.load import load
from exporter.model import Document
from exporter.styles.brands import load_brand
from exporter.styles.editions import load_edition
from exporter.styles.words import load_words
from exporter.writers import html
from tests.chromium import started
from tests.conftest import ROOT

EDITIONS = ("standard", "large-print", "easy-read")
Opened = Callable[..., Page]


@cache
def guide(edition: str, name: str = "co-production-guide") -> Document:
    """The guide of the repository in one edition, or another of its documents."""
    source = load(ROOT / "sources" / name)
    return adapt(
        source,
        load_edition(edition),
        load_words(source.language),
        offers=dict.fromkeys(EDITIONS, ()),
    )


@cache
def web_page(document: Document, edition: str, brand: str = "house") -> bytes:
    template = html.compile(document, load_edition(edition).theme)
    return html.stamp(template, load_brand(brand))


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with started() as browser:
        yield browser


@pytest.fixture
def opened(chromium: Browser, tmp_path: Path) -> Iterator[Opened]:
    """A web page in a window of this width; other settings are those of the browser."""
    contexts = []

    def open_page(data: bytes, width: int = 1280, before: str = "", **settings: Any) -> Page:
        file = tmp_path / "page.html"
        file.write_bytes(data)
        size = {"width": width, "height": 800}
        context = chromium.new_context(viewport=size, bypass_csp=True, **settings)  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(120_000)  # milliseconds, for a busy machine
        page.add_init_script(before or "0")
        page.goto(file.as_uri())
        return page

    yield open_page
    for context in contexts:
        context.close()


def open_again(page: Page, kept: str) -> None:
    """Reload until this holds in the page: a browser writes what it keeps a moment later."""
    for _ in range(20):
        page.reload()
        if page.evaluate(kept):
            return
    raise AssertionError(f"after twenty times this does not hold: {kept}")


def heard(page: Page) -> list[tuple[str, str]]:
    """The role and the name of all that the browser tells a screen reader, in order."""
    told = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")
    return [
        (node["role"]["value"], str(node.get("name", {}).get("value", "")))
        for node in told["nodes"]
        if not node["ignored"]
    ]

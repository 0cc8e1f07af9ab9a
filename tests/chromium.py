"""Debian's Chromium, and what axe finds in a page that it shows."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, sync_playwright

from tests.conftest import ROOT, referee_absent

_AXE = ROOT / ".referees/node_modules/axe-core/axe.min.js"
_ASKED = """(frames) => axe.run(document, {iframes: frames}).then(
    (told) => told.violations.map((one) => [one.id, one.nodes.map((node) => node.html)])
)"""


@contextmanager
def started() -> Iterator[Browser]:
    """A browser for one module of tests: a process has one at a time, whatever runs first."""
    program = shutil.which("chromium")
    if program is None:
        referee_absent("Chromium", "it is not on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


def axe_is_here() -> None:
    """Skip a test before it has opened pages in vain."""
    if not _AXE.is_file():
        referee_absent("axe", "npm has not brought it (make referees)")


def axe_finds(page: Page, *, frames: bool = True) -> object:
    """What axe has to say of a page as it is now, perhaps without the pages in its frames."""
    axe_is_here()
    page.add_script_tag(path=_AXE)
    return page.evaluate(_ASKED, frames)

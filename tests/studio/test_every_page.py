"""Every page of the studio as people meet it: by day, in the dark, in forced colours, very large.

One browser and one window. What axe and our own `verify` find on a page is a fault of the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal, TypedDict

import pytest
from playwright.sync_api import Browser, Page
from starlette.routing import Route

from exporter.cli import main
from exporter.starter import start
from exporter.studio import keeping, recording, translated
from exporter.studio.app import routes_of
from exporter.studio.desk import Desk
from exporter.studio.grids import beginning
from exporter.studio.view import Conflict
from exporter.verify import verify
from tests.chromium import axe_finds, axe_is_here
from tests.conftest import ROOT
from tests.studio.conftest import FILE, HOST, KEY, NAME, client_of, running
from tests.studio.test_browser import chromium, opened

__all__ = ["chromium"]  # a fixture

WORD = ROOT / "tests/unit/importing/files/twenty-four-features.docx"
FIND = f"/d/{NAME}/find?file=sections/welcome.yaml&field=easy_read.0.picture&words=meeting"
PAGES = (
    "/", f"/d/{NAME}", f"/d/{NAME}/s/welcome", f"/d/{NAME}/s/come-along", f"/d/{NAME}/findings",
    f"/d/{NAME}/pictures", f"/d/{NAME}/files", f"/d/{NAME}/people", f"/d/{NAME}/back",
    f"/d/{NAME}/s/welcome/source", f"/d/{NAME}/about", f"/d/{NAME}/glossary",
    f"/d/{NAME}/languages", f"/d/{NAME}-cy", f"/d/{NAME}-cy/languages", f"/d/{NAME}-cy/s/welcome",
    f"/d/{NAME}/source", "/d/nothing", FIND,
    "/d/leaflet", "/d/leaflet/imported", "/d/leaflet/s/tzheadone", "/d/leaflet/findings",
    "/d/leaflet/pictures", "/partners", "/partners/new", "/partners/row/0", "/partners/all",
    "/partners/group?group=print", "/partners/new-group", "/partners/pack/brook", "/brands",
    "/brands/house", "/brands/riverside",
)  # fmt: skip
PLAN = """defaults: {editions: [standard], formats: [html]}
groups:
  print: {formats: [pdf]}
partners:
  - {id: hill, name: Hill Surgery, phone: wrong}
  - {id: brook, name: Brook Housing, email: us@brook.example}
"""
NO_PAGES = ("/preview/", "/shown", "/made/", "/picture/", "/logo", "/cover/", "/file/", "/zip/",
            "/pages/", "/progress", ".csv", "/contrast", "/files.zip")  # fmt: skip
"""What else is asked for: bytes, and what scripts read."""


class Media(TypedDict, total=False):
    color_scheme: Literal["light", "dark"]
    forced_colors: Literal["active", "none"]


LOOKS: dict[str, Media] = {
    "light": {"color_scheme": "light", "forced_colors": "none"},
    "dark": {"color_scheme": "dark", "forced_colors": "none"},
}
FORCED: Media = {"color_scheme": "dark", "forced_colors": "active"}
"""There the system has the colours, and axe reads those of the page instead."""
WIDE, LARGE = {"width": 1280, "height": 800}, {"width": 320, "height": 256}
"""A screen, and the same one at 400 % (WCAG 2.2, 1.4.10)."""
_WITHOUT_EDGES = """() => [...document.querySelectorAll(
    'button, .button, select, textarea, input:is(:not([type]), [type=text])'
)].filter((one) => one.checkVisibility() && getComputedStyle(one).borderTopWidth === '0px')
    .map((one) => one.outerHTML)"""
"""What is worked with and would have no shape without its ground."""
_OWN_COLOURS = """() => [...document.querySelectorAll('body *:not(img, [type=color])')]
    .filter((one) => getComputedStyle(one).forcedColorAdjust === 'none')
    .map((one) => one.outerHTML)"""
"""What keeps colours of ours where the system has others; what chooses a colour shows it."""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which there is much to tell."""
    folder = tmp_path_factory.mktemp("studio") / NAME
    start(folder)
    (folder / "sources/partners.yaml").write_text(PLAN, "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert main(["import", str(WORD), "--to", "leaflet"]) == 0
        main(["build", NAME, "--format", "html", "--jobs", "1"])
        main(["batch", "sources/partners.yaml", "--draft", "--jobs", "1"])
    desk = Desk(folder / "sources", (folder / "styles",), folder / "output")
    keeping.put_away(desk, keeping.copy(desk, NAME, "An older one"))
    translated.begin(desk, {"name": NAME, "language": "cy"})
    asked = {"name": NAME, "file": "sections/come-along.yaml", "field": "body"}
    beginning.begin(desk, asked)
    beginning.begin_chart(desk, {**asked, "kind": "grouped"})
    beginning.begin_film(desk, {**asked, "link": "https://film.example/day"})
    recording.matches(desk, {"name": NAME, "when": "2026-11"})
    desk.put(NAME, FILE, "body", "Everybody over 18 can come, every Monday. " * 60, None)
    with pytest.raises(Conflict):
        desk.put(NAME, FILE, "body", "From another window. " * 200, "Something else.")
    desk.put(NAME, FILE, "summary", "See [this](#nowhere).", None)
    desk.put(NAME, "sections/come-along.yaml", "picture", "rocket", None)
    return folder


@pytest.fixture(scope="module")
def window(chromium: Browser, folder: Path) -> Iterator[Page]:
    """One window for all of it; previews have tests of their own."""
    with running(folder) as (_, address):
        page = opened(chromium, address)
        page.route("**/preview/**", lambda route: route.abort())
        page.route("**/cover/**", lambda route: route.abort())
        yield page
        page.context.close()


@pytest.mark.parametrize("where", PAGES)
def test_axe_finds_nothing_and_nothing_is_cut_off(window: Page, where: str) -> None:
    axe_is_here()
    window.set_viewport_size(WIDE)  # type: ignore[arg-type]
    host = "/".join(window.url.split("/")[:3])
    window.goto(f"{host}{where}")
    for look, media in LOOKS.items():
        window.emulate_media(**media)
        assert axe_finds(window, frames=False) == [], look
    window.emulate_media(**FORCED)
    assert window.evaluate(_WITHOUT_EDGES) == window.evaluate(_OWN_COLOURS) == []
    window.emulate_media(**LOOKS["light"])
    window.set_viewport_size(LARGE)  # type: ignore[arg-type]
    assert window.evaluate("document.documentElement.scrollWidth") <= LARGE["width"]
    assert axe_finds(window, frames=False) == []


def test_our_own_verify_finds_nothing_either(folder: Path) -> None:
    client = client_of(Desk(folder / "sources", (folder / "styles",), folder / "output"))
    client.get(f"/?key={KEY}")
    client.headers["origin"] = HOST
    for where in PAGES:
        answer = client.get(where)
        assert answer.status_code == (404 if where == "/d/nothing" else 200), where
        assert verify(answer.content, "html").findings == (), where


def test_no_page_is_forgotten_here(folder: Path) -> None:
    every = routes_of(Desk(folder / "sources", (folder / "styles",), folder / "output"))
    routes = [one for one in every if isinstance(one, Route)]
    shown = [one for one in routes if "POST" not in (one.methods or ())]
    pages = [one for one in shown if not any(other in one.path for other in NO_PAGES)]
    asked = [where.partition("?")[0] for where in PAGES]
    left = [one.path for one in pages if not any(one.path_regex.match(where) for where in asked)]
    assert len(pages) > 20
    assert left == []

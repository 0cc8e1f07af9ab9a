"""Makes studio.png and studio-pages.png: pages of the studio as it shows them now.

.venv/bin/python .readme/studio.py

Needs Debian's chromium. The first is the page of a section; the second four more, side by side.
"""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from exporter.starter import start

HERE = Path(__file__).parent
PLAN = """defaults:
  editions: [standard, easy-read]
groups:
  on-paper: {formats: [pdf]}
partners:
  - {id: hill, name: Hill Surgery, phone: 01632 960001, group: on-paper}
  - {id: brook, name: Brook Housing, email: us@brook.example}
"""
WIDTH, HEIGHT = 1000, 760
PAGES = ("/", "/d/club/findings", "/d/club/s/come-along#tables.times", "/partners")
"""Documents, what is to do, a table, partners."""


def seen(page: Page) -> Image.Image:
    return Image.open(io.BytesIO(page.screenshot())).convert("RGB")


def kept(picture: Image.Image, size: tuple[int, int], name: str) -> None:
    small = picture.resize(size, Image.Resampling.LANCZOS)
    small.quantize(96, dither=Image.Dither.NONE).save(HERE / name, optimize=True)


def four(page: Page, host: str) -> Image.Image:
    page.set_viewport_size({"width": WIDTH, "height": HEIGHT})
    sheet = Image.new("RGB", (2 * WIDTH + 20, 2 * HEIGHT + 20), "#9aa3ab")
    for at, where in enumerate(PAGES):
        page.goto(host + where)
        page.wait_for_timeout(1500)
        sheet.paste(seen(page), (at % 2 * (WIDTH + 20), at // 2 * (HEIGHT + 20)))
    return sheet


with tempfile.TemporaryDirectory() as folder:
    guide = Path(folder) / "club"
    start(guide, "Riverside Neighbours")
    (guide / "sources/partners.yaml").write_text(PLAN, "utf-8")
    asked = [sys.executable, "-m", "exporter", "studio", str(guide), "--no-open"]
    with (
        subprocess.Popen(asked, stdout=subprocess.PIPE, text=True) as studio,
        sync_playwright() as p,
    ):
        assert studio.stdout is not None
        address = studio.stdout.readline().split()[-1]
        browser = p.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.goto(address)
        host = address.split("/?")[0]
        page.goto(f"{host}/d/club/s/welcome")
        page.wait_for_timeout(2000)
        page.mouse.wheel(0, 720)
        page.wait_for_timeout(1000)
        kept(seen(page), (1080, 675), "studio.png")
        kept(four(page, host), (1010, 770), "studio-pages.png")
        studio.kill()

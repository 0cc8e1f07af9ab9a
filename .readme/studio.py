"""Makes studio.png: the page of a section, as the studio shows it. Needs Debian's chromium.

.venv/bin/python .readme/studio.py
"""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

from exporter.starter import start

with tempfile.TemporaryDirectory() as folder:
    guide = Path(folder) / "club"
    start(guide, "Riverside Neighbours")
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
        page.goto(f"{address.split('/?')[0]}/d/club/s/welcome")
        page.wait_for_timeout(2000)
        page.mouse.wheel(0, 720)
        page.wait_for_timeout(1000)
        seen = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
        studio.kill()
small = seen.resize((1080, 675), Image.Resampling.LANCZOS).quantize(96, dither=Image.Dither.NONE)
small.save(Path(__file__).with_suffix(".png"), optimize=True)

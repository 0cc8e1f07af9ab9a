"""Ace by DAISY, the checker of e-books that libraries use: what it finds, as words."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

from tests.conftest import ROOT, referee_absent

_ACE = ROOT / ".referees/node_modules/.bin/ace-cli"
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")


def ace_finds(file: Path, folder: Path) -> list[str]:
    """The assertions that fail, and the metadata that Ace misses; it writes into `folder`.

    Who has certified a book no program can say, so that is not asked here.
    """
    browser = next(filter(None, map(shutil.which, _BROWSERS)), None)
    if not _ACE.is_file() or shutil.which("node") is None:
        referee_absent("Ace", "npm is not on this machine")
    if browser is None:
        referee_absent("Ace", "there is no Chromium on this machine")
    command = [str(_ACE), "--silent", "--force", "--outdir", str(folder), str(file)]
    settings = {**os.environ, "PUPPETEER_EXECUTABLE_PATH": browser, "HOME": str(folder)}
    subprocess.run(command, env=settings, capture_output=True, timeout=300, check=False)
    report = json.loads((folder / "report.json").read_text("utf-8"))
    found = [
        f"{one['earl:test']['dct:title']}: {one['earl:result']['dct:description']}"
        for part in report["assertions"]
        for one in part["assertions"]
    ]
    missing = report["a11y-metadata"]["missing"] + report["a11y-metadata"]["empty"]
    found += [f"no {name}" for name in missing if name.startswith("schema:")]
    assert (report["earl:result"]["earl:outcome"] == "pass") == (not found)
    return found

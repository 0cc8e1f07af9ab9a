"""The wheel that people install holds all that the program needs, the studio's own files too."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

from tests.conftest import ROOT, referee_absent


def test_every_file_of_the_program_is_in_the_wheel(tmp_path: Path) -> None:
    asked = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir"]
    done = subprocess.run(
        [*asked, str(tmp_path), str(ROOT)], capture_output=True, text=True, check=False
    )
    made = list(tmp_path.glob("accessible_exporter-*.whl"))
    if not made:
        referee_absent("hatchling", f"the wheel could not be built: {done.stderr.strip()[-200:]}")
    with zipfile.ZipFile(made[0]) as wheel:
        names = set(wheel.namelist())
        entries = wheel.read(next(one for one in names if one.endswith("entry_points.txt")))
        scripts = ("static/studio.js", "static/writing.js", "static/deliver.js")
        for file in (*scripts, "static/studio.css", "words/en.yaml", "words/advice.yaml"):
            own = (ROOT / "exporter/studio" / file).read_bytes()
            assert wheel.read(f"exporter/studio/{file}") == own
    assert b"exporter = exporter.cli:main" in entries
    kept = [one for one in (ROOT / "exporter").rglob("*") if one.is_file()]
    wanted = {one.relative_to(ROOT).as_posix() for one in kept if one.suffix != ".pyc"}
    styles = [one.relative_to(ROOT) for one in (ROOT / "styles").rglob("*") if one.is_file()]
    wanted |= {f"exporter/packaged/{one.as_posix()}" for one in styles}
    assert len(wanted) > 500
    assert wanted - names == set()

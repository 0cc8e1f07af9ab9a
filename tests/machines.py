"""Eight machines on which the same guide must have the same bytes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from tests.conftest import ROOT

MACHINES: Mapping[str, Callable[[Path], dict[str, Any]]] = {
    "another hash of words": lambda box: {"env": {"PYTHONHASHSEED": "12345"}},
    "the first island of the day": lambda box: {"env": {"TZ": "Pacific/Kiritimati"}},
    "Turkish letters": lambda box: {"env": {"LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"}},
    "no language": lambda box: {"env": {"LANG": "C", "LC_ALL": "POSIX", "PYTHONUTF8": "0"}},
    "no home": lambda box: {"without": ("HOME", "USER", "XDG_CACHE_HOME")},
    "files for their owner alone": lambda box: {"umask": 0o077},
    "a folder of another name": lambda box: {"into": box / "a földer with späce"},
    "asked from elsewhere": lambda box: {"from": box},
}


def built_on(machine: str, guide: Path, box: Path, asked: tuple[str, ...]) -> dict[str, bytes]:
    """The files of the guide as a machine makes them; with the name of none, as this one does."""
    facts = MACHINES[machine](box) if machine else {}
    home = facts.get("into", box / "guide")
    shutil.copytree(guide, home)
    env = {k: v for k, v in os.environ.items() if k not in facts.get("without", ())}
    env |= {"PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "0", **facts.get("env", {})}
    ask = [sys.executable, "-m", "exporter", "build", "--jobs", "1", *asked]
    if "from" in facts:
        ask += ["--sources", f"{home}/sources", "--output", f"{home}/output"]
        ask += ["--styles", f"{home}/styles"]
    subprocess.run(
        ask, cwd=facts.get("from", home), env=env, umask=facts.get("umask", -1), check=True,
        capture_output=True,
    )  # fmt: skip
    output = home / "output"
    return {
        file.relative_to(output).as_posix(): file.read_bytes()
        for file in sorted(output.rglob("*"))
        if file.is_file() and ".state" not in file.parts
    }


def without_paths(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The same but for the pages about them, which name the sources as they were asked for."""
    about = ("report.json", "what-we-checked.html")
    return {name: data for name, data in files.items() if not name.endswith(about)}

"""Where the styles are: packaged, or in the repository; each file overridden by ./styles."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

YAML_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Reads our own YAML: libyaml where the wheel has it, ten times as fast."""
_PACKAGE = Path(__file__).parent


def shipped() -> Path:
    """The folder that came with the program: inside the wheel, else the repository's."""
    packaged = _PACKAGE / "packaged" / "styles"
    return packaged if packaged.is_dir() else _PACKAGE.parent / "styles"


def find(relative: str, styles: Path | None = None) -> Path | None:
    """The style file of this name: the user's own first, then the shipped one."""
    for folder in (styles, Path("styles"), shipped()):
        if folder is not None and (folder / relative).is_file():
            return folder / relative
    return None


def names(kind: str, styles: Path | None = None) -> tuple[str, ...]:
    """The names of all editions, brands or locales, sorted; `kind` is their folder."""
    found: set[str] = set()
    for folder in (styles, Path("styles"), shipped()):
        if folder is not None:
            found.update(file.stem for file in (folder / kind).glob("*.yaml"))
    return tuple(sorted(found))

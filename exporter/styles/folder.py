"""Where the styles are: packaged, or in the repository; each file overridden by ./styles."""

from __future__ import annotations

from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).parent.parent


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


def read_yaml(file: Path) -> Any:
    """The values of a style file or of our own data. Raises ValueError, which says why.

    libyaml reads them where the wheel has it: ten times as fast.
    """
    import yaml  # not every command reads any

    try:
        loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        return yaml.load(file.read_text("utf-8"), Loader=loader)
    except yaml.YAMLError as error:
        raise ValueError(str(error)) from error

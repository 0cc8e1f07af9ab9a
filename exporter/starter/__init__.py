"""`exporter init`: a small document that builds at once, in any folder.

Each kind is a folder here, of settings and example words only; nothing else knows of it.
"""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from pathlib import Path

from exporter.authored.values import device_on_windows, plain_letters
from exporter.languages import HOUSE, pseudo

_HERE = Path(__file__).parent
GUIDE = "guide"
_BRAND = _HERE / "brands" / "house.yaml"
BRAND = Path("styles", "brands", "house.yaml")
"""Where the brand of whoever works in a folder lies."""
_NAME = "publisher: Your organisation"
_LANGUAGE = f"language: {HOUSE}"


def kinds() -> tuple[str, ...]:
    """The kinds of document that there are, a guide first."""
    found = sorted(one.parent.name for one in _HERE.glob("*/document.yaml"))
    return (GUIDE, *(name for name in found if name != GUIDE))


def start(folder: Path, publisher: str = "", kind: str = GUIDE, language: str = "") -> Path:
    """Copy a document of this kind, and a brand to fill in: with the publisher's name, where it is
    told. In another `language` the example words stay English until somebody writes theirs.

    A brand that is there already stays as it is. Raises FileExistsError, overwriting nothing.
    """
    plain = plain_letters(folder.resolve().name)
    name = re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "my-guide"
    if device_on_windows(name):
        name = f"{name}-{kind}"
    target = folder / "sources" / name
    if target.exists():
        raise FileExistsError(f"{target} is there already. Nothing was changed.")
    copy_document(target, kind, language)
    brand_of_house(folder, publisher)
    return target


def _set_language(target: Path, language: str) -> None:
    file = target / "document.yaml"
    text = file.read_text("utf-8")
    file.write_text(text.replace(_LANGUAGE, f"language: {language}"), "utf-8", newline="\n")
    if pseudo.is_pseudo(language):
        from exporter.starter import in_pseudo

        in_pseudo.turn(target, language)


def brand_of_house(folder: Path, publisher: str = "") -> Path:
    """The brand of whoever works in a folder; one to fill in is put there if there is none."""
    brand = folder / BRAND
    if not brand.exists():
        brand.parent.mkdir(parents=True, exist_ok=True)
        brand.write_text(brand_text(publisher), "utf-8", newline="\n")
    return brand


def brand_text(publisher: str = "") -> str:
    """The file of a brand to fill in; a name in quotation marks, for it may hold any sign."""
    publisher = " ".join(publisher.split())
    text = _BRAND.read_text("utf-8")
    if not publisher:
        return text
    quoted = json.dumps(publisher, ensure_ascii=False)  # a JSON string is a YAML string
    return text.replace(_NAME, f"publisher: {quoted}")


def copy_document(target: Path, kind: str = GUIDE, language: str = "") -> None:
    """Copy a document alone to a folder that is not there yet, whole or not at all."""
    target.parent.mkdir(parents=True, exist_ok=True)
    making = Path(tempfile.mkdtemp(prefix=".starting-", dir=target.parent))
    folder = making / target.name
    try:
        for file in sorted(one for one in (_HERE / kind).rglob("*") if one.is_file()):
            copy = folder / file.relative_to(_HERE / kind)
            copy.parent.mkdir(parents=True, exist_ok=True)
            copy.write_bytes(file.read_bytes())
        if language:
            _set_language(folder, language)
        folder.rename(target)
    finally:
        shutil.rmtree(making, ignore_errors=True)

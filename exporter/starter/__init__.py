"""`exporter init`: a small guide that builds and passes at once, in any folder."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

_GUIDE = Path(__file__).parent / "guide"


def start(folder: Path) -> Path:
    """Copy the guide and a brand to start with. Raises FileExistsError, overwriting nothing."""
    name = re.sub(r"[^a-z0-9]+", "-", folder.resolve().name.lower()).strip("-") or "my-guide"
    target = folder / "sources" / name
    if target.exists():
        raise FileExistsError(f"{target} is there already. Nothing was changed.")
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copytree(_GUIDE, target)
    brands = folder / "styles" / "brands"
    if not brands.exists():
        shutil.copytree(_GUIDE.parent / "brands", brands)
    return target

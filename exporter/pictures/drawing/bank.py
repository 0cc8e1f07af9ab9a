"""Every drawing that the kit makes, by its name."""

from __future__ import annotations

from pathlib import Path

from exporter.pictures.drawing import together
from exporter.pictures.drawing.pen import svg

FOLDER = Path(__file__).parents[3] / "sources" / "co-production-guide" / "pictures"
DRAWINGS = {**together.DRAWINGS}


def written() -> dict[str, str]:
    """The text of each file."""
    return {name: svg(name.replace("-", " "), draw()) for name, draw in DRAWINGS.items()}

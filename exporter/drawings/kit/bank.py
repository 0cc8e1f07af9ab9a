"""Every drawing that the kit makes, by its name."""

from __future__ import annotations

from exporter.drawings.kit import feelings, health, together
from exporter.drawings.kit.pen import svg

DRAWINGS = {**together.DRAWINGS, **feelings.DRAWINGS, **health.DRAWINGS}


def written() -> dict[str, str]:
    """The text of each file."""
    return {name: svg(name.replace("-", " "), draw()) for name, draw in DRAWINGS.items()}

"""Every drawing that the kit makes, by its name."""

from __future__ import annotations

from exporter.drawings.kit import (
    feelings,
    health,
    helping,
    home,
    lives,
    outside,
    paper,
    services,
    signs,
    social,
    speaking,
    together,
    travel,
    treatment,
)
from exporter.drawings.kit.pen import svg

_MODULES = (
    together,
    social,
    helping,
    feelings,
    health,
    treatment,
    home,
    travel,
    outside,
    speaking,
    paper,
    signs,
    lives,
    services,
)
DRAWINGS = {name: draw for module in _MODULES for name, draw in module.DRAWINGS.items()}


def written() -> dict[str, str]:
    """The text of each file."""
    return {name: svg(name.replace("-", " "), draw()) for name, draw in DRAWINGS.items()}

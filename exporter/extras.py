"""What can be installed beside the program, and how people are told to.

The name under which the program is handed out is not that of its command: “exporter” is somebody
else's at the Python Package Index, so no sentence of ours may send anybody there.
"""

from __future__ import annotations

DISTRIBUTION = "accessible-exporter"
"""As pyproject.toml has it."""


def with_extra(extra: str) -> str:
    """How to get an extra, as the end of a hint."""
    return f"Install the program again with its extra “{extra}” (README.md, “Install”)."

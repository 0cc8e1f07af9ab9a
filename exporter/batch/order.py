"""What somebody asked of a batch."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from exporter.formats import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """One batch. `jobs` 0: as many processes as there are cores."""

    plan: Path
    sources: Path = Path("sources")
    styles: Path | None = None
    output: Path = Path("output")
    settings: Settings = field(default_factory=Settings)
    jobs: int = 0
    force: bool = False
    draft: bool = False
    plan_only: bool = False
    with_zip: bool = True
    with_covers: bool = True
    validate: bool = False

    @property
    def state(self) -> Path:
        """What is remembered from run to run."""
        return self.output / ".state"

    @property
    def shelf(self) -> Path:
        """Where compiled layouts are kept."""
        return self.state / "templates"

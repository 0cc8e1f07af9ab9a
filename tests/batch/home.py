"""A folder with the starter guide and a plan, and what is left in it after a batch."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from exporter.making.batch import BatchResult, run
from exporter.making.crew import Crew
from exporter.making.order import Order
from exporter.starter import start

THREE = """
defaults: {formats: [html]}
partners:
  - {id: hilltop, name: Hilltop Surgery, phone: 01632 960512}
  - {id: harbour, name: Harbour Library, accent: "#00485e", web: https://harbour.example}
  - {id: riverside, name: Riverside Council, brand: riverside}
"""
SHARED = """\
contacts:
  main: {name: The Monday group, web: https://mondays.example.org}
pictures:
"""
"""A contact that is the same in every partner's files, so that they share their layouts."""
ALL_FORMATS = THREE.replace("formats: [html]", "formats: [html, docx, pdf]")


@dataclass(frozen=True)
class Home:
    """The folder; its guide is called "monday"."""

    path: Path

    @classmethod
    def new(cls, path: Path, plan: str = THREE, guide_contact: str = "main") -> Home:
        """With `guide_contact="publisher"` each partner has a contact, and layouts, of its own."""
        start(path / "monday")
        home = cls(path / "monday")
        home.write_plan(plan)
        if guide_contact != "publisher":
            home.change("monday/document.yaml", "pictures:\n", SHARED)
            section = "monday/sections/come-along.yaml"
            home.change(section, "contact publisher", f"contact {guide_contact}")
            home.change(section, "contact: publisher", f"contact: {guide_contact}")
        return home

    @property
    def plan(self) -> Path:
        return self.path / "sources/partners.yaml"

    @property
    def output(self) -> Path:
        return self.path / "output"

    def write_plan(self, text: str) -> None:
        self.plan.write_text(text, "utf-8")

    def write(self, name: str, text: str) -> Path:
        """Write a file below the sources."""
        file = self.path / "sources" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
        return file

    def change(self, name: str, old: str, new: str) -> None:
        """Change words in a file below the sources."""
        file = self.path / "sources" / name
        text = file.read_text("utf-8")
        assert old in text, f"{name} does not hold {old!r}"
        file.write_text(text.replace(old, new), "utf-8")

    def order(self, **options: Any) -> Order:
        values: dict[str, Any] = {
            "plan": self.plan,
            "sources": self.path / "sources",
            "output": self.output,
            "jobs": 1,
            "draft": True,
            "with_covers": False,
        }
        return Order(**{**values, **options})

    def run(self, crew: Crew | None = None, **options: Any) -> BatchResult:
        return run(self.order(**options), None, crew)

    def file(self, partner: str, name: str) -> Path:
        return self.output / "partners" / partner / name

    def text(self, partner: str, name: str) -> str:
        return self.file(partner, name).read_text("utf-8")

    def tree(self, below: str = "partners") -> dict[str, bytes]:
        """Every delivered file with its bytes."""
        folder = self.output / below
        return {
            file.relative_to(folder).as_posix(): file.read_bytes()
            for file in sorted(folder.rglob("*"))
            if file.is_file()
        }

    def times(self) -> dict[str, int]:
        """When each delivered file was written."""
        folder = self.output / "partners"
        return {
            file.relative_to(folder).as_posix(): file.stat().st_mtime_ns
            for file in folder.rglob("*")
            if file.is_file()
        }

    def report(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads((self.output / "report.json").read_text("utf-8"))
        return found


def states(result: BatchResult) -> dict[str, str]:
    return {pack.partner: pack.state for pack in result.packs}


def reason_of(result: BatchResult, partner: str) -> str:
    return str(next(one.reason for one in result.packs if one.partner == partner))


def remarks_of(result: BatchResult, partner: str) -> list[str]:
    return list(next(one.remarks for one in result.packs if one.partner == partner))

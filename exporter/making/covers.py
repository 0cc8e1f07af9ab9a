"""Small pictures of covers for the report: one for each layout and look of a brand.

They are drawn from delivered files, after delivery, so no pack waits for a picture.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from exporter import fingerprint
from exporter.batch.brands import look_of
from exporter.formats import FORMATS
from exporter.making.order import Order
from exporter.making.packs import Delivery
from exporter.making.processes import Processes
from exporter.records import Cover, Pack

FOLDER = "covers"
_WIDTH = 220


@dataclass(frozen=True, slots=True)
class _Drawing:
    format: str
    file: Path
    picture: Path


def draw(order: Order, jobs: Sequence[Delivery], packs: Sequence[Pack]) -> list[Cover]:
    """The covers of a batch; those that are there already are not drawn again."""
    if not order.with_covers:
        return []
    chosen = list(_chosen(jobs, packs))
    folder = order.output / FOLDER
    missing = [one for one, _ in chosen if not (folder / one.picture.name).is_file()]
    made = [replace(one, picture=folder / one.picture.name) for one in missing]
    if made:
        with Processes(order.jobs) as processes:
            list(processes.run(_draw, made, _not_drawn))
    covers = [cover for _, cover in chosen if (order.output / cover.file).is_file()]
    _forget(folder, {Path(cover.file).name for cover in covers})
    return covers


def _chosen(jobs: Sequence[Delivery], packs: Sequence[Pack]) -> Iterator[tuple[_Drawing, Cover]]:
    """The first file of each layout and look, and the words that go with its picture."""
    first: dict[tuple[str, str], tuple[_Drawing, str, str]] = {}
    users: dict[tuple[str, str], int] = {}
    for job, pack in zip(jobs, packs, strict=True):
        sums = {one.file: one.sha256 for one in pack.files}
        for file in job.files:
            kind = file.layout.format
            if FORMATS[kind].cover is None or file.layout.file not in sums:
                continue
            key = (file.key, look_of(file.brand))
            users[key] = users.get(key, 0) + 1
            if key not in first:
                name = fingerprint.key_of(*key, sums[file.layout.file])[:16]
                drawing = _Drawing(kind, job.folder / file.layout.file, Path(f"{name}.png"))
                first[key] = (drawing, f"{file.title}: {file.kind}", job.partner.name)
    for key, (drawing, called, partner) in first.items():
        others = users[key] - 1
        more = f" and {others} other{'s' if others > 1 else ''}" if others else ""
        alt = f"The cover of “{called}” as {partner} has it"
        cover = Cover(f"{FOLDER}/{drawing.picture.name}", alt, f"{called}: {partner}{more}")
        yield drawing, cover


def _draw(drawing: _Drawing) -> str:
    """Draw one cover; a file that cannot be drawn has no picture in the report."""
    cover = FORMATS[drawing.format].cover
    try:
        data = cover(drawing.file.read_bytes(), _WIDTH) if cover else b""
        if data:
            fingerprint.write_whole(drawing.picture, data)
    except OSError:
        return ""
    return drawing.picture.name


def _not_drawn(_: _Drawing) -> str:
    """A cover that cannot be drawn is left out."""
    return ""


def _forget(folder: Path, keep: set[str]) -> None:
    if folder.is_dir():
        for file in folder.iterdir():
            if file.name not in keep and file.name.endswith((".png", ".part")):
                file.unlink()

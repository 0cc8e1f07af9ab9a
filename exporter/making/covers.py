"""Small pictures of covers for the report: one for each layout and look of a brand.

They are drawn from delivered files, after delivery, so no pack waits for a picture.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from exporter import fingerprint, records
from exporter.batch.brands import look_of
from exporter.formats import FORMATS
from exporter.making.order import Order
from exporter.making.packs import Delivery
from exporter.making.processes import Processes
from exporter.records import Cover, Drawn, Pack, Written

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
    folder, state = order.output / FOLDER, order.state / "covers.json"
    known = {one for one in _drawn(state) if fingerprint.is_whole(folder / one.name, one.sha256)}
    there = {one.name for one in known}
    missing = [one for one, _ in chosen if one.picture.name not in there]
    made = [replace(one, picture=folder / one.picture.name) for one in missing]
    if made:
        with Processes(order.jobs) as processes:
            known |= {one for one in processes.run(_draw, made, _not_drawn) if one}
    names = {one.name for one in known}
    covers = [cover for _, cover in chosen if Path(cover.file).name in names]
    keep = {Path(cover.file).name for cover in covers}
    _forget(folder, keep)
    now = Drawn(tuple(sorted((one for one in known if one.name in keep), key=lambda one: one.name)))
    if now.pictures != _drawn(state):
        fingerprint.write_whole(state, records.remember(now))
    return covers


def _drawn(state: Path) -> tuple[Written, ...]:
    """The pictures that were drawn before."""
    data = fingerprint.read_kept(state)
    found = records.remembered(Drawn, data) if data else None
    return found.pictures if found else ()


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


def _draw(drawing: _Drawing) -> Written | None:
    """Draw one cover; a file that cannot be drawn has no picture in the report."""
    cover = FORMATS[drawing.format].cover
    try:
        data = cover(fingerprint.read_kept(drawing.file) or b"", _WIDTH) if cover else b""
        if data:
            return Written(drawing.picture.name, fingerprint.write_pieces(drawing.picture, (data,)))
    except OSError:
        pass
    return None


def _not_drawn(_: _Drawing) -> Written | None:
    """A cover that cannot be drawn is left out."""
    return None


def _forget(folder: Path, keep: set[str]) -> None:
    if folder.is_dir():
        for file in folder.iterdir():
            if file.name not in keep and file.name.endswith((".png", ".part")):
                file.unlink()

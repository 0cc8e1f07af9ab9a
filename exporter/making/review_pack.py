"""The reading group's pack: the rows of an easy read to look at, in each format for paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from exporter import fingerprint
from exporter.formats import FORMATS, Settings
from exporter.making.documents import load_document
from exporter.making.files import Made, Task, make
from exporter.making.order import HOUSE
from exporter.making.publisher import publisher_in
from exporter.making.turn import in_turn
from exporter.review.pack import pack, pack_edition
from exporter.styles.brands import load_brand
from exporter.styles.editions import load_edition
from exporter.styles.folder import Styles


def make_review_pack(folder: Path, styles: Styles | None, output: Path) -> tuple[Made, ...]:
    """Make the pack of one document, and put its good files in their places.

    Raises SourceError when the document cannot be loaded, OSError when a file cannot be written.
    """
    with in_turn(output):
        made = tuple(map(make, _tasks(folder, styles)))
        for one in made:
            if one.data is not None:
                fingerprint.write_whole(output / one.file, one.data)
    return made


def _tasks(folder: Path, styles: Styles | None) -> Iterator[Task]:
    brand, loaded = load_brand(HOUSE, styles), load_document(folder, styles)
    loaded = loaded.given_out_by(publisher_in(loaded.source, brand))
    source, easy = loaded.source, load_edition("easy-read", styles)
    contact = source.contacts[0][1] if source.contacts else None
    document = pack(loaded.unchecked(easy), contact)
    for one in FORMATS.values():
        if one.default and one.medium == "paper":
            file = f"{source.name}/{source.name}-review-pack.{one.suffix}"
            yield Task(document, pack_edition(easy), one.name, brand, Settings(), file)

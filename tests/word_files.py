"""Word files for the referees: every edition of the guide, one of each other document, samples."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from exporter.adapt import adapt
from exporter.edition import Theme
from exporter.furniture import furniture_of
from exporter.load import load
from exporter.model import Document
from exporter.outline import Outline, outline_of
from exporter.source import Source
from exporter.styles.brands import load_brand
from exporter.styles.editions import load_edition
from exporter.styles.words import load_words
from exporter.writers import docx as writer
from tests import build
from tests.charts import chart_folder
from tests.conftest import OUTPUT, ROOT

GUIDES = [file.parent.name for file in sorted((ROOT / "sources").glob("*/document.yaml"))]
EDITIONS = [file.stem for file in sorted((ROOT / "styles/editions").glob("*.yaml"))]
LONGEST = "co-production-guide"
"""Judged in every edition; of the others one edition: the samples have every block."""
OF_GUIDES = [
    f"{guide}-{edition}"
    for guide in GUIDES
    for edition in (EDITIONS if guide == LONGEST else ["easy-read"])
]


@cache
def _charts() -> Document:
    """A document with every kind of chart."""
    with TemporaryDirectory() as folder:
        source = load(chart_folder(Path(folder) / "charts"))
    return adapt(source, load_edition("standard"), load_words(source.language))


_SAMPLES: dict[str, tuple[Callable[[], Document], str, Literal["side-by-side", "stacked"]]] = {
    "every-block": (build.everything, "standard", "side-by-side"),
    "every-block-large-print": (build.everything, "large-print", "side-by-side"),
    "charts": (_charts, "standard", "side-by-side"),
    "easy-rows": (build.easy, "easy-read", "side-by-side"),
    "easy-rows-stacked": (build.easy, "easy-read", "stacked"),
}
NAMES = [*OF_GUIDES, *_SAMPLES]


@dataclass(frozen=True, slots=True)
class WordFile:
    """A file, and what it ought to say."""

    data: bytes
    outline: Outline
    furniture: Outline


@cache
def word_file(name: str) -> WordFile:
    """The file of this name: the one that `make` built, or one made here."""
    if name in _SAMPLES:
        make, edition, rows = _SAMPLES[name]
        theme = replace(load_edition(edition).theme, rows=rows)
        added = furniture_of(make(), on_paper=True)
        return WordFile(_made(make(), theme), outline_of(make()), added)
    guide = next(guide for guide in GUIDES if name.startswith(f"{guide}-"))
    source, chosen = _source(guide), load_edition(name.removeprefix(f"{guide}-"))
    document = adapt(source, chosen, load_words(source.language))
    file = OUTPUT / guide / f"{name}.docx"
    data = file.read_bytes() if file.exists() else _made(document, chosen.theme)
    return WordFile(data, outline_of(document), furniture_of(document, on_paper=True))


def headlines(name: str) -> bytes:
    """The headlines as people get them: at the end every other edition in every format is named,
    and each part says on which page of the whole document it begins."""
    source, chosen = _source(name.removesuffix("-headlines")), load_edition("headlines")
    offers = dict.fromkeys(EDITIONS, ("PDF", "Word", "web page", "e-book"))
    pages = {section.name: 29 for section in source.sections}
    words = load_words(source.language)
    return _made(adapt(source, chosen, words, offers=offers, pages=pages), chosen.theme)


@cache
def _source(guide: str) -> Source:
    return load(ROOT / "sources" / guide)


def _made(document: Document, theme: Theme) -> bytes:
    return writer.stamp(writer.compile(document, theme), load_brand("house"))

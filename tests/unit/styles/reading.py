"""Style files of a test, and what reading them finds."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from itertools import chain
from pathlib import Path

from exporter.diagnostics import Diagnostic, SourceError
from exporter.pictures import default_banks
from exporter.styles.brands import load_brand
from exporter.styles.concepts import concepts
from exporter.styles.editions import editions
from exporter.styles.words import load_words


def findings_in(styles: Path, kind: str = "") -> list[Diagnostic]:
    """What the readers of a folder of styles find: of all files, or of one kind of them."""

    def pictures() -> None:
        for bank in default_banks(styles)[:-1]:
            list(bank.pictures())

    locales = sorted(file.stem for file in (styles / "locales").glob("*.yaml"))
    brands = sorted(file.stem for file in (styles / "brands").glob("*.yaml"))
    reads: dict[str, list[Callable[[], object]]] = {
        "tokens": [partial(editions, styles)],
        "editions": [partial(editions, styles)],
        "concepts": [partial(concepts, styles)],
        "locales": [partial(load_words, language, styles) for language in locales],
        "brands": [partial(load_brand, name, styles) for name in brands],
        "banks": [pictures],
    }
    found: list[Diagnostic] = []
    for read in reads[kind] if kind else chain(*reads.values()):
        try:
            read()
        except SourceError as error:
            found += error.findings
    return list(dict.fromkeys(found))

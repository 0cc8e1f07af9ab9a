"""E-books."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from exporter.diagnostics import Diagnostic, Unreadable
from exporter.edition import Theme
from exporter.extras import with_extra
from exporter.formats.format import Engine, Format, Looked, Validator
from exporter.formats.settings import Settings
from exporter.model import Document
from exporter.outline import ReadBack
from exporter.proofs.slot_words import Said
from exporter.rules import Rule
from exporter.template import Template
from exporter.validators import apart
from exporter.validators.apart import Verdict


def _engine(settings: Settings, document: Document) -> Engine:
    from exporter.proofs import epub as proof
    from exporter.writers import epub

    def compiled(document: Document, theme: Theme) -> Template:
        return epub.compile(document, theme, styles=settings.styles, bitmaps=settings.bitmaps)

    return Engine(
        name="epub", compile=compiled, stamp=epub.stamp, slots=epub.Slots, proof=proof.fault_of
    )


def _read(data: bytes) -> ReadBack:
    from exporter.readback import epub

    return epub.read(data)


def _look(data: bytes, theme: Theme | None, rules: str) -> Looked:
    from exporter.file_rules import epub

    return epub.check(data, theme, rules), {}


def _unreadable(problem: Unreadable) -> Diagnostic:
    from exporter.file_rules import epub

    return epub.unreadable(problem)


def _rules() -> Mapping[str, Rule]:
    from exporter.file_rules import epub, html

    return {**epub.RULES, **html.RULES}


def _said(data: bytes) -> Said:
    from exporter.proofs import epub

    return epub.said(data)


# ---- epubcheck --------------------------------------------------------------------------------


def _available() -> bool:
    from exporter.validators import epubcheck

    return epubcheck.available()


def _version() -> str:
    from exporter.validators import epubcheck

    return epubcheck.version()


def _judge(data: bytes, settings: Settings) -> Mapping[str, str]:
    from exporter.validators import epubcheck

    return epubcheck.failures_of(data)


def _verdicts(files: Sequence[Path]) -> Sequence[Verdict | None]:
    return apart.verdicts("exporter.validators.epubcheck", files)


EPUB = Format(
    name="epub",
    suffixes=("epub",),
    called="formats-file-epub",
    for_whom="formats-for-epub",
    medium="screen",
    weight=150,
    default=False,
    libraries=("reportlab",),
    engine=_engine,
    read=_read,
    look=_look,
    rules=_rules,
    said=_said,
    unreadable=_unreadable,
    validator=Validator(
        name="epubcheck",
        install=with_extra("validator"),
        available=_available,
        version=_version,
        standard=lambda _: "EPUB 3.3",
        judge=_judge,
        verdicts=_verdicts,
        unseen="EPUB 3.3, all that is not about how a book is read",
    ),
)

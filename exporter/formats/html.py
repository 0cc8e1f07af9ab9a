"""Web pages."""

from __future__ import annotations

from collections.abc import Mapping

from exporter.diagnostics import Diagnostic, Unreadable
from exporter.edition import Theme
from exporter.formats.format import Engine, Format, Looked
from exporter.formats.settings import Settings
from exporter.model import Document
from exporter.outline import ReadBack
from exporter.proofs.slot_words import Said
from exporter.rules import Rule
from exporter.template import Template


def _engine(settings: Settings, document: Document) -> Engine:
    from exporter.proofs import html as proof
    from exporter.writers import html

    def compiled(document: Document, theme: Theme) -> Template:
        return html.compile(document, theme, styles=settings.styles, before=settings.written_before)

    return Engine(
        name="html", compile=compiled, stamp=html.stamp, slots=html.Slots, proof=proof.fault_of
    )


def _read(data: bytes) -> ReadBack:
    from exporter.readback import html

    return html.read(data)


def _look(data: bytes, theme: Theme | None, rules: str) -> Looked:
    from exporter.file_rules import html

    return html.check(data, theme, rules), {}


def _unreadable(problem: Unreadable) -> Diagnostic:
    from exporter.file_rules import html

    return html.unreadable(problem)


def _rules() -> Mapping[str, Rule]:
    from exporter.file_rules import html

    return html.RULES


def _said(data: bytes) -> Said:
    from exporter.proofs import html

    return html.said(data)


HTML = Format(
    name="html",
    suffixes=("html", "htm"),
    called="formats-file-html",
    for_whom="formats-for-html",
    advice="formats-advice-html",
    medium="screen",
    weight=60,
    engine=_engine,
    read=_read,
    look=_look,
    rules=_rules,
    said=_said,
    leads_on=True,
    unreadable=_unreadable,
)

"""`::: lines`: an address or a poem, whose lines stay lines."""

from __future__ import annotations

from exporter.authored.findings import Findings
from exporter.authored.located import Lines
from exporter.diagnostics import Place
from exporter.load.fence_rule import LINES
from exporter.load.inlines import InlineReader
from exporter.load.parser import Gathered, Kind, parser
from exporter.model import Blocks, Inline, Inlines, LineBreak, Paragraph


def kept_lines(
    lines: list[str],
    begin: int,
    where: Lines,
    kind: Kind,
    findings: Findings,
    gathered: Gathered,
) -> Blocks:
    """One paragraph for each stanza. `begin` is the number of the line `::: lines`.

    A line is read by itself, so that no sign at its beginning makes a list or a heading of it.
    """
    stanzas: list[tuple[Place, list[Inlines]]] = []
    for number, text in enumerate(lines, begin + 1):
        if not text.strip():
            stanzas.append((where.place(number), []))
            continue
        if not stanzas or not stanzas[-1][1]:
            stanzas.append((where.place(number), []))
        reader = InlineReader(where, kind.marks, findings)
        tokens = parser().parseInline(text.strip())[0].children or []
        stanzas[-1][1].append(reader.read(tokens, number))
        gathered.mentions.extend(reader.mentions)
    kept = tuple(Paragraph(_joined(words), place=place) for place, words in stanzas if words)
    if not kept:
        message = f"There is nothing inside “::: {LINES}”."
        findings.add("fence-empty", where.place(begin), message, "Write its lines, or delete it.")
    return kept


def _joined(lines: list[Inlines]) -> Inlines:
    """Lines with their ends between them."""
    joined: list[Inline] = []
    for line in lines:
        joined += [LineBreak(), *line] if joined else line
    return tuple(joined)

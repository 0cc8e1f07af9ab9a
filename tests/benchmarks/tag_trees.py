"""The tag trees of one guide: ours, WeasyPrint's own, Typst's, LibreOffice's, against the source.

    python -m tests.benchmarks tag_trees [EDITION]

Each has the same words: the example guide under a brand without logo and links. WeasyPrint's own
tree is of the very page that our weasyprint engine sets, with its furniture headings made
paragraphs, and without our tagger. LibreOffice (soffice, PDF/UA export) gets our Word file.
WeasyPrint has no contents and no notes: it tells both as lists, and so has more of those.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from unittest.mock import patch

from exporter.edition import Theme
from exporter.model import Document
from tests.benchmarks import example, peers
from tests.benchmarks.measuring import table
from tests.benchmarks.tag_counts import ROWS, pdf_counts, source_counts
from tests.benchmarks.typst_markup import typst

_UA = 'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"}}'
_FURNITURE_HEADING = re.compile(
    r"<h[2-6]((?: [^>]*)?)>((?:Contents|Who made|How this easy|Other ways)[^<]*)</h[2-6]>"
)


def reportlab(document: Document, theme: Theme) -> bytes:
    from exporter.writers import pdf_reportlab

    return pdf_reportlab.stamp(pdf_reportlab.compile(document, theme), example.BRAND)


def weasyprint(document: Document, theme: Theme) -> bytes:
    from exporter.writers import pdf_weasyprint

    return pdf_weasyprint.stamp(pdf_weasyprint.compile(document, theme), example.BRAND)


def weasyprint_raw(document: Document, theme: Theme) -> bytes:
    """The same page, tagged by WeasyPrint itself."""
    from exporter.writers import pdf_weasyprint
    from exporter.writers.html.slots import fill
    from exporter.writers.pdf_weasyprint import engine

    template = pdf_weasyprint.compile(document, theme)
    slots = template.slots
    assert isinstance(slots, pdf_weasyprint.Slots)
    html = fill(template.data, example.BRAND, document.words, False).decode()
    html = _FURNITURE_HEADING.sub(r"<p\1>\2</p>", html)
    with patch.object(engine, "_our_tags", lambda _: nullcontext()):
        return engine.render(html, slots.families, "ua-1", example.BRAND)


def by_typst(document: Document, theme: Theme) -> bytes:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        peers.write_input(folder, "guide", document, theme, example.BRAND, bitmaps=False)
        return peers.Typst(folder).pdf(typst(document, theme, example.BRAND))


def libreoffice(document: Document, theme: Theme) -> bytes:
    """Our Word file, printed by LibreOffice with tags."""
    from exporter.writers import docx

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = folder / "guide.docx"
        file.write_bytes(docx.stamp(docx.compile(document, theme), example.BRAND))
        command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless"]
        command += ["--convert-to", _UA, "--outdir", name, str(file)]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        return file.with_suffix(".pdf").read_bytes()


ENGINES: dict[str, Callable[[Document, Theme], bytes]] = {
    "reportlab": reportlab,
    "weasyprint": weasyprint,
    "WeasyPrint raw": weasyprint_raw,
    "Typst": by_typst,
    "LibreOffice": libreoffice,
}
OURS = ("reportlab", "weasyprint")


def main() -> int:
    name = sys.argv[1] if len(sys.argv) > 1 else "standard"
    document, theme = example.guide(name), example.edition(name).theme
    counts: dict[str, Counter[str]] = {"source": source_counts(document)}
    for engine, make in ENGINES.items():
        if engine == "LibreOffice" and not shutil.which("soffice"):
            print("soffice is not on this machine: no LibreOffice")
            continue
        counts[engine] = pdf_counts(make(document, theme))
    rows = [row for row in ROWS if any(count[row] for count in counts.values())]
    print(
        f"Elements of the tag tree: {example.FOLDER.name}, {name}. * is not the number it should be"
    )
    table(["", *counts], [[row, *_compared(row, counts)] for row in rows])
    return int(any(counts[engine] != counts["source"] for engine in OURS))


def _compared(row: str, counts: dict[str, Counter[str]]) -> list[str]:
    right = counts["source"][row]
    return [f"{count[row]}{'' if count[row] == right else ' *'}" for count in counts.values()]


if __name__ == "__main__":
    sys.exit(main())

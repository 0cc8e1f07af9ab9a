"""Word files to be read: made by us, by LibreOffice, by python-docx, by pandoc, and by hand."""

from __future__ import annotations

import io
import subprocess
import sysconfig
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from PIL import Image

from tests import libreoffice, word_files
from tests.unit.readback import word_by_hand as hand
from tests.unit.readback.word_by_hand import p, r

OURS = ("every-block", "easy-rows")


def samples(pandoc: str) -> Iterator[tuple[str, bytes]]:
    """Each file with its name."""
    for name in OURS:
        yield f"ours: {name}", word_files.word_file(name).data
    for name, make in WITHOUT_OTHERS.items():
        yield name, make()
    yield "pandoc: a plan", _pandoc(pandoc)
    yield from _libreoffice()
    yield from _shipped()


def _python_docx() -> bytes:
    from docx import Document

    document = Document()
    document.add_heading("A plan for the library", 0)
    document.add_paragraph("For everybody", style="Subtitle")
    document.add_heading("What we do", 1)
    paragraph = document.add_paragraph("We open at ")
    paragraph.add_run("nine").bold = True
    paragraph.add_run(" each day.")
    for words in ("Read", "Borrow", "Meet"):
        document.add_paragraph(words, style="List Bullet")
    document.add_paragraph("Join first", style="List Number")
    document.add_paragraph("In a list", style="List Bullet 2")
    document.add_heading("What it costs", 2)
    for style in (None, "Table Grid"):
        table = document.add_table(2, 2)
        table.style = style
        for cell, words in zip(table._cells, ("Day", "Price", "Monday", "£2"), strict=True):
            cell.text = words
    box = document.add_table(1, 1)
    box.style = None
    box.cell(0, 0).text = "Words in a frame"
    picture = io.BytesIO()
    Image.new("RGB", (40, 40), "green").save(picture, "PNG")
    document.add_picture(picture)
    document.add_paragraph("“We like it”, she said.", style="Quote")
    document.add_paragraph("A caption", style="Caption")
    data = io.BytesIO()
    document.save(data)
    return data.getvalue()


_MARKDOWN = """---
title: A plan
lang: en-GB
---

# What we do

We *open* at **nine**.[^1] See [the plan](https://example.org/).

- one
    - in one
- two

1. first
2. second

| Day    | Price |
|--------|-------|
| Monday | £2    |

: Prices

> Somebody said so.

The answer is $\\frac{1}{2} + x^2$ every time.

Term

:   What it means.

[^1]: Not on Sundays.
"""


def _pandoc(program: str) -> bytes:
    command = [program, "--from", "markdown", "--to", "docx", "--output", "-"]
    done = subprocess.run(command, input=_MARKDOWN.encode(), capture_output=True, check=True)
    return done.stdout


def _by_hand() -> bytes:
    gone = (
        f"<w:moveFrom>{r('away ')}</w:moveFrom><w:del><w:r><w:delText>x</w:delText></w:r></w:del>"
    )
    put_in = f'<w:ins w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z">{r("shall ")}</w:ins>'
    old = '<w:r><w:pict><v:shape alt="A map"><v:imagedata/></v:shape></w:pict></w:r>'
    box = f"<w:txbxContent>{p('T', 'Words in a box')}</w:txbxContent>"
    boxed = f'<w:r><w:drawing><wp:anchor><wp:docPr id="7"/>{box}</wp:anchor></w:drawing></w:r>'
    equation = "<m:oMath><m:r><m:t>E=mc</m:t></m:r></m:oMath>"
    control = (
        f"<w:sdt><w:sdtPr><w:date/></w:sdtPr><w:sdtContent>{r('1 May')}</w:sdtContent></w:sdt>"
    )
    link = f'<w:hyperlink r:id="a">{r("the Trust")}</w:hyperlink>'
    tick = '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
    body = (
        p("H1", "A letter"), p("T", "We ", gone, put_in, "come."),
        p("T", "Hidden", r(" not seen", "<w:vanish/>")), p("T", old), p("T", "Then ", boxed),
        p("T", "So ", equation, " holds."), p("T", "On ", control, " by ", link),
        p("T", tick, "Yes"),
        hand.table(("Day", "Price"), ("Monday", "£2")), hand.table(("Left", "Right")),
        hand.table((hand.picture("A bus"), "By bus"), (hand.picture("A train"), "By train")),
        f'<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr>{r("A heading by level")}</w:p>',
    )  # fmt: skip
    return hand.word("".join(body), links={"a": "https://example.org/"})


_HTML = """<html lang="en-GB"><head><title>A plan</title></head><body>
<h1>What we do</h1><p>We open at <b>nine</b>. See <a href="https://example.org/">the plan</a>.</p>
<ul><li>one<ul><li>in one</li></ul></li><li>two</li></ul><ol><li>first</li><li>second</li></ol>
<table border="1"><thead><tr><th>Day</th><th>Price</th></tr></thead>
<tr><td>Monday</td><td>£2</td></tr></table>
<table><tr><td>Tuesday</td><td>£3</td></tr><tr><td>Friday</td><td>£4</td></tr></table>
<h2>Where</h2><blockquote>By the river</blockquote></body></html>
"""


def _libreoffice() -> Iterator[tuple[str, bytes]]:
    """What LibreOffice makes of a web page, and of a file of ours when it saves it again."""
    program = libreoffice.program()
    if program is None:
        return
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home)
        page, ours, out = folder / "page.html", folder / "ours.docx", folder / "out"
        page.write_text(_HTML, "utf-8")
        ours.write_bytes(word_files.word_file("every-block").data)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        for file, reads in ((page, ["--infilter=HTML (StarWriter)"]), (ours, [])):
            command = [program, profile, "--headless", *reads, "--convert-to", "docx"]
            subprocess.run(
                [*command, "--outdir", str(out), str(file)], capture_output=True, check=True
            )
            yield f"LibreOffice: {file.name}", (out / f"{file.stem}.docx").read_bytes()


def _shipped() -> Iterator[tuple[str, bytes]]:
    """Word files that packages ship."""
    packages = Path(sysconfig.get_path("purelib"))
    for file in sorted(packages.rglob("*.docx")):
        yield f"shipped: {file.relative_to(packages).as_posix()}", file.read_bytes()


WITHOUT_OTHERS: dict[str, Callable[[], bytes]] = {
    "python-docx: a plan": _python_docx,
    "by hand: strangers' ways": _by_hand,
}
"""Those for which no other program is needed."""

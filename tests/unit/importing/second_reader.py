"""What the source of an imported Word file says, counted, against pandoc's reading of that file.

Words, headings, items, tables, links, pictures and notes. Every disagreement is named in `KNOWN`,
with the words concerned. Words that a decision calls gone stand in the report: they are not missed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from exporter.diagnostics import SourceError
from exporter.importing.document import outlines_of
from tests.benchmarks.word_reading import COUNTED, pandoc_reading, reading_of, words_in
from tests.benchmarks.word_samples import samples
from tests.unit.importing.google_docs import google_docs
from tests.unit.importing.reading import brought

_FEATURES = Path(__file__).parent / "files" / "twenty-four-features.docx"


@dataclass(frozen=True, slots=True)
class Apart:
    """Why the source of a file and pandoc's reading of it differ in something that is counted."""

    why: str
    more: str = ""
    """Words that only the source has."""
    fewer: str = ""
    """Words that only pandoc has."""


_NAMED = "readers meet the names of figures, tables and boxes, and what a person is asked to write"
_BOXES = "pandoc puts the two answers of a question into one item"
_CONTENTS = "pandoc takes the contents for text and links"
_PRINTED = f"{_CONTENTS}, reads printed addresses, and joins words of a caption or a table"
_BEFORE = "words before the first heading are a part of their own"
_LEVELS = f"{_BEFORE}; pandoc passes over outline levels"
_FRAME = "a table that only sets things side by side, which pandoc counts"
_HOUSE = "the logo is the brand's, and a decorative picture is told"
_ENDS = "at the end stand rows of the program's own"
_OURS = "Introduction Figure 3 note iii IV Please 4 Table"
KNOWN: dict[tuple[str, str], Apart] = {
    ("ours: every-block", "words"): Apart(
        f"{_NAMED}; {_PRINTED}",
        _OURS,
        "Contents First part Inner together example org/river trust Who does whatStage Deciding "
        "Being askedTable asked",
    ),
    ("ours: every-block", "headings"): Apart(_BEFORE, "5", "4"),
    ("ours: every-block", "items"): Apart(_BOXES, "16", "15"),
    ("ours: every-block", "pictures"): Apart(f"{_HOUSE}; so are signs, faces, codes", "4", "10"),
    ("ours: every-block", "links"): Apart(f"{_CONTENTS}; contacts are the brand's", "7", "13"),
    ("ours: easy-rows", "words"): Apart(
        f"{_CONTENTS}, and the program's rows at the end", "", "Contents First part"
    ),
    ("ours: easy-rows", "items"): Apart(_ENDS, "2", "4"),
    ("ours: easy-rows", "tables"): Apart(f"rows of easy read are no table; {_ENDS}", "0", "4"),
    ("ours: easy-rows", "pictures"): Apart(f"{_HOUSE}; {_ENDS}", "4", "16"),
    ("ours: easy-rows", "links"): Apart(f"{_CONTENTS}; contacts are the brand's", "0", "5"),
    ("python-docx: a plan", "words"): Apart(_NAMED, "1 Table 2 Please note Figure"),
    ("python-docx: a plan", "tables"): Apart(_FRAME, "2", "3"),
    ("by hand: strangers' ways", "words"): Apart(
        f"{_NAMED}; an equation is E=mc to us; pandoc reads no text boxes",
        "1 Introduction Please note Words in a box E=mc holds the Table 2 TO WRITE what this "
        "column text of part",
        "E mc",
    ),
    ("by hand: strangers' ways", "headings"): Apart(_LEVELS, "3", "1"),
    ("by hand: strangers' ways", "tables"): Apart(_FRAME, "2", "3"),
    ("pandoc: a plan", "words"): Apart(
        f"{_NAMED}; an equation is 1/2+x^2 to us and TeX to pandoc, which joins a term and its "
        "meaning here",
        "1 What Table 1/2+x^2 Term",
        "\\frac{1}{2} x^{2} TermWhat",
    ),
    ("LibreOffice: page.html", "words"): Apart(f"{_NAMED}; {_BEFORE}", "1 Introduction Table 2"),
    ("LibreOffice: page.html", "headings"): Apart(_BEFORE, "3", "2"),
    ("LibreOffice: ours.docx", "words"): Apart(
        f"{_NAMED}; {_PRINTED}", _OURS, "Contents First part Inner example org/river trust"
    ),
    ("LibreOffice: ours.docx", "headings"): Apart(_BEFORE, "5", "4"),
    ("LibreOffice: ours.docx", "items"): Apart(_BOXES, "16", "15"),
    ("LibreOffice: ours.docx", "pictures"): Apart(
        f"{_HOUSE}; so are signs, faces, codes", "4", "10"
    ),
    ("LibreOffice: ours.docx", "links"): Apart(f"{_CONTENTS}; contacts are the brand's", "7", "14"),
    ("shipped: docx/templates/default.docx", "file"): Apart("no words", "file-empty"),
    ("by hand: twenty-four features", "words"): Apart(
        f"{_NAMED}; a merged cell is told in each row",
        "1 Figure 2 Table tzspan All day Please note",
    ),
    ("by hand: twenty-four features", "headings"): Apart("one only looks like a heading", "6", "5"),
    ("by hand: twenty-four features", "items"): Apart("two were typed with a sign", "7", "5"),
    ("by hand: twenty-four features", "tables"): Apart("rows of easy read are no table", "1", "2"),
    ("by hand: twenty-four features", "links"): Apart("one leads nowhere, and is told", "1", "2"),
    ("by hand: as Google Docs writes", "words"): Apart(_NAMED, "1 2 Table Figure"),
}
"""By file and what is counted."""


def files(program: str) -> Iterator[tuple[str, bytes]]:
    """Every Word file that tests make as a sample, or packages ship; each with its name."""
    yield from samples(program)
    yield "by hand: twenty-four features", _FEATURES.read_bytes()
    yield "by hand: as Google Docs writes", google_docs()


def differences(name: str, data: bytes, program: str) -> dict[tuple[str, str], Apart]:
    """What is counted differently in one file, as in `KNOWN` but without a reason."""
    with TemporaryDirectory() as folder:
        try:
            result = brought(data, Path(folder))
        except SourceError as error:
            return {(name, "file"): Apart("", " ".join(one.code for one in error.findings))}
    met = [one for outline in outlines_of(result.source, None) for one in outline]
    ours, theirs = reading_of(met), pandoc_reading(data, program)
    gone = Counter(word for one in result.document.decisions for word in words_in(one.gone))
    found = {}
    for what in COUNTED:
        if what == "words":
            more, fewer = ours.words - theirs.words, theirs.words - ours.words - gone
            if more or fewer:
                found[name, what] = Apart("", " ".join(more), " ".join(fewer))
        elif ours.count(what) != theirs.count(what):
            found[name, what] = Apart("", str(ours.count(what)), str(theirs.count(what)))
    return found

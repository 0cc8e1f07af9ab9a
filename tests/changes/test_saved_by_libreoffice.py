"""A Word file that LibreOffice opened and saved is different only in what somebody edited."""

from __future__ import annotations

from pathlib import Path

from exporter.changes import apply, read
from exporter.making.documents import load_document
from exporter.styles.editions import load_edition
from exporter.writers import docx as writer
from tests import libreoffice
from tests.changes import test_ten_ways as ten
from tests.changes.editing import ANNA
from tests.changes.guide import BRAND, guide
from tests.conftest import ROOT, referee_absent

EXAMPLE = ROOT / "sources" / "co-production-guide"
EDITIONS = ("standard", "easy-read")


def test_nothing_is_different_but_what_was_edited(tmp_path: Path) -> None:
    """One process of LibreOffice for all files."""
    if libreoffice.program() is None:
        referee_absent("LibreOffice", "it is not on this machine")
    made = guide(tmp_path / "guide")
    loaded = load_document(EXAMPLE, None)
    files = {"plain": made.word_file(), "rows": made.word_file("easy-read")}
    files["edited"] = ten.edited(made.word_file())
    files["tracked"] = ten.edited(made.word_file(), ANNA)
    for name in EDITIONS:
        edition = load_edition(name)
        template = writer.compile(loaded.adapted(edition), edition.theme)
        files[name] = writer.stamp(template, BRAND)
    (tmp_path / "files").mkdir()
    saved = libreoffice.saved_again(files, tmp_path / "files")
    for name in ("plain", "rows"):
        assert made.back(saved[name]).changes == ()
    for name in EDITIONS:
        back = read(saved[name], ROOT / "sources")
        assert (back.carried, back.origin.brand, back.changes) == (True, "riverside", ())
    for name in ("edited", "tracked"):
        assert ten.found(made.back(saved[name]).changes) == ten.expected(made)
    wanted = ten.wanted(made)
    apply(made.back(saved["tracked"]))
    assert made.texts() == wanted

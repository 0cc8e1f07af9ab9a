"""Markdown and web pages become documents as Word files do."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from exporter.cli import main
from exporter.model import Definitions, List, Quote
from exporter.source import Call
from exporter.walk import plain_text
from tests import libreoffice
from tests.conftest import referee_absent
from tests.unit.importing.reading import brought
from tests.unit.importing.test_word import section, words
from tests.unit.importing.word_files import p, png, word

_TEXT = """---
title: Our Mondays
lang: en-GB
author: Ann
---

# Welcome {#hi}

We meet **every** Monday. See [the map](https://example.org/map) or [below](#costs).

* tea
* milk
  1. cold

> It is good.

| Day | What |
|-----|------|
| Monday | Art |

![Two people](people.png)

## Costs

It is free.[^1] Use `pip install x` now.

Tea
: A drink.

[^1]: For *all* of us.
"""


def test_markdown_keeps_its_parts(tmp_path: Path) -> None:
    (tmp_path / "people.png").write_bytes(png())
    result = brought(_TEXT.encode(), tmp_path, "a.md")
    assert (result.source.title, result.source.language) == ("Our Mondays", "en-GB")
    welcome, costs = section(result, "welcome"), section(result, "welcome", "costs")
    kinds = [type(one).__name__ for one in welcome.body]
    assert kinds == ["Paragraph", "List", "Quote", "Call", "Call"]
    assert "[below](#costs)" in result.text("sections/welcome.yaml")
    assert [words(cell[0]) for cell in welcome.tables[0].rows[0]] == ["Monday", "Art"]
    assert plain_text(costs.notes[0].children) == "For all of us."
    assert isinstance(costs.body[1], Definitions)
    assert result.told("front-matter") == ["author: Ann"]
    assert result.document.proof.lost == ()


_PAGE = """<!DOCTYPE html><html lang="cy"><head><title>Ein Llyfr</title><style>p{}</style></head>
<body>
<nav><a href="/">Home</a></nav><header><p>The Trust</p></header>
<main><h1>Ein Llyfr</h1><p>Dewch <b>bob</b> dydd Llun,
<span lang="en">said Ann</span>.<br>Am ddau.</p>
<h2 id="c">Costau</h2><ul><li>te<ul><li>poeth</li></ul></li><li>llaeth</li></ul>
<table><caption>Amserau</caption><tr><th>Dydd</th><th>Beth</th></tr>
<tr><td>Llun</td><td>Celf</td></tr>
</table>
<blockquote><p>Da iawn.</p></blockquote>
<figure><img src="people.png" alt="Dau berson"><figcaption>Ni</figcaption></figure>
<p hidden>Cudd</p><p><a href="#c">isod</a> <input name="Enw"></p>
<p>H<sub>2</sub>O</p></main><footer>Elusen 12</footer></body></html>"""


def test_a_web_page_keeps_its_text_and_tells_what_stood_around_it(tmp_path: Path) -> None:
    (tmp_path / "people.png").write_bytes(png())
    result = brought(_PAGE.encode(), tmp_path, "a.html")
    assert (result.source.title, result.source.language) == ("Ein Llyfr", "cy")
    costs = section(result, "costau")
    assert [type(one) for one in costs.body][:4] == [List, Call, Quote, Call]
    calls = [one for one in costs.body if isinstance(one, Call)]
    assert [plain_text(one.caption) for one in calls] == ["Amserau", "Ni"]
    assert [text for _, text in costs.tables[0].columns] == ["Dydd", "Beth"]
    assert words(costs.body[-1]) == "H₂O"
    assert result.told("navigation-dropped") == ["Home"]
    assert result.told("header-words") == ["The Trust"]
    assert result.told("footer-words") == ["Elusen 12"]
    assert result.told("form-field") == ["Enw"]
    assert "[said Ann]{lang=en}" in result.text("sections/introduction.yaml")
    assert result.document.proof.lost == ()


_FORM = """<!DOCTYPE html><html lang="en"><body><h1>Have your say</h1><h2>Food</h2><form>
<fieldset data-question><legend>Do you like tea?</legend>
<label><input type="radio" name="a1"> Yes</label><label><input type="radio" name="a1"> No</label>
<textarea aria-label="Why?"></textarea></fieldset>
<fieldset><legend>About you</legend><input name="b2"></fieldset></form></body></html>"""


def test_what_a_field_of_a_web_page_asks_for_is_told_with_the_words_of_its_group(
    tmp_path: Path,
) -> None:
    result = brought(_FORM.encode(), tmp_path, "a.html")
    assert result.told("form-field") == [
        "Do you like tea? Yes",
        "Do you like tea? No",
        "Do you like tea? Why?",
        "About you",
    ]
    assert result.document.proof.lost == ()


@pytest.mark.parametrize("address", ["../secret.png", "/etc/secret.png", "https://x.example/a.png"])
def test_no_picture_is_taken_from_outside_the_folder(address: str, tmp_path: Path) -> None:
    (tmp_path.parent / "secret.png").write_bytes(png())
    text = f"# A\n\n## B\n\nWords.\n\n![Ours]({address})\n"
    result = brought(text.encode(), tmp_path, "a.md")
    assert result.source.pictures == ()
    assert {"picture-lost", "picture-elsewhere"} & set(result.codes)


def test_an_opendocument_text_goes_through_libreoffice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if libreoffice.program() is None:
        referee_absent("LibreOffice", "soffice is not installed")
    (tmp_path / "a.html").write_text("<h1>Mondays</h1><h2>Tea</h2><p>We meet at two.</p>")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [str(libreoffice.program()), profile, "--headless", "--convert-to", "odt:writer8"]
    subprocess.run([*command, "a.html"], cwd=tmp_path, capture_output=True, check=True)
    monkeypatch.chdir(tmp_path)
    assert main(["import", "a.odt"]) == 0
    assert "We meet at two." in (tmp_path / "sources/a/sections/tea.yaml").read_text()


def test_without_libreoffice_an_old_file_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    (tmp_path / "a.rtf").write_text("{\\rtf1 Tea}")
    monkeypatch.chdir(tmp_path)
    assert main(["import", "a.rtf"]) == 1
    assert "is read through LibreOffice, which is not on this machine" in capsys.readouterr().err


def test_lines_with_tabs_become_a_table_and_a_line_below_the_title_its_subtitle(
    tmp_path: Path,
) -> None:
    body = p("Our Club", marks='<w:b/><w:sz w:val="48"/>') + p("Come and eat", marks="<w:b/>")
    body += p("When", marks="<w:b/>") + p("Day\tPlace") + p("Monday\tHall") + p("Words follow.")
    result = brought(word(body), tmp_path)
    assert (result.source.title, result.source.subtitle) == ("Our Club", "Come and eat")
    (table,) = section(result, "when").tables
    assert [text for _, text in table.columns] == ["Day", "Place"]
    assert result.told("table-by-tabs") == ["Day Place"]
    assert result.document.proof.lost == ()

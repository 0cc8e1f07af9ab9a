"""Words that were typed with signs that look like others are the same words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from exporter.cli import main
from exporter.languages.spellings import spelling, spelt
from exporter.model import Abbreviation, List, Paragraph, Term
from exporter.walk import blocks_within, inlines_of, plain_text
from tests.typed.folders import document_of, written

TYPED = {
    "share power": "We share\u00a0power here.",
    "lived experience": "They have lived\u202fexperience of it.",
    "carers’ group": "Ask the carers' group.",
    "people's panel": "Ask the People\u2019s panel.",
    "co-production": "This is co\u2011production.",
    "commissioner": "A com\u00admissioner\u200b pays.",
    "Straße": "It is in the STRASSE.",
    "peer\u00a0worker": "A peer worker came.",
}
"""A word of the glossary, and a sentence in which it stands."""
HEAD = "title: A guide\nlanguage: en-GB\nabbreviations: {A & E: emergency department}\n"


def test_words_are_compared_without_what_nobody_sees_and_places_lead_back() -> None:
    text = "So  we\u00a0share\u00adpower\u2019s \u0130 Stra\u00dfe"
    read = spelt(text)
    assert read.text.strip() == spelling(text) == "so we sharepower's i\u0307 strasse"
    begin = read.text.index("sharepower's")
    assert text[read.typed(begin, begin + 12)] == "share\u00adpower\u2019s"
    begin = read.text.index("strasse")
    assert text[read.typed(begin, begin + 7)] == "Stra\u00dfe"
    assert text[spelt("So we share").typed(0, 2)] == "So"
    assert spelling("\u0131s") != spelling("is")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    glossary = "".join(
        f"  word-{number}: {{word: {json.dumps(word)}, meaning: M., easy: Easy words.}}\n"
        for number, word in enumerate(TYPED)
    )
    said = "".join(f"  {sentence}\n\n" for sentence in TYPED.values())
    easy = "".join(
        f"  - {{picture: none, text: {json.dumps(words)}}}\n" for words in TYPED.values()
    )
    section = (
        f"heading: One\npicture: none\nbody: |\n  Go to A\u00a0& E.\n\n{said}easy_read:\n{easy}"
    )
    made = written(tmp_path / "guide", f"{HEAD}glossary:\n{glossary}", one=section)
    for name in ("ring", "post", "phone"):
        (made / "pictures" / f"{name}.svg").unlink()
    return made


def test_a_word_of_the_glossary_is_used_however_it_was_typed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", folder.name, "--sources", str(folder.parent), "--json"])
    told = json.loads(capsys.readouterr().out)["findings"]
    unused = ("glossary-unused", "abbreviation-unused")
    assert [one for one in told if one["rule"] in unused] == []
    section = folder / "sections" / "one.yaml"
    section.write_text(section.read_text("utf-8").replace("peer worker", "piper worker"), "utf-8")
    main(["check", folder.name, "--sources", str(folder.parent), "--json"])
    told = json.loads(capsys.readouterr().out)["findings"]
    (alone,) = {one["message"] for one in told if one["rule"] == "glossary-unused"}
    assert alone == "The word “word-7” is never used."


def test_in_easy_read_it_is_bold_as_it_was_typed(folder: Path) -> None:
    document = document_of(folder, "easy-read")
    blocks = blocks_within(document.sections[0].blocks)
    bold = [
        plain_text(one.children)
        for block in blocks
        for one in inlines_of(block)
        if isinstance(one, Term)
    ]
    assert [spelling(one) for one in bold] == [spelling(one) for one in TYPED]
    assert bold[0] == "share\u00a0power"
    assert bold[5] == "com\u00admissioner"


def test_a_short_form_with_a_space_that_keeps_a_line_together_has_its_words(folder: Path) -> None:
    first = document_of(folder).sections[0].blocks[0]
    assert [one for one in inlines_of(first) if isinstance(one, Abbreviation)] == [
        Abbreviation("A\u00a0& E", "emergency department")
    ]


def test_one_thing_that_the_program_lists_is_no_list(tmp_path: Path) -> None:
    head = "title: A guide\nlanguage: en-GB\norganisations: {us: {name: River, role: funder}}\n"
    section = (
        "heading: One\npicture: none\nbody: |\n  ::: organisations funder\n  We thank:\n  :::\n\n"
        "  ::: contents\n  :::\neasy_read: none\n"
        "sections: [{id: inner, heading: Inner, body: Words.}]\n"
    )
    made = written(tmp_path / "guide", head, one=section)
    for name in ("ring", "post", "phone"):
        (made / "pictures" / f"{name}.svg").unlink()
    blocks = document_of(made).sections[0].blocks
    assert [type(one) for one in blocks] == [Paragraph] * 3
    assert plain_text(blocks[1].children) == "River"  # type: ignore[union-attr]
    file = made / "document.yaml"
    more = "role: funder}, them: {name: Hill, role: funder}"
    file.write_text(file.read_text("utf-8").replace("role: funder}", more), "utf-8")
    assert isinstance(document_of(made).sections[0].blocks[1], List)

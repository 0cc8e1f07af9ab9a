"""Structure, pictures and numbers are the same in every language: each thing that is not is told.

Each test plants one fault in a translation that has none, and sees that one found, at its line.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from exporter.cli import main
from exporter.diagnostics import Diagnostic, Severity
from exporter.load import load
from exporter.translations import findings_of, record
from exporter.translations.aligned import aligned
from exporter.translations.figures import figures
from exporter.translations.starting import start
from tests.translations.home import Garden, garden

START, HELP, DOCUMENT = "qps/sections/start.yaml", "qps/sections/help.yaml", "qps/document.yaml"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Garden:
    monkeypatch.chdir(tmp_path)
    return garden(Path())


def found_in(home: Garden, *, parity: bool = True) -> tuple[Diagnostic, ...]:
    """What is found; with `parity` of structure only, without what is recorded of the parts."""
    of_parts = ("translation-changed", "translation-out-of-date", "translation-to-do")
    every = findings_of(home.translation, load(home.translation))
    return tuple(one for one in every if (one.code not in of_parts) is parity)


def codes(home: Garden) -> list[str]:
    return [one.code for one in findings_of(home.translation, load(home.translation))]


def told(found: tuple[Diagnostic, ...]) -> list[tuple[str, str, int]]:
    return [
        (one.code, one.place.file.removeprefix("sources/garden/"), one.place.line) for one in found
    ]


def test_a_translation_that_says_the_same_has_no_finding(home: Garden) -> None:
    assert findings_of(home.translation, load(home.translation)) == ()
    assert findings_of(home.original, load(home.original)) == ()


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "line", "says"),
    [
        # a list item lost, one more, a paragraph that became an item
        (START, "  - Þřīňğ 2 ŧřīēňđş.\n", "", "translation-part", "  - Þřīňğ ğļōũēş", "An item"),
        (START, "  - Þřīňğ 2", "  - Ŋōřē.\n  - Þřīňğ 2", "translation-part", "  - Ŋōřē.",
         "an item of a list"),
        # a picture swapped: in the text, of the section, in a row of easy read
        (START, "::: figure ring", "::: figure disc", "translation-picture", "::: figure disc",
         "the figure “ring”"),
        (START, "picture: ring\nsummary", "picture: disc\nsummary", "translation-picture",
         "picture: disc", "“picture:” is “disc”"),
        (START, "    picture: ring\n", "    picture: disc\n", "translation-picture",
         "    picture: disc", "“ring”"),
        # a number changed: in a text, a note, a chart, a table, a summary
        (START, "1,200", "1,300", "translation-number", "1,300", "1200 is missing; 1300 is new"),
        (START, "£4.50", "£4.05", "translation-number", "£4.05", "4.50 is missing"),
        (START, "value: 30", "value: 13", "translation-number", "value: 13", "30 is missing"),
        (START, "14 ", "41 ", "translation-number", "41 ", "14 is missing; 41 is new"),
        (START, " 3 ", " ", "translation-number", "summary:", "3 is missing"),
        # a row lost: of easy read, of a table, of a chart
        (START, "  - text: Ţēļļ ŷōūř ŧřīēňđş.\n    picture: none\n", "", "translation-part",
         "  - text: Ŷōū", "An entry of “easy_read:”"),
        (START, "          - {shed: Şōūţħ şħēđ, tools: 9 ŧōřķş}\n", "", "translation-part",
         "          - {shed:", "An entry of “rows:”"),
        # a question changed, its name, an answer lost
        (HELP, "::: question one", "::: question one {#evening}", "translation-part",
         "::: question one {#evening}", "question"),
        (HELP, "::: question one", "::: question several", "translation-part",
         "::: question several", "question"),
        (HELP, "  - Īň ţħē ēũēňīňğ\n", "  - Ā\n  - Þ\n", "translation-part", "::: question one",
         "an answer"),
        # a reference and a note
        (START, "[](#help)", "[](#tools)", "translation-reference", "[](#tools)", "#help"),
        # a setting
        (DOCUMENT, 'version: "1.2"', 'version: "1.1"', "translation-choice", 'version: "1.1"',
         "“1.2”"),
        (DOCUMENT, "cover: none\n", "cover: ring\n", "translation-picture", "cover: ring", "none"),
        (DOCUMENT, "file: pictures/disc.svg", "file: pictures/ring.svg", "translation-picture",
         "  disc: {file: pictures/ring.svg", "pictures/disc.svg"),
    ],
)  # fmt: skip
def test_what_is_other_than_in_the_original_is_told_at_its_line(
    home: Garden, file: str, old: str, new: str, code: str, line: str, says: str
) -> None:
    home.change(file, old, new)
    (found,) = found_in(home)
    assert told((found,)) == [(code, file, home.line(file, line))]
    assert says in found.message
    assert "sources/garden/" in found.message


def test_a_section_and_a_sub_section_that_are_missing_are_told(home: Garden) -> None:
    text = (home.translation / "sections/start.yaml").read_text("utf-8")
    before, _, _ = text.partition("sections:\n  - id: tools")
    (home.translation / "sections/start.yaml").write_text(before, "utf-8")
    assert told(found_in(home)) == [("translation-part", START, 1)]
    (home.translation / "sections/help.yaml").unlink()
    home.change(DOCUMENT, "[start, help]", "[start]")
    home.change(DOCUMENT, "  main: {", "  other: {")
    home.change(DOCUMENT, "  compost: {", "  mulch: {")
    messages = "\n".join(one.message for one in found_in(home))
    assert "The section “help” of the original is not here" in messages
    assert "The contact “main” of the original is not here" in messages
    assert "The glossary word “mulch” is not in the original" in messages
    assert {one.place.file for one in found_in(home)} == {
        "sources/garden/qps/document.yaml",
        "sources/garden/qps/sections/start.yaml",
    }


def test_sections_in_another_order_are_told(home: Garden) -> None:
    home.change(DOCUMENT, "[start, help]", "[help, start]")
    (found,) = found_in(home)
    assert "another order" in found.message


def test_what_the_original_has_not_is_told_too(home: Garden) -> None:
    home.change("sections/start.yaml", "  - Bring gloves.\n", "")
    (found,) = found_in(home)
    assert "the original has none here" in found.message
    assert told((found,))[0][1] == START
    assert found.place.line in (home.line(START, "ğļōũēş"), home.line(START, "şøāđē"))


def test_the_rows_of_a_file_are_compared_like_others(home: Garden) -> None:
    for side, words in ((home.original, "North,14"), (home.translation, "Ňōřţħ,14")):
        (side / "tables").mkdir()
        (side / "tables/sheds.csv").write_text(f"Shed,Tools\n{words}\nB,9\n", "utf-8")
        rows = side / "sections/start.yaml"
        text, _, _ = rows.read_text("utf-8").partition("        columns:")
        rows.write_text(f"{text}        file: tables/sheds.csv\n", "utf-8")
    assert found_in(home) == ()
    home.change("qps/tables/sheds.csv", "14", "15")
    assert told(found_in(home)) == [("translation-number", "qps/tables/sheds.csv", 2)]
    home.change("qps/tables/sheds.csv", "B,9\n", "")
    assert [one.code for one in found_in(home)] == ["translation-part"]


def test_a_draft_is_asked_and_what_is_released_must_be_mended(
    home: Garden, capsys: pytest.CaptureFixture[str]
) -> None:
    home.change(START, "1,200", "1,300")
    asked = ("--jobs", "1", "--format", "html", "--edition", "standard", "--json")
    assert main(["build", *asked]) == 1
    answer = json.loads(capsys.readouterr().out)
    assert answer["made"] == ["garden/garden-standard.html"]
    assert answer["failed"] == ["garden/qps/garden-qps-standard.html"]
    home.change(DOCUMENT, "language: qps\n", "language: qps\nstatus: draft\n")
    assert {one.severity for one in found_in(home)} == {Severity.PLEASE_ANSWER}
    assert main(["build", *asked]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["failed"] == []
    assert "translation-number" in {one["rule"] for one in answer["findings"]}
    assert main(["check", "--edition", "standard", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert "translation-number" in {one["rule"] for one in answer["findings"]}


def test_a_number_in_words_is_answered_in_its_section(
    home: Garden, capsys: pytest.CaptureFixture[str]
) -> None:
    home.change(START, " 3 ", " ţħřēē ")
    text = (home.translation / "sections/start.yaml").read_text("utf-8")
    answer = "accept: {rule: translation-number, because: Three is a word here.}\n"
    (home.translation / "sections/start.yaml").write_text(answer + text, "utf-8")
    (found,) = found_in(home)
    assert found.severity is Severity.FOR_INFORMATION
    assert found.hint == "answered: Three is a word here."
    main(["check", "garden-qps", "--edition", "standard", "--json"])
    assert "answer-to-no-rule" not in capsys.readouterr().out


# ---- changed since ----------------------------------------------------------------------------


def test_a_part_that_was_changed_in_the_original_is_out_of_date(home: Garden) -> None:
    home.change("sections/start.yaml", "Where we sit.", "Where we all sit.")
    home.change("document.yaml", "A disc of grass", "A disc of green grass")
    (disc, sat) = found_in(home, parity=False)
    assert told((disc, sat)) == [
        ("translation-out-of-date", DOCUMENT, home.line(DOCUMENT, "  disc:")),
        ("translation-out-of-date", START, 1),
    ]
    assert (sat.words, sat.severity) == ("Şţāřţ ħēřē", Severity.MUST_FIX)
    assert "exporter translation record garden-qps --part sections/start" in sat.hint
    assert record(home.translation, ("start",)) == (("sections/start",), ())
    assert told(found_in(home, parity=False)) == told((disc,))


def test_a_sub_section_is_a_part_of_its_own(home: Garden) -> None:
    home.change("sections/start.yaml", "North shed", "Northern shed")
    (found,) = found_in(home, parity=False)
    assert told((found,)) == [("translation-out-of-date", START, home.line(START, "  - id: tools"))]


def test_a_picture_of_its_own_is_out_of_date_when_the_original_s_has_changed(home: Garden) -> None:
    (home.translation / "pictures").mkdir()
    ring = (home.original / "pictures/ring.svg").read_text("utf-8")
    (home.translation / "pictures/ring.svg").write_text(ring.replace('r="20"', 'r="21"'), "utf-8")
    record(home.translation)
    assert found_in(home, parity=False) == ()
    home.change("pictures/ring.svg", 'r="20"', 'r="8"')
    (found,) = found_in(home, parity=False)
    assert found.code == "translation-out-of-date"


def test_what_was_changed_in_the_translation_alone_is_asked_about(home: Garden) -> None:
    home.change(HELP, "Ţēļļ ūş", "Ţēļļ ūş āļļ")
    (found,) = found_in(home, parity=False)
    assert told((found,)) == [("translation-changed", HELP, 1)]
    assert found.severity is Severity.PLEASE_ANSWER


def test_line_breaks_settings_and_answers_are_no_change(home: Garden) -> None:
    home.change("sections/start.yaml", "  We are 1,200 neighbours", "  We are 1,200\n  neighbours")
    text = (home.original / "sections/help.yaml").read_text("utf-8")
    answer = "# A remark.\naccept: {rule: passive, because: It is right here.}\n"
    (home.original / "sections/help.yaml").write_text(answer + text, "utf-8")
    home.change("document.yaml", "date: 2026-11", "date: 2026-12")
    assert findings_of(home.translation, load(home.translation)) == ()


def test_what_still_has_the_words_of_the_original_is_not_translated(home: Garden) -> None:
    start(home.original, "cy")
    begun = home.original / "cy"
    found = findings_of(begun, load(begun))
    assert [(one.code, one.place.file.removeprefix("sources/garden/cy/")) for one in found] == [
        ("translation-to-do", "document.yaml"),
        ("translation-to-do", "sections/start.yaml"),
        ("translation-to-do", "sections/help.yaml"),
    ]
    assert {one.severity for one in found} == {Severity.PLEASE_ANSWER}
    assert "“Start here”, “Our tools”" in found[1].message
    recorded, waiting = record(begun)
    assert recorded == ("document/contacts/main",)  # a name is the same in any language
    assert "sections/help" in waiting
    home.change("cy/sections/help.yaml", "heading: Tell us", "heading: X")
    assert record(begun)[0] == ("sections/help",)
    assert len(findings_of(begun, load(begun))) == 2


def test_words_that_are_the_same_in_both_languages_are_recorded_by_name(home: Garden) -> None:
    title = next(
        line
        for line in (home.translation / "document.yaml").read_text("utf-8").splitlines()
        if line.startswith("title:")
    )
    home.change("qps/document.yaml", title, "title: The garden club")
    assert record(home.translation) == ((), ("document/title",))
    assert codes(home) == ["translation-to-do"]
    assert record(home.translation, ("document",)) == ((), ("document/title",))
    assert record(home.translation, ("document/title",)) == (("document/title",), ())
    assert codes(home) == []
    assert record(home.translation) == ((), ())
    home.change("document.yaml", "title: The garden club", "title: The club")
    assert codes(home) == ["translation-out-of-date"]


def test_who_made_a_picture_is_a_name_in_any_language(home: Garden) -> None:
    for file in ("document.yaml", "qps/document.yaml"):
        text = (home.original / file).read_text("utf-8")
        (line,) = (one for one in text.splitlines() if one.startswith("  ring:"))
        made = "  ring: {file: pictures/ring.svg, decorative: true, credit: Jo Bloggs}"
        home.change(file, line, made)
    assert "document/pictures/ring" not in record(home.translation)[1]
    assert codes(home) == []


def test_the_command_begins_records_and_shows(
    home: Garden, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["translation", "status", "garden-qps"]) == 0
    home.change("sections/help.yaml", "In the morning", "Before noon")
    assert main(["translation", "status", "garden-qps"]) == 1
    assert "“Tell us” was changed in the original" in capsys.readouterr().out
    assert main(["translation", "record", "garden-qps", "--part", "nowhere"]) == 2
    assert "They are: document/title" in capsys.readouterr().err
    assert main(["translation", "record", "garden-qps", "--part", "help"]) == 0
    assert capsys.readouterr().out == "Recorded: sections/help\n"
    assert main(["translation", "record", "garden-qps"]) == 0
    assert capsys.readouterr().out == "Nothing has changed.\n"
    assert main(["translation", "record", "garden"]) == 2
    assert "Name one of its translations: garden-qps." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("parts: [a, b]\n", [1]),
        ("part: {}\n", [1]),
        ("parts:\n  ../x: {original: 0, translation: 0}\n", [2]),
        ('parts:\n  sections/start: {original: "0123456789abcdef"}\n', [2]),
        ("parts:\n  sections/start: 3\n  sections/help: {original: [], translation: {}}\n", [2, 3]),
    ],
)
def test_a_record_that_somebody_changed_is_told_with_its_lines(
    home: Garden, capsys: pytest.CaptureFixture[str], text: str, lines: list[int]
) -> None:
    (home.translation / "translation.yaml").write_text(text, "utf-8")
    assert main(["check", "garden-qps", "--json"]) == 1
    found = json.loads(capsys.readouterr().out)["findings"]
    told = [one for one in found if one["rule"] == "translation-record"]
    assert [one["line"] for one in told] == lines


def test_a_fault_of_the_original_is_told_once_and_stops_both(
    home: Garden, capsys: pytest.CaptureFixture[str]
) -> None:
    home.change("sections/help.yaml", "picture: none", "picture: nowhere")
    asked = ("--jobs", "1", "--format", "html", "--edition", "standard", "--json")
    assert main(["build", *asked]) == 1
    answer = json.loads(capsys.readouterr().out)
    assert [one["rule"] for one in answer["findings"]] == ["picture-unknown"]
    assert answer["failed"] == ["garden", "garden-qps"]


# ---- numbers and rows -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "language", "numbers"),
    [
        ("1,200 people, 4.50 pounds and 1,20,000", "en-GB", ["1200", "120000", "4.50"]),
        ("1.200 Leute, 4,50 Euro", "de", ["1200", "4.50"]),
        ("1 200 personnes, 4,5", "fr", ["1200", "4.5"]),
        ("١٬٢٠٠ ٤٫٥٠", "ar", ["1200", "4.50"]),
        ("१,२००", "hi", ["1200"]),
        ("1’200 und 1'200", "de-CH", ["1200", "1200"]),
        ("22/11/2026, 10:30", "en", ["10", "11", "2026", "22", "30"]),
        ("01632 960123", "fr", ["01632", "960123"]),
        ("in 2019, 300 people", "en", ["2019", "300"]),
        ("three of them", "en", []),
    ],
)  # fmt: skip
def test_numbers_are_the_same_however_a_language_writes_them(
    words: str, language: str, numbers: list[str]
) -> None:
    assert sorted(figures(words, language).elements()) == numbers


def test_a_text_of_numbers_without_end_is_counted_soon() -> None:
    assert figures(",".join(["12"] * 30_000) + "x", "en")["12"] > 0
    assert figures("1" * 100_000, "en").total() == 1


def test_rows_are_put_side_by_side() -> None:
    assert [*aligned(list("abc"), list("abc"))] == [(0, 0), (1, 1), (2, 2)]
    assert [*aligned(list("abcd"), list("acd"))] == [(0, 0), (1, None), (2, 1), (3, 2)]
    assert [*aligned(list("acd"), list("abcd"))] == [(0, 0), (None, 1), (1, 2), (2, 3)]
    assert [*aligned(list("abc"), list("axc"))] == [(0, 0), (1, 1), (2, 2)]
    assert [*aligned([], list("a"))] == [(None, 0)]
    long = [*aligned(["a"] * 3_000, ["b"] * 3_001)]
    assert len(long) == 3_001


def test_texts_that_have_nothing_in_common_are_put_side_by_side_soon() -> None:
    assert len([*aligned(list("ab" * 200), list("ba" * 199))]) >= 400

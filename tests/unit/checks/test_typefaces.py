"""What is said of typefaces: which one a document takes, and what none can spell."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exporter import fonts
from exporter.checks import check
from exporter.diagnostics import Severity
from tests.rules.building import PLACE, Maker


def told(code: str, example: dict[str, object]) -> list[tuple[str, object]]:
    made = Maker(example, "standard")
    found = check(made.document, made.edition, made.source)
    return [(one.message, one.place) for one in found if one.code == code]


def test_welsh_is_set_in_the_typeface_that_has_its_letters_and_says_which() -> None:
    example = {"document": {"language": "cy"}, "words": "cy", "text": "Dŵr a thŷ."}
    [(message, _)] = told("typeface-chosen", example)
    assert message.startswith("The document is set in Arimo: Atkinson Hyperlegible has no Ŵ ŵ Ŷ ŷ ")
    assert told("typeface-changed", example) == []


def test_words_in_another_typeface_are_told_once_at_the_first_of_them() -> None:
    example = {"text": ["In Αθήνα and Θήβα.", "In Αθήνα again, not in Łódź."]}
    message = "Atkinson Hyperlegible lacks letters of “Αθήνα”, “Θήβα.”: another typeface has them."
    assert told("typeface-changed", example) == [(message, PLACE)]


def test_letters_of_a_script_without_typeface_are_one_finding_with_its_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(fonts, "OTHER_SCRIPTS", ())
    example = {"text": "We say [مرحبا]{lang=ar}."}
    assert told("glyph-missing", example) == [("No typeface here has ا ب ح ر م.", PLACE)]


def test_chinese_words_have_no_typeface_here() -> None:
    example = {"text": "We say [你好]{lang=zh}."}
    assert told("glyph-missing", example) == [("No typeface here has 你 好.", PLACE)]


def test_hebrew_is_in_a_typeface_that_we_ship() -> None:
    assert told("glyph-missing", {"text": "We say [שלום]{lang=he}."}) == []


def test_where_pango_is_absent_it_is_said_at_the_words_that_need_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    example = {"text": "We say [שלום]{lang=he}."}
    assert fonts.shaping_is_there() in (True, False)
    monkeypatch.setattr(fonts, "shaping_is_there", lambda: True)
    assert told("shaping-absent", example) == []
    monkeypatch.setattr(fonts, "shaping_is_there", lambda: False)
    message = "No PDF with “שלום.” can be made on this machine."
    assert told("shaping-absent", example) == [(message, PLACE)]
    assert told("shaping-absent", {"text": "We say hello."}) == []


@pytest.mark.parametrize(
    ("status", "severity"),
    [("draft", Severity.PLEASE_ANSWER), ("released", Severity.MUST_FIX)],
)
def test_english_words_in_a_polish_document_must_be_fixed_before_it_is_released(
    status: str, severity: Severity
) -> None:
    made = Maker({"document": {"language": "pl"}, "text": "Dzień dobry."}, "standard")
    [found] = check(made.document, made.edition, replace(made.source, status=status))
    assert (found.code, found.severity) == ("interface-words-missing", severity)
    assert "styles/locales/pl.yaml" in found.hint
    assert "“Contents”" in found.message


def test_a_family_gives_way_to_the_first_that_has_every_letter_of_the_language() -> None:
    chosen = {tag: fonts.family_for(tag, "Atkinson Hyperlegible") for tag in ("en-GB", "pl", "cy")}
    assert chosen == {
        "en-GB": "Atkinson Hyperlegible",
        "pl": "Atkinson Hyperlegible",
        "cy": "Arimo",
    }
    assert fonts.family_for("tr", "Atkinson Hyperlegible") == "Arimo"
    assert fonts.family_for("cy", "Source Sans 3") == "Source Sans 3"
    assert fonts.family_for("ar", "Atkinson Hyperlegible") == "Atkinson Hyperlegible"
    assert fonts.family_for("cy", "Not Installed") == "Not Installed"


def test_where_nastaliq_is_absent_an_urdu_document_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    urdu: dict[str, object] = {"document": {"language": "ur"}, "text": "سلام"}
    monkeypatch.setattr(fonts, "is_nastaliq", lambda language: language == "ur")
    assert told("nastaliq-absent", urdu) == []
    monkeypatch.setattr(fonts, "is_nastaliq", lambda _: False)
    [(message, _)] = told("nastaliq-absent", urdu)
    assert (
        message == "No Noto Nastaliq Urdu is on this machine: the PDF is set in Noto Sans Arabic."
    )
    for language in ("ar", "ur-Latn", "cy"):
        assert told("nastaliq-absent", {**urdu, "document": {"language": language}}) == []

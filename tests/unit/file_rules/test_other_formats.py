"""The sentence on other ways to have a document is known in each language that has its words."""

from __future__ import annotations

from pathlib import Path

import pytest

from exporter.file_rules.other_formats import statement_in
from exporter.styles.folder import shipped
from exporter.styles.words import load_words

find = statement_in.__wrapped__


def test_what_the_program_itself_says_is_known() -> None:
    statement = find("en-GB")
    assert statement is not None
    for key in ("formats", "formats-introduction", "formats-ask"):
        assert statement.is_in(load_words("en-GB")(key))


@pytest.mark.parametrize(
    "text",
    [
        "This leaflet is available in other formats.", "Ask us for a large print copy.",
        "ALSO AVAILABLE IN BRAILLE", "If you need this in another\nformat, call us.",
    ],
)  # fmt: skip
def test_what_others_say_is_known(text: str) -> None:
    statement = find("en")
    assert statement is not None
    assert statement.is_in(text)


def test_other_words_are_not_taken_for_it() -> None:
    statement = find("en")
    assert statement is not None
    assert not statement.is_in("The brailler is in the office. We print a large map.")


def test_a_language_is_known_as_soon_as_its_words_are_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert find("cy") is None
    words = tmp_path / "styles/locales/cy.yaml"
    words.parent.mkdir(parents=True)
    own = {"formats-said": "fformatau eraill", "formats-kinds": "print bras"}
    lines = (shipped() / "locales/en.yaml").read_text("utf-8").splitlines()
    lines = [line for line in lines if line.split(":")[0] not in own]
    lines += [f"{key}: {said}" for key, said in own.items()]
    words.write_text("\n".join(lines) + "\n", "utf-8")
    statement = find("cy")
    assert statement is not None
    assert statement.is_in("Mae ar gael mewn fformatau eraill.")
    assert statement.is_said_by("Mae ar gael mewn fformatau eraill.")
    assert not statement.is_said_by("Print bras.")

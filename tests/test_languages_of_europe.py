"""Documents in letters beyond Latin ones: the program's own words are set in every format."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from exporter.cli import main
from exporter.languages import pseudo
from exporter.styles.words import load_words
from tests.words_in_files import words_in

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_LETTERS = {
    "el": "αβκδεφγηιξκλμνοπθρστυβωχψζ",
    "ru": "абцдефгхийклмнопярстувшщыз",
}


def turned(text: str, language: str) -> str:
    letters = _LETTERS[language]
    return text.translate(str.maketrans(_LATIN + _LATIN.upper(), letters + letters.upper()))


@pytest.mark.parametrize(("language", "formats"), [("el", "pdf,docx,html,epub"), ("ru", "pdf")])
def test_a_document_in_these_letters_is_made(
    language: str,
    formats: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """With a locale whose words are all in them, and a publisher whose name is, too."""
    monkeypatch.chdir(tmp_path)
    assert main(["init", "mine", "--template", "notice", "--language", language]) == 0
    publisher = turned("River Trust", language)
    brand = Path("mine/styles/brands/house.yaml")
    words = brand.read_text("utf-8").replace("Your organisation", publisher)
    ways = "contact: [{phone: 01632 960001}, {email: hello@example.org}]\n"
    brand.write_text(words + ways, "utf-8")
    _write_locale(Path(f"mine/styles/locales/{language}.yaml"), language)
    monkeypatch.chdir("mine")
    capsys.readouterr()
    options = ["--edition", "standard", "--format", formats, "--jobs", "1"]
    assert main(["build", *options, "--json"]) == 0
    made = [Path("output", one) for one in json.loads(capsys.readouterr().out)["made"]]
    assert len(made) == len(formats.split(","))
    for file in made:
        said = " ".join(words_in(file.name, file.read_bytes()))
        assert turned("Phone", language) in said, file.name
        assert publisher in said, file.name


def _write_locale(file: Path, language: str) -> None:
    """Every sentence of the program in these letters; what is filled in stays."""
    file.parent.mkdir()
    lines = [f"verified-by: {turned('A speaker', language)}"]
    for key, said in load_words("en").entries:
        parts = pseudo.FIELD.split(said)
        words = "".join(one if at % 2 else turned(one, language) for at, one in enumerate(parts))
        if "/" not in key:
            lines.append(f"{key}: {json.dumps(words, ensure_ascii=False)}")
    file.write_text("\n".join(lines) + "\n", "utf-8")

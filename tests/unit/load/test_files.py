"""Files of a document: only proper text, only from inside its folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from exporter.diagnostics import SourceError
from exporter.load import load
from exporter.model import Paragraph, Text

from .folders import RING, WITH_COVER, findings_of, lines_of, write

START = "sections/start.yaml"


def test_text_that_is_not_utf_8_is_told_with_its_line(tmp_path: Path) -> None:
    folder = write(
        tmp_path, {START: "heading: Start\npicture: none\nbody: Café\n".encode("latin-1")}
    )
    assert lines_of(folder) == [f"{START}:3: text-not-utf-8"]


def test_utf_16_is_not_utf_8(tmp_path: Path) -> None:
    folder = write(tmp_path, {START: "heading: Start\n".encode("utf-16")})
    assert lines_of(folder) == [f"{START}:1: text-not-utf-8"]


def test_byte_order_mark_and_windows_lines_are_welcome(tmp_path: Path) -> None:
    text = "\ufeffheading: Start\r\npicture: none\r\nbody: |\r\n  One.\r\n\r\n  Two `x`.\r\n"
    assert lines_of(write(tmp_path, {START: text})) == [f"{START}:6: mark-code"]


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x1b", "\x7f", "\x85", "\u2028", "\ufffe"])
def test_control_characters_are_told_with_their_line(tmp_path: Path, sign: str) -> None:
    folder = write(tmp_path, {START: f"heading: Start\npicture: none\nbody: One{sign}two.\n"})
    assert lines_of(folder) == [f"{START}:3: text-control-character"]


def test_control_characters_written_with_a_backslash_are_told(tmp_path: Path) -> None:
    folder = write(tmp_path, {START: 'heading: Start\npicture: none\nbody: "One \\0 \\ud800"\n'})
    assert lines_of(folder) == [f"{START}:3: text-control-character"]


def told(tmp_path: Path, body: str) -> list[tuple[str, int, str]]:
    files: dict[str, str | bytes] = {START: f"heading: Start\npicture: none\nbody: |\n  {body}\n"}
    found = findings_of(write(tmp_path, files))
    return [(one.code, one.place.line, one.suggestion) for one in found]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Weâ€™re here.", "We’re"),
        ("It costs Â£5.", "£5."),
        ("A cafÃ© here.", "café"),
        ("From 5â€“10 or â€œwordsâ€\u009d.", "5–10, “words”."),
        ("Ten dÅ‚ugi and Åµ.", "długi, ŵ."),
        ("It isnÃ¢â‚¬â„¢t so.", "isn’t"),
        ("Weâ\x80\x99re here.", "We’re"),
        ("Voilà Ã\u00a0 cÃ´tÃ© Â« ouiÂ\u00a0».", "à, côté, «, oui »."),
    ],
)
def test_garbled_letters_are_told_with_the_words_that_were_meant(
    tmp_path: Path, typed: str, meant: str
) -> None:
    assert ("text-garbled", 4, meant) in told(tmp_path, typed)


@pytest.mark.parametrize(
    "typed",
    [
        "«AMANHû and “NIÑ” and Â and Ã and été, naïve, Ärger, Łódź.",
        "Ünï ÇA ÎLE Ô, Москва, Αθήνα, 5 × 3 ± 2 § 4 ¶ © ® ° µ ½ £5 €5 ¥5.",
        "Você não está em casa? ¿Qué? ¡Sí!",
    ],
)
def test_letters_of_many_languages_are_not_garbled(tmp_path: Path, typed: str) -> None:
    assert told(tmp_path, typed) == []


def test_many_garbled_lines_have_one_cause_and_are_told_as_one(tmp_path: Path) -> None:
    body = "\n  ".join(f"Line {number} isnâ€™t right." for number in range(30))
    found = told(tmp_path, body)
    assert [line for _, line, _ in found] == [4, 5, 6, 7]
    assert {code for code, _, _ in found} == {"text-garbled"}


def test_signs_of_words_typefaces_are_told_by_name_with_the_sign_meant(tmp_path: Path) -> None:
    body = "\uf0b7 One\n  \uf0b7 Two\n\n  Done \uf0fc and 5 \uf0b4 3 and \ue123."
    files: dict[str, str | bytes] = {START: f"heading: Start\npicture: none\nbody: |\n  {body}\n"}
    found = findings_of(write(tmp_path, files))
    assert [(one.code, one.place.line, one.suggestion) for one in found] == [
        ("text-private-sign", 4, ""),
        ("text-private-sign", 7, "✓"),
        ("text-private-sign", 7, "×"),
        ("text-private-sign", 7, ""),
    ]
    assert found[0].message == "Word’s bullet (U+F0B7) stands here, 2 times. Nobody can see it."
    assert "- words" in found[0].hint


def test_signs_that_show_nothing_are_dropped_and_stop_nothing(tmp_path: Path) -> None:
    from exporter.load import load

    text = "heading: Sta\ufeffrt\npicture: none\nbody: A heart \u2665\ufe0f.\n"
    source = load(write(tmp_path, {START: text}))
    assert source.sections[0].heading == "Start"
    assert source.sections[0].body == (Paragraph((Text("A heart \u2665."),)),)


def test_a_sign_that_turns_the_order_of_letters_is_told_by_its_name(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {START: "heading: Start \u202efdp\npicture: none\nbody: One.\n"}
    (found,) = findings_of(write(tmp_path, files))
    assert (found.code, found.place.line, found.place.column) == ("text-turned", 1, 16)
    assert "RIGHT-TO-LEFT OVERRIDE (U+202E)" in found.message


@pytest.mark.parametrize(
    ("start", "kind"),
    [
        (b"PK\x03\x04\x14\x00", "a Word file"),
        (b"{\\rtf1\\ansi words}", "Rich Text Format"),
        (b"\xd0\xcf\x11\xe0\xa1", "an old Word file"),
        (b"%PDF-1.7", "a PDF file"),
        (b"\n<!DOCTYPE html><html>", "a web page"),
    ],
)
def test_a_word_file_called_yaml_is_told_as_what_it_is(
    tmp_path: Path, start: bytes, kind: str
) -> None:
    (found,) = findings_of(write(tmp_path, {START: start}))
    assert found.code == "text-other-kind"
    assert kind in found.message


def test_folder_that_is_not_there(tmp_path: Path) -> None:
    assert lines_of(tmp_path / "nowhere") == ["document.yaml:0: file-absent"]


def test_folder_without_document(tmp_path: Path) -> None:
    (tmp_path / "document.yml").write_text("title: x\n")
    assert lines_of(tmp_path) == ["document.yaml:0: file-absent"]


def test_link_that_leads_out_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "secret.svg").write_text(RING)
    folder = write(tmp_path / "guide", {"document.yaml": WITH_COVER % "pictures/out.svg"})
    (folder / "pictures/out.svg").symlink_to(tmp_path / "secret.svg")
    assert lines_of(folder) == ["document.yaml:5: file-outside"]


def test_folder_link_that_leads_out_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "secrets").mkdir()
    (tmp_path / "secrets/ring.svg").write_text(RING)
    folder = write(tmp_path / "guide", {"document.yaml": WITH_COVER % "out/ring.svg"})
    (folder / "out").symlink_to(tmp_path / "secrets")
    assert lines_of(folder) == ["document.yaml:5: file-outside"]


def test_section_file_that_leads_out_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "secret.yaml").write_text("heading: x\n")
    folder = write(tmp_path / "guide", {})
    (folder / START).unlink()
    (folder / START).symlink_to(tmp_path / "secret.yaml")
    assert lines_of(folder) == ["document.yaml:3: file-outside"]


def test_link_inside_the_folder_is_followed(tmp_path: Path) -> None:
    folder = write(tmp_path, {"document.yaml": WITH_COVER % "pictures/link.svg"})
    (folder / "pictures/link.svg").symlink_to(folder / "pictures/ring.svg")
    assert lines_of(folder) == []


def test_links_in_a_circle(tmp_path: Path) -> None:
    folder = write(tmp_path, {"document.yaml": WITH_COVER % "pictures/a.svg"})
    (folder / "pictures/a.svg").symlink_to(folder / "pictures/b.svg")
    (folder / "pictures/b.svg").symlink_to(folder / "pictures/a.svg")
    assert lines_of(folder) in (
        ["document.yaml:5: file-absent"],
        ["document.yaml:5: file-unreadable"],
    )


def test_pipe_is_not_waited_for(tmp_path: Path) -> None:
    folder = write(tmp_path, {"document.yaml": WITH_COVER % "pictures/pipe.svg"})
    os.mkfifo(folder / "pictures/pipe.svg")
    assert lines_of(folder) == ["document.yaml:5: file-absent"]


def test_name_too_long_for_the_computer(tmp_path: Path) -> None:
    folder = write(tmp_path, {"document.yaml": WITH_COVER % ("x" * 3000)})
    assert lines_of(folder) == ["document.yaml:5: file-unreadable"]


def test_text_file_of_absurd_size(tmp_path: Path) -> None:
    folder = write(tmp_path, {START: "# words\n" * 300_000})
    assert lines_of(folder) == ["document.yaml:3: file-too-large"]


def test_places_name_files_as_the_folder_was_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "sources/guide", {START: "heading: Start\nbody: x\n"})
    monkeypatch.chdir(tmp_path)
    from .folders import findings_of

    assert str(findings_of(Path("sources/guide"))[0].place) == f"sources/guide/{START}:1:1"


# ---- texts that are not saved yet ---------------------------------------------------------------


def test_a_text_that_is_not_saved_yet_is_read_in_place_of_the_file(tmp_path: Path) -> None:
    folder = write(tmp_path / "guide", {})
    unsaved = {START: "heading: Not on disk\npicture: none\nbody: Some words.\n"}
    assert load(folder, unsaved=unsaved).sections[0].heading == "Not on disk"
    assert load(folder).sections[0].heading == "Start here"


def test_a_section_that_is_not_saved_yet_need_not_be_on_disk(tmp_path: Path) -> None:
    folder = write(tmp_path / "guide", {})
    document = (folder / "document.yaml").read_text().replace("[start]", "[start, end]")
    end = "heading: The end\npicture: none\nbody: Some words.\n"
    source = load(folder, unsaved={"document.yaml": document, "sections/end.yaml": end})
    assert [section.heading for section in source.sections] == ["Start here", "The end"]


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("heading: Start\npicture: none\nbodi: x\n", "key-unknown", 3),
        ("# words\n" * 300_000, "file-too-large", 3),
    ],
)
def test_what_is_wrong_in_an_unsaved_text_is_told(
    tmp_path: Path, text: str, code: str, line: int
) -> None:
    with pytest.raises(SourceError) as caught:
        load(write(tmp_path / "guide", {}), unsaved={START: text})
    assert (code, line) in [(one.code, one.place.line) for one in caught.value.findings]


def test_no_name_of_an_unsaved_text_leads_out_of_the_folder(tmp_path: Path) -> None:
    folder = write(tmp_path / "guide", {"document.yaml": WITH_COVER % "../ring.svg"})
    with pytest.raises(SourceError, match="leads out of the document's folder"):
        load(folder, unsaved={"../ring.svg": RING})

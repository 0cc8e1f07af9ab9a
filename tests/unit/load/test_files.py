"""Files of a document: only proper text, only from inside its folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from .folders import RING, WITH_COVER, lines_of, write

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

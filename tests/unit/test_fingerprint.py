"""Hashes of folders as people have them, and files that appear whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from exporter.fingerprint import of_folder, write_whole


def test_a_name_that_is_not_utf_8_has_a_hash_like_any_other(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    before = of_folder(tmp_path)
    odd = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    try:
        Path(os.fsdecode(odd)).write_text("b")
    except OSError:
        pytest.skip("This disk takes no such names.")
    after = of_folder(tmp_path)
    assert after != before
    Path(os.fsdecode(odd)).write_text("c")
    assert of_folder(tmp_path) != after


def test_a_file_that_nobody_may_read_counts_by_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("a")
    readable = of_folder(tmp_path)

    def refused(self: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "open", refused)
    assert of_folder(tmp_path) not in ("", readable)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="This system has no pipes with names.")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    before = of_folder(tmp_path)
    os.mkfifo(tmp_path / "pipe.svg")
    assert of_folder(tmp_path) == before


def test_a_film_beside_the_guide_is_not_read_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "film.mp4").write_bytes(b"x" * 1000)
    monkeypatch.setattr(Path, "read_bytes", lambda self: pytest.fail("read whole"))
    assert len(of_folder(tmp_path)) == 64


def test_no_link_is_followed_when_a_file_is_written(tmp_path: Path) -> None:
    victim = tmp_path / "victim.txt"
    victim.write_text("mine")
    folder = tmp_path / "output"
    folder.mkdir()
    for name in (".guide.pdf.part", "guide.pdf"):
        (folder / name).symlink_to(victim)
    write_whole(folder / "guide.pdf", b"new")
    assert victim.read_text() == "mine"
    assert (folder / "guide.pdf").read_bytes() == b"new"
    assert not (folder / "guide.pdf").is_symlink()


def test_what_a_killed_run_left_is_taken_away_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / ".guide.pdf.x1.part").write_bytes(b"half")
    (tmp_path / ".other.pdf.x1.part").write_bytes(b"half")
    write_whole(tmp_path / "guide.pdf", b"whole")
    assert sorted(file.name for file in tmp_path.iterdir()) == [".other.pdf.x1.part", "guide.pdf"]


def test_a_file_that_cannot_be_written_leaves_nothing_and_keeps_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "guide.pdf"
    file.write_bytes(b"old")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_whole(file, b"new")
    assert [one.name for one in tmp_path.iterdir()] == ["guide.pdf"]
    assert file.read_bytes() == b"old"


def test_a_written_file_can_be_read_by_those_who_may_read_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "plain.txt").write_text("x")
    write_whole(tmp_path / "whole.txt", b"x")
    modes = {(tmp_path / name).stat().st_mode & 0o777 for name in ("plain.txt", "whole.txt")}
    assert len(modes) == 1

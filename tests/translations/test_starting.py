"""A translation begins with the words of the original; what is there is never touched."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from exporter.cli import main
from exporter.diagnostics import SourceError
from exporter.load import load
from exporter.translations.starting import start
from tests.translations.home import Garden, garden


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Garden:
    monkeypatch.chdir(tmp_path)
    return garden(tmp_path)


def texts(folder: Path) -> dict[str, str]:
    found = (one for one in folder.rglob("*") if one.is_file())
    return {one.relative_to(folder).as_posix(): one.read_text("utf-8") for one in found}


def test_it_has_every_file_with_words_is_a_draft_and_loads(home: Garden) -> None:
    home.change("document.yaml", "languages: [qps]\n", "")
    shutil.rmtree(home.translation)
    assert main(["translation", "start", "garden", "cy"]) == 0
    made = home.original / "cy"
    assert sorted(texts(made)) == ["document.yaml", "sections/help.yaml", "sections/start.yaml"]
    assert (made / "sections/help.yaml").read_bytes() == (
        home.original / "sections/help.yaml"
    ).read_bytes()
    source = load(made)
    assert (source.name, source.language, source.status) == ("garden-cy", "cy", "draft")
    assert load(home.original).languages == ("cy",)


def test_a_listed_language_without_its_folder_is_begun_too(home: Garden) -> None:
    shutil.rmtree(home.translation)
    before = (home.original / "document.yaml").read_text("utf-8")
    assert len(start(home.original, "qps")) == 3
    assert (home.original / "document.yaml").read_text("utf-8") == before
    assert load(home.original).languages == ("qps",)


def test_the_second_language_stands_behind_the_first(home: Garden) -> None:
    start(home.original, "pa-Arab")
    assert load(home.original).languages == ("qps", "pa-Arab")


def test_a_section_that_came_later_is_brought_over_and_nothing_else(home: Garden) -> None:
    (home.original / "sections/next.yaml").write_text(
        "heading: Next year\npicture: none\nbody: More.\neasy_read: none\n", "utf-8"
    )
    home.change("document.yaml", "[start, help]", "[start, next, help]")
    before = texts(home.translation)
    written = start(home.original, "qps")
    assert [one.name for one in written] == ["next.yaml", "document.yaml"]
    after = texts(home.translation)
    listed = before["document.yaml"].replace("[start, help]", "[start, next, help]")
    assert after["document.yaml"] == listed
    assert {name: after[name] for name in before if "sections/" in name} == {
        name: text for name, text in before.items() if "sections/" in name
    }
    assert start(home.original, "qps") == ()


def test_files_of_a_table_are_words_and_come_too_and_the_way_to_the_schema_is_right(
    home: Garden,
) -> None:
    schema = "# yaml-language-server: $schema=../document.schema.json\n"
    file = home.original / "document.yaml"
    file.write_text(schema + file.read_text("utf-8"), "utf-8")
    (home.original / "tables").mkdir()
    (home.original / "tables/sheds.csv").write_text("Shed,Tools\nNorth,14\n", "utf-8")
    rows = home.original / "sections/start.yaml"
    text, _, _ = rows.read_text("utf-8").partition("        columns:")
    rows.write_text(f"{text}        file: tables/sheds.csv\n", "utf-8")
    start(home.original, "cy")
    assert (home.original / "cy/tables/sheds.csv").read_text("utf-8") == "Shed,Tools\nNorth,14\n"
    begun = (home.original / "cy/document.yaml").read_text("utf-8")
    assert begun.startswith("# yaml-language-server: $schema=../../document.schema.json\n")


@pytest.mark.parametrize(
    "tag", ["", "..", "../cy", "/tmp", "CY", "con", "aux", "en-GB", "en", "cy/..", "welsh please"]
)
def test_what_is_no_folder_of_a_language_is_refused_and_nothing_is_written(
    home: Garden, tag: str
) -> None:
    before = texts(home.path)
    with pytest.raises(SourceError) as error:
        start(home.original, tag)
    assert {one.code for one in error.value.findings} == {"translation-start"}
    assert texts(home.path) == before


def test_a_link_in_the_place_of_the_folder_is_refused(home: Garden) -> None:
    (home.path / "elsewhere").mkdir()
    (home.original / "cy").symlink_to(home.path / "elsewhere")
    with pytest.raises(SourceError):
        start(home.original, "cy")
    assert list((home.path / "elsewhere").iterdir()) == []


def test_a_link_in_the_place_of_a_folder_in_it_is_refused_and_nothing_is_written(
    home: Garden,
) -> None:
    (home.path / "elsewhere").mkdir()
    (home.original / "cy").mkdir()
    (home.original / "cy/sections").symlink_to(home.path / "elsewhere")
    with pytest.raises(SourceError) as error:
        start(home.original, "cy")
    (finding,) = error.value.findings
    assert finding.place is not None
    assert finding.place.file.endswith("garden/cy/sections")
    assert list((home.path / "elsewhere").iterdir()) == []
    assert not (home.original / "cy/document.yaml").exists()


@pytest.mark.parametrize(
    ("spoilt", "code", "line"),
    [
        ("title: A\n\0: b\n", "text-control-character", 2),
        ("title: [\n", "yaml-first-sign", 1),
        ("", "file-empty", 0),
    ],
)
def test_what_is_wrong_with_what_was_begun_is_told_at_its_own_line(
    home: Garden, spoilt: str, code: str, line: int
) -> None:
    (home.translation / "document.yaml").write_text(spoilt, "utf-8")
    with pytest.raises(SourceError) as error:
        start(home.original, "qps")
    first = error.value.findings[0]
    assert first.place is not None
    assert first.place.file.endswith("garden/qps/document.yaml")
    assert (first.code, first.place.line) == (code, line)


def test_what_cannot_be_written_is_named_and_the_same_again_goes_on(home: Garden) -> None:
    in_the_way = home.original / "cy/document.yaml"
    in_the_way.mkdir(parents=True)
    with pytest.raises(SourceError) as error:
        start(home.original, "cy")
    (finding,) = error.value.findings
    assert finding.place is not None
    assert finding.place.file.endswith("garden/cy/document.yaml")
    assert "Then type the same again" in finding.hint
    in_the_way.rmdir()
    assert [one.name for one in start(home.original, "cy")] == ["document.yaml", "document.yaml"]
    assert load(in_the_way.parent).name == "garden-cy"


RENAMED = ("[start, help]", "[start, support]")


def _rename_help(home: Garden, change: str = "") -> None:
    section = home.original / "sections/help.yaml"
    section.rename(section.with_name("support.yaml"))
    for file in ("sections/start.yaml", "sections/support.yaml"):
        typed = (home.original / file).read_text("utf-8")
        (home.original / file).write_text(typed.replace("#help", "#support") + change, "utf-8")
    home.change("document.yaml", *RENAMED)


def test_a_section_with_a_new_name_is_not_brought_over_a_second_time(home: Garden) -> None:
    _rename_help(home)
    before = texts(home.path)
    with pytest.raises(SourceError) as error:
        start(home.original, "qps")
    (finding,) = error.value.findings
    assert finding.place is not None
    assert finding.place.file.endswith("garden/qps/sections/help.yaml")
    assert "“support”" in finding.message
    assert texts(home.path) == before
    old = home.translation / "sections/help.yaml"
    old.rename(old.with_name("support.yaml"))  # as the finding says
    home.change("qps/document.yaml", *RENAMED)
    assert start(home.original, "qps") == ()


def test_a_section_of_one_language_alone_stops_no_other(
    home: Garden, capsys: pytest.CaptureFixture[str]
) -> None:
    own = "heading: Ŏŵń\npicture: none\nbody: Ŏŵń.\neasy_read: none\n"
    own += "accept: {rule: translation-part, because: It is about the law here.}\n"
    (home.translation / "sections/own.yaml").write_text(own, "utf-8")
    home.change("qps/document.yaml", "[start, help]", "[start, help, own]")
    new = own.partition("accept")[0]
    (home.original / "sections/next.yaml").write_text(new, "utf-8")
    home.change("document.yaml", "[start, help]", "[start, help, next]")
    main(["translation", "status", "garden-qps"])
    told = capsys.readouterr().out
    assert "exporter translation start garden qps" in told  # how “next” comes
    assert "for information" in told.partition("no section “own”")[2]  # it was answered
    assert [one.name for one in start(home.original, "qps")] == ["next.yaml", "document.yaml"]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["start", "garden"], "In which language? Like this:  exporter translation start garden"),
        (["status", "garden"], "it is the original. Name one of its translations: garden-qps."),
        (["record", "garden"], "it is the original. Name one of its translations: garden-qps."),
    ],
)
def test_a_command_that_lacks_something_says_what(
    home: Garden, capsys: pytest.CaptureFixture[str], typed: list[str], told: str
) -> None:
    assert main(["translation", *typed]) == 2
    assert told in capsys.readouterr().err


@pytest.mark.parametrize(
    ("document", "tag", "hint"), [("", "CY", "start garden cy"), ("qps", "ur", "start garden ur")]
)
def test_how_it_is_typed_is_said_with_the_names_that_were_typed(
    home: Garden, document: str, tag: str, hint: str
) -> None:
    with pytest.raises(SourceError) as error:
        start(home.original / document, tag)
    assert error.value.findings[0].hint == f"Like this:  exporter translation {hint}"


def test_a_translation_is_not_translated_again(home: Garden) -> None:
    with pytest.raises(SourceError, match="garden-qps is itself a translation"):
        start(home.translation, "cy")


def test_an_original_with_faults_is_mended_first(home: Garden) -> None:
    home.change("sections/help.yaml", "picture: none", "picture: nowhere")
    with pytest.raises(SourceError) as error:
        start(home.original, "cy")
    assert [one.code for one in error.value.findings] == ["picture-unknown"]
    assert not (home.original / "cy").exists()

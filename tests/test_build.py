"""Building: everything together on the starter guide, as an author runs it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from types import FrameType

import pytest

import exporter
from exporter.cli import main
from exporter.formats import FORMATS
from exporter.making import judging
from exporter.outline import Entry
from exporter.starter import start

NAMES = [
    f"monday-{edition}.{suffix}"
    for edition in ("easy-read", "large-print", "standard")
    for suffix in ("docx", "html", "pdf")
]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the starter guide in it, named "monday"."""
    folder = tmp_path / "monday"
    start(folder, "River Trust")
    brand = folder / "styles/brands/house.yaml"
    brand.write_text(brand.read_text("utf-8") + "contact: [{phone: 01632 960001}]\n", "utf-8")
    monkeypatch.chdir(folder)
    return folder


def files(home: Path) -> dict[str, bytes]:
    return {f.name: f.read_bytes() for f in sorted((home / "output/monday").glob("monday-*"))}


def test_the_starter_builds_nine_files_and_passes_at_once(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "--json", "--jobs", "1"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert sorted(Path(name).name for name in told["made"]) == NAMES
    assert sorted(files(home)) == NAMES
    report = json.loads((home / "output/monday/report.json").read_text())
    assert [file["says_the_same"] for file in report["files"]] == [True] * 9


def test_a_second_build_makes_nothing_and_changes_nothing(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["build", "--json", "--jobs", "1"])
    first = json.loads(capsys.readouterr().out)
    before, times = files(home), [f.stat().st_mtime_ns for f in (home / "output/monday").iterdir()]
    assert main(["build", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["findings"] == first["findings"]
    assert told["made"] == []
    assert sorted(Path(name).name for name in told["kept"]) == NAMES
    assert files(home) == before
    assert [f.stat().st_mtime_ns for f in (home / "output/monday").iterdir()] == times


def test_the_list_of_what_was_built_ends_with_how_much_it_was_and_how_long_it_took(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ask = ["build", "--jobs", "1", "--format", "html"]
    for done in ("3 made, 0 up to date", "0 made, 3 up to date"):
        assert main(ask) == 0
        last = capsys.readouterr().out.splitlines()[-1]
        assert re.fullmatch(rf"in output/: {done}, in \d+\.\d seconds", last)


_PROGRAM = f"{Path(exporter.__file__).parent}{os.sep}"


def _work(*asked: str) -> Counter[str]:
    """How many functions a build calls, by the room of the program; those of others as “~”."""
    calls: Counter[str] = Counter()

    def count(frame: FrameType, event: str, _: object) -> None:
        if event == "call":
            file = frame.f_code.co_filename
            ours = file.startswith(_PROGRAM)
            calls[re.split(r"[/\\.]", file.removeprefix(_PROGRAM))[0] if ours else "~"] += 1

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        main(["build", "--jobs", "1", "--format", "pdf,docx,html,epub", *asked])
    finally:
        sys.setprofile(before)
    return calls


def test_a_second_build_looks_at_what_stands_and_does_no_work(home: Path) -> None:
    """No clock: it asks whether anything has changed, and loads, writes and reads no document."""
    first, second = _work(), _work()
    assert {"load", "adapt", "checks", "writers", "readback", "file_rules"} <= set(first)
    assert set(second) <= {
        "~", "authored", "cli", "diagnostics", "edition", "fingerprint", "formats", "garbage",
        "harm", "making", "records", "reports", "styles",
    }  # fmt: skip
    assert second.total() < first.total() / 5


def test_a_web_page_leads_to_those_of_the_other_editions_that_are_made(home: Path) -> None:
    main(["build", "--jobs", "1", "--format", "html", "--edition", "standard"])
    assert _ways(files(home)["monday-standard.html"]) == []
    main(["build", "--jobs", "1", "--format", "html"])
    ways = {name: _ways(data) for name, data in files(home).items()}
    assert len(ways) == 3
    assert ways == {name: sorted(set(ways) - {name}) for name in ways}
    main(["build", "--jobs", "1", "--format", "html", "--edition", "standard", "--force"])
    assert _ways(files(home)["monday-standard.html"]) == sorted(
        set(ways) - {"monday-standard.html"}
    )


def _ways(data: bytes) -> list[str]:
    return sorted(re.findall(r'<a href="(monday-[^"#]+)"', data.decode()))


def test_readers_are_told_of_the_formats_that_were_asked_for(home: Path) -> None:
    page = home / "output/monday/monday-standard.html"
    both = "standard,large-print"
    main(["build", "--jobs", "1", "--format", "html", "--edition", both])
    assert "Large print (web page)" in page.read_text("utf-8")
    main(["build", "--jobs", "1", "--format", "docx,html", "--edition", both])
    assert "Large print (Word or web page)" in page.read_text("utf-8")


def test_readers_are_told_only_of_files_that_stand_beside_theirs(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def made(edition: str, format_name: str, *more: str) -> list[str]:
        ask = ["--edition", edition, "--format", format_name, *more]
        main(["build", "--jobs", "1", "--json", *ask])
        return [Path(name).name for name in json.loads(capsys.readouterr().out)["made"]]

    page = home / "output/monday/monday-standard.html"
    word = home / "output/monday/monday-large-print.docx"
    assert made("standard", "html") == ["monday-standard.html"]
    assert _told(page) == []
    assert made("large-print", "docx") == ["monday-large-print.docx"]
    assert _told(word) == ["Standard print (web page)"]
    assert made("standard", "html") == ["monday-standard.html"]
    assert _told(page) == ["Large print (Word)"]
    assert made("standard", "html") == made("large-print", "docx") == []
    (copy,) = made("standard", "html", "--size", "20")
    assert _told(page.parent / copy) == ["Large print (Word)"]
    assert made("large-print", "docx") == []  # nobody else is told of one reader's copy
    word.unlink()
    assert made("standard", "html") == ["monday-standard.html"]
    assert _told(page) == []
    assert made("large-print", "docx") == ["monday-large-print.docx"]
    section = home / "sources/monday/sections/welcome.yaml"
    section.write_text(section.read_text().replace("near the park", "near the river"))
    assert made("standard", "html") == ["monday-standard.html"]
    assert _told(page) == []  # what stands in Word says something else


def _told(file: Path) -> list[str]:
    """The other editions that a file tells its readers of."""
    furniture = FORMATS[file.suffix[1:]].read(file.read_bytes()).furniture
    return [one.text for one in furniture if one.role == "item" and one.text.endswith(")")]


def test_a_document_may_say_itself_what_files_there_are_of_it(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = home / "sources/monday/document.yaml"
    document.write_text(f"formats: [html, epub]\n{document.read_text('utf-8')}", "utf-8")
    both = "standard,large-print"
    assert main(["build", "--jobs", "1", "--edition", both, "--json"]) == 0
    capsys.readouterr()
    assert sorted(files(home)) == [
        f"monday-{edition}.{end}"
        for edition in ("large-print", "standard")
        for end in ("epub", "html")
    ]
    page = re.sub("</?span[^>]*>", "", files(home)["monday-standard.html"].decode())
    assert "Large print (web page or e-book)" in page
    assert main(["build", "--edition", "standard", "--json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["kept"]) == 2
    assert main(["build", "--edition", "standard", "--format", "docx", "--jobs", "1"]) == 0
    assert "monday-standard.docx" in files(home)


def test_a_format_that_there_is_not_is_told_where_the_document_names_it(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = home / "sources/monday/document.yaml"
    document.write_text(f"formats: [html, epubs]\n{document.read_text('utf-8')}", "utf-8")
    assert main(["build", "--jobs", "1", "--json"]) == 1
    (finding,) = json.loads(capsys.readouterr().out)["findings"]
    assert finding["rule"] == "format-not-made"
    assert (finding["line"], finding["hint"]) == (1, "Did you mean “epub”?")
    assert files(home) == {}


def test_an_option_of_word_makes_no_web_page_anew(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["build", "--jobs", "1", "--edition", "standard", "--format", "html", "--json"]
    main(asked)
    capsys.readouterr()
    assert main([*asked, "--word-page-numbers", "--pdf-standard", "ua-2"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["made"], len(told["kept"])) == ([], 1)


def test_a_document_without_easy_read_is_remembered_too(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plain = home / "sources/plain"
    plain.mkdir()
    (plain / "document.yaml").write_text(
        "title: Plain\nlanguage: en-GB\nstatus: draft\nsections: [words]\n"
    )
    (plain / "sections").mkdir()
    (plain / "sections/words.yaml").write_text(
        "heading: Words\npicture: none\nbody: We meet on Mondays.\n"
    )
    main(["build", "plain", "--jobs", "1", "--format", "html"])
    assert {one.name for one in (home / "output/plain").glob("plain-*")} == {
        "plain-large-print.html",
        "plain-standard.html",
    }
    capsys.readouterr()
    main(["build", "plain", "--json", "--format", "html"])
    told = json.loads(capsys.readouterr().out)
    assert (told["made"], len(told["kept"])) == ([], 2)


@pytest.mark.parametrize(
    "memory", ['{"findings": []}', "[]", "{", '{"schema": 1, "files": 3}', '{"schema": 99}']
)
def test_a_memory_of_another_shape_is_forgotten_and_the_files_are_made_anew(
    home: Path, capsys: pytest.CaptureFixture[str], memory: str
) -> None:
    main(["build", "--jobs", "1", "--format", "html"])
    before = files(home)
    (home / "output/.state/build-monday.json").write_text(memory)
    capsys.readouterr()
    assert main(["build", "--json", "--jobs", "1", "--format", "html"]) == 0
    assert len(json.loads(capsys.readouterr().out)["made"]) == 3
    assert files(home) == before


@pytest.mark.parametrize(
    "asked",
    [
        ["build", "--format", "html"],
        ["check"],
        ["check", "sources/monday/note.md"],
        ["check", "monday", "sources/monday/note.md"],
        ["verify", "output/monday/monday-standard.html"],
        ["batch", "--draft", "--plan-only"],
        ["batch", "--draft", "--no-covers"],
    ],
    ids=" ".join,
)
def test_every_answer_as_json_says_its_schema(
    home: Path, capsys: pytest.CaptureFixture[str], asked: list[str]
) -> None:
    (home / "sources/monday/note.md").write_text("Bring a friend.")
    plan = "defaults: {formats: [html]}\npartners:\n  - {id: hilltop, name: Hilltop}\n"
    (home / "sources/partners.yaml").write_text(plan)
    main(["build", "--jobs", "1", "--format", "html"])
    capsys.readouterr()
    main([*asked, "--json"])
    assert json.loads(capsys.readouterr().out)["schema"] == 1
    written = [*home.glob("output/**/*.json"), *home.glob("output/.state/*.json")]
    assert written
    for file in written:
        assert json.loads(file.read_bytes())["schema"] == 1, file
    for file in home.glob("output/.state/*.jsonl"):
        for line in file.read_bytes().splitlines():
            assert json.loads(line)["schema"] == 1, file


def test_a_changed_word_is_built_again(home: Path) -> None:
    main(["build", "--jobs", "1", "--format", "html"])
    before = files(home)
    section = home / "sources/monday/sections/welcome.yaml"
    section.write_text(section.read_text().replace("near the park", "near the river"))
    assert main(["build", "--jobs", "1", "--format", "html"]) == 0
    after = files(home)
    assert b"near the river" in after["monday-standard.html"]
    assert before["monday-standard.html"] != after["monday-standard.html"]


def test_a_changed_sentence_puts_the_easy_read_of_a_released_guide_out_of_date(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = home / "sources/monday/document.yaml"
    document.write_text(document.read_text().replace("status: draft", "status: released"))
    assert main(["review", "record", "monday", "--author"]) == 0
    assert main(["build", "--jobs", "1", "--format", "html"]) == 0
    before = files(home)
    section = home / "sources/monday/sections/welcome.yaml"
    section.write_text(section.read_text().replace("near the park", "near the river"))
    # an easy read that was made anew would have this title, and the old one has not
    document.write_text(document.read_text().replace("Meeting up on Mondays", "Monday meetings"))
    capsys.readouterr()
    assert main(["build", "--jobs", "1", "--format", "html"]) == 1
    told = capsys.readouterr().err
    assert "sources/monday/sections/welcome.yaml" in told
    assert "easy-read-out-of-date" in told
    after = files(home)
    assert after["monday-easy-read.html"] == before["monday-easy-read.html"]
    assert b"near the river" in after["monday-standard.html"]
    assert b"Monday meetings" in after["monday-standard.html"]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_edition_of_a_released_guide_whose_words_must_be_mended_is_held_back(
    home: Path, capsys: pytest.CaptureFixture[str], jobs: str
) -> None:
    """Whichever comes first, the file or what is found in its words."""
    document = home / "sources/monday/document.yaml"
    document.write_text(document.read_text().replace("status: draft", "status: released"))
    assert main(["build", "--jobs", jobs, "--format", "html"]) == 0
    before = files(home)
    section = home / "sources/monday/sections/come-along.yaml"
    text = section.read_text("utf-8")
    row = text.index("easy_read:")
    words = "We meet " + "and we talk and we eat and we laugh " * 8 + "on Mondays."
    changed = re.sub(r"(?m)^( *)text: .*$", rf"\1text: {words}", text[row:], count=1)
    section.write_text(text[:row] + changed, "utf-8")
    document.write_text(document.read_text().replace("Meeting up on Mondays", "Monday meetings"))
    capsys.readouterr()
    assert main(["build", "--jobs", jobs, "--format", "html", "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["failed"] == ["monday/monday-easy-read.html"]
    after = files(home)
    assert after["monday-easy-read.html"] == before["monday-easy-read.html"]
    assert b"Monday meetings" in after["monday-standard.html"]


@pytest.mark.parametrize(
    "asked",
    [["build", "--format", "html", "--jobs", "1"], ["batch", "--draft", "--no-covers"]],
    ids=["build", "batch"],
)
@pytest.mark.parametrize("file", ["editions/standard.yaml", "web.css", "locales/en.yaml"])
def test_a_changed_style_file_makes_files_anew(
    home: Path, capsys: pytest.CaptureFixture[str], asked: list[str], file: str
) -> None:
    plan = "defaults: {formats: [html]}\npartners:\n  - {id: hilltop, name: Hilltop}\n"
    (home / "sources/partners.yaml").write_text(plan)
    style = home / "styles" / file
    style.parent.mkdir(parents=True, exist_ok=True)
    shipped = (Path(__file__).parents[1] / "styles" / file).read_text("utf-8")
    style.write_text(shipped, "utf-8")
    folder = home / ("output/monday" if asked[0] == "build" else "output/partners/hilltop")
    assert main(asked) == 0
    before = (folder / "monday-standard.html").read_bytes()
    changed = {
        "editions/standard.yaml": shipped.replace("tables: auto", "tables: rows"),
        "web.css": f"{shipped}\nmain {{ letter-spacing: 0.01em }}\n",
        "locales/en.yaml": shipped.replace("Other ways to read this", "More ways to read this"),
    }[file]
    assert changed != shipped
    style.write_text(changed, "utf-8")
    assert main(asked) == 0
    assert (folder / "monday-standard.html").read_bytes() != before


def test_a_picture_without_alternative_text_stops_the_build_and_keeps_the_old_files(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["build", "--jobs", "1", "--format", "html"])
    before = files(home)
    document = home / "sources/monday/document.yaml"
    lines = document.read_text().splitlines(keepends=True)
    line = next(n for n, text in enumerate(lines) if text.strip().startswith("alt: A clock"))
    document.write_text("".join(lines[:line] + lines[line + 1 :]))
    capsys.readouterr()
    assert main(["build"]) == 1
    told = capsys.readouterr().err
    assert "sources/monday/document.yaml:22" in told
    assert "clock" in told
    assert files(home) == before


def test_the_same_bytes_in_other_processes_folders_and_hash_seeds(home: Path) -> None:
    main(["build", "--jobs", "1"])
    before = files(home)
    elsewhere = home.parent / "elsewhere" / "monday"
    start(elsewhere)
    (elsewhere / "styles/brands/house.yaml").write_bytes(
        (home / "styles/brands/house.yaml").read_bytes()
    )
    subprocess.run(
        [sys.executable, "-m", "exporter", "build", "--jobs", "2"],
        cwd=elsewhere,
        env={**os.environ, "PYTHONHASHSEED": "4711"},
        check=True,
        capture_output=True,
    )
    assert files(elsewhere) == before


def test_another_brand_goes_into_its_own_folder(home: Path) -> None:
    assert main(["build", "--brand", "riverside", "--format", "html"]) == 0
    page = (home / "output/partners/riverside/monday-standard.html").read_text()
    assert "Riverside Council" in page
    assert 'alt="The Working Together Project"' not in page


def test_one_readers_copy_has_its_size_in_its_name(home: Path) -> None:
    assert main(["build", "--size", "22", "--edition", "standard", "--format", "html"]) == 0
    assert sorted(files(home)) == ["monday-standard-22pt.html"]


def test_a_wrong_name_is_a_misuse_and_says_what_there_is(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "--edition", "gigantic"]) == 2
    assert "giant-print" in capsys.readouterr().err


def test_an_unknown_document_is_told_with_those_there_are(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", "tuesday"]) == 2
    assert "monday" in capsys.readouterr().err


def test_a_failing_document_stops_no_other(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = home / "sources/bad"
    bad.mkdir()
    (bad / "document.yaml").write_text("title: Only a title\n")
    assert main(["build", "--jobs", "1", "--format", "html"]) == 1
    assert len(files(home)) == 3
    assert "sources/bad/document.yaml" in capsys.readouterr().err


@pytest.mark.parametrize("suffix", ["pdf", "docx", "html"])
def test_the_three_formats_of_an_edition_have_one_outline(
    home: Path, suffix: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["build", "--jobs", "1"])
    capsys.readouterr()
    main(["outline", "monday", "--edition", "easy-read", "--json"])
    meant = json.loads(capsys.readouterr().out)
    main(["outline", f"output/monday/monday-easy-read.{suffix}", "--json"])
    assert json.loads(capsys.readouterr().out) == meant


def test_init_overwrites_nothing(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init", "."]) == 2
    assert "there already" in capsys.readouterr().err


def test_explain_tells_reason_and_source(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "figure-alt-missing"]) == 0
    told = capsys.readouterr().out
    assert "figure-alt-missing" in told
    assert "WCAG" in told
    assert main(["explain", "figure-alt-mising"]) == 2
    assert "figure-alt-missing" in capsys.readouterr().err


def test_files_that_cannot_be_written_are_told_one_by_one(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "output").write_text("a file stands where the folder should be")
    assert main(["build", "--json", "--edition", "standard"]) == 1
    told = json.loads(capsys.readouterr().out)
    unwritten = {f["file"] for f in told["findings"] if f["rule"] == "file-not-written"}
    assert unwritten == {
        *(f"output/monday/{name}" for name in NAMES if "standard" in name),
        "output/monday/report.json",
    }


def test_a_guide_that_cannot_be_started_is_told_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "taken").write_text("a file")
    assert main(["init", str(tmp_path / "taken")]) == 1
    assert "Is the folder there" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("folder", "name"), [("Café Zoë", "cafe-zoe"), ("con", "con-guide"), ("日本", "my-guide")]
)
def test_a_new_guide_has_a_name_that_every_system_takes(
    folder: str, name: str, tmp_path: Path
) -> None:
    assert start(tmp_path / folder).name == name


def test_the_way_to_a_new_guide_can_be_typed_as_it_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["init", str(tmp_path / "My guide")]) == 0
    assert f"cd '{tmp_path}/My guide'" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (["--size", "90"], "choose 6 to 72"),
        (["--size", "nan"], "choose 6 to 72"),
        (["--size", "14"], "large-print has letters of at least 16 points"),
        (["--font", "Comic"], "There is no typeface “Comic”"),
        (["--bleed", "3"], "--bleed goes with --print"),
        (["--styles", "nowhere"], "There is no folder nowhere"),
    ],
)
def test_what_cannot_be_asked_for_is_told_before_anything_is_made(
    home: Path, capsys: pytest.CaptureFixture[str], asked: list[str], said: str
) -> None:
    assert main(["build", *asked]) == 2
    assert said in capsys.readouterr().err
    assert not (home / "output").exists()


@pytest.mark.parametrize(
    ("edition", "size"), [("standard", "13"), ("standard", "32"), ("large-print", "28")]
)
def test_one_readers_copy_is_made_in_small_and_in_very_large_letters(
    home: Path, edition: str, size: str
) -> None:
    asked = ["--edition", edition, "--size", size, "--format", "pdf,docx", "--font", "arimo"]
    assert main(["build", *asked]) == 0
    assert (home / f"output/monday/monday-{edition}-{size}pt-arimo.pdf").is_file()


def test_a_long_table_does_not_make_the_text_of_an_edition_too_small(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    section = home / "sources/monday/sections/come-along.yaml"
    row = "      - day: First Monday\n"
    rows = "".join(f"      - day: Day {n}\n        what: A walk to place {n}\n" for n in range(80))
    section.write_text(section.read_text("utf-8").replace(row, rows + row), "utf-8")
    main(["build", "--edition", "standard", "--format", "pdf", "--json"])
    told = json.loads(capsys.readouterr().out)
    assert "pdf-size-not-as-asked" not in {finding["rule"] for finding in told["findings"]}


def test_an_edition_that_was_asked_for_and_has_no_words_is_told_each_time(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for section in (home / "sources/monday/sections").glob("*.yaml"):
        kept = [one for one in section.read_text("utf-8").split("\n") if "summary:" not in one]
        section.write_text("\n".join(kept), "utf-8")
    ask = ["build", "--jobs", "1", "--format", "html", "--edition"]
    for _ in range(2):
        assert main([*ask, "headlines"]) == 0
        assert "no words for the edition “headlines”" in capsys.readouterr().err
    assert main(["build", "--strict", *ask[1:], "headlines"]) == 1
    capsys.readouterr()
    main([*ask, "standard"])
    assert "edition-without-words" not in capsys.readouterr().err
    main(ask[:-1])
    assert "edition-without-words" not in capsys.readouterr().err


def test_a_file_that_lacks_what_the_program_adds_is_not_released(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    more = (Entry("heading", "Who paid for this", level=2),)
    monkeypatch.setattr(judging, "furniture_of", lambda document, on_paper: more)
    assert main(["build", "--jobs", "1", "--format", "html", "--edition", "standard"]) == 1
    assert "exporter explain furniture-missing" in capsys.readouterr().err
    assert list(files(home)) == []

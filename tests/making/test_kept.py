"""What is kept in output/ is data, is checked by its content, and made anew where it is wrong."""

from __future__ import annotations

import ast
import json
import os
import pickle
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from exporter import fingerprint, records
from exporter.cli import main
from exporter.formats import FORMATS, Settings
from exporter.making import kept_layout
from exporter.making.layouts import Choice, Compiled, Layout, compile_layout
from exporter.making.plain_form import from_plain, to_plain
from exporter.model import Document
from exporter.records import MisshapenError
from exporter.source import Acceptance
from exporter.styles.editions import load_edition
from exporter.web_page.markup import Html
from tests import build
from tests.batch.home import Home, states
from tests.conftest import ROOT
from tests.test_golden import BRAND

SETTINGS = {
    "as usual": Settings(),
    "in Pango's letters": Settings(pdf_engine="weasyprint"),
    "for a print shop": Settings(print_shop=True, bleed=3),
}


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    made = Home.new(tmp_path)
    monkeypatch.chdir(made.path)
    return made


def compiled(format_name: str = "html", settings: Settings = SETTINGS["as usual"]) -> Compiled:
    document = build.everything()
    layout = Layout(Choice(document.name), "standard", format_name)
    edition = load_edition("standard")
    answers = (Acceptance("a-rule", "It is so."),)
    return compile_layout(layout, "key", document, edition, settings, answers)


@pytest.mark.parametrize(
    ("format_name", "settings"),
    [*((name, "as usual") for name in FORMATS), *(("pdf", one) for one in SETTINGS)],
)
def test_a_layout_that_was_kept_gives_the_same_files(format_name: str, settings: str) -> None:
    one = compiled(format_name, SETTINGS[settings])
    data = b"".join(kept_layout.written(one))
    again = kept_layout.read(data, one.key, one.layout, one.settings)
    assert again is not None
    assert again.template == one.template
    assert (again.document, again.edition, again.answers, again.witness) == (
        one.document, one.edition, one.answers, one.witness,
    )  # fmt: skip
    assert again.stamped(BRAND) == one.stamped(BRAND)


def test_a_layout_of_which_one_byte_is_another_is_no_layout() -> None:
    one = compiled()
    data = b"".join(kept_layout.written(one))
    assert kept_layout.read(data, one.key, one.layout, one.settings)
    assert kept_layout.read(data, "another", one.layout, one.settings) is None
    for place in range(0, len(data), len(data) // 200):
        spoilt = data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]
        assert kept_layout.read(spoilt, one.key, one.layout, one.settings) is None
        assert kept_layout.read(data[:place], one.key, one.layout, one.settings) is None


@pytest.mark.parametrize(
    "body",
    [
        b"", b"\n", b"[]\n", b"[[1]]\n1", b"[[1],[1],[1]]\n123", b"[[2],[2],[2]]\n[][][]",
        b"[[-1],[2],[2]]\n[][", b"[[],[],[]]\n", b"[" * 100_000 + b"\n", b"\xff\n", b"[[true]]\n1",
        b"[[99999999999]]\n", b'[["1"]]\n1',
    ],
)  # fmt: skip
def test_what_somebody_else_wrote_with_a_right_hash_is_no_layout(body: bytes) -> None:
    one = compiled()
    first = f"exporter layout key {fingerprint.sha256(body)}\n".encode()
    assert kept_layout.read(first + body, "key", one.layout, one.settings) is None


def _spoilt(value: Any) -> Iterator[Any]:
    """The value with something else in each place."""
    if isinstance(value, list):
        yield [*value, 1]
        for number, one in enumerate(value):
            yield value[:number] + value[number + 1 :]
            for other in _spoilt(one):
                yield [*value[:number], other, *value[number + 1 :]]
    else:
        others = (None, [], {}, "Document", 10**6, -1, True, 1.5, ["Document", 1])
        yield from (one for one in others if type(one) is not type(value))


def test_nothing_but_a_value_of_the_type_comes_out_whatever_is_written() -> None:
    parts: list[bytes] = []
    small = Document(name="a", edition="standard", language="en", title="A", end=())
    plain = json.loads(json.dumps(to_plain(Document, small, parts)))
    assert from_plain(Document, plain, parts) == small
    for other in _spoilt(plain):
        try:
            found = from_plain(Document, other, parts)
        except MisshapenError:
            continue
        assert isinstance(found, Document)
        assert to_plain(Document, found, []) == other


def test_a_type_that_is_more_than_values_has_no_plain_form() -> None:
    for kind in (Path, object, dict[str, int], Callable):
        with pytest.raises(TypeError):
            to_plain(kind, None, [])


# ---- no code in data ----------------------------------------------------------------------------

_RUNS = {"pickle", "marshal", "shelve", "dill", "cloudpickle", "joblib"}
_MAY = {"exporter/making/worker.py": {"pickle"}}
"""Between a process and those that it started, through a pipe that nobody else has."""


def test_no_module_reads_code_from_data() -> None:
    for file in sorted((ROOT / "exporter").rglob("*.py")):
        name = file.relative_to(ROOT).as_posix()
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            match node:
                case ast.Import(names=names):
                    found = {one.name.split(".")[0] for one in names} & _RUNS
                    assert found <= _MAY.get(name, set()), name
                case ast.ImportFrom(module=module):
                    assert (module or "").split(".")[0] not in _RUNS, name
                case ast.Call(func=ast.Name(id="eval" | "exec" | "__import__")):
                    raise AssertionError(f"{name} runs code at line {node.lineno}")
                case ast.Call(func=ast.Attribute(attr="load" | "load_all", value=ast.Name("yaml"))):
                    assert name == "exporter/checks/word_lists.py", name  # our own, by SafeLoader


class _Evil:
    def __init__(self, file: Path) -> None:
        self.file = file

    def __reduce__(self) -> tuple[Any, ...]:
        return os.system, (f"touch {self.file}",)


def test_a_command_that_somebody_put_among_the_templates_is_never_run(home: Home) -> None:
    home.run()
    told = home.path / "it-ran"
    for file in (home.output / ".state/templates").iterdir():
        evil = pickle.dumps(_Evil(told))
        file.write_bytes(evil.ljust(file.stat().st_size, b"."))
        file.with_suffix(".pickle").write_bytes(evil)
    for file in (home.output / ".state").glob("*.json*"):
        file.write_bytes(pickle.dumps(_Evil(told)))
    home.change("partners.yaml", "9605", "9606")
    assert set(states(home.run()).values()) == {"delivered"}
    main(["build", "--jobs", "1", "--format", "html"])
    assert not told.exists()


# ---- what is wrong is made anew -----------------------------------------------------------------


def damaged(file: Path) -> None:
    """Zeros in the middle; size and times as they were, as a bad disk leaves it."""
    about, data = file.stat(), file.read_bytes()
    middle = len(data) // 2
    file.write_bytes(data[:middle] + b"\0" * min(40, len(data) - middle) + data[middle + 40 :])
    os.utime(file, ns=(about.st_atime_ns, about.st_mtime_ns))
    assert file.stat().st_size == about.st_size


@pytest.mark.parametrize("suffix", ["template", "json", "html"])
def test_what_is_damaged_on_the_shelf_is_made_anew_in_the_same_run(home: Home, suffix: str) -> None:
    home.run()
    before = home.tree()
    for file in (home.output / ".state/templates").glob(f"*.{suffix}"):
        damaged(file)
    home.change("partners.yaml", "01632 960512", "01632 960513")
    result = home.run()
    assert set(states(result).values()) == {"delivered"}
    home.change("partners.yaml", "01632 960513", "01632 960512")
    home.run()
    assert home.tree() == before


def test_a_damaged_file_of_a_pack_is_made_anew_though_size_and_time_are_the_same(
    home: Home,
) -> None:
    home.run()
    before = home.tree()
    for name in ("monday-standard.html", "evidence.json", "read-me-first.html"):
        damaged(home.file("harbour", name))
        assert home.run().delivered == 1
        assert home.tree() == before


def test_damaged_reports_and_cover_pictures_are_made_anew(home: Home) -> None:
    home.change("partners.yaml", "formats: [html]", "formats: [pdf], editions: [standard]")
    home.run(with_covers=True)
    before = home.tree("")
    names = [name for name in before if name.startswith(("report", "covers/"))]
    assert len(names) > 4
    for name in names:
        damaged(home.output / name)
    home.run(with_covers=True)
    after = home.tree("")
    assert {name: after[name] for name in names} == {name: before[name] for name in names}


@pytest.mark.parametrize("spoil", [damaged, Path.unlink], ids=["damaged", "gone"])
def test_every_file_of_a_build_is_made_anew_when_it_is(
    home: Home, spoil: Callable[[Path], None]
) -> None:
    asked = ["build", "--jobs", "1", "--edition", "standard", "--print"]
    main(asked)
    before = home.tree("monday")
    assert {name.partition("-for-printing")[2] for name in before} >= {".pdf", "-sheet.pdf"}
    for name in before:
        spoil(home.output / "monday" / name)
        main(asked)
        assert home.tree("monday") == before, name


@pytest.mark.parametrize("spoil", [damaged, Path.unlink], ids=["damaged", "gone"])
def test_reports_on_a_document_are_made_anew(home: Home, spoil: Callable[[Path], None]) -> None:
    asked = ["build", "--jobs", "1", "--format", "html"]
    main(asked)
    before = home.tree("monday")
    for name in ("report.json", "what-we-checked.html"):
        spoil(home.output / "monday" / name)
        main(asked)
        assert home.tree("monday") == before, name


def test_no_history_keeps_a_name_that_leads_elsewhere(home: Home) -> None:
    home.run()
    history = home.output / ".state/batch-partners.jsonl"
    secret = home.path / "secret.txt"
    secret.write_text("mine")
    lines = []
    for line in history.read_bytes().splitlines():
        value = json.loads(line)
        del value["sum"]
        value["written"] = [{"name": "../../../secret.txt", "sha256": fingerprint.of_kept(secret)}]
        lines.append(records.summed(value))
    history.write_bytes(b"\n".join(lines) + b"\n")
    assert home.run().delivered == 3
    assert secret.read_text() == "mine"


# ---- links --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [".state", ".state/templates", ".state/bitmaps", "covers"])
def test_no_link_in_the_place_of_what_is_kept_is_followed(home: Home, name: str) -> None:
    elsewhere = home.path / "elsewhere"
    elsewhere.mkdir()
    for file in ("mine.txt", "mine.png", "mine.template"):
        (elsewhere / file).write_text("mine")
    link = home.output / name
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to(elsewhere, target_is_directory=True)
    home.run(with_covers=True)
    main(["build", "--jobs", "1", "--format", "docx", "--edition", "standard"])
    assert sorted(one.name for one in elsewhere.iterdir()) == [
        "mine.png", "mine.template", "mine.txt",
    ]  # fmt: skip
    assert not link.is_symlink()


@pytest.mark.parametrize(
    "name", ["batch-partners.jsonl", "build-monday.json", "lock", "covers.json"]
)
def test_no_link_in_the_place_of_a_kept_file_is_followed(home: Home, name: str) -> None:
    victim = home.path / "victim.txt"
    victim.write_text("mine\n")
    (home.output / ".state").mkdir(parents=True)
    (home.output / ".state" / name).symlink_to(victim)
    home.run(with_covers=True)
    main(["build", "--jobs", "1", "--format", "html", "--edition", "standard"])
    assert victim.read_text() == "mine\n"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="This system has no pipes with names.")
def test_a_pipe_in_the_place_of_a_kept_file_is_not_waited_for(home: Home) -> None:
    home.run()
    kept = [*(home.output / ".state").iterdir(), *(home.output / ".state/templates").iterdir()]
    for file in kept:
        if file.is_file() and file.name != "lock":
            file.unlink()
            os.mkfifo(file)
    assert home.run().delivered == 3


def test_markup_is_text_and_comes_back_as_it_was() -> None:
    kept = to_plain(tuple[Html, ...], (Html("<p>a</p>"),), [])
    assert kept == ["<p>a</p>"]
    assert from_plain(tuple[Html, ...], kept, []) == ("<p>a</p>",)
    with pytest.raises(MisshapenError):
        from_plain(Html, 1, [])

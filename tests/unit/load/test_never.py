"""Whatever a file holds: findings, never a traceback, never a hang."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .folders import USUAL, WITH_COVER, findings_of, lines_of, write
from .test_cases import cases

START = "sections/start.yaml"
FULL = next(case.files for case in cases() if "Every construct" in case.title)
SIGNS = st.sampled_from(
    [
        *("::: note\n", ":::\n", "\n", "  ", "\t", '"', "'", "|", ">", "- ", "[", "]", "{", "}"),
        *(": ", ",", " #", "*", "&a ", "!t ", "%", "@", "`", "```\n", "[^a]", "[](#x)", "](", "**"),
        *(
            "<b>",
            "&amp;",
            "---\n",
            "\x00",
            "\u2028",
            "\ufeff",
            "1. ",
            "> ",
            "-- ",
            "? ",
            "\\",
            "\r",
        ),
        *("picture: none\n", "- text: y\n", "sections:\n", "\n: x\n", "none", "0", "~", "é", "🙂"),
    ]
)
QUICK = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@QUICK
@given(data=st.data())
def test_spoilt_documents_give_findings_only(tmp_path: Path, data: st.DataObject) -> None:
    files = {**FULL}
    name = data.draw(st.sampled_from(sorted(files)))
    text = files[name]
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = start + data.draw(st.sampled_from([0, 0, 1, 5, 40]))
        text = text[:start] + data.draw(SIGNS) + text[end:]
    files[name] = text
    findings_of(write(tmp_path, {**files}))


@QUICK
@given(text=st.text(max_size=300))
def test_any_text_as_a_section_gives_findings_only(tmp_path: Path, text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    findings_of(write(tmp_path, {START: data}))


@QUICK
@given(text=st.lists(SIGNS | st.text(max_size=5), max_size=30).map("".join))
def test_any_body_gives_findings_only(tmp_path: Path, text: str) -> None:
    body = "".join(f"  {line}\n" for line in text.splitlines())
    findings_of(write(tmp_path, {START: f"heading: x\npicture: none\nbody: |2\n{body}"}))


@QUICK
@given(data=st.binary(max_size=200), start=st.sampled_from([b"", b"<svg", b"\x89PNG\r\n\x1a\n"]))
def test_any_bytes_as_a_picture_give_findings_only(
    tmp_path: Path, data: bytes, start: bytes
) -> None:
    files: dict[str, str | bytes] = {
        "document.yaml": WITH_COVER % "pictures/x.svg",
        "pictures/x.svg": start + data,
    }
    assert findings_of(write(tmp_path, files))


def body(text: str) -> str:
    return "heading: x\npicture: none\nbody: |\n" + "".join(
        f"  {line}\n" for line in text.split("\n")
    )


MONSTERS = {
    "200,000 brackets": ("[" * 200_000, "yaml-too-deep"),
    "200,000 brackets in a value": ("heading: " + "[" * 200_000, "yaml-too-deep"),
    "200,000 hyphens": ("- " * 200_000, "yaml-too-deep"),
    "keys 1,000 levels deep": ("".join(" " * n + "a:\n" for n in range(1000)), "yaml-too-deep"),
    "a million values": ("a: [" + "1," * 900_000 + "]", "yaml-too-much"),
    "copies of copies": (
        "a: &a [x, x]\n" + "".join(f"b{n}: &b{n} [*a, *a]\n" for n in range(200)),
        "yaml-anchor",
    ),
    "a million equal keys": ("k: v\n" * 200_000, "yaml-too-much"),
    "20,000 faults of YAML": (
        "".join(f"k{n}: a: b\n" for n in range(20_000)),
        "yaml-colon-in-sentence",
    ),
    "5,000 unknown keys": (
        "heading: x\npicture: none\nbody: x\n" + "".join(f"headin{n}: x\n" for n in range(5000)),
        "key-unknown",
    ),
    "a paragraph of brackets": (body("[" * 100_000), "paragraph-endless"),
    "30 paragraphs of pictures": (body("\n\n".join(["![" * 2400] * 30)), "paragraph-endless"),
    "a book": (body("word " * 100_000), "text-too-long"),
    "10,000 blocks": (body("::: note\n" * 10_000), "fence-unclosed"),
    "lists 300 levels deep": (
        body("\n".join("  " * n + "- a" for n in range(300))),
        "list-too-deep",
    ),
    "quotations 300 levels deep": (body("> " * 300 + "a"), "quote-empty"),
}


@pytest.mark.parametrize("name", sorted(MONSTERS))
def test_monsters_are_findings_and_quick(tmp_path: Path, name: str) -> None:
    text, code = MONSTERS[name]
    folder = write(tmp_path, {START: text})
    start = time.process_time()
    codes = {line.rsplit(" ", 1)[1] for line in lines_of(folder)}
    assert code in codes
    assert time.process_time() - start < 10


def test_the_same_folder_loads_the_same_twice(tmp_path: Path) -> None:
    from exporter.load import load

    folder = write(tmp_path / "guide", {**USUAL, **FULL})
    assert load(folder) == load(folder)


def test_a_guide_of_ten_sections_loads_at_once(tmp_path: Path) -> None:
    words = "In one way of working a team asks for advice, in the other *everybody* decides.\n  "
    section = f"heading: A part\npicture: none\nbody: |\n  {(words * 8 + chr(10) + '  ') * 12}\n"
    files: dict[str, str | bytes] = {f"sections/part-{n}.yaml": section for n in range(10)}
    names = ", ".join(f"part-{n}" for n in range(10))
    files["document.yaml"] = f"title: A guide\nlanguage: en-GB\nsections: [{names}]\n"
    files["sections/start.yaml"] = ""
    folder = write(tmp_path, files)
    (folder / START).unlink()
    assert lines_of(folder) == []
    start = time.process_time()
    lines_of(folder)
    assert time.process_time() - start < 1.0

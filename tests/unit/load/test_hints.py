"""What is said to somebody who is afraid of red text: one cause, one message, what to write."""

from __future__ import annotations

from pathlib import Path

import pytest

from .folders import USUAL, findings_of, write

START = "sections/start.yaml"
HEAD = "heading: Start\npicture: none\n"
DOCUMENT = "title: A\nlanguage: en-GB\n"
CONTACT = f"{DOCUMENT}contacts:\n  main:\n    name: We\n    post: 3 Mill Lane, Town\n"

CASES: dict[str, tuple[dict[str, str], str, int, str]] = {
    "the file of a picture where its name belongs": (
        {START: "heading: Start\npicture: pictures/Ring.svg\nbody: Words.\n"},
        "name-shape",
        2,
        "under  pictures:  in document.yaml, for example  ring",
    ),
    "a text of several lines without a bar": (
        {START: HEAD + "body:\n  Come at: ten.\n\n  More words.\n"},
        "yaml-bar-missing",
        3,
        "Write  body: |  alone on the line",
    ),
    "a block without a bar": (
        {START: HEAD + "body:\n  Words.\n\n  ::: note\n  More.\n  :::\n"},
        "yaml-bar-missing",
        3,
        "Write  body: |  alone on the line",
    ),
    "a list without a bar": (
        {START: HEAD + "body:\n  Words.\n\n  - one\n  - two\n"},
        "yaml-bar-missing",
        4,
        "Write  body: |  alone on the line",
    ),
    "a list in quotation marks": (
        {START: HEAD + 'body: "Words.\n\n  1. one\n  2. two"\n'},
        "yaml-bar-missing",
        3,
        "Write  body: |  alone on the line",
    ),
    "a text at the margin": (
        {START: HEAD + "body:\nWords of the text.\n\nMore words.\n"},
        "yaml-too-far-left",
        4,
        "Write  body: |  and begin every line of the text with 2 spaces.",
    ),
    "a sentence that goes on at the margin": (
        {START: HEAD + "summary: This is long, and it\nis wrapped.\nbody: Words.\n"},
        "yaml-too-far-left",
        4,
        "Begin it with 2 spaces",
    ),
    "a sentence of easy read that goes on under its key": (
        {START: HEAD + "easy_read:\n  - picture: none\n    text: It is long\n    and wrapped.\n"},
        "yaml-too-far-left",
        6,
        "Begin it with 6 spaces",
    ),
    "a text beside its bar": (
        {START: HEAD + "body: | Words of the text.\n  More.\n"},
        "yaml-first-sign",
        3,
        "Write  body: |  alone, and “Words of the text.” below it",
    ),
    "a section that no list names": (
        {"sections/more.yaml": HEAD + "body: x\n"},
        "section-not-listed",
        0,
        "Write in document.yaml  sections: [start, more]  or delete the file.",
    ),
    "the same in a list of lines": (
        {
            "document.yaml": f"{DOCUMENT}sections:\n  - start\n",
            "sections/more.yaml": HEAD + "body: x",
        },
        "section-not-listed",
        0,
        "Write  - more  below  - start  in document.yaml, or delete the file.",
    ),
    "a list half in brackets": (
        {
            "document.yaml": f"{DOCUMENT}sections: [start]\n  - more\n",
            "sections/more.yaml": HEAD + "body: x\n",
        },
        "yaml-bracket",
        4,
        "Write  sections: [start, more]",
    ),
    "a list without its comma": (
        {"document.yaml": f"{DOCUMENT}sections: [start more]\n"},
        "name-shape",
        3,
        "Between two names stands a comma: start, more",
    ),
    "a list without brackets": (
        {"document.yaml": f"{DOCUMENT}sections: start\n"},
        "value-type",
        3,
        "Write  sections: [start]",
    ),
    "a picture one space to the right": (
        {
            "document.yaml": f"{DOCUMENT}cover: ring\npictures:\n  box:\n"
            "    file: pictures/ring.svg\n    alt: A box\n   ring:\n"
            "    file: pictures/ring.svg\n    alt: A ring\nsections: [start]\n",
            START: "heading: Start\npicture: box\nbody: x\n",
        },
        "yaml-crooked",
        8,
        "Begin it with 2 spaces, not 3",
    ),
    "a row one space to the right": (
        {
            START: HEAD + "easy_read:\n  - picture: none\n    text: One.\n"
            "   - picture: none\n     text: Two.\n"
        },
        "yaml-crooked",
        6,
        "Begin it with 2 spaces, not 3",
    ),
    "a picture without its folder": (
        {
            "document.yaml": f"{DOCUMENT}cover: ring\npictures:\n"
            "  ring: {file: ring.svg, alt: A}\nsections: [start]\n"
        },
        "file-absent",
        5,
        "It lies in another folder. Write  pictures/ring.svg",
    ),
    "typographic quotation marks around a version": (
        {"document.yaml": f"{DOCUMENT}version: “3”\nsections: [start]\n"},
        "yaml-quotation-marks",
        3,
        'Write  version: "3"  with straight marks, or without any.',
    ),
    "an address in one line": (
        {"document.yaml": f"{CONTACT}sections: [start]\n"},
        "value-type",
        6,
        "Write below  post:  each item on a line of its own, two spaces in:  - 3 Mill Lane",
    ),
    "sub-sections without hyphens": (
        {START: HEAD + "body: x\nsections:\n  more:\n    heading: x\n    body: y\n"},
        "value-type",
        4,
        "Each item begins with a hyphen:  - id: its-name  and its other keys stand below it.",
    ),
    "rows of easy read that are only words": (
        {START: HEAD + "body: x\neasy_read:\n  - One.\n  - Two.\n  - Three.\n"},
        "value-type",
        5,
        "Write  - picture: none  and below it  text: One.",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_one_slip_is_one_message_with_what_to_write(tmp_path: Path, name: str) -> None:
    files, code, line, hint = CASES[name]
    (found,) = findings_of(write(tmp_path, {**files}))
    assert (found.code, found.place.line) == (code, line)
    assert hint in found.hint


@pytest.mark.parametrize("name", CASES)
def test_no_message_holds_a_name_of_the_program_s_own(tmp_path: Path, name: str) -> None:
    for found in findings_of(write(tmp_path, {**CASES[name][0]})):
        assert "left-out" not in found.message + found.hint


def test_what_could_not_be_read_is_not_told_to_be_missing(tmp_path: Path) -> None:
    text = HEAD + "body: x\neasy_read:\n  - picture: [none, [ring]]\n    text: One.\n"
    found = findings_of(write(tmp_path, {**USUAL, START: text}))
    assert found
    assert all("left-out" not in one.message + one.hint for one in found)


LOOKS = {
    "**Money for carers**\n\nYou can get money.": "heading-by-look",
    "Words.\n\n*Money for carers*\n\n- One\n- Two": "heading-by-look",
    "::: note\n**Money**\n\nYou can get money.\n:::": "heading-by-look",
    "**Money for carers**\n\n::: note\nWords.\n:::": "heading-by-look",
    "– Words with a dash.\n\nMore.": "list-mark",
    "\\* Not on Mondays.": "list-mark",
    "a) One.\n\nc) Three.": "list-mark",
}


@pytest.mark.parametrize("body", LOOKS)
def test_what_only_looks_like_a_heading_or_an_item_is_told_once(tmp_path: Path, body: str) -> None:
    indented = "".join(f"  {line}\n" for line in body.split("\n"))
    (found,) = findings_of(write(tmp_path, {START: f"{HEAD}body: |\n{indented}"}))
    assert found.code == LOOKS[body]


@pytest.mark.parametrize(
    "body",
    [
        "**Please come!**\n\nWe meet on Monday.",
        "**Please come.**\n\nWe meet on Monday.",
        "We meet.\n\n**Please come**",
        "**One**\n\n**Two**",
        "**Bold** words.\n\nMore.",
        "a) Only one.\n\nMore.",
        "2013\\. A year.\n\nMore.",
    ],
)
def test_bold_sentences_and_single_letters_are_left_alone(tmp_path: Path, body: str) -> None:
    indented = "".join(f"  {line}\n" for line in body.split("\n"))
    assert findings_of(write(tmp_path, {START: f"{HEAD}body: |\n{indented}"})) == ()


@pytest.mark.parametrize(
    "alt", ["IMG_2041.JPG", "ring.svg", "Picture 3", "DSC0042", "photo", "Logo."]
)
def test_an_alternative_text_that_says_nothing_is_told_in_the_source(
    tmp_path: Path, alt: str
) -> None:
    document = (
        f"{DOCUMENT}cover: ring\npictures:\n  ring: {{file: pictures/ring.svg, alt: {alt}}}\n"
    )
    (found,) = findings_of(write(tmp_path, {"document.yaml": f"{document}sections: [start]\n"}))
    assert (found.code, found.place.line) == ("figure-alt-file-name", 5)


@pytest.mark.parametrize(
    ("line", "hint"),
    [("page_size: a6", "Write a4 or a5."), ("contents: some", "Write none.")],
)
def test_a_wrong_word_is_told_with_those_that_can_be_typed(
    line: str, hint: str, tmp_path: Path
) -> None:
    (found,) = findings_of(write(tmp_path, {"document.yaml": f"{USUAL['document.yaml']}{line}\n"}))
    assert (found.code, found.hint) == ("value-not-allowed", hint)

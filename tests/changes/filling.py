"""A form of ours on disk, and what people do who fill it in: in its fields, or beside them."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path

from lxml import etree

from tests.changes.editing import Editor, W
from tests.changes.guide import Guide

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_NS = f'xmlns:w="{W[1:-1]}"'

DOCUMENT = """\
title: Tell us what you think
language: en-GB
version: "1.0"
date: 2026-11
cover: none
sections: [one, two]
"""
ONE = """\
heading: About you
picture: none
body: |
  Please fill in this form.

  ::: question yes-no
  Was the guide clear?
  :::

  ::: question one
  When can you come?

  - In the morning
  - In the evening
  :::

  ::: question several
  What would help you?

  - Money for travel
  - A quiet room
  :::

  ::: question lines
  What else should we know?
  :::

  Thank you.
easy_read:
  - text: Was the guide clear?
    picture: none
    question: yes-no
  - text: What else should we know?
    picture: none
    question: lines
"""
TWO = """\
heading: More
picture: none
body: |
  ::: question yes-no
  May we phone you?
  :::

  ::: question lines
  What is your name?
  :::
easy_read: none
"""


def form(folder: Path) -> Guide:
    """The form, new on disk."""
    made = Guide(folder / "sources")
    (made.folder / "sections").mkdir(parents=True)
    for name, text in (("document", DOCUMENT), ("sections/one", ONE), ("sections/two", TWO)):
        (made.folder / f"{name}.yaml").write_text(text)
    return made


def control(editor: Editor, tag: str) -> etree._Element:
    for found in editor.root.iter(f"{W}sdt"):
        named = found.find(f"{W}sdtPr/{W}tag")
        if named is not None and named.get(f"{W}val") == tag:
            return found
    raise AssertionError(tag)


def tick(editor: Editor, tag: str) -> None:
    """As Word and LibreOffice do it."""
    box = control(editor, tag)
    next(box.iter(f"{_W14}checked")).set(f"{_W14}val", "1")
    next(box.iter(f"{W}t")).text = "\u2612"


def answer(editor: Editor, tag: str, *lines: str) -> None:
    """Type into a field."""
    room = control(editor, tag)
    about = room.find(f"{W}sdtPr")
    assert about is not None
    about.remove(about.find(f"{W}showingPlcHdr"))  # type: ignore[arg-type]
    text = next(room.iter(f"{W}t"))
    run, text.text = text.getparent(), lines[0]
    assert run is not None
    for line in lines[1:]:
        etree.SubElement(run, f"{W}br")
        etree.SubElement(run, f"{W}t").text = line


def untag(editor: Editor, tag: str) -> None:
    """Delete a field."""
    gone = control(editor, tag)
    gone.getparent().remove(gone)  # type: ignore[union-attr]


def write(paragraph: etree._Element, words: str, *, before: bool = False) -> None:
    run = etree.fromstring(f'<w:r {_NS}><w:t xml:space="preserve">{words}</w:t></w:r>')
    if before:
        paragraph.insert(1, run)
    else:
        paragraph.append(run)


def next_line(paragraph: etree._Element, words: str) -> None:
    """Press Enter, and type."""
    new = deepcopy(paragraph)
    for one in list(new):
        if one.tag != f"{W}pPr":
            new.remove(one)
    write(new, words)
    paragraph.addnext(new)


def over(paragraph: etree._Element, words: str) -> None:
    """Paste words over those of a paragraph."""
    first, *others = paragraph.iter(f"{W}t")
    first.text = words
    for one in others:
        one.text = ""


def bold(paragraph: etree._Element) -> None:
    for run in paragraph.iter(f"{W}r"):
        properties = run.find(f"{W}rPr")
        if properties is None:
            properties = etree.Element(f"{W}rPr")
            run.insert(0, properties)
        etree.SubElement(properties, f"{W}b")

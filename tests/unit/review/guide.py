"""A small guide with easy read, for tests of reviews."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from exporter.diagnostics import Place
from exporter.model import Blocks, Paragraph, Picture, Text
from exporter.review import Review, record_checked, record_matches
from exporter.source import (
    Call,
    Contact,
    GlossaryEntry,
    Media,
    Source,
    SourcePicture,
    SourceRow,
    SourceSection,
    SourceTable,
)
from exporter.styles.words import load_words
from tests.build import SVG, para, words

WORDS = load_words("en-GB")


def picture(name: str, alt: str = "Something", file: str = "pictures/x.svg") -> SourcePicture:
    shown = Picture(name=name, media="svg", data=SVG, alt=alt, width=400, height=320)
    return SourcePicture(picture=shown, file=file)


def row(text: str, *pictures: str, **more: Any) -> SourceRow:
    return SourceRow(blocks=(para(text),) if text else (), pictures=pictures, **more)


def section(name: str, *body: Any, **more: Any) -> SourceSection:
    values: dict[str, Any] = {
        "name": name,
        "heading": name.capitalize().replace("-", " "),
        "body": body,
        "place": Place(f"sources/guide/sections/{name}.yaml", 1),
        **more,
    }
    return SourceSection(**values)


def said(text: str) -> Blocks:
    return (Paragraph((Text(text),)),)


MONEY = section(
    "money",
    para("Money is shared. See the table."),
    Call("table", "sums", words("Who pays what")),
    Call("figure", "purse"),
    tables=(
        SourceTable(
            "sums",
            (("who", "Who"), ("sum", "How much")),
            ((said("Team"), said("10 pounds")),),
        ),
    ),
    easy_read=(row("We share money.", "purse"), row("", word="budget")),
)
"""A part with a table, a figure and a row of the glossary."""

TALKING = section(
    "talking",
    para("We talk first."),
    easy_read=(row("We talk.", "people"), row("", media="film"), row("", contact="us")),
    media=(Media(name="film", kind="video", link="https://example.org", picture="screen"),),
    sections=(
        section("rooms", para("Any room will do.")),
        section("online", para("Or online."), easy_read=(row("We can meet online.", "screen"),)),
        section("history", para("Once upon a time."), easy_read_none=True),
    ),
)
"""A part with a sub-section that it speaks for, one with rows of its own, one left out."""

READING = section("reading", para("More to read."), easy_read_none=True)


def guide(*sections: SourceSection, **more: Any) -> Source:
    values: dict[str, Any] = {
        "name": "guide",
        "title": "Our guide",
        "language": "en-GB",
        "version": "1.0",
        "place": Place("sources/guide/document.yaml", 1),
        "sections": sections or (MONEY, TALKING, READING),
        "pictures": (
            picture("purse", "An open purse"),
            picture("people", "Two people talk", file=""),
            picture("screen", "A film on a screen"),
            picture("phone", "A phone"),
        ),
        "glossary": (
            GlossaryEntry(
                name="budget",
                word="budget",
                meaning=words("A plan of income and costs."),
                easy=words("A plan for money."),
                picture="purse",
            ),
        ),
        "contacts": (("us", Contact(name="The team", phone="01632 960123")),),
        **more,
    }
    return Source(**values)


def changed(source: Source, name: str, **changes: Any) -> Source:
    """The source with one section, or sub-section, changed."""

    def one(section: SourceSection) -> SourceSection:
        section = replace(section, sections=tuple(map(one, section.sections)))
        return replace(section, **changes) if section.name == name else section

    return replace(source, sections=tuple(map(one, source.sections)))


def matched(source: Source, review: Review | None = None, **more: Any) -> Review:
    return record_matches(source, review, when="2026-05-04", **more)


def checked(source: Source, review: Review | None = None, **more: Any) -> Review:
    values: dict[str, Any] = {
        "who": "The Riverside reading group",
        "named": True,
        "when": "2026-05",
        **more,
    }
    return record_checked(source, review, **values)

"""Who has looked at the easy read: records beside a document, and the pack for a reading group."""

from __future__ import annotations

from collections.abc import Callable

from exporter.diagnostics import SourceError
from exporter.load import load
from exporter.making.review_pack import make_review_pack
from exporter.review import Review, read_review, record_checked, record_matches, write_review
from exporter.source import Source
from exporter.studio.desk import Desk
from exporter.studio.fields import Done, Fields, back, value_of
from exporter.studio.saying import count, say


def matches(desk: Desk, asked: Fields) -> Done:
    """The author says that the easy read says what the text says."""
    who, when = asked.get("who", "").strip(), value_of(asked, "when").strip()
    sections = tuple(filter(None, asked.get("sections", "").split(",")))
    return _record(
        desk,
        asked,
        lambda source, before: record_matches(
            source, before, when=when, who=who, sections=sections
        ),
    )


def checked(desk: Desk, asked: Fields) -> Done:
    """A reading group looked at the rows, and said what it said."""
    who, when = value_of(asked, "who").strip(), value_of(asked, "when").strip()
    named = value_of(asked, "named") == "yes"
    said = tuple(line.strip() for line in asked.get("said", "").splitlines() if line.strip())
    return _record(
        desk,
        asked,
        lambda source, before: record_checked(
            source,
            before,
            who=who,
            named=named,
            when=when,
            said=said,
            accepted=(),
            sections=(),
        ),
    )


def _record(
    desk: Desk, asked: Fields, recorded: Callable[[Source, Review | None], Review | None]
) -> Done:
    """Keep a record beside the document. What it says of nobody is never written."""
    name = asked["name"]
    folder, there = desk.folder(name), f"/d/{name}/people"
    try:
        source, before = load(folder), read_review(folder)
        after = recorded(source, before)
    except SourceError as error:
        raise ValueError(error.findings[0].message) from error
    if after is None or after is before:
        return there, say("nothing-new")
    write_review(folder, after)
    desk.forget(name)
    return back(asked) if "back" in asked else there, say("recorded")


def pack(desk: Desk, asked: Fields) -> Done:
    """The pack for a reading group, to be printed."""
    name = asked["name"]
    try:
        made = make_review_pack(desk.folder(name), desk.styles, desk.output)
    except SourceError as error:
        raise ValueError(error.findings[0].message) from error
    return f"/d/{name}/files", count("files-made", sum(one.data is not None for one in made))

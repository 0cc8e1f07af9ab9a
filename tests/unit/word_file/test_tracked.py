"""Tracked changes decided, as Word does it: what is accepted, what is rejected, by whom."""

from __future__ import annotations

import pytest
from lxml import etree

from exporter.word_file.names import W
from exporter.word_file.tracked import Author, accept_all, decided, tracked_in

NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BY = 'w:id="1" w:author="Anna" w:date="2026-11-02T10:00:00Z"'


def run(words: str) -> str:
    return f"<w:r><w:t>{words}</w:t></w:r>"


def gone(words: str) -> str:
    return f"<w:r><w:delText>{words}</w:delText></w:r>"


def paragraph(content: str, mark: str = "") -> str:
    marked = f"<w:pPr><w:rPr>{mark}</w:rPr></w:pPr>" if mark else ""
    return f"<w:p>{marked}{content}</w:p>"


def reject_all(author: Author) -> bool:
    """None, whoever made it."""
    del author
    return False


def after(body: str, accepts: object = accept_all) -> list[str]:
    """The words of each paragraph once all is decided; nothing tracked may be left."""
    root = etree.fromstring(f"<w:body {NS}>{body}</w:body>")
    before = etree.tostring(root)
    made = decided(root, accepts)  # type: ignore[arg-type]
    assert etree.tostring(root) == before
    assert list(tracked_in(made)) == []
    assert b"delText" not in etree.tostring(made)
    assert b"endless" not in etree.tostring(made)
    return ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in made.iter(f"{W}p")]


INS, DEL = f"<w:ins {BY}>", f"<w:del {BY}>"
EMPTIED = paragraph(f"{DEL}{gone('b')}</w:del>", f"<w:del {BY}/>")
CASES = {
    "words put in": (paragraph(f"{run('a')}{INS}{run('b')}</w:ins>"), ["ab"], ["a"]),
    "words taken out": (paragraph(f"{run('a')}{DEL}{gone('b')}</w:del>"), ["a"], ["ab"]),
    "words put in and taken out again": (
        paragraph(f"{run('a')}{INS}{DEL}{gone('b')}</w:del></w:ins>"), ["a"], ["a"],
    ),
    "a new paragraph": (
        paragraph(run("a")) + paragraph(f"{INS}{run('b')}</w:ins>", f"<w:ins {BY}/>")
        + paragraph(run("c")),
        ["a", "b", "c"], ["a", "c"],
    ),
    "a paragraph taken out": (
        paragraph(run("a")) + paragraph(f"{DEL}{gone('b')}</w:del>", f"<w:del {BY}/>")
        + paragraph(run("c")),
        ["a", "c"], ["a", "b", "c"],
    ),
    "two paragraphs joined": (
        paragraph(run("a"), f"<w:del {BY}/>") + paragraph(run("b")), ["ab"], ["a", "b"],
    ),
    "a paragraph parted": (
        paragraph(run("a"), f"<w:ins {BY}/>") + paragraph(run("b")), ["a", "b"], ["ab"],
    ),
    "a paragraph moved": (
        paragraph(f"<w:moveFrom {BY}>{run('a')}</w:moveFrom>", f"<w:moveFrom {BY}/>")
        + paragraph(run("b"))
        + paragraph(f"<w:moveTo {BY}>{run('a')}</w:moveTo>", f"<w:moveTo {BY}/>")
        + paragraph(run("c")),
        ["b", "a", "c"], ["a", "b", "c"],
    ),
    "a row put in": (
        f"<w:tbl><w:tr><w:tc>{paragraph(run('a'))}</w:tc></w:tr>"
        f"<w:tr><w:trPr><w:ins {BY}/></w:trPr><w:tc>{paragraph(run('b'))}</w:tc></w:tr></w:tbl>",
        ["a", "b"], ["a"],
    ),
    "the only row taken out": (
        f"<w:tbl><w:tr><w:trPr><w:del {BY}/></w:trPr><w:tc>{paragraph(run('b'))}</w:tc></w:tr>"
        f"</w:tbl>{paragraph(run('c'))}",
        ["c"], ["b", "c"],
    ),
    "a cell taken out": (
        f"<w:tbl><w:tr><w:tc>{paragraph(run('a'))}</w:tc><w:tc><w:tcPr><w:cellDel {BY}/></w:tcPr>"
        f"{paragraph(run('b'))}</w:tc></w:tr></w:tbl>",
        ["a"], ["a", "b"],
    ),
    "the last paragraph of a cell, emptied": (
        f"<w:tbl><w:tr><w:tc>{EMPTIED}</w:tc>"
        "</w:tr></w:tbl>",
        [""], ["b"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_each_change_is_accepted_or_rejected_as_a_whole(name: str) -> None:
    body, accepted, rejected = CASES[name]
    assert after(body) == accepted
    assert after(body, reject_all) == rejected


def test_changes_of_one_person_are_accepted_and_of_others_rejected() -> None:
    by_ben = INS.replace("Anna", "Ben")
    body = paragraph(f"{INS}{run('a')}</w:ins>{by_ben}{run('b')}</w:ins>")
    assert after(body, lambda author: author.name == "Ben") == ["b"]


def test_a_look_that_is_rejected_is_what_it_was() -> None:
    change = f"<w:pPrChange {BY}><w:pPr><w:pStyle w:val='Old'/></w:pPr></w:pPrChange>"
    body = f"<w:body {NS}><w:p><w:pPr><w:pStyle w:val='New'/>{change}</w:pPr></w:p></w:body>"
    root = etree.fromstring(body)
    for accepts, style in ((accept_all, "New"), (reject_all, "Old")):
        made = decided(root, accepts)
        assert [one.get(f"{W}val") for one in made.iter(f"{W}pStyle")] == [style]
        assert made.find(f".//{W}pPrChange") is None

"""What makes bringing changes back hard: each is a case."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from exporter.changes import Change, apply
from exporter.load import load
from exporter.making.documents import load_document
from exporter.review import read_review, record_checked, record_matches, write_review
from exporter.styles.editions import load_edition
from exporter.writers import docx as writer
from tests import build
from tests.changes.editing import ANNA, Editor, W
from tests.changes.guide import BRAND, Guide, guide

START, MORE, TOP = "sections/start.yaml", "sections/more.yaml", "document.yaml"
ALT = "Four arrows that go round in a circle"


@pytest.fixture
def made(tmp_path: Path) -> Guide:
    return guide(tmp_path)


def one(made: Guide, editor: Editor) -> Change:
    (change,) = made.back(editor.saved()).changes
    return change


def saved(made: Guide, editor: Editor) -> Change:
    (change,) = apply(made.back(editor.saved())).changes
    return change


def test_what_word_corrects_by_itself_is_no_change(made: Guide) -> None:
    typed = 'Give it "time" - it\'s not 1/2 done...'
    made.rewrite(START, "Give it time.", typed)
    editor = Editor(made.word_file())
    editor.reword(typed, "Give it “time” – it’s  not ½ done…")
    assert made.back(editor.saved()).changes == ()
    editor.reword("it’s  not", "it’s  nearly")
    assert saved(made, editor).state == "applied"
    assert '  Give it "time" - it\'s nearly 1/2 done...\n' in made.text(START)


# ---- words that are not the author's ------------------------------------------------------------


def test_words_that_the_program_computes_are_told_and_never_typed(made: Guide) -> None:
    editor = Editor(made.word_file())
    editor.reword("Why it matters", "Why this counts", within="Meet where people")
    before = made.texts()
    change = saved(made, editor)
    assert (change.kind, change.state) == ("changed", "for a person")
    assert made.texts() == before


def test_the_number_of_a_heading_is_told_and_never_typed(made: Guide) -> None:
    made.rewrite(TOP, "contents: none\n", "")  # where there are contents, parts have numbers
    editor = Editor(made.word_file())
    editor.reword("1. ", "7. ", within="Where to start")
    change = saved(made, editor)
    assert (change.kind, change.state) == ("heading", "for a person")
    assert "heading: Where to start" in made.text(START)


@pytest.mark.parametrize(
    ("old", "new", "whose"),
    [
        ("For everyone in Riverside.", "For all of Riverside.", "partner"),
        ("01632 960456", "01632 960457", "partner"),
        ("Version 1.2", "Version 1.3", "program"),
    ],
)
def test_words_of_a_partner_or_the_program_never_go_into_the_source(
    made: Guide, old: str, new: str, whose: str
) -> None:
    editor = Editor(made.word_file())
    found = [t for t in editor.root.iter(f"{W}t") if old in (t.text or "")]
    assert found
    for text in found:
        text.text = (text.text or "").replace(old, new)
    change = saved(made, editor)
    assert (change.kind, change.place.line, change.state) == ("furniture", 0, "for a person")
    assert old in change.old
    assert new in change.new
    assert whose in change.why


def test_a_heading_is_saved_with_all_the_words_that_name_it(made: Guide) -> None:
    """“Part 2, Why it matters” is filled in by the program, and follows by itself."""
    made.rewrite(TOP, "contents: none\n", "")
    editor = Editor(made.word_file())
    for text in editor.root.iter(f"{W}t"):
        if text.text == "Why it matters" and not _in_a_link(text):
            text.text = "Why this counts"
    change = saved(made, editor)
    assert (change.kind, change.old, change.state) == ("heading", "2. Why it matters", "applied")
    assert change.as_json(1)["new"] == "Why this counts"
    assert made.text(MORE).startswith("heading: Why this counts\n")


def _in_a_link(element: etree._Element) -> bool:
    return next(element.iterancestors(f"{W}hyperlink"), None) is not None


# ---- one place, shown often ---------------------------------------------------------------------


@pytest.mark.parametrize("words", ["How you begin", "To start", "Begin", "First, where to start"])
def test_the_first_word_behind_the_number_of_a_heading_may_change(made: Guide, words: str) -> None:
    editor = Editor(made.word_file())
    for one in editor.root.iter():
        if one.text and one.text.endswith("Where to start"):
            one.text = one.text.replace("Where to start", words)
    (change,) = apply(made.back(editor.saved())).changes
    assert (change.new, change.state) == (words, "applied")
    assert made.text("sections/start.yaml").startswith(f"heading: {words}\n")


def test_what_is_typed_once_and_shown_often_is_saved_only_if_all_agree(made: Guide) -> None:
    editor = Editor(made.word_file())
    editor.describe(ALT, "Four arrows", every=False)
    change = saved(made, editor)
    assert (change.kind, change.state) == ("alt-text", "for a person")
    assert "shown more often" in change.why
    editor.describe(ALT, "Four arrows")
    assert saved(made, editor).state == "applied"
    assert "    alt: Four arrows\n" in made.text(TOP)


@pytest.mark.parametrize(
    ("old", "new", "file", "typed"),
    [
        ("is not paid for it", "gets no money", TOP,
         "    meaning: Somebody who helps another person, and gets no money."),
        ("Who decides what", "Who decides: a table", START, "  Who decides: a table"),
        ("Please note", "Please read", START, "  ::: note Please read"),
        ("A leaflet for those", "A leaflet: for those", TOP,
         "subtitle: 'A leaflet: for those who plan care'"),
        ("Deciding together", "Choosing together", TOP, "title: Choosing together"),
        ("Begin small", "Begin [small]", START, "summary: Begin \\[small\\], and begin together."),
        ("Everyone chooses", "All: choose", START, "        people: 'All: choose.'"),
        ("Everyone chooses", "1. All choose", START, "        people: 1\\. All choose."),
    ],
)  # fmt: skip
def test_words_are_saved_where_they_are_typed(
    made: Guide, old: str, new: str, file: str, typed: str
) -> None:
    editor = Editor(made.word_file())
    editor.reword(old, new)
    assert saved(made, editor).state == "applied"
    assert f"{typed}\n" in made.text(file)


def test_the_header_of_a_column_is_changed_where_it_is_typed(made: Guide) -> None:
    editor = Editor(made.word_file())
    cells = [p for p in editor.root.iter(f"{W}p") if "".join(p.itertext()) == "The team"]
    next(cells[0].iter(f"{W}t")).text = "Our team"
    change = saved(made, editor)
    assert (change.kind, change.old, change.new) == ("cell", "The team", "Our team")
    assert "      team: Our team\n" in made.text(START)


# ---- paragraphs that are parted, joined, moved --------------------------------------------------


def _parted(editor: Editor, author: str = "") -> None:
    """Return is pressed after "settled."."""
    paragraph = editor.paragraph("Ask people before")
    run = next(r for r in paragraph.iter(f"{W}r") if "settled." in "".join(r.itertext()))
    editor.split_run(run, "Ask people before anything is settled.")
    first = etree.Element(f"{W}p")
    properties = paragraph.find(f"{W}pPr")
    assert properties is not None
    first.append(etree.fromstring(etree.tostring(properties)))
    first.append(next(paragraph.iter(f"{W}r")))
    text = next(paragraph.iter(f"{W}t"))
    text.text = (text.text or "").lstrip()
    if author:
        editor.author = author
        mark = etree.SubElement(first[0], f"{W}rPr")
        mark.append(editor._tracked("ins"))
    paragraph.addprevious(first)


@pytest.mark.parametrize("author", ["", ANNA])
def test_a_paragraph_that_was_parted_is_one_change(made: Guide, author: str) -> None:
    editor = Editor(made.word_file())
    _parted(editor, author)
    change = one(made, editor)
    assert (change.kind, change.author) == ("split", author)
    assert change.new.startswith("Ask people before anything is settled.\nWhen a plan")
    assert (change.place.file, change.place.line) == made.line(START, "Ask people")
    assert saved(made, editor).state == "applied"
    assert "is settled.\n\n  When a plan is written, **everything** that could\n  change" in (
        made.text(START)
    )


@pytest.mark.parametrize("author", ["", ANNA])
def test_two_paragraphs_that_were_joined_are_one_change(made: Guide, author: str) -> None:
    editor = Editor(made.word_file(), author)
    first, second = editor.paragraph("Ask people before"), editor.paragraph("Give it time.")
    if author:  # only the end of the first is deleted
        mark = etree.SubElement(first[0], f"{W}rPr")
        mark.append(editor._tracked("del"))
        text = next(second.iter(f"{W}t"))
        text.text = f" {text.text}"
    else:
        for run in list(second.iter(f"{W}r")):
            next(run.iter(f"{W}t")).text = " Give it time."
            first.append(run)
        second.getparent().remove(second)  # type: ignore[union-attr]
    change = one(made, editor)
    assert (change.kind, change.author) == ("merged", author)
    assert change.old.endswith("only nod.\nGive it time.")
    assert saved(made, editor).state == "applied"
    assert "come late can only nod.\n  Give it time.\n" in made.text(START)


def test_a_paragraph_that_was_moved_within_its_text_keeps_its_lines_and_marks(made: Guide) -> None:
    editor = Editor(made.word_file(), ANNA)
    editor.move("Ask people before", after="Give it time.")
    change = one(made, editor)
    assert (change.kind, change.author) == ("moved", ANNA)
    block = made.text(START)[
        made.text(START).index("  Ask people") : made.text(START).index("  Give")
    ]
    saved(made, editor)
    assert f"  Give it time.\n\n{block}" in made.text(START)


# ---- more than words ----------------------------------------------------------------------------


def _bold(editor: Editor) -> None:
    run = next(r for r in editor.paragraph("Give it").iter(f"{W}r"))
    properties = run.find(f"{W}rPr")
    if properties is None:
        properties = etree.Element(f"{W}rPr")
        run.insert(0, properties)
    etree.SubElement(properties, f"{W}b")


def _plain(editor: Editor) -> None:
    for style in editor.paragraph("Ask people").iter(f"{W}rStyle"):
        style.getparent().remove(style)  # type: ignore[union-attr]


def _deeper(editor: Editor) -> None:
    editor.paragraph("Why it matters").find(f"{W}pPr/{W}pStyle").set(f"{W}val", "Heading3")  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("change", "kind", "old", "new"),
    [
        (_bold, "bold", "", "Give it time."),
        (_plain, "bold", "everything", ""),
    ],
)
def test_looks_that_mean_something_are_told(
    made: Guide, change: Callable[[Editor], None], kind: str, old: str, new: str
) -> None:
    editor = Editor(made.word_file())
    change(editor)
    before = made.texts()
    told = saved(made, editor)
    assert (told.kind, told.old, told.new, told.state) == (kind, old, new, "for a person")
    assert made.texts() == before


def test_another_level_of_a_heading_is_told(made: Guide) -> None:
    editor = Editor(made.word_file())
    found = [
        p
        for p in editor.root.iter(f"{W}pStyle")
        if p.get(f"{W}val") == "Heading2"
        and "matters" in "".join(p.getparent().getparent().itertext())  # type: ignore[union-attr]
    ]
    found[0].set(f"{W}val", "Heading3")
    told = saved(made, editor)
    assert (told.kind, told.old, told.new) == ("heading-level", "2", "3")
    assert (told.place.file, told.place.line) == made.line(MORE, "heading:")
    assert told.state == "for a person"


def test_another_address_of_a_link_is_saved(made: Guide) -> None:
    editor = Editor(made.word_file())
    editor.part(
        "word/_rels/document.xml.rels",
        lambda text: text.replace("example.org/meetings", "example.org/good-meetings"),
    )
    told = saved(made, editor)
    assert (told.kind, told.old, told.new) == (
        "link-target", "https://example.org/meetings", "https://example.org/good-meetings",
    )  # fmt: skip
    assert told.state == "applied"
    assert "[good meetings](https://example.org/good-meetings)\n" in made.text(START)


WORDS = "* all *|_all_|1. all|- all|a) all|a: b|a #b|[a](b)|{a}|<b>|# a|> a|`a`|a [^b] c|&amp;"


@pytest.mark.parametrize("words", WORDS.split("|"))
def test_new_words_that_could_be_marks_are_saved_as_words(made: Guide, words: str) -> None:
    for old in ("Give it time.", "Pay people for their time.", "We decide together."):
        editor = Editor(made.word_file("easy-read" if old.startswith("We") else "standard"))
        editor.reword(old, words)
        change = saved(made, editor)
        if change.state == "applied":
            assert made.back(editor.saved()).changes == ()
        else:  # signs that the dialect refuses at the head of a line, however they are typed
            assert words[:2] in ("* ", "- ", "# ", "> ")
            assert "could not be loaded" in change.why


# ---- sources that moved on ----------------------------------------------------------------------


def test_where_the_source_has_moved_on_the_conflict_is_shown_and_nothing_lost(made: Guide) -> None:
    editor = Editor(made.word_file())
    editor.reword("settled", "decided")
    editor.reword("is yours", "is ours")
    made.rewrite(START, "anything is settled.", "anything is fixed.")
    before = made.text(START)
    done = apply(made.back(editor.saved()))
    first, second = done.changes
    assert (first.kind, first.state) == ("changed", "conflict")
    assert "anything is fixed." in first.why
    assert (first.place.file, first.place.line) == made.line(START, "Ask people")
    assert second.state == "applied"
    assert made.text(START) == before.replace("is yours", "is ours")


def test_lines_that_moved_since_are_found_where_they_are_now(made: Guide) -> None:
    editor = Editor(made.word_file())
    editor.reword("is yours", "is ours")
    editor.insert("Give it time.", "And a place.")
    made.rewrite(START, "picture: meeting\nsummary", "# a comment\npicture: meeting\nsummary")
    made.rewrite(START, "  Give it", "  A new paragraph of ours.\n\n  Give it")
    inserted, changed = made.back(editor.saved()).changes
    assert (changed.place.file, changed.place.line) == made.line(START, "is yours")
    assert (inserted.place.file, inserted.place.line) == made.line(START, "Give it")
    apply(made.back(editor.saved()))
    assert "  A new paragraph of ours.\n\n  Give it time.\n\n  And a place.\n" in made.text(START)


def test_what_is_gone_from_the_sources_is_a_conflict_at_its_old_place(made: Guide) -> None:
    editor = Editor(made.word_file())
    editor.reword("is yours", "is ours")
    was = made.line(START, "is yours")
    made.rewrite(START, "  The last word is yours.\n\n", "")
    change = one(made, editor)
    assert (change.state, change.place.file, change.place.line) == ("conflict", *was)


def test_two_partners_answer_in_turn(made: Guide) -> None:
    first, second = (Editor(made.word_file(), name) for name in ("Anna", "Ben"))
    first.reword("settled", "decided")
    first.insert("Give it time.", "And a place.")
    second.reword("is yours", "is ours")
    second.reword("Ask what", "Always ask what")
    second.reword("settled", "arranged")
    assert {one.state for one in apply(made.back(first.saved())).changes} == {"applied"}
    conflict, item, last = apply(made.back(second.saved())).changes
    assert (conflict.state, item.state, last.state) == ("conflict", "applied", "applied")
    for words in ("anything is decided.", "And a place.", "Always ask what", "is ours."):
        assert words in made.text(START)


# ---- sign-offs ----------------------------------------------------------------------------------


def test_changes_that_are_saved_void_the_sign_offs_that_they_touch(made: Guide) -> None:
    source = load(made.folder)
    review = record_matches(source, None, when="2026-11")
    review = record_checked(source, review, who="A group", named=False, when="2026-11")
    write_review(made.folder, review)
    editor = Editor(made.word_file())
    editor.reword("is yours", "is ours")
    done = apply(made.back(editor.saved()))
    assert done.void == ("start",)
    easy = Editor(made.word_file("easy-read"))
    easy.reword("You know what", "You know best what")
    assert apply(made.back(easy.saved())).void == ("more",)
    assert read_review(made.folder) == review


# ---- files of strangers, and files that lost where they come from -------------------------------


def without_origin(data: bytes) -> bytes:
    editor = Editor(data)
    editor.part(
        "word/_rels/document.xml.rels",
        lambda text: text.replace('Target="../customXml/item1.xml"', 'Target="../gone.xml"'),
    )
    return editor.saved()


def test_where_the_origin_is_lost_a_person_says_it(made: Guide) -> None:
    editor = Editor(without_origin(made.word_file()))
    editor.reword("settled", "decided")
    data = editor.saved()
    with pytest.raises(Exception, match="of which document"):
        made.back(data)
    back = made.back(data, document="leaflet", edition="standard", version="1.2")
    assert (len(back.changes), back.findings) == (1, ())
    (finding,) = made.back(data, document="leaflet", edition="standard", version="1.1").findings
    assert finding.code == "changes-other-version"


def test_an_origin_that_somebody_spoilt_is_told(made: Guide) -> None:
    editor = Editor(made.word_file())
    editor.part("customXml/item1.xml", lambda text: text.replace("<o:base>", "<o:base>AA"))
    with pytest.raises(Exception, match="changed or cut short"):
        made.back(editor.saved())
    back = made.back(editor.saved(), document="leaflet", edition="standard", version="1.2")
    assert [one.code for one in back.findings] == ["changes-origin-spoilt"]
    assert back.changes == ()


@pytest.mark.parametrize("name", ["../leaflet", "/etc", "a/../../leaflet", ".", "", "c:x", "a\\b"])
def test_an_origin_never_leads_out_of_the_sources(made: Guide, name: str) -> None:
    for key in ("document", "edition"):
        editor = Editor(made.word_file())
        editor.part(
            "customXml/item1.xml",
            lambda text, key=key: re.sub(rf' {key}="[^"]*"', lambda _: f' {key}="{name}"', text),
        )
        with pytest.raises(Exception, match="changed or cut short"):
            made.back(editor.saved())


def test_a_logo_is_no_change(made: Guide) -> None:
    for alt in ("", "Riverside Council"):
        brand = replace(BRAND, logo=build.picture("logo", alt))
        assert made.back(made.word_file(brand=brand)).changes == ()


def test_a_partners_file_says_whose_it_is(made: Guide) -> None:
    origin = made.back(made.word_file(brand=BRAND)).origin
    assert (origin.brand, origin.publisher) == ("riverside", "Riverside Council & Friends")


def test_a_file_that_nobody_can_save_to_is_left_as_it_is(made: Guide) -> None:
    """Somebody saves the source while the changes are looked at."""
    editor = Editor(made.word_file())
    editor.reword("is yours", "is ours")
    back = made.back(editor.saved())
    made.rewrite(START, "Give it time.", "Give it much time.")
    before = made.texts()
    done = apply(back)
    assert [one.code for one in done.findings] == ["changes-not-saved"]
    assert made.texts() == before


def test_a_partner_who_left_a_section_out_has_other_numbers_and_no_conflicts(made: Guide) -> None:
    """Sections after it count otherwise, and so do the words that point to them."""
    made.rewrite(TOP, "[start, more]", "[more, start]")
    made.rewrite(START, ", and part [](#more) says why it matters", "")
    edition = load_edition("standard")
    document = load_document(made.folder, None).adapted(edition, leave_out=("more",))
    editor = Editor(writer.stamp(writer.compile(document, edition.theme), BRAND))
    editor.reword("Where to start", "Where we start")
    change = saved(made, editor)
    assert (change.kind, change.state) == ("heading", "applied")
    assert "heading: Where we start\n" in made.text(START)


def test_a_partners_own_part_is_never_looked_for_in_the_sources(
    made: Guide, tmp_path: Path
) -> None:
    own = tmp_path / "own.yaml"
    own.write_text("heading: From us\npicture: none\nbody: |\n  Words of Riverside.\n")
    edition = load_edition("standard")
    foreword = load(made.folder, foreword=own).sections[0]
    document = load_document(made.folder, None).adapted(edition, foreword=foreword)
    editor = Editor(writer.stamp(writer.compile(document, edition.theme), BRAND))
    editor.reword("Words of Riverside", "Words of all of Riverside")
    editor.reword("is yours", "is ours")
    own_words, changed = apply(made.back(editor.saved())).changes
    assert (own_words.state, own_words.place.file) == ("for a person", "")
    assert "partner" in own_words.why
    assert changed.state == "applied"

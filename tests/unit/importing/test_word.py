"""A Word file becomes a document: what is kept, what is decided, and that nothing is lost."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from exporter.formats import FORMATS
from exporter.importing.rules import RULES
from exporter.model import (
    Answer,
    Box,
    Foreign,
    Link,
    List,
    Paragraph,
    Question,
    Quote,
    Strong,
    Text,
)
from exporter.source import Call, SourceSection
from exporter.styles.brands import load_brand
from exporter.styles.editions import load_edition
from exporter.walk import plain_text
from exporter.writers import docx as writer
from tests.build import document, para
from tests.unit.importing.reading import Result, brought
from tests.unit.importing.word_files import item, p, picture, png, r, table, word

BREAK = "<w:r><w:br/></w:r>"


def section(result: Result, *names: str) -> SourceSection:
    """A section by its name, and those in it."""
    found = next(one for one in result.source.sections if one.name == names[0])
    for name in names[1:]:
        found = next(one for one in found.sections if one.name == name)
    return found


def words(block: object) -> str:
    assert isinstance(block, Paragraph)
    return plain_text(block.children)


def test_title_headings_and_paragraphs_become_a_document_that_loads(tmp_path: Path) -> None:
    body = p("Our Mondays", "T") + p("Come and see", "ST") + p("Welcome", "H1")
    body += p("We meet at two.") + p() + p("Getting here", "H2") + p("Take bus 7.")
    result = brought(word(body), tmp_path)
    source = result.source
    assert (source.title, source.subtitle) == ("Our Mondays", "Come and see")
    assert (source.language, source.status) == ("en-GB", "draft")
    assert words(section(result, "welcome").body[0]) == "We meet at two."
    assert words(section(result, "welcome", "getting-here").body[0]) == "Take bus 7."
    assert result.codes == []
    assert (result.document.proof.words, result.document.proof.lost) == (15, ())


def test_strong_words_links_and_words_of_another_language_keep_their_marks(tmp_path: Path) -> None:
    run = r("Bring ") + r("your", "<w:b/>") + r(" own ") + r("cup.", "<w:b/>")
    link = f'{r("See ")}<w:hyperlink r:id="k">{r("the map")}</w:hyperlink>{r(".")}'
    welsh = r("In Welsh: ") + r("Croeso", '<w:lang w:val="cy-GB"/>')
    body = p("A", "T") + p("Welcome", "H1") + p(run) + p(link) + p(welsh)
    result = brought(word(body, links={"k": "https://example.org/map"}), tmp_path)
    assert section(result, "welcome").body == (
        Paragraph((_text("Bring "), _strong("your"), _text(" own "), _strong("cup."))),
        Paragraph(
            (_text("See "), Link((_text("the map"),), "https://example.org/map"), _text("."))
        ),
        Paragraph((_text("In Welsh: "), Foreign((_text("Croeso"),), "cy-GB"))),
    )


@pytest.mark.parametrize("typed", ["https://example.org/map", "HTTPS://Example.org/map"])
def test_an_address_in_the_text_becomes_a_link_however_it_is_typed(
    tmp_path: Path, typed: str
) -> None:
    body = p("A", "T") + p("Welcome", "H1") + p(f"See {typed} today.")
    result = brought(word(body), tmp_path)
    led = Link((_text(typed),), typed.replace("HTTPS", "https"))
    assert section(result, "welcome").body == (Paragraph((_text("See "), led, _text(" today."))),)
    assert result.codes == ["address-made-link"]


def test_a_bold_line_becomes_a_heading_and_is_told(tmp_path: Path) -> None:
    body = p("A", "T") + p("What we do", marks="<w:b/>") + p("We paint and sing together.")
    body += p("Where we meet", marks="<w:b/>") + p("In the hall.")
    result = brought(word(body), tmp_path)
    assert [one.heading for one in result.source.sections] == ["What we do", "Where we meet"]
    assert result.told("heading-by-look") == ["What we do", "Where we meet"]


def test_a_larger_line_stands_above_a_bold_one(tmp_path: Path) -> None:
    body = p("A", "T") + p("Part", marks='<w:sz w:val="32"/>') + p("Detail", marks="<w:b/>")
    body += p("Here is a sentence that is as long as sentences are.") * 2
    result = brought(word(body), tmp_path)
    assert section(result, "part", "detail").heading == "Detail"


def test_a_level_that_is_skipped_is_closed_and_told(tmp_path: Path) -> None:
    body = p("A", "T") + p("One", "H1") + p("x") + p("Deep", "H4") + p("y")
    result = brought(word(body), tmp_path)
    assert section(result, "one", "deep").heading == "Deep"
    assert result.told("level-closed") == ["Deep (4 → 2)"]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("1. Welcome", "Welcome"), ("2.3 Money", "Money"), ("Part 3: Help", "Help"),
     ("2026 in short", "2026 in short"), ("3", "3")],
)  # fmt: skip
def test_a_typed_number_before_a_heading_is_taken_away(
    typed: str, kept: str, tmp_path: Path
) -> None:
    result = brought(word(p("A", "T") + p(typed, "H1") + p("x")), tmp_path)
    assert result.source.sections[0].heading == kept
    assert ("typed-heading-number" in result.codes) == (typed != kept)
    assert result.document.proof.good


def test_lists_of_word_are_nested_and_count_as_they_did(tmp_path: Path) -> None:
    body = p("A", "T") + p("Lists", "H1") + item("tea", 1) + p("green", "LB2") + item("milk", 1)
    body += p("Then:") + item("come", 2) + item("sit", 2) + p("Or:") + item("a", 3) + item("b", 3)
    result = brought(word(body), tmp_path)
    found = [one for one in section(result, "lists").body if isinstance(one, List)]
    assert [(one.style, len(one.items)) for one in found] == [
        ("bullet", 2), ("number", 2), ("lower-letter", 2),
    ]  # fmt: skip
    inner = found[0].items[0].blocks[1]
    assert isinstance(inner, List)
    assert words(inner.items[0].blocks[0]) == "green"


def test_bullets_and_numbers_that_were_typed_become_lists_and_are_told(tmp_path: Path) -> None:
    body = p("A", "T") + p("Lists", "H1") + p("•\ttea") + p("– milk")
    body += p("So:") + p("1. come") + p("2. sit") + p("3) is alone")
    result = brought(word(body), tmp_path)
    blocks = section(result, "lists").body
    assert [type(one) for one in blocks] == [List, Paragraph, List, Paragraph]
    assert result.told("typed-bullet") == ["• tea", "– milk"]
    assert result.told("typed-number") == ["1. come", "2. sit"]
    assert words(blocks[3]) == "3) is alone"


def test_numbers_that_cannot_be_counted_on_stay_among_the_words(tmp_path: Path) -> None:
    body = p("A", "T") + p("Rules", "H1") + p("3. No dogs.") + p("5. No noise.")
    result = brought(word(body), tmp_path)
    (rules,) = [one for one in section(result, "rules").body if isinstance(one, List)][:1]
    assert words(rules.items[0].blocks[0]) == "3. No dogs."
    assert "number-kept" in result.codes


def test_a_table_keeps_its_header_and_merged_cells_are_unfolded(tmp_path: Path) -> None:
    span = '<w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + p("All day") + "</w:tc>"
    grid = table(("Day", "Morning", "Evening"), ("Monday", "Art", "Walk"), head=True)
    grid = grid.replace("</w:tbl>", f"<w:tr><w:tc>{p('Tuesday')}</w:tc>{span}</w:tr></w:tbl>")
    result = brought(word(p("A", "T") + p("Plan", "H1") + grid), tmp_path)
    (found,) = section(result, "plan").tables
    assert [text for _, text in found.columns] == ["Day", "Morning", "Evening"]
    assert [[words(cell[0]) for cell in row] for row in found.rows] == [
        ["Monday", "Art", "Walk"], ["Tuesday", "All day", "All day"],
    ]  # fmt: skip
    assert result.told("merged-cell") == ["All day"]


def test_a_first_row_is_proposed_as_header_and_empty_cells_are_places_to_fill(
    tmp_path: Path,
) -> None:
    grid = table(("Day", "What"), ("Monday", ""))
    result = brought(word(p("A", "T") + p("Plan", "H1") + grid), tmp_path)
    assert result.told("table-head-proposed") == ["Day | What"]
    assert words(section(result, "plan").tables[0].rows[0][1][0]) == "–"
    assert "cell-empty" in result.codes


def test_a_table_of_one_cell_becomes_a_box_with_its_bold_line_as_title(tmp_path: Path) -> None:
    inside = p("Please bring", marks="<w:b/>") + p("A cup and a friend.")
    result = brought(word(p("A", "T") + p("B", "H1") + table((inside,))), tmp_path)
    (box,) = section(result, "b").body
    assert isinstance(box, Box)
    assert (box.label, words(box.blocks[0])) == ("Please bring", "A cup and a friend.")
    assert "box-table" in result.codes


def test_framed_paragraphs_become_one_box(tmp_path: Path) -> None:
    lines = "".join(f'<w:{side} w:val="single"/>' for side in ("top", "left", "bottom", "right"))
    framed = f"<w:pBdr>{lines}</w:pBdr>"
    body = p("A", "T") + p("B", "H1") + p("One.", properties=framed) + p("Two.", properties=framed)
    (box,) = section(brought(word(body), tmp_path), "b").body
    assert isinstance(box, Box)
    assert len(box.blocks) == 2


def test_a_table_of_pictures_and_words_becomes_rows_of_easy_read(tmp_path: Path) -> None:
    rows = [(p(picture(f"k{n}", f"Bus {n}")), f"Take bus {n}.") for n in (1, 2)]
    two = (p(picture("k1", "Bus 1")) + p(picture("k2", "Bus 2")), "Both go.")
    number = ("7", "Bus 7 is best.")
    body = p("A", "T") + p("Easy", "H1") + table(*rows, two, number)
    result = brought(word(body, pictures={"k1": png(1), "k2": png(2)}), tmp_path)
    found = section(result, "easy").easy_read
    assert [row.pictures for row in found] == [("bus-1",), ("bus-2",), ("bus-1", "bus-2"), ()]
    assert found[3].number == "7"
    assert [words(row.blocks[0]) for row in found][2:] == ["Both go.", "Bus 7 is best."]


def test_pictures_keep_their_words_and_captions_and_lacking_ones_are_asked_for(
    tmp_path: Path,
) -> None:
    body = p("A", "T") + p("Look", "H1") + p("See: " + "x") + p(picture("k1", "Two people"))
    body += p("Figure 1: We talk", "C") + p(picture("k2")) + p("End.")
    result = brought(word(body, pictures={"k1": png(1), "k2": png(2)}), tmp_path)
    calls = [one for one in section(result, "look").body if isinstance(one, Call)]
    assert [plain_text(one.caption) for one in calls] == ["We talk", ""]
    alts = [one.picture.alt for one in result.source.pictures]
    assert alts == ["Two people", "TO WRITE: what this picture shows"]
    assert "picture-without-alt" in result.codes


def test_the_same_picture_twice_is_one_file(tmp_path: Path) -> None:
    body = p("A", "T") + p("Look", "H1") + p(picture("k", "Tea")) + p("x") + p(picture("k", "Tea"))
    result = brought(word(body, pictures={"k": png()}), tmp_path)
    assert len([name for name, _ in result.document.files if name.startswith("pictures/")]) == 1
    assert len(result.source.pictures) == 2


def test_a_picture_that_decorates_stands_beside_the_heading(tmp_path: Path) -> None:
    shown = picture("k", "", '<d:decorative val="1"/>')
    body = p("A", "T") + p("Look", "H1") + p(shown) + p("Words.")
    result = brought(word(body, pictures={"k": png()}), tmp_path)
    assert section(result, "look").picture == result.source.pictures[0].picture.name
    assert result.source.pictures[0].picture.alt == ""


def test_notes_comments_changes_and_hidden_words_are_kept_or_told(tmp_path: Path) -> None:
    cited = r("It costs 5.") + '<w:r><w:footnoteReference w:id="1"/></w:r>'
    changed = r("We ") + f'<w:ins w:author="Bo">{r("now ")}</w:ins>'
    changed += '<w:del w:author="Bo"><w:r><w:delText>never </w:delText></w:r></w:del>' + r("meet.")
    commented = r("Here.") + '<w:r><w:commentReference w:id="1"/></w:r>'
    body = p("A", "T") + p("B", "H1") + p(cited) + p(changed) + p(commented)
    body += p(r("Seen ") + r("unseen", "<w:vanish/>"))
    notes = f'<w:footnote w:id="1">{p("In cash.")}</w:footnote>'
    comments = f'<w:comment w:id="1" w:author="Ann">{p("Say more")}</w:comment>'
    data = word(body, footnotes=notes, comments=comments)
    result = brought(data, tmp_path)
    found = section(result, "b")
    assert plain_text(found.notes[0].children) == "In cash."
    assert [words(one) for one in found.body[1:]] == ["We now meet.", "Here.", "Seen"]
    assert result.told("comment") == ["Ann: Say more"]
    assert result.told("change-accepted") == ["put in by Bo: now", "taken out by Bo: never"]
    assert result.told("hidden-words") == ["unseen"]
    assert result.document.proof.good


def test_changes_can_be_rejected(tmp_path: Path) -> None:
    changed = r("We ") + f'<w:ins w:author="Bo">{r("now ")}</w:ins>'
    changed += '<w:del w:author="Bo"><w:r><w:delText>never </w:delText></w:r></w:del>' + r("meet.")
    data = word(p("A", "T") + p("B", "H1") + p(changed))
    result = brought(data, tmp_path, changes="reject")
    assert words(section(result, "b").body[0]) == "We never meet."
    assert result.document.proof.good


def test_headers_footers_equations_and_text_boxes_are_told(tmp_path: Path) -> None:
    sum_ = "<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>"
    shape = f"<wps:wsp><wps:txbx><w:txbxContent>{p('Call us')}</w:txbxContent></wps:txbx></wps:wsp>"
    box = f'<w:r><w:drawing><wp:anchor><wp:docPr id="2" name="b"/><a:graphic><a:graphicData>{shape}'
    box += "</a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
    body = p("A", "T") + p("B", "H1") + p(r("So ") + sum_) + p(r("Text.") + box)
    result = brought(word(body, header=p("The Trust", "H"), footer=p("Charity 12")), tmp_path)
    assert result.told("header-words") == ["The Trust"]
    assert result.told("footer-words") == ["Charity 12"]
    assert result.told("equation-lost") == ["a+b"]
    assert result.told("text-box-moved") == ["Call us"]
    blocks = section(result, "b").body
    assert words(blocks[0]) == "So a+b"
    assert isinstance(blocks[2], Box)


def test_links_inside_the_file_become_references(tmp_path: Path) -> None:
    marked = f'<w:bookmarkStart w:id="0" w:name="here"/>{r("Money")}<w:bookmarkEnd w:id="0"/>'
    link = f'<w:hyperlink w:anchor="here">{r("what it costs")}</w:hyperlink>'
    lost = f'<w:hyperlink w:anchor="gone">{r("no place")}</w:hyperlink>'
    body = p("A", "T") + p("B", "H1") + p(link) + p(lost) + p(marked, "H1") + p("Nothing.")
    result = brought(word(body), tmp_path)
    assert "[what it costs](#money)" in result.text("sections/b.yaml")
    assert result.told("link-without-target") == ["no place (#gone)"]


@pytest.mark.parametrize(
    ("words", "typed"), [("part 2, ", "See [](#money)."), ("what ", "See [what Money](#money).")]
)
def test_a_reference_that_word_fills_in_in_part_is_one(
    words: str, typed: str, tmp_path: Path
) -> None:
    marked = f'<w:bookmarkStart w:id="0" w:name="here"/>{r("Money")}<w:bookmarkEnd w:id="0"/>'
    filled = f'<w:fldSimple w:instr=" REF here ">{r("Money")}</w:fldSimple>'
    link = f'<w:hyperlink w:anchor="here">{r(words)}{filled}</w:hyperlink>'
    body = p("A", "T") + p("B", "H1") + p(f"{r('See ')}{link}{r('.')}")
    result = brought(word(body + p(marked, "H1") + p("Nothing.")), tmp_path)
    assert typed in result.text("sections/b.yaml")


def test_quotations_small_figures_and_kept_lines(tmp_path: Path) -> None:
    address = r("1 Mill Lane") + BREAK + r("Riverton")
    small = r("12 m") + r("2", '<w:vertAlign w:val="superscript"/>')
    body = p("A", "T") + p("B", "H1") + p("It is good.", "Q") + p(address) + p(small)
    result = brought(word(body), tmp_path)
    blocks = section(result, "b").body
    assert isinstance(blocks[0], Quote)
    assert "::: lines\n  1 Mill Lane\n  Riverton\n  :::" in result.text("sections/b.yaml")
    assert words(blocks[2]) == "12 m²"


def test_words_before_the_first_heading_get_one_and_are_told(tmp_path: Path) -> None:
    result = brought(word(p("A", "T") + p("Hello.") + p("B", "H1") + p("x")), tmp_path)
    assert result.source.sections[0].heading == "Introduction"
    assert result.told("words-before-heading") == ["Hello."]


def test_every_decision_is_placed_and_can_be_undone(tmp_path: Path) -> None:
    body = (
        p("A", "T")
        + p("B", "H1")
        + p("• tea")
        + table((p("In a box."),))
        + p("Deep", "H4")
        + p("x")
    )
    result = brought(word(body), tmp_path)
    placed = [(one.code, one.file, one.line) for one in result.document.decisions]
    assert placed == [
        ("box-table", "sections/b.yaml", 6),
        ("level-closed", "sections/b.yaml", 10),
        ("typed-bullet", "sections/b.yaml", 4),
    ]
    assert all(RULES[one.code].to_do for one in result.document.decisions)


def test_words_that_the_walk_would_lose_are_told_by_the_proof(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from exporter.importing.decide.prose import Prose

    monkeypatch.setattr(Prose, "paragraphs", lambda self, para: iter(()))
    body = p("A", "T") + p("B", "H1") + item("kept", 1) + p("It is not so.")
    result = brought(word(body), tmp_path)
    assert result.document.proof.lost == (
        "it (it is not)", "is (it is not so)", "not (it is not so)", "so (is not so)",
    )  # fmt: skip


def _text(words: str) -> object:
    from exporter.model import Text

    return Text(words)


def _strong(words: str) -> Strong:
    return Strong((_text(words),))  # type: ignore[arg-type]


def test_a_label_on_a_line_of_its_own_takes_no_letter_of_its_caption_away(tmp_path: Path) -> None:
    body = p("Words.") + p(picture("k", "Two cups")) + p(r("Figure 2") + BREAK + r("Tea for two"))
    document = brought(word(body, pictures={"k": png()}), tmp_path).document
    assert document.proof.lost == ()
    assert [one.words for one in document.decisions if one.code == "label-dropped"] == ["Figure 2"]


def test_a_number_behind_a_sign_that_cannot_be_printed_is_told_too(tmp_path: Path) -> None:
    body = p("Tea") + p(r("Hello"), "H1") + p(r("☎ 01632") + r("2.1 Money"), "H1") + p("Words.")
    document = brought(word(body), tmp_path).document
    assert document.proof.lost == ()


def test_a_sign_goes_on_in_the_language_of_the_words_before_it(tmp_path: Path) -> None:
    welsh = '<w:lang w:val="cy-GB"/>'
    body = p(r("See ") + r("croeso ", welsh) + r("→", welsh) + r(" and ") + r("→", welsh) + r("."))
    (paragraph,) = brought(word(body), tmp_path).source.sections[0].body
    assert isinstance(paragraph, Paragraph)
    foreign = [plain_text(one.children) for one in paragraph.children if isinstance(one, Foreign)]
    assert foreign == ["croeso →"]


def test_boxes_under_a_question_become_answers_to_tick_and_are_told(tmp_path: Path) -> None:
    body = (
        p("A", "T") + p("Form", "H1") + p("What would help you?") + p("☐ Money *now*") + p("☐\ttea")
    )
    body += p("Please bring:") + p("☐ this") + p("☐ that") + p("Do you agree?") + p("☐ alone")
    body += p("Is it so?") + p("☐") + p("☐ b")
    result = brought(word(body), tmp_path)
    blocks = section(result, "form").body
    assert [type(one) for one in blocks] == [Question, *[Paragraph] * 8]
    asked = blocks[0]
    assert isinstance(asked, Question)
    assert (asked.kind, words(Paragraph(asked.children))) == ("several", "What would help you?")
    assert [words(Paragraph(one.words)) for one in asked.answers] == ["Money *now*", "tea"]
    assert result.told("question-from-boxes") == ["What would help you?"]
    assert result.document.proof.lost == ()


def test_questions_of_ours_come_back_from_word(tmp_path: Path) -> None:
    answers = (Answer((Text("Money"),)), Answer((Text("A quiet room"),)))
    hint = (Text("Choose as many as you want."),)
    asked = Question("several", (Text("What would help you?"),), answers, hint=hint, name="q")
    theme = load_edition("standard").theme
    data = writer.stamp(writer.compile(document(asked, para("Words.")), theme), load_brand("house"))
    result = brought(data, tmp_path)
    (found,) = [one for one in section(result, "first-part").body if isinstance(one, Question)]
    assert replace(found, place=asked.place) == replace(asked, hint=(), name="")
    assert result.told("form-field") == []
    assert result.document.proof.lost == ()


_STAR = '<w:footnoteReference w:customMarkFollows="1" w:id="1"/>'
_HIGH = '<w:vertAlign w:val="superscript"/>'


@pytest.mark.parametrize(
    "cited",
    [
        f"<w:r>{_STAR}<w:t>*</w:t></w:r>",
        f'<w:r>{_STAR}<w:sym w:font="Symbol" w:char="F02A"/></w:r>',
        f"<w:r>{_STAR}</w:r>" + r("***", _HIGH),
        f"<w:r>{_STAR}<w:t>(a)</w:t></w:r>",
    ],
)
def test_a_mark_that_somebody_chose_for_a_note_is_no_word(tmp_path: Path, cited: str) -> None:
    mark = "(a)" if "(a)" in cited else "*"
    body = p("A", "T") + p("Money", "H1") + p(r("It costs 5") + cited + r(" today."))
    typed = p(r(mark, _HIGH) + r(" In cash."))
    data = word(body, footnotes=f'<w:footnote w:id="1">{typed}</w:footnote>')
    result = brought(data, tmp_path)
    (paragraph,) = (one for one in section(result, "money").body if isinstance(one, Paragraph))
    assert plain_text(paragraph.children) == "It costs 5 today."
    (note,) = section(result, "money").notes
    assert plain_text(note.children) == "In cash."
    told = [one.text for one in FORMATS["docx"].read_back(data)]
    assert {"It costs 5 today.", "In cash."} <= set(told)


def test_words_that_stand_high_in_a_note_of_a_counted_mark_stay(tmp_path: Path) -> None:
    counted = '<w:r><w:footnoteReference w:id="1"/></w:r>'
    body = p("A", "T") + p("Money", "H1") + p(r("It costs 5.") + counted)
    typed = p("<w:r><w:footnoteRef/></w:r>" + r("2", _HIGH) + r(" is small."))
    data = word(body, footnotes=f'<w:footnote w:id="1">{typed}</w:footnote>')
    (note,) = section(brought(data, tmp_path), "money").notes
    assert plain_text(note.children) == "² is small."

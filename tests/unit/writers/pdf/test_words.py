"""Words and lines: what may be parted, what may not, and what is said when there is no room."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from pypdf import PdfReader

from exporter.addresses import shown_address
from exporter.diagnostics import Place
from exporter.fonts import CannotSpell
from exporter.model import Cell, Paragraph, Strong, Table, Text, Words
from exporter.styles.brands import load_brand
from exporter.styles.editions import load_edition
from exporter.styles.words import load_words
from exporter.writers import pdf_reportlab
from exporter.writers.pdf_reportlab import WordTooWide
from exporter.writers.pdf_reportlab.lettering import BRAND_LETTERS, Lettering, letters_beside
from exporter.writers.pdf_reportlab.lines import break_lines
from exporter.writers.pdf_reportlab.look import Style
from exporter.writers.pdf_reportlab.ties import tie, tied
from exporter.writers.pdf_reportlab.words import Word, WordSetter
from tests.build import cell, document, para
from tests.unit.writers.pdf.reading import made

LETTERING = Lettering("Atkinson Hyperlegible")
BODY = Style("regular", 14, 18.9, "0 g")


def lines(text: str, width: float) -> list[str]:
    setter = WordSetter(LETTERING, document().words, "00", "0 g")
    words = setter.plain(text, BODY, None)
    return [" ".join(word.text for word in line) for line in break_lines(words, width, LETTERING)]


def in_a_row(first: str, then: str) -> bool:
    """Whether two words of a paragraph are tied to one another."""
    words = [Word(first, []), Word(then, [])]
    tie(words)
    return words[0].tied


def set_width(text: str) -> float:
    return LETTERING.spell(text, "regular").width * 14 / 1000


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("14", "pt"),
        ("22", "November"),
        ("November", "2026"),
        ("01632", "960123"),
        ("(01632)", "960123"),
        ("+44", "1632"),
        ("part", "3,"),
        ("Figure", "12"),
        ("page", "7)"),
        ("2", "+"),
        ("+", "2"),
        ("10", "minutes."),
        ("£", "12"),
        ("RV1", "2AB"),
        ("1", "Mill"),
        ("Dr", "Patel"),
        ("short-", "and"),
        ("word", "–"),
    ],
)
def test_what_belongs_together_stays_on_one_line(first: str, then: str) -> None:
    assert tied(first, then)
    assert in_a_row(first, then)


@pytest.mark.parametrize(
    ("first", "then"),
    [("people", "decide"), ("in", "2013"), ("2013,", "pages"), ("–", "and"), ("2026.", "In")],
)
def test_other_words_may_be_parted(first: str, then: str) -> None:
    assert not tied(first, then)
    assert not in_a_row(first, then)


def test_a_telephone_number_goes_to_the_next_line_whole() -> None:
    assert lines("Please ring 01632 960123", set_width("Please ring 01632 ")) == [
        "Please ring",
        "01632 960123",
    ]


def test_a_compound_word_is_not_cut_while_it_fits_on_the_next_line() -> None:
    assert lines("people choose co-production", set_width("people choose co-")) == [
        "people choose",
        "co-production",
    ]


def test_an_address_breaks_after_a_stroke_or_a_dot_and_gets_no_hyphen() -> None:
    found = lines("www.example.org/a-long-way/to/the/page", set_width("www.example.org/a-long-wa"))
    assert found == ["www.example.org/a-long-", "way/to/the/page"]


@pytest.mark.parametrize(
    ("text", "room", "found"),
    [
        # whole, though the line before is short for it
        ("at river@trust.org.uk.", "river@trust.org.uk.", ["at", "river@trust.org.uk."]),
        # “www.” says nothing alone, and the end of a name stays whole, as in Word
        ("www.rivertrust.co.uk", "www.rivertrust.co.", ["www.rivertrust.", "co.uk"]),
        ("(www.rivertrust.co.uk)", "(www.rivertrust.co.", ["(www.rivertrust.", "co.uk)"]),
        ("www.rivertrust.co.uk", "rivertrust.co.uk", ["www.rivertrust.", "co.uk"]),
        ("we read www.rivertrust.org.uk/all-of-it", "we read www.river", None),
        # the end of the name of a host says nothing alone: no line is “example”
        ("hello@rivertrust.example", "rivertrust.example.", ["hello@", "rivertrust.example"]),
        # better than in the middle of a word
        ("rivertrust.co.uk", "rivertrust.co.", ["rivertrust.", "co.uk"]),
    ],
)
def test_an_address_stays_whole_or_breaks_before_its_name(
    text: str, room: str, found: list[str] | None
) -> None:
    told = lines(text, set_width(room))
    assert told == found if found else not any(line.endswith("www.") for line in told)


def test_a_short_last_word_gets_company() -> None:
    found = lines("we all decide what matters to us", set_width("we all decide what matters to "))
    assert found == ["we all decide what matters", "to us"]


def test_a_word_too_wide_is_an_error_that_names_word_and_place() -> None:
    place = Place("sections/one.yaml", 7)
    block = Paragraph((Text("Donaudampfschifffahrtsgesellschaft" * 4),), place=place)
    with pytest.raises(WordTooWide, match="wide and its column only") as error:
        made(document(block))
    assert error.value.place == place
    assert "sections/one.yaml:7" in str(error.value)


def test_a_column_too_narrow_for_its_longest_word_takes_room_from_the_others() -> None:
    word = "Telecommunications"
    table = Table(
        columns=("A", "B"), rows=((cell(word), cell("us")),), header_column=False, widths=(0.1, 0.9)
    )
    assert made(document(table))


def test_a_table_whose_words_have_no_room_at_all_is_an_error() -> None:
    wide = Cell((Paragraph((Text("W" * 40),)),))
    table = Table(columns=(), rows=((wide, wide),), header_column=False, widths=(0.5, 0.5))
    with pytest.raises(WordTooWide):
        made(document(table))


def test_a_letter_that_no_typeface_has_is_an_error() -> None:
    with pytest.raises(CannotSpell):
        made(document(para("𓀀")))


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://example.org/", "example.org"),
        ("http://www.example.org/a/", "www.example.org/a"),
        ("mailto:us@example.org", "us@example.org"),
        ("tel:+441632960123", "+441632960123"),
    ],
)
def test_an_address_is_shown_as_people_read_it(url: str, shown: str) -> None:
    assert shown_address(url) == shown


def test_kerning_moves_letters_but_changes_none() -> None:
    spelled = LETTERING.spell("AVATAR", "regular")
    ((_, drawn),) = spelled.parts
    letters = "".join(
        part.strip("()") for part in drawn.split("(") for part in [part.split(")")[0]]
    )
    assert letters == "AVATAR"
    assert spelled.width < sum(LETTERING.spell(letter, "regular").width for letter in "AVATAR")


def test_every_letter_a_brand_may_use_has_its_code_before_any_word_is_set() -> None:
    case = Lettering("Atkinson Hyperlegible").case("Atkinson Hyperlegible", "bold")
    assert {letter for letter in BRAND_LETTERS if case.face.has(letter)} <= case.codes.keys()


def test_letters_of_the_language_and_of_the_programs_words_have_theirs_too() -> None:
    words = Words((("contact-phone", "Ѝ{number}é"),), "mk")
    assert set("ѓќЅжЍ") <= set(letters_beside(words, "mk"))
    assert not set("Aé{ ") & set(letters_beside(words, "mk"))
    assert letters_beside(load_words("en-GB"), "en-GB") == letters_beside(Words(()), "cy") == ""


def test_a_brand_in_letters_that_a_template_has_not_is_told_what_sets_them() -> None:
    brand = replace(load_brand("house"), publisher="Юнион")
    with pytest.raises(CannotSpell) as told:
        pdf_reportlab.stamp(
            pdf_reportlab.compile(document(para("Hello.")), load_edition("standard").theme), brand
        )
    assert "--pdf-engine weasyprint" in str(told.value)
    assert "Ю" in str(told.value)


def test_bold_words_inside_a_word_do_not_part_it() -> None:
    setter = WordSetter(LETTERING, document().words, "00", "0 g")
    words = setter.set((Text("un"), Strong((Text("believ"),)), Text("able")), BODY, None)
    assert [word.text for word in words] == ["unbelievable"]
    assert isinstance(words[0], Word)
    assert len(words[0].fragments) == 3


def test_a_long_word_is_parted_at_a_soft_hyphen_with_a_stroke_that_is_no_text() -> None:
    long = "Donau\u00addampf\u00adschifffahrts\u00adgesellschafts\u00adkapitäns\u00admützen"
    whole = long.replace("\u00ad", "")
    parted = lines(long, set_width("Donaudampfschifffahrtsgesell"))
    assert len(parted) > 1
    assert all(part.endswith("\u00ad") for part in parted[:-1])
    assert "".join(parted) == long
    data = made(document(para("ab " + long * 3)))
    shown = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    assert whole[:20] in shown.replace("\n", "")
    assert "-" not in "".join(one for one in shown.split("\n") if "gesellschaft" in one)


def test_a_space_of_no_width_parts_a_word_without_a_hyphen() -> None:
    parted = lines("abcdefgh\u200bijklmnop\u200bqrstuvw", set_width("abcdefghijklm"))
    assert [part.strip("\u200b") for part in parted] == ["abcdefgh", "ijklmnop", "qrstuvw"]


def test_the_word_that_is_named_is_the_one_that_has_no_room() -> None:
    address = "www.example.org/" + "/".join(["a-long-way"] * 9)
    compound = "-".join(["well"] * 30)
    cells = tuple(cell(f"{address} {compound} {'M' * 24}") for _ in range(3))
    table = Table(columns=(), rows=(cells,), header_column=False, widths=(0.34, 0.33, 0.33))
    with pytest.raises(WordTooWide) as error:
        made(document(table))
    assert error.value.word == "M" * 24

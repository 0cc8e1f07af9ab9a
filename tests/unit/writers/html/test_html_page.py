"""What stands in the web page, and what a brand may change of it."""

from __future__ import annotations

import base64
import hashlib
import io
import re
from dataclasses import replace

import pytest
from fontTools.ttLib import TTFont

from exporter import fonts
from exporter.file_rules import html as rules
from exporter.model import Document, Figure, Foreign, NoteMark, Paragraph, Text
from exporter.readback.html import read
from exporter.styles.brands import load_brand
from exporter.styles.editions import load_edition
from exporter.writers import css, html
from exporter.writers.html import reading
from tests.build import SVG, document, easy, everything, para, picture, words
from tests.conftest import ROOT
from tests.test_parity import BRAND

EVIL = '"><script>alert(1)</script><!--slot:colours-->&amp;'


def page(made: Document, edition: str = "standard") -> str:
    return html.stamp(html.compile(made, load_edition(edition).theme), BRAND).decode()


@pytest.mark.parametrize("edition", ["standard", "large-print", "giant-print"])
def test_the_checker_finds_nothing_in_our_own_pages(edition: str) -> None:
    assert rules.check(page(everything(), edition).encode()) == ()


def test_the_checker_finds_nothing_in_easy_read() -> None:
    assert rules.check(page(easy(), "easy-read").encode()) == ()


def test_the_page_needs_no_network_and_runs_no_script_but_its_own() -> None:
    made = page(everything())
    assert made.count("<script") == 1
    script = made.partition("<script>")[2].partition("</script>")[0]
    assert script == reading.script(asks=True)
    assert not re.search(r"fetch\(|XMLHttp|Socket|Beacon|import\b|https?:|innerHTML|eval", script)
    assert len(script.encode()) < 10_000
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', made)
    assert policy is not None
    assert policy[1].startswith("default-src 'none'; img-src data:; font-src data:;")
    assert f"script-src 'sha256-{digest}';" in policy[1]
    assert not re.search(r"(src|url\()\s*=?\s*[\"']?https?:", made)
    assert "<link" not in made


def test_a_chart_brings_each_letter_of_its_words_along_and_no_other() -> None:
    said = '<text font-family="Atkinson Hyperlegible">Under &lt;18 &amp; over</text></svg>'
    chart = replace(picture(), data=SVG.replace(b"</svg>", said.encode()), ems=20.0)
    drawn = re.search(
        r'<img src="data:image/svg\+xml;base64,([^"]+)', page(document(Figure(chart)))
    )
    assert drawn is not None
    fonts_inside = re.findall(rb"font/ttf;base64,([^)]+)", base64.b64decode(drawn[1]))
    letters = [TTFont(io.BytesIO(base64.b64decode(one))).getBestCmap() for one in fonts_inside]
    assert [set(map(chr, known)) for known in letters] == [
        set("Under <18 & over>")
    ] * 2  # “>” mirrors “<”


def test_words_cannot_become_html() -> None:
    made = page(document(para(EVIL), title=EVIL, subtitle=EVIL, running=EVIL))
    assert made.count("<script") == 1
    assert made.count("&lt;script&gt;") >= 3


def test_words_that_look_like_a_slot_are_words() -> None:
    assert "&lt;!--slot:colours--&gt;" in page(document(para(EVIL)))
    assert "<!--slot" not in page(document(para(EVIL)))


def test_the_words_of_a_brand_cannot_become_html() -> None:
    template = html.compile(document(para("One.")), load_edition("standard").theme)
    evil = replace(BRAND, publisher=EVIL, cover_line=EVIL, legal_line=EVIL)
    assert html.stamp(template, evil).count(b"<script") == 1


def test_a_brand_changes_nothing_but_its_slots() -> None:
    template = html.compile(everything(), load_edition("standard").theme)
    other = replace(BRAND, publisher="Riverside", accent="#1d4f91", second="#7a8f2a")
    ours, theirs = (html.stamp(template, brand).decode() for brand in (BRAND, other))
    main = re.compile(r"<main.*</main>", re.S)
    assert main.findall(ours) == main.findall(theirs)
    assert "--accent:#1d4f91" in theirs
    assert "#0f5c63" not in theirs.split("<main")[0].split("</style>")[-1]


def test_the_same_document_gives_the_same_bytes() -> None:
    assert page(everything()) == page(everything())


def test_a_decorative_picture_has_an_empty_alternative_text() -> None:
    made = page(document(para("One."), cover=picture(alt="")))
    assert 'alt=""' in made


def test_a_drawing_with_words_brings_its_typeface() -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg"><text font-family="Arimo">Hi</text></svg>'
    from exporter.writers.html.pictures import data_uri

    plain, with_words = picture(), replace(picture(), data=svg)
    assert len(data_uri(with_words)) > len(css.font_faces("Arimo"))
    assert len(data_uri(plain)) < 1000


def test_a_note_cited_twice_has_two_marks_and_no_id_twice() -> None:
    made = everything()
    cited = (Text("Again."), NoteMark("note-1", 1))
    one = replace(made.sections[0], blocks=(*made.sections[0].blocks, Paragraph(cited)))
    twice = page(replace(made, sections=(one, made.sections[1])))
    assert twice.count('href="#note-1"') == 2
    assert not [f for f in rules.check(twice.encode()) if f.code == "html-id-twice"]


def test_words_from_right_to_left_say_so_and_numbers_keep_their_direction() -> None:
    made = page(document(para("هاتف 01632 960123."), language="ar", right_to_left=True))
    assert '<html lang="ar" dir="rtl">' in made
    assert '<span dir="ltr">01632 960123</span>' in made


def test_a_foreign_run_of_another_direction_has_it() -> None:
    made = page(document(Paragraph((Foreign(words("معًا"), "ar"),))))
    assert '<span lang="ar" dir="rtl">' in made


@pytest.mark.parametrize("accent", ["#0f5c63", "#1d4f91", "#5a2a6e", "#595959"])
def test_words_in_the_accent_can_be_read_on_every_tint(accent: str) -> None:
    from exporter.brand import contrast

    brand = replace(BRAND, accent=accent, second="#c9862b")
    grounds = css.brand_properties(brand)
    least = min(7.0, contrast(accent, "#ffffff") * 0.97)
    assert contrast(accent, grounds["--accent-tint"]) >= least
    assert contrast(accent, grounds["--second-tint"]) >= least


@pytest.mark.parametrize("weight", ["regular", "bold"])
def test_the_typeface_that_is_cut_already_is_that_of_the_package(weight: fonts.Weight) -> None:
    """After an update of the font: write css.cut(family, weight) over the file."""
    ready, fresh = (
        TTFont(io.BytesIO(data))
        for data in (
            css.web_font(fonts.DEFAULT_FAMILY, weight),
            css.cut("Atkinson Hyperlegible", weight),
        )
    )
    assert (css._READY / f"atkinson-hyperlegible-{weight}.woff2").is_file()
    assert ready.getBestCmap() == fresh.getBestCmap()
    assert ready["hmtx"].metrics == fresh["hmtx"].metrics
    assert ready["head"].fontRevision == fresh["head"].fontRevision
    assert ready["name"].getDebugName(13) == fresh["name"].getDebugName(13)


@pytest.mark.parametrize("name", ["dark", "cream"])
@pytest.mark.parametrize("brand", [file.stem for file in (ROOT / "styles/brands").glob("*.yaml")])
def test_a_brand_can_be_seen_on_every_ground_that_a_reader_may_choose(
    brand: str, name: str
) -> None:
    from exporter.brand import contrast

    theme = load_edition("standard").theme
    colours = css.grounds(theme) | css.brand_on(name, load_brand(brand), getattr(theme, name).paper)
    ground = {part: colour for part, colour in colours.items() if part.startswith(f"--{name}-")}
    papers = [ground[f"--{name}-{part}"] for part in ("paper", "accent-tint", "second-tint")]
    for paper in papers:
        for part in ("ink", "quiet", "accent"):
            assert contrast(ground[f"--{name}-{part}"], paper) >= 4.5, (part, paper)
    assert contrast(ground[f"--{name}-second"], papers[0]) >= 3


def test_the_page_names_every_colour_of_each_ground() -> None:
    made = page(everything())
    for part in ("ink", "quiet", "line", "paper", "accent", "accent-tint", "accent-line", "second",
                 "second-tint", "second-line"):  # fmt: skip
        for name in ("dark", "cream"):
            assert f"--{part}: var(--{name}-{part})" in made
            assert f"--{name}-{part}:#" in made


def test_the_control_is_hidden_from_every_reader_of_the_file() -> None:
    made = page(everything()).encode()
    told = read(made)
    said = [entry.text for entry in (*told.outline, *told.furniture)]
    assert not {"Listen", "Stop", "Text and colours", "Size of the words", "Cream"} & set(said)


def test_the_words_of_the_control_say_their_language_where_it_is_another() -> None:
    assert '<section class="reading" hidden' in page(everything())
    arabic = page(document(para("هاتف."), language="ar", right_to_left=True))
    control = re.search(r'<section class="reading"[^>]*>', arabic)
    assert control is not None
    assert 'lang="en-GB" dir="ltr"' in control[0]

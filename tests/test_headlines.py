"""The edition of headlines: summaries only, and where there is more; ways from part to part."""

from __future__ import annotations

import io
import json
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from exporter.adapt import adapt, supplies
from exporter.cli import main
from exporter.compare import editions_agree, same_edition
from exporter.diagnostics import NOWHERE
from exporter.formats import FORMATS, Settings
from exporter.load import load
from exporter.model import Document
from exporter.outline import outline_of
from exporter.styles.brands import load_brand
from exporter.styles.editions import load_edition
from exporter.styles.words import load_words
from tests.conftest import needs_pango
from tests.typed.folders import document_of, proof_of, written

GUIDE = """\
title: A guide
subtitle: For you
language: en-GB
cover: ring
pictures: {ring: {file: pictures/ring.svg, alt: A ring}}
"""
FIRST = """\
heading: The first
picture: ring
summary: Most people came. See [](#second).
body: Here is who came, and when.
easy_read: none
"""
SECOND = """\
heading: The second
picture: none
summary: Few people stayed away.
easy_read: none
sections:
  - id: inner
    heading: Why they stayed
    summary: They had no bus.
"""
NAMES = ("first", "second", "third")
THIRD = "heading: The third\npicture: none\nbody: Only this.\neasy_read: none\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = written(tmp_path / "guide", GUIDE, first=FIRST, second=SECOND, third=THIRD)
    for name in ("post", "phone"):
        (made / "pictures" / f"{name}.svg").unlink()
    return made


def html_of(document: Document) -> str:
    engine = FORMATS["html"].engine(Settings(), document)
    theme = load_edition(document.edition).theme
    return engine.stamp(engine.compile(document, theme), load_brand("house")).decode()


def test_headlines_are_the_summaries_under_their_headings_and_say_where_there_is_more(
    folder: Path,
) -> None:
    document = document_of(folder, "headlines")
    assert [(one.role, one.text) for one in outline_of(document) if one.role != "link"] == [
        ("heading", "A guide"),
        ("paragraph", "For you"),
        ("heading", "1. The first"),
        (
            "paragraph",
            "Most people came. See part 2, The second. More in part 1 of the whole document.",
        ),
        ("heading", "2. The second"),
        ("paragraph", "Few people stayed away. More in part 2 of the whole document."),
        ("heading", "Why they stayed"),
        ("paragraph", "They had no bus."),
    ]
    assert document.cover_lines[:2] == ("The headlines", "This is a short version of “A guide”.")


def test_without_part_numbers_headlines_say_that_there_is_more_under_the_heading(
    folder: Path,
) -> None:
    file = folder / "document.yaml"
    file.write_text(file.read_text("utf-8") + "contents: none\n", "utf-8")
    said = [one.text for one in outline_of(document_of(folder, "headlines"))]
    assert "Few people stayed away. More under this heading in the whole document." in said


def test_what_was_typed_arrives_in_the_headlines_and_they_agree_with_the_whole(
    folder: Path,
) -> None:
    headlines, whole = (document_of(folder, name) for name in ("headlines", "standard"))
    assert proof_of(folder, headlines) == ()
    layers = {name: load_edition(name).layers for name in ("headlines", "standard")}
    assert editions_agree({"standard": whole, "headlines": headlines}, layers) == ()
    assert len([one for one in outline_of(headlines) if one.role == "heading"]) == 4


def test_headlines_are_read_back_from_every_format_as_they_are(folder: Path) -> None:
    document = document_of(folder, "headlines")
    brand, theme = load_brand("house"), load_edition("headlines").theme
    for one in FORMATS.values():
        engine = one.engine(Settings(), document)
        found = one.read_back(engine.stamp(engine.compile(document, theme), brand))
        assert same_edition(outline_of(document), found) == ()


def test_a_document_without_summaries_has_no_headlines(tmp_path: Path) -> None:
    made = written(tmp_path / "guide", "title: A guide\nlanguage: en-GB", third=THIRD)
    for name in ("ring", "post", "phone"):
        (made / "pictures" / f"{name}.svg").unlink()
    source = load(made)
    assert not supplies(source, load_edition("headlines"))
    assert adapt(source, load_edition("headlines"), load_words("en-GB")).sections == ()


def test_the_headlines_of_every_document_here_are_one_sheet(tmp_path: Path) -> None:
    sources = Path(__file__).parent.parent / "sources"
    here = sorted(one.parent.name for one in sources.glob("*/document.yaml"))
    asked = [*here, "--sources", str(sources), "--output", str(tmp_path), "--jobs", "1"]
    assert main(["build", *asked, "--edition", "headlines", "--format", "pdf"]) == 0
    pages = {
        file.parent.name: len(PdfReader(file).pages) for file in tmp_path.glob("*/*-headlines.pdf")
    }
    assert sorted(pages) == here
    assert {name: count for name, count in pages.items() if count > 2} == {}
    report = json.loads((tmp_path / "value-of-co-production" / "report.json").read_text("utf-8"))
    assert "headlines-too-long" not in {one["rule"] for one in report["findings"]}


def test_the_headlines_of_the_longest_are_one_sheet_in_the_second_engine_too(
    tmp_path: Path,
) -> None:
    needs_pango()
    sources = Path(__file__).parent.parent / "sources"
    asked = ["co-production-guide", "value-of-co-production", "--pdf-engine", "weasyprint"]
    where = ["--sources", str(sources), "--output", str(tmp_path), "--jobs", "1"]
    assert main(["build", *asked, *where, "--edition", "headlines", "--format", "pdf"]) == 0
    made = list(tmp_path.glob("*/*-headlines.pdf"))
    assert [len(PdfReader(file).pages) for file in made] == [2, 2]


def test_on_the_web_each_part_leads_to_the_one_before_and_after_it(folder: Path) -> None:
    page = html_of(document_of(folder))
    ways = re.findall(r'<ul class="ways".*?</ul>', page, re.DOTALL)
    told = [re.findall(r'<a href="(#[^"]+)">([^<]+)</a>', one) for one in ways]
    assert told == [
        [("#to.contents", "Back to contents"), ("#second", "Next: 2. The second")],
        [
            ("#first", "Before: 1. The first"),
            ("#to.contents", "Back to contents"),
            ("#third", "Next: 3. The third"),
        ],
        [("#second", "Before: 2. The second"), ("#to.contents", "Back to contents")],
    ]
    assert all("data-furniture" in one for one in ways)


def built(folder: Path, editions: str, formats: str = "pdf,html", *more: str) -> Path:
    """The output folder of the guide, after these editions have been built."""
    output = folder.parent / "output"
    asked = ["--sources", str(folder.parent), "--output", str(output), "--jobs", "1"]
    assert main(["build", *asked, "--edition", editions, "--format", formats, *more]) == 0
    return output / "guide"


def said_in_headlines(output: Path) -> list[str]:
    """Where each part says that there is more, in the PDF."""
    outline = FORMATS["pdf"].read_back((output / "guide-headlines.pdf").read_bytes())
    return [found[0] for one in outline if (found := re.search(r"More in part .*", one.text))]


def test_made_with_the_whole_the_headlines_name_its_pages_and_lead_to_its_parts(
    folder: Path,
) -> None:
    output = built(folder, "standard,headlines", "pdf,docx,html,epub")
    whole = PdfReader(output / "guide-standard.pdf")
    pages = {
        name: whole.get_destination_page_number(place) + 1
        for name, place in whole.named_destinations.items()
    }
    assert pages["first"] > 1
    assert said_in_headlines(output) == [
        f"More in part {number}, on page {pages[name]} of the whole PDF."
        for number, name in ((1, "first"), (2, "second"))
    ]
    page = (output / "guide-headlines.html").read_text("utf-8")
    ways = re.findall(r'<ul class="ways".*?</ul>', page, re.DOTALL)
    told = [re.findall(r'<a href="([^"]+)">([^<]+)</a>', one) for one in ways]
    assert told == [
        [("guide-standard.html#first", "Read all of it: 1. The first")],
        [("guide-standard.html#second", "Read all of it: 2. The second")],
    ]
    report = json.loads((output / "report.json").read_text("utf-8"))
    assert "page-number-typed" not in {one["rule"] for one in report["findings"]}
    there = (output / "guide-standard.html").read_text("utf-8")
    assert all(f'id="{name}"' in there for name in ("first", "second"))


def test_headlines_alone_name_the_pages_of_the_whole_and_lead_to_no_file(folder: Path) -> None:
    output = built(folder, "headlines")
    alone = said_in_headlines(output)
    assert [one.partition(", on page ")[0] for one in alone] == [
        f"More in part {number}" for number in (1, 2)
    ]
    assert "guide-standard.html" not in (output / "guide-headlines.html").read_text("utf-8")
    built(folder, "standard,headlines")
    assert said_in_headlines(output) == alone == named_pages(output)
    assert "guide-standard.html" in (output / "guide-headlines.html").read_text("utf-8")
    built(folder, "headlines", "html")
    page = (output / "guide-headlines.html").read_text("utf-8")
    assert "guide-standard.html" in page  # it stands beside, with the words of today
    assert all(one in page for one in alone)


def named_pages(output: Path) -> list[str]:
    """What headlines say of the two parts, by the PDF of the whole."""
    whole = PdfReader(output / "guide-standard.pdf")
    places = whole.named_destinations
    return [
        f"More in part {number}, on page "
        f"{(whole.get_destination_page_number(places[name]) or 0) + 1} of the whole PDF."
        for number, name in ((1, "first"), (2, "second"))
    ]


def test_each_way_of_making_pdf_counts_its_own_pages(folder: Path) -> None:
    needs_pango()
    output = built(folder, "standard,headlines", "pdf", "--pdf-engine", "weasyprint")
    assert said_in_headlines(output) == named_pages(output)
    output = built(folder, "standard,headlines", "pdf", "--print")
    assert said_in_headlines(output) == named_pages(output)


def test_in_a_pack_headlines_name_the_pages_of_the_parts_that_it_has(folder: Path) -> None:
    plan = folder.parent / "partners.yaml"
    plan.write_text(
        "defaults: {documents: [guide], brand: house, formats: [pdf]}\npartners:\n"
        "  - {id: both, name: River, editions: [standard, headlines]}\n"
        "  - {id: short, name: Hill, editions: [headlines]}\n",
        "utf-8",
    )
    output = folder.parent / "output"
    asked = ["--sources", str(folder.parent), "--output", str(output), "--jobs", "1", "--draft"]
    assert main(["batch", str(plan), *asked]) == 0
    made = sorted(output.glob("partners/*/**/*headlines.pdf"))
    assert len(made) == 2
    said = [
        [found[0] for one in FORMATS["pdf"].read_back(file.read_bytes())
         if (found := re.search(r"More in part .*", one.text))]
        for file in made
    ]  # fmt: skip
    assert said[0] == said[1]
    assert all("of the whole PDF." in one for one in said[0])


WAYS = [
    ["Back to contents", "Next: 2. The second"],
    ["Before: 1. The first", "Back to contents", "Next: 3. The third"],
    ["Before: 2. The second", "Back to contents"],
]


def linked_parts(folder: Path) -> Document:
    file = folder / "document.yaml"
    file.write_text(file.read_text("utf-8") + "part_links: true\n", "utf-8")
    return document_of(folder)


def test_in_an_e_book_each_part_leads_on_where_the_author_wants_it(folder: Path) -> None:
    plain, document = document_of(folder), linked_parts(folder)
    engine, theme = FORMATS["epub"].engine(Settings(), document), load_edition("standard").theme
    told = []
    for one in (plain, document):
        data = engine.stamp(engine.compile(one, theme), load_brand("house"))
        with zipfile.ZipFile(io.BytesIO(data)) as book:
            parts = [n for n in book.namelist() if re.search(r"part-\d", n)]
            pages = [book.read(name).decode() for name in sorted(parts)]
        ways = [re.findall(r'<ul class="ways".*?</ul>', page, re.DOTALL) for page in pages]
        told.append(
            [re.findall(r'href="([^"]+)">([^<]+)</a>', one) for [one] in filter(None, ways)]
        )
    assert told[0] == []
    contents = "nav.xhtml#to.contents"
    files = [f"part-{number}.xhtml#{name}" for number, name in enumerate(NAMES, 1)]
    assert [[words for _, words in part] for part in told[1]] == WAYS
    assert [[href for href, _ in part] for part in told[1]] == [
        [contents, files[1]], [files[0], contents, files[2]], [files[1], contents],
    ]  # fmt: skip


@pytest.mark.parametrize("engine", ["reportlab", "weasyprint"])
def test_in_a_pdf_each_part_leads_on_where_the_author_wants_it(folder: Path, engine: str) -> None:
    if engine == "weasyprint":
        needs_pango()
    plain, document = document_of(folder), linked_parts(folder)
    made = FORMATS["pdf"].engine(Settings(pdf_engine=engine), document)
    theme = load_edition("standard").theme
    files = [made.stamp(made.compile(one, theme), load_brand("house")) for one in (plain, document)]
    without, with_ways = (FORMATS["pdf"].read(data) for data in files)
    assert (
        without.outline
        == with_ways.outline
        == tuple(replace(one, place=NOWHERE) for one in outline_of(document))
    )
    known = {words for part in WAYS for words in part}
    assert [one for one in without.furniture if one.text in known] == []
    found = [(one.role, one.text) for one in with_ways.furniture if one.text in known]
    wanted = [words for part in WAYS for words in part]
    assert [text for role, text in found if role == "item"] == wanted
    assert [text for role, text in found if role == "link"] == wanted
    assert not [one for one in FORMATS["pdf"].look(files[1], theme, "clear-print")[0]]


def test_easy_read_has_no_ways_in_a_pdf(folder: Path) -> None:
    assert linked_parts(folder).part_links
    source = load(folder)
    assert not adapt(source, load_edition("easy-read"), load_words("en-GB")).part_links


def test_a_leaflet_has_no_ways_from_part_to_part(folder: Path) -> None:
    assert 'class="ways"' not in html_of(document_of(folder, "headlines"))

"""What is measured in a PDF is what was set in it."""

from __future__ import annotations

import io
import time

import pikepdf
import pytest

from exporter.file_rules.pdf_layout import Measures, check_layout, layout_of, measure
from exporter.file_rules.pdf_layout_faces import face_of
from tests.unit.file_rules.pdf_layout.booklets import (
    CLEAR,
    EASY,
    LARGE,
    booklet,
    saved,
    words,
)


def test_sizes_distances_and_margins_are_as_they_were_set() -> None:
    found = measure(booklet(LARGE.but(left=80, extra=words("a small note", size=9, at=(80, 150)))))
    assert found.pages == found.measured_pages == 3
    assert found.body_type == 18
    assert found.smallest_type == 9
    assert found.line_pitch == 1.35
    assert found.margins.left == pytest.approx(28.2, abs=0.1)
    assert found.lowest_contrast == pytest.approx(14.6, abs=0.5)
    assert found.fonts[0] == "Helvetica"
    assert found.usual_line is not None
    assert found.longest_line is not None
    assert found.usual_line <= found.longest_line <= 46


def test_the_evidence_page_is_given_what_is_known_and_nothing_else() -> None:
    told = measure(booklet(EASY)).as_measured()
    assert told["smallest_type"] == 16
    assert told["pages"] == 3
    assert "smallest_in_pictures" not in told
    assert measure(b"no file at all") == Measures()
    assert measure(b"no file at all").as_measured() == {}


def test_spot_colours_are_known_by_what_they_look_like() -> None:
    """Our text in a brand's colour is a Separation with an RGB alternate."""
    with pikepdf.open(io.BytesIO(booklet(CLEAR.but(numbered=False)))) as file:
        for page in file.pages:
            page.Resources.ColorSpace = pikepdf.Dictionary(
                Brand=pikepdf.Array(
                    [
                        pikepdf.Name.Separation,
                        pikepdf.Name.Brand,
                        pikepdf.Name.DeviceRGB,
                        pikepdf.Dictionary(
                            FunctionType=2, Domain=[0, 1], C0=[1, 1, 1], C1=[0.6, 0.6, 0.6], N=1
                        ),
                    ]
                )
            )
            content = page.Contents.read_bytes()
            page.Contents = file.make_stream(
                content.replace(b".121569 .160784 .2 rg", b"/Brand cs 1 scn")
            )
        data = saved(file)
    assert measure(data).lowest_contrast == pytest.approx(2.85, abs=0.05)


def test_one_reading_serves_both() -> None:
    data = booklet(EASY)
    layout = layout_of(data)
    assert layout is not None
    assert layout.measures() == measure(data)
    assert layout.check(None, "easy-read") == check_layout(data, None, "easy-read")


def test_fifty_pages_are_quick() -> None:
    """Less than half a second of the processor; a slow machine has room."""
    data = booklet(LARGE.but(pages=50))
    begin = time.process_time()
    check_layout(data, None, "large-print")
    assert time.process_time() - begin < 0.8


@pytest.mark.parametrize(
    ("name", "family", "kinds"),
    [
        ("ABCDEF+AtkinsonHyperlegible-BoldItalic", "AtkinsonHyperlegible", "bi"),
        ("Arial,Bold", "Arial", "b"),
        ("ArialMT", "Arial", ""),
        ("TimesNewRomanPS-ItalicMT", "TimesNewRoman", "i"),
        ("Lato-Light", "Lato", "l"),
        ("HelveticaNeueLTStd-Th", "HelveticaNeueLTStd", "l"),
        ("OpenSans-ExtraLight", "OpenSans", "l"),
        ("Highlight-Regular", "Highlight", ""),
        ("Lightning", "Lightning", ""),
        ("CMBX12", "Computer Modern", "b"),
        ("CMTI10", "Computer Modern", "i"),
    ],
)
def test_a_typeface_is_known_by_its_name(name: str, family: str, kinds: str) -> None:
    face = face_of(name)
    assert face.family == family
    told = "b" * face.bold + "i" * face.italic + "l" * face.light
    assert told == kinds

"""Two pictures are the same when nobody could tell them apart."""

from __future__ import annotations

import io
from dataclasses import replace

from PIL import Image, ImageDraw

from exporter.checks.same_picture import alike
from tests.rules.building import picture

CLOCK = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 72 72">{more}'
    '<circle cx="36" cy="36" r="30" fill="none" stroke="#000" stroke-width="4"/>'
    '<path d="M36 36 L{hand}" stroke="#000" stroke-width="4"/></svg>'
)


def drawing(svg: str):  # type: ignore[no-untyped-def]
    return picture(1, {"svg": svg})


def photo(side: int, colour: str = "teal", kind: str = "JPEG"):  # type: ignore[no-untyped-def]
    image = Image.new("RGB", (side, side), "white")
    ImageDraw.Draw(image).ellipse([side // 8, side // 8, side // 2, side // 2], colour)
    buffer = io.BytesIO()
    image.save(buffer, kind)
    return replace(picture(1, {"media": kind.lower()}), data=buffer.getvalue())


ONE = drawing(CLOCK.format(more="", hand="46 16"))


def test_a_drawing_that_another_program_saved_is_the_same() -> None:
    again = CLOCK.format(more="<title>clock</title><desc>Made elsewhere</desc>", hand="46.01 16.02")
    other_size = again.replace("viewBox", 'width="500" height="500" viewBox')
    assert alike(ONE, drawing(again))
    assert alike(ONE, drawing(other_size))


def test_one_o_clock_is_not_two_o_clock() -> None:
    assert not alike(ONE, drawing(CLOCK.format(more="", hand="56 26")))


def test_another_colour_is_another_picture() -> None:
    red = CLOCK.format(more="", hand="46 16").replace("#000", "#a00")
    assert not alike(ONE, drawing(red))


def test_drawings_with_words_are_the_same_only_if_their_words_are() -> None:
    yes, no = (CLOCK.format(more=f"<text>{word}</text>", hand="46 16") for word in ("Yes", "No"))
    assert alike(drawing(yes), drawing(yes + "\n"))
    assert not alike(drawing(yes), drawing(no))


def test_a_photo_in_another_size_or_format_is_the_same() -> None:
    assert alike(photo(900), photo(300))
    assert alike(photo(900), photo(300, kind="PNG"))
    assert not alike(photo(900), photo(900, "green"))


def test_what_cannot_be_drawn_is_only_like_itself() -> None:
    broken, other = drawing("<svg"), drawing("<svg>")
    assert alike(broken, broken)
    assert not alike(broken, other)

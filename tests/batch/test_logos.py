"""A logo that readers would not see is told: white on white, blurred, thin as a hair."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageDraw

from exporter.brand import Brand
from exporter.edition import SlotBox
from exporter.making.logos import is_seen_on_white, logo_findings
from exporter.model import Picture
from tests.batch.home import Home, remarks_of

BOX = SlotBox(200, 70)


def svg(fill: str, width: int = 100, height: int = 40) -> Picture:
    shape = f'<rect x="5" y="5" width="{width - 10}" height="{height - 10}" fill="{fill}"/>'
    data = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">{shape}</svg>'
    return Picture(
        name="logo", media="svg", data=data.encode(), alt="L", width=width, height=height
    )


def png(
    width: int, height: int, ink: str, ground: str | None = None, mode: str = "RGBA"
) -> Picture:
    picture = Image.new("RGBA", (width, height), ground or (0, 0, 0, 0))
    ImageDraw.Draw(picture).rectangle((width // 4, height // 4, width // 2, height // 2), fill=ink)
    stream = io.BytesIO()
    picture.convert(mode).save(stream, "PNG")
    data = stream.getvalue()
    return Picture(name="logo", media="png", data=data, alt="L", width=width, height=height)


def told(logo: Picture) -> list[str]:
    brand = Brand(name="b", publisher="B", accent="#000000", second="#000000", logo=logo)
    return [one.message for one in logo_findings(brand, BOX)]


@pytest.mark.parametrize("ink", ["#ffffff", "white", "#fefefe", "#ffffe0"])
def test_white_on_nothing_cannot_be_seen(ink: str) -> None:
    assert not is_seen_on_white(svg(ink))
    assert not is_seen_on_white(png(600, 200, ink))


@pytest.mark.parametrize("ink", ["#000000", "#ffd400", "#0f5c63", "#bbbbbb"])
def test_any_other_colour_can(ink: str) -> None:
    assert is_seen_on_white(svg(ink))
    assert is_seen_on_white(png(600, 200, ink))


def test_white_on_a_ground_of_its_own_can() -> None:
    assert is_seen_on_white(png(600, 200, "white", ground="#0f5c63"))
    assert is_seen_on_white(png(600, 200, "white", ground="#0f5c63", mode="P"))


def test_a_small_one_is_blurred_and_the_least_width_is_told() -> None:
    assert told(png(40, 20, "black")) == ["The logo is blurred in print: 21 dots an inch."]
    assert told(png(420, 140, "black")) == []
    assert told(svg("#000000")) == []


def test_one_that_is_far_too_long_or_too_high_is_told() -> None:
    (long,) = told(svg("#000000", 4000, 100))
    assert long == "The logo would be 71 millimetres wide and 2 high: too small to read."
    assert told(svg("#000000", 100, 4000))[0].startswith("The logo would be 1 millimetres wide")


def test_a_partner_hears_of_it_and_a_missing_file_says_where_it_was_looked_for(home: Home) -> None:
    (home.path / "sources/white.svg").write_bytes(svg("white").data)
    home.change("partners.yaml", "960512}", "960512, logo: white.svg, logo_alt: Hilltop}")
    home.change("partners.yaml", 'accent: "#00485e"', "logo: none.svg, logo_alt: Harbour")
    result = home.run()
    assert any("cannot be seen on white paper" in one for one in remarks_of(result, "hilltop"))
    reason = next(pack.reason for pack in result.packs if pack.partner == "harbour")
    assert "sources, beside the plan" in reason

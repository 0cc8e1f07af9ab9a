"""The colours of a brand: how strong they must be on white, on both sides of each threshold."""

from __future__ import annotations

import pytest

from exporter.brand import Brand, contrast, fitted, nearest_passing
from exporter.diagnostics import Severity

AT_4_5, BELOW_4_5 = "#767676", "#777777"
AT_7, BELOW_7 = "#595959", "#5a5a5a"


def _brand(accent: str) -> Brand:
    return Brand(name="house", publisher="The River Trust", accent=accent, second="#c9862b")


def test_the_greys_stand_on_both_sides_of_what_wcag_asks() -> None:
    assert contrast(BELOW_4_5, "#ffffff") < 4.5 < contrast(AT_4_5, "#ffffff") < 4.6
    assert contrast(BELOW_7, "#ffffff") < 7 < contrast(AT_7, "#ffffff") < 7.1


@pytest.mark.parametrize(
    ("rules", "passes", "fails"),
    [
        ("clear-print", AT_4_5, BELOW_4_5),
        ("", AT_4_5, BELOW_4_5),
        ("large-print", AT_7, BELOW_7),
        ("easy-read", AT_7, BELOW_7),
    ],
)
def test_a_colour_passes_from_the_contrast_on_that_the_edition_asks(
    rules: str, passes: str, fails: str
) -> None:
    assert fitted(_brand(passes), rules) == (_brand(passes), None)
    brand, finding = fitted(_brand(fails), rules)
    assert brand == _brand(fails)
    assert finding is not None
    assert (finding.code, finding.severity) == ("brand-contrast-low", Severity.MUST_FIX)
    assert fitted(_brand(finding.suggestion), rules)[1] is None


@pytest.mark.parametrize(
    ("ratio", "passes", "fails"), [(4.5, AT_4_5, BELOW_4_5), (7, AT_7, BELOW_7)]
)
def test_the_nearest_shade_just_passes(ratio: float, passes: str, fails: str) -> None:
    assert nearest_passing(passes, ratio) == passes
    assert contrast(nearest_passing(fails, ratio), "#ffffff") >= ratio

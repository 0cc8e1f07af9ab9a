"""Signs that deceive are told by name and place, wherever they stand; those that serve are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from exporter.authored.deceiving import deceits
from exporter.cli import main
from exporter.starter import start

from .folders import findings_of, write

START = "sections/start.yaml"


def told(text: str) -> list[tuple[str, int]]:
    return [(one.code, one.start) for one in deceits(text) if not one.harmless]


@pytest.mark.parametrize("sign", "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
def test_every_sign_that_turns_letters_is_told_in_a_heading_and_a_body(
    sign: str, tmp_path: Path
) -> None:
    text = f"heading: Pay {sign}fdp\npicture: none\nbody: |\n  One.\n\n  Two{sign}.\n"
    found = findings_of(write(tmp_path, {START: text}))
    assert [(one.code, one.place.line, one.place.column) for one in found] == [
        ("text-turned", 1, 14),
        ("text-turned", 6, 6),
    ]
    assert all(f"(U+{ord(sign):04X})" in one.message for one in found)


@pytest.mark.parametrize("sign", "\u200b\u200c\u200d\u2060\u2063\ufeff")
def test_signs_that_say_where_a_line_may_end_are_told_in_addresses_alone(
    sign: str, tmp_path: Path
) -> None:
    text = f"heading: Start\npicture: none\nbody: One in{sign}voice.\n"
    assert findings_of(write(tmp_path, {START: text})) == ()
    assert [one.harmless for one in deceits(f"One in{sign}voice.")] == [True]
    for address in ("https://exa%smple.org", "a%sda@example.org", "www.exam%sple.org", "ex%s.uk"):
        assert told(f"See {address % sign} now.") == [
            ("text-invisible-sign", 4 + address.index("%"))
        ]


@pytest.mark.parametrize("sign", "\u200e\u200f\u3164\U000e0041")
def test_signs_of_no_width_are_told(sign: str, tmp_path: Path) -> None:
    text = f"heading: Start\npicture: none\nbody: One in{sign}voice.\n"
    (found,) = findings_of(write(tmp_path, {START: text}))
    assert (found.code, found.place.line, found.words) == ("text-invisible-sign", 3, sign)


def test_a_sign_in_an_alternative_text_is_told(tmp_path: Path) -> None:
    picture = "  - file: pictures/a.svg\n    alt: A \u200eclock\n"
    found = findings_of(write(tmp_path, {START: f"heading: A\npicture: none\nbody: B.\n{picture}"}))
    assert "text-invisible-sign" in {one.code for one in found}


@pytest.mark.parametrize(
    "text",
    [
        "می\u200cخواهم",  # Persian: the letters of one word do not join
        "क्\u200dष and ක්\u200dෂ",  # Hindi, Sinhala
        "ภาษา\u200bไทย",  # Thai: where a line may end
        "👩\u200d👧 and 🏳️\u200d🌈 and 👩🏽\u200d🚒",
        "🏴\U000e0067\U000e0062\U000e0077\U000e006c\U000e0073\U000e007f",  # the flag of Wales
        "שלום\u200f!",
        "co\u00adoperation",
    ],
)
def test_signs_that_a_script_or_a_picture_is_written_with_are_not_told(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "address",
    [
        "https://www.pаypal.com/login",  # Cyrillic а
        "www.gοv.uk",  # Greek omicron
        "сосо.com",  # all Cyrillic
        "ada@exаmple.org",
        "https://xn--pypal-4ve.com",
        "https://ｅxample.org",
        "https://𝐞xample.org",
        "https://example.org\u2215evil.test/",
        "www.ɡoogle.com",
    ],
)
def test_lookalike_letters_in_an_address_are_told(address: str) -> None:
    (found,) = (one for one in deceits(f"Go to {address} now.") if not one.harmless)
    assert found.code == "address-lookalike"
    assert found.words in address
    assert found.words


@pytest.mark.parametrize(
    "text",
    [
        "https://пример.рф and www.президент.рф and почта.com",
        "https://münchen.de and xn--mnchen-3ya.de and www.ışık.com.tr",
        "www.αθήνα.gr, ada@example.org, example.co.uk",
        "Это конец.New words and а.е. Ваня",
        "https://例え.jp",
    ],
)
def test_addresses_in_one_script_are_not_told(text: str) -> None:
    assert told(text) == []


def test_a_brand_whose_name_is_turned_round_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(start(tmp_path / "monday").parent.parent)
    brands = Path("styles/brands")
    brands.mkdir(parents=True, exist_ok=True)
    brand = brands / "ours.yaml"
    brand.write_text("name: Our \u202eknaB\n", "utf-8")
    assert main(["build", "--brand", "ours"]) == 1
    said = capsys.readouterr().err
    assert "ours.yaml:1" in said
    assert "RIGHT-TO-LEFT OVERRIDE (U+202E)" in said

"""What the program knows of languages is what CLDR says of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from babel import Locale, dates, numbers
from babel.core import get_global

from exporter import languages
from exporter.checks import check
from exporter.diagnostics import SourceError
from exporter.languages import dates as our_dates
from exporter.languages import plurals
from exporter.languages.letters import alphabet, needs_shaping
from exporter.languages.numbers import number_in
from exporter.languages.plurals import CATEGORIES, categories, category
from exporter.languages.table import locale
from exporter.model import Words
from exporter.styles.sentences import SENTENCES
from exporter.styles.words import load_words
from tests import cldr
from tests.conftest import ROOT, referee_absent
from tests.rules.building import Maker

NAMES = [name for name in cldr.names() if name != "und"]
COUNTED = (*range(0, 130), 200, 1000, 1_000_000, Decimal("0.5"), Decimal("1.0"), Decimal("1.5"))


def babel(name: str) -> Locale:
    return Locale.parse(name.replace("-", "_"))


def test_every_locale_of_babel_is_in_the_table_as_babel_has_it() -> None:
    assert len(NAMES) > 1000
    for name in NAMES:
        found, said = locale(name), cldr.from_babel(name)
        assert found is not None, name
        assert list(found.months) == said["months"], name
        assert list(found.months_alone) == (said["alone"] or said["months"]), name
        assert (found.date, found.month, found.era) == (said["date"], said["month"], said["era"])
        assert dict(found.plural) == said["plural"], name
        shown = (found.decimal, found.group, list(found.sizes))
        assert shown == (said["decimal"], said["group"], said["sizes"]), name


def test_the_file_is_what_its_maker_makes_of_babel_and_the_exemplar_letters() -> None:
    if not cldr.PACKAGE.is_dir():
        referee_absent("cldr-misc-full", "npm has not brought it (make referees)")
    assert cldr.FILE.read_text("utf-8") == cldr.whole(cldr.PACKAGE)


def test_every_language_runs_as_babel_says() -> None:
    told = {name: languages.direction(name) for name in NAMES}
    assert told == {name: babel(name).text_direction.replace("ttb", "ltr") for name in NAMES}
    assert sum(run == "rtl" for run in told.values()) > 50


def test_every_likely_script_of_cldr_is_known() -> None:
    for tag, whole in get_global("likely_subtags").items():
        parts = tag.split("_")
        if parts[0] != "und" and (len(parts) == 1 or len(parts[1]) == 2):
            assert languages.script(tag) == whole.split("_")[1], tag


def test_numbers_have_the_plural_form_that_babel_gives_them() -> None:
    for name in (name for name in NAMES if "-" not in name):
        rule = babel(name).plural_form
        for number in COUNTED:
            assert category(number, name) == rule(number), (name, number)


def test_dates_are_written_as_babel_writes_them() -> None:
    for name in NAMES:
        if not our_dates.months(name) or languages.of(name) is not locale(name):
            continue
        for month in range(1, 13):
            day, there = date(2026, month, 2), babel(name)
            said = our_dates.date_in_words(day.isoformat(), name)
            assert said == dates.format_date(day, "long", there), name
            said = our_dates.date_in_words(f"2026-{month:02}", name)
            assert said == dates.format_skeleton("yMMMM", day, locale=there), name


def test_numbers_are_written_as_babel_writes_them() -> None:
    # Babel loses the apostrophe of Swiss numbers, which it reads as a quotation mark
    for name in (name for name in NAMES if languages.of(name).group != "'"):
        for number in (0, 12, 999, 1000, 1234567, Decimal("1234.5"), Decimal("0.75"), -1000):
            there = babel(name)
            said = numbers.format_decimal(number, locale=there, numbering_system="latn")
            ours = number_in(number, name)
            assert ours.lstrip("-") == said.lstrip("-\u200e\u200f\u2212"), (name, number)


@pytest.mark.parametrize(
    ("tag", "forms"),
    [
        ("en-GB", ("one", "other")),
        ("cy", CATEGORIES),
        ("ar", CATEGORIES),
        ("pl", ("one", "few", "many", "other")),
        ("zh", ("other",)),
    ],
)
def test_a_language_has_its_plural_forms(tag: str, forms: tuple[str, ...]) -> None:
    assert categories(tag) == forms


def test_welsh_counts_in_six_ways() -> None:
    said = [category(number, "cy") for number in (0, 1, 2, 3, 4, 6, 7)]
    assert said == ["zero", "one", "two", "few", "other", "many", "other"]


@pytest.mark.parametrize(
    ("tag", "script", "direction"),
    [
        ("en-GB", "Latn", "ltr"),
        ("ur", "Arab", "rtl"),
        ("ur-Latn", "Latn", "ltr"),
        ("pa", "Guru", "ltr"),
        ("pa-PK", "Arab", "rtl"),
        ("he", "Hebr", "rtl"),
        ("yi", "Hebr", "rtl"),
        ("dv", "Thaa", "rtl"),
        ("sr-Latn-RS", "Latn", "ltr"),
        ("zh-TW", "Hant", "ltr"),
        ("AR_eg", "Arab", "rtl"),
        ("qqq", "Latn", "ltr"),
    ],
)
def test_script_and_direction_follow_the_whole_tag(tag: str, script: str, direction: str) -> None:
    assert (languages.script(tag), languages.direction(tag)) == (script, direction)


@pytest.mark.parametrize(
    ("date", "tag", "words"),
    [
        ("2026-11-02", "en-GB", "2 November 2026"),
        ("2026-11", "en-GB", "November 2026"),
        ("2026", "en-GB", "2026"),
        ("", "en-GB", ""),
        ("2026-11-20", "cy", "20 Tachwedd 2026"),
        ("2026-11-20", "ur", "20 نومبر، 2026"),
        ("2026-11-02", "pl", "2 listopada 2026"),
        ("2026-11", "pl", "listopad 2026"),
        ("2026-11-02", "zh-Hant", "2026年11月2日"),
        ("2026-11-02", "dv", "2026-11-02"),
        ("2026-11-02", "qqq", "2026-11-02"),
    ],
)
def test_a_date_is_said_in_its_language(date: str, tag: str, words: str) -> None:
    assert our_dates.date_in_words(date, tag) == words


def test_something_made_for_english_may_be_asked_of_british_english_and_of_nothing_else() -> None:
    assert languages.knows(["en"], "en-GB")
    assert languages.knows(["cy", "en"], "en")
    assert not languages.knows(["en"], "cy")
    assert not languages.knows(["en-US"], "en-GB")
    assert not languages.knows(["en"], "enm")


def test_one_language_is_the_same_wherever_it_is_spoken_but_not_in_another_script() -> None:
    assert languages.same("en", "en-GB")
    assert not languages.same("pa", "pa-PK")
    assert not languages.same("cy", "en")


def test_the_letters_of_a_language_are_small_and_capital() -> None:
    assert set("ŵŷŴŶaÂ") <= alphabet("cy")
    assert set("İıŞğ") <= alphabet("tr-TR")
    assert set("ąŁ") <= alphabet("pl")
    assert alphabet("en-GB") == alphabet("en") >= set("azAZ")
    assert not alphabet("en") & set("ŵé")
    assert alphabet("qqq") == frozenset()


@pytest.mark.parametrize("text", ["مرحبا", "שלום", "नमस्ते", "สวัสดี", "ਸਤ", "হ্যালো", "ދިވެހި"])
def test_letters_that_join_or_run_to_the_left_need_shaping(text: str) -> None:
    assert needs_shaping(f"We say {text}.")


@pytest.mark.parametrize("text", ["plain", "Dŵr a thŷ", "Łódź", "Ελλάδα", "Привет", "你好", "é"])
def test_letters_that_stand_side_by_side_need_none(text: str) -> None:
    assert not needs_shaping(text)


@pytest.mark.parametrize(
    ("text", "direction"),
    [("12 Hello", "ltr"), ("(مرحبا", "rtl"), ("שלום hello", "rtl"), ("12", "")],
)
def test_text_runs_as_its_first_letter_does(text: str, direction: str) -> None:
    assert languages.direction_of_text(text) == direction


# ---- sentences that count --------------------------------------------------------------------

WELSH = (
    ("media-minutes", "{minutes} munud"),
    ("media-minutes/zero", "{minutes} munud o gwbl"),
    ("media-minutes/one", "un funud"),
    ("media-minutes/two", "dau funud"),
    ("media-minutes/other", "{minutes} munud"),
)


def test_a_sentence_takes_the_form_of_its_number() -> None:
    words = Words(WELSH, "cy")
    said = [words("media-minutes", minutes=number) for number in (0, 1, 2, 3, 1200)]
    assert said == ["0 munud o gwbl", "un funud", "dau funud", "3 munud", "1,200 munud"]


def test_a_sentence_without_forms_has_one_for_every_number() -> None:
    assert Words((("page-short", "Page {number}"),), "cy")("page-short", number=1) == "Page 1"


def test_the_programs_own_sentences_know_one_from_many() -> None:
    words = load_words("en-GB")
    assert words("media-minutes", minutes=1) == "1 minute long"
    assert words("media-minutes", minutes=4) == "4 minutes long"
    assert words("print-pages-words", number=1) == "1 page."
    assert words("print-sheets-words", sheets=1) == "Printed on both sides that is 1 sheet."
    assert words("print-weight-words", grams=1250) == "About 1,250 grams."


def _locale(tmp_path: Path, name: str, **changes: str) -> Path:
    english = (ROOT / "styles/locales/en.yaml").read_text("utf-8")
    for before, after in changes.items():
        english = english.replace(before, after)
    (tmp_path / "locales").mkdir()
    (tmp_path / f"locales/{name}.yaml").write_text(english, "utf-8")
    return tmp_path


ONE = '  one: "{minutes} minute long"'


def test_a_locale_has_the_forms_of_its_language(tmp_path: Path) -> None:
    forms = '  zero: "dim munud"\n  two: "dau funud"'
    words = load_words("cy", _locale(tmp_path, "cy", **{ONE: forms}))
    assert words("media-minutes", minutes=0) == "dim munud"
    assert words("media-minutes", minutes=2) == "dau funud"
    assert words("media-minutes", minutes=1) == "1 minutes long"


def test_a_form_that_the_language_has_not_is_told_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as told:
        load_words("pl", _locale(tmp_path, "pl", **{ONE: '  two: "dwie minuty"'}))
    [found] = told.value.findings
    assert "two" in found.message
    assert found.place.file.endswith("locales/pl.yaml")
    assert found.place.line
    assert found.hint == "Known here: one, few, many, other."


def test_one_form_of_the_users_takes_the_place_of_all_forms(tmp_path: Path) -> None:
    (tmp_path / "locales").mkdir()
    (tmp_path / "locales/en.yaml").write_text('media-minutes: "{minutes} min"\n', "utf-8")
    words = load_words("en-GB", tmp_path)
    assert [words("media-minutes", minutes=number) for number in (1, 2)] == ["1 min", "2 min"]


def test_what_a_locale_lacks_is_english_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "locales").mkdir()
    (tmp_path / "locales/cy.yaml").write_text("contents: Cynnwys\nnotes: Nodiadau\n", "utf-8")
    words = load_words("cy", tmp_path)
    assert (words("contents"), words.other_than("cy", "contents")) == ("Cynnwys", "")
    assert (words("activity"), words.other_than("cy", "activity")) == (
        "Something to do",
        "en-GB",
    )
    assert "activity" in words.lacking
    assert "contents" not in words.lacking
    assert "quote-open" not in words.lacking, "signs have no language"
    made = Maker({"document": {"language": "cy", "words": words}, "text": "Dewch."}, "standard")
    said = [one for one in check(made.document, made.edition, made.source)]
    [found] = [one for one in said if one.code == "interface-words-missing"]
    assert found.message.startswith(f"styles/locales/cy.yaml lacks {len(words.lacking)} sentences")
    assert "page-within, page-above" in found.hint


def test_sentences_that_stand_together_are_in_one_language(tmp_path: Path) -> None:
    (tmp_path / "locales").mkdir()
    (tmp_path / "locales/cy.yaml").write_text("report-and: a\ncontents: Cynnwys\n", "utf-8")
    words = load_words("cy", tmp_path)
    assert words.together("report-").language == "en-GB"
    assert words.together("report-")("report-and") == "and"
    assert words.together("contents", "report-and")("contents") == "Cynnwys"
    assert words.other_than("cy", "contents", "activity") == "en-GB"


@pytest.mark.parametrize(
    ("status", "severity"), [("draft", "please answer"), ("released", "must fix")]
)
@pytest.mark.parametrize(("name", "asked"), [("", 1), ("verified-by: Siân Jones\n", 0)])
def test_words_that_no_speaker_has_read_must_be_read_before_a_release(
    tmp_path: Path, name: str, asked: int, status: str, severity: str
) -> None:
    (tmp_path / "locales").mkdir()
    (tmp_path / "locales/cy.yaml").write_text(f"{name}contents: Cynnwys\n", "utf-8")
    words = load_words("cy", tmp_path)
    made = Maker({"document": {"language": "cy", "words": words}, "text": "Dewch."}, "standard")
    said = check(made.document, made.edition, replace(made.source, status=status))
    found = [one for one in said if one.code == "interface-words-unverified"]
    assert [one.severity.label for one in found] == [severity] * asked
    assert all("speaks Welsh" in one.message for one in found)


@pytest.mark.parametrize("language", ["cy", "ur"])
def test_a_word_of_welsh_or_urdu_has_a_public_source_until_a_speaker_has_read_it(
    language: str,
) -> None:
    typed = yaml.safe_load((ROOT / f"styles/locales/{language}.yaml").read_text("utf-8"))
    sources, name = typed.pop("sources"), typed.pop("verified-by")
    assert typed
    assert name != "nobody yet" or sources.keys() == typed.keys()
    words = load_words(language)
    assert words.language == language
    assert set(typed) == set(SENTENCES) - set(words.lacking) - NO_WORDS


NO_WORDS = {
    "quote-open", "quote-close", "link-address", "link-address-within", "picture-of-number",
    "chart-easy", "chart-easy-bare",
}  # fmt: skip


def test_welsh_counts_in_six_forms() -> None:
    assert plurals.categories("cy") == ("zero", "one", "two", "few", "many", "other")
    words = load_words("cy")
    assert [words("media-minutes", minutes=n) for n in (0, 1, 2, 3, 6, 7)] == [
        "0 munud", "1 munud", "2 funud", "3 munud", "6 munud", "7 munud",
    ]  # fmt: skip

"""Lists are in the order of their language's alphabet."""

from __future__ import annotations

from functools import partial

from exporter.languages import collation


def ordered(words: list[str], language: str) -> list[str]:
    return sorted(words, key=partial(collation.key, language=language))


def test_eight_pairs_of_letters_are_one_letter_each_in_welsh() -> None:
    words = [
        "cyngor", "chwaer", "dydd", "ddoe", "enfys", "fel", "ffa", "gwaith", "ngwaith", "hen",
        "lôn", "llais", "pwll", "phen", "radio", "rhan", "stori", "tŷ", "theatr",
    ]  # fmt: skip
    assert ordered(sorted(words), "cy") == words


def test_letters_that_only_meet_are_kept_apart_by_a_joiner() -> None:
    assert ordered(["dangos", "dan\u034fgos", "danadl", "dant"], "cy") == [
        "dangos",
        "danadl",
        "dan\u034fgos",
        "dant",
    ]


def test_urdu_has_the_order_of_its_own_letters() -> None:
    assert ordered(["گل", "پل", "ٹوپی", "تار", "یار", "ہم"], "ur") == [
        "پل", "تار", "ٹوپی", "گل", "ہم", "یار",
    ]  # fmt: skip


def test_accents_count_only_where_all_else_is_equal() -> None:
    assert ordered(["zebra", "élan", "eland", "Ada"], "en-GB") == ["Ada", "élan", "eland", "zebra"]

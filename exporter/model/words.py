"""The words of the program itself, in one language."""

from __future__ import annotations

from dataclasses import dataclass

from exporter import languages
from exporter.known import known
from exporter.languages import plurals
from exporter.languages.numbers import number_in
from exporter.model.inlines import Inlines, in_language


@dataclass(frozen=True, slots=True)
class Words:
    """The interface words of one language, from styles/locales/<language>.yaml.

    `language` is that of the words themselves: where a language has none, they are English. A
    sentence with a number may have more forms, by the plural categories of its language: the entry
    `minutes/one` beside `minutes`, which holds the form "other".
    """

    entries: tuple[tuple[str, str], ...]
    language: str = languages.HOUSE
    lacking: tuple[str, ...] = ()
    """The sentences that this language has not yet. They are English here, and say so."""
    english: tuple[tuple[str, str], ...] = ()
    """All sentences in English, where some are lacking."""
    verified_by: str = ""
    """The speaker who has read the words of a language that we have; empty: nobody yet."""

    def language_of(self, *keys: str) -> str:
        """The language in which these sentences are: of several, English if one of them is."""
        return languages.HOUSE if any(map(self._lacks, keys)) else self.language

    def other_than(self, language: str, *keys: str) -> str:
        """The language of these sentences where it is not this one, else nothing."""
        own = self.language_of(*keys)
        return "" if languages.same(own, language) else own

    def together(self, *keys: str) -> Words:
        """The words for sentences that stand together, in one language: English where any of them
        is lacking. `report-` are all whose names begin so."""
        return Words(self.english) if any(map(self._lacks, keys)) else self

    def _lacks(self, key: str) -> bool:
        if key.endswith("-"):
            return any(one.startswith(key) for one in self.lacking)
        return key in self.lacking

    def among(self, language: str, key: str, **values: object) -> Inlines:
        """The words for `key` to stand among words in a language, marked if theirs is another
        (WCAG 2.2, 3.1.2)."""
        return in_language(self(key, **values), self.other_than(language, key))

    def around(self, language: str, key: str, inside: Inlines, /, **values: object) -> Inlines:
        """The same with an author's words inside; the value that stands for them is "\0"."""
        before, after = self(key, **values).split("\0")
        other = self.other_than(language, key)
        return (*in_language(before, other), *inside, *in_language(after, other))

    def __call__(self, key: str, **values: object) -> str:
        """The words for `key`, with `values` set in. A missing key is a programming error.

        Of a sentence with forms, that of its number, which is written as the language does.
        """
        every = _by_key(self)
        said = every[key]
        if f"{key}/other" in every:
            own = self.language_of(key)
            name, number = next((n, v) for n, v in values.items() if isinstance(v, int))
            said = every.get(f"{key}/{plurals.category(number, own)}", said)
            values = {**values, name: number_in(number, own)}
        return said.format(**values)


@known
def _by_key(words: Words) -> dict[str, str]:
    return dict(words.entries)

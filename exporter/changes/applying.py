"""Save the changes of a file that came back, where their words stand verbatim in the source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from exporter.adapt import adapt
from exporter.changes.change import Change
from exporter.changes.coming_back import CameBack
from exporter.changes.expected import expected, says, told_by_program
from exporter.changes.patch import Patch
from exporter.changes.patches import patch_of
from exporter.changes.units import Unit, units_of
from exporter.diagnostics import Diagnostic, SourceError
from exporter.load import load
from exporter.outline import outline_of
from exporter.review import read_review, status
from exporter.saving import NotSaved, save
from exporter.saving.words import folded

Numbered: TypeAlias = tuple[int, Patch]
"""A patch with the number of its change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Applied:
    """What was saved: all changes with their state now, and the files that were written.

    `void` are the names of sections of which somebody had said that they are right, and whose
    words or rows are not what they saw any more.
    """

    changes: tuple[Change, ...]
    files: tuple[str, ...] = ()
    void: tuple[str, ...] = ()
    findings: tuple[Diagnostic, ...] = ()


def apply(back: CameBack, only: Sequence[int] = ()) -> Applied:
    """Save what can be saved, of the changes with the numbers `only` (from 1), or of all.

    Each change is tried on the texts as they are in memory; the document is loaded from these, and
    must say what the file says and nothing else differently. Only then are the files written.
    Nothing is written where that fails; the changes then say why.
    """
    chosen = {number - 1 for number in only} or set(range(len(back.changes)))
    changes = list(back.changes)
    patches: list[Numbered] = []
    for number in sorted(chosen):
        if not 0 <= number < len(changes) or changes[number].state != "open":
            continue
        try:
            patches.append((number, patch_of(changes[number], back)))
        except NotSaved as refusal:
            changes[number] = replace(changes[number], state="for a person", why=str(refusal))
    trial = _Trial(back, changes)
    texts, done = trial.all_of(patches)
    for number, why in trial.refused.items():
        changes[number] = replace(changes[number], state="for a person", why=why)
    if not done:
        return Applied(changes=tuple(changes))
    sources = back.compared.sources
    after = sources.with_texts(texts)
    try:
        before = {sources.folder / name: text for name, text in sources.texts.items()}
        files = save(before, {sources.folder / name: text for name, text in after.texts.items()})
    except NotSaved as refusal:
        finding = Diagnostic(code="changes-not-saved", message=str(refusal), hint=_AGAIN)
        return Applied(changes=back.changes, findings=(finding,))
    for number in (*done, *trial.said_by_program(texts, done)):
        changes[number] = replace(changes[number], state="applied", why="")
    return Applied(
        changes=tuple(changes),
        files=tuple(file.as_posix() for file in files),
        void=tuple(_void(back)),
    )


_AGAIN = "Nothing was written. Ask for the changes again."


@dataclass(frozen=True, slots=True)
class _Trial:
    """Tries patches together; where that goes wrong, in halves, so that one bad patch costs little.

    `refused` says, by the number of a change, why it cannot be saved.
    """

    back: CameBack
    changes: Sequence[Change]
    refused: dict[int, str] = field(default_factory=dict)

    def all_of(self, patches: Sequence[Numbered]) -> tuple[dict[str, str], list[int]]:
        """The texts with all patches in them that go well, and the numbers of their changes."""
        done = self._with_more([], patches)
        return self._patched(done), [number for number, _ in done]

    def _with_more(self, done: list[Numbered], more: Sequence[Numbered]) -> list[Numbered]:
        """What goes well together, of those that do and some more."""
        if not more:
            return done
        trial = [*done, *more]
        try:
            texts = self._patched(trial)
            fault = self._fault([self.changes[number] for number, _ in trial], texts)
        except NotSaved as refusal:
            fault = str(refusal)
        if not fault:
            return trial
        if len(more) == 1:
            self.refused[more[0][0]] = fault
            return done
        middle = len(more) // 2
        return self._with_more(self._with_more(done, more[:middle]), more[middle:])

    def _patched(self, patches: Sequence[Numbered]) -> dict[str, str]:
        """The texts with these patches in them: from the end of each file to its beginning, so
        that no line moves before it is found; what several changes ask for once. Raises NotSaved.
        """
        texts = {name: text.text for name, text in self.back.compared.sources.texts.items()}
        first = {patch.key: (number, patch) for number, patch in patches}
        for _, patch in sorted(first.values(), key=_order, reverse=True):
            texts[patch.name] = patch.make(texts[patch.name])
        return texts

    def _fault(self, changes: Sequence[Change], texts: dict[str, str]) -> str:
        """Why the document would not say what it should; empty where it does."""
        back = self.back
        try:
            now = self._says(texts)
        except SourceError as error:
            return f"The document could not be loaded: {error.findings[0].message}"
        made = told_by_program(back.compared, changes)
        return says(expected(back.compared, changes), now, made)

    def said_by_program(self, texts: dict[str, str], done: Sequence[int]) -> list[int]:
        """Alternative texts of charts that somebody changed as the program does by itself, now
        that the numbers they tell are saved."""
        made = told_by_program(self.back.compared, [self.changes[number] for number in done])
        asked = [
            number
            for number, one in enumerate(self.changes)
            if one.kind == "alt-text" and number not in done and one.ours and one.ours.words in made
        ]
        told = (
            {one.words for one in self._says(texts) if one.entry.role == "figure"} if asked else ()
        )
        return [one for one in asked if folded(self.changes[one].new) in told]

    def _says(self, texts: dict[str, str]) -> list[Unit]:
        """What the document says with these texts. Raises SourceError."""
        back = self.back
        sources = back.compared.sources
        unsaved = {name: text for name, text in texts.items() if text != sources.texts[name].text}
        source = load(back.folder, unsaved=unsaved)
        words, left_out = back.loaded.words, back.left_out
        document = adapt(source, back.edition, words, leave_out=left_out)
        return units_of(outline_of(document))


def _order(numbered: Numbered) -> tuple[str, int, bool, int]:
    """The last line comes first; on one line an address before the words around it."""
    number, patch = numbered
    return patch.name, patch.line, patch.key[0] == "target", -number if patch.above else number


def _void(back: CameBack) -> Iterator[str]:
    """The sections whose sign-offs the changes touch; they say so by themselves from now on."""
    review = read_review(back.folder)
    if review is None:
        return
    before, after = back.loaded.standing, status(load(back.folder), review)
    kept = {one.name: one for one in after.parts}
    for part in before.parts:
        now = kept.get(part.name)
        lost_text = part.text == "fits" and (now is None or now.text != "fits")
        lost_rows = part.rows == "checked" and (now is None or now.rows != "checked")
        if lost_text or lost_rows:
            yield part.name

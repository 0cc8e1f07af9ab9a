"""What `exporter check` finds in a document, kept while the document stays as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from exporter.authored import folders
from exporter.checking import check_documents
from exporter.diagnostics import Diagnostic, Place
from exporter.studio.folder import Folder
from exporter.studio.view import View
from exporter.styles import folder as styles_folder
from exporter.styles.folder import Styles


class _Given(Exception):
    """Somebody typed: looking gives way, for both would take twice as long."""


@dataclass(slots=True)
class Judge:
    """Checks the documents of a folder. Each answer is replaced whole, for threads beside it."""

    folder: Folder
    styles: Styles | None
    _keys: int = 0
    """How often somebody typed."""
    _found: dict[str, tuple[View, str, tuple[Diagnostic, ...]]] = field(default_factory=dict)

    def known(self, view: View) -> tuple[Diagnostic, ...] | None:
        """What was found, if that was looked for since anything has changed."""
        if view.faults:
            return ordered(view.faults)
        last = self._found.get(view.name)
        fresh = last and last[0] is view and last[1] == styles_folder.key(self.styles)
        return last[2] if last and fresh else None

    def give_way(self) -> None:
        """A key comes: who looks meanwhile without being waited for, looks another time."""
        self._keys += 1

    def found_meanwhile(self, view: View) -> tuple[Diagnostic, ...] | None:
        """What `found` gives, while nobody types; None where somebody begins to."""
        keys = self._keys

        def between() -> None:
            if self._keys != keys:
                raise _Given

        try:
            return self.found(view, between)
        except _Given:
            return None

    def found(
        self, view: View, between: Callable[[], None] = lambda: None
    ) -> tuple[Diagnostic, ...]:
        """What is found now: all that `exporter check` tells, each once, the worst first.

        `between` is called now and then: what it raises ends the work.
        """
        known = self.known(view)
        if known is not None:
            return known
        key = styles_folder.key(self.styles)
        own = tuple(filter(None, (folders.about(self.folder.of(view.name)).language,)))
        names = (view.name,)
        told = check_documents(self.folder.sources, self.styles, names, (), own, between).findings
        self._found[view.name] = view, key, ordered(told)
        return self._found[view.name][2]


def ordered(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Each finding once, though editions differ in how much it matters: as it comes first."""
    first: dict[tuple[str, Place, str], Diagnostic] = {}
    for one in sorted(found, key=lambda one: (one.severity, one.place, one.code)):
        first.setdefault((one.code, one.place, one.message), one)
    return tuple(first.values())

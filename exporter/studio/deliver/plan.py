"""The partner plan beside the documents: as it is typed now, and what is wrong with each line.

Like the desk it tries every change on the file as it is at that moment, touches no other line, and
keeps each as a step that can be taken back.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from exporter import fingerprint
from exporter.authored.files import MOST_TEXT, bytes_of
from exporter.batch.partner import KEYS, LISTS, Partner, Value
from exporter.batch.plan import Known, read_plan
from exporter.batch.plan_csv import read_csv
from exporter.diagnostics import Diagnostic, SourceError
from exporter.formats import FORMATS
from exporter.load.looks import name_of
from exporter.saving import NotSaved
from exporter.spreadsheets import guarded
from exporter.studio.deliver import pasted, plan_groups, plan_text
from exporter.studio.deliver.one_file import OneFile
from exporter.studio.deliver.plan_groups import ALL
from exporter.studio.deliver.plan_text import Line, as_typed
from exporter.studio.desk import Desk
from exporter.studio.naming import free
from exporter.studio.saying import count, say
from exporter.studio.store import Store
from exporter.styles import folder as styles_folder

FILE = "partners.yaml"
_HISTORY = ".partners"
"""No document can have this name."""


@dataclass(frozen=True, slots=True)
class Row:
    """A partner of the plan: what the plan itself says of it, and what the reader makes of that."""

    number: int
    typed: Line
    partner: Partner

    @property
    def seen(self) -> str:
        """By this it is known again: what the page showed of it."""
        return key_of(self.typed)

    def shown(self, key: str) -> str:
        """What the plan itself says of a key, as one line."""
        return as_typed(self.typed.get(key, ""))


@dataclass(frozen=True, slots=True)
class Shared:
    """What the plan says for everybody (`ALL`), or for the partners of a group."""

    name: str
    typed: Line
    partners: int = 0
    """How many name the group."""

    @property
    def seen(self) -> str:
        return key_of(self.typed)

    def shown(self, key: str) -> str:
        """What it says of a key, as one line."""
        return as_typed(self.typed.get(key, ""))


@dataclass(frozen=True, slots=True)
class Shown:
    """The plan as it is now."""

    rows: tuple[Row, ...] = ()
    table: str = ""
    """The CSV file in which its partners stand; empty where they stand in the plan."""
    faults: tuple[Diagnostic, ...] = ()
    """What is wrong with the plan as a whole, or with a group."""
    steps: tuple[int, int] = (0, 0)
    """How many changes were made, and how many there are."""
    shared: tuple[Shared, ...] = (Shared(ALL, {}),)
    """What holds for everybody, and then each group."""


def key_of(line: Line) -> str:
    return fingerprint.key_of({key: as_typed(value) for key, value in line.items()})[:16]


class PlanDesk:
    """The plan of a folder of sources, and one change at a time."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.store = Store(desk.output / ".state" / "studio" / _HISTORY)
        self.file = OneFile(desk.sources / FILE, desk.sources, self.store)

    def known(self) -> Known:
        """The names that a plan may use."""
        styles = self._desk.styles
        editions, brands = (styles_folder.names(one, styles) for one in ("editions", "brands"))
        return Known(self._desk.names(), editions, tuple(FORMATS), brands)

    def shown(self) -> Shown:
        """The plan as it is on disk, with all that its reader finds."""
        steps = self.file.steps
        if not self.file.is_there:
            return Shown(steps=steps)
        try:
            plan = read_plan(self.file.path, self.known())
            text = self.file.text()
            table = plan_text.table_beside(text)
            typed = self._of_table(table) if table else plan_text.lines_of(text)
            shared = _shared(text, typed)
        except SourceError as error:
            return Shown(faults=tuple(error.findings), steps=steps)
        except (NotSaved, OSError) as error:
            return Shown(faults=(Diagnostic(code="plan-unreadable", message=str(error)),))
        rows = tuple(
            Row(number, line, partner)
            for number, (line, partner) in enumerate(zip(typed, plan.lines, strict=False))
        )
        own = {fault for row in rows for fault in row.partner.faults}
        others = tuple(one for one in plan.others if one not in own)
        return Shown(rows, table, (*plan.faults, *others), steps, shared)

    def _of_table(self, table: str) -> tuple[Line, ...]:
        """What the CSV file beside the plan says."""
        file = self._desk.sources / table
        if not file.resolve().is_relative_to(self._desk.sources.resolve()):
            raise NotSaved(say("file-leads-elsewhere"))
        entries, _ = read_csv(bytes_of(file, MOST_TEXT), table, grouped=True)
        return tuple(one.values for one in entries)

    # ---- changes -------------------------------------------------------------------------------

    def save(self, number: int | None, seen: str, wanted: Line) -> int:
        """Other words of a partner, or one more. Gives its number. Raises NotSaved, ValueError."""
        wanted = self._with_id(wanted, number)
        if number is None:
            self.file.change(lambda text: plan_text.with_line(text, wanted))
            return len(plan_text.lines_of(self.file.text())) - 1
        self.file.change(lambda text: _as_wanted(text, number, seen, wanted))
        return number

    def remove(self, number: int, seen: str) -> None:
        self.file.change(lambda text: plan_text.without_line(_as_seen(text, number, seen), number))

    def share(self, name: str, seen: str | None, wanted: Line) -> None:
        """Other words for everybody (`ALL`), or for a group. Without `seen` it is a new group.

        Raises NotSaved, also where the group says something else than its page showed.
        """

        def taken(text: str) -> str:
            now = plan_groups.shared_of(text)
            if seen is None and name in now:
                raise NotSaved(say("group-there", name=name))
            made = plan_groups.with_shared(text, name, wanted)
            if seen is not None and key_of(now.get(name, {})) != seen and made != text:
                raise NotSaved(say("plan-not-as-shown"))
            return made

        self.file.change(taken)

    def remove_group(self, name: str) -> None:
        """Take a group out that no partner names. Raises NotSaved."""
        own = next((one for one in self.shown().shared if one.name == name), None)
        if own and own.partners:
            raise NotSaved(count("group-in-use", own.partners))
        self.file.change(lambda text: plan_groups.without_group(text, name))

    def bring_in(self, data: bytes) -> tuple[int, int]:
        """Rows of a spreadsheet: known ids say what is new of them, others are new partners.

        Gives how many are new, and how many were there. A partner that is in no row stays. Raises
        Refused with every finding, NotSaved.
        """
        lines = self._lines(data)
        there: list[str] = []

        def taken(text: str) -> str:
            there.extend(as_typed(line.get("id", "")) for line in plan_text.lines_of(text))
            for line in lines:
                if line["id"] in there:
                    text = plan_text.with_values(text, there.index(str(line["id"])), line)
                else:
                    text = plan_text.with_line(text, line)
            return text

        self.file.change(taken)
        new = sum(line["id"] not in there for line in lines)
        return new, len(lines) - new

    def type_here(self) -> None:
        """Take the partners out of the CSV file beside the plan into the plan itself."""
        rows = self.shown().rows
        self.file.change(
            lambda text: plan_text.with_lines_typed_here(text, [r.typed for r in rows])
        )

    def table(self) -> bytes:
        """The partners as a table that spreadsheets open, and that can be brought in again."""
        rows = self.shown().rows
        keys = [key for key in KEYS if key in ("id", "name") or any(key in r.typed for r in rows)]
        into = io.StringIO(newline="")
        writer = csv.writer(into)
        writer.writerow(keys)
        writer.writerows([guarded(row.shown(key)) for key in keys] for row in rows)
        return into.getvalue().encode("utf-8-sig")

    # ---- a table from a spreadsheet ------------------------------------------------------------

    def _lines(self, data: bytes) -> list[Line]:
        """The rows of a table as lines of the plan. Raises Refused with every finding."""
        known, rows = self.known(), self.shown().rows
        ids = {row.shown("name").casefold(): row.shown("id") for row in rows}
        lines, faults = pasted.lines_of(data, known, ids, self._titles)
        if faults:
            raise pasted.Refused(faults)
        return lines

    def _titles(self) -> Mapping[str, str]:
        """Documents by what people call them."""
        return {self._desk.view(name).title: name for name in self._desk.names()}

    def _with_id(self, wanted: Line, number: int | None) -> Line:
        """A partner without an id gets one of its name."""
        stays = number is not None and "id" not in wanted
        if stays or wanted.get("id") or not wanted.get("name"):
            return wanted
        others = {row.shown("id") for row in self.shown().rows if row.number != number}
        name = name_of(as_typed(wanted["name"]), "partner")
        return {**wanted, "id": free(name, lambda one: one in others)}


def wanted_of(asked: Mapping[str, str]) -> dict[str, Value]:
    """What the fields of a form say, by the keys of a plan."""
    wanted: dict[str, Value] = {key: asked[key].strip() for key in KEYS if key in asked}
    for key in LISTS:
        if key in wanted:
            wanted[key] = _names(str(wanted[key]))
    return wanted


def _names(typed: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, (one.strip() for one in typed.split(",")))))


def _shared(text: str, typed: Sequence[Line]) -> tuple[Shared, ...]:
    """What a plan says for everybody and for its groups, and how many partners are in each."""
    named = [as_typed(line.get("group", "")) for line in typed]
    every = plan_groups.shared_of(text)
    return tuple(
        Shared(name, line, named.count(name) if name else 0) for name, line in every.items()
    )


def _as_wanted(text: str, number: int, seen: str, wanted: Line) -> str:
    """The text in which a partner says this; as it is where it says so already, for its fields were
    kept while they were typed."""
    now = plan_text.lines_of(text)
    same = 0 <= number < len(now) and plan_text.with_values(text, number, wanted) == text
    if same and {"id", "name"} <= set(wanted):
        return text
    return plan_text.with_values(_as_seen(text, number, seen), number, wanted)


def _as_seen(text: str, number: int, seen: str) -> str:
    """The text, if the partner of this number still says what the page showed."""
    lines = plan_text.lines_of(text)
    if number >= len(lines) or key_of(lines[number]) != seen:
        raise NotSaved(say("plan-not-as-shown"))
    return text

"""A plan in YAML: defaults for all, groups for some, partners as a list or in a CSV beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from exporter.authored.files import text_of
from exporter.authored.findings import Findings
from exporter.authored.located import Data, Located
from exporter.authored.located_yaml import read_yaml
from exporter.batch.partner import (
    KEYS,
    LISTS,
    Entry,
    Value,
    fault,
    faults_of_values,
    misspelt,
    unknown_key,
)
from exporter.batch.plan_csv import read_csv
from exporter.diagnostics import Diagnostic, short

_TOP = ("defaults", "groups", "partners")
_Way = tuple[str | int, ...]


def read_yaml_plan(
    data: bytes, file: Path, read: Callable[[Path], bytes]
) -> tuple[list[Entry], list[Diagnostic], list[Diagnostic]]:
    """Every partner with defaults and groups filled in, the faults of the file's shape, and those
    of its groups, which stop nobody who is in none of them."""
    findings = Findings()
    text = text_of(data, str(file), findings)
    located = read_yaml(text, str(file), findings) if text is not None else None
    plan = _Plan(located or Located(str(file), {}), file, read, list(findings))
    return list(plan.entries()), plan.faults, plan.in_groups


class _Plan:
    def __init__(
        self,
        located: Located,
        file: Path,
        read: Callable[[Path], bytes],
        faults: list[Diagnostic],
    ) -> None:
        self.located, self.file, self.read, self.faults = located, file, read, faults
        self.in_groups: list[Diagnostic] = []

    def entries(self) -> Iterator[Entry]:
        data = self.located.data
        for key in data:
            if key not in _TOP:
                said, place = f"A plan has no “{short(key)}”.", self.located.place((key,))
                self.faults.append(misspelt("plan-key-unknown", said, place, key, _TOP))
        defaults = self.values(("defaults",), data.get("defaults", {}))
        groups = self.groups(data.get("groups", {}))
        self.faults += (*defaults.faults, *faults_of_values(defaults))
        groups = {name: _looked_at(one) for name, one in groups.items()}
        self.in_groups += (found for one in groups.values() for found in one.faults)
        for own in self.partners(data.get("partners", [])):
            group = str(own.values.get("group", ""))
            unknown: tuple[Diagnostic, ...] = ()
            if group and group not in groups:
                said = f"There is no group “{short(group)}”."
                unknown = (misspelt("plan-group-unknown", said, own.at("group"), group, groups),)
            shared = groups.get(group, Entry({}, own.place))
            yield Entry(
                {**defaults.values, **shared.values, **own.values},
                own.place,
                {**defaults.places, **shared.places, **own.places},
                (*own.faults, *unknown, *shared.faults),
            )

    def groups(self, data: Data) -> dict[str, Entry]:
        if isinstance(data, dict):
            return {name: self.values(("groups", name), one) for name, one in data.items()}
        self.fault("plan-shape", "“groups” holds names, each with its keys.", ("groups",))
        return {}

    def partners(self, data: Data) -> Iterator[Entry]:
        if isinstance(data, str) and data.lower().endswith(".csv"):
            table = self.file.parent / data
            entries, faults = read_csv(self.read(table), str(table), grouped=True)
            self.faults += faults
            yield from entries
        elif isinstance(data, list):
            for index, one in enumerate(data):
                if isinstance(one, dict):
                    yield self.values(("partners", index), one)
                else:
                    said = "A partner is a line like  {id: hilltop, name: Hilltop Surgery}"
                    place = self.located.place(("partners", index))
                    yield Entry({}, place, faults=(fault("plan-shape", said, place),))
        else:
            said = "“partners” is a list, or the name of a CSV file beside the plan."
            self.fault("plan-shape", said, ("partners",))

    def values(self, way: _Way, data: Data) -> Entry:
        """The keys of a partner, a group or the defaults, each told when it is wrong."""
        place = self.located.place(way)
        if not isinstance(data, dict):
            self.fault("plan-shape", f"“{way[-1]}” holds keys, each with its value.", way)
            return Entry({}, place)
        values: dict[str, Value] = {}
        faults: list[Diagnostic] = []
        for key, value in data.items():
            if way[0] != "partners" and key in ("id", "group"):
                said, where = f"“{key}” is each partner's own.", self.located.place((*way, key))
                hint = "Write it in the lines of the partners."
                faults.append(fault("plan-key-unknown", said, where, hint))
            elif key not in KEYS:
                faults.append(unknown_key(key, self.located.place((*way, key))))
            elif isinstance(value, str):
                values[key] = value
            elif _is_list_of_words(value) and (key in LISTS or key == "post"):
                values[key] = tuple(map(str, value))
            else:
                said, where = f"“{key}” should be words.", self.located.place((*way, key))
                faults.append(fault("plan-shape", said, where))
        places = {key: self.located.place((*way, key)) for key in values}
        return Entry(values, place, places, tuple(faults))

    def fault(self, code: str, message: str, way: _Way) -> None:
        self.faults.append(fault(code, message, self.located.place(way)))


def _looked_at(group: Entry) -> Entry:
    """A group with what is wrong with its values: its partners' packs cannot be made."""
    return replace(group, faults=(*group.faults, *faults_of_values(group)))


def _is_list_of_words(value: Data) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)

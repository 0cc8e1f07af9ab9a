"""A plan in YAML: defaults for all, groups for some, partners as a list or in a CSV beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
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
) -> tuple[list[Entry], list[Diagnostic]]:
    """Every partner with defaults and groups filled in, and the faults of the file's shape."""
    findings = Findings()
    text = text_of(data, str(file), findings)
    located = read_yaml(text, str(file), findings) if text is not None else None
    plan = _Plan(located or Located(str(file), {}), file, read, list(findings))
    return list(plan.entries()), plan.faults


class _Plan:
    def __init__(
        self,
        located: Located,
        file: Path,
        read: Callable[[Path], bytes],
        faults: list[Diagnostic],
    ) -> None:
        self.located, self.file, self.read, self.faults = located, file, read, faults

    def entries(self) -> Iterator[Entry]:
        data = self.located.data
        for key in data:
            if key not in _TOP:
                said, place = f"A plan has no “{short(key)}”.", self.located.place((key,))
                self.faults.append(misspelt("plan-key-unknown", said, place, key, _TOP))
        defaults = self.values(("defaults",), data.get("defaults", {}))
        groups = self.groups(data.get("groups", {}))
        for shared in (defaults, *groups.values()):
            self.faults += faults_of_values(shared)
        for own in self.partners(data.get("partners", [])):
            group = str(own.values.get("group", ""))
            if group and group not in groups:
                said = f"There is no group “{short(group)}”."
                place = own.at("group")
                self.faults.append(misspelt("plan-group-unknown", said, place, group, groups))
            shared = groups.get(group, Entry({}, own.place))
            yield Entry(
                {**defaults.values, **shared.values, **own.values},
                own.place,
                {**defaults.places, **shared.places, **own.places},
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
                    self.fault("plan-shape", said, ("partners", index))
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
        for key, value in data.items():
            if key not in KEYS or (way[0] != "partners" and key in ("id", "group")):
                self.faults.append(unknown_key(key, self.located.place((*way, key))))
            elif isinstance(value, str):
                values[key] = value
            elif _is_list_of_words(value) and (key in LISTS or key == "post"):
                values[key] = tuple(map(str, value))
            else:
                self.fault("plan-shape", f"“{key}” should be words.", (*way, key))
        return Entry(values, place, {key: self.located.place((*way, key)) for key in values})

    def fault(self, code: str, message: str, way: _Way) -> None:
        self.faults.append(fault(code, message, self.located.place(way)))


def _is_list_of_words(value: Data) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)

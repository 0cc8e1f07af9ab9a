"""The batch plan: which partner gets which files, in a YAML file or a spreadsheet's CSV.

Defaults hold for all, groups for some, so that a partner is one short line. All faults are told
at once, each with file and line.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from exporter.diagnostics import Diagnostic, Place, SourceError
from exporter.load.files import text_of
from exporter.load.findings import Findings, did_you_mean
from exporter.load.located_yaml import Data, Located, read_yaml

_LISTS = ("documents", "editions", "formats", "languages", "leave_out")
_TEXTS = (
    "name", "brand", "accent", "second", "logo", "logo_alt", "phone", "email", "web", "post",
    "cover_line", "legal_line", "foreword",
)  # fmt: skip
_KEYS = ("id", "group", *_TEXTS, *_LISTS)
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LARGEST = 5_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """One partner of the plan. Empty texts mean: as the brand has them."""

    id: str
    name: str
    brand: str = "house"
    accent: str = ""
    second: str = ""
    logo: str = ""
    logo_alt: str = ""
    phone: str = ""
    email: str = ""
    web: str = ""
    post: str = ""
    cover_line: str = ""
    legal_line: str = ""
    foreword: str = ""
    """A section file, beside the plan."""
    documents: tuple[str, ...] = ()
    editions: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    leave_out: tuple[str, ...] = ()
    place: Place = field(default=Place(), compare=False)


@dataclass(frozen=True, slots=True)
class Known:
    """The names that a plan may use; empty means: not looked up yet."""

    documents: tuple[str, ...]
    editions: tuple[str, ...]
    formats: tuple[str, ...]
    brands: tuple[str, ...]


def read_plan(file: Path, known: Known) -> tuple[Partner, ...]:
    """The partners of a plan, in its order. Raises SourceError with every fault."""
    data = _bytes(file)
    reader = _Csv if file.suffix.lower() == ".csv" else _Yaml
    plan = reader(data, str(file))
    partners = tuple(plan.partners())
    faults = [*plan.faults, *_doubled(partners), *_unknown(partners, known)]
    if not partners and not faults:
        faults.append(_fault("plan-empty", "This plan has no partners.", Place(str(file))))
    if faults:
        raise SourceError(faults)
    return partners


def _bytes(file: Path) -> bytes:
    try:
        data = file.read_bytes()
    except OSError as error:
        said = f"The plan cannot be read: {error.strerror}."
        raise SourceError([_fault("file-unreadable", said, Place(str(file)))]) from error
    if len(data) > _LARGEST:
        said = "The plan is larger than 5 MB."
        raise SourceError([_fault("file-too-large", said, Place(str(file)))])
    return data


class _Plan:
    """What both kinds of plan share: values with places become partners, faults are kept."""

    def __init__(self) -> None:
        self.faults: list[Diagnostic] = []

    def partner(self, values: Mapping[str, str | list[str]], place: Place) -> Partner | None:
        """One partner from its keys; None when it has no id or no name."""
        for key in values:
            if key not in _KEYS:
                hint = did_you_mean(key, _KEYS)
                self.fault("plan-key-unknown", f"A partner has no “{key}”.", place, hint)
        missing = [key for key in ("id", "name") if not values.get(key)]
        for key in missing:
            self.fault("plan-key-missing", f"This partner has no {key}.", place)
        if missing:
            return None
        name = str(values["id"])
        if not _ID.fullmatch(name):
            hint = "Use small letters, digits and hyphens: it names a folder."
            self.fault("plan-id-shape", f"“{name}” cannot be an id.", place, hint)
            return None
        texts = {key: _one(values[key]) for key in ("id", *_TEXTS) if values.get(key)}
        lists = {key: _many(values[key]) for key in _LISTS if values.get(key)}
        return replace(Partner(id=name, name=""), **texts, **lists, place=place)  # type: ignore[arg-type]

    def fault(self, code: str, message: str, place: Place, hint: str = "") -> None:
        self.faults.append(_fault(code, message, place, hint))


class _Yaml(_Plan):
    def __init__(self, data: bytes, file: str) -> None:
        super().__init__()
        findings = Findings()
        text = text_of(data, file, findings)
        located = read_yaml(text, file, findings) if text is not None else None
        self.faults.extend(findings)
        self.located: Located = located or Located(file, {})

    def partners(self) -> Iterator[Partner]:
        located = self.located
        for key in located.data:
            if key not in ("defaults", "groups", "partners"):
                hint = did_you_mean(key, ("defaults", "groups", "partners"))
                self.fault(
                    "plan-key-unknown", f"A plan has no “{key}”.", located.place((key,)), hint
                )
        defaults = _mapping(located.data.get("defaults"))
        groups = _mapping(located.data.get("groups"))
        listed = located.data.get("partners", [])
        for index, entry in enumerate(listed if isinstance(listed, list) else []):
            place = located.place(("partners", index))
            own = _mapping(entry)
            group = str(own.get("group", ""))
            if group and group not in groups:
                hint = did_you_mean(group, groups)
                self.fault("plan-group-unknown", f"There is no group “{group}”.", place, hint)
            merged = {**defaults, **_mapping(groups.get(group)), **own}
            partner = self.partner(_texts(merged), place)
            if partner:
                yield partner


class _Csv(_Plan):
    """A table as a spreadsheet writes it: semicolons or commas, perhaps a BOM, blank lines."""

    def __init__(self, data: bytes, file: str) -> None:
        super().__init__()
        self.file = file
        try:
            self.text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            # Excel's “CSV” without “UTF-8” is Windows-1252; no other reading makes sense of it
            self.text = data.decode("cp1252", "replace")

    def partners(self) -> Iterator[Partner]:
        first = self.text.split("\n", 1)[0]
        separator = max(";,\t", key=first.count)
        rows = csv.reader(io.StringIO(self.text, newline=""), delimiter=separator)
        header: list[str] = []
        for row in rows:
            cells = [cell.strip() for cell in row]
            if not any(cells):
                continue
            if not header:
                header = [re.sub(r"[\s-]+", "_", cell.lower()) for cell in cells]
                continue
            place = Place(self.file, rows.line_num)
            if len(cells) > len(header) and any(cells[len(header) :]):
                said = f"This line has {len(cells)} cells, but there are {len(header)} columns."
                self.fault("plan-row-long", said, place)
            values = dict(zip(header, cells, strict=False))
            partner = self.partner({k: v for k, v in values.items() if k and v}, place)
            if partner:
                yield partner


def _mapping(value: Data | None) -> dict[str, Data]:
    return value if isinstance(value, dict) else {}


def _texts(values: dict[str, Data]) -> dict[str, str | list[str]]:
    return {
        key: [str(one) for one in value] if isinstance(value, list) else str(value)
        for key, value in values.items()
    }


def _one(value: str | list[str]) -> str:
    return ", ".join(value) if isinstance(value, list) else value.strip()


def _many(value: str | list[str]) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(value)
    return tuple(part for part in re.split(r"[\s,;|]+", value) if part)


def _doubled(partners: tuple[Partner, ...]) -> Iterator[Diagnostic]:
    first: dict[str, Partner] = {}
    for partner in partners:
        before = first.setdefault(partner.id, partner)
        if before is not partner:
            said = f"The id “{partner.id}” stands twice; the first time at {before.place}."
            yield _fault("plan-id-twice", said, partner.place)


def _unknown(partners: tuple[Partner, ...], known: Known) -> Iterator[Diagnostic]:
    for partner in partners:
        for kind in ("documents", "editions", "formats"):
            there = getattr(known, kind)
            for name in getattr(partner, kind):
                if name not in there:
                    said = f"{partner.name}: there is no {kind[:-1]} “{name}”."
                    yield _fault(
                        "plan-name-unknown", said, partner.place, did_you_mean(name, there)
                    )
        if partner.brand not in known.brands:
            said = f"{partner.name}: there is no brand “{partner.brand}”."
            hint = did_you_mean(partner.brand, known.brands)
            yield _fault("plan-name-unknown", said, partner.place, hint)


def _fault(code: str, message: str, place: Place, hint: str = "") -> Diagnostic:
    return Diagnostic(code=code, message=message, place=place, hint=hint)


RULES = {
    "plan-empty": ("A plan lists partners, one or more.", "exporter, README.md"),
    "plan-key-unknown": ("A misspelt key would be lost without a word.", "exporter, README.md"),
    "plan-key-missing": ("The id names the folder, the name stands on the cover.", "exporter"),
    "plan-id-shape": ("The id names a folder and files: small letters and hyphens.", "exporter"),
    "plan-id-twice": ("Two partners would write over one another.", "exporter"),
    "plan-group-unknown": ("A group holds what several partners share.", "exporter"),
    "plan-row-long": ("A comma too many moves every value behind it.", "exporter"),
    "plan-name-unknown": ("Documents, editions, formats and brands go by their names.", "exporter"),
}

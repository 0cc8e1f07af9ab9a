"""What was found and what was made, as values and as JSON: both ways, in this file only.

All that `--json` prints, that a report holds and that `output/.state/` remembers goes through here.
Each such text says its `schema`. A memory of another schema, or of another shape, is no memory.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass, replace
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from exporter.diagnostics import Diagnostic, Place, Severity

SCHEMA = 1
"""The version of every shape here; one more when a key changes its name or its meaning."""

_Kind = TypeVar("_Kind")


class MisshapenError(ValueError):
    """A text is no JSON of ours: of another schema, or of another shape."""


# ---- the records ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class BuiltFile:
    """A finished file, and what was met when it was read back."""

    file: str
    """Its name below the output folder, or in its pack."""
    document: str
    edition: str
    format: str
    engine: str
    brand: str
    sha256: str
    bytes: int
    pages: int
    """0 for a format without pages of its own."""
    says_the_same: bool
    entries: int
    """How many things a reader meets."""
    to_act_on: int
    """How many findings must be fixed or answered."""
    proof: str
    """How it was proved, in words."""
    validated: str
    """By which validator that is not ours, and with what result; empty: by none."""
    smallest_type: float | None = None
    """In points; None: not measured."""
    lowest_contrast: float | None = None
    """To 1; None: not measured."""
    standard: str = ""
    layout: str = ""
    """Of a stamped file: the beginning of its layout's key."""
    findings: tuple[Diagnostic, ...] | None = None
    """None: those of its layout."""


@dataclass(frozen=True, slots=True)
class VerifiedFile:
    """Anybody's file as `verify` saw it; `entries` is None when it cannot be read."""

    file: str
    entries: int | None
    findings: tuple[Diagnostic, ...]
    validated: str = ""
    """By which validator that is not ours, and with what result; empty: by none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LayoutProof:
    """What was found about a layout; `file` is its witness, which was read back in full."""

    key: str
    reason: str = ""
    """Why no file of it can be sent."""
    file: BuiltFile | None = None
    leave_out: tuple[str, ...] = ()
    foreword: str = ""
    stamped_files_are_proved_by: str = ""
    template: str = ""
    """The hash of the template on the shelf, by which it is known again."""

    @property
    def good(self) -> bool:
        return self.file is not None and not self.reason


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsChecked:
    """What the checks of one choice of words say: which editions may not go out, and why."""

    key: str
    stopped: tuple[tuple[str, str], ...] = ()
    """Editions with the reason."""
    reason: str = ""
    """Why there is no page about it."""
    page: str = ""
    """The hash of the page on the shelf."""


@dataclass(frozen=True, slots=True)
class Written:
    """A file as it was written, known again by the hash of its bytes."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """One partner's pack: what is in it, or why there is none."""

    partner: str
    name: str
    state: str
    """delivered, failed or held back."""
    reason: str
    remarks: tuple[str, ...]
    files: tuple[BuiltFile, ...]
    depends_on: tuple[tuple[str, str], ...] = ()
    """What it depends on, as a few hashes: which of them differs is why it is made again."""
    written: tuple[Written, ...] = ()

    @property
    def delivered(self) -> bool:
        return self.state == "delivered"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedPack:
    """What a run would do about one partner, and why. `files` are names."""

    partner: str
    name: str
    state: str
    """cannot be made, waiting or up to date."""
    reason: str
    remarks: tuple[str, ...]
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """What is different from the version before, `since`; `first`: none is known."""

    first: bool = True
    since: str = ""
    """Empty: it had no number."""
    changed: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cover:
    """A picture of a cover: its file below the output folder, what it shows, and for whom."""

    file: str
    alt: str
    caption: str


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file of an earlier build, and the hash of all that it depends on."""

    key: str
    file: BuiltFile
    beside: tuple[Written, ...] = ()
    """What lies beside it, by names below the output folder: a sheet for the print shop."""
    words: str = ""
    """The hash of all that its words depend on, but for the other files that it names."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """What is remembered of one document: what was found in its words, and its files."""

    key: str
    """The hash of all that the words depended on when they were last looked at."""
    without: tuple[str, ...]
    """Editions for which it had no words."""
    findings: tuple[Diagnostic, ...]
    files: tuple[KeptFile, ...]
    formats: tuple[str, ...] = ()
    """The formats that it asks for itself."""
    reports: tuple[Written, ...] = ()
    """The pages about it, by names below the output folder."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """Pictures of covers, as they were drawn."""

    pictures: tuple[Written, ...]


@dataclass(frozen=True, slots=True)
class SectionMark:
    """One section of a version: its top section, what is around it, a fingerprint of its words."""

    name: str
    part: str
    title: str
    within: tuple[str, ...]
    code: str


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a document, section by section."""

    version: str
    sections: tuple[SectionMark, ...]


@dataclass(frozen=True, slots=True)
class VersionsKnown:
    """Every version of a document that was ever sent, the oldest first."""

    versions: tuple[Version, ...]


# ---- to JSON ----------------------------------------------------------------------------------


def to_json(value: object) -> Any:
    """A record, or a tuple or mapping of records, as JSON has it.

    A key that has the value it has when nobody gives it is left out.
    """
    match value:
        case Diagnostic():
            return _finding_to_json(value)
        case Mapping():
            return {str(key): to_json(one) for key, one in value.items()}
        case tuple() | list():
            return [to_json(one) for one in value]
        case None | str() | int() | float():
            return value
        case PlannedPack():
            files = [{"file": name} for name in value.files]
            return {**_record_to_json(value), "files": files}
        case _ if is_dataclass(value):
            return _record_to_json(value)
        case _:
            raise TypeError(f"{type(value).__name__} has no JSON")


def _record_to_json(record: object) -> dict[str, object]:
    values = ((one, getattr(record, one.name)) for one in _fields(cast(type, type(record))))
    return {one.name: to_json(value) for one, value in values if value != one.default}


def _finding_to_json(finding: Diagnostic) -> dict[str, object]:
    values = {
        "rule": finding.code,
        "severity": finding.severity.label,
        "file": finding.place.file,
        "line": finding.place.line,
        "column": finding.place.column,
        "words": finding.words,
        "message": finding.message,
        "hint": finding.hint,
        "suggestion": finding.suggestion,
        "where": finding.where,
    }
    return {key: value for key, value in values.items() if value}


def answer(**parts: object) -> dict[str, object]:
    """The parts of a text of ours, with its schema before them."""
    return {"schema": SCHEMA, **{name: to_json(part) for name, part in parts.items()}}


def layouts_told(proofs: Mapping[str, LayoutProof]) -> dict[str, object]:
    """What reports say about layouts, by the beginnings of their keys: only what holds of each."""
    return {name: _layout_told(proof) for name, proof in proofs.items()}


def _layout_told(proof: LayoutProof) -> dict[str, object]:
    own = {"leave_out": list(proof.leave_out), "foreword": proof.foreword}
    how = {"stamped_files_are_proved_by": proof.stamped_files_are_proved_by}
    witness = {} if proof.file is None else _record_to_json(proof.file)
    private = ("brand", "sha256", "bytes", "proof", "layout")
    return {**{k: v for k, v in witness.items() if k not in private}, **own, **how}


def pack_told(pack: Pack) -> Pack:
    """A pack without what is only for the next run."""
    return replace(pack, depends_on=(), written=())


def text_of(value: Mapping[str, object]) -> bytes:
    """JSON as it is written into files for people and machines."""
    return (json.dumps(value, indent=2, ensure_ascii=False) + "\n").encode()


def remember(record: object) -> bytes:
    """One record as one line."""
    return summed({"schema": SCHEMA, **to_json(record)})


def summed(value: Mapping[str, object]) -> bytes:
    """A JSON object as one line whose first key is the hash of the others, as they are written."""
    return _line(json.dumps(value, ensure_ascii=False).encode())


def _line(text: bytes) -> bytes:
    return b'%b%b", %b' % (_SUM, hashlib.sha256(text).hexdigest().encode(), text[1:])


_SUM = b'{"sum": "'
_REST = len(_SUM) + 64 + len('", ')
"""Where the other keys begin."""


# ---- from JSON --------------------------------------------------------------------------------


def remembered(kind: type[_Kind], data: bytes) -> _Kind | None:
    """The record that `remember` wrote; None when this is none, was damaged, or of another
    schema."""
    line = data.rstrip()
    text = b"{" + line[_REST:]
    if line != _line(text):
        return None
    try:
        value = json.loads(text)
        if not isinstance(value, dict) or value.pop("schema", None) != SCHEMA:
            return None
        return from_json(kind, value)
    except (ValueError, RecursionError):
        return None


def from_json(kind: type[_Kind], value: object) -> _Kind:
    """The record of a kind that `to_json` made this of. Raises MisshapenError."""
    return cast(_Kind, _from_json(kind, value))


def _from_json(kind: Any, value: object) -> object:
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, UnionType):
        if value is None and NoneType in arguments:
            return None
        (kind,) = (one for one in arguments if one is not NoneType)
        return _from_json(kind, value)
    if origin is tuple:
        return _tuple_from_json(arguments, value)
    if kind is Diagnostic:
        return _finding_from_json(value)
    if is_dataclass(kind):
        return _record_from_json(cast(type, kind), value)
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if type(value) is not kind:
        raise MisshapenError(f"{value!r} is no {getattr(kind, '__name__', kind)}")
    return value


def _tuple_from_json(kinds: tuple[Any, ...], value: object) -> tuple[object, ...]:
    if not isinstance(value, list):
        raise MisshapenError(f"{value!r} is no list")
    if kinds[-1] is Ellipsis:
        kinds = (kinds[0],) * len(value)
    if len(kinds) != len(value):
        raise MisshapenError(f"{value!r} should have {len(kinds)} parts")
    return tuple(_from_json(kind, one) for kind, one in zip(kinds, value, strict=True))


def _record_from_json(kind: type, value: object) -> object:
    if not isinstance(value, dict):
        raise MisshapenError(f"{value!r} is no {kind.__name__}")
    hints, known = _hints(kind), {one.name: one for one in _fields(kind)}
    if value.keys() - known.keys():
        raise MisshapenError(f"a {kind.__name__} has no {value.keys() - known.keys()}")
    if any(name not in value and one.default is MISSING for name, one in known.items()):
        raise MisshapenError(f"something is missing in this {kind.__name__}")
    return kind(**{name: _from_json(hints[name], one) for name, one in value.items()})


_SEVERITIES = {severity.label: severity for severity in Severity}
_OF_FINDINGS = {"rule", "severity", "words", "message", "hint", "suggestion", "where"}
_OF_PLACES = {"file": str, "line": int, "column": int}


def _finding_from_json(value: object) -> Diagnostic:
    if not isinstance(value, dict) or not {"rule", "severity", "message"} <= value.keys():
        raise MisshapenError(f"{value!r} is no finding")
    place = {key: _from_json(kind, value[key]) for key, kind in _OF_PLACES.items() if key in value}
    texts = {key: _from_json(str, one) for key, one in value.items() if key not in _OF_PLACES}
    severity = _SEVERITIES.get(str(texts.pop("severity")))
    if severity is None or value.keys() - _OF_FINDINGS - _OF_PLACES.keys():
        raise MisshapenError(f"{value!r} is no finding")
    code = texts.pop("rule")
    return Diagnostic(code=code, severity=severity, place=Place(**place), **texts)  # type: ignore[arg-type]


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


@cache
def _fields(kind: type) -> tuple[Field[Any], ...]:
    return fields(kind)

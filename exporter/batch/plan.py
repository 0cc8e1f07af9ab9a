"""The batch plan: which partner gets which files, in a YAML file or a spreadsheet's CSV.

Defaults hold for all, groups for some, so that a partner is one short line. All faults are told
at once, each with file and line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from exporter.authored.files import bytes_of
from exporter.batch.partner import LISTS, RULES, Entry, Partner, fault, misspelt, partner_of
from exporter.batch.plan_csv import read_csv
from exporter.batch.plan_yaml import read_yaml_plan
from exporter.diagnostics import Diagnostic, Place, SourceError, short

__all__ = ["RULES", "Known", "Partner", "names_in", "read_plan"]

_LARGEST = 5_000_000
_PLURALS = {"documents": "document", "editions": "edition", "formats": "format"}


@dataclass(frozen=True, slots=True)
class Known:
    """The names that a plan may use."""

    documents: tuple[str, ...]
    editions: tuple[str, ...]
    formats: tuple[str, ...]
    brands: tuple[str, ...]


def read_plan(file: Path, known: Known) -> tuple[tuple[Partner, ...], list[Diagnostic]]:
    """The partners of a plan, in its order, and every fault.

    Raises SourceError when there is no plan to read.
    """
    entries, faults = _entries(file)
    partners: list[Partner] = []
    for entry in entries:
        partner, found = partner_of(entry)
        faults += found
        if partner:
            partners.append(partner)
    faults += [*_doubled(partners), *_unknown(partners, known)]
    if not entries and not faults:
        faults.append(fault("plan-empty", "This plan has no partners.", Place(str(file), 1)))
    return tuple(partners), list(dict.fromkeys(faults))


def _entries(file: Path) -> tuple[list[Entry], list[Diagnostic]]:
    data = _bytes(file)
    if file.suffix.lower() == ".csv":
        return read_csv(data, str(file))
    return read_yaml_plan(data, file, _bytes)


def _bytes(file: Path) -> bytes:
    try:
        return bytes_of(file, _LARGEST)
    except OSError as error:
        said = f"The plan cannot be read: {error.strerror}."
        raise SourceError([fault("plan-unreadable", said, Place(str(file)))]) from error


def _doubled(partners: Sequence[Partner]) -> Iterator[Diagnostic]:
    first: dict[str, Partner] = {}
    for partner in partners:
        before = first.setdefault(partner.id, partner)
        if before is not partner:
            said = f"The id “{partner.id}” stands twice; the first time at {before.at('id')}."
            yield fault("plan-id-twice", said, partner.at("id"))


def _unknown(partners: Sequence[Partner], known: Known) -> Iterator[Diagnostic]:
    for partner in partners:
        for kind, one in _PLURALS.items():
            yield from names_in(getattr(known, kind), getattr(partner, kind), one, partner, kind)
        yield from names_in(known.brands, (partner.brand,), "brand", partner, "brand")


def names_in(
    there: Sequence[str], asked: Sequence[str], kind: str, partner: Partner, key: str
) -> Iterator[Diagnostic]:
    """A fault for each name that there is not. `key` is where the plan says it."""
    for name in asked:
        if name not in there:
            said = f"There is no {kind} “{short(name)}”."
            yield misspelt("plan-name-unknown", said, partner.at(key), name, there)


assert set(_PLURALS) < set(LISTS)

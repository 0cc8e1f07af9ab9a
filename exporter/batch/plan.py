"""The batch plan: which partner gets which files, in a YAML file or a spreadsheet's CSV.

Defaults hold for all, groups for some, so that a partner is one short line. All faults are told
at once, each with file and line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from exporter.authored.files import bytes_of
from exporter.batch.partner import LISTS, RULES, Entry, Partner, fault, misspelt, partner_of
from exporter.batch.plan_csv import read_csv
from exporter.batch.plan_yaml import read_yaml_plan
from exporter.diagnostics import Diagnostic, Place, SourceError, short

__all__ = ["RULES", "Known", "Partner", "Plan", "names_in", "read_plan"]

_LARGEST = 5_000_000
MOST_PARTNERS = 50_000
_PLURALS = {"documents": "document", "editions": "edition", "formats": "format"}


@dataclass(frozen=True, slots=True)
class Known:
    """The names that a plan may use."""

    documents: tuple[str, ...]
    editions: tuple[str, ...]
    formats: tuple[str, ...]
    brands: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """Who gets what. A slip in one line stops that line only."""

    partners: tuple[Partner, ...]
    """In the plan's order; those with faults of their own, too."""
    others: tuple[Diagnostic, ...] = ()
    """Faults of lines that have no id, and so no folder for their files, and of groups."""
    faults: tuple[Diagnostic, ...] = ()
    """Faults of the whole plan: nobody knows what is meant, and nothing is made."""
    lines: tuple[Partner, ...] = ()
    """Every line as it stands, also those without an id or with one that stands twice."""

    @property
    def told(self) -> tuple[Diagnostic, ...]:
        """Every fault, each once."""
        own = (one for partner in self.partners for one in partner.faults)
        return tuple(dict.fromkeys((*self.faults, *self.others, *own)))


def read_plan(file: Path, known: Known) -> Plan:
    """The partners of a plan, and every fault. Raises SourceError when there is no plan to read."""
    entries, faults, in_groups = _entries(file)
    if len(entries) > MOST_PARTNERS:
        said = f"This plan has {len(entries):,} partners. Make several plans of it."
        raise SourceError([fault("plan-shape", said, entries[MOST_PARTNERS].place)])
    names = {key: getattr(known, key) for key in _PLURALS}
    every = [partner_of(entry, names) for entry in entries]
    partners = [one for one in every if one.id]
    others = [*in_groups, *(fault for one in every if not one.id for fault in one.faults)]
    if not entries and not faults:
        faults.append(fault("plan-empty", "This plan has no partners.", Place(str(file), 1)))
    twice = _doubled(partners, known)
    return Plan(
        tuple(_with_faults(one, twice.get(one.id, ()), known) for one in _first_of_each(partners)),
        tuple(dict.fromkeys(others)),
        tuple(dict.fromkeys(faults)),
        tuple(_lines(every, twice, known)),
    )


def _with_faults(partner: Partner, twice: Sequence[Diagnostic], known: Known) -> Partner:
    """The partner with what is wrong with its id and with the names that it gives."""
    found = (*partner.faults, *twice, *_unknown(partner, known))
    return replace(partner, faults=tuple(dict.fromkeys(found)))


def _lines(
    every: Sequence[Partner], twice: dict[str, list[Diagnostic]], known: Known
) -> Iterator[Partner]:
    """Every line with its own faults; the first of an id that stands twice with one of them."""
    here = {told.place: (told,) for found in twice.values() for told in found}
    for one in every:
        yield _with_faults(one, here.get(one.at("id")) or tuple(twice.get(one.id, ())[:1]), known)


def _first_of_each(partners: Sequence[Partner]) -> Iterator[Partner]:
    """Each id once: of two with one id neither pack is made."""
    seen: set[str] = set()
    for partner in partners:
        if partner.id not in seen:
            seen.add(partner.id)
            yield partner


def _entries(file: Path) -> tuple[list[Entry], list[Diagnostic], list[Diagnostic]]:
    data = _bytes(file)
    if file.suffix.lower() == ".csv":
        return (*read_csv(data, str(file)), [])
    return read_yaml_plan(data, file, _bytes)


def _bytes(file: Path) -> bytes:
    try:
        return bytes_of(file, _LARGEST)
    except OSError as error:
        said = f"The plan cannot be read: {error.strerror}."
        raise SourceError([fault("plan-unreadable", said, Place(str(file)))]) from error


def _doubled(partners: Sequence[Partner], known: Known) -> dict[str, list[Diagnostic]]:
    """The faults of ids that stand twice, by id; those of the later lines among them."""
    first: dict[str, Partner] = {}
    found: dict[str, list[Diagnostic]] = {}
    for partner in partners:
        before = first.setdefault(partner.id, partner)
        if before is not partner:
            said = f"The id “{partner.id}” stands twice; the first time at {before.at('id')}."
            told = fault("plan-id-twice", said, partner.at("id"))
            found.setdefault(partner.id, []).extend(
                (told, *partner.faults, *_unknown(partner, known))
            )
    return found


def _unknown(partner: Partner, known: Known) -> Iterator[Diagnostic]:
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

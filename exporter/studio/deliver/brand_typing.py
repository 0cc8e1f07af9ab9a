"""A brand as it is typed, field by field: kept at once, or as words that wait in their field.

Like a document: what its reader would refuse waits, and never covers what somebody else wrote.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from exporter.load.parser import LONGEST_TEXT
from exporter.saving import NotSaved
from exporter.studio.deliver import brand_text
from exporter.studio.deliver.brand_desk import BrandDesk, Refused
from exporter.studio.drafts import Draft, as_shown
from exporter.studio.saying import say
from exporter.studio.view import Answer, Conflict

_NO_DRAFTS: Mapping[str, Draft] = {}


@dataclass(frozen=True, slots=True)
class Waiting:
    """Words that are in no file yet."""

    placed: Mapping[str, Draft] = field(default_factory=lambda: _NO_DRAFTS)
    """Those that wait in a field, by its name as it is now."""
    lost: tuple[Draft, ...] = ()
    """Those whose field says something else now."""


class BrandTyping:
    """The fields of every brand of a folder, and one change at a time."""

    def __init__(self, brands: BrandDesk) -> None:
        self._brands = brands
        self._lock = threading.RLock()

    def waiting(self, name: str) -> Waiting:
        """What waits of a brand. Raises Unknown."""
        return _standing(_says(self._brands.own(name).text()), self._brands.store(name).drafts())

    def put(self, name: str, typed: str, value: str, was: str | None) -> Answer:
        """Other words in the field `typed`; `was` is what its page showed.

        Raises Conflict where the field says something else now: the words are kept aside then.
        ValueError for the name of no field, or for more than a field can hold. Unknown.
        """
        with self._lock:
            text, waiting = self._brands.own(name).text(), self.waiting(name)
            if len(value) > LONGEST_TEXT:
                raise ValueError(say("far-too-long"))
            at = _field_now(text, waiting.placed, typed, was)
            says = _says(text).get(at, "")
            now = waiting.placed[at].typed if at in waiting.placed else says
            if was is not None and as_shown(now) not in (as_shown(was), as_shown(value)):
                late = Draft(f"{name}.yaml", at, value, say("conflict-kept"), as_shown(was))
                self._keep(name, (*waiting.placed.values(), *without(waiting.lost, late), late))
                raise Conflict(now, late.key)
            others = [one for one in waiting.placed.values() if one.field != at]
            why = self._saved(name, at, value)
            if why:
                others.append(Draft(f"{name}.yaml", at, value, why, says))
            self._keep(name, (*waiting.lost, *others))
            return Answer(why)

    def drop(self, name: str, key: str) -> None:
        """Forget words that wait, because somebody says so. Raises Unknown."""
        with self._lock:
            waiting = self.waiting(name)
            every = (*waiting.lost, *waiting.placed.values())
            self._keep(name, tuple(one for one in every if one.key != key))

    def _saved(self, name: str, at: str, value: str) -> str:
        """Why these words cannot be kept in the file; empty where they are."""
        if at == "publisher" and not value.strip():  # else the name of the file is on the cover
            return say("brand-needs-publisher")
        try:
            self._brands.save(name, {at: value}, what=at)
        except (Refused, NotSaved) as error:
            return str(error)
        return ""

    def _keep(self, name: str, drafts: tuple[Draft, ...]) -> None:
        store = self._brands.store(name)
        if store.drafts() != drafts:
            store.keep_drafts(drafts)


def _says(text: str) -> dict[str, str]:
    """What every field of a brand says, by its name; nothing where it is no YAML now."""
    try:
        contacts = {one.name: one.words for one in brand_text.contacts_of(text)}
        return {**brand_text.fields_of(text), **contacts}
    except NotSaved:
        return {}


def _standing(says: Mapping[str, str], drafts: Iterable[Draft]) -> Waiting:
    """Which drafts have a field that says what it said when they were typed."""
    placed: dict[str, Draft] = {}
    lost: list[Draft] = []
    for one in drafts:
        at = _like(says, one.field, one.was)
        if as_shown(says.get(at, "")) == as_shown(one.typed):
            continue
        if at in says and as_shown(says[at]) == as_shown(one.was):
            placed[at] = replace(one, field=at)
        else:
            lost.append(one)
    return Waiting(placed, tuple(lost))


def _field_now(text: str, placed: Mapping[str, Draft], typed: str, was: str | None) -> str:
    """How the field is called now that a page shows as `typed`. Raises ValueError for no field.

    A contact changes its number when one above it is taken out, and a new one gets its own: it is
    known again by its kind and by what the page shows of it.
    """
    says = _says(text)
    shown = {**says, **{at: one.typed for at, one in placed.items()}}
    at = typed if was is None else _like(shown, typed, was)
    if at in says:
        return at
    if not _is_contact(at) or was is None or not says:
        raise ValueError(say("no-field"))
    return next(one for one in says if _is_contact(one) and one.endswith(_kind(at)))


def _like(says: Mapping[str, str], name: str, was: str) -> str:
    """The field of this name; or the one contact of its kind that says so, where it does not."""
    if not _is_contact(name) or as_shown(says.get(name, "\0")) == as_shown(was):
        return name
    found = [
        one for one, words in says.items()
        if _is_contact(one) and one.endswith(_kind(name)) and as_shown(words) == as_shown(was)
    ]  # fmt: skip
    return found[0] if len(found) == 1 else name


def _kind(contact: str) -> str:
    """How the names of all contacts of the same kind end."""
    return f".{contact.rpartition('.')[2]}"


def _is_contact(name: str) -> bool:
    first, _, rest = name.partition(".")
    return first == "contact" and rest.rpartition(".")[2] in brand_text.KINDS


def without(lost: tuple[Draft, ...], late: Draft) -> tuple[Draft, ...]:
    """Those that came too late before, but for those of the same field and moment."""
    return tuple(one for one in lost if (one.field, one.was) != (late.field, late.was))

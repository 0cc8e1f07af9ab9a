"""The forms of partners and of groups, field by field: kept at once, or as words that wait.

Like a document and a brand. A partner is known by its id, a group by its name; what is typed into
the form of a new one waits until somebody presses “Keep”, for before that there is nobody whose it
is.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import replace

from exporter.batch.partner import KEYS
from exporter.load.parser import LONGEST_TEXT
from exporter.saving import NotSaved
from exporter.studio.deliver import plan_groups, plan_text
from exporter.studio.deliver.brand_typing import Waiting, without
from exporter.studio.deliver.plan import FILE, PlanDesk, wanted_of
from exporter.studio.deliver.plan_groups import SHARED_KEYS
from exporter.studio.deliver.plan_text import Line, as_typed
from exporter.studio.drafts import Draft, as_shown
from exporter.studio.saying import say
from exporter.studio.view import Answer, Conflict

NEW_PARTNER, NEW_GROUP = "new-partner", "new-group"
_PARTNER, _GROUP = "partner:", "group:"
_MOST_RENAMED = 200


def of_partner(id: str) -> str:
    """How a form calls the partner that it is about."""
    return f"{_PARTNER}{id}"


def of_group(name: str) -> str:
    """The same of a group; of all partners, where the name is empty."""
    return f"{_GROUP}{name}"


class PlanTyping:
    """The fields of the plan, and one change at a time."""

    def __init__(self, plan: PlanDesk) -> None:
        self._plan = plan
        self._lock = threading.RLock()
        self._renamed: dict[str, str] = {}
        """Partners whose id was changed on a page that goes on to call them as before."""

    def waiting(self) -> Waiting:
        """What waits; each field is called as `_at` says."""
        return _standing(self._says(), self._plan.store.drafts())

    def typed(self, whose: str) -> dict[str, str]:
        """What waits of one form, by key; and why, see `why`."""
        return {key: one.typed for key, one in self._placed(whose).items()}

    def why(self, whose: str) -> dict[str, str]:
        """Why each of them is not in the plan yet; of a new one there is nothing to say."""
        return {key: one.why for key, one in self._placed(whose).items() if one.why}

    def _placed(self, whose: str) -> dict[str, Draft]:
        start = f"{whose}/"
        every = self.waiting().placed.items()
        return {at.removeprefix(start): one for at, one in every if at.startswith(start)}

    def put(self, whose: str, key: str, value: str, was: str | None) -> Answer:
        """Other words in a field; `was` is what its page showed.

        Raises Conflict where the field says something else now, or is gone: the words are kept
        aside then. ValueError for no field, or for more than it can hold; NotSaved where the
        partners stand in a table beside the plan.
        """
        with self._lock:
            value = " ".join(value.split()) if value.strip() else ""
            self._refuse(whose, key, value)
            says, waiting = self._says(), self.waiting()
            whose = self._now(whose, says)
            at = _at(whose, key)
            drafts = [one for one in waiting.placed.values() if one.field != at]
            if whose in (NEW_PARTNER, NEW_GROUP):
                drafts += [Draft(FILE, at, value, "")] if value else []
                self._keep((*waiting.lost, *drafts))
                return Answer()
            now = waiting.placed[at].typed if at in waiting.placed else says.get(at)
            if now is None or (
                was is not None and as_shown(now) not in map(as_shown, (was, value))
            ):
                late = Draft(FILE, at, value, say("conflict-kept"), as_shown(was or ""))
                self._keep((*waiting.placed.values(), *without(waiting.lost, late), late))
                raise Conflict(now or "", late.key)
            why = self._saved(whose, key, value)
            if why:
                drafts.append(Draft(FILE, at, value, why, says[at]))
            self._keep((*waiting.lost, *drafts))
            return Answer(why)

    def drop(self, key: str) -> None:
        """Forget words that wait, because somebody says so."""
        with self._lock:
            self._keep(tuple(one for one in self._every() if one.key != key))

    def done(self, whose: str) -> None:
        """Forget what waits of a form whose words were kept as a whole."""
        with self._lock:
            start = f"{whose}/"
            self._keep(tuple(d for d in self._every() if not d.field.startswith(start)))

    def _every(self) -> tuple[Draft, ...]:
        waiting = self.waiting()
        return (*waiting.lost, *waiting.placed.values())

    # ---- what the plan says --------------------------------------------------------------------

    def _says(self) -> dict[str, str]:
        """What every field says, as one line."""
        try:
            text = self._plan.file.text()
            partners = plan_text.lines_of(text)
            shared = plan_groups.shared_of(text)
        except NotSaved:
            return {}
        found: dict[str, str] = {}
        for line in partners:
            found |= _fields(of_partner(as_typed(line.get("id", ""))), line, KEYS)
        for name, line in shared.items():
            found |= _fields(of_group(name), line, SHARED_KEYS)
        return found

    def _now(self, whose: str, says: Mapping[str, str]) -> str:
        """How a partner is called now that a page calls so."""
        gone = whose.startswith(_PARTNER) and _at(whose, "id") not in says
        return self._renamed.get(whose, whose) if gone else whose

    def _refuse(self, whose: str, key: str, value: str) -> None:
        if len(value) > LONGEST_TEXT:
            raise ValueError(say("far-too-long"))
        keys = KEYS if whose.startswith((_PARTNER, NEW_PARTNER)) else (*SHARED_KEYS, "name")
        if key not in keys or not whose.startswith((_PARTNER, _GROUP, NEW_PARTNER, NEW_GROUP)):
            raise ValueError(say("no-field"))
        if key == "name" and whose.startswith(_GROUP):
            raise ValueError(say("no-field"))
        text = self._plan.file.text()
        if text and (table := plan_text.table_beside(text)):
            raise NotSaved(say("plan-in-table", file=table))

    def _saved(self, whose: str, key: str, value: str) -> str:
        """Why these words cannot stand in the plan; empty where they do."""
        at = _at(whose, key)
        if key in ("id", "name") and not value:
            return say(f"partner-needs-{key}")
        if key == "id" and _at(of_partner(value), "id") in self._says():
            return "" if whose == of_partner(value) else say("partner-id-taken", id=value)
        wanted, number = wanted_of({key: value}), self._number(whose)

        def changed(text: str) -> str:
            if whose.startswith(_GROUP):
                return plan_groups.with_shared(text, whose.removeprefix(_GROUP), wanted)
            return plan_text.with_values(text, number, wanted)

        try:
            self._plan.file.change(changed, f"{number} {key}" if number >= 0 else at)
        except (NotSaved, ValueError) as error:
            return str(error)
        if key == "id":
            self._call(whose, of_partner(value))
        return ""

    def _number(self, whose: str) -> int:
        """Which partner of the plan it is; -1 for what is none."""
        lines = plan_text.lines_of(self._plan.file.text())
        ids = [of_partner(as_typed(line.get("id", ""))) for line in lines]
        return ids.index(whose) if whose in ids else -1

    def _call(self, before: str, now: str) -> None:
        """Whoever was called so, and whoever was called what that is now, is called otherwise."""
        self._renamed = {
            old: now if new == before else new for old, new in self._renamed.items()
        } | {before: now}
        for old in list(self._renamed)[:-_MOST_RENAMED]:
            del self._renamed[old]
        start = f"{before}/"
        self._keep(
            tuple(
                replace(one, field=f"{now}/{one.field.removeprefix(start)}")
                if one.field.startswith(start)
                else one
                for one in self._plan.store.drafts()
            )
        )

    def _keep(self, drafts: tuple[Draft, ...]) -> None:
        if self._plan.store.drafts() != drafts:
            self._plan.store.keep_drafts(drafts)


def _at(whose: str, key: str) -> str:
    """What a field is called among all that wait."""
    return f"{whose}/{key}"


def _fields(whose: str, line: Line, keys: tuple[str, ...]) -> dict[str, str]:
    return {_at(whose, key): as_typed(line.get(key, "")) for key in keys}


def _standing(says: Mapping[str, str], drafts: tuple[Draft, ...]) -> Waiting:
    """Which drafts have a field that says what it said when they were typed, or that is of a new
    partner or group."""
    placed: dict[str, Draft] = {}
    lost: list[Draft] = []
    for one in drafts:
        if one.field.startswith((f"{NEW_PARTNER}/", f"{NEW_GROUP}/")):
            placed[one.field] = one
        elif as_shown(says.get(one.field, "")) == as_shown(one.typed):
            continue
        elif one.field in says and as_shown(says[one.field]) == as_shown(one.was):
            placed[one.field] = one
        else:
            lost.append(one)
    return Waiting(placed, tuple(lost))

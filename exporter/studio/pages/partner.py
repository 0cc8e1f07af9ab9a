"""The form of one partner, and of what a plan says for everybody or for a group."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from exporter.batch.partner import KEYS, LISTS
from exporter.batch.plan import Known
from exporter.studio.deliver.plan import Row, Shared
from exporter.studio.deliver.plan_groups import ALL, SHARED_KEYS
from exporter.studio.pages.field import around
from exporter.studio.pages.frame import button, form, heading, hidden, link, notice, page, paragraph
from exporter.studio.pages.partners import BASE, faults
from exporter.studio.saying import say
from exporter.web_page.markup import NOTHING, Html, element, escape

_WAY = (("/", say("documents")), (BASE, say("partners")))
_REACHED = ("phone", "email", "web", "post")
_FIRST = ("name", "id", "group", *LISTS[:3], *_REACHED)
_FIRST_OF_SHARED = (*LISTS[:3], "brand")
_HINTED = frozenset(
    ("id", "group", "documents", "editions", "formats", "languages", "leave_out", "accent", "logo")
)


@dataclass(frozen=True, slots=True)
class Kept:
    """How a form is kept while somebody types."""

    whose: str
    """By what the studio knows it; empty where it is kept only as a whole."""
    why: Mapping[str, str]
    """Why words that wait are not in the plan, by their keys."""
    waits: bool
    """Whether words wait in it."""


def partner(
    row: Row | None,
    known: Known,
    groups: tuple[str, ...],
    typed: dict[str, str],
    said: str,
    kept: Kept,
) -> str:
    """The form of one partner; of a new one `row` is None. `typed` is what its fields hold."""
    title = say("change-partner", name=typed.get("name", "")) if row else say("add-partner")
    parts = [heading(1, title)]
    if said:
        parts.append(notice(said, "wrong"))
    if row and row.partner.faults:
        parts.append(faults(row.partner.faults))
    known_by = (hidden("number", str(row.number)), hidden("seen", row.seen)) if row else ()
    names = {**_names(known), "group": groups}
    fields = _fields(_FIRST, KEYS, typed, names, kept)
    body = form(f"{BASE}/save", *known_by, *fields, *_ends(), **_saving(kept))
    return page(title, *parts, body, _emptied(kept, row is None), way=_WAY)


def shared(
    one: Shared | None,
    known: Known,
    typed: dict[str, str],
    said: str,
    kept: Kept,
) -> str:
    """The form of what holds for everybody or for a group; of a new group `one` is None."""
    if one is None:
        title = say("add-group")
    else:
        title = say("group-named", name=one.name) if one.name != ALL else say("shared-for-all")
    known_by = (hidden("group", one.name), hidden("seen", one.seen)) if one else ()
    names = _names(known)
    called = (
        [_field("name", typed.get("name", ""), (), kept, say("new-group-name"))]
        if one is None
        else []
    )
    fields = _fields(_FIRST_OF_SHARED, SHARED_KEYS, typed, names, kept)
    parts = [heading(1, title), notice(said, "wrong") if said else paragraph(say("shared-how"))]
    body = form(f"{BASE}/share", *known_by, *called, *fields, *_ends(), **_saving(kept))
    return page(title, *parts, body, _emptied(kept, one is None), way=_WAY)


def _saving(kept: Kept) -> dict[str, str]:
    """What the script of the page needs to keep each field as it is typed."""
    return {"data_save": f"{BASE}/put", "data_file": kept.whose} if kept.whose else {}


def _emptied(kept: Kept, new: bool) -> Html:
    """The way to begin a form anew whose words were kept and belong to nobody yet."""
    if not (kept.waits and new):
        return NOTHING
    return form(
        f"{BASE}/forget", hidden("whose", kept.whose),
        button(say("forget-draft"), class_="quiet-button"),
    )  # fmt: skip


def _ends() -> tuple[Html, Html]:
    return button(say("keep-partner")), link(BASE, say("back-to-partners"))


def _names(known: Known) -> dict[str, tuple[str, ...]]:
    """For keys whose words are names, those that there are."""
    lists = {key: getattr(known, key) for key in ("documents", "editions", "formats")}
    return {**lists, "brand": known.brands}


def _fields(
    first: tuple[str, ...],
    every: tuple[str, ...],
    typed: dict[str, str],
    names: dict[str, tuple[str, ...]],
    kept: Kept,
) -> list[Html]:
    """The fields that most people need, and the others folded up."""
    more = tuple(key for key in every if key not in first)
    made = [_field(key, typed.get(key, ""), names.get(key, ()), kept) for key in first]
    rest = [_field(key, typed.get(key, ""), names.get(key, ()), kept) for key in more]
    used = any(typed.get(key) for key in more)
    return [
        *made,
        element("details", element("summary", escape(say("more-of-partner"))), *rest, open=used),
    ]


def _field(key: str, value: str, known: tuple[str, ...], kept: Kept, called: str = "") -> Html:
    hint = say(f"partner-{key}-how") if key in _HINTED else ""
    there = say("known-names", names=", ".join(known)) if known else ""
    how = " ".join(filter(None, (hint, there)))
    control = element(
        "input", type="text", id=key, name=key, value=value, autocomplete="off",
        required=key == "name", aria_describedby=f"{key}-hint {key}-why" if how else f"{key}-why",
    )  # fmt: skip
    why = kept.why.get(key, "")
    waits = paragraph(say("not-saved-yet", why=why), class_="wrong") if why else NOTHING
    return around(key, called or say(f"partner-{key}"), control, waits, how)

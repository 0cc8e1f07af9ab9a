"""The form of one partner, and of what a plan says for everybody or for a group."""

from __future__ import annotations

from exporter.batch.partner import KEYS, LISTS
from exporter.batch.plan import Known
from exporter.studio.deliver.plan import Row, Shared
from exporter.studio.deliver.plan_groups import ALL, SHARED_KEYS
from exporter.studio.pages.frame import button, form, heading, hidden, link, notice, page, paragraph
from exporter.studio.pages.partners import BASE, faults
from exporter.studio.saying import say
from exporter.web_page.markup import Html, element, escape

_WAY = (("/", say("documents")), (BASE, say("partners")))
_REACHED = ("phone", "email", "web", "post")
_FIRST = ("name", "id", "group", *LISTS[:3], *_REACHED)
_FIRST_OF_SHARED = (*LISTS[:3], "brand")
_HINTED = frozenset(
    ("id", "group", "documents", "editions", "formats", "languages", "leave_out", "accent", "logo")
)


def partner(
    row: Row | None, known: Known, groups: tuple[str, ...], typed: dict[str, str], said: str = ""
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
    fields = _fields(_FIRST, KEYS, typed, names)
    body = form(f"{BASE}/save", *known_by, *fields, *_ends())
    return page(title, *parts, body, way=_WAY)


def shared(one: Shared | None, known: Known, typed: dict[str, str], said: str = "") -> str:
    """The form of what holds for everybody or for a group; of a new group `one` is None."""
    if one is None:
        title = say("add-group")
    else:
        title = say("group-named", name=one.name) if one.name != ALL else say("shared-for-all")
    known_by = (hidden("group", one.name), hidden("seen", one.seen)) if one else ()
    names = _names(known)
    called = (
        [_field("name", typed.get("name", ""), (), say("new-group-name"))] if one is None else []
    )
    fields = _fields(_FIRST_OF_SHARED, SHARED_KEYS, typed, names)
    parts = [heading(1, title), notice(said, "wrong") if said else paragraph(say("shared-how"))]
    body = form(f"{BASE}/share", *known_by, *called, *fields, *_ends())
    return page(title, *parts, body, way=_WAY)


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
) -> list[Html]:
    """The fields that most people need, and the others folded up."""
    more = tuple(key for key in every if key not in first)
    made = [_field(key, typed.get(key, ""), names.get(key, ())) for key in first]
    rest = [_field(key, typed.get(key, ""), names.get(key, ())) for key in more]
    used = any(typed.get(key) for key in more)
    return [
        *made,
        element("details", element("summary", escape(say("more-of-partner"))), *rest, open=used),
    ]


def _field(key: str, value: str, known: tuple[str, ...], called: str = "") -> Html:
    hint = say(f"partner-{key}-how") if key in _HINTED else ""
    there = say("known-names", names=", ".join(known)) if known else ""
    how = " ".join(filter(None, (hint, there)))
    parts = [element("label", escape(called or say(f"partner-{key}")), for_=key)]
    if how:
        parts.append(paragraph(how, id=f"{key}-how", class_="quiet"))
    parts.append(
        element(
            "input", type="text", id=key, name=key, value=value, autocomplete="off",
            required=key == "name", **({"aria_describedby": f"{key}-how"} if how else {}),
        )
    )  # fmt: skip
    return element("div", *parts, class_="field")

"""Brands: how a publisher looks and can be reached, contrast in numbers, and covers beside it."""

from __future__ import annotations

from collections.abc import Mapping

from exporter.diagnostics import Diagnostic
from exporter.studio.advice import advised
from exporter.studio.deliver.brand_desk import Shown
from exporter.studio.deliver.brand_text import COLOURS, LINES
from exporter.studio.deliver.brand_typing import Waiting
from exporter.studio.deliver.contrast import ORNAMENTS, Judged, colour
from exporter.studio.fields import TAKEN
from exporter.studio.pages import making
from exporter.studio.pages.field import around
from exporter.studio.pages.frame import (
    NO_WORDS,
    Said,
    button,
    form,
    heading,
    link,
    page,
    paragraph,
    steps_back,
    told,
)
from exporter.studio.pages.waiting import lost
from exporter.studio.saying import say
from exporter.web_page.markup import NOTHING, Html, element, escape

BASE = "/brands"
NOTHING_WAITS = Waiting()
_WAY = (("/", say("documents")),)


def brands(listed: tuple[tuple[str, str, bool], ...], said: Said = NO_WORDS) -> str:
    """The list of brands: name, publisher, and whether it is the user's own."""
    parts = [heading(1, say("brands")), told(said), paragraph(say("brands-how"))]
    items = [element("li", *_listed(*one)) for one in listed]
    parts.append(element("ul", *items, class_="files"))
    begin = form(
        f"{BASE}/new",
        element("label", escape(say("brand-publisher")), for_="new-publisher"),
        element("input", type="text", id="new-publisher", name="publisher", required=True),
        button(say("begin-brand")),
    )
    new = element("section", heading(2, say("new-brand"), id="new-brand"), begin,
                  aria_labelledby="new-brand", class_="card")  # fmt: skip
    return page(say("brands"), *parts, new, way=_WAY)


def _listed(name: str, publisher: str, own: bool) -> list[Html]:
    quiet = name if own else f"{name} – {say('brand-came-along')}"
    way = link(f"{BASE}/{name}", publisher or name)
    return [way, element("span", escape(f" {quiet}"), class_="quiet")]


def brand(
    shown: Shown,
    judged: tuple[Judged, ...],
    editions: tuple[tuple[str, str], ...],
    document: str,
    said: Said = NO_WORDS,
    *,
    typed: Mapping[str, str] | None = None,
    waiting: Waiting = NOTHING_WAITS,
) -> str:
    """The page of one brand. `typed` is what its form says where it was not kept.

    `editions` are name and title of those whose covers are shown, of the document of this name.
    """
    title = shown.fields.get("publisher") or shown.name
    parts = [heading(1, say("brand-of", name=title)), told(said)]
    if shown.faults:
        parts.append(_faults(shown.faults))
    if shown.own:
        tools = element("div", steps_back(f"{BASE}/{shown.name}", shown.steps), class_="tools")
        parts += [_lost(shown.name, waiting), tools, _form(shown, judged, typed or {}, waiting)]
        parts.append(_logo(shown))
    else:
        parts.append(_make_own(shown))
        parts.append(_contrast(judged))
    writing = element("div", *parts, class_="writing")
    covers = _covers(shown, editions, document)
    return page(
        say("brand-of", name=title),
        element("div", writing, covers, class_="desk"),
        wide=True,
        way=(*_WAY, (BASE, say("brands"))),
        more=making.SCRIPT,
    )


def _faults(faults: tuple[Diagnostic, ...]) -> Html:
    items = [element("li", escape(advised(one))) for one in faults]
    return element("ul", *items, class_="notice wrong")


def _make_own(shown: Shown) -> Html:
    return element(
        "div",
        paragraph(say("brand-not-own")),
        form(f"{BASE}/{shown.name}/own", button(say("make-own"))),
        class_="card",
    )


# ---- fields ------------------------------------------------------------------------------------


def _lost(name: str, waiting: Waiting) -> Html:
    every = [(one, _called(one.field), NOTHING) for one in waiting.lost]
    return lost(f"{BASE}/{name}/forget", every)


def _called(field: str) -> str:
    """A field of a brand, as its label says."""
    last = field.rpartition(".")[2]
    return say(f"contact-{last}") if field.startswith("contact.") else say(f"brand-{last}")


def _form(
    shown: Shown, judged: tuple[Judged, ...], typed: Mapping[str, str], waiting: Waiting
) -> Html:
    """Every field is kept as it is typed; without scripts, when the form is sent."""
    contacts = {one.name: one.words for one in shown.contacts}
    drafts = {name: one.typed for name, one in waiting.placed.items()}
    values = {**shown.fields, **contacts, **drafts, **typed}

    def field(name: str, *, required: bool = False) -> Html:
        why = waiting.placed[name].why if name in waiting.placed else ""
        return _field(name, values.get(name, ""), why, required=required)

    return form(
        f"{BASE}/{shown.name}/save",
        field("publisher", required=True),
        element("fieldset", element("legend", escape(say("brand-colours"))),
                *(field(f"colours.{one}") for one in COLOURS), _contrast(judged)),
        element("fieldset", element("legend", escape(say("brand-contacts"))),
                *map(field, contacts)),
        *map(field, LINES[1:]),
        button(say("keep-brand")),
        data_live=f"{BASE}/contrast",
        data_save=f"{BASE}/{shown.name}/put",
        data_file=f"{shown.name}.yaml",
    )  # fmt: skip


def _field(name: str, value: str, why: str, *, required: bool) -> Html:
    control = element(
        "input", type="text", id=name, name=name, value=value, required=required,
        autocomplete="off", aria_describedby=f"{name}-why",
    )  # fmt: skip
    waits = paragraph(say("not-saved-yet", why=why), class_="wrong") if why else NOTHING
    if name.startswith("colours."):
        control = element("div", control, _chooser(name, value), class_="colour")
    return around(name, _called(name), control, waits)


def _chooser(name: str, value: str) -> Html:
    """The browser's own way to choose a colour, which types it; without scripts it stays hidden."""
    return element(
        "input", type="color", value=colour(value) or "#000000", hidden=True, data_types=name,
        aria_label=say("choose-colour", what=_called(name)),
    )  # fmt: skip


def _contrast(judged: tuple[Judged, ...]) -> Html:
    """What the colours are on white, as sentences (WCAG 1.4.3, 1.4.6, 1.4.11)."""
    items = [
        element("li", escape(sentence(one)), class_="" if fine(one) else "wrong") for one in judged
    ]
    return element("div", element("ul", *items, id="contrast"), role="status")


def fine(one: Judged) -> bool:
    """Whether nobody need act: what only decorates may be pale."""
    return one.passes or one.use == ORNAMENTS


def sentence(one: Judged) -> str:
    """One use of a colour, with the number and what it means."""
    measured = say(
        f"contrast-{one.use}",
        colour=one.colour,
        ratio=f"{one.ratio:.1f}",
        needs=f"{one.needs:g}",
    )
    if one.passes:
        return f"{measured} {say('contrast-enough')}"
    if one.use == ORNAMENTS:
        return f"{measured} {say('contrast-ornaments-pale')}"
    return f"{measured} {say('contrast-too-little', nearest=one.nearest)}"


# ---- the logo and the covers -------------------------------------------------------------------


def _logo(shown: Shown) -> Html:
    base = f"{BASE}/{shown.name}"
    logo = shown.brand.logo if shown.brand else None
    image = (
        element("p", element("img", src=f"{base}/logo", alt=logo.alt, class_="logo"))
        if logo
        else paragraph(say("no-logo"), class_="quiet")
    )
    remove = (
        form(f"{base}/logo-out", button(say("logo-out"), class_="quiet-button"))
        if logo or shown.fields.get("logo.file")
        else NOTHING
    )
    bring = form(
        f"{base}/logo",
        element("label", escape(say("logo-file")), for_="logo-file"),
        paragraph(say("logo-how"), class_="quiet", id="logo-how"),
        element(
            "input", type="file", id="logo-file", name="file", required=True,
            accept=TAKEN,
            aria_describedby="logo-how",
        ),
        element("label", escape(say("logo-words")), for_="logo-alt"),
        element("input", type="text", id="logo-alt", name="alt", required=True,
                value=shown.fields.get("logo.alt", "") or shown.fields.get("publisher", "")),
        button(say("take-logo")),
        enctype="multipart/form-data",
    )  # fmt: skip
    return element(
        "section", heading(2, say("logo"), id="logo"), image, bring, remove, aria_labelledby="logo"
    )


def _covers(shown: Shown, editions: tuple[tuple[str, str], ...], document: str) -> Html:
    if not editions:
        return element("div", paragraph(say("no-cover"), class_="quiet"))
    frames = [
        element(
            "figure",
            element("figcaption", escape(title)),
            element(
                "iframe",
                src=f"{BASE}/{shown.name}/cover/{name}?document={document}",
                title=say("cover-of", edition=title),
                sandbox=True,
                data_cover=f"{BASE}/{shown.name}/cover/{name}?document={document}",
            ),
            class_="preview",
        )
        for name, title in editions
    ]
    return element(
        "section", *frames, class_="previews covers", aria_label=say("covers"), tabindex="0"
    )

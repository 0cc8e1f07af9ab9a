"""Brands: how a publisher looks and can be reached, contrast in numbers, and covers beside it."""

from __future__ import annotations

from collections.abc import Mapping

from exporter.diagnostics import Diagnostic
from exporter.studio.deliver.brand_desk import Shown
from exporter.studio.deliver.brand_text import COLOURS, LINES, Contact
from exporter.studio.deliver.contrast import ORNAMENTS, Judged
from exporter.studio.pages import making
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
from exporter.studio.saying import say
from exporter.web_page.markup import NOTHING, Html, element, escape

BASE = "/brands"
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
        parts += [tools, _form(shown, judged, {**shown.fields, **(typed or {})}, typed)]
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
    items = [element("li", escape(f"{one.message} {one.hint}".strip())) for one in faults]
    return element("ul", *items, class_="notice wrong")


def _make_own(shown: Shown) -> Html:
    return element(
        "div",
        paragraph(say("brand-not-own")),
        form(f"{BASE}/{shown.name}/own", button(say("make-own"))),
        class_="card",
    )


# ---- fields ------------------------------------------------------------------------------------


def _form(
    shown: Shown,
    judged: tuple[Judged, ...],
    values: Mapping[str, str],
    typed: Mapping[str, str] | None,
) -> Html:
    colours = [_field(f"colours.{one}", say(f"brand-{one}"), values) for one in COLOURS]
    contacts = [_contact(one, typed or {}) for one in shown.contacts]
    return form(
        f"{BASE}/{shown.name}/save",
        _field("publisher", say("brand-publisher"), values, required=True),
        element("fieldset", element("legend", escape(say("brand-colours"))), *colours,
                _contrast(judged)),
        element("fieldset", element("legend", escape(say("brand-contacts"))), *contacts),
        *(_field(one, say(f"brand-{one}"), values) for one in LINES[1:]),
        button(say("keep-brand")),
        data_live=f"{BASE}/contrast",
    )  # fmt: skip


def _field(name: str, words: str, values: Mapping[str, str], *, required: bool = False) -> Html:
    control = element(
        "input", type="text", id=name, name=name, value=values.get(name, ""), required=required,
        autocomplete="off",
    )  # fmt: skip
    label = element("label", escape(words), for_=name)
    return element("div", label, control, class_="field")


def _contact(one: Contact, typed: Mapping[str, str]) -> Html:
    return _field(one.name, say(f"contact-{one.kind}"), {one.name: typed.get(one.name, one.words)})


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
            accept=".svg,.png,.jpg,.jpeg,image/svg+xml,image/png,image/jpeg",
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

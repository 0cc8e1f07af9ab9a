"""What the program found: what is wrong in the words of `check`, what to do in those of the studio,
and the way to its place."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath

from exporter.diagnostics import Diagnostic, Place, Severity
from exporter.studio.advice import advice, names_in
from exporter.studio.fixing import like
from exporter.studio.naming import NAME
from exporter.studio.pages.frame import (
    NO_WORDS,
    Said,
    button,
    form,
    heading,
    hidden,
    link,
    page,
    paragraph,
    told,
    way_of,
)
from exporter.studio.saying import count, say
from exporter.studio.view import View
from exporter.web_page.markup import NOTHING, Html, element, escape

NONE: Mapping[Diagnostic, str] = {}
_KINDS = {
    Severity.MUST_FIX: "must-fix",
    Severity.PLEASE_ANSWER: "please-answer",
    Severity.FOR_INFORMATION: "for-information",
    Severity.PERSON_DECIDES: "person-decides",
}


def findings(
    view: View,
    found: tuple[Diagnostic, ...],
    by_hand: tuple[str, ...],
    said: Said = NO_WORDS,
    fixable: frozenset[Diagnostic] = frozenset(),
) -> str:
    """The page with everything that was found in a document, the most important first.

    `fixable` are those whose words stand in the source, and that know what to write instead.
    """
    title = say("findings-of", title=view.title)
    parts = [heading(1, title), told(said)]
    parts.append(paragraph(count("found", len(found))))
    for severity, key in _KINDS.items():
        own = [one for one in found if one.severity is severity]
        if own:
            items = [element("li", finding(one, view, True, fixable=one in fixable)) for one in own]
            parts += [heading(2, say(key)), element("ul", *items, class_="findings")]
    parts.append(heading(2, say("by-hand")))
    parts.append(element("ul", *(element("li", escape(one)) for one in by_hand)))
    return page(title, *parts, way=way_of(view))


def fault_list(view: View, unused: Mapping[Diagnostic, str] = NONE) -> Html:
    """Why a document cannot be read as it is; nothing where it can.

    `unused` are the fields that can be taken out, by what was found about them.
    """
    items = [
        element("li", finding(one, view, False), _take_out(one, view.name, unused.get(one, "")))
        for one in view.faults
    ]
    if not items:
        return NOTHING
    return element(
        "section",
        heading(2, say("faults"), id="faults"),
        element("ul", *items, class_="findings"),
        aria_labelledby="faults",
    )


def _take_out(one: Diagnostic, name: str, field: str) -> Html:
    if not field:
        return NOTHING
    parts = (hidden("file", file_of(one)), hidden("field", field))
    return form(f"/d/{name}/take-out", *parts, button(say("take-out"), class_="quiet-button"))


def finding(
    one: Diagnostic, view: View, answering: bool, *, fixable: bool = False, here: str = ""
) -> Html:
    """One finding: what is wrong, where, what to do; and what can be done here.

    `here` is the address of its place, where it is told there: no way need lead to it.
    """
    kind, name = _KINDS[one.severity], view.name
    lines = [paragraph(one.message)]
    to_do = advice(one, names_in(view.loaded, one.code))
    lines += [paragraph(words, class_="quiet") for words in to_do.words]
    if to_do.by_hand and one.suggestion and "\n" in one.suggestion:
        lines.append(element("pre", escape(one.suggestion)))
    there = _source(one, name) if to_do.by_hand else way(one.place, name)
    if there and (to_do.by_hand or not here):
        lines.append(element("p", there))
    if fixable:
        lines.append(_fix(one, name, here or f"/d/{name}/findings"))
    if answering and one.severity is Severity.PLEASE_ANSWER and file_of(one):
        lines.append(_answer(one, name, here))
    return element("div", *lines, class_=f"finding {kind}")


def file_of(one: Diagnostic) -> str:
    """The name of the file in its document: sections/start.yaml; empty for another."""
    return _file_at(one.place)


def _file_at(place: Place) -> str:
    parts = PurePath(place.file).parts
    if parts[-1:] == ("document.yaml",):
        return "document.yaml"
    return "/".join(parts[-2:]) if parts[-2:-1] == ("sections",) else ""


def way(place: Place, name: str) -> Html:
    """The way to the page on which a line of a document can be changed; nothing without one."""
    file = _file_at(place)
    if file == "document.yaml":
        return link(f"/d/{name}/about?line={place.line}", say("go-there"))
    brand = PurePath(place.file)
    if brand.parent.name == "brands" and NAME.fullmatch(brand.stem):
        return link(f"/brands/{brand.stem}", say("go-there"))
    if not file:
        return NOTHING
    section = PurePath(file).stem
    return link(f"/d/{name}/s/{section}?line={place.line}", say("go-there"))


def _source(one: Diagnostic, name: str) -> Html:
    """The way to the file itself; else to the page of its place."""
    file = file_of(one)
    if file == "document.yaml":
        return link(f"/d/{name}/source", say("open-source"))
    if file:
        return link(f"/d/{name}/s/{PurePath(file).stem}/source", say("open-source"))
    return way(one.place, name)


def _fix(one: Diagnostic, name: str, then: str) -> Html:
    """What the finding would write, at the press of a button."""
    instead = like(one.words, one.suggestion)
    return form(
        f"/d/{name}/fix",
        hidden("file", file_of(one)),
        hidden("line", str(one.place.line)),
        hidden("words", one.words),
        hidden("instead", instead),
        hidden("back", then),
        button(say("fix", words=one.words, instead=instead), class_="quiet-button"),
    )


def _answer(one: Diagnostic, name: str, then: str) -> Html:
    """The form in which an author says why it is right as it is."""
    file = file_of(one)
    field = f"because-{one.code}-{PurePath(file).stem}-{one.place.line}-{one.place.column}"
    return element(
        "details",
        element("summary", escape(say("it-is-right"))),
        form(
            f"/d/{name}/accept",
            hidden("file", file),
            hidden("rule", one.code),
            hidden("back", then) if then else NOTHING,
            element("label", escape(say("because")), for_=field),
            element("input", type="text", id=field, name="because", required=True),
            button(say("keep-answer")),
            class_="row-form",
        ),
    )

"""Findings where they are: beside the field in which their line stands.

After the error summary of public design systems: each line of the list leads to its field, and each
field back to the list. The words are those of `check`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from exporter.diagnostics import Diagnostic, Severity
from exporter.saving import NotSaved
from exporter.studio.fixing import knows
from exporter.studio.forms import field_at
from exporter.studio.pages.findings import file_of, finding
from exporter.studio.pages.frame import link, paragraph
from exporter.studio.saying import count, say
from exporter.studio.view import View
from exporter.web_page.markup import NOTHING, Html, element, escape, join

LIST = "found"
"""The id of the list."""
_MOST_OPEN = 2
"""So many findings of a field are open; more are folded up, for the field is what is worked on."""


def placed(view: View, file: str) -> dict[str, tuple[Diagnostic, ...]]:
    """What was found in a file, by the field in which its line stands."""
    found: dict[str, list[Diagnostic]] = defaultdict(list)
    for one in view.found or ():
        if one.severity is not Severity.PERSON_DECIDES and file_of(one) == file:
            found[_field(view, file, one)].append(one)
    return {field: tuple(every) for field, every in found.items()}


def _field(view: View, file: str, one: Diagnostic) -> str:
    try:
        return field_at(view.texts.get(file, ""), one.place.line)
    except NotSaved:
        return ""


def beside(view: View, field: str, found: tuple[Diagnostic, ...], here: str) -> Html:
    """What was found in a field, below it; `here` is the address of its page."""
    told = _listed([_finding(view, one, f"{here}#{field}") for one in found], "findings")
    if len(found) > _MOST_OPEN:
        told = element("details", element("summary", escape(count("found", len(found)))), told)
    back = element("p", link(f"#{LIST}", say("back-to-list")), class_="quiet") if found else NOTHING
    return element("div", told, back, id=f"{field}-found", class_="found")


def _listed(items: list[Html], kind: str = "") -> Html:
    """Things below one another; one alone is no list."""
    if len(items) < 2:
        return join(*items)
    return element("ul", *(element("li", one) for one in items), class_=kind)


def _finding(view: View, one: Diagnostic, here: str) -> Html:
    fixable = knows(view.texts.get(file_of(one), ""), one)
    return finding(one, view, True, fixable=fixable, here=here)


def summary(view: View, found: Mapping[str, tuple[Diagnostic, ...]], body: Html, here: str) -> Html:
    """All that was found on a page, at its head; a line whose field the page shows leads there.

    Empty, and marked as not known yet, while nobody has looked; who has no script can ask for it.
    """
    lines = []
    for field, every in found.items():
        there = field and f'id="{field}"' in body
        for one in every:
            shown = (
                element("p", link(f"#{field}", one.message)) if there else _finding(view, one, here)
            )
            lines.append(shown)
    told = (paragraph(count("found-here", len(lines))), _listed(lines)) if lines else ()
    look = element("p", link(f"{here}?findings=now", say("look-here")))
    asks = element("noscript", look) if view.found is None else NOTHING
    summed = element(
        "div",
        *told,
        id=LIST,
        class_="notice" if lines else "",
        role="group",
        aria_label=say("look-at-findings"),
        tabindex="-1",
        hidden=not lines,
        data_not_known=view.found is None,
    )
    return join(asks, summed)

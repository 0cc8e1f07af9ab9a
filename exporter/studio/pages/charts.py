"""Charts as what they are made of, and films with what is said of them."""

from __future__ import annotations

from exporter.authored import values
from exporter.studio.forms import Film, Part, as_name
from exporter.studio.grids.grid import Chart
from exporter.studio.grids.kinds import kinds_for
from exporter.studio.pages.field import Fields, Shown
from exporter.studio.pages.frame import button, form, heading, hidden, link, paragraph
from exporter.studio.pages.grid import grid
from exporter.studio.saying import say
from exporter.web_page.markup import NOTHING, Html, element, escape, join


def chart(fields: Fields, shown: Chart, level: int, here: str) -> Html:
    """A chart: its kind, what is said of it, its numbers. `here` is the address of the page."""
    name, title = as_name(shown.grid.path), say("chart-named", name=shown.grid.name)
    lines = [fields.line(path, say(f"chart-{key}"), words) for path, key, words in shown.lines]
    return element(
        "div",
        heading(level, title, id=f"{name}.is"),
        paragraph(say("chart-how", name=shown.grid.name), class_="quiet"),
        _kind(fields, shown, here),
        *lines,
        grid(fields, shown.grid, say("chart-numbers", name=shown.grid.name)),
        class_="thing",
        role="group",
        aria_labelledby=f"{name}.is",
    )


def _kind(fields: Fields, shown: Chart, here: str) -> Html:
    """The kinds that can show the same numbers; each is a step of its own."""
    name, kinds = as_name(shown.grid.path), kinds_for(shown.grid)
    if len(kinds) < 2 or shown.grid.file:
        return NOTHING
    return form(
        f"/d/{fields.view.name}/chart-kind",
        hidden("file", fields.file),
        hidden("chart", name),
        hidden("back", here),
        element("label", escape(say("chart-kind")), for_=f"{name}.to"),
        element("select", *map(_kind_option, kinds), id=f"{name}.to", name="kind"),
        button(say("change-chart-kind"), class_="quiet-button"),
        class_="row-form",
    )


def _kind_option(kind: str) -> Html:
    return element("option", escape(say(f"chart-kind-{kind}")), value=kind)


def new_chart(fields: Fields, field: str, kinds: tuple[str, ...]) -> Html:
    """The button that begins a chart below the paragraph in which somebody writes."""
    return form(
        f"/d/{fields.view.name}/chart",
        hidden("file", fields.file),
        hidden("field", field),
        hidden("at", ""),
        element(
            "select", *map(_kind_option, kinds), name="kind", aria_label=say("chart-kind"),
            id=f"{field}.kind",
        ),
        button(say("tool-chart")),
        class_="inline",
        data_at=field,
    )  # fmt: skip


# ---- films and recordings ----------------------------------------------------------------------


def film(fields: Fields, shown: Film, level: int, pictures: tuple[Shown, ...]) -> Html:
    """A film or a recording, and for whom it is."""
    name, said = as_name(shown.path), shown.said

    def line(key: str) -> Html:
        return fields.line((*shown.path, key), say(f"film-{key}"), said[key])

    def choice(key: str, *known: str) -> Html:
        options = tuple((_typed(key, said[key], one), say(f"film-{key}-{one}")) for one in known)
        return fields.choice((*shown.path, key), say(f"film-{key}"), said[key], options)

    return element(
        "div",
        heading(level, say("film-named", name=shown.name), id=f"{name}.is"),
        paragraph(say("film-how", name=shown.name), class_="quiet"),
        line("title"),
        line("link"),
        choice("kind", "video", "audio", "webinar"),
        line("minutes"),
        choice("captions", *(() if said["captions"] else ("unsaid",)), "yes", "no"),
        choice("signed", "no", "yes", "bsl", "isl"),
        choice("described", "no", "yes"),
        line("transcript"),
        fields.picture((*shown.path, "picture"), say("field-picture"), said["picture"], pictures),
        class_="thing",
        role="group",
        aria_labelledby=f"{name}.is",
    )  # fmt: skip


def _typed(key: str, now: str, value: str) -> str:
    """How a choice is typed: as it stands there, where it means the same (true and yes).

    Nothing means no, but of captions, of which it means that nobody has looked.
    """
    if value == "unsaid" or (not now and value == "no" and key != "captions"):
        return ""
    wanted = values.yes_no(value)
    return now if wanted is not None and values.yes_no(now) == wanted else value


def new_film(fields: Fields, part: Part) -> Html:
    """How a film comes into a part: its address first."""
    name = as_name((*part.path, "media"))
    asked = (
        join(
            element("label", escape(say(f"film-{key}")), for_=f"{name}-{key}"),
            element("input", type="text", id=f"{name}-{key}", name=key, required=key == "link"),
        )
        for key in ("link", "title")
    )
    return _in_text(fields, part, "film", *asked, button(say("add-film")))


def new_figure(fields: Fields, part: Part, pictures: tuple[Shown, ...]) -> Html:
    """How a picture of the document comes into a text, with the words below it."""
    name = as_name((*part.path, "figure"))
    options = (element("option", escape(one.alt or one.name), value=one.name) for one in pictures)
    another = element("p", link(f"/d/{fields.view.name}/find", say("find-picture")))
    if not pictures:
        return another
    return _in_text(
        fields,
        part,
        "figure",
        element("label", escape(say("field-picture")), for_=f"{name}-picture"),
        element("select", *options, id=f"{name}-picture", name="picture"),
        element("label", escape(say("figure-caption")), for_=f"{name}-caption"),
        element("input", type="text", id=f"{name}-caption", name="caption"),
        button(say("add-figure")),
        another,
    )


def _in_text(fields: Fields, part: Part, what: str, *asked: Html) -> Html:
    """A form for what comes below the paragraph in which somebody writes; else at the end."""
    field = as_name((*part.path, "body"))
    return element(
        "details",
        element("summary", escape(say(f"tool-{what}"))),
        form(
            f"/d/{fields.view.name}/{what}",
            hidden("file", fields.file),
            hidden("field", field),
            hidden("at", ""),
            paragraph(say("comes-below"), class_="quiet"),
            *asked,
            data_at=field,
        ),
    )

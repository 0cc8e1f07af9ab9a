"""The addresses at which pictures are searched for, taken, and brought in."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import assert_never

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from exporter.diagnostics import SourceError
from exporter.load.pictures import LARGEST_RASTER
from exporter.pictures.searching import search
from exporter.saving import NotSaved
from exporter.studio.answering import fields_of, form_of, html, nothing, page, path_of, with_words
from exporter.studio.changes import value_at
from exporter.studio.desk import Desk
from exporter.studio.fields import Fields
from exporter.studio.forms import as_path
from exporter.studio.naming import section_of
from exporter.studio.pages import finding
from exporter.studio.pages.finding import Place
from exporter.studio.pictures.offering import offered
from exporter.studio.pictures.taking import Taken, Wanted, bring_in, take
from exporter.studio.saying import say
from exporter.studio.view import Unknown
from exporter.studio.wrapping import unwrapped

_MOST_WORDS = 200
_FIELD = re.compile(r"(?:[a-z_]+\.\d{1,4}\.)*picture")


def routes(desk: Desk) -> list[Route]:
    """The addresses of this room."""
    return [
        Route("/d/{name}/find", page(desk, _find)),
        Route("/d/{name}/take-picture", _take(desk), methods=["POST"]),
        Route("/d/{name}/bring-picture", _bring_in(desk), methods=["POST"]),
    ]


def _find(desk: Desk, asked: Fields) -> str:
    view = desk.view(asked["name"])
    place = _place(asked)
    row = _row(desk, view.name, place)
    words = " ".join(asked.get("words", "").split())[:_MOST_WORDS]
    said, shown = asked.get("said", ""), None
    if words:
        try:
            found = search(words, styles=desk.styles)
            shown = tuple(one for one in map(offered, found) if one)
        except SourceError as error:
            said = error.findings[0].message
    return finding.finding(view, place, row, words, shown, said)


def _place(asked: Fields) -> Place:
    """Where the picture is wanted. What is no field for a picture is the document."""
    name, file, field = asked["name"], asked.get("file", ""), asked.get("field", "")
    section = section_of(file)
    if not section or not _FIELD.fullmatch(field):
        return Place("", "", f"/d/{name}/pictures")
    return Place(file, field, f"/d/{name}/s/{section}#{field.removesuffix('.picture')}")


def _row(desk: Desk, name: str, place: Place) -> str:
    """The words of the row that is to have a picture."""
    if not place.file or not place.field.endswith(".picture"):
        return ""
    words = place.field.removesuffix("picture") + "text"
    try:
        return unwrapped(value_at(desk.text(name, place.file), as_path(words)))
    except NotSaved:
        return ""


def _take(desk: Desk) -> Callable[[Request], object]:
    async def answer(request: Request) -> Response:
        asked = {**await fields_of(request), **path_of(request)}
        words, key = asked.get("words", "")[:_MOST_WORDS], asked.get("key", "")
        act = partial(take, desk, asked["name"], words, key, _wanted(asked))
        return await _done(desk, asked, act)

    return answer


def _bring_in(desk: Desk) -> Callable[[Request], object]:
    async def answer(request: Request) -> Response:
        async with form_of(request) as sent:
            asked = {key: value for key, value in sent.items() if isinstance(value, str)}
            chosen = next((one for one in sent.values() if isinstance(one, UploadFile)), None)
            data = await chosen.read(LARGEST_RASTER + 1) if chosen else b""
            called = chosen.filename if chosen else ""
        asked |= path_of(request)
        act = partial(bring_in, desk, asked["name"], called or "", data, _wanted(asked))
        return await _done(desk, asked, act)

    return answer


def _wanted(asked: Fields) -> Wanted:
    place = _place(asked)
    decorative = asked.get("decorative") == "yes"
    return Wanted(place.file, place.field, asked.get("alt", "")[:2000], decorative)


async def _done(desk: Desk, asked: Fields, act: Callable[[], Taken]) -> Response:
    """Back to the row; or the same page again, with the reason why not."""
    place = _place(asked)
    try:
        taken = await run_in_threadpool(act)
    except Unknown:
        return nothing(None, None)
    except (NotSaved, ValueError, OSError) as error:
        again = {**asked, "said": str(error)}
        return html(await run_in_threadpool(_find, desk, again), 400)
    return RedirectResponse(with_words(place.back, _said_of(taken)), 303)


def _said_of(taken: Taken) -> str:
    match taken.first_of:
        case "frames":
            return say("picture-taken-frames", name=taken.name)
        case "pages":
            return say("picture-taken-pages", name=taken.name)
        case "":
            return say("picture-taken", name=taken.name)
        case _:
            assert_never(taken.first_of)

"""Which address is answered by what. Each answer is a page, a file, or the way to another page."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from exporter.saving import NotSaved
from exporter.studio import actions, keeping, looking, sealed, translated, word
from exporter.studio.answering import (
    Misread,
    action,
    fields_of,
    file,
    form_of,
    html,
    misread,
    nothing,
    page,
    path_of,
    with_words,
)
from exporter.studio.deliver import brands, files, partners
from exporter.studio.deliver.runs import Runs
from exporter.studio.desk import Desk
from exporter.studio.fields import Fields, back
from exporter.studio.guard import Guard
from exporter.studio.pictures import routes as pictures
from exporter.studio.saying import say
from exporter.studio.view import Conflict, Unknown

STATIC = Path(__file__).parent / "static"


def application(desk: Desk, *, key: str, port: int) -> Guard:
    """The studio of one folder, behind its guard. `key` is what the browser has to know."""
    faults = {404: nothing, 405: nothing, Misread: misread, Exception: _broken}
    app = Starlette(routes=routes_of(desk), exception_handlers=faults)
    return Guard(app, key=key, port=port)


def routes_of(desk: Desk) -> list[BaseRoute]:
    """Every address of the studio."""
    runs = Runs()
    return [
        Route("/", page(desk, looking.documents)),
        Route("/d/{name}", page(desk, looking.document)),
        Route("/d/{name}/findings", page(desk, looking.findings)),
        Route("/d/{name}/pictures", page(desk, looking.pictures)),
        Route("/d/{name}/s/{section}", page(desk, looking.section)),
        Route("/d/{name}/s/{section}/source", page(desk, looking.source)),
        Route("/d/{name}/about", page(desk, looking.about)),
        Route("/d/{name}/languages", page(desk, translated.languages)),
        Route("/d/{name}/glossary", page(desk, looking.glossary)),
        Route("/d/{name}/source", page(desk, looking.source), methods=["GET"]),
        Route("/d/{name}/preview/{edition}", file(desk, sealed.preview)),
        Route("/d/{name}/shown", file(desk, sealed.shown)),
        Route("/made/{made}", file(desk, sealed.made)),
        Route("/d/{name}/picture/{picture}", file(desk, sealed.picture)),
        Route("/d/{name}/people", page(desk, looking.people)),
        Route("/d/{name}/back", page(desk, looking.back)),
        Route("/d/{name}/came-back", _came_back(desk), methods=["POST"]),
        Route("/d/{name}/put", _put(desk), methods=["POST"]),
        *(
            Route(f"/d/{{name}}/{what}", action(desk, act, _back_from(what)), methods=["POST"])
            for what, act in actions.ACTIONS.items()
        ),
        Route("/import", _bring_in(desk), methods=["POST"]),
        Route("/d/{name}/imported", page(desk, looking.imported)),
        Route("/new", action(desk, keeping.begun), methods=["POST"]),
        Route("/bring-back", action(desk, keeping.back), methods=["POST"]),
        Route("/d/{name}/copy", action(desk, keeping.copied), methods=["POST"]),
        Route("/d/{name}/put-away", action(desk, keeping.away), methods=["POST"]),
        *files.routes(desk, runs),
        *partners.routes(desk, runs),
        *brands.routes(desk),
        *pictures.routes(desk),
        Mount("/static", StaticFiles(directory=STATIC)),
    ]


def _back_from(what: str) -> Callable[[Fields], str]:
    return partial(back, page=actions.PAGES.get(what, ""))


def _came_back(desk: Desk) -> Callable[[Request], object]:
    """A Word file that a partner sent back."""

    async def answer(request: Request) -> Response:
        async with form_of(request) as sent:
            file = sent.get("file")
            data = await file.read() if isinstance(file, UploadFile) else b""
        try:
            there, said = await run_in_threadpool(word.came_back, desk, path_of(request), data)
        except Unknown:
            return nothing(request, None)
        return RedirectResponse(with_words(there, said), 303)

    return answer


def _bring_in(desk: Desk) -> Callable[[Request], object]:
    """Somebody's file becomes a document. It is kept aside only while it is read."""

    async def answer(request: Request) -> Response:
        async with form_of(request) as sent:
            file = sent.get("file")
            if not isinstance(file, UploadFile) or not file.filename:
                return RedirectResponse(with_words("/", say("something-missing"), wrong=True), 303)
            data, called = await file.read(), file.filename
        try:
            there, said = await run_in_threadpool(word.bring_in, desk, called, data)
        except ValueError as error:
            return RedirectResponse(with_words("/", str(error), wrong=True), 303)
        return RedirectResponse(with_words(there, said), 303)

    return answer


def _put(desk: Desk) -> Callable[[Request], object]:
    """One field. A script gets JSON, a form the page again."""

    async def answer(request: Request) -> Response:
        asked = {**await fields_of(request), **path_of(request)}
        wants_json = "application/json" in request.headers.get("accept", "")
        try:
            told = await run_in_threadpool(actions.put, desk, asked)
        except Unknown:
            return nothing(request, None)
        except Conflict as error:
            told = error.told
        except (NotSaved, ValueError) as error:
            return JSONResponse({"saved": False, "why": str(error)}, 400)
        if wants_json:
            return JSONResponse(told)
        return RedirectResponse(with_words(back(asked), str(told.get("why", ""))), 303)

    return answer


def _broken(request: Request, error: Exception) -> Response:
    return html(looking.broken(), 500)

"""Which address is answered by what. Each answer is a page, a file, or the way to another page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlencode

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from exporter.saving import NotSaved
from exporter.studio import actions, looking
from exporter.studio.desk import Conflict, Desk, Unknown
from exporter.studio.fields import Fields
from exporter.studio.guard import Guard
from exporter.studio.saying import say

STATIC = Path(__file__).parent / "static"
_MOST_FIELDS = 40


def application(desk: Desk, *, key: str, port: int) -> Guard:
    """The studio of one folder, behind its guard. `key` is what the browser has to know."""
    routes = [
        Route("/", _page(desk, looking.documents)),
        Route("/d/{name}", _page(desk, looking.document)),
        Route("/d/{name}/findings", _page(desk, looking.findings)),
        Route("/d/{name}/pictures", _page(desk, looking.pictures)),
        Route("/d/{name}/files", _page(desk, looking.files)),
        Route("/d/{name}/s/{section}", _page(desk, looking.section)),
        Route("/d/{name}/s/{section}/source", _page(desk, looking.source)),
        Route("/d/{name}/preview/{edition}", _file(desk, looking.preview)),
        Route("/d/{name}/picture/{picture}", _file(desk, looking.picture)),
        Route("/d/{name}/file/{file}", _file(desk, looking.built_file)),
        Route("/d/{name}/people", _page(desk, looking.people)),
        Route("/d/{name}/back", _page(desk, looking.back)),
        Route("/d/{name}/came-back", _came_back(desk), methods=["POST"]),
        Route("/d/{name}/put", _put(desk), methods=["POST"]),
        *(
            Route(f"/d/{{name}}/{what}", _action(desk, act), methods=["POST"])
            for what, act in actions.ACTIONS.items()
        ),
        Route("/import", _bring_in(desk), methods=["POST"]),
        Route("/d/{name}/imported", _page(desk, looking.imported)),
        Route("/new", _action(desk, actions.new_document), methods=["POST"]),
        Mount("/static", StaticFiles(directory=STATIC)),
    ]
    app = Starlette(routes=routes, exception_handlers={404: _nothing, Exception: _broken})
    return Guard(app, key=key, port=port)


def _page(desk: Desk, look: Callable[[Desk, Fields], str]) -> Callable[[Request], object]:
    async def answer(request: Request) -> Response:
        asked = {**dict(request.query_params), **_path(request)}
        try:
            return HTMLResponse(await run_in_threadpool(look, desk, asked))
        except Unknown:
            return _nothing(request, None)

    return answer


def _file(
    desk: Desk, look: Callable[[Desk, Fields], tuple[bytes, str, Fields]]
) -> Callable[[Request], object]:
    """An answer of bytes, their kind, and headers of their own."""

    async def answer(request: Request) -> Response:
        asked = {**dict(request.query_params), **_path(request)}
        try:
            data, kind, headers = await run_in_threadpool(look, desk, asked)
        except Unknown:
            return _nothing(request, None)
        return Response(data, media_type=kind, headers=headers)

    return answer


def _action(
    desk: Desk, act: Callable[[Desk, Fields], tuple[str, str]]
) -> Callable[[Request], object]:
    """Do something, then show the page to which it leads, with a sentence about it."""

    async def answer(request: Request) -> Response:
        asked = {**await _fields(request), **_path(request)}
        try:
            there, said = await run_in_threadpool(act, desk, asked)
        except Unknown:
            return _nothing(request, None)
        except (NotSaved, ValueError) as error:
            there, said = actions.back(asked), str(error)
        return RedirectResponse(_with_words(there, said), 303)

    return answer


def _came_back(desk: Desk) -> Callable[[Request], object]:
    """A Word file that a partner sent back."""

    async def answer(request: Request) -> Response:
        async with request.form(max_files=1, max_fields=3) as sent:
            file = sent.get("file")
            data = await file.read() if isinstance(file, UploadFile) else b""
        try:
            there, said = await run_in_threadpool(actions.came_back, desk, _path(request), data)
        except Unknown:
            return _nothing(request, None)
        return RedirectResponse(_with_words(there, said), 303)

    return answer


def _bring_in(desk: Desk) -> Callable[[Request], object]:
    """Somebody's file becomes a document. It is kept aside only while it is read."""

    async def answer(request: Request) -> Response:
        async with request.form(max_files=1, max_fields=3) as sent:
            file = sent.get("file")
            if not isinstance(file, UploadFile) or not file.filename:
                return RedirectResponse(_with_words("/", say("something-missing")), 303)
            data, called = await file.read(), file.filename
        there, said = await run_in_threadpool(actions.bring_in, desk, called, data)
        return RedirectResponse(_with_words(there, said), 303)

    return answer


def _put(desk: Desk) -> Callable[[Request], object]:
    """One field. A script gets JSON, a form the page again."""

    async def answer(request: Request) -> Response:
        asked = {**await _fields(request), **_path(request)}
        wants_json = "application/json" in request.headers.get("accept", "")
        try:
            told = await run_in_threadpool(actions.put, desk, asked)
        except Unknown:
            return _nothing(request, None)
        except Conflict as error:
            told = {"saved": False, "why": say("conflict"), "now": error.now}
        except ValueError as error:
            return JSONResponse({"saved": False, "why": str(error)}, 400)
        if wants_json:
            return JSONResponse(told)
        return RedirectResponse(_with_words(actions.back(asked), str(told.get("why", ""))), 303)

    return answer


def _path(request: Request) -> Fields:
    return {key: str(value) for key, value in request.path_params.items()}


async def _fields(request: Request) -> Fields:
    """What a form says; of a file that was sent only its name."""
    async with request.form(max_files=1, max_fields=_MOST_FIELDS, max_part_size=4_000_000) as sent:
        return {
            key: value.filename or "" if isinstance(value, UploadFile) else value
            for key, value in sent.items()
        }


def _with_words(address: str, said: str) -> str:
    """An address of the studio that shows a sentence when it is opened."""
    if not said:
        return address
    before, sign, anchor = address.partition("#")
    joint = "&" if "?" in before else "?"
    return f"{before}{joint}{urlencode({'said': said[:500]})}{sign}{anchor}"


def _nothing(request: Request, _: object) -> Response:
    return HTMLResponse(looking.nothing(), 404)


def _broken(request: Request, error: Exception) -> Response:
    return HTMLResponse(looking.broken(), 500)

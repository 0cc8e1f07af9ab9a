"""How a request becomes an answer: the desk is asked, in a thread, and what it says is shown."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from exporter.saving import NotSaved
from exporter.studio import actions, looking
from exporter.studio.desk import Desk, Unknown
from exporter.studio.fields import Fields

_MOST_FIELDS = 40


def page(desk: Desk, look: Callable[[Desk, Fields], str]) -> Callable[[Request], object]:
    async def answer(request: Request) -> Response:
        asked = {**dict(request.query_params), **path_of(request)}
        try:
            return HTMLResponse(await run_in_threadpool(look, desk, asked))
        except Unknown:
            return nothing(request, None)

    return answer


def file(
    desk: Desk, look: Callable[[Desk, Fields], tuple[bytes, str, Fields]]
) -> Callable[[Request], object]:
    """An answer of bytes, their kind, and headers of their own."""

    async def answer(request: Request) -> Response:
        asked = {**dict(request.query_params), **path_of(request)}
        try:
            data, kind, headers = await run_in_threadpool(look, desk, asked)
        except Unknown:
            return nothing(request, None)
        return Response(data, media_type=kind, headers=headers)

    return answer


def action(
    desk: Desk, act: Callable[[Desk, Fields], tuple[str, str]]
) -> Callable[[Request], object]:
    """Do something, then show the page to which it leads, with a sentence about it."""

    async def answer(request: Request) -> Response:
        asked = {**await fields_of(request), **path_of(request)}
        try:
            there, said = await run_in_threadpool(act, desk, asked)
        except Unknown:
            return nothing(request, None)
        except (NotSaved, ValueError) as error:
            there, said = actions.back(asked), str(error)
        return RedirectResponse(with_words(there, said), 303)

    return answer


def path_of(request: Request) -> Fields:
    return {key: str(value) for key, value in request.path_params.items()}


async def fields_of(request: Request) -> Fields:
    """What a form says; of a file that was sent only its name."""
    async with request.form(max_files=1, max_fields=_MOST_FIELDS, max_part_size=4_000_000) as sent:
        return {
            key: value.filename or "" if isinstance(value, UploadFile) else value
            for key, value in sent.items()
        }


def with_words(address: str, said: str) -> str:
    """An address of the studio that shows a sentence when it is opened."""
    if not said:
        return address
    before, sign, anchor = address.partition("#")
    joint = "&" if "?" in before else "?"
    return f"{before}{joint}{urlencode({'said': said[:500]})}{sign}{anchor}"


def nothing(request: Request, _: object) -> Response:
    return HTMLResponse(looking.nothing(), 404)

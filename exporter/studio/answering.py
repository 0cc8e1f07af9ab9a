"""How a request becomes an answer: the desk is asked, in a thread, and what it says is shown."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from urllib.parse import urlencode

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from exporter.saving import NotSaved
from exporter.studio import looking
from exporter.studio.desk import Desk
from exporter.studio.fields import Bytes, Done, Fields, back
from exporter.studio.saying import say
from exporter.studio.view import Unknown

_MOST_FIELDS = 2_000
"""Of one form: a Word file that came back may hold hundreds of changes, each with its own."""
_MOST_SENT = 4_000_000
"""Bytes of one field: more than any text that a file can hold."""

_CHARSET = re.compile(r"""charset\s*=\s*["']?([^\s"';]*)""", re.IGNORECASE)


class Misread(Exception):
    """What a browser sent is no form that a page of ours makes."""


def page(desk: Desk, look: Callable[[Desk, Fields], str]) -> Callable[[Request], object]:
    async def answer(request: Request) -> Response:
        asked = {**dict(request.query_params), **path_of(request)}
        try:
            return html(await run_in_threadpool(look, desk, asked))
        except Unknown:
            return nothing(request, None)
        except NotSaved as error:
            return html(looking.not_shown(str(error)), 409)

    return answer


def html(page: str, status: int = 200) -> Response:
    """A page. Halves of letters, as damaged files can hold them, are shown as a question mark."""
    return HTMLResponse(page.encode(errors="replace"), status)


def file(desk: Desk, look: Callable[[Desk, Fields], Bytes]) -> Callable[[Request], object]:
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
    desk: Desk,
    act: Callable[[Desk, Fields], Done],
    shown_then: Callable[[Fields], str] = back,
) -> Callable[[Request], object]:
    """Do something, then show the page to which it leads, with a sentence about it.

    Where it cannot be done, the page `shown_then` says why.
    """

    async def answer(request: Request) -> Response:
        asked = {**await fields_of(request), **path_of(request)}
        try:
            there, said = await run_in_threadpool(act, desk, asked)
        except Unknown:
            return nothing(request, None)
        except (NotSaved, ValueError) as error:
            return RedirectResponse(with_words(shown_then(asked), str(error), wrong=True), 303)
        return RedirectResponse(with_words(there, said), 303)

    return answer


def path_of(request: Request) -> Fields:
    return {key: str(value) for key, value in request.path_params.items()}


async def fields_of(request: Request) -> Fields:
    """What a form says; of a file that was sent only its name. Raises Misread."""
    async with form_of(request) as sent:
        return {
            key: value.filename or "" if isinstance(value, UploadFile) else value
            for key, value in sent.items()
        }


@asynccontextmanager
async def form_of(request: Request, most: int = _MOST_SENT) -> AsyncIterator[FormData]:
    """The form that was sent; `most` are the bytes of a field. Raises Misread where it is cut off.

    Our pages are in UTF-8 and so are their forms: no other way to spell letters is tried.
    """
    charset = _CHARSET.search(request.headers.get("content-type", ""))
    if charset and charset[1].lower() not in ("utf-8", "utf8"):
        raise Misread
    try:
        sent = await request.form(max_files=1, max_fields=_MOST_FIELDS, max_part_size=most)
        for key, value in sent.multi_items():
            called = value.filename or "" if isinstance(value, UploadFile) else value
            f"{key}{called}".encode()
    except (HTTPException, ClientDisconnect, LookupError, ValueError) as error:
        raise Misread from error
    try:
        yield sent
    finally:
        await request.close()


def with_words(address: str, said: str, *, wrong: bool = False) -> str:
    """An address of the studio that shows a sentence when it is opened: as a failure, if it is."""
    if not said:
        return address
    before, sign, anchor = address.partition("#")
    joint = "&" if "?" in before else "?"
    query = {"said": said[:500], **({"wrong": "yes"} if wrong else {})}
    return f"{before}{joint}{urlencode(query, errors='replace')}{sign}{anchor}"


def nothing(request: Request | None, _: object) -> Response:
    return html(looking.nothing(), 404)


def misread(request: Request, _: object) -> Response:
    return html(looking.not_shown(say("misread")), 400)

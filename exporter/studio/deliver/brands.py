"""The brand editor: fields that are kept by place, a logo that is looked at, covers that follow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from exporter.brand import Brand, DoesNotFit
from exporter.saving import NotSaved
from exporter.studio import previewing
from exporter.studio.answering import (
    action,
    fields_of,
    file,
    form_of,
    html,
    nothing,
    page,
    path_of,
    with_words,
)
from exporter.studio.deliver.brand_desk import BrandDesk, Shown
from exporter.studio.deliver.brand_typing import BrandTyping, Waiting
from exporter.studio.deliver.contrast import colour, judged
from exporter.studio.desk import Desk
from exporter.studio.fields import KINDS, Bytes, Fields
from exporter.studio.pages import brands
from exporter.studio.pages.brands import BASE
from exporter.studio.pages.frame import Said, said_in
from exporter.studio.previewing import called, for_everybody
from exporter.studio.saying import say
from exporter.studio.sealed import ASIDE, BESIDE
from exporter.studio.view import Conflict, Unknown, View
from exporter.styles.brands import LARGEST_LOGO


def routes(desk: Desk) -> list[Route]:
    """The addresses of brands."""
    own = BrandDesk(desk)
    typing = BrandTyping(own)
    return [
        Route(BASE, page(desk, partial(_brands, own))),
        Route(f"{BASE}/new", action(desk, partial(_new, own), lambda _: BASE), methods=["POST"]),
        Route(f"{BASE}/contrast", _contrast),
        Route(f"{BASE}/{{brand}}", page(desk, partial(_brand, own, typing))),
        Route(f"{BASE}/{{brand}}/logo", file(desk, partial(_picture, own)), methods=["GET"]),
        Route(f"{BASE}/{{brand}}/logo", _logo(desk, own), methods=["POST"]),
        Route(f"{BASE}/{{brand}}/save", _save(desk, own), methods=["POST"]),
        Route(f"{BASE}/{{brand}}/put", _put(typing), methods=["POST"]),
        Route(
            f"{BASE}/{{brand}}/forget",
            action(desk, partial(_forget, typing), _page),
            methods=["POST"],
        ),
        Route(f"{BASE}/{{brand}}/cover/{{edition}}", file(desk, partial(_cover, own))),
        *(
            Route(
                f"{BASE}/{{brand}}/{what}",
                action(desk, partial(_one, act), _page),
                methods=["POST"],
            )
            for what, act in {
                "own": own.make_own,
                "logo-out": own.remove_logo,
                "undo": lambda name: own.own(name).undo(),
                "redo": lambda name: own.own(name).redo(),
            }.items()
        ),
    ]


# ---- pages -------------------------------------------------------------------------------------


def _brands(own: BrandDesk, desk: Desk, asked: Fields) -> str:
    listed = tuple((one, own.publisher(one), own.is_own(one)) for one in own.names())
    return brands.brands(listed, said_in(asked))


def _brand(own: BrandDesk, typing: BrandTyping, desk: Desk, asked: Fields) -> str:
    shown = own.shown(asked["brand"])
    waiting = typing.waiting(shown.name) if shown.own else brands.NOTHING_WAITS
    return _shown(desk, shown, said_in(asked), waiting=waiting)


def _page(asked: Fields) -> str:
    return f"{BASE}/{asked['brand']}"


def _shown(
    desk: Desk,
    shown: Shown,
    said: Said,
    typed: Fields | None = None,
    waiting: Waiting = brands.NOTHING_WAITS,
) -> str:
    values = {**shown.fields, **{at: one.typed for at, one in waiting.placed.items()}}
    values |= typed or {}
    found = judged(values.get("colours.accent", ""), values.get("colours.second", ""))
    view = _example(desk)
    every = previewing.shown(view, for_everybody(desk.styles)) if view else ()
    listed = tuple((one.name, called(one, view)) for one in every) if view else ()
    document = view.name if view else ""
    return brands.brand(shown, found, listed, document, said, typed=typed, waiting=waiting)


def _example(desk: Desk) -> View | None:
    """The document whose covers are shown: the first that can be read."""
    views = (desk.view(name) for name in desk.names())
    return next((one for one in views if one.loaded), None)


async def _contrast(request: Request) -> Response:
    """What two colours are on white, for the script of the page."""
    asked = request.query_params
    found = judged(asked.get("accent", "")[:20], asked.get("second", "")[:20])
    lines = [{"words": brands.sentence(one), "fine": brands.fine(one)} for one in found]
    return JSONResponse({"lines": lines})


# ---- changes -----------------------------------------------------------------------------------


def _new(own: BrandDesk, desk: Desk, asked: Fields) -> tuple[str, str]:
    return f"{BASE}/{own.begin(asked.get('publisher', ''))}", say("brand-begun")


def _one(act: Callable[[str], None], desk: Desk, asked: Fields) -> tuple[str, str]:
    """Do something with one brand; back to its page."""
    act(asked["brand"])
    return _page(asked), ""


def _put(typing: BrandTyping) -> Callable[[Request], object]:
    """One field as it is typed, for the script of the page."""

    async def answer(request: Request) -> Response:
        name, asked = path_of(request)["brand"], await fields_of(request)
        field, value = asked.get("field", ""), asked.get("value", "")
        try:
            kept = await run_in_threadpool(typing.put, name, field, value, asked.get("was"))
        except Unknown:
            return nothing(request, None)
        except Conflict as error:
            return JSONResponse(error.told)
        except (NotSaved, ValueError) as error:
            return JSONResponse({"saved": False, "why": str(error)}, 400)
        return JSONResponse(kept.told)

    return answer


def _forget(typing: BrandTyping, desk: Desk, asked: Fields) -> tuple[str, str]:
    typing.drop(asked["brand"], asked.get("draft", ""))
    return _page(asked), say("forgotten")


def _save(desk: Desk, own: BrandDesk) -> Callable[[Request], object]:
    """Keep what the form says. Where the brand would be wrong, the form says how, as typed."""

    async def answer(request: Request) -> Response:
        name, typed = path_of(request)["brand"], await fields_of(request)
        return await _kept(desk, own, name, typed, partial(own.save, name, typed))

    return answer


def _logo(desk: Desk, own: BrandDesk) -> Callable[[Request], object]:
    """Take a logo that somebody chose."""

    async def answer(request: Request) -> Response:
        name = path_of(request)["brand"]
        async with form_of(request) as sent:
            chosen, alt = sent.get("file"), sent.get("alt")
            data = await chosen.read(LARGEST_LOGO + 1) if isinstance(chosen, UploadFile) else b""
            called = chosen.filename if isinstance(chosen, UploadFile) else ""
        words = alt if isinstance(alt, str) else ""
        act = partial(own.save_logo, name, (called or "")[:80], data, words)
        return await _kept(desk, own, name, None, act)

    return answer


async def _kept(
    desk: Desk, own: BrandDesk, name: str, typed: Fields | None, act: Callable[[], None]
) -> Response:
    try:
        await run_in_threadpool(act)
    except Unknown:
        return html(brands.brands((), Said(say("brand-not-here"), wrong=True)), 404)
    except (NotSaved, ValueError) as error:
        said = Said(str(error), wrong=True)
        shown = await run_in_threadpool(own.shown, name)
        return html(await run_in_threadpool(_shown, desk, shown, said, typed), 400)
    return RedirectResponse(with_words(f"{BASE}/{name}", say("brand-kept")), 303)


# ---- bytes -------------------------------------------------------------------------------------


def _picture(own: BrandDesk, desk: Desk, asked: Fields) -> Bytes:
    logo = own.logo(asked["brand"])
    return logo.data, KINDS[logo.media], ASIDE


def _cover(own: BrandDesk, desk: Desk, asked: Fields) -> Bytes:
    """An edition under a brand as it is typed at this moment."""
    brand, view = own.brand(asked["brand"]), desk.view(asked.get("document", ""))
    try:
        data = desk.pages.page(view, asked["edition"], _as_typed(brand, asked), desk.styles)
    except DoesNotFit:
        data = desk.pages.page(view, asked["edition"], brand, desk.styles)
    return data, "text/html; charset=utf-8", BESIDE


def _as_typed(brand: Brand, asked: Fields) -> Brand:
    """The brand with what its form says; what is no colour is left as it was kept."""

    def words(key: str, kept: str) -> str:
        return " ".join(asked.get(key, kept).split())[:300]

    return replace(
        brand,
        accent=colour(asked.get("colours.accent", "")) or brand.accent,
        second=colour(asked.get("colours.second", "")) or brand.second,
        publisher=words("publisher", brand.publisher) or brand.publisher,
        cover_line=words("cover_line", brand.cover_line),
        legal_line=words("legal_line", brand.legal_line),
    )

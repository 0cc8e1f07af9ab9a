"""One field of the plan as it is typed, and words that somebody needs no more."""

from __future__ import annotations

from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from exporter.saving import NotSaved
from exporter.studio.answering import fields_of
from exporter.studio.deliver.plan_typing import NEW_GROUP, NEW_PARTNER, PlanTyping
from exporter.studio.desk import Desk
from exporter.studio.fields import Fields
from exporter.studio.pages.partners import BASE
from exporter.studio.saying import say
from exporter.studio.view import Conflict


def put(typing: PlanTyping) -> Callable[[Request], object]:
    """One field as it is typed, for the script of the page. `file` says whose it is."""

    async def answer(request: Request) -> Response:
        asked = await fields_of(request)
        whose, key, value = (asked.get(one, "") for one in ("file", "field", "value"))
        try:
            kept = await run_in_threadpool(typing.put, whose, key, value, asked.get("was"))
        except Conflict as error:
            return JSONResponse(error.told)
        except (NotSaved, ValueError) as error:
            return JSONResponse({"saved": False, "why": str(error)}, 400)
        return JSONResponse(kept.told)

    return answer


def forget(typing: PlanTyping, desk: Desk, asked: Fields) -> tuple[str, str]:
    if asked.get("whose") in (NEW_PARTNER, NEW_GROUP):
        typing.done(asked["whose"])
    typing.drop(asked.get("draft", ""))
    return BASE, say("forgotten")

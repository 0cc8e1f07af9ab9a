"""What is the same for all partners, and for groups of them: shown, changed, begun, taken out."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from exporter.batch.partner import KEYS
from exporter.load.looks import name_of
from exporter.saving import NotSaved
from exporter.studio.answering import action, fields_of, html, nothing, page, with_words
from exporter.studio.deliver.plan import PlanDesk, Shared, wanted_of
from exporter.studio.deliver.plan_groups import ALL
from exporter.studio.desk import Desk
from exporter.studio.fields import Fields
from exporter.studio.pages import partner as partner_page
from exporter.studio.pages.partners import BASE
from exporter.studio.saying import say
from exporter.studio.view import Unknown

_SHARED = f"{BASE}#shared"


def routes(desk: Desk, plan: PlanDesk) -> list[Route]:
    """The addresses of what partners share."""
    out = action(desk, partial(_out, plan), lambda _: _SHARED)
    return [
        Route(f"{BASE}/all", page(desk, partial(_one, plan))),
        Route(f"{BASE}/group", page(desk, partial(_one, plan))),
        Route(f"{BASE}/new-group", page(desk, partial(_new, plan))),
        Route(f"{BASE}/share", _share(plan), methods=["POST"]),
        Route(f"{BASE}/group-out", out, methods=["POST"]),
    ]


def _one(plan: PlanDesk, desk: Desk, asked: Fields) -> str:
    own = _own(plan, asked.get("group", ALL))
    return partner_page.shared(own, plan.known(), {key: own.shown(key) for key in KEYS})


def _new(plan: PlanDesk, desk: Desk, asked: Fields) -> str:
    return partner_page.shared(None, plan.known(), {})


def _own(plan: PlanDesk, name: str) -> Shared:
    """What holds for everybody, or for a group. Raises Unknown."""
    found = next((one for one in plan.shown().shared if one.name == name), None)
    if found is None:
        raise Unknown
    return found


def _share(plan: PlanDesk) -> Callable[[Request], object]:
    """Keep what the form says. Where it cannot be, the form says why, as typed."""

    async def answer(request: Request) -> Response:
        asked = await fields_of(request)
        try:
            await run_in_threadpool(_shared, plan, asked)
        except Unknown:
            return nothing(request, None)
        except (NotSaved, ValueError) as error:
            return html(await run_in_threadpool(_again, plan, asked, str(error)), 400)
        return RedirectResponse(with_words(_SHARED, say("shared-kept")), 303)

    return answer


def _shared(plan: PlanDesk, asked: Fields) -> None:
    wanted = wanted_of(asked)
    called = str(wanted.pop("name", ""))
    if "seen" in asked:
        plan.share(_own(plan, asked.get("group", ALL)).name, asked["seen"], wanted)
        return
    name = name_of(called, "group") if called else ""
    if not name:
        raise ValueError(say("group-needs-name"))
    plan.share(name, None, wanted)


def _again(plan: PlanDesk, asked: Fields, why: str) -> str:
    own = _own(plan, asked.get("group", ALL)) if "seen" in asked else None
    return partner_page.shared(own, plan.known(), asked, why)


def _out(plan: PlanDesk, desk: Desk, asked: Fields) -> tuple[str, str]:
    plan.remove_group(asked.get("group", ""))
    return _SHARED, say("group-out")

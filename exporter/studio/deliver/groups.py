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
from exporter.studio.deliver.plan_typing import NEW_GROUP, PlanTyping, of_group
from exporter.studio.desk import Desk
from exporter.studio.fields import Fields
from exporter.studio.pages import partner as partner_page
from exporter.studio.pages.partner import Kept
from exporter.studio.pages.partners import BASE
from exporter.studio.saying import say
from exporter.studio.view import Unknown

_SHARED = f"{BASE}#shared"


def routes(desk: Desk, plan: PlanDesk, typing: PlanTyping) -> list[Route]:
    """The addresses of what partners share."""
    out = action(desk, partial(_out, plan), lambda _: _SHARED)
    return [
        Route(f"{BASE}/all", page(desk, partial(_one, plan, typing))),
        Route(f"{BASE}/group", page(desk, partial(_one, plan, typing))),
        Route(f"{BASE}/new-group", page(desk, partial(_new, plan, typing))),
        Route(f"{BASE}/share", _share(plan, typing), methods=["POST"]),
        Route(f"{BASE}/group-out", out, methods=["POST"]),
    ]


def _one(plan: PlanDesk, typing: PlanTyping, desk: Desk, asked: Fields) -> str:
    return _form(plan, typing, _own(plan, asked.get("group", ALL)), {}, "")


def _new(plan: PlanDesk, typing: PlanTyping, desk: Desk, asked: Fields) -> str:
    return _form(plan, typing, None, {}, "")


def _form(plan: PlanDesk, typing: PlanTyping, own: Shared | None, asked: Fields, said: str) -> str:
    """The form of what is shared: what the plan says, what waits, and what was sent."""
    whose = of_group(own.name) if own else NEW_GROUP
    waits = typing.typed(whose)
    says = {key: own.shown(key) for key in KEYS} if own else {}
    kept = Kept(whose, typing.why(whose), bool(waits))
    return partner_page.shared(own, plan.known(), {**says, **waits, **asked}, said, kept)


def _own(plan: PlanDesk, name: str) -> Shared:
    """What holds for everybody, or for a group. Raises Unknown."""
    found = next((one for one in plan.shown().shared if one.name == name), None)
    if found is None:
        raise Unknown
    return found


def _share(plan: PlanDesk, typing: PlanTyping) -> Callable[[Request], object]:
    """Keep what the form says. Where it cannot be, the form says why, as typed."""

    async def answer(request: Request) -> Response:
        asked = await fields_of(request)
        try:
            await run_in_threadpool(_shared, plan, asked)
        except Unknown:
            return nothing(request, None)
        except (NotSaved, ValueError) as error:
            return html(await run_in_threadpool(_again, plan, typing, asked, str(error)), 400)
        whose = of_group(asked.get("group", ALL)) if "seen" in asked else NEW_GROUP
        await run_in_threadpool(typing.done, whose)
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


def _again(plan: PlanDesk, typing: PlanTyping, asked: Fields, why: str) -> str:
    own = _own(plan, asked.get("group", ALL)) if "seen" in asked else None
    return _form(plan, typing, own, asked, why)


def _out(plan: PlanDesk, desk: Desk, asked: Fields) -> tuple[str, str]:
    plan.remove_group(asked.get("group", ""))
    return _SHARED, say("group-out")

"""The plan of partners as a table, making their packs, and downloading what is in them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeAlias

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from exporter.batch.partner import KEYS
from exporter.saving import NotSaved
from exporter.studio.answering import (
    action,
    fields_of,
    file,
    form_of,
    html,
    nothing,
    page,
    with_words,
)
from exporter.studio.deliver import groups
from exporter.studio.deliver.downloads import names_in, pack_folder
from exporter.studio.deliver.files import (
    aside,
    downloads_in,
    folders,
    kept,
    progress,
    start,
    whole,
)
from exporter.studio.deliver.pasted import Refused
from exporter.studio.deliver.plan import PlanDesk, Row, wanted_of
from exporter.studio.deliver.plan_put import forget, put
from exporter.studio.deliver.plan_typing import (
    NEW_PARTNER,
    PlanTyping,
    of_partner,
)
from exporter.studio.deliver.runs import PACKS, Runs
from exporter.studio.desk import Desk
from exporter.studio.fields import Bytes, Fields
from exporter.studio.pages import partner as partner_page
from exporter.studio.pages import partners
from exporter.studio.pages.frame import NO_WORDS, Said, said_in
from exporter.studio.pages.partner import Kept
from exporter.studio.pages.partners import BASE, Packed, packs_told
from exporter.studio.saying import say
from exporter.studio.view import Unknown

MOST_TABLE = 2_000_000
"""Bytes of a table that is brought in."""
Act: TypeAlias = Callable[[Desk, Fields], tuple[str, str]]


def routes(desk: Desk, runs: Runs) -> list[Route]:
    """The addresses of partners."""
    plan = PlanDesk(desk)
    typing = PlanTyping(plan)
    acts: dict[str, Act] = {
        "remove": partial(_remove, plan),
        "undo": partial(_undo, plan),
        "redo": partial(_redo, plan),
        "type-here": partial(_type_here, plan),
        "make": partial(_make, plan, runs),
        "stop": partial(_stop, runs),
        "forget": partial(forget, typing),
    }
    return [
        Route(BASE, page(desk, partial(_partners, plan, typing, runs))),
        Route(f"{BASE}/progress", progress(desk, runs)),
        Route(f"{BASE}/new", page(desk, partial(_new, plan, typing))),
        Route(f"{BASE}/row/{{number}}", page(desk, partial(_row, plan, typing))),
        Route(f"{BASE}/plan.csv", file(desk, partial(_table, plan))),
        *(
            Route(f"{BASE}/{what}", _paste(desk, plan, typing, runs), methods=["POST"])
            for what in ("paste", "bring")
        ),
        Route(f"{BASE}/save", _save(plan, typing), methods=["POST"]),
        Route(f"{BASE}/put", put(typing), methods=["POST"]),
        Route(f"{BASE}/pack/{{id}}", page(desk, partial(_pack, plan))),
        Route(f"{BASE}/pack/{{id}}/file/{{file}}", file(desk, _file)),
        Route(f"{BASE}/pack/{{id}}/zip/{{zip}}", whole(desk, _folder)),
        *(
            Route(f"{BASE}/{what}", action(desk, act, lambda _: BASE), methods=["POST"])
            for what, act in acts.items()
        ),
        *groups.routes(desk, plan, typing),
    ]


def _partners(plan: PlanDesk, typing: PlanTyping, runs: Runs, desk: Desk, asked: Fields) -> str:
    return _table_page(plan, typing, runs, desk, said=said_in(asked), still="still" in asked)


def _table_page(
    plan: PlanDesk,
    typing: PlanTyping,
    runs: Runs,
    desk: Desk,
    *,
    said: Said = NO_WORDS,
    still: bool = False,
    pasted: str = "",
    refused: Refused | None = None,
) -> str:
    shown, seen = plan.shown(), runs.seen(PACKS)
    told = packs_told(seen)
    packed = {row.partner.id: _packed(desk, row, told) for row in shown.rows}
    findings = refused.findings if refused else ()
    return partners.partners(
        shown, packed, seen, said=said, pasted=pasted, refused=findings, still=still,
        lost=typing.waiting().lost,
    )  # fmt: skip


def _packed(desk: Desk, row: Row, told: dict[str, Packed]) -> Packed:
    known = told.get(row.partner.id, Packed())
    try:
        files = len(names_in(desk.output, pack_folder(desk.output, row.partner.id)))
    except Unknown:
        files = 0
    return Packed(known.state, known.reason, known.remarks, files)


def _new(plan: PlanDesk, typing: PlanTyping, desk: Desk, asked: Fields) -> str:
    return _form(plan, typing, None, asked, asked.get("said", ""))


def _form(plan: PlanDesk, typing: PlanTyping, row: Row | None, asked: Fields, said: str) -> str:
    """The form of a partner: what the plan says, what waits, and what was sent."""
    known_as = row.shown("id") if row else ""
    whose = of_partner(known_as) if row else NEW_PARTNER
    waits = typing.typed(whose)
    typed = {key: row.shown(key) for key in KEYS} if row else {}
    values = {**typed, **waits, **asked}
    kept = Kept(whose if known_as or not row else "", typing.why(whose), bool(waits))
    return partner_page.partner(row, plan.known(), _groups(plan), values, said, kept)


def _groups(plan: PlanDesk) -> tuple[str, ...]:
    return tuple(one.name for one in plan.shown().shared if one.name)


def _row(plan: PlanDesk, typing: PlanTyping, desk: Desk, asked: Fields) -> str:
    row = _row_of(plan, asked["number"])
    return _form(plan, typing, row, asked, asked.get("said", ""))


def _row_of(plan: PlanDesk, number: str) -> Row:
    rows = plan.shown().rows
    if not number.isdecimal() or len(number) > 6 or int(number) >= len(rows):
        raise Unknown
    return rows[int(number)]


def _save(plan: PlanDesk, typing: PlanTyping) -> Callable[[Request], object]:
    """Keep what the form of a partner says. Where it cannot be, the form says why, as typed."""

    async def answer(request: Request) -> Response:
        asked = await fields_of(request)
        try:
            at = await run_in_threadpool(_saved, plan, asked)
        except Unknown:
            return nothing(request, None)
        except (NotSaved, ValueError) as error:
            again = await run_in_threadpool(_form_again, plan, typing, asked, str(error))
            return html(again, 400)
        whose = of_partner(_row_of(plan, str(at)).shown("id")) if "number" in asked else NEW_PARTNER
        await run_in_threadpool(typing.done, whose)
        there = with_words(BASE, say("partner-kept"))
        return RedirectResponse(f"{there}#row-{at}", 303)

    return answer


def _saved(plan: PlanDesk, asked: Fields) -> int:
    wanted = wanted_of(asked)
    if not wanted.get("name"):
        raise ValueError(say("partner-needs-name"))
    number = asked.get("number")
    row = None if number is None else _row_of(plan, number).number
    return plan.save(row, asked.get("seen", ""), wanted)


def _form_again(plan: PlanDesk, typing: PlanTyping, asked: Fields, why: str) -> str:
    number = asked.get("number")
    row = None if number is None else _row_of(plan, number)
    return _form(plan, typing, row, asked, why)


def _remove(plan: PlanDesk, desk: Desk, asked: Fields) -> tuple[str, str]:
    row = _row_of(plan, asked.get("number", ""))
    plan.remove(row.number, asked.get("seen", ""))
    return BASE, say("partner-out")


def _undo(plan: PlanDesk, desk: Desk, asked: Fields) -> tuple[str, str]:
    plan.file.undo()
    return BASE, say("undone")


def _redo(plan: PlanDesk, desk: Desk, asked: Fields) -> tuple[str, str]:
    plan.file.redo()
    return BASE, say("redone")


def _type_here(plan: PlanDesk, desk: Desk, asked: Fields) -> tuple[str, str]:
    plan.type_here()
    return BASE, say("typed-here")


def _table(plan: PlanDesk, desk: Desk, asked: Fields) -> Bytes:
    return plan.table(), "text/csv; charset=utf-8", aside("partners.csv")


def _paste(
    desk: Desk, plan: PlanDesk, typing: PlanTyping, runs: Runs
) -> Callable[[Request], object]:
    """Rows of a spreadsheet, pasted or as a file. Where they cannot be read the page says why."""

    async def answer(request: Request) -> Response:
        async with form_of(request, MOST_TABLE) as sent:
            typed, table = sent.get("rows"), sent.get("file")
            data = typed.strip("\n").encode() if isinstance(typed, str) else b""
            if isinstance(table, UploadFile):
                data = await table.read(MOST_TABLE + 1)
        words, status, refused = await run_in_threadpool(_brought, plan, data)
        said = Said(words, wrong=status != 200)
        shown = typed if isinstance(typed, str) and refused else ""
        show = partial(
            _table_page, plan, typing, runs, desk, said=said, pasted=shown, refused=refused
        )
        return html(await run_in_threadpool(show), status)

    return answer


def _brought(plan: PlanDesk, data: bytes) -> tuple[str, int, Refused | None]:
    """What to say of a table that was brought in, and what is wrong with it."""
    if len(data) > MOST_TABLE:
        return say("table-too-large"), 413, None
    try:
        new, there = plan.bring_in(data)
    except Refused as error:
        return say("rows-not-taken"), 400, error
    except NotSaved as error:
        return str(error), 400, None
    return say("rows-taken", new=new, there=there), 200, None


def _pack(plan: PlanDesk, desk: Desk, asked: Fields) -> str:
    folder = pack_folder(desk.output, asked["id"])
    rows = (row.partner for row in plan.shown().rows)
    name = next((one.name for one in rows if one.id == asked["id"]), asked["id"])
    downloads = downloads_in(desk, folder)
    if not downloads:
        raise Unknown
    return partners.pack(asked["id"], name, downloads)


def _make(plan: PlanDesk, runs: Runs, desk: Desk, asked: Fields) -> tuple[str, str]:
    """Begin to make the pack of every partner."""
    draft = ["--draft"] if asked.get("draft") == "yes" else []
    start(runs, PACKS, ["batch", *folders(desk), *draft, "--", str(plan.file.path)])
    return BASE, ""


def _stop(runs: Runs, desk: Desk, asked: Fields) -> tuple[str, str]:
    runs.stop(PACKS)
    return BASE, ""


def _folder(desk: Desk, asked: Fields) -> Path:
    return pack_folder(desk.output, asked["id"])


def _file(desk: Desk, asked: Fields) -> Bytes:
    return kept(desk, _folder(desk, asked), asked["file"])

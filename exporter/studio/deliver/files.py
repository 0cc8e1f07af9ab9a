"""Making the files of a document, and downloading what was made: one by one, or as one zip."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from exporter import formats
from exporter.authored.folders import about
from exporter.studio.answering import action, file, nothing, page, path_of
from exporter.studio.deliver.downloads import bytes_in, names_in, zip_pieces
from exporter.studio.deliver.runs import PACKS, Busy, Runs
from exporter.studio.desk import Desk
from exporter.studio.fields import Bytes, Fields
from exporter.studio.pages import deliver, making
from exporter.studio.pages.deliver import Download
from exporter.studio.pages.frame import said_in
from exporter.studio.pages.previews import PAGES
from exporter.studio.saying import say
from exporter.studio.view import Unknown


def routes(desk: Desk, runs: Runs) -> list[Route]:
    """The addresses of the files of a document."""
    return [
        Route("/d/{name}/files", page(desk, partial(_files, runs))),
        Route("/d/{name}/build", action(desk, partial(_build, runs), _page), methods=["POST"]),
        Route("/d/{name}/stop", action(desk, partial(_stop, runs), _page), methods=["POST"]),
        Route("/d/{name}/progress", progress(desk, runs)),
        Route("/d/{name}/file/{file}", file(desk, _file)),
        Route("/d/{name}/pages/{file}", file(desk, _pages)),
        Route("/d/{name}/zip/{zip}", whole(desk, _folder)),
    ]


def _page(asked: Fields) -> str:
    return f"/d/{asked['name']}/files"


# ---- making ------------------------------------------------------------------------------------


def folders(desk: Desk) -> list[str]:
    """Where a command of ours finds what this desk has."""
    own = (desk.styles,) if isinstance(desk.styles, Path) else desk.styles or ()
    styles = [f"--styles={one}" for one in own[:1] if one.is_dir()]
    return [f"--sources={desk.sources}", f"--output={desk.output}", *styles]


def _build(runs: Runs, desk: Desk, asked: Fields) -> tuple[str, str]:
    """Begin to make every file of a document, or `only` those with pages, and to prove that they
    say the same."""
    name, folder = asked["name"], desk.folder(asked["name"])
    language = about(folder).language  # its translations have pages of their own
    own = [f"--language={language}"] if language else []
    only = [f"--format={','.join(formats.with_pages())}"] if asked.get("only") == PAGES else []
    start(runs, name, ["build", *folders(desk), *own, *only, "--", name])
    return _page(asked), ""


def start(runs: Runs, what: str, arguments: list[str]) -> None:
    """Begin a run. Raises ValueError, in words, while another goes on."""
    try:
        runs.start(what, arguments)
    except Busy as busy:
        other = say("busy-packs") if busy.what == PACKS else say("busy-files", name=busy.what)
        raise ValueError(say("busy", other=other)) from busy


def _stop(runs: Runs, desk: Desk, asked: Fields) -> tuple[str, str]:
    desk.folder(asked["name"])
    runs.stop(asked["name"])
    return _page(asked), ""


def progress(desk: Desk, runs: Runs) -> Callable[[Request], object]:
    """How far something is, for the script of its page."""

    async def answer(request: Request) -> Response:
        seen = runs.seen(path_of(request).get("name", PACKS))
        if seen is None:
            return nothing(request, None)
        return JSONResponse(
            {
                "going": seen.going,
                "words": making.words(seen),
                "done": seen.done,
                "total": seen.total,
            }
        )

    return answer


# ---- files -------------------------------------------------------------------------------------


def _files(runs: Runs, desk: Desk, asked: Fields) -> str:
    view = desk.view(asked["name"])
    downloads, seen = downloads_in(desk, _folder(desk, asked)), runs.seen(view.name)
    return deliver.files(view, downloads, seen, said_in(asked), still="still" in asked)


def downloads_in(desk: Desk, folder: Path) -> tuple[Download, ...]:
    names = names_in(desk.output, folder)
    return tuple(Download(one, (folder / one).lstat().st_size) for one in names)


def _folder(desk: Desk, asked: Fields) -> Path:
    """Where the files of a document are: those of a translation in a folder of the original."""
    return desk.output / desk.folder(asked["name"]).relative_to(desk.sources)


def _file(desk: Desk, asked: Fields) -> Bytes:
    return kept(desk, _folder(desk, asked), asked["file"])


def _pages(desk: Desk, asked: Fields) -> Bytes:
    """The real pages of a PDF, in the viewer of the browser. Raises Unknown for any other file."""
    name = asked["file"]
    shown = formats.viewed_as(name)
    if not shown:
        raise Unknown
    data = bytes_in(desk.output, _folder(desk, asked), name)
    return data, shown, {"Content-Security-Policy": _VIEWED}


_VIEWED = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; form-action 'none'"
"""A PDF of ours runs nothing, and asks nobody; viewers bring a style of their own."""


def kept(desk: Desk, folder: Path, name: str) -> Bytes:
    """A finished file, to be kept: never shown as a page of the studio."""
    data = bytes_in(desk.output, folder, name)
    return data, "application/octet-stream", aside(name)


def aside(name: str) -> Fields:
    sealed = "sandbox; default-src 'none'"
    return {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Content-Security-Policy": sealed,
    }


def whole(desk: Desk, folder_of: Callable[[Desk, Fields], Path]) -> Callable[[Request], object]:
    """All files of a folder as one, while they are read; a pack's own zip is not in it."""

    async def answer(request: Request) -> Response:
        asked = path_of(request)
        try:
            folder = await run_in_threadpool(folder_of, desk, asked)
        except Unknown:
            return nothing(request, None)
        names = [one for one in names_in(desk.output, folder) if not one.endswith(".zip")]
        if not names or asked["zip"] not in (f"{folder.name}.zip", f"{asked.get('name')}.zip"):
            return nothing(request, None)
        pieces = zip_pieces(desk.output, folder, names)
        return StreamingResponse(pieces, media_type="application/zip", headers=aside(asked["zip"]))

    return answer

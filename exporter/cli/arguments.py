"""The commands and their options. A command's code is imported when it is run."""

from __future__ import annotations

import argparse
from importlib import import_module
from pathlib import Path
from typing import Any

from exporter import __version__


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    top = argparse.ArgumentParser(
        prog="exporter",
        description="One source, every reader: PDF, Word, web, large print, easy read.",
    )
    top.add_argument("--version", action="version", version=f"exporter {__version__}")
    commands = top.add_subparsers(title="commands", required=True, metavar="COMMAND")
    _build(commands)
    _batch(commands)
    _import(commands)
    _look(commands)
    _changes(commands)
    _filled_in(commands)
    _review(commands)
    _translation(commands)
    _new(commands)
    _studio(commands)
    return top


def _command(commands: Any, name: str, run: str, text: str) -> argparse.ArgumentParser:
    """Add a command; `run` is "module:function" below exporter.cli."""
    module, function = run.split(":")

    def start(options: argparse.Namespace) -> int:
        if "styles" in options:
            from exporter.styles.folder import users  # help needs no styles

            options.styles = users(options.styles)
        return int(getattr(import_module(f"exporter.cli.{module}"), function)(options))

    added: argparse.ArgumentParser = commands.add_parser(name, help=text, description=text)
    added.set_defaults(run=start)
    return added


def _build(commands: Any) -> None:
    text = "write the files, and prove that they say the same"
    build = _command(commands, "build", "build:run", text)
    build.add_argument("documents", nargs="*", metavar="DOCUMENT")
    _folders(build)
    _made(build)
    build.add_argument("--language", default="", metavar="L,…", help="only in these: en, cy")
    build.add_argument("--edition", default="", metavar="E,…")
    build.add_argument("--format", default="", metavar="F,…")
    build.add_argument("--brand", default="house")
    build.add_argument("--size", type=float, metavar="PT", help="one reader's copy, in points")
    build.add_argument("--font", default="", metavar="NAME", help="one reader's typeface")
    build.add_argument("--print", action="store_true", help="the PDF for a print shop, and a sheet")
    build.add_argument("--bleed", type=int, choices=(0, 3), default=0, metavar="MM")
    build.add_argument("--validate", action="store_true", help="ask veraPDF about each PDF")
    build.add_argument("--word-page-numbers", action="store_true", help="in Word's contents")
    build.add_argument("--watch", action="store_true", help="again whenever a file is saved")
    build.add_argument("--open", action="store_true", help="open the first file when it is made")
    _answers(build)


def _batch(commands: Any) -> None:
    text = "write a pack for every partner of a plan"
    batch = _command(commands, "batch", "batch:run", text)
    batch.add_argument("plan", nargs="?", type=Path, metavar="PLAN.yaml|PLAN.csv")
    _folders(batch)
    _made(batch)
    batch.add_argument("--resume", action="store_true", help="go on where a run was stopped")
    batch.add_argument("--plan-only", action="store_true", help="say what would be built, and why")
    batch.add_argument("--draft", action="store_true", help="send drafts and unchecked easy read")
    batch.add_argument(
        "--prune", action="store_true", help="remove packs of partners who left the plan"
    )
    batch.add_argument("--no-zip", action="store_true", help="packs without their zip file")
    batch.add_argument("--no-covers", action="store_true", help="no cover pictures in the report")
    batch.add_argument("--validate", action="store_true", help="ask validators about each layout")
    batch.add_argument("--scheduler", default="", metavar="ADDRESS", help="a Dask cluster")
    batch.add_argument("--json", action="store_true", help="the result as JSON")


def _import(commands: Any) -> None:
    text = "make a document of a Word file, a text or a web page"
    bring = _command(commands, "import", "bring:run", text)
    bring.add_argument("files", nargs="+", type=Path, metavar="FILE")
    _folders(bring)
    bring.add_argument("--to", default="", metavar="NAME", help="the name of the document")
    bring.add_argument("--easy-read", type=Path, metavar="FILE", help="its easy read, as a file")
    bring.add_argument("--changes", choices=("accept", "reject"), default="accept")
    bring.add_argument("--check-only", action="store_true", help="say it, and write nothing")
    bring.add_argument("--json", action="store_true", help="the result as JSON")


def _look(commands: Any) -> None:
    check = _command(commands, "check", "look:check", "look at words and pictures")
    check.add_argument("documents", nargs="*", metavar="DOCUMENT|TEXT.md")
    _folders(check)
    check.add_argument("--language", default="", metavar="L,…", help="only in these: en, cy")
    check.add_argument("--edition", default="", metavar="E")
    _answers(check)

    verify = _command(commands, "verify", "look:verify", "look at finished files, anybody's")
    verify.add_argument("files", nargs="+", metavar="FILE")
    verify.add_argument(
        "--edition", default="", metavar="E", help="the edition by whose rules files are judged"
    )
    verify.add_argument(
        "--without-validator", action="store_true", help="do not ask veraPDF or epubcheck"
    )
    _answers(verify)

    outline = _command(commands, "outline", "look:outline", "what a reader meets, in order")
    outline.add_argument("target", metavar="FILE|DOCUMENT")
    _folders(outline)
    outline.add_argument("--edition", default="", metavar="E")
    outline.add_argument("--json", action="store_true")

    explain = _command(commands, "explain", "look:explain", "why there is a rule")
    explain.add_argument("rule")
    init = _command(commands, "init", "look:init", "start a small guide, report, leaflet, letter …")
    init.add_argument("folder", nargs="?", type=Path, metavar="DIR")
    init.add_argument(
        "--from", dest="from_file", type=Path, metavar="FILE", help="with a document made of a file"
    )
    init.add_argument(
        "--template", default="guide", metavar="KIND", help="its kind; --template list names them"
    )
    init.add_argument(
        "--language", default="", metavar="TAG", help="what it is in: cy, ur; qps to try layouts"
    )
    init.add_argument(
        "--publisher", default="", metavar="NAME", help="whose guide it is: your organisation"
    )

    pictures = _command(commands, "pictures", "look:pictures", "find a picture")
    pictures.add_argument("action", choices=("search",))
    pictures.add_argument("words", nargs="+", metavar="WORD")
    pictures.add_argument("--json", action="store_true")


def _changes(commands: Any) -> None:
    text = "what is different in a Word file that came back, and save it"
    changes = _command(commands, "changes", "changes:run", text)
    changes.add_argument("file", metavar="FILE.docx")
    _folders(changes)
    changes.add_argument("--apply", action="store_true", help="save what stands so in the sources")
    changes.add_argument("--only", default="", metavar="N,…", help="only changes of these numbers")
    changes.add_argument("--author", default="", metavar="NAME", help="only tracked by this person")
    lost = "where the file does not say so itself"
    changes.add_argument("--document", default="", metavar="D", help=f"of what it was made, {lost}")
    changes.add_argument("--edition", default="", metavar="E", help="the same")
    changes.add_argument("--version", default="", metavar="V", help="the same")
    changes.add_argument("--json", action="store_true", help="the result as JSON")


def _filled_in(commands: Any) -> None:
    text = "what was filled in, of one form that came back or of many"
    answers = _command(commands, "answers", "answers:run", text)
    answers.add_argument("files", nargs="+", metavar="FILE")
    answers.add_argument("--csv", action="store_true", help="a table: a line a form")
    answers.add_argument("--json", action="store_true", help="the result as JSON")


def _review(commands: Any) -> None:
    text = "who checked the easy read, and what they said"
    review = _command(commands, "review", "review:run", text)
    review.add_argument("action", choices=("record", "pack", "status"))
    review.add_argument("document", metavar="DOCUMENT")
    _folders(review)
    review.add_argument("--output", type=Path, default=Path("output"), metavar="DIR")
    review.add_argument("--author", action="store_true", help="the rows say what the text says")
    review.add_argument("--who", default="", help="the group, in its own words")
    consent = review.add_mutually_exclusive_group()
    consent.add_argument("--named", action="store_true", help="the group wants to be named")
    consent.add_argument("--not-named", action="store_true", help="the group is not named")
    review.add_argument("--when", default="", metavar="2026-11-22")
    review.add_argument("--said", action="append", default=[], help="a sentence; may be repeated")
    review.add_argument("--accept", action="append", default=[], metavar="PICTURE")
    review.add_argument("--section", action="append", default=[], help="only these sections")


def _translation(commands: Any) -> None:
    text = "a document in another language: begin it, record what is translated, see what is not"
    translation = _command(commands, "translation", "translation:run", text)
    translation.add_argument("action", choices=("start", "record", "status"))
    translation.add_argument("document", metavar="DOCUMENT", help="guide; to record: guide-cy")
    translation.add_argument("language", nargs="?", metavar="LANGUAGE", help="to start: cy, ur")
    translation.add_argument(
        "--part", action="append", default=[], metavar="NAME", help="only these: a section"
    )
    _folders(translation)


def _new(commands: Any) -> None:
    new = _command(
        commands, "new", "new:run", "a section more: its file, and its place in the list"
    )
    new.add_argument("heading", metavar="HEADING")
    new.add_argument("--document", default="", metavar="D", help="where there is more than one")
    _folders(new)
    new.add_argument("--output", type=Path, default=Path("output"), metavar="DIR")


def _studio(commands: Any) -> None:
    text = "write, see and hand out documents in the browser"
    studio = _command(commands, "studio", "studio:run", text)
    studio.add_argument("folder", nargs="?", type=Path, default=Path(), metavar="FOLDER")
    _folders(studio)
    studio.add_argument("--output", type=Path, default=Path("output"), metavar="DIR")
    studio.add_argument("--port", type=int, default=0, metavar="N", help="any that is free")
    studio.add_argument("--no-open", action="store_true", help="do not open the browser")


def _folders(command: argparse.ArgumentParser) -> None:
    command.add_argument("--sources", type=Path, default=Path("sources"), metavar="DIR")
    command.add_argument("--styles", type=Path, default=None, metavar="DIR")


def _made(command: argparse.ArgumentParser) -> None:
    command.add_argument("--output", type=Path, default=Path("output"), metavar="DIR")
    command.add_argument("--pdf-engine", choices=("reportlab", "weasyprint"), default="reportlab")
    command.add_argument("--pdf-standard", choices=("ua-1", "ua-2"), default="ua-1")
    command.add_argument("--jobs", type=int, default=0, metavar="N", help="processes (all cores)")
    command.add_argument("--force", action="store_true", help="make everything again")
    command.add_argument("--progress", choices=("auto", "json", "none"), default="auto")


def _answers(command: argparse.ArgumentParser) -> None:
    command.add_argument("--strict", action="store_true", help="unanswered findings count too")
    command.add_argument("--json", action="store_true", help="the result as JSON")
    command.add_argument("--all", action="store_true", help="show every finding")

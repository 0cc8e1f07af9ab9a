"""The command line: arguments, printing, progress, exit codes. The only file that prints.

Exit 0: all is well. 1: something is wrong with content or output, each with its place.
2: the command was used wrongly.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from exporter import __version__, report
from exporter.diagnostics import Diagnostic, Severity, SourceError

if TYPE_CHECKING:
    from exporter.build import Order, Result

GOOD, WRONG, MISUSED = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except SourceError as error:
        _tell(error.findings, every=True)
        return WRONG
    except BrokenPipeError:
        return WRONG
    except KeyboardInterrupt:
        print("Stopped. The files that were finished are good.", file=sys.stderr)
        return WRONG


# ---- build -----------------------------------------------------------------------------------


def _build(options: argparse.Namespace) -> int:
    from exporter.build import build

    order = _order(options)
    unknown = _unknown_names(order)
    if unknown:
        print(unknown, file=sys.stderr)
        return MISUSED
    with _Progress() as progress:
        result = build(order, progress.step)
    good = result.good(options.strict)
    if options.json:
        value = {
            "good": good,
            "made": sorted(result.made),
            "kept": sorted(result.kept),
            "failed": sorted(result.failed),
            "findings": _records(result.findings),
            "files": result.records,
        }
        print(json.dumps(value, indent=2, ensure_ascii=False))
    else:
        _table(order, result)
        _tell(result.findings, every=options.all)
    return GOOD if good else WRONG


def _order(options: argparse.Namespace) -> Order:
    from exporter.build import Order
    from exporter.formats import Settings

    return Order(
        sources=options.sources,
        styles=options.styles,
        output=options.output,
        documents=tuple(options.documents),
        editions=_names(options.edition),
        formats=_names(options.format),
        brand=options.brand,
        settings=Settings(options.pdf_engine, options.pdf_standard),
        size=options.size,
        font=options.font,
        jobs=options.jobs,
        force=options.force,
        strict=options.strict,
    )


def _unknown_names(order: Order) -> str:
    """A sentence about an edition, format or brand that there is not; empty when all is well."""
    from exporter import styles_folder
    from exporter.formats import FORMATS

    known = {
        "edition": (order.editions, styles_folder.names("editions", order.styles)),
        "format": (order.formats, FORMATS),
        "brand": ((order.brand,), styles_folder.names("brands", order.styles)),
    }
    for kind, (asked, there) in known.items():
        for name in asked:
            if name not in there:
                return f'There is no {kind} "{name}". There are: {", ".join(there)}.'
    return ""


def _table(order: Order, result: Result) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    for heading in ("File", "Size", "Says the same", ""):
        table.add_column(heading, justify="right" if heading == "Size" else "left")
    touched = {*result.made, *result.kept}
    for record in result.records:
        if record["file"] in touched:
            state = "made" if record["file"] in result.made else "up to date"
            same = "yes" if record["says_the_same"] else "NO"
            table.add_row(record["file"], f"{record['bytes'] / 1000:,.0f} KB", same, state)
    for name in sorted(result.failed):
        table.add_row(name, "", "", "NOT MADE")
    Console(width=None if sys.stdout.isatty() else 110).print(table)
    print(f"in {order.output}/")


# ---- check, verify, outline, explain ---------------------------------------------------------


def _check(options: argparse.Namespace) -> int:
    from exporter import checking

    texts = [name for name in options.documents if Path(name).suffix in checking.TEXT_SUFFIXES]
    documents = [name for name in options.documents if name not in texts]
    reports: list[dict[str, Any]] = []
    findings: list[Diagnostic] = []
    for name in texts:
        found, value = checking.check_file(Path(name), _one(options.edition) or "easy-read")
        findings.extend(found)
        reports.append(value)
    if documents or not texts:
        found, value = checking.check_documents(
            options.sources, options.styles, tuple(documents), _names(options.edition)
        )
        findings.extend(found)
        reports.append(value)
    if options.json:
        value = reports[0] if len(reports) == 1 else {"reports": reports}
        print(json.dumps(value, indent=2, ensure_ascii=False))
    else:
        _tell(findings, every=options.all, stream=sys.stdout)
        _still_needs_a_person()
    return WRONG if _stops(findings, options.strict) else GOOD


def _still_needs_a_person() -> None:
    from exporter.checks import PERSON_DECIDES

    print("No program can decide these; a person must:")
    for item in PERSON_DECIDES:
        print(f"  - {item}")


def _verify(options: argparse.Namespace) -> int:
    from exporter.verify import verify

    findings: list[Diagnostic] = []
    values: list[dict[str, Any]] = []
    for name in options.files:
        file = Path(name)
        verified = verify(_read(file), file.suffix.lower().lstrip("."), **_rules_for(file))
        found = [_in_file(finding, file) for finding in verified.findings]
        findings.extend(found)
        entries = None if verified.outline is None else len(verified.outline)
        values.append({"file": name, "entries": entries, "findings": _records(found)})
    if options.json:
        print(json.dumps({"files": values}, indent=2, ensure_ascii=False))
    else:
        _tell(findings, every=options.all, stream=sys.stdout)
        for value in values:
            read = (
                "could not be read"
                if value["entries"] is None
                else (f"{value['entries']} things to meet")
            )
            print(f"{value['file']}: {read}, {len(value['findings'])} findings")
    return WRONG if _stops(findings, options.strict) else GOOD


def _rules_for(file: Path) -> dict[str, Any]:
    """Our own files are judged by their edition, which is in their name."""
    from exporter import styles_folder
    from exporter.edition import load_edition

    for name in sorted(styles_folder.names("editions"), key=len, reverse=True):
        if file.stem.endswith(f"-{name}"):
            edition = load_edition(name)
            return {"theme": edition.theme, "rules": edition.rules}
    return {}


def _in_file(finding: Diagnostic, file: Path) -> Diagnostic:
    from dataclasses import replace

    return replace(finding, place=replace(finding.place, file=finding.place.file or str(file)))


def _outline(options: argparse.Namespace) -> int:
    from exporter import checking

    file = Path(options.target)
    if file.is_file():
        from exporter.formats import reader_of

        try:
            outline = reader_of(file.suffix.lower().lstrip("."))(_read(file))
        except KeyError:
            print(f"{file}: this can read PDF, Word (.docx) and web pages.", file=sys.stderr)
            return MISUSED
        except ValueError as error:
            print(f"{file}: {error}", file=sys.stderr)
            return WRONG
    else:
        edition = _one(options.edition) or "standard"
        outline = checking.outline_of_document(
            options.sources, options.styles, options.target, edition
        )
    if options.json:
        print(json.dumps([entry.as_json() for entry in outline], indent=1, ensure_ascii=False))
        return GOOD
    for entry in outline:
        indent = "  " * max(0, entry.level - 1)
        extra = " ".join(filter(None, (entry.language, entry.target, " | ".join(entry.headers))))
        print(f"{entry.role:12} {indent}{entry.text}{f'  [{extra}]' if extra else ''}")
    return GOOD


def _explain(options: argparse.Namespace) -> int:
    from exporter import checking

    told = checking.explain(options.rule)
    if told is None:
        close = ", ".join(checking.close_rules(options.rule))
        hint = f" Did you mean: {close}?" if close else ""
        print(f'There is no rule "{options.rule}".{hint}', file=sys.stderr)
        return MISUSED
    print(told)
    return GOOD


def _init(options: argparse.Namespace) -> int:
    from exporter.starter import start

    try:
        folder = start(options.folder)
    except FileExistsError as error:
        print(error, file=sys.stderr)
        return MISUSED
    print(f"A small guide is in {folder}. Now:\n  cd {options.folder}\n  exporter build")
    return GOOD


def _pictures(options: argparse.Namespace) -> int:
    from exporter import checking

    found = checking.search_pictures(" ".join(options.words))
    if options.json:
        print(json.dumps(found, indent=2, ensure_ascii=False))
    for row in () if options.json else found:
        print("  ".join(str(value) for value in row.values() if value))
    if not found:
        print("Nothing fits these words. Try a simpler one.", file=sys.stderr)
    return GOOD if found else WRONG


# ---- telling ---------------------------------------------------------------------------------


def _tell(findings: Sequence[Diagnostic], *, every: bool, stream: Any = None) -> None:
    for line in report.lines_of(findings, every=every):
        print(line, file=stream or sys.stderr)


def _records(findings: Sequence[Diagnostic]) -> list[dict[str, Any]]:
    from exporter.report import finding_record

    return [finding_record(finding) for finding in findings]


def _stops(findings: Sequence[Diagnostic], strict: bool) -> bool:
    limit = Severity.PLEASE_ANSWER if strict else Severity.MUST_FIX
    return any(finding.severity <= limit for finding in findings)


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        reason = error.strerror or "it cannot be read"
        finding = Diagnostic(code="file-unreadable", message=f"{file}: {reason}.")
        raise SourceError([finding]) from error


class _Progress:
    """A short display on stderr; silent when that is not a terminal."""

    def __enter__(self) -> _Progress:
        from rich.console import Console
        from rich.progress import Progress

        console = Console(stderr=True)
        self._display = Progress(console=console, transient=True, disable=not console.is_terminal)
        self._display.start()
        self._task = self._display.add_task("Reading the sources", total=None)
        return self

    def step(self, name: str, done: int, total: int) -> None:
        self._display.update(self._task, description=name, completed=done, total=total)

    def __exit__(self, *_: object) -> None:
        self._display.stop()


# ---- arguments -------------------------------------------------------------------------------


def _names(value: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in value.split(",") if name.strip())


def _one(value: str) -> str:
    return (_names(value) or ("",))[0]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="exporter",
        description="One source, every reader: PDF, Word, web, large print, easy read.",
    )
    parser.add_argument("--version", action="version", version=f"exporter {__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    def command(name: str, run: Callable[[argparse.Namespace], int], text: str) -> Any:
        added = commands.add_parser(name, help=text, description=text)
        added.set_defaults(run=run)
        return added

    build = command("build", _build, "write the files, and prove that they say the same")
    build.add_argument("documents", nargs="*", metavar="DOCUMENT")
    _folders(build)
    build.add_argument("--output", type=Path, default=Path("output"), metavar="DIR")
    build.add_argument("--edition", default="", metavar="E,…")
    build.add_argument("--format", default="", metavar="F,…")
    build.add_argument("--brand", default="house")
    build.add_argument("--pdf-engine", choices=("reportlab", "weasyprint"), default="reportlab")
    build.add_argument("--pdf-standard", choices=("ua-1", "ua-2"), default="ua-1")
    build.add_argument("--jobs", type=int, default=0, metavar="N", help="processes (all cores)")
    build.add_argument("--size", type=float, metavar="PT", help="one reader's copy, in points")
    build.add_argument("--font", default="", metavar="NAME", help="one reader's typeface")
    build.add_argument("--force", action="store_true", help="make everything again")
    _answers(build)

    check = command("check", _check, "look at words and pictures; writes nothing")
    check.add_argument("documents", nargs="*", metavar="DOCUMENT|TEXT.md")
    _folders(check)
    check.add_argument("--edition", default="", metavar="E")
    _answers(check)

    verify = command("verify", _verify, "look at finished files, ours or anybody's")
    verify.add_argument("files", nargs="+", metavar="FILE")
    _answers(verify)

    outline = command("outline", _outline, "what a reader meets, in order")
    outline.add_argument("target", metavar="FILE|DOCUMENT")
    _folders(outline)
    outline.add_argument("--edition", default="", metavar="E")
    outline.add_argument("--json", action="store_true")

    command("explain", _explain, "why there is a rule, and where it comes from").add_argument(
        "rule"
    )
    command("init", _init, "start a small guide").add_argument("folder", type=Path, metavar="DIR")

    pictures = command("pictures", _pictures, "find a picture: pictures search WORD")
    pictures.add_argument("action", choices=("search",))
    pictures.add_argument("words", nargs="+", metavar="WORD")
    pictures.add_argument("--json", action="store_true")
    return parser


def _folders(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--sources", type=Path, default=Path("sources"), metavar="DIR")
    parser.add_argument("--styles", type=Path, default=None, metavar="DIR")


def _answers(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--strict", action="store_true", help="unanswered findings count too")
    parser.add_argument("--json", action="store_true", help="the result as JSON")
    parser.add_argument("--all", action="store_true", help="show every finding")


if __name__ == "__main__":
    sys.exit(main())

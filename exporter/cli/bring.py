"""`exporter import`: somebody's file becomes a document, and a report says what became of it."""

from __future__ import annotations

import argparse
import shlex
from pathlib import Path

from exporter.authored import values
from exporter.cli.codes import GOOD, MISUSED, WRONG
from exporter.cli.telling import tell
from exporter.cli.terminal import say, say_json, warn
from exporter.diagnostics import Diagnostic, Place, SourceError
from exporter.importing import Imported, bring, keep
from exporter.importing import report as reports
from exporter.importing.document import exists
from exporter.importing.rules import KINDS, LOST
from exporter.load.looks import name_of
from exporter.starter import brand_of_house
from exporter.styles.folder import Styles
from exporter.styles.words import load_words


def run(options: argparse.Namespace) -> int:
    """Import each file; what is wrong with one stops no other."""
    if len(options.files) > 1 and (options.to or options.easy_read):
        warn("--to and --easy-read go with one file. Import the files one by one.")
        return MISUSED
    if options.to and values.name(options.to) is None:
        warn(f"“{options.to}” cannot be a name. Use small letters, digits and hyphens.")
        return MISUSED
    answers: list[dict[str, object]] = []
    worst = GOOD
    for file in options.files:
        try:
            document = _import(options, file)
        except SourceError as error:
            tell(error.findings, every=True)
            known = {finding.code for finding in error.findings} <= _OF_THE_COMMAND
            worst = max(worst, MISUSED if known else WRONG)
            continue
        answers.append(reports.as_json(document))
        worst = max(worst, GOOD if document.proof.good else WRONG)
    if options.json:
        say_json(answers[0] if len(answers) == 1 else answers)
    return worst


_OF_THE_COMMAND = {"document-exists", "import-kind-unknown"}


def _import(options: argparse.Namespace, file: Path) -> Imported:
    name = options.to or name_of(file.stem, "document")
    target = options.sources / name
    if target.exists() and not options.check_only:
        raise SourceError([exists(target)])
    document = bring(
        file, name, changes=options.changes, easy_read=options.easy_read, styles=options.styles
    )
    if not options.check_only:
        brand = dict(document.brand)
        made = _kept(document, options.sources, options.sources.parent, brand, options.styles)
        if not options.json:
            _tell_kept(target, made)
    if not options.json:
        _tell(document)
    tell([_lost(document)] if not document.proof.good else [], every=True)
    return document


def _kept(
    document: Imported, sources: Path, folder: Path, brand: dict[str, bytes], styles: Styles | None
) -> Path | None:
    """Write the document with its report, and the brand where there is none of its name yet."""
    words = load_words(document.language, styles)
    keep(document, sources, reports.files(document, words))
    return _keep_brand(folder / "styles" / "brands", brand)


def begin(options: argparse.Namespace) -> int:
    """`exporter init --from FILE`: the same in a new folder, whose brand is that of the file."""
    file = options.from_file
    folder = options.folder or Path(name_of(file.stem, "document"))
    name = name_of(folder.resolve().name, "document")
    target = folder / "sources" / name
    if target.exists():
        tell([exists(target)], every=True)
        return MISUSED
    document = bring(file, name)
    house = {_of_house(key, name): _as_house(data, name) for key, data in document.brand}
    _kept(document, folder / "sources", folder, house, None)
    brand = brand_of_house(folder, options.publisher)
    say(f"Your document is in {target}. Whose it is stands in {brand}.")
    say(f"What became of each word: {target / reports.HTML}")
    _tell(document, folder)
    tell([_lost(document)] if not document.proof.good else [], every=True)
    return GOOD if document.proof.good else WRONG


def _of_house(key: str, name: str) -> str:
    """The name that a file of a brand draft has when it is the brand of the house."""
    return f"house{key.removeprefix(name)}"


def _as_house(data: bytes, name: str) -> bytes:
    return data.replace(f"file: {name}-logo".encode(), b"file: house-logo")


def _keep_brand(folder: Path, files: dict[str, bytes]) -> Path | None:
    """Write a brand that is not there yet. The file that names the others comes last."""
    if not files or any((folder / name).exists() for name in files):
        return None
    folder.mkdir(parents=True, exist_ok=True)
    for name in sorted(files, key=lambda one: one.endswith(".yaml")):
        (folder / name).write_bytes(files[name])
    return folder / next(name for name in files if name.endswith(".yaml"))


def _tell_kept(target: Path, brand: Path | None) -> None:
    say(f"{target}: a document that loads. What became of each word: {target / reports.HTML}")
    if brand:
        say(f"{brand}: a draft of your brand, from header and footer. Look at it.")


def _tell(document: Imported, folder: Path | None = None) -> None:
    proof = document.proof
    if proof.good:
        told = f"{proof.in_sources} in the sources, {proof.in_report} in the report."
        say(f"All {proof.words} words of {document.file} are accounted for: {told}")
    counts = {kind: 0 for kind in ("to write", "to confirm", "left out", "changed")}
    for one in document.decisions:
        counts[KINDS[one.code]] += 1
    say(", ".join(f"{number} {kind}" for kind, number in counts.items() if number) or "No remarks.")
    name = shlex.quote(document.name)
    first = f"  cd {shlex.quote(str(folder))}\n" if folder else ""
    say(f"Now:\n{first}  exporter check {name}\n  exporter build {name}")


def _lost(document: Imported) -> Diagnostic:
    lost = document.proof.lost
    shown = "; ".join(lost[:5]) + (" …" if len(lost) > 5 else "")
    return Diagnostic(
        code=LOST.code,
        message=f"{len(lost)} of {document.proof.words} words are neither in the sources nor in "
        f"the report: {shown}",
        place=Place(document.file),
        hint=LOST.to_do,
    )

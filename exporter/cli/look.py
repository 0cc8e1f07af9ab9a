"""Commands that only look: check, verify, outline, explain, pictures; and init."""

from __future__ import annotations

import argparse
import shlex
import sys
from pathlib import Path
from typing import Any

from exporter.cli.codes import GOOD, MISUSED, WRONG
from exporter.cli.telling import misused, names, not_done, one, read, stops, tell
from exporter.cli.terminal import say, say_json, warn
from exporter.diagnostics import Diagnostic, SourceError
from exporter.harm import worst_first
from exporter.records import VerifiedFile, answer


def check(options: argparse.Namespace) -> int:
    from exporter import text_checking

    texts = [name for name in options.documents if text_checking.is_text(name)]
    documents = [name for name in options.documents if name not in texts]
    reports: list[dict[str, object]] = []
    findings: list[Diagnostic] = []
    looked = False
    for name in texts:
        found, value = _check_text(name, one(options.edition) or "easy-read")
        findings.extend(found)
        reports.append(value)
        looked = looked or "rules_checked" in value
    if documents or not texts:
        from exporter import checking

        checked = checking.check_documents(
            options.sources,
            options.styles,
            tuple(documents),
            names(options.edition),
            names(options.language),
        )
        looked = looked or bool(checked.checked)
        findings.extend(checked.findings)
        reports.append(answer(checked=checked.checked, findings=checked.findings))
    if options.json:
        value = reports[0] if len(reports) == 1 else answer(reports=reports)
        say_json(value)
    else:
        tell(findings, every=options.all, stream=sys.stdout)
        if not options.all:
            _what_was_not_asked(findings)
        if looked:
            _still_needs_a_person()
    return WRONG if stops(findings, options.strict) else GOOD


def _check_text(name: str, edition: str) -> tuple[tuple[Diagnostic, ...], dict[str, object]]:
    """What was found in a text, and the same as JSON. Raises SourceError for a wrong edition."""
    from exporter import text_checking
    from exporter.checks import as_json

    try:
        report = text_checking.check_file(Path(name), edition)
    except SourceError as error:
        if any(finding.code == "name-unknown" for finding in error.findings):
            raise
        return error.findings, answer(file=name, findings=error.findings)
    return report.findings, answer(file=name, **as_json(report))


def _what_was_not_asked(findings: list[Diagnostic]) -> None:
    """Also where findings for information are not shown: few findings are no praise then."""
    from exporter.checks.text_language import RULES_NOT_ASKED

    for finding in findings:
        if finding.code == RULES_NOT_ASKED.code:
            say(f"{finding.place}: {finding.message}")


def _still_needs_a_person() -> None:
    from exporter.checks import PERSON_DECIDES

    say("No program can decide these; a person must:")
    for item in PERSON_DECIDES:
        say(f"  - {item}")


def verify(options: argparse.Namespace) -> int:
    from exporter import strangers

    files: list[VerifiedFile] = []
    for name in options.files:
        file = Path(name)
        rules = _rules_for(file, one(options.edition))
        try:
            data = read(file)
        except SourceError as error:
            files.append(VerifiedFile(name, None, error.findings))
            continue
        seen = strangers.verified(name, data, file.suffix.lower().lstrip("."), **rules)
        placed = (_in_file(finding, file) for finding in seen.findings)
        found = tuple(sorted(placed, key=worst_first))
        files.append(VerifiedFile(name, seen.entries, found))
    asked = strangers.validated(files, ask=not options.without_validator)
    findings = [finding for seen in asked.files for finding in seen.findings]
    if options.json:
        say_json(answer(files=asked.files, not_looked_at=asked.not_looked_at))
    else:
        tell(findings, every=options.all, stream=sys.stdout)
        for seen in asked.files:
            things = f"{seen.entries} thing{'' if seen.entries == 1 else 's'} to meet"
            said = "could not be read" if seen.entries is None else things
            count = len(seen.findings)
            by = f"; {seen.validated}" if seen.validated else ""
            say(f"{seen.file}: {said}, {count} finding{'' if count == 1 else 's'}{by}")
        for sentence in asked.not_looked_at:
            say(sentence)
        if any(seen.entries is not None for seen in asked.files):
            say("Whether tags, order and words are right for readers, a person must look.")
    return WRONG if stops(findings, options.strict) else GOOD


def _rules_for(file: Path, asked: str) -> dict[str, Any]:
    """Our own files are judged by their edition, which is in their name; others as asked.

    Of a stranger's file nobody promised the size of an edition of ours, only what its rules ask.
    """
    from exporter.styles import folder as styles_folder
    from exporter.styles.editions import load_edition

    if asked:
        return {"rules": load_edition(asked).rules}
    for name in sorted(styles_folder.names("editions"), key=len, reverse=True):
        if file.stem.endswith(f"-{name}"):
            edition = load_edition(name)
            return {"theme": edition.theme, "rules": edition.rules}
    return {}


def _in_file(finding: Diagnostic, file: Path) -> Diagnostic:
    from dataclasses import replace

    return replace(finding, place=replace(finding.place, file=finding.place.file or str(file)))


def outline(options: argparse.Namespace) -> int:
    file = Path(options.target)
    if file.exists() and not file.is_dir():
        from exporter import strangers
        from exporter.formats import of_file, suffixes

        found = of_file(file.suffix)
        if found is None:
            known = ", ".join(suffixes())
            return misused(options, f"{file}: this can read files that end in {known}.")
        try:
            outline = strangers.outline(read(file), found)
        except ValueError as error:
            warn(f"{file}: {error}")
            not_done(options, (Diagnostic(code="file-unreadable", message=f"{file}: {error}"),))
            return WRONG
    else:
        from exporter import checking

        edition = one(options.edition) or "standard"
        outline = checking.outline_of_document(
            options.sources, options.styles, options.target, edition
        )
    if options.json:
        say_json([entry.as_json() for entry in outline], indent=1)
        return GOOD
    for entry in outline:
        indent = "  " * max(0, entry.level - 1)
        own = (
            entry.marker, entry.language, entry.target, " | ".join(entry.headers), entry.kind,
            entry.value, " | ".join(entry.choices),
        )  # fmt: skip
        extra = " ".join(filter(None, own))
        say(f"{entry.role:12} {indent}{entry.text}{f'  [{extra}]' if extra else ''}")
    return GOOD


def explain(options: argparse.Namespace) -> int:
    from exporter import explain as rules

    told = rules.explain(options.rule)
    if told is None:
        close = ", ".join(rules.close_rules(options.rule))
        hint = f" Did you mean: {close}?" if close else ""
        warn(f'There is no rule "{options.rule}".{hint}')
        return MISUSED
    say(told)
    return GOOD


def init(options: argparse.Namespace) -> int:
    from exporter.authored import values
    from exporter.languages import HOUSE, primary, pseudo
    from exporter.starter import BRAND, kinds, start

    if options.from_file:
        from exporter.cli.bring import begin

        return begin(options)
    if options.template == "list":
        say("\n".join(kinds()))
        return GOOD
    if options.template not in kinds():
        warn(f"There is no kind “{options.template}”. There are: {', '.join(kinds())}.")
        return MISUSED
    if options.folder is None:
        warn("Say which folder:  exporter init my-guide")
        return MISUSED
    tag = values.language_tag(options.language) if options.language else ""
    if tag is None:
        warn(f"“{options.language}” is no language. Write its tag: cy for Welsh, ur for Urdu.")
        return MISUSED
    try:
        folder = start(options.folder, options.publisher, options.template, tag)
    except FileExistsError as error:
        warn(error)
        return MISUSED
    where = shlex.quote(str(options.folder))
    kind = options.template.replace("-", " ")
    what = "An easy-read booklet" if kind == "easy read" else f"A small {kind}"
    say(f"{what} is in {folder}. Whose it is stands in {options.folder / BRAND}.")
    if tag and not pseudo.is_pseudo(tag) and primary(tag) != primary(HOUSE):
        say("Its example words are in English: write yours over them. “exporter check” says where.")
    say(f"Now:\n  cd {where}\n  exporter build")
    return GOOD


_MOST_SHOWN = 50
"""Pictures of one search."""


def pictures(options: argparse.Namespace) -> int:
    from exporter import checking

    found = checking.search_pictures(" ".join(options.words))
    if options.json:
        say_json([one.as_json() for one in found])
    for one_found in () if options.json else found[:_MOST_SHOWN]:
        picture = one_found.picture
        say(f"{picture.concept}: {picture.alt or 'no description yet'} ({picture.bank})")
        say(f"    {one_found.origin}")
        if one_found.note:
            say(f"    {one_found.note}")
    if len(found) > _MOST_SHOWN and not options.json:
        say(f"{len(found) - _MOST_SHOWN} more: add a word that says more, or --json for all.")
    if not found:
        warn("Nothing fits these words. Try a simpler one.")
    return GOOD if found else WRONG

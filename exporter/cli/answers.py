"""`exporter answers`: what was filled in, of one form or of many."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from exporter.changes.answer_table import table
from exporter.changes.forms import Form, read_form
from exporter.cli.codes import GOOD, WRONG
from exporter.cli.telling import read, tell
from exporter.cli.terminal import say, say_json
from exporter.diagnostics import Diagnostic, SourceError, short
from exporter.records import answer


def run(options: argparse.Namespace) -> int:
    """Read every form; one that cannot be read stops no other."""
    forms: list[tuple[str, Form]] = []
    findings: list[Diagnostic] = []
    for name in options.files:
        try:
            forms.append((name, read_form(Path(name), read(Path(name)))))
        except SourceError as error:
            findings += error.findings
    tell(findings, every=True)
    if options.json:
        told = [{"file": name, **_as_json(form)} for name, form in forms]
        say_json(answer(good=not findings, findings=findings, forms=told))
    elif options.csv:
        say(table(forms).removesuffix("\n"), stream=sys.stdout)
    else:
        for name, form in forms:
            for line in _lines(name, form):
                say(line, stream=sys.stdout)
    return WRONG if findings else GOOD


def _as_json(form: Form) -> dict[str, object]:
    about = {"document": form.document, "edition": form.edition, "version": form.version}
    questions = [
        {"question": one.question, "answers": list(one.answers), "why": one.why}
        for one in form.questions
    ]
    return about | {"why": form.why, "questions": questions}


def _lines(name: str, form: Form) -> Iterator[str]:
    made_of = f"{form.document}, {form.edition}, version {form.version or 'none'}"
    yield f"{name}: {made_of}" if form.document else name
    if form.why:
        yield f"   {form.why}"
    for one in form.questions:
        yield f"   ? {short(one.question, 300)}"
        yield from (f"   + {short(answer, 300)}" for answer in one.answers)
        if one.why:
            yield f"   {one.why}"
    yield ""

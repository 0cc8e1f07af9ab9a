"""What was built, and what looked at it."""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import PurePosixPath

from exporter.diagnostics import to_act_on
from exporter.formats import FORMATS
from exporter.records import BuiltFile
from exporter.reports.evidence.facts import Facts
from exporter.reports.evidence.pieces import heading, lines, paragraph, small, table
from exporter.reports.saying import Saying
from exporter.web_page.markup import NOTHING, Html, escape, join


def the_tools(facts: Facts) -> Html:
    """What checked what, at which version."""
    say = facts.say
    rows = ((escape(tool.name), escape(tool.version), escape(tool.what)) for tool in facts.tools)
    columns = tuple(say(f"tools-{key}") for key in ("program", "version", "did"))
    told = table("tools", say("tools-table"), columns, rows)
    return join(heading(say("tools")), told if facts.tools else paragraph(say("tools-none")))


def the_files(facts: Facts) -> Html:
    """A row for each file: is it whole, and what was measured in it."""
    say = facts.say
    if not facts.files:
        return join(heading(say("files")), paragraph(say("files-none")))
    keys = ("file", "same", "type", "contrast", "findings", "validated")
    rows = [
        (
            lines((escape(_kind(one, say)), small(escape(PurePosixPath(one.file).name)))),
            escape(say(_same(one), number=one.entries)),
            escape(_points(one, say)),
            escape(_ratio(one, say, shared=facts.shared)),
            escape(_count(one, say)),
            say.marked(one.validated) if one.validated else escape(say("not-validated")),
        )
        for one in facts.files
    ]
    return join(
        heading(say("files")),
        paragraph(say("files-how-shared" if facts.shared else "files-how")),
        table("files", say("files-table"), tuple(say(f"files-{key}") for key in keys), rows),
        paragraph(say("files-colours")) if facts.shared else NOTHING,
    )


def unchecked_files(facts: Facts) -> Iterator[str]:
    """What nobody has measured in the files, as sentences."""
    say = facts.say
    for kind in FORMATS.values():
        left = len([one for one in facts.files if one.format == kind.name and not one.validated])
        if left and kind.validator:
            called, name = kind.called_in(facts.words), kind.validator.name
            yield say("not-validated-files", number=left, format=called, validator=name)
    measurable = [one for one in facts.files if not _is_its_readers(one)]
    for key, measured in (
        ("type", [one.smallest_type for one in measurable]),
        ("contrast", [one.lowest_contrast for one in measurable]),
    ):
        left = measured.count(None)
        if left:
            yield say(f"{key}-not-measured", number=left)


def _kind(file: BuiltFile, say: Saying) -> str:
    """ "Large print, Word"."""
    kind = FORMATS[file.format].called_in(say.words) if file.format in FORMATS else file.format
    told = ", ".join(filter(None, (file.edition and say.edition(file.edition), kind)))
    return told[:1].upper() + told[1:]


def _same(file: BuiltFile) -> str:
    return "things-same" if file.says_the_same else "things-differ"


def _is_its_readers(file: BuiltFile) -> bool:
    """Whether whoever reads it chooses size and colours: then none of a file's can be measured."""
    return file.format in FORMATS and FORMATS[file.format].medium == "screen"


def _points(file: BuiltFile, say: Saying) -> str:
    size = file.smallest_type
    if size is None:
        return say("readers-choice" if _is_its_readers(file) else "not-measured")
    return say("points", size=f"{size:.4g}")


def _ratio(file: BuiltFile, say: Saying, *, shared: bool) -> str:
    """Rounded down: 4.49 is not 4.5. What many files are stamped from has colours of nobody's."""
    ratio = file.lowest_contrast
    if ratio is None:
        return say("readers-choice" if _is_its_readers(file) else "not-measured")
    key = "contrast-of-all" if shared else "contrast"
    return say(key, ratio=f"{math.floor(ratio * 10) / 10:g}")


def _count(file: BuiltFile, say: Saying) -> str:
    findings = file.findings or ()
    if not findings:
        return say("findings-none")
    serious = to_act_on(findings) or say("findings-none")
    return say("findings", number=len(findings), serious=serious)

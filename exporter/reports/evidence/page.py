"""The page itself: what stands on it, in which order."""

from __future__ import annotations

from exporter.languages.dates import date_in_words
from exporter.reports.evidence import easy_read, files, found, pictures
from exporter.reports.evidence.facts import Facts
from exporter.reports.evidence.pieces import counted, heading, in_language, listed, paragraph
from exporter.web_page.markup import NOTHING, Html, element, escape, join
from exporter.web_page.page import page

_TITLE = "What we checked"


def what_we_checked(facts: Facts) -> bytes:
    """The page as a file of its own, which needs nothing else."""
    source = facts.source
    body = join(
        element("h1", escape(f"{_TITLE}: "), in_language(source.title, source.language)),
        paragraph(_version(facts)),
        paragraph("This is a draft. It is not for publication.") if _is_draft(facts) else NOTHING,
        heading("In short"),
        listed(_in_short(facts)),
        files.the_tools(facts),
        files.the_files(facts),
        found.the_findings(facts),
        easy_read.the_easy_read(facts),
        pictures.the_pictures(facts),
        _by_nobody(facts),
    )
    return page(f"{_TITLE}: {source.title}", body, language="en-GB")


def _is_draft(facts: Facts) -> bool:
    return facts.source.status == "draft"


def _version(facts: Facts) -> str:
    """ "Version 1.2, November 2026." """
    source = facts.source
    version = f"Version {source.version}" if source.version else ""
    date = date_in_words(source.updated or source.date, facts.words.language)
    told = ", ".join(filter(None, (version, date)))
    return f"{told}." if told else ""


def _in_short(facts: Facts) -> list[str]:
    same = [one for one in facts.files if one.says_the_same]
    differ = len(facts.files) - len(same)
    told = [f"{counted(len(same), 'file says', 'files say')} exactly what the authors wrote."]
    if differ:
        told.append(f"{counted(differ, 'file does', 'files do')} NOT say what the authors wrote.")
    told += [found.in_short(facts), easy_read.in_short(facts)]
    told.append("What nobody has checked stands at the end of this page.")
    return told


def _by_nobody(facts: Facts) -> Html:
    """What is open: things that only people can tell, and things that were not measured."""
    open_questions = [*easy_read.unchecked_easy_read(facts), *files.unchecked_files(facts)]
    return join(
        heading("What nobody has checked yet"),
        paragraph("No program can tell whether these are true. People have to look:"),
        listed(facts.person_decides),
        join(paragraph("Also open:"), listed(open_questions)) if open_questions else NOTHING,
    )

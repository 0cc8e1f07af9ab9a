"""The page itself: its order, its head and its look."""

from __future__ import annotations

from exporter.adapt.furniture import date_in_words
from exporter.evidence import easy_read, files, found, pictures
from exporter.evidence.facts import Facts
from exporter.evidence.pieces import counted, heading, in_language, listed, paragraph
from exporter.web_page.markup import NOTHING, Html, element, escape, join

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
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", escape(f"{_TITLE}: {source.title}")),
        element("style", Html(_STYLE)),
    )
    page = element("html", head, element("body", element("main", body)), lang="en-GB")
    return f"<!DOCTYPE html>\n{page}\n".encode()


def _is_draft(facts: Facts) -> bool:
    return facts.source.status == "draft"


def _version(facts: Facts) -> str:
    """ "Version 1.2, November 2026." """
    source = facts.source
    version = f"Version {source.version}" if source.version else ""
    date = date_in_words(source.updated or source.date, facts.words)
    told = ", ".join(filter(None, (version, date)))
    return f"{told}." if told else ""


def _in_short(facts: Facts) -> list[str]:
    same = [one for one in facts.files if one.get("says_the_same")]
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


_STYLE = (
    "body{font:1.125rem/1.5 Arial,Helvetica,sans-serif;color:#1f2933;background:#fff;margin:0}"
    "main{max-width:56rem;margin:0 auto;padding:2rem 1.25rem 4rem}"
    "h1{font-size:2rem;line-height:1.2}h2{font-size:1.5rem;line-height:1.25;margin:2.5rem 0 .75rem}"
    "h3{font-size:1.2rem;margin:1.75rem 0 .5rem}p,ul{max-width:42rem}li{margin:.5rem 0}"
    ".quiet{color:#4a545e}.line{display:block}"
    ".sideways{overflow-x:auto;margin:1rem 0}"
    ".sideways:focus{outline:3px solid #1f2933;outline-offset:2px}"
    "table{border-collapse:collapse;width:100%}"
    "caption{text-align:left;font-weight:bold;padding:.5rem 0}"
    "th,td{text-align:left;vertical-align:top;padding:.6rem 1rem .6rem 0;"
    "border-bottom:1px solid #9aa3ab}tbody th{font-weight:normal}"
    "@media print{.sideways{overflow:visible}tr{break-inside:avoid}"
    "thead{display:table-header-group}}"
)

"""The checker of web pages: every rule of the catalogue on one page, ours or anybody's.

It shares nothing with the writer: a common table would hide a common mistake.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from exporter.diagnostics import Diagnostic, Severity, Unreadable
from exporter.edition import Theme
from exporter.file_rules.html import rules_links as html_rules_links
from exporter.file_rules.html import rules_parts as html_rules_parts
from exporter.file_rules.html.catalogue import RULES, found
from exporter.file_rules.html.words import words
from exporter.web_page.tree import Element, parse

__all__ = ["RULES", "check", "unreadable"]

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*\Z")
_ZOOM = re.compile(r"user-scalable\s*=\s*(no|0)|maximum-scale\s*=\s*(1(\.\d+)?|0\.\d+)\s*(,|;|$)")
_ELSEWHERE = re.compile(r"(https?:)?//", re.IGNORECASE)


def check(data: bytes, theme: Theme | None = None, rules: str = "") -> tuple[Diagnostic, ...]:
    """What is wrong with a web page, the most serious first.

    `theme` and `rules` are there for the sake of the other formats: a web page has the size that
    its reader gives it. A page that cannot be read is one finding.
    """
    try:
        page = list(parse(data).all_elements())
    except Unreadable as problem:
        return (unreadable(problem),)
    if not page:
        return (found("html-unreadable", "There is not one element of HTML in this file."),)
    findings = [*_page(page), *html_rules_parts.check(page), *html_rules_links.check(page)]
    return tuple(sorted(findings, key=_weight))


def unreadable(problem: Unreadable) -> Diagnostic:
    """What to say of a page that cannot be opened."""
    return found("html-unreadable", str(problem), hint=problem.hint)


def _weight(finding: Diagnostic) -> tuple[Severity, int]:
    return finding.severity, finding.place.line


def _page(page: list[Element]) -> Iterator[Diagnostic]:
    yield from _language(page)
    if not any(e.tag == "title" and words(e) and e.within("svg") is None for e in page):
        yield found("html-title-missing", "The page has no title.")
    viewports = [e for e in page if e.tag == "meta" and e.get("name").lower() == "viewport"]
    if not viewports:
        yield found("html-viewport-missing", "The page does not fit itself to the screen.")
    for viewport in viewports:
        if _ZOOM.search(viewport.get("content").lower()):
            message = "Readers cannot make this page larger."
            yield found("html-zoom-forbidden", message, viewport.line)
    if not any(e.tag == "main" or e.get("role") == "main" for e in page):
        yield found("html-main-missing", "The main part of the page is not marked.")
    for element in page:
        if element.tag == "meta" and element.get("http-equiv").lower() == "refresh":
            yield found("html-refresh", "The page reloads or moves on by itself.", element.line)
    yield from _network(page)
    yield from _ids(page)


def _language(page: list[Element]) -> Iterator[Diagnostic]:
    root = next((element for element in page if element.tag == "html"), None)
    if root is None or not root.get("lang").strip():
        yield found("html-language-missing", "The page does not say its language.")
    for element in page:
        language = element.get("lang").strip()
        if language and not _LANGUAGE.match(language):
            message = f'"{language}" is not the tag of a language.'
            yield found("html-language-wrong", message, element.line, words=language)


def _network(page: list[Element]) -> Iterator[Diagnostic]:
    needed = [
        element.get(name)
        for element in page
        for tag, name in _FETCHED
        if element.tag == tag and _ELSEWHERE.match(element.get(name).strip())
        if tag != "link" or {"stylesheet", "icon", "preload"} & set(element.get("rel").split())
    ]
    if needed:
        what = "one thing" if len(needed) == 1 else f"{len(needed)} things"
        message = f"The page fetches {what} from elsewhere, first {needed[0]}."
        yield found("html-network-needed", message, words=needed[0])


_FETCHED = (
    ("img", "src"), ("script", "src"), ("link", "href"), ("iframe", "src"), ("video", "src"),
    ("audio", "src"), ("source", "src"), ("embed", "src"), ("object", "data"),
)  # fmt: skip


def _ids(page: list[Element]) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for element in page:
        name = element.get("id")
        if name and name in seen:
            yield found("html-id-twice", f'The id "{name}" is there twice.', element.line)
        seen.add(name)
    for element in page:
        for attribute in ("aria-labelledby", "aria-describedby"):
            for name in element.get(attribute).split():
                if name not in seen:
                    message = f'{attribute} names "{name}", which is not on the page.'
                    yield found("html-label-dead", message, element.line, words=name)

"""Rules on what is laid over the pages: links, fields of forms, remarks, films (7.18)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from exporter.diagnostics import Diagnostic
from exporter.file_rules.pdf.annotation_facts import Annotation
from exporter.file_rules.pdf.catalogue import found, on_pages
from exporter.file_rules.pdf.facts import Facts

_OF_THEIR_OWN = frozenset(["Link", "Widget", "PrinterMark", "TrapNet", "Popup"])
"""Kinds with rules of their own; a popup belongs to a remark that has said it all."""


def check(facts: Facts) -> Iterator[Diagnostic]:
    seen = [one for one in facts.annotations if one.seen]
    yield from _links([one for one in seen if one.kind == "Link"], facts.tagged)
    yield from _fields([one for one in seen if one.kind == "Widget"], facts.tagged)
    yield from _remarks([one for one in seen if one.kind not in _OF_THEIR_OWN], facts.tagged)
    yield from _for_printers(facts.annotations)
    yield from _media(facts.annotations)
    if facts.pages_out_of_order:
        yield found(
            "pdf-tabs-order",
            f"On {on_pages(facts.pages_out_of_order)} the Tab key does not follow the order of "
            "the tags.",
        )


def _where(annotations: Iterable[Annotation]) -> str:
    return on_pages(one.page for one in annotations)


def _links(links: list[Annotation], tagged: bool) -> Iterator[Diagnostic]:
    silent = [one for one in links if not one.contents]
    if silent:
        yield found("pdf-link-contents-missing", f"Links on {_where(silent)} have no description.")
    outside = [one for one in links if not one.holder]
    if outside and tagged:
        yield found("pdf-link-untagged", f"Links on {_where(outside)} are in no tag.")
    elsewhere = [one for one in links if one.holder not in ("", "Link", "Reference")]
    if elsewhere and tagged:
        yield found(
            "pdf-link-untagged",
            f"Links on {_where(elsewhere)} are in a tag {elsewhere[0].holder}, and not in a Link.",
        )


def _fields(fields: list[Annotation], tagged: bool) -> Iterator[Diagnostic]:
    silent = [one for one in fields if one.is_field and not one.described and not one.alt]
    if silent:
        yield found(
            "pdf-field-without-words",
            f"Fields of the form on {_where(silent)} do not say what they ask for.",
        )
    outside = [one for one in fields if one.is_field and one.holder != "Form"]
    if outside and tagged:
        yield found("pdf-field-untagged", f"Fields on {_where(outside)} are in no tag Form.")


def _remarks(remarks: list[Annotation], tagged: bool) -> Iterator[Diagnostic]:
    silent = [one for one in remarks if not one.contents and not one.alt]
    if silent:
        yield found(
            "pdf-annotation-without-words",
            f"A {silent[0].kind} annotation on {_where(silent)} has no words.",
        )
    outside = [one for one in remarks if one.holder != "Annot"]
    if outside and tagged:
        yield found(
            "pdf-annotation-untagged",
            f"A {outside[0].kind} annotation on {_where(outside)} is in no tag Annot.",
        )


def _for_printers(annotations: Iterable[Annotation]) -> Iterator[Diagnostic]:
    """Marks for printers are for nobody who reads; a trap network may not be there (7.18.2, 8)."""
    nets = [one for one in annotations if one.kind == "TrapNet" and one.seen]
    if nets:
        yield found("pdf-printers-marks", f"There is a trap network on {_where(nets)}.")
    marks = [
        one for one in annotations if one.kind == "PrinterMark" and one.seen and one.leads_to_tags
    ]
    if marks:
        yield found("pdf-printers-marks", f"Printer's marks on {_where(marks)} are in the tags.")


def _media(annotations: Iterable[Annotation]) -> Iterator[Diagnostic]:
    silent = [one for one in annotations if any(not clip.alt for clip in one.media)]
    if silent:
        yield found("pdf-media-alt-missing", f"A film or sound on {_where(silent)} has no text.")
    unknown = [one for one in annotations if any(not clip.kind_told for clip in one.media)]
    if unknown:
        yield found(
            "pdf-media-kind-missing",
            f"A film or sound on {_where(unknown)} does not say what kind of data it is.",
        )

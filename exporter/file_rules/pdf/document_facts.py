"""What a PDF says of itself beside its pages: metadata, layers, files in it, forms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf

from exporter.file_rules.pdf.fonts import get, list_of
from exporter.file_rules.pdf.repeated_forms import forms_of, pages_with_repeated_forms
from exporter.pdf_file.fields import text
from exporter.pdf_file.packed import beginning_of

_MOST_METADATA = 1_000_000
_MOST_NAMES = 20_000
_LONGEST_TITLE = 20_000
_DYNAMIC = re.compile(rb"<(?:\w+:)?dynamicRender>\s*required\s*<")
_TITLE = re.compile(rb"<dc:title\b[^>]*>.*?<rdf:li[^>]*>(.*?)</rdf:li>", re.DOTALL)
_ITS_LANGUAGE = re.compile(rb"xml:lang\s*=\s*[\"'](?!x-default)\w")
_CLAIM = re.compile(rb"(\w+):(part|amd|corr|rev)(?:>|\s*=\s*[\"'])\s*(\w+)")
_YEAR = re.compile(rb"\d{4}")
_PREFIX = re.compile(rb"xmlns:(\w+)\s*=\s*[\"']http://www\.aiim\.org/pdfua/ns/id/[\"']")


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    title: str
    """As its metadata say, else its properties."""
    title_in_metadata: bool
    title_has_language: bool
    """Whether its metadata say in which language it is, and not only “the usual one”."""
    title_shown: bool
    standard: str
    """ "ua-1", "ua-2", or nothing where the file claims neither."""
    claim_misspelt: bool
    """Whether it claims a standard in a way that programs do not know."""
    version: str
    """As its first line says: "1.7"."""
    suspects: bool
    files_without_name: tuple[str, ...]
    layers_without_name: bool
    layers_change: bool
    """Whether layers are switched by themselves."""
    redrawn_form: bool
    """Whether its form is of a kind (XFA) that has to be drawn anew each time."""
    draws_from_outside: bool
    pages_with_repeated_forms: tuple[int, ...]
    """Where something is drawn that is tagged inside, and drawn elsewhere too."""


def document_facts(file: pikepdf.Pdf, data: bytes) -> DocumentFacts:
    metadata = _bytes(get(file.Root, "/Metadata"))
    standard, misspelt = _standard(metadata)
    begins = metadata.find(b"<dc:title")
    told = metadata[begins : begins + _LONGEST_TITLE] if begins >= 0 else b""
    titles = told.partition(b"</dc:title>")[0]
    in_metadata = _TITLE.match(titles)
    title = in_metadata[1].decode("utf-8", "replace").strip() if in_metadata else ""
    layers = get(file.Root, "/OCProperties")
    configurations = [get(layers, "/D"), *list_of(get(layers, "/Configs"))] if layers else []
    version = re.search(rb"%PDF-(\d\.\d)", data[:2048])
    return DocumentFacts(
        title=title or text(get(file.trailer.get("/Info"), "/Title")).strip(),
        title_in_metadata=bool(title),
        title_has_language=bool(_ITS_LANGUAGE.search(titles)),
        title_shown=is_true(get(get(file.Root, "/ViewerPreferences"), "/DisplayDocTitle")),
        standard=standard,
        claim_misspelt=misspelt,
        version=version[1].decode() if version else "",
        suspects=is_true(get(get(file.Root, "/MarkInfo"), "/Suspects")),
        files_without_name=tuple(_files_without_name(file)),
        layers_without_name=any(not text(get(one, "/Name")).strip() for one in configurations),
        layers_change=any(get(one, "/AS") is not None for one in configurations),
        redrawn_form=bool(_DYNAMIC.search(_form_of_another_kind(file))),
        draws_from_outside=_draws_from_outside(file),
        pages_with_repeated_forms=pages_with_repeated_forms(file),
    )


def _standard(metadata: bytes) -> tuple[str, bool]:
    """The standard that is claimed, and whether the claim is spelt as nobody reads it."""
    prefixes = set(_PREFIX.findall(metadata))
    claims = [one for one in _CLAIM.finditer(metadata) if one[1] in prefixes]
    if not claims:
        return "", False
    parts = [one[3] for one in claims if one[1] == b"pdfuaid" and one[2] == b"part"]
    if not parts or parts[0] not in (b"1", b"2") or prefixes != {b"pdfuaid"}:
        return "", True
    years = [one[3] for one in claims if one[2] == b"rev"]
    if parts[0] == b"2" and not any(map(_YEAR.fullmatch, years)):
        return "", True  # ISO 14289-2, 5: its part and its year
    return f"ua-{parts[0].decode()}", False


def _files_without_name(file: pikepdf.Pdf) -> Iterator[str]:
    """Files in the file that do not have both of their names."""
    for one in _files(file):
        if get(one, "/EF") is None:
            continue
        names = [text(get(one, key)).strip() for key in ("/F", "/UF")]
        if not all(names):
            yield next(filter(None, names), "a file without a name")


def _files(file: pikepdf.Pdf) -> Iterator[Any]:
    yield from _named(get(get(file.Root, "/Names"), "/EmbeddedFiles"))
    yield from list_of(get(file.Root, "/AF"))
    left = _MOST_NAMES
    for page in file.pages:
        given = list_of(get(page.obj, "/Annots"))
        left -= len(given)
        if left < 0:
            return
        yield from (get(one, "/FS") for one in given)
        yield from list_of(get(page.obj, "/AF"))


def _named(tree: Any) -> Iterator[Any]:
    """The values of a tree of names; it may go round in a circle."""
    waiting, seen = [tree], 0
    while waiting and seen < _MOST_NAMES:
        branch = waiting.pop()
        seen += 1
        names = list_of(get(branch, "/Names"))
        seen += len(names)
        yield from names[1::2]
        waiting.extend(list_of(get(branch, "/Kids"))[:_MOST_NAMES])


def _form_of_another_kind(file: pikepdf.Pdf) -> bytes:
    given = get(get(file.Root, "/AcroForm"), "/XFA")
    parts = [given] if isinstance(given, pikepdf.Stream) else list_of(given)[:200]
    return b"".join(_bytes(part) for part in parts if isinstance(part, pikepdf.Stream))


def _draws_from_outside(file: pikepdf.Pdf) -> bool:
    """Whether a form is only a stand-in for a page of another file (ISO 14289-1, 7.20)."""
    return any(get(form, "/Ref") is not None for form in forms_of(file))


def is_true(thing: Any) -> bool:
    return thing is True or (isinstance(thing, pikepdf.Object) and str(thing) == "true")


def _bytes(thing: Any) -> bytes:
    return beginning_of(thing, _MOST_METADATA) if isinstance(thing, pikepdf.Stream) else b""

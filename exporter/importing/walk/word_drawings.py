"""What stands in a run of a Word file beside words: pictures, charts, diagrams, objects."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from exporter.importing.walk.pieces import Shown, Told
from exporter.word_file.names import A, Element, R, V
from exporter.word_file.opening import WordFile
from exporter.word_file.pictures import BOX, HOLDERS, pictures_in

_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_DIAGRAM = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
_SVG = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"
_OLE = "{urn:schemas-microsoft-com:office:office}OLEObject"
_WORDS = (f"{A}t", f"{_CHART}v")


def drawings_in(run: Element, file: WordFile, part: str) -> Iterator[Shown | Told]:
    """Each picture in a run, and what else is drawn there; not what stands in text boxes."""
    for holder in run.iter(*HOLDERS):
        if any(around.tag == BOX for around in holder.iterancestors()):
            continue
        yield from _holder(holder, file, part)


def _holder(holder: Element, file: WordFile, part: str) -> Iterator[Shown | Told]:
    related = file.related(part)
    if holder.find(f".//{_OLE}") is not None:
        kind = next(holder.iter(_OLE)).get("ProgID", "")
        yield Told("object-lost", kind)
    for name, code in ((f"{_CHART}chart", "chart-lost"), (_DIAGRAM, "diagram-lost")):
        for element in holder.iter(name):
            key = element.get(f"{R}id") or element.get(f"{R}dm") or ""
            target = related[key].target if key in related else ""
            alt = next((one.alt for one in pictures_in(holder)), "")
            words = _words_of(file, file.path(part, target)) if target else ""
            yield Told(code, " ".join(filter(None, (alt, words))))
            return
    parts = list(_pictures(holder, file, part))
    described = list(pictures_in(holder))
    for index, found in enumerate(parts):
        about = described[index] if index < len(described) else None
        if isinstance(found, Told) or about is None:
            yield found
        else:
            yield replace(found, alt=about.alt, decorative=about.decorative)
    for about in described[len(parts) :]:
        if about.watermark or about.alt:
            yield Told("watermark" if about.watermark else "drawing-lost", about.alt)
        elif not about.decorative and holder.find(f".//{BOX}") is None:
            yield Told("drawing-lost", "")


def _pictures(holder: Element, file: WordFile, part: str) -> Iterator[Shown | Told]:
    """The parts that hold the pictures; a drawing that scales is taken before its bitmap."""
    related = file.related(part)
    for blip in holder.iter(f"{A}blip", f"{V}imagedata"):
        if any(around.tag == BOX for around in _up_to(blip, holder)):
            continue
        keys = [one.get(f"{R}embed", "") for one in blip.iter(_SVG)]
        keys += [blip.get(f"{R}embed", ""), blip.get(f"{R}id", ""), blip.get(f"{R}link", "")]
        found = [related[key] for key in keys if key in related]
        inside = [one for one in found if not one.external]
        if inside:
            first, last = (file.path(part, one.target) for one in (inside[0], inside[-1]))
            yield Shown(first, bitmap=last if last != first else "")
        elif found:
            yield Told("picture-elsewhere", found[0].target)


def _up_to(element: Element, holder: Element) -> Iterator[Element]:
    for around in element.iterancestors():
        if around is holder:
            return
        yield around


def _words_of(file: WordFile, part: str) -> str:
    """The words in a chart or a diagram."""
    root = file.part(part)
    if root is None:
        return ""
    return " ".join(text for one in root.iter(*_WORDS) if (text := (one.text or "").strip()))

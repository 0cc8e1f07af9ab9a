"""What somebody does to a Word file, tracked or not: on its XML, as Word writes it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from copy import deepcopy

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
DOCUMENT, ENDNOTES = "word/document.xml", "word/endnotes.xml"
ANNA, WHEN = "Anna Smith", "2026-11-02T10:00:00Z"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"


class Editor:
    """A Word file that is being edited. `author`: changes are tracked, and made by this person."""

    def __init__(self, data: bytes, author: str = "", date: str = WHEN) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self._parts = {name: archive.read(name) for name in archive.namelist()}
        self.root = etree.fromstring(self._parts[DOCUMENT])
        self.notes = etree.fromstring(self._parts.get(ENDNOTES, b"<none/>"))
        self.author, self.date = author, date
        self._comments: list[tuple[str, str]] = []
        self._ids = 900

    def saved(self) -> bytes:
        self._parts[DOCUMENT] = etree.tostring(self.root, standalone=True)
        if ENDNOTES in self._parts:
            self._parts[ENDNOTES] = etree.tostring(self.notes, standalone=True)
        if self._comments:
            self._write_comments()
        made = io.BytesIO()
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in self._parts.items():
                archive.writestr(name, data)
        return made.getvalue()

    def part(self, name: str, change: Callable[[str], str]) -> None:
        before = self._parts[name].decode()
        after = change(before)
        assert after != before
        self._parts[name] = after.encode()

    # ---- finding ----

    def paragraph(self, words: str, root: etree._Element | None = None) -> etree._Element:
        """The one paragraph with these words in it, outside the program's own."""
        found = [
            one
            for one in (self.root if root is None else root).iter(f"{W}p")
            if words in "".join(t.text or "" for t in one.iter(f"{W}t"))
            and not _style(one).startswith(("Furniture", "TOC"))
        ]
        assert len(found) == 1, (words, len(found))
        return found[0]

    # ---- editing ----

    def reword(self, old: str, new: str, *, within: str = "", notes: bool = False) -> None:
        """Put `new` in the place of `old`, which stands in one run."""
        paragraph = self.paragraph(within or old, self.notes if notes else None)
        for run in paragraph.iter(f"{W}r"):
            text = run.find(f"{W}t")
            if text is not None and old in (text.text or ""):
                before, _, after = (text.text or "").partition(old)
                pieces = [
                    _run(run, before),
                    self._deleted(_run(run, old)),
                    self._inserted(_run(run, new)),
                    _run(run, after),
                ]
                parent = run.getparent()
                assert parent is not None
                at = parent.index(run)
                parent[at : at + 1] = [p for p in pieces if p is not None]
                return
        raise AssertionError(f"{old} stands in no run")

    def insert(self, after: str, words: str, style: str = "") -> None:
        """A new paragraph below another one, looking like it."""
        paragraph = self.paragraph(after)
        new = etree.fromstring(f"<w:p {_NS}/>")
        properties = paragraph.find(f"{W}pPr")
        if properties is not None:
            new.append(deepcopy(properties))
        if style:
            new.find(f"{W}pPr/{W}pStyle").set(f"{W}val", style)  # type: ignore[union-attr]
        run = etree.fromstring(f'<w:r {_NS}><w:t xml:space="preserve"/></w:r>')
        run[0].text = words
        new.append(self._inserted(run))
        if self.author:
            _mark_of(new).append(self._tracked("ins"))
        paragraph.addnext(new)

    def delete(self, words: str) -> None:
        paragraph = self.paragraph(words)
        parent = paragraph.getparent()
        assert parent is not None
        if not self.author:
            parent.remove(paragraph)
            return
        self._delete_runs(paragraph)
        _mark_of(paragraph).append(self._tracked("del"))

    def _delete_runs(self, paragraph: etree._Element) -> None:
        for run in list(paragraph.iter(f"{W}r")):
            holder = run.getparent()
            assert holder is not None
            at = holder.index(run)
            deleted = self._deleted(run)
            assert deleted is not None
            holder.insert(at, deleted)

    def move(self, words: str, after: str) -> None:
        """Move a paragraph below another one, as cutting and pasting does."""
        paragraph, beside = self.paragraph(words), self.paragraph(after)
        if not self.author:
            beside.addnext(paragraph)
            return
        copy = deepcopy(paragraph)
        for one, kind in ((paragraph, "moveFrom"), (copy, "moveTo")):
            for run in list(one.iter(f"{W}r")):
                holder = run.getparent()
                assert holder is not None
                at = holder.index(run)
                tracked = self._tracked(kind)
                tracked.append(run)
                holder.insert(at, tracked)
            _mark_of(one).append(self._tracked(kind))
        beside.addnext(copy)

    def add_row(self, like: str, *cells: str) -> None:
        """A new row below the one that has these words in it."""
        row = next(self.paragraph(like).iterancestors(f"{W}tr"))
        new = deepcopy(row)
        for cell, words in zip(new.iter(f"{W}tc"), cells, strict=True):
            for run in list(cell.iter(f"{W}r"))[1:]:
                run.getparent().remove(run)  # type: ignore[union-attr]
            text = next(cell.iter(f"{W}t"))
            text.text = words
        if self.author:
            properties = new.find(f"{W}trPr")
            assert properties is not None
            properties.append(self._tracked("ins"))
        row.addnext(new)

    def describe(self, old: str, new: str, *, every: bool = True) -> None:
        """Change an alternative text, wherever it stands."""
        found = [one for one in self.root.iter(f"{WP}docPr") if one.get("descr") == old]
        assert found
        for one in found if every else found[:1]:
            one.set("descr", new)

    def comment(self, about: str, says: str) -> None:
        """Write something beside the words of one run."""
        paragraph = self.paragraph(about)
        name = str(len(self._comments))
        run = next(r for r in paragraph.iter(f"{W}r") if about in "".join(r.itertext()))
        self.split_run(run, about)
        run = next(r for r in paragraph.iter(f"{W}r") if "".join(r.itertext()) == about)
        start = etree.fromstring(f'<w:commentRangeStart {_NS} w:id="{name}"/>')
        end = etree.fromstring(f'<w:commentRangeEnd {_NS} w:id="{name}"/>')
        mark = etree.fromstring(f'<w:r {_NS}><w:commentReference w:id="{name}"/></w:r>')
        run.addprevious(start)
        run.addnext(end)
        end.addnext(mark)
        self._comments.append((name, says))

    def split_run(self, run: etree._Element, words: str) -> None:
        text = run.find(f"{W}t")
        assert text is not None
        before, _, after = (text.text or "").partition(words)
        parent = run.getparent()
        assert parent is not None
        at = parent.index(run)
        pieces = [_run(run, before), _run(run, words), _run(run, after)]
        parent[at : at + 1] = [piece for piece in pieces if piece is not None]

    # ---- marks of tracking ----

    def _tracked(self, kind: str) -> etree._Element:
        self._ids += 1
        return etree.fromstring(
            f'<w:{kind} {_NS} w:id="{self._ids}" w:author="{self.author}" w:date="{self.date}"/>'
        )

    def _inserted(self, run: etree._Element | None) -> etree._Element | None:
        if run is None or not self.author:
            return run
        tracked = self._tracked("ins")
        tracked.append(run)
        return tracked

    def _deleted(self, run: etree._Element | None) -> etree._Element | None:
        if run is None or not self.author:
            return None
        for text in run.iter(f"{W}t"):
            text.tag = f"{W}delText"
        tracked = self._tracked("del")
        tracked.append(run)
        return tracked

    def _write_comments(self) -> None:
        author = self.author or ANNA
        written = "".join(
            f'<w:comment w:id="{name}" w:author="{author}" w:date="{self.date}" w:initials="A">'
            f"<w:p><w:r><w:t>{says}</w:t></w:r></w:p></w:comment>"
            for name, says in self._comments
        )
        self._parts["word/comments.xml"] = f"<w:comments {_NS}>{written}</w:comments>".encode()
        self.part(
            "word/_rels/document.xml.rels",
            lambda text: text.replace(
                "</Relationships>",
                f'<Relationship Id="rIdComments" Type="{_RELATION}" Target="comments.xml"/>'
                "</Relationships>",
            ),
        )
        self.part(
            "[Content_Types].xml",
            lambda text: text.replace(
                "</Types>",
                f'<Override PartName="/word/comments.xml" ContentType="{_TYPE}"/></Types>',
            ),
        )


def _style(paragraph: etree._Element) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else found.get(f"{W}val", "")


def _run(like: etree._Element, words: str) -> etree._Element | None:
    """A run with these words that looks like another one; none without words."""
    if not words:
        return None
    new = deepcopy(like)
    text = new.find(f"{W}t")
    assert text is not None
    text.text = words
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return new


def _mark_of(paragraph: etree._Element) -> etree._Element:
    """The properties of the end of a paragraph."""
    properties = paragraph.find(f"{W}pPr")
    if properties is None:
        properties = etree.fromstring(f"<w:pPr {_NS}/>")
        paragraph.insert(0, properties)
    mark = properties.find(f"{W}rPr")
    if mark is None:
        mark = etree.SubElement(properties, f"{W}rPr")
    return mark

"""What the program adds around the author's words: cover lines, credits, other formats."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from exporter.adapt.codes import code_for
from exporter.adapt.selection import Plan
from exporter.drawings import beside_words
from exporter.edition import Edition
from exporter.languages.dates import date_in_words
from exporter.model import (
    Address,
    Block,
    Blocks,
    Furniture,
    Item,
    Link,
    List,
    OtherLanguage,
    Paragraph,
    Picture,
    PictureRow,
    Text,
    Words,
    in_language,
)
from exporter.source import Source, SourceSection

CHECKED = ("checked-by", "reading-group")
"""The sentences that say together who checked the easy read."""

Beside = Mapping[str, Picture]
"""The pictures beside what stands at the end of an easy read, by their names; else empty."""
_CHECKED, _WRITERS, _IMPRINT, _CREDITS = "easy-read", "write-book", "information", "photo"
_FORMATS, _PUBLISHED, _ASK = "large-print", "website", "ask"
CONTACTS = {"name": "helping-team", "phone": "phone", "email": "email", "web": "website",
            "post": "post"}  # fmt: skip
"""What stands beside each way to reach somebody."""
_NONE: Beside = MappingProxyType({})


def pictures_beside(pictures: Beside, edition: Edition) -> Beside:
    """The house's drawings; where the author has a picture of the same name, that."""
    if "easy_read" not in edition.layers:
        return {}
    every = (_CHECKED, _WRITERS, _IMPRINT, _CREDITS, _FORMATS, _PUBLISHED, _ASK)
    return {name: replace(own_or_house(pictures, name), alt="") for name in every}


def contact_pictures(pictures: Beside, edition: Edition) -> tuple[tuple[str, Picture], ...]:
    """The same beside the ways to reach whoever gives the document out, which a brand brings."""
    if "easy_read" not in edition.layers:
        return ()
    return tuple(
        (kind, replace(own_or_house(pictures, name), alt="")) for kind, name in CONTACTS.items()
    )


def own_or_house(pictures: Beside, name: str) -> Picture:
    """A drawing of the house decorates; what an author says of theirs is theirs to keep silent."""
    return pictures.get(name) or beside_words(name)


def _row(beside: Beside, name: str, blocks: Blocks) -> Blocks:
    """Blocks as a row with its picture, where the edition has rows."""
    return (PictureRow((beside[name],), blocks),) if blocks and beside else blocks


def subtitle(source: Source, edition: Edition) -> str:
    """That of the whole text is seldom easy: easy read has one of its own, or none beside it."""
    if edition.layers == ("easy_read",) and _has_more(source.sections):
        return source.easy_subtitle
    return source.subtitle


_COVER = (
    "short-version", "draft", "version", "version-date", "updated", "large-print", "easy-read",
    "giant-print", "extra-spacing", "headlines",
)  # fmt: skip


def cover_words(words: Words) -> Words:
    """The words of the cover and of the running line: they are in one language."""
    return words.together(*_COVER)


def cover_lines(source: Source, edition: Edition, words: Words) -> tuple[str, ...]:
    """Edition in plain words (none for standard), draft, version and date (COV-01)."""
    words = cover_words(words)
    lines = [words(edition.title)] if edition.title else []
    if edition.layers in (("easy_read",), ("summary",)) and _has_more(source.sections):
        lines.append(words("short-version", title=f"“{source.title}”"))
    if source.status == "draft":
        lines.append(words("draft"))
    date = date_in_words(source.date, words.language)
    if source.version and date:
        lines.append(words("version-date", version=source.version, date=date))
    elif source.version or date:
        lines.append(words("version", version=source.version) if source.version else date)
    if source.updated:
        lines.append(words("updated", date=date_in_words(source.updated, words.language)))
    return tuple(lines)


def _has_more(sections: tuple[SourceSection, ...]) -> bool:
    """Whether there is a text of which easy read can be a short version."""
    return any(one.summary or one.body or one.detail or _has_more(one.sections) for one in sections)


def says_more(section: SourceSection) -> bool:
    """Whether a part says more than its summary."""
    return bool(section.body or section.detail or _has_more(section.sections))


def with_where_more_is(
    blocks: tuple[Block, ...], section: SourceSection, plan: Plan, page: int
) -> tuple[Block, ...]:
    """The summary of a part, in an edition of summaries; at its end stands where the rest is: its
    number, and its page in the whole document if that is known (not 0)."""
    number = plan.labels.get(section.name, "").rstrip(".")
    if number.isdecimal():
        key, values = "more-in-part", {"number": int(number)}
    else:
        key, values = "more-there", {}
    if page:
        key, values = f"{key}-on-page", {**values, "page": page}
    said = plan.says(key, **values)
    *before, last = blocks or (Paragraph(()),)
    if not isinstance(last, Paragraph):
        return (*blocks, Paragraph(said))
    space = (Text(" "),) if last.children else ()
    return (*before, replace(last, children=(*last.children, *space, *said)))


def running_line(source: Source, words: Words) -> str:
    """Short title and version on each page, so that loose sheets can be sorted."""
    words = cover_words(words)
    parts = [source.title]
    if source.version:
        parts.append(words("version", version=source.version).lower())
    if source.status == "draft":
        parts.append(words("draft").rstrip(".").lower().split(".")[0])
    return ", ".join(parts)


def imprint_of(source: Source, words: Words, beside: Beside) -> tuple[Furniture, ...]:
    """Who wrote it, and what the publisher has to say of it; nothing where nobody typed any."""
    lines = [f"{one.name}: {one.role}" if one.role else one.name for one in source.authors]
    writers = tuple(Paragraph((Text(line),)) for line in lines)
    imprint = (Paragraph((Text(source.imprint),)),) if source.imprint else ()
    blocks = (*_row(beside, _WRITERS, writers), *_row(beside, _IMPRINT, imprint))
    return (_furniture(source, words, "imprint", blocks),) if blocks else ()


def credits_of(
    source: Source, words: Words, pictures: tuple[Picture, ...], beside: Beside = _NONE
) -> Furniture:
    """Who made the pictures that are really used; each credit once (PIC-13).

    Without blocks where nobody typed a credit: of those pictures there is nothing to say.
    """
    lines: list[str] = []
    own = (beside[_CREDITS],) if beside else ()
    for picture in (*pictures, *own):
        parts = [part for part in (picture.credit, picture.licence) if part]
        line = ". ".join(part.rstrip(".") for part in parts) + "." if parts else ""
        if line and line not in lines:
            lines.append(line)
    paragraphs = tuple(Paragraph((Text(line),)) for line in lines)
    return _furniture(source, words, "credits", _row(beside, _CREDITS, paragraphs))


def formats_of(
    source: Source,
    words: Words,
    offers: Mapping[str, tuple[str, ...]],
    edition: Edition,
    others: tuple[OtherLanguage, ...] = (),
    beside: Beside = _NONE,
) -> Furniture:
    """The other editions that there are, in which formats; the other languages, each in its own
    words (WCAG 2.2, 3.1.2); and an offer of more (COV-05)."""
    own = words.together("formats-", "or")
    known, other = dict(own.entries), own.other_than(source.language)
    beside_it = {name: formats for name, formats in offers.items() if name != edition.name}
    items = [
        in_language("; ".join(known.get(f"formats-{one}", one) for one in names) + formats, other)
        for names, formats in _alike(beside_it, own, together=edition.is_of_summaries)
    ]
    items += [in_language(one.words, one.language) for one in others]
    published = _row(beside, _PUBLISHED, _published(source, words))
    ask = (Paragraph(words.among(source.language, "formats-ask")),)
    if not items:
        return _offered(source, words, (*published, *_row(beside, _ASK, ask)))
    listed = List("bullet", tuple(Item((Paragraph(item),)) for item in items))
    introduction = Paragraph(words.among(source.language, "formats-introduction"))
    if not published:  # one row, for which the back page has room
        rows = _row(beside, _FORMATS, (introduction, listed, *ask))
        return _offered(source, words, rows)
    there = _row(beside, _FORMATS, (introduction, listed))
    return _offered(source, words, (*there, *published, *_row(beside, _ASK, ask)))


def _offered(source: Source, words: Words, blocks: Blocks) -> Furniture:
    return replace(_furniture(source, words, "formats", blocks), large=True)


def _published(source: Source, words: Words) -> Blocks:
    """Where all of them can be had on the web; on paper with a code that leads there."""
    url = source.published
    if not url:
        return ()
    link = (Link((Text(source.title),), url), Address(url))
    said = words.around(source.language, "published-at", link, title="\0")
    return (Paragraph(said), *code_for(url, words, source.language))


def _alike(
    offers: Mapping[str, tuple[str, ...]], words: Words, *, together: bool
) -> list[tuple[list[str], str]]:
    """The editions of each line with their formats; `together`: those that there are in the same
    formats share a line, since an edition of summaries is a page or two."""
    lines: list[tuple[list[str], str]] = []
    for name, formats in offers.items():
        said = _in_formats(formats, words)
        known = next((names for names, one in lines if together and one == said), None)
        if known is None:
            lines.append(([name], said))
        else:
            known.append(name)
    return lines


def _in_formats(formats: tuple[str, ...], words: Words) -> str:
    """ " (PDF, Word or web page)"; nothing where no format is named."""
    if not formats:
        return ""
    *most, last = formats
    return f" ({', '.join(most)} {words('or')} {last})" if most else f" ({last})"


def checked_by(source: Source, words: Words, sentence: str, beside: Beside) -> Furniture:
    """Who checked the easy read; `sentence` is empty when nobody has (COV-06)."""
    said = sentence or words("not-checked")
    other = words.other_than(source.language, *(CHECKED if sentence else ("not-checked",)))
    blocks = (Paragraph(in_language(said, other)),)
    return _furniture(source, words, "checked-heading", _row(beside, _CHECKED, blocks))


def _furniture(source: Source, words: Words, key: str, blocks: Blocks) -> Furniture:
    """Blocks under a heading of the program's own."""
    return Furniture(words(key), blocks, words.other_than(source.language, key))

"""The small language of the examples: what it takes to make a document and its source.

    text: Words of a row, or a list of them; **bold**, [link](https://…), [place](#name) as usual
    many: 40                                               that many rows of three words
    rows: [{text: …, pictures: [{alt: …}], number: …}]     rows with pictures of their own
    blocks: [{list: […]}, {table: {…}}, {figure: {…}}, {quote: …}, {contact: …},
             {question: {text: …, answers: […]}}]
    heading, title, subtitle; headings: [{text: …, level: 3}] for more parts
    font: Arimo                                            chosen with --font
    words: cy                                              the program has words in Welsh
    words_unread: cy                                       and nobody who speaks it has read them
    notes: […]; document: {date: …}; source: {glossary: {…}, abbreviations: {…}, …}
    source: {pictures: {picture-1: {source: …}}}           what the author said of a picture
    source: {sections: {one: {media: {film: {minutes: ""}}}}}      a film, and what it lacks

What is not said is as it should be, so that an example shows one thing only.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from PIL import Image

from exporter.diagnostics import Place
from exporter.model import (
    Answer,
    Block,
    Box,
    Cell,
    Document,
    Figure,
    Foreign,
    Inlines,
    Item,
    Link,
    List,
    Note,
    NoteMark,
    Paragraph,
    Picture,
    PictureRow,
    Question,
    Quote,
    Reference,
    Section,
    Strong,
    Table,
    Term,
    Text,
    Words,
)
from exporter.source import (
    Acceptance,
    ChosenWord,
    CitedWork,
    Contact,
    GlossaryEntry,
    Media,
    Source,
    SourcePicture,
    SourceRow,
    SourceSection,
)
from exporter.styles.editions import load_edition
from exporter.styles.words import load_words
from tests.rules.shapes import faults_of

_INLINE = re.compile(
    r"\*\*(?P<strong>[^*]+)\*\*|__(?P<term>[^_]+)__|\[(?P<words>[^\]]*)\]\((?P<target>[^)]+)\)"
    r"|\[(?P<foreign>[^\]]+)\]\{lang=(?P<language>\w+)\}"
)
PLACE = Place("sections/one.yaml", 1)


def inlines(text: str) -> Inlines:
    return tuple(_inlines(text))


def _inlines(text: str) -> Iterator[Any]:
    end = 0
    for match in _INLINE.finditer(text):
        if match.start() > end:
            yield Text(text[end : match.start()])
        end = match.end()
        if match["strong"]:
            yield Strong((Text(match["strong"]),))
        elif match["term"]:
            yield Term((Text(match["term"]),))
        elif match["foreign"]:
            yield Foreign((Text(match["foreign"]),), match["language"])
        elif match["target"].startswith("#"):
            yield Reference((Text(match["words"]),), match["target"][1:])
        else:
            yield Link((Text(match["words"]),), match["target"])
    if end < len(text):
        yield Text(text[end:])


def para(text: str) -> Paragraph:
    return Paragraph(inlines(text))


def picture(number: int, values: dict[str, Any]) -> Picture:
    """A picture of its own for each number; `like` makes the same one again."""
    media = values.get("media", "svg")
    shade = values.get("like", number)
    width = values.get("width", 400 if media == "svg" else 2000)
    data = (
        str(values.get("svg", "")).encode()
        or (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 320">'
            f'<circle cx="{40 + 67 * shade % 320}" cy="{40 + 41 * shade % 240}" r="30"/></svg>'
        ).encode()
    )
    if media != "svg":
        buffer = io.BytesIO()
        image = Image.linear_gradient("L").rotate(shade * 37)
        image.save(buffer, "PNG" if media == "png" else "JPEG")
        data = buffer.getvalue()
    return Picture(
        name=values.get("name", f"picture-{number}"),
        media=media,
        data=data,
        alt=values.get("alt", f"Scene {number}: people in a garden"),
        width=width,
        height=width * 0.8,
        credit=values.get("credit", "Drawn by Ada Example"),
        licence=values.get("licence", "CC BY 4.0"),
    )


class Maker:
    """Makes the document and the source of one example, in one edition."""

    def __init__(self, example: dict[str, Any], edition: str) -> None:
        faults = "\n".join(faults_of(example))
        if faults:
            raise ValueError(faults)
        self._example = example
        self._easy = edition == "easy-read"
        self._made: list[Picture] = []
        self.edition = load_edition(edition, font=example.get("font", ""))
        self.document = self._document(edition)
        self.source = self._source(example.get("source", {}))

    def _document(self, edition: str) -> Document:
        example = self._example
        notes = tuple(
            Note(number, f"note-{number}", inlines(text), PLACE)
            for number, text in enumerate(example.get("notes", ()), 1)
        )
        blocks = [*self._blocks()]
        if notes:
            blocks.append(Paragraph((Text("People meet."), NoteMark("note-1", 1))))
        section = Section(
            anchor="one",
            heading=example.get("heading", "Meet our friends"),
            level=2,
            blocks=tuple(blocks),
            notes=notes,
            place=PLACE,
        )
        more = tuple(
            Section(
                anchor=f"more-{number}",
                heading=part["text"],
                level=part.get("level", 2),
                blocks=(para("People talk."),),
                place=Place("sections/more.yaml", number),
            )
            for number, part in enumerate(example.get("headings", ()), 1)
        )
        values: dict[str, Any] = {
            "name": "example",
            "edition": edition,
            "language": "en-GB",
            "title": example.get("title", "People and gardens"),
            "subtitle": example.get("subtitle", ""),
            "cover": self._picture({}),
            "sections": (section, *more),
            "version": "1.0",
            "date": "2026-11",
            "words": load_words("en-GB"),
        }
        if "words" in example:
            values["words"] = _translated(example["words"], "Siân Jones")
        if "words_unread" in example:
            values["words"] = _translated(example["words_unread"], "")
        given = dict(example.get("document", {}))
        if given.get("cover") == "none":
            given["cover"] = None
        return Document(**{**values, **given})

    def _picture(self, values: dict[str, Any]) -> Picture:
        made = picture(len(self._made) + 1, values)
        self._made.append(made)
        return made

    def _blocks(self) -> Iterator[Block]:
        example = self._example
        texts = example.get("text", ())
        several = [texts] if isinstance(texts, str) else [*texts]
        several += ["Sam is here."] * int(example.get("many", 0))
        for text in several:
            if self._easy:
                yield PictureRow((self._picture({}),), (para(text),), place=PLACE)
            else:
                yield para(text)
        for row in example.get("rows", ()):
            yield self._row(row)
        for block in example.get("blocks", ()):
            yield self._block(block)

    def _row(self, row: dict[str, Any]) -> PictureRow:
        pictures = tuple(self._picture(values) for values in row.get("pictures", [{}]))
        texts = row.get("text", ())
        several = [texts] if isinstance(texts, str) else texts
        blocks: list[Block] = [para(text) for text in several]
        blocks += [self._block(block) for block in row.get("blocks", ())]
        return PictureRow(pictures, tuple(blocks), str(row.get("number", "")), place=PLACE)

    def _block(self, block: dict[str, Any]) -> Block:
        ((kind, value),) = block.items()
        match kind:
            case "list":
                return List("bullet", tuple(self._item(item) for item in value))
            case "table":
                return self._table(value)
            case "figure":
                drawn = self._picture(value)
                caption = inlines(value.get("caption", ""))
                return Figure(drawn, value.get("label", "Figure 1"), caption)
            case "quote":
                return Quote((inlines(value),))
            case "contact":
                return Box("contact", "Phone", (para(value),))
            case "paragraph":
                return para(value)
            case "question":
                answers = tuple(Answer(inlines(one)) for one in value["answers"])
                return Question("several", inlines(value["text"]), answers, place=PLACE)
            case _:
                raise ValueError(kind)

    def _item(self, item: Any) -> Item:
        if isinstance(item, str):
            return Item((para(item),))
        ((text, inner),) = item.items()
        return Item((para(text), self._block({"list": inner})))

    def _table(self, value: dict[str, Any]) -> Table:
        rows = tuple(tuple(Cell((para(str(words)),)) for words in row) for row in value["rows"])
        share = 1 / len(rows[0])
        return Table(
            columns=tuple(value.get("columns", ())),
            rows=rows,
            header_column=value.get("header_column", True),
            widths=tuple(value.get("widths", [share] * len(rows[0]))),
            label="Table 1",
            caption=inlines(value.get("caption", "Who does what")),
            place=PLACE,
        )

    def _source(self, given: dict[str, Any]) -> Source:
        contact = given.get("contact", {"email": "us@example.org", "phone": "01632 960123"})
        rows = (SourceRow(blocks=(para("People meet."),)),)
        sections = tuple(
            SourceSection(
                name=name,
                heading=values.get("heading", "Meet our friends"),
                easy_read=rows if values.get("easy_read", True) else (),
                easy_read_none=values.get("none", False),
                media=tuple(
                    Media(
                        **{
                            "name": film,
                            "kind": "video",
                            "link": "https://example.org/film",
                            "minutes": "4",
                            "captions": True,
                            "transcript": "https://example.org/words",
                            **said,
                        }
                    )
                    for film, said in values.get("media", {}).items()
                ),
                accept=tuple(
                    Acceptance(answer["rule"], answer["because"])
                    for answer in values.get("accept", ())
                ),
                place=Place(f"sections/{name}.yaml", 1),
            )
            for name, values in given.get("sections", {"one": {}}).items()
        )
        return Source(
            name="example",
            title=self.document.title,
            language="en-GB",
            contacts=(("main", Contact(name="The team", **contact)),) if contact else (),
            abbreviations=tuple(given.get("abbreviations", {}).items()),
            references=tuple(
                CitedWork(name=name, cite=name, text=inlines(text))
                for name, text in given.get("references", {}).items()
            ),
            glossary=tuple(
                GlossaryEntry(
                    name=word.replace(" ", "-"),
                    word=word,
                    meaning=inlines(values.get("meaning", "A thing.")),
                    easy=inlines(values.get("easy", "")),
                    place=Place("document.yaml", 1),
                )
                for word, values in given.get("glossary", {}).items()
            ),
            words=tuple(
                ChosenWord(say=say, instead_of=tuple(refused))
                for say, refused in given.get("words", {}).items()
            ),
            accept=tuple(
                Acceptance(answer["rule"], answer["because"]) for answer in given.get("accept", ())
            ),
            pictures=tuple(
                SourcePicture(
                    picture=one,
                    **{
                        "consent": "Everybody agreed",
                        **given.get("pictures", {}).get(one.name, {}),
                    },
                )
                for one in self._made
            ),
            sections=sections,
            place=Place("document.yaml", 1),
        )


def _translated(language: str, verified_by: str) -> Words:
    """All the words of the program, as a locale of this language would have them."""
    english = load_words("en-GB")
    return Words(english.entries, language, (), english.entries, verified_by)

"""Questions with fields to fill in: a group for each, named by its words (WCAG 2.2, 1.3.1, 4.1.2).

There is no form around them, for nothing is sent. On paper each field is a link to nowhere, of the
size that it has there: the engine gives it a place on the page, and makes a field of it.
"""

from __future__ import annotations

from collections.abc import Iterator

from exporter.model import Answer, Document, Question, Section
from exporter.outline import clean
from exporter.walk import asked_by, every_block, plain_text
from exporter.web_page.markup import NOTHING, Html, element, escape, join
from exporter.writers.faces import face
from exporter.writers.html.inlines import InlineWriter, Setting

FIELD = "field:"
"""How the address of a field on paper begins."""


def question(block: Question, inlines: InlineWriter, name: str) -> Html:
    """`name` is an id that nothing else has."""
    hint = element("p", inlines.write(block.hint), class_="hint") if block.hint else NOTHING
    legend = element("legend", inlines.write(block.children), data_label=True, id=f"{name}.words")
    answers = (element("li", one) for one in _answers(block, inlines, name))
    listed = element("ul", *answers, class_="answers", role="list") if block.answers else NOTHING
    return element(
        "fieldset",
        legend,
        hint,
        listed,
        NOTHING if block.answers else _lines(block, inlines.setting, name),
        id=name,
        class_="question",
        data_question=block.kind,
    )


def _answers(block: Question, inlines: InlineWriter, name: str) -> Iterator[Html]:
    for number, (answer, asks) in enumerate(zip(block.answers, asked_by(block), strict=True), 1):
        words = join(_face(answer, inlines), element("span", inlines.write(answer.words)))
        if inlines.setting.paged:
            field = _answer_on_paper(block, number, asks)
            yield element("div", join(field, words), class_="answer")
            continue
        kind = "checkbox" if block.kind == "several" else "radio"
        field = element("input", type=kind, name="" if kind == "checkbox" else name)
        yield element("label", field, words)


def _face(answer: Answer, inlines: InlineWriter) -> Html:
    return inlines.picture(face(answer.mood), "face") if answer.mood else NOTHING


def _lines(block: Question, setting: Setting, name: str) -> Html:
    if setting.paged:
        (asks,) = asked_by(block)
        return _on_paper(block.name, asks, "lines", f"--lines:{block.lines}")
    return element("textarea", rows=str(block.lines), aria_labelledby=f"{name}.words")


def _answer_on_paper(block: Question, number: int, asks: str) -> Html:
    """A field for each answer; or a place for each, all of one field, where one is chosen."""
    if block.kind == "several":
        return _on_paper(f"{block.name}-answer-{number}", asks, "tick")
    return _on_paper(
        block.name,
        asks,
        "choice",
        data_question=clean(plain_text(block.children)),
        data_answer=clean(plain_text(block.answers[number - 1].words)),
        data_number=str(number - 1),
    )


def _on_paper(name: str, asks: str, kind: str, style: str = "", **marks: str) -> Html:
    link = f"{FIELD}{name}"
    return element("a", href=link, title=clean(asks), class_=kind, style=style, **marks)


def asks_questions(sections: tuple[Section, ...]) -> bool:
    """Whether some sections have any question to answer."""
    return any(isinstance(block, Question) for block in every_block(sections))


def kept(document: Document) -> Html:
    """What becomes of the answers, and what can be done with them; the script shows it."""
    words = document.words.together("answers-")
    other = words.other_than(document.language)

    def button(key: str, **marks: str | bool) -> Html:
        return element("button", escape(words(key)), type="button", **marks)

    return element(
        "div",
        element("p", escape(words("answers-kept"))),
        button("answers-print", data_print=True),
        button("answers-clear", data_clear=words("answers-clear-sure")),
        class_="answers-kept",
        hidden=True,
        lang=other,
        data_answers=document.name,
        data_furniture=True,
    )

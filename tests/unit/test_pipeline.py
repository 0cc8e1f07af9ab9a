"""One file: what is found in it, and what the author answered."""

from __future__ import annotations

from dataclasses import replace

from exporter.diagnostics import Severity
from exporter.formats import Settings
from exporter.making.files import Made, Task, make
from exporter.model import PictureRow, Section
from exporter.source import Acceptance
from exporter.styles.brands import load_brand
from exporter.styles.editions import load_edition
from tests.build import document, para, picture

ANSWER = Acceptance("pdf-too-many-pages", "Our group asked for large pictures.")


def made(pages: int, *answers: Acceptance) -> Made:
    """An easy read of a cover, so many parts of one page, and its end."""
    easy = load_edition("easy-read")
    edition = replace(easy, theme=replace(easy.theme, section_on_new_page=True))
    row = PictureRow((picture("tea", "A cup of tea"),), (para("We drink tea."),))
    parts = tuple(
        Section(anchor=f"tea-{number}", heading="Our tea", level=2, blocks=(row,))
        for number in range(pages - 2)
    )
    task = Task(
        document(sections=parts, contents=(), edition="easy-read"),
        edition, "pdf", load_brand("house"), Settings(), "tea.pdf", answers,
    )  # fmt: skip
    return make(task)


def told(one: Made) -> list[tuple[Severity, str]]:
    return [(f.severity, f.hint) for f in one.findings if f.code == ANSWER.rule]


def test_what_a_file_asks_can_be_answered_in_the_source() -> None:
    ((severity, _),) = told(made(22))
    assert severity is Severity.PLEASE_ANSWER
    answered = made(22, ANSWER)
    assert told(answered) == [(Severity.FOR_INFORMATION, f"answered: {ANSWER.because}")]
    assert answered.record is not None
    assert any(f.hint.startswith("answered") for f in answered.record.findings or ())


def test_what_must_be_fixed_in_a_file_cannot_be_answered() -> None:
    long = made(120, ANSWER)  # too many pages, though its parts follow one another
    assert [severity for severity, _ in told(long)] == [Severity.MUST_FIX]
    assert long.data is None

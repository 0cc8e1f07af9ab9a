"""A text is judged by rules that know its language, and so is each part of it."""

from __future__ import annotations

import io

import pytest
from docx import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from exporter.checks import TextReport, check_text
from exporter.checks.texts import paragraphs_of

WELSH = "Mae eich sefydliad yn gallu cyhoeddi data i bobl, a’r wybodaeth."
FRENCH = "La commission vous informera de la décision dans les meilleurs délais."
HARD = "The commissioners will facilitate a consultation for you."
PLAIN = "We can help you with this. You can ask them what you like, and they will tell you."
KNOWING_ENGLISH = {"hard-word", "acronym", "foreign-word", "passive-voice", "long-word"}


def report(text: str, suffix: str = ".md") -> TextReport:
    return check_text(paragraphs_of(text.encode(), suffix, "a" + suffix))


def codes(text: str, suffix: str = ".md") -> list[str]:
    return [one.code for one in report(text, suffix).findings]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (f"# Croeso\n\n{WELSH}\n", "Welsh"),
        ("Уважаемые жители! Мы сообщаем вам, что вода будет отключена.", "Russian"),
        (FRENCH, "French"),
        ("Prosimy o wypełnienie formularza. Nie trzeba nic płacić, ale to jest ważne.", "Polish"),
        ("يرجى ملء هذا النموذج من أجل الحصول على المساعدة", "Arabic"),
        ("请填写这张表格。", "Chinese"),
    ],
)
def test_a_text_in_another_language_gets_no_finding_on_english_and_one_line(
    text: str, name: str
) -> None:
    found = report(text)
    (told,) = [one for one in found.findings if one.code == "rules-not-asked"]
    assert told.message.startswith(f"This text is in {name}. ")
    assert "hard-word, " in told.hint
    assert {one.code for one in found.findings} & KNOWING_ENGLISH == set()
    assert KNOWING_ENGLISH & set(found.rules_checked) == set()


def test_what_is_asked_of_every_language_is_asked_of_it_too() -> None:
    long = " ".join(["Mae hawl gan bawb i gael gofal yn y lle hwn"] * 3)
    assert "sentence-too-long" in codes(f"{long}.")


def test_an_english_text_is_told_nothing_of_languages() -> None:
    found = report(HARD)
    assert "hard-word" in [one.code for one in found.findings]
    assert "rules-not-asked" not in [one.code for one in found.findings]
    assert found.language.startswith("en")


def test_a_few_words_that_tell_no_language_are_taken_for_english() -> None:
    assert codes("Multidisciplinary intervention") == ["hard-word", "hard-word"]


def test_a_text_that_names_its_language_is_believed() -> None:
    assert codes("---\nlang: gv\n---\nCommissioners facilitate.\n") == ["rules-not-asked"]
    assert "hard-word" in codes(f"---\nlanguage: en-GB\n---\n{HARD}\n")


@pytest.mark.parametrize(
    "foreign",
    [
        WELSH,
        '<div lang="cy">\n\nGwasanaethau cyhoeddus.\n\n</div>',
        f'<section><div lang="cy">\n\n{WELSH}\n\n</div></section>',
    ],
)
def test_a_passage_in_another_language_is_not_judged_and_the_next_one_is(foreign: str) -> None:
    found = report(f"{PLAIN}\n\n{foreign}\n\n{HARD}\n").findings
    assert [one.words for one in found if one.code == "hard-word"] == [
        "commissioners", "facilitate", "consultation",
    ]  # fmt: skip
    assert next(one.message for one in found if one.code == "rules-not-asked").startswith(
        "This paragraph is in Welsh."
    )


def test_an_english_passage_of_a_welsh_text_is_judged() -> None:
    text = f"# Croeso\n\n{WELSH}\n\n{WELSH}\n\n{HARD}\n"
    found = report(text).findings
    assert "hard-word" in [one.code for one in found]
    (told,) = [one for one in found if one.code == "rules-not-asked"]
    assert told.message.startswith("3 of 4 paragraphs, from this one on, are in Welsh.")


@pytest.mark.parametrize(
    "run",
    [
        "[gwasanaethau cyhoeddus]{lang=cy}",
        '[gwasanaethau cyhoeddus]{.name lang="cy"}',
        '<span lang="cy">gwasanaethau cyhoeddus</span>',
        '<i class="x" lang=cy>gwasanaethau</i> cyhoeddus'.replace("</i> cyhoeddus", " c</i>"),
    ],
)
def test_a_run_in_another_language_is_not_judged_and_the_rest_is(run: str) -> None:
    found = report(f"The sign says {run} and the commissioners like it.").findings
    assert [one.words for one in found if one.code == "hard-word"] == ["commissioners"]


def test_the_marks_of_a_link_that_a_template_makes_are_no_words() -> None:
    (paragraph,) = paragraphs_of(b"Read [our plan]({{ site.url }}{% link a %}) now.", ".md")
    assert paragraph.text == "Read our plan now."


def test_the_marks_of_a_run_are_no_words() -> None:
    (paragraph,) = paragraphs_of(b"Say [bonjour]{lang=fr} and `x` to [all]{lang=de}.", ".md")
    assert paragraph.text == "Say bonjour and x to all."
    assert [(paragraph.text[a:b], tag) for a, b, tag in paragraph.apart] == [
        ("x", ""), ("bonjour", "fr"), ("all", "de"),
    ]  # fmt: skip


PAGE = """<html lang="en"><body><p>Type <code>npm  install</code>, and the commissioners
  will come.<br>It is <span lang="cy">gwasanaethau cyhoeddus</span>.</p>
<div lang="fr"><p>Gestion administrative</p></div>
<pre><code>facilitate = 1</code></pre><p>%s</p></body></html>"""


def test_a_web_page_names_the_language_of_its_parts_and_its_words_tell_the_rest() -> None:
    paragraphs = paragraphs_of((PAGE % WELSH).encode(), ".html", "a.html")
    assert paragraphs[0].text == (
        "Type npm install, and the commissioners will come.\nIt is gwasanaethau cyhoeddus."
    )
    found = check_text(paragraphs).findings
    assert [one.words for one in found if one.code == "hard-word"] == ["commissioners"]
    (told,) = [one for one in found if one.code == "rules-not-asked"]
    assert told.message.startswith("2 of 3 paragraphs, from this one on, are in French and Welsh.")


def test_the_language_of_a_page_is_believed_where_its_words_tell_none() -> None:
    page = "<html lang='%s'><p>%s</p></html>"
    assert report(page % ("cy", "Gwasanaethau cyhoeddus"), ".html").language == "cy"
    assert report(page % ("en", WELSH), ".html").language == "cy"


def word_file(*runs: tuple[str, str], usual: str = "en-US") -> bytes:
    """A Word file of one paragraph: its runs, each in a language; its styles have another."""
    document = WordDocument()
    defaults = document.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}")
    defaults.set(qn("w:val"), usual)
    paragraph = document.add_paragraph()
    for text, tag in runs:
        run = paragraph.add_run(text)
        if tag:
            mark = OxmlElement("w:lang")
            mark.set(qn("w:val"), tag)
            run._r.get_or_add_rPr().append(mark)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def of_word(data: bytes) -> TextReport:
    return check_text(paragraphs_of(data, ".docx", "a.docx"))


def test_words_tell_the_language_of_a_word_file_whatever_it_is_set_in() -> None:
    assert of_word(word_file((WELSH, ""))).language == "cy"
    assert of_word(word_file((f"{HARD} You can tell them what you think.", "de-DE"))).language == (
        "en"
    )


def test_few_words_are_in_the_language_that_word_set_them_in() -> None:
    found = of_word(word_file(("Gwasanaethau cyhoeddus", "cy-GB")))
    assert (found.language, [one.code for one in found.findings]) == ("cy-GB", ["rules-not-asked"])
    assert of_word(word_file(("Gwasanaethau cyhoeddus", ""), usual="cy-GB")).language == "cy-GB"


def test_a_run_that_word_has_in_another_language_is_not_judged() -> None:
    data = word_file(
        ("The sign says ", ""), ("gwasanaethau", "cy-GB"), (", and the commissioners like it.", "")
    )
    assert [one.words for one in of_word(data).findings if one.code == "hard-word"] == [
        "commissioners"
    ]


def test_an_english_run_that_word_has_in_another_language_by_accident_is_judged() -> None:
    data = word_file(("You can ask us. ", ""), ("Tell the commissioners about it.", "fr-FR"))
    assert "commissioners" in [one.words for one in of_word(data).findings]

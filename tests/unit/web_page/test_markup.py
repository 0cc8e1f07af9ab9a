"""Small pieces of HTML and XML: escaped once, and the same markup in both."""

from __future__ import annotations

import pytest

from exporter.web_page.markup import Html, as_xml, element, escape, join, xml, xml_text


@pytest.mark.parametrize("tag", ["br", "col", "hr", "img", "input", "link", "meta", "wbr"])
def test_an_element_that_holds_nothing_has_no_end(tag: str) -> None:
    assert element(tag) == f"<{tag}>"
    assert as_xml(element(tag)) == f"<{tag}/>"


def test_an_attribute_that_stands_alone_gets_a_value_in_xml() -> None:
    made = element("p", escape("a hidden b"), hidden=True, data_label=True, id="x")
    assert made == '<p hidden data-label id="x">a hidden b</p>'
    assert as_xml(made) == '<p hidden="" data-label="" id="x">a hidden b</p>'


def test_a_language_is_told_in_both_ways_in_xml() -> None:
    made = as_xml(element("span", escape("dŵr"), lang="cy", dir="ltr"))
    assert made == '<span lang="cy" xml:lang="cy" dir="ltr">dŵr</span>'


def test_words_that_look_like_markup_stay_words() -> None:
    words = 'say <br> & "lang" hidden = <img src="x">'
    made = join(element("p", escape(words), title=words), element("br"))
    told = as_xml(made)
    assert told.endswith("</p><br/>")
    assert told.count("<") == 3
    assert 'title="say &lt;br&gt; &amp; &quot;lang&quot; hidden' in told


def test_signs_that_xml_cannot_hold_are_left_out() -> None:
    assert as_xml(Html("<p>a\x00b\x0cc\ufffe</p>")) == "<p>abc</p>"
    assert xml_text("a\x08<b") == "a&lt;b"


def test_an_element_of_xml_closes_itself_where_it_is_empty() -> None:
    assert xml("meta", xml_text("x"), property="p") == '<meta property="p">x</meta>'
    assert xml("item", id="a", media_type="b", xml__lang="cy") == (
        '<item id="a" media-type="b" xml:lang="cy"/>'
    )


def test_a_name_may_have_a_prefix_in_both() -> None:
    assert element("nav", epub__type="toc", class_="c") == '<nav epub:type="toc" class="c"></nav>'

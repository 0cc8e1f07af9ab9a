"""Whatever stands in a Word file, in whatever order: it is imported, it loads, no word is lost."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from exporter.diagnostics import SourceError
from tests.unit.importing.reading import brought
from tests.unit.importing.word_files import item, p, picture, png, r, table, word

EXAMPLES = int(os.environ.get("EXPORTER_IMPORTED", "6")) * 2
_TEXTS = (
    "Tea|We meet at two.|Who?|1. Come|2) Sit|a. First|(b) Then|- Milk|• Tea|– dash|OPEN|Note:|"
    "Part 3|Table 1: Times|Figure 2|Appendix A|*star*|[x](y)|:::|#5|-- Ann|%% odd|\\alpha|C:\\x|"
    "$a$ $b$|~~|http://example.org/a.|day\tplace|x\ty\tz|2.1 Money|iv. four|“Quoted”|a_b|&|{x}|"
    "100|–|™|MONDAY CLUB|= =|+44 1|> 50|i.|Ann & Bo|a <b>|`x`|^2^|…|·|☎ 01632|yes|null|no: yes"
)
_WORDS = st.sampled_from(_TEXTS.split("|"))
_MARKS = st.sampled_from(
    ("", "<w:b/>", "<w:i/>", '<w:sz w:val="36"/>', '<w:lang w:val="cy-GB"/>', "<w:strike/>",
     '<w:vertAlign w:val="superscript"/>', '<w:color w:val="FF0000"/>', "<w:vanish/>")
)  # fmt: skip
_RUNS = st.lists(st.builds(r, _WORDS, _MARKS), min_size=1, max_size=4).map("".join)
_STYLES = st.sampled_from(("", "", "", "T", "ST", "H1", "H2", "H4", "LB", "LB2", "LN", "C", "Q"))
_FRAME = (
    "<w:pBdr>"
    + "".join(f'<w:{side} w:val="single"/>' for side in ("top", "left", "bottom", "right"))
    + "</w:pBdr>"
)
_PARAGRAPHS = st.one_of(
    st.builds(p, _RUNS, _STYLES),
    st.builds(p, _WORDS, st.just(""), marks=_MARKS),
    st.builds(item, _WORDS, st.integers(1, 3), st.integers(0, 4)),
    st.builds(lambda words: p(words, properties=_FRAME), _WORDS),
    st.builds(lambda alt: p(picture("k", alt)), st.sampled_from(("", "Two people", "image1.png"))),
    st.builds(lambda a, b: p(r(a) + "<w:r><w:br/></w:r>" + r(b)), _WORDS, _WORDS),
    st.builds(lambda a: p(f'<w:hyperlink w:anchor="{len(a)}">{r(a)}</w:hyperlink>'), _WORDS),
    st.builds(lambda a: p(f'<w:ins w:author="A">{r(a)}</w:ins>'), _WORDS),
    st.builds(lambda a: p(r(a) + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + r("x")), _WORDS),
    st.just(p()),
)
_CELLS = st.one_of(_WORDS, st.lists(_PARAGRAPHS, min_size=1, max_size=2).map("".join))
_TABLES = st.lists(
    st.lists(_CELLS, min_size=1, max_size=3).map(tuple), min_size=1, max_size=3
).map(lambda rows: table(*rows))  # fmt: skip
_BODIES = st.lists(st.one_of(_PARAGRAPHS, _PARAGRAPHS, _TABLES), min_size=1, max_size=12)


@settings(
    max_examples=EXAMPLES, deadline=None, print_blob=False, derandomize=EXAMPLES == 12,
    suppress_health_check=[HealthCheck.too_slow],
)  # fmt: skip
@given(_BODIES)
@example([p(r("a_b") + "<w:r><w:br/></w:r>" + r("• Tea"))])
@example([p(r("Tea")), p(picture("k", "")), p(r("Figure 2") + "<w:r><w:br/></w:r>" + r("Tea"))])
def test_any_word_file_is_imported_whole(body: list[str]) -> None:
    told, lost = _result(word("".join(body), pictures={"k": png()}))
    assert told in ([], ["file-empty"])
    assert lost == ()


def _result(data: bytes) -> tuple[list[str], tuple[str, ...]]:
    """What was found, and the words that are lost."""
    with TemporaryDirectory() as folder:
        try:
            return [], brought(data, Path(folder)).document.proof.lost
        except SourceError as error:
            return [one.code for one in error.findings], ()

"""Web pages as careless people write them: links around blocks, hidden words, lists that count."""

from __future__ import annotations

from base64 import b64encode
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from exporter.model import List
from tests.unit.importing.reading import Result, brought
from tests.unit.importing.test_word import section, words


def _page(body: str, tmp_path: Path) -> Result:
    page = f'<html lang="en"><title>A</title><body><h1>A</h1><h2>Tea</h2>{body}</body></html>'
    return brought(page.encode(), tmp_path, "a.html")


def _lists(result: Result) -> list[tuple[str, int, int]]:
    """Each list: its style, the number of the first item, how many there are."""
    return [
        (one.style, one.start, len(one.items))
        for one in section(result, "tea").body
        if isinstance(one, List)
    ]


@pytest.mark.parametrize(
    "hidden",
    [
        '<p style="display:none">Ask Bo.</p>',
        '<p>Come <span style="display: none">Ask Bo.</span></p>',
        '<ul><li>Tea</li><li style="visibility:hidden">Ask Bo.</li><li>Milk</li></ul>',
        "<table><tr><th>Day</th></tr><tr hidden><td>Ask Bo.</td></tr><tr><td>Two</td></tr></table>",
        '<table><tr><th>Day</th></tr><tr><td>Two<p style="display:none">Ask Bo.</p></td></tr>'
        "</table>",
        '<h3 style="display:none">Ask Bo.</h3>',
        "<p aria-hidden=true>Ask Bo.</p>",
    ],
)
def test_words_that_a_page_hides_are_told(hidden: str, tmp_path: Path) -> None:
    result = _page(f"<p>We meet.</p>{hidden}<p>Words.</p>", tmp_path)
    assert result.told("hidden-words") == ["Ask Bo."]
    assert "Ask" not in result.text("sections/tea.yaml")
    assert len(_lists(result)) == hidden.count("<ul>")
    assert result.document.proof.lost == ()


@pytest.mark.parametrize("inline", ["<a href='/x'><span>{}</span></a>", "<b><i><u>{}</u></i></b>"])
def test_a_block_in_inlines_of_any_depth_is_a_block(inline: str, tmp_path: Path) -> None:
    around = inline.format("<h2>Costs</h2><p>It is free.</p>")
    result = _page(f"<p>We meet.</p>{around}", tmp_path)
    assert words(section(result, "costs").body[0]) == "It is free."
    assert result.document.proof.lost == ()


def test_blocks_in_a_heading_do_not_run_together(tmp_path: Path) -> None:
    result = _page("<p>Come.</p><h2><div>What</div><div>it costs</div></h2><p>No.</p>", tmp_path)
    assert section(result, "what-it-costs").heading == "What it costs"
    assert result.document.proof.lost == ()


def test_blocks_that_are_struck_out_are_told(tmp_path: Path) -> None:
    result = _page("<p>Come.</p><del><p>At two.</p></del>", tmp_path)
    assert result.told("struck-words") == ["At two."]


@pytest.mark.parametrize(
    ("typed", "made"),
    [
        ("<ol><li>a<li>b</ol>", [("number", 1, 2)]),
        ("<ol start=1 type=i><li>a<li>b</ol>", [("lower-roman", 1, 2)]),
        ("<ol start=4><li>a<li>b</ol>", [("bullet", 1, 2)]),
        ("<ol start='²'><li>a<li>b</ol>", [("number", 1, 2)]),
        (f"<ol start='{'9' * 5000}'><li>a</ol>", [("number", 1, 1)]),
        ("<ol reversed><li>a<li>b</ol>", [("bullet", 1, 2)]),
        ("<ol><li>a<li value=7>b<li>c</ol>", [("number", 1, 1), ("bullet", 1, 2)]),
        ("<ol><li>a<li hidden>b<li>c</ol>", [("number", 1, 1), ("bullet", 1, 1)]),
        ("<menu><li>a<li>b</menu>", [("bullet", 1, 2)]),
    ],
)
def test_lists_count_as_in_the_page(
    typed: str, made: list[tuple[str, int, int]], tmp_path: Path
) -> None:
    result = _page(f"<p>Come.</p>{typed}", tmp_path)
    assert _lists(result) == made
    assert result.document.proof.lost == ()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("<ol start=4><li>a<li>b</ol>", ["4. a", "5. b"]),
        ("<ol reversed><li>a<li>b</ol>", ["2. a", "1. b"]),
        ("<ol reversed type=A><li><p>a</p><li>b</ol>", ["B. a", "A. b"]),
        ("<ol reversed start=1><li>a<li>b<li>c</ol>", ["1. a", "0. b", "-1. c"]),
        ("<ol type=a start=26><li>a<li>b</ol>", ["z. a", "27. b"]),
        ("<ol start=4><li hidden>a<li>b</ol>", ["5. b"]),
    ],
)
def test_a_number_that_no_list_of_ours_counts_is_kept_among_the_words_and_told(
    typed: str, said: list[str], tmp_path: Path
) -> None:
    result = _page(f"<p>Come.</p>{typed}", tmp_path)
    lists = (one for one in section(result, "tea").body if isinstance(one, List))
    assert [words(item.blocks[0]) for one in lists for item in one.items] == said
    assert "number-kept" in result.codes


@pytest.mark.parametrize("columns", ["²", "9" * 5000, "-1", "x"])
def test_a_span_that_is_no_number_is_one_cell(columns: str, tmp_path: Path) -> None:
    cell = f'<tr><td colspan="{columns}">Monday</td><td rowspan="{columns}">Art</td></tr>'
    result = _page(f"<table><tr><th>Day</th><th>What</th></tr>{cell}</table>", tmp_path)
    (made,) = section(result, "tea").tables
    assert [[words(cell[0]) for cell in row] for row in made.rows] == [["Monday", "Art"]]


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "TIFF", "BMP"])
def test_pictures_of_every_kind_come_along_and_one_that_moves_is_told(
    tmp_path: Path, kind: str
) -> None:
    stream = BytesIO()
    frames = [Image.new("RGB", (30, 20), colour) for colour in ("red", "green")]
    moves = {} if kind == "BMP" else {"save_all": True, "append_images": frames[1:]}
    frames[0].save(stream, kind, **moves)
    address = f"data:image/{kind.lower()};base64,{b64encode(stream.getvalue()).decode()}"
    result = brought(
        f"<h1>A</h1><h2>B</h2><p>Words.</p><img src='{address}' alt='Tea'>".encode(),
        tmp_path,
        "a.html",
    )
    (picture,) = (one.picture for one in result.source.pictures)
    assert (picture.media, picture.alt) == ("png", "Tea")
    assert ("picture-first-kept" in result.codes) == bool(moves)

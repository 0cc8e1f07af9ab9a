"""WeasyPrint itself: loaded when first needed, kept off the network, told to use our tags."""

from __future__ import annotations

import contextlib
import functools
import gc
import importlib
import io
import logging
import re
import threading
import warnings
from collections.abc import Iterator
from types import ModuleType
from typing import Any, Literal

from exporter import fonts
from exporter.brand import Brand
from exporter.edition import MOST_EASY_PAGES
from exporter.writers import archive
from exporter.writers.part_marks import PartMarks
from exporter.writers.pdf_weasyprint import closing_up, fit
from exporter.writers.pdf_weasyprint.edges import drawn, parts_on
from exporter.writers.pdf_weasyprint.line_ends import ended_by_words
from exporter.writers.pdf_weasyprint.running import Running
from exporter.writers.pdf_weasyprint.tagger import Tagger

_FONT = "font:"
_ENDLESS = "its style sheet leaves too little room on a page: it would have more than"
_WEIGHTS: dict[str, fonts.Weight] = {"regular": "regular", "bold": "bold"}
_MISSING = (
    "The weasyprint engine needs Pango, which is not on this machine: install the Debian packages "
    "libpango-1.0-0, libpangoft2-1.0-0 and libharfbuzz-subset0, or use --pdf-engine reportlab."
)
_ONE_STANDARD = (
    "The weasyprint engine writes PDF/UA-1 only: use --pdf-standard ua-1 or --pdf-engine reportlab."
)
_COVER_PICTURES = (260, 180, 110, 50)
"""Heights of the picture on the cover in points: a long title takes room from it, so that the
cover is one page. Only where the first does not do are the pages laid out again."""
_PARTS_FOLLOW = (
    "main>section.part+section.part,.row{break-before:auto!important}"
    "main>section.part+section.part{margin-top:calc(var(--gap) * 3.2)!important}"
)
_LOCK = threading.Lock()


class EngineMissing(OSError):
    """WeasyPrint cannot be used here; the message says what to install."""


def render(
    html: str,
    families: tuple[str, ...],
    standard: Literal["ua-1", "ua-2"],
    brand: Brand,
    running: Running,
    marks: PartMarks | None = None,
) -> bytes:
    """Lay the page out, check that the brand fits its boxes, write the PDF with our tags."""
    if standard != "ua-1":
        raise ValueError(_ONE_STANDARD)
    with _LOCK, _without_collecting(), _watched(_most_pages(html), running), ended_by_words():
        weasyprint = _weasyprint()
        from weasyprint.text.fonts import FontConfiguration

        configuration, fetcher = FontConfiguration(), _fetcher()
        place = {"url_fetcher": fetcher, "base_url": "document:"}
        options = {"pdf_variant": "pdf/ua-1"}
        faces = weasyprint.CSS(string=_faces(families), font_config=configuration, **place)
        more, in_rows = "", 'class="row"' in html

        def lay_out(rules: str) -> tuple[Any, Any]:
            own = f"<style>{rules}</style></head>"
            source = weasyprint.HTML(string=html.replace("</head>", own, 1), **place)
            made = source.render(font_config=configuration, stylesheets=[faces], **options)
            return source, made

        for height in _COVER_PICTURES:
            source, laid_out = lay_out(_cover(height) + more)
            if in_rows and not more and len(laid_out.pages) > MOST_EASY_PAGES:
                more = _PARTS_FOLLOW
                source, laid_out = lay_out(_cover(height) + more)
            if not fit.cover_spills(laid_out.pages):
                break
        if closer := closing_up.rules(laid_out.pages):
            again, closed_up = lay_out(_cover(height) + more + closer)
            if len(closed_up.pages) < len(laid_out.pages):
                source, laid_out = again, closed_up
        fit.check((page._page_box for page in laid_out.pages), brand)
        tagger = Tagger(source.etree_element)
        tagger.prepare(laid_out.pages)
        _claim(laid_out.metadata, source.etree_element)
        if marks:
            tagger.before = _marks(marks, laid_out.pages, source.etree_element, brand)
        with _our_tags(tagger), _no_clock():
            data: bytes = laid_out.write_pdf(pdf_identifier=True, **options)
        return data


def _marks(marks: PartMarks, pages: list[Any], page: Any, brand: Brand) -> dict[int, bytes]:
    """What is drawn below all else on each page that has a part, by the page's number from 0.
    A book that is read from the right is bound there, so its first page is a left one."""
    turned = page.get("dir") == "rtl"
    parts = [one for one in page.iter("section") if one.get("class") == "part"]
    there = ((number, parts_on(one, parts)) for number, one in enumerate(pages))
    return {
        number: drawn(marks, found, brand, left=(number % 2 == 1) != turned)
        for number, found in there
        if found
    }


def _claim(metadata: Any, page: Any) -> None:
    """The file says that it is for the archive too, among all else that it says of itself, and
    which its files in other languages are."""
    theirs, end = metadata.generate_rdf_metadata, b"</rdf:RDF>"
    others = tuple(one.get("href") for one in page.iterfind("head/link[@rel='alternate']"))
    related = archive.related(others) if others else ""
    said = (related + archive.claim("ua-1")).encode() + end
    metadata.generate_rdf_metadata = lambda *given: theirs(*given).replace(end, said)


def _cover(height: int) -> str:
    return f":root{{--cover-picture:{height}pt}}"


@contextlib.contextmanager
def _without_collecting() -> Iterator[None]:
    """No garbage collection while boxes pile up: a tenth faster, and nothing is garbage yet."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _weasyprint() -> ModuleType:
    """WeasyPrint, without what it prints when a library is missing.

    Nor does it matter to anybody here that it would rather have HarfBuzz-Subset: without it
    fontTools cuts the typefaces to the letters in use.
    """
    said = io.StringIO()
    try:
        with (
            contextlib.redirect_stdout(said),
            contextlib.redirect_stderr(said),
            warnings.catch_warnings(),
        ):
            warnings.simplefilter("ignore", DeprecationWarning)
            import weasyprint
    except (ImportError, OSError) as error:
        raise EngineMissing(_MISSING) from error
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    return weasyprint  # type: ignore[no-any-return]


def _most_pages(html: str) -> int:
    """A page for each hundred letters, and a hundred more: giant print has more on each."""
    words = re.sub(r"<[^>]*>", "", html.partition("</head>")[2])
    return 100 + len(words) // 100


@contextlib.contextmanager
def _watched(most: int, running: Running) -> Iterator[None]:
    """The third patch: each page is told its running line; and somebody's style sheet may leave no
    room for words, and so give pages without end."""
    _weasyprint()
    layout: Any = importlib.import_module("weasyprint.layout")
    theirs = layout.make_all_pages

    def counted(*given: Any) -> Iterator[Any]:
        for number, page in enumerate(running.told(theirs(*given))):
            if number > most:
                raise ValueError(f"{_ENDLESS} {most} pages")
            yield page

    layout.make_all_pages = counted
    try:
        yield
    finally:
        layout.make_all_pages = theirs


@contextlib.contextmanager
def _our_tags(tagger: Tagger) -> Iterator[None]:
    """The first of two patches: `add_tags` is ours while one file is written."""
    import weasyprint.pdf as pdf

    theirs = pdf.add_tags
    pdf.add_tags = tagger.add_tags
    try:
        yield
    finally:
        pdf.add_tags = theirs


@contextlib.contextmanager
def _no_clock() -> Iterator[None]:
    """The second: where fontTools cuts the typefaces, it does not write the time into them."""
    import weasyprint.pdf.fonts as fonts

    theirs = fonts.TTFont
    fonts.TTFont = functools.partial(theirs, recalcTimestamp=False)
    try:
        yield
    finally:
        fonts.TTFont = theirs


def _fetcher() -> Any:
    """Gives out our typefaces and what is inside the page itself, and nothing else."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class Offline(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Any = None) -> Any:
            if url.startswith(_FONT):
                family, _, weight = url.removeprefix(_FONT).rpartition("/")
                data = fonts.data(family.replace("+", " "), _WEIGHTS[weight])
                return URLFetcherResponse(url, data)
            return super().fetch(url, headers)

    return Offline(allowed_protocols={"data"})


def _faces(families: tuple[str, ...]) -> str:
    numbers = {"regular": 400, "bold": 700}
    return "".join(
        f'@font-face{{font-family:"{family}";font-weight:{number};'
        f'src:url("{_FONT}{family.replace(" ", "+")}/{name}")}}'
        for family in families
        for name, number in numbers.items()
    )

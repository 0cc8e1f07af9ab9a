"""Each rule for e-books: one thing is spoiled in a good book, and it is found, and nothing else."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

import pytest

from exporter.diagnostics import Severity
from exporter.file_rules import epub
from tests.unit.writers.epub.opened import good, parts

Spoil = Callable[[dict[str, bytes]], dict[str, bytes]]
OPF, NAV, ONE, TWO = (
    f"EPUB/{name}" for name in ("package.opf", "nav.xhtml", "part-1.xhtml", "part-2.xhtml")
)
CSS = "EPUB/book.css"


def zipped(files: dict[str, bytes], *, packed: bool = False) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            stored = name == "mimetype" and not packed
            archive.writestr(name, data, zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def change(file: str, pattern: str, new: str, count: int = 1) -> Spoil:
    """Something else in the place of what fits a pattern, which must be there."""

    def spoil(files: dict[str, bytes]) -> dict[str, bytes]:
        text, times = re.subn(pattern, new, files[file].decode(), count=count, flags=re.DOTALL)
        assert times, pattern
        return {**files, file: text.encode()}

    return spoil


def both(*spoils: Spoil) -> Spoil:
    def spoil(files: dict[str, bytes]) -> dict[str, bytes]:
        for one in spoils:
            files = one(files)
        return files

    return spoil


def without(name: str) -> Spoil:
    return lambda files: {key: data for key, data in files.items() if key != name}


def added(name: str, data: bytes) -> Spoil:
    return lambda files: {**files, name: data}


def in_text(markup: str) -> Spoil:
    """Something more at the end of the first part."""
    return change(ONE, "</main>", f"{markup}</main>")


def stated(kind: str, value: str) -> Spoil:
    meta = f'<meta property="schema:{kind}">{value}</meta>'
    return change(OPF, "</metadata>", f"{meta}</metadata>")


def unstated(kind: str, value: str = "[^<]*") -> Spoil:
    return change(OPF, f'<meta property="schema:{kind}">{value}</meta>', "", count=0)


NO_PICTURE = '<img src="pictures/tick.svg"/>'
SPOILED: dict[str, Spoil] = {
    "epub-mimetype": lambda files: {**without("mimetype")(files), "mimetype": files["mimetype"]},
    "epub-old": both(
        change(OPF, 'version="3.0"', 'version="2.0"'),
        change(OPF, '<meta property="dcterms:modified">[^<]*</meta>', ""),
    ),
    "epub-file-missing": without("EPUB/pictures/cycle.svg"),
    "epub-file-unlisted": added("EPUB/forgotten.txt", b"x"),
    "epub-spine-wrong": change(OPF, "</spine>", '<itemref idref="nowhere"/></spine>'),
    "epub-text-broken": change("EPUB/end.xhtml", "</footer>", ""),
    "epub-title-missing": change(OPF, "<dc:title>[^<]*", "<dc:title>"),
    "epub-language-missing": change(OPF, "<dc:language>[^<]*</dc:language>", ""),
    "epub-language-wrong": change(OPF, "<dc:language>[^<]*", "<dc:language>welsh!"),
    "epub-identifier-missing": change(OPF, 'unique-identifier="id"', 'unique-identifier="other"'),
    "epub-modified-missing": change(OPF, '<meta property="dcterms:modified">[^<]*</meta>', ""),
    "epub-fixed-layout": change(
        OPF, "</metadata>", '<meta property="rendition:layout">pre-paginated</meta></metadata>'
    ),
    "epub-navigation-missing": both(
        change(OPF, ' properties="nav"', ""),
        unstated("accessibilityFeature", "(?:tableOfContents|pageNavigation)"),
        lambda files: {
            name: re.sub(rb"<span [^>]*doc-pagebreak[^>]*></span>", b"", data)
            if name.endswith(".xhtml")
            else data
            for name, data in files.items()
        },
        unstated("accessibilityFeature", "pageBreakMarkers"),
    ),
    "epub-navigation-dead": change(NAV, "part-1.xhtml#inner", "part-1.xhtml#nowhere"),
    "epub-navigation-thin": change(NAV, '<li><a href="part-2.xhtml#two">[^<]*</a></li>', ""),
    "epub-landmarks-missing": change(NAV, 'epub:type="bodymatter"', 'epub:type="other"'),
    "epub-page-list-missing": both(
        change(NAV, '<nav epub:type="page-list".*?</nav>', ""),
        unstated("accessibilityFeature", "pageNavigation"),
    ),
    "epub-page-list-wrong": change(NAV, "cover.xhtml#page.1", "cover.xhtml#page.7"),
    "epub-page-source-missing": change(OPF, '<meta property="pageBreakSource">[^<]*</meta>', ""),
    "epub-link-dead": change(ONE, 'href="part-2.xhtml#two"', 'href="part-2.xhtml#three"'),
    "epub-heading-skipped": change(ONE, "<h3 (.*?)</h3>", r"<h5 \1</h5>"),
    "epub-text-language-missing": change(TWO, ' lang="en-GB" xml:lang="en-GB"', ""),
    "epub-text-title-missing": change(TWO, "<title>[^<]*", "<title>"),
    "epub-script": in_text('<p onclick="go()">x</p>'),
    "epub-network-needed": in_text('<img src="https://example.org/a.png" alt="A"/>'),
    "epub-size-fixed": added(CSS, b"p { font-size: 14px }"),
    "epub-size-small": added(CSS, b".small { font-size: 60% }"),
    "epub-statement-missing": unstated("accessibilityHazard"),
    "epub-statement-thin": unstated("accessibilitySummary"),
    "epub-statement-untrue": stated("accessibilityFeature", "synchronizedAudioText"),
    "epub-claim-unsigned": change(
        OPF,
        "</metadata>",
        '<meta property="dcterms:conformsTo">EPUB Accessibility 1.1</meta></metadata>',
    ),
    "html-picture-alternative-missing": both(
        in_text(NO_PICTURE),
        unstated("accessibilityFeature", "alternativeText"),
        unstated("accessModeSufficient", "textual"),
        stated("accessModeSufficient", "textual,visual"),
    ),
    "html-table-headers-missing": in_text("<table><tr><td>a</td><td>b</td></tr></table>"),
    "html-list-broken": in_text("<div><li>x</li></div>"),
    "html-link-vague": in_text('<a href="https://example.org">Click here</a>'),
    "html-moves": in_text("<marquee>x</marquee>"),
}
UNTRUE: dict[str, Spoil] = {
    "alternative text that pictures lack": in_text(NO_PICTURE),
    "pages that it has not": both(
        change(NAV, '<nav epub:type="page-list".*?</nav>', ""),
        lambda files: {
            name: re.sub(rb"<span [^>]*doc-pagebreak[^>]*></span>", b"", data)
            for name, data in files.items()
        },
    ),
    "the old word for them": both(
        change(NAV, '<nav epub:type="page-list".*?</nav>', ""),
        unstated("accessibilityFeature", "page\\w*"),
        stated("accessibilityFeature", "printPageNumbers"),
    ),
    "sums that it has not": stated("accessibilityFeature", "describedMath"),
    "a film that is no hazard": in_text('<video src="a.mp4"/>'),
    "pictures that nobody sees": unstated("accessMode", "visual"),
}


@pytest.mark.parametrize("code", SPOILED)
def test_a_spoiled_book_gives_this_finding_and_nothing_else(code: str) -> None:
    found = epub.check(zipped(SPOILED[code](parts(good()))))
    assert {finding.code for finding in found} == {code}, [str(one) for one in found]


@pytest.mark.parametrize("statement", UNTRUE)
def test_a_statement_that_is_not_true_is_told(statement: str) -> None:
    found = epub.check(zipped(UNTRUE[statement](parts(good()))))
    assert "epub-statement-untrue" in {finding.code for finding in found}


@pytest.mark.parametrize(
    "edition", ["standard", "large-print", "giant-print", "extra-spacing", "easy-read"]
)
def test_the_checker_finds_nothing_in_our_own_books(edition: str) -> None:
    assert epub.check(good(edition)) == ()


def test_a_good_book_zipped_by_somebody_else_gives_no_finding() -> None:
    assert epub.check(zipped(parts(good()))) == ()


def test_every_rule_has_a_book_that_breaks_it() -> None:
    assert set(epub.RULES) <= set(SPOILED) | {"epub-unreadable", "epub-locked"}


@pytest.mark.parametrize(
    "data",
    [b"", b"PK", zipped({"mimetype": b"x"}), good()[:4000]],
    ids=["empty", "torn", "no-book", "cut"],
)
def test_what_is_no_book_is_one_finding(data: bytes) -> None:
    assert [finding.code for finding in epub.check(data)] == ["epub-unreadable"]


def test_a_locked_book_is_one_finding() -> None:
    lock = (
        b'<encryption xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptionMethod '
        b'Algorithm="http://www.w3.org/2001/04/xmlenc#aes256-cbc"/></encryption>'
    )
    files = {**parts(good()), "META-INF/encryption.xml": lock}
    assert [finding.code for finding in epub.check(zipped(files))] == ["epub-locked"]


def test_a_packed_mimetype_is_found() -> None:
    data = zipped(parts(good()), packed=True)
    assert [finding.code for finding in epub.check(data)] == ["epub-mimetype"]


def test_a_finding_says_the_file_inside_the_book_and_its_line() -> None:
    (found,) = epub.check(zipped(SPOILED["epub-navigation-dead"](parts(good()))))
    assert found.place.file == NAV
    assert found.place.line > 0
    assert found.severity is Severity.MUST_FIX
    assert found.hint
    assert "Inner part" in found.message


def test_addresses_that_are_no_addresses_are_survived() -> None:
    for href in ("http://[x", "#%00", "part-2.xhtml#%ff", "../../../etc/passwd", "//", "?"):
        epub.check(zipped(in_text(f'<p><a href="{href}">Part two</a></p>')(parts(good()))))


def test_words_after_a_remark_name_a_link_and_words_before_it_do() -> None:
    for inside in ("<!-- x --> Ely", "Ely<!-- x -->", "<b>E</b><!-- x -->ly", "<?x y?> Ely"):
        link = f'<p>See <a href="https://e.org/"><!-- y -->{inside}</a>.</p>'
        assert epub.check(zipped(in_text(link)(parts(good())))) == ()
    empty = in_text('<p><a href="https://e.org/"><!-- Ely --></a> Ely.</p>')
    assert [one.code for one in epub.check(zipped(empty(parts(good()))))] == ["html-link-empty"]

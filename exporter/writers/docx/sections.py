"""Word's sections: the cover and contents, the parts of the document, the end matter.

A Word section ends where notes have to be set: after each part that has notes.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from exporter.edition import Page, Theme
from exporter.writers.docx import measures
from exporter.writers.docx.markup import paragraph, twips

Header = Literal["rIdTitleHeader", "rIdSectionHeader"]
FOOTER = "rIdFooter"
_RUNNING_LINE = 26.0
"""From the edge of the paper to the running line, in points."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionEnd:
    """How one Word section is set; Word keeps that at its end, even how it starts."""

    header: Header
    new_page: bool
    cover: bool = False
    """Whether the first page has neither header nor footer."""


def properties(end: SectionEnd, theme: Theme, *, right_to_left: bool) -> str:
    """`w:sectPr`. Nothing in it differs between standard and large print.

    Notes have plain numbers, never Roman ones (NUM-02); LibreOffice asks for that here.
    """
    page = measures.sheet(theme)
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="{end.header}"/>'
        f'<w:footerReference w:type="default" r:id="{FOOTER}"/>'
        '<w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr>'
        f'<w:type w:val="{"nextPage" if end.new_page else "continuous"}"/>{_page(page)}'
        f'<w:cols w:space="720"/>{"<w:titlePg/>" if end.cover else ""}'
        f"{'<w:bidi/>' if right_to_left else ''}</w:sectPr>"
    )


def _page(page: Page) -> str:
    return (
        f'<w:pgSz w:w="{twips(page.width)}" w:h="{twips(page.height)}"/>'
        f'<w:pgMar w:top="{twips(page.top)}" w:right="{twips(page.outer)}" '
        f'w:bottom="{twips(page.bottom)}" w:left="{twips(page.inner)}" '
        f'w:header="{twips(_RUNNING_LINE)}" w:footer="{twips(_RUNNING_LINE)}" w:gutter="0"/>'
    )


def ended(elements: list[str], section: str) -> list[str]:
    """The elements with the section's properties in their last paragraph.

    An empty paragraph of its own would only be needed after a table, or be read out as blank.
    """
    last = elements[-1] if elements else ""
    if not last.startswith("<w:p>"):
        return [*elements, paragraph("Furniture Gap", "", section)]
    return [*elements[:-1], last.replace("</w:pPr>", f"{section}</w:pPr>", 1)]

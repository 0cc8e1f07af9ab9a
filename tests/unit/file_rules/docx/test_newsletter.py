"""A newsletter from somebody's Word: sixteen pictures, and nobody has described one."""

from __future__ import annotations

import io
import re
from collections import Counter

import docx
import pytest
from docx.oxml import parse_xml
from PIL import Image

from exporter.file_rules.docx import check
from exporter.verify import verify

HEADINGS = ("News from the garden", "Our trip to the sea", "Recipes", "What is on in June")
OLD_PICTURE = (
    '<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:pict>'
    '<v:shape xmlns:v="urn:schemas-microsoft-com:vml" id="old" style="width:90pt;height:60pt"/>'
    "</w:pict></w:r>"
)


@pytest.fixture(scope="module")
def newsletter() -> bytes:
    """Four parts: pictures in the line, floating beside it, in a table, and of an older Word."""
    made = docx.Document()
    made.add_heading("The Garden Gate", 1)
    for heading in HEADINGS:
        made.add_heading(heading, 2)
        made.add_paragraph("We had a good month. Thank you to everybody who came and helped us.")
        made.add_picture(_photograph())
        made.add_paragraph().add_run().add_picture(_photograph())
        floating = made.paragraphs[-1]._p.xpath(".//wp:inline")[0]
        floating.tag = floating.tag.replace("}inline", "}anchor")
        cell = made.add_table(1, 2).rows[0].cells[0]
        cell.paragraphs[0].add_run().add_picture(_photograph())
        made.add_paragraph()._p.append(parse_xml(OLD_PICTURE))
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def _photograph() -> io.BytesIO:
    file = io.BytesIO()
    Image.new("RGB", (90, 60), "green").save(file, "JPEG")
    file.seek(0)
    return file


def test_sixteen_pictures_are_sixteen_findings_each_with_its_heading(newsletter: bytes) -> None:
    found = [finding for finding in check(newsletter) if finding.code == "word-alt-missing"]
    headings = [re.search("under the heading “(.*)”", finding.message) for finding in found]
    assert len(found) == 16
    assert Counter(one[1] for one in headings if one) == dict.fromkeys(HEADINGS, 4)
    assert headings == sorted(headings, key=lambda one: HEADINGS.index(one[1]))  # type: ignore[index]
    assert all("View Alt Text" in finding.hint for finding in found)


def test_verify_tells_them_too(newsletter: bytes) -> None:
    findings = verify(newsletter, "docx").findings
    assert [finding.code for finding in findings].count("word-alt-missing") == 16

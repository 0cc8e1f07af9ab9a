"""The styles of tables: quiet, with thin lines between rows."""

from __future__ import annotations

from exporter.writers.docx.markup import twips
from exporter.writers.docx.style_sheet import line_xml, shade_xml

NORMAL_TABLE = (
    '<w:style w:type="table" w:default="1" w:styleId="NormalTable"><w:name w:val="Normal Table"/>'
    '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr>'
    '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
    '<w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
    '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
)


def tables(colours: dict[str, str]) -> str:
    """Quiet tables: thin lines between rows, a tint behind the header.

    Bold stands in the paragraph style `Table Header` alone: in both it would cancel itself out,
    because bold is a toggle (ISO 29500-1, 17.7.3).
    """
    inside = line_xml("insideH", 0.5, 0, "accent3", colours)
    bottom = line_xml("bottom", 0.5, 0, "accent3", colours)
    top = line_xml("top", 0.5, 0, "accent3", colours)
    ruled = line_xml("bottom", 1.5, 0, "accent2", colours)
    shade = shade_xml("background2", colours)
    side = twips(6)
    margins = (
        f'<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="{side}" w:type="dxa"/>'
        f'<w:bottom w:w="40" w:type="dxa"/><w:right w:w="{side}" w:type="dxa"/></w:tblCellMar>'
    )
    made = []
    for name, part in (("Data Table", "firstRow"), ("Record Table", "firstCol")):
        edge = f"<w:tcBorders>{ruled}</w:tcBorders>" if part == "firstRow" else ""
        made.append(
            f'<w:style w:type="table" w:customStyle="1" w:styleId="{name.replace(" ", "")}">'
            f'<w:name w:val="{name}"/><w:basedOn w:val="NormalTable"/><w:uiPriority w:val="1"/>'
            f"<w:qFormat/><w:tblPr><w:tblBorders>{top}{bottom}{inside}</w:tblBorders>{margins}"
            f'</w:tblPr><w:tblStylePr w:type="{part}"><w:tblPr/><w:tcPr>{edge}{shade}</w:tcPr>'
            "</w:tblStylePr></w:style>"
        )
    return "".join(made)

"""A Word file as Google Docs writes it, made by hand after its ways.

Every run says that it does not run from right to left; headings have looks of their own beside
their style; each list is a `w:num` with nine levels, and its items repeat their indent; a table has
a style made for it, widths with many places, and a header row only where it was pinned; notes
begin with the id 0; a picture without alternative text has an empty `descr`; a page break is a run;
what came out of another file stands in content controls called goog_rdk; suggestions are tracked
changes.
"""

from __future__ import annotations

from itertools import count

from tests.unit.importing.word_files import NAMES, png, word

_NO = 'w:rsidR="00000000" w:rsidDel="00000000" w:rsidP="00000000" w:rsidRDefault="00000000"'
_LEFT = '<w:rtl w:val="0"/>'


def run(words: str, marks: str = "") -> str:
    """Words, with what Google Docs says of every run."""
    text = words.replace("&", "&amp;").replace("<", "&lt;")
    return f'<w:r {_NO}><w:rPr>{marks}{_LEFT}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(inside: str, style: str = "", properties: str = "") -> str:
    """A paragraph of runs, or of words."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    runs = inside if inside.startswith("<") or not inside else run(inside)
    return (
        f"<w:p {_NO}><w:pPr>{named}{properties}<w:rPr/></w:pPr>{runs}"
        f"<w:r {_NO}><w:rPr>{_LEFT}</w:rPr></w:r></w:p>"
    )


def heading(words: str, level: int, name: str) -> str:
    """A heading, large and grey by itself, with the bookmark that links lead to."""
    mark = f'<w:bookmarkStart w:colFirst="0" w:colLast="0" w:name="{name}" w:id="{level}"/>'
    look = '<w:b w:val="1"/><w:color w:val="434343"/><w:sz w:val="30"/><w:szCs w:val="30"/>'
    ended = f'{mark}<w:bookmarkEnd w:id="{level}"/>{run(words, look)}'
    spacing = '<w:keepNext w:val="0"/><w:keepLines w:val="0"/><w:spacing w:before="480"/>'
    return paragraph(ended, f"Heading{level}", spacing)


def listed(words: str, number: int, level: int = 0) -> str:
    """An item: its list, and the indent of its level once more."""
    indent = f'<w:ind w:left="{720 * (level + 1)}" w:hanging="360"/>'
    counted = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return paragraph(run(words, '<w:u w:val="none"/>'), properties=counted + indent)


def table(*rows: tuple[str, ...], number: int, pinned: bool) -> str:
    """A table with the style that was made for it, and with lines of its own."""
    lines = "".join(
        f'<w:{side} w:color="000000" w:space="0" w:sz="8" w:val="single"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    made = ""
    for index, row in enumerate(rows):
        head = int(pinned and index == 0)
        bold = '<w:b w:val="1"/>' if index == 0 else ""
        cells = "".join(
            '<w:tc><w:tcPr><w:shd w:fill="auto" w:val="clear"/><w:tcMar/></w:tcPr>'
            f"{paragraph(run(words, bold))}</w:tc>"
            for words in row
        )
        made += (
            f'<w:tr><w:trPr><w:cantSplit w:val="0"/><w:tblHeader w:val="{head}"/></w:trPr>'
            f"{cells}</w:tr>"
        )
    grid = '<w:gridCol w:w="4514.511811023622"/>' * len(rows[0])
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="Table{number}"/>'
        '<w:tblW w:w="9029.023622047243" w:type="dxa"/><w:jc w:val="left"/>'
        f'<w:tblBorders>{lines}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook w:val="0600"/></w:tblPr><w:tblGrid>{grid}<w:tblGridChange w:id="0">'
        f"<w:tblGrid>{grid}</w:tblGrid></w:tblGridChange></w:tblGrid>{made}</w:tbl>"
    )


def picture(key: str, alt: str) -> str:
    """A picture in a line; Google Docs names it by its file."""
    about = 'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    named = f'name="image{key}.png" descr="{alt}"' if alt else f'name="image{key}.png" descr=""'
    return (
        f'<w:r {_NO}><w:rPr/><w:drawing><wp:inline distB="114300" distT="114300" distL="114300" '
        f'distR="114300"><wp:extent cx="914400" cy="914400"/><wp:effectExtent b="0" l="0" r="0" '
        f't="0"/><wp:docPr id="{len(alt) + 1}" {named}/><a:graphic><a:graphicData><pic:pic {about}>'
        f'<pic:nvPicPr><pic:cNvPr id="0" {named}/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip r:embed="{key}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )


_BLUE = '<w:color w:val="1155cc"/><w:u w:val="single"/>'
_BREAK = f'<w:r {_NO}><w:br w:type="page"/></w:r>'
_RULE = (
    '<w:r><w:pict><v:rect xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft'
    '-com:office:office" style="width:0.0pt;height:1.5pt" o:hr="t" o:hrstd="t"/></w:pict></w:r>'
)


def google_docs() -> bytes:
    """The whole file."""
    wrapped = count(1)

    def control(inside: str) -> str:
        number = next(wrapped)
        about = f'<w:id w:val="{number}"/><w:tag w:val="goog_rdk_{number}"/>'
        return f"<w:sdt><w:sdtPr>{about}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"

    guid = "docs-internal-guid-5f1c2d3e-7fff-a1b2-c3d4-0123456789ab"
    pasted = f'<w:bookmarkStart w:name="{guid}" w:id="9"/><w:bookmarkEnd w:id="9"/>'
    said = '<w:commentRangeStart w:id="0"/><w:commentRangeStart w:id="1"/>'
    asked = "".join(
        f'<w:commentRangeEnd w:id="{n}"/><w:r><w:commentReference w:id="{n}"/></w:r>'
        for n in (0, 1)
    )
    note = (
        '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
        '<w:footnoteReference w:customMarkFollows="0" w:id="0"/></w:r>'
    )
    free = '<w:b w:val="1"/>'
    website = f'<w:hyperlink r:id="web">{run("our website", _BLUE)}</w:hyperlink>'
    costs = f'<w:hyperlink w:anchor="_def456">{run("what it costs", _BLUE)}</w:hyperlink>'
    cups = paragraph(run("We have ") + run("ten cups."))
    suggested = (
        f'<w:del w:author="Bo" w:id="5" w:date="2026-11-02T10:00:00Z"><w:r><w:rPr>{_LEFT}</w:rPr>'
        '<w:delText xml:space="preserve">Tuesday</w:delText></w:r></w:del>'
        f'<w:ins w:author="Bo" w:id="6" w:date="2026-11-02T10:00:00Z">{run("Monday")}</w:ins>'
    )
    body = (
        paragraph(run("Working together", '<w:sz w:val="52"/>'), "Title")
        + paragraph("A leaflet for everybody", "Subtitle")
        + heading("Who we are", 1, "_abc123")
        + paragraph(pasted + run("We meet every ") + suggested + run(". It is ")
                    + run("free", free) + run("."))
        + paragraph(run("See ") + website + run(", or ") + costs + run(". Bring a cup.") + note)
        + heading("What to bring", 2, "_ghi789")
        + listed("A cup", 1) + listed("A friend", 1) + listed("or two", 1, 1)
        + listed("Come in.", 2) + listed("Sit down.", 2)
        + paragraph(_BREAK)
        + heading("What it costs", 1, "_def456")
        + control(paragraph(said + run("It costs nothing.") + asked))
        + table(("Day", "Price"), ("Monday", "Free"), ("Friday", "£2"), number=1, pinned=True)
        + paragraph("")
        + table(("Who", "Phone"), ("Ann", "01632 960123"), number=2, pinned=False)
        + paragraph(picture("1", "Two people drink tea"))
        + paragraph(picture("2", ""))
        + paragraph(_RULE)
        + paragraph(control(run("Ask us about ")) + run("anything") + run("."))
    )  # fmt: skip
    return word(
        body,
        pictures={"1": png(1), "2": png(2)},
        links={"web": "https://example.org/"},
        footnotes=f'<w:footnote w:id="0">{cups}</w:footnote>',
        comments="".join(
            f'<w:comment w:author="{who}" w:id="{n}" w:date="2026-11-02T10:00:00Z">'
            f"{paragraph(one)}{paragraph(two)}</w:comment>"
            for n, (who, one, two) in enumerate(
                (("Ann", "Is that so?", "I paid."), ("Bo", "It is now.", "")))
        ),
        header=paragraph("Working together"),
        footer=paragraph(
            f'<w:r><w:rPr>{_LEFT}</w:rPr><w:fldChar w:fldCharType="begin"/><w:instrText '
            'xml:space="preserve">PAGE</w:instrText><w:fldChar w:fldCharType="separate"/>'
            '<w:fldChar w:fldCharType="end"/></w:r>'
        ),
        more={"word/styles.xml": _styles().encode(), "word/numbering.xml": _numbering().encode()},
    )  # fmt: skip


def _styles() -> str:
    named = "".join(
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/><w:basedOn '
        f'w:val="Normal"/><w:next w:val="Normal"/>{about}</w:style>'
        for key, name, about in (
            *((f"Heading{n}", f"heading {n}", "<w:pPr><w:keepNext/></w:pPr>") for n in range(1, 7)),
            ("Title", "Title", "<w:pPr><w:keepNext/></w:pPr>"),
            ("Subtitle", "Subtitle", '<w:rPr><w:color w:val="666666"/></w:rPr>'),
        )
    )
    tables = "".join(
        f'<w:style w:type="table" w:styleId="Table{n}"><w:basedOn w:val="TableNormal"/><w:tblPr>'
        '<w:tblStyleRowBandSize w:val="1"/><w:tblStyleColBandSize w:val="1"/></w:tblPr></w:style>'
        for n in (1, 2)
    )
    return (
        f'<w:styles {NAMES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial"/><w:sz '
        'w:val="22"/><w:lang w:val="en"/></w:rPr></w:rPrDefault></w:docDefaults><w:style '
        'w:type="paragraph" w:styleId="Normal" w:default="1"><w:name w:val="normal"/></w:style>'
        '<w:style w:type="table" w:styleId="TableNormal" w:default="1"><w:name '
        f'w:val="Table Normal"/></w:style>{named}{tables}</w:styles>'
    )


def _numbering() -> str:
    def levels(signs: tuple[str, ...], kinds: tuple[str, ...]) -> str:
        return "".join(
            f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{kinds[n % 3]}"/><w:lvlText '
            f'w:val="{signs[n % 3].format(n + 1)}"/><w:lvlJc w:val="left"/><w:pPr><w:ind '
            f'w:left="{720 * (n + 1)}" w:hanging="360"/></w:pPr><w:rPr><w:u w:val="none"/></w:rPr>'
            "</w:lvl>"
            for n in range(9)
        )

    dots = levels(("●", "○", "■"), ("bullet",) * 3)
    counts = levels(("%{}.",) * 3, ("decimal", "lowerLetter", "lowerRoman"))
    return (
        f'<w:numbering {NAMES}><w:abstractNum w:abstractNumId="1">{dots}</w:abstractNum>'
        f'<w:abstractNum w:abstractNumId="2">{counts}</w:abstractNum><w:num w:numId="1">'
        '<w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/>'
        "</w:num></w:numbering>"
    )

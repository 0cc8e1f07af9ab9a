"""Every rule for Word files: its code, why it is there, and who asks for it.

Who asks is named by the keys of `exporter.citations`: Microsoft's rules ("MS") are those of Word's
Accessibility Checker, old and new together; EN 301 549 (clause 10) and WCAG2ICT apply WCAG to
documents.
"""

from __future__ import annotations

from exporter.citations import citations
from exporter.diagnostics import Diagnostic, Severity
from exporter.rules import Rule

_MUST, _ASK = Severity.MUST_FIX, Severity.PLEASE_ANSWER
_INFORM, _PERSON = Severity.FOR_INFORMATION, Severity.PERSON_DECIDES

_508 = "508"
_OPC = "OOXML"

# code: (what is asked, why, who asks, how much it matters)
_TABLE: dict[str, tuple[str, str, str, Severity]] = {
    # ---- the file
    "word-unreadable": (
        "The file can be opened.",
        "A damaged or boundless file cannot be read by anybody.", _OPC, _MUST),
    "word-encrypted": (
        "The file is not locked with a password.",
        "Screen readers and converters cannot get at the words.", "MS; EN 301 549, 5.2", _MUST),
    "word-old-format": (
        "The file is a .docx.",
        "The old format holds no decorative pictures, no table headers, no languages of parts.",
        _508, _MUST),
    "word-macros": (
        "The file holds no macros.",
        "They are programs: mail and shared drives stop such files, and they can do harm.",
        "MS", _MUST),
    "word-text-apart": (
        "All text stands in the document itself.",
        "Word takes in another file when it opens this one; all other programs leave it out.",
        _OPC, _MUST),
    "word-compatibility-mode": (
        "The file is not in compatibility mode (mode 15).",
        "In the mode of an older Word, checks and features for access are switched off.",
        _508, _ASK),
    "word-access-restricted": (
        "Nobody is kept from reading or editing.",
        "People need to change the size and colours of a file, and programs to read it.",
        "MS", _MUST),
    "word-title-missing": (
        "The properties hold a title.",
        "The title is the first thing that is read out, and names the window.",
        "WCAG 2.4.2", _MUST),
    "word-property-missing": (
        "The properties say who made the file and what it is about.",
        "People find files by them.", _508, _INFORM),
    "word-metadata-left-over": (
        "Nothing is left over from a template: no foreign author, date or picture.",
        "A thumbnail of another document, or a program as the author, misleads.",
        "S-word", _ASK),
    "word-language-missing": (
        "The language of the document is set.",
        "Without it the words are read out in the accent of the reader's computer.",
        "WCAG 3.1.1", _MUST),
    "word-language-differs": (
        "The styles, the settings and the properties name the same language.",
        "Word and converters each ask another place.", "WCAG 3.1.1", _ASK),
    "word-direction-missing": (
        "Words written from the right are marked so.",
        "Without the mark, signs and numbers among them stand in the wrong order.",
        "WCAG 1.3.2", _MUST),
    "word-changes-left": (
        "No tracked changes or comments are left.",
        "They are read out among the words, and may not be meant for readers.", _508, _ASK),
    "word-control-untitled": (
        "Every content control has a title, every form field a help text.",
        "It is what a screen reader says of it.", "MS; WCAG 4.1.2", _MUST),
    # ---- pictures
    "word-alt-missing": (
        "Every picture has a description, or is marked as decorative.",
        "People who cannot see a picture are told nothing of it.", "MS; WCAG 1.1.1", _MUST),
    "word-alt-file-name": (
        "A description says what is to be seen; it is no file name, and not “picture”.",
        "“IMG_0042.jpg” is read out letter by letter and says nothing.", "MS; WCAG 1.1.1", _MUST),
    "word-alt-decorative": (
        "A decorative picture has no description.",
        "Programs differ in which of the two they believe.", "MS; WCAG 1.1.1", _MUST),
    "word-alt-caption": (
        "A description is not the caption again.",
        "Then the same words are read twice, and the picture is still not described.",
        "WCAG 1.1.1", _ASK),
    "word-alt-long": (
        "A description is no longer than 250 characters.",
        "It is read in one go, without a way to pause; more belongs in the text.",
        "MS", _ASK),
    "word-object-floating": (
        "Pictures, boxes and shapes stand in line with the text.",
        "What floats is read before or after the words it belongs to, or not at all.",
        "MS; WCAG 1.3.2; PAG-19", _MUST),
    "word-watermark": (
        "There is no watermark or text as a picture behind the words.",
        "It lowers the contrast, and no screen reader finds it.", "MS; CON-02", _ASK),
    "word-svg-alone": (
        "A drawing (SVG) has a bitmap beside it.",
        "Older Words and other programs show an empty frame.", "S-word", _MUST),
    "word-picture-lost": (
        "The file holds every picture that it shows.",
        "Readers see a red cross.", _OPC, _MUST),
    "word-picture-number-twice": (
        "Every drawing has a number of its own.",
        "Word repairs such files, and may drop a picture.", _OPC, _MUST),
    "word-decorative-mark": (
        "The mark for decorative pictures is written as Word reads it.",
        "With another address it is passed over, and the picture is announced.",
        "Microsoft, [MS-ODRAWXML] 2.1", _MUST),
    "word-picture-blurred": (
        "Pictures are sharp: at least 100 dots to the inch where they stand, better 150.",
        "A blurred picture must be guessed at.", "PIC-05", _ASK),
    "word-row-picture-small": (
        "The picture beside easy-read words is at least 5 cm wide.",
        "Small pictures do not carry the meaning.", "PIC-04", _ASK),
    # ---- headings and contents
    "word-headings-missing": (
        "A text of some length has headings, made by heading styles.",
        "People jump from heading to heading; without them they must hear everything.",
        "MS; WCAG 1.3.1; WCAG 2.4.10", _MUST),
    "word-heading-first": (
        "The first heading is of level 1.", "It says what the document is.", "WCAG 1.3.1", _ASK),
    "word-heading-skipped": (
        "No level of heading is left out.",
        "A jump from level 1 to 3 sounds as if a part were missing.",
        "MS; WCAG 1.3.1; PAG-13", _MUST),
    "word-heading-empty": (
        "No heading is empty.", "It stands in the list of headings as nothing.",
        "WCAG 2.4.6", _MUST),
    "word-heading-long": (
        "A heading is no longer than 100 characters.",
        "In a list of headings long ones cannot be told apart.", "MS; PAG-13", _ASK),
    "word-heading-faked": (
        "What looks like a heading has a heading style.",
        "Bold words alone are no heading to a screen reader.", "WCAG 1.3.1; PAG-13", _MUST),
    "word-heading-parted": (
        "A heading stays with the words under it.",
        "A heading at the foot of a page heads nothing.", "PAG-06", _ASK),
    "word-contents-missing": (
        "A long document has contents, as a field.", "It is the way to a part.",
        "MS; WCAG 2.4.5; PAG-11", _ASK),
    "word-contents-empty": (
        "The contents are filled in, each entry a link.",
        "A field that waits to be updated shows nothing, or a question.", "PAG-11", _MUST),
    "word-fields-stale": (
        "No field is marked to be updated when the file is opened.",
        "Word then asks a question that nobody understands, or shows nothing.",
        "S-word", _ASK),
    # ---- tables
    "word-table-header-missing": (
        "A table says which row or column heads it.",
        "Else each number is read without what it counts.", "MS; WCAG 1.3.1", _MUST),
    "word-table-merged": (
        "No cells are merged or split.",
        "Reading by row or column then loses its way.", "MS", _ASK),
    "word-table-nested": (
        "No table stands inside another.", "It cannot be read in order.", "MS", _MUST),
    "word-table-grid": (
        "Every row fills the columns of its table.",
        "Word repairs such tables, and shifts cells.", _OPC, _MUST),
    "word-table-cell-open": (
        "Every cell ends in a paragraph.", "Word calls such a file unreadable.", _OPC, _MUST),
    "word-table-description-missing": (
        "A table has a title and a description among its properties.",
        "They say whether it is worth going through.", "MS; AED", _INFORM),
    "word-table-row-splits": (
        "Rows do not break over pages.",
        "Half a row at the foot of a page is read as a row.", "WCAG 1.3.2; PAG-05", _ASK),
    "word-table-blank": (
        "No row or column of a table is empty.",
        "An empty row sounds like the end of the table.", "MS", _ASK),
    # ---- words, lists, links
    "word-blank-paragraphs": (
        "Distance is made by styles, not by empty paragraphs.",
        "Each is announced as “blank”.", "MS", _ASK),
    "word-blanks-repeated": (
        "Words are not pushed about with blanks or tabs.",
        "They are read out, and fall apart in another size.", "MS; WCAG 1.3.1", _ASK),
    "word-list-faked": (
        "A list is a list of Word's, not typed signs.",
        "Only then is it said how many entries there are.", "WCAG 1.3.1; PAG-18", _MUST),
    "word-link-text": (
        "The words of a link say where it leads.",
        "People hear links one after the other, without what is around them.",
        "MS; WCAG 2.4.4", _ASK),
    "word-link-same-words": (
        "Links with the same words lead to the same place.",
        "In a list of links they cannot be told apart.", "WCAG 2.4.4", _ASK),
    "word-link-dead": (
        "Every link inside the document has a target.", "It leads nowhere.", "WCAG 2.4.4", _MUST),
    "word-link-not-underlined": (
        "Links are underlined.", "Colour alone is not seen by everybody.", "WCAG 1.4.1", _ASK),
    "word-note-lost": (
        "Every note mark has its note.", "The mark leads nowhere, and Word repairs the file.",
        _OPC, _MUST),
    "word-field-open": (
        "Every field has a beginning and an end.", "What follows is swallowed.", _OPC, _MUST),
    "word-bookmark-twice": (
        "Every bookmark has a name of its own.", "A link to it leads to the wrong place.",
        _OPC, _MUST),
    "word-style-missing": (
        "Every style that is used is there.", "The words fall back to plain ones.", _OPC, _MUST),
    "word-number-missing": (
        "Every list number that is used is there.", "The list falls apart.", _OPC, _MUST),
    # ---- how it is written
    "word-order": (
        "The elements of the file stand in the order of the schema.",
        "Word repairs some of the other files, and then drops a list or a format.",
        "ISO/IEC 29500-1, Annex A", _ASK),
    "word-colour-value": (
        "Every colour is six hexadecimal digits, or “auto”.",
        "Programs differ in what they make of another value: black, white, or nothing.",
        "ISO/IEC 29500-1, ST_HexColor", _ASK),
    "word-part-kind": (
        "The file says what kind each of its parts is.",
        "Word does not open a file with a part that it cannot place.",
        "ISO/IEC 29500-2, content types", _MUST),
    # ---- pages
    "word-page-size-missing": (
        "Every section says its page size and margins.",
        "Else each printer decides.", "PAG-01", _ASK),
    "word-page-number-missing": (
        "Every page has its number, as a field.",
        "People who print it cannot sort or find pages.", "PAG-09", _ASK),
    "word-columns": (
        "Text runs in one column.", "Columns are lost when the size grows.",
        "SPC-12; WCAG 1.4.10", _ASK),
    "word-too-many-pages": (
        "Easy read has at most 20 pages, and never more than 24.",
        "A long document frightens; two short ones are read.", "PAG-10", _MUST),
    "word-formats-line-missing": (
        "The document says in which other ways it can be had.",
        "Whoever cannot read this one must learn that there are others.", "COV-05", _ASK),
    "word-formats-line-small": (
        "The words on other ways to have the document are 16 points large or more.",
        "Whoever needs large print must be able to read that there is large print.",
        "COV-05", _ASK),
    "word-margin-narrow": (
        "Margins are wide enough.", "Eyes and fingers need the edge.", "SPC-13", _ASK),
    "word-running-only": (
        "Nothing stands only in a header or footer.",
        "Screen readers pass over them.", _508, _PERSON),
    # ---- the look
    "word-size-small": (
        "Words are large enough for the edition.",
        "Small print shuts out most people with low vision.",
        "TYP-01; TYP-02; TYP-03; TYP-04", _MUST),
    "word-line-pitch": (
        "Lines are far enough apart.", "Close lines run into one another.", "SPC-01", _ASK),
    "word-line-long": (
        "Lines are short: at most 80 characters, 70 in large print, 60 in easy read.",
        "In a long line the way back to the next one is lost.", "SPC-10", _ASK),
    "word-centred": (
        "Text begins at one straight left edge; only a title may stand in the middle.",
        "Each line of centred text begins somewhere else, and must be looked for.",
        "SPC-03", _ASK),
    "word-justified": (
        "Lines are ragged at the right.",
        "Stretched blanks make rivers, and the next line hard to find.", "SPC-03", _MUST),
    "word-italics": (
        "No words are slanted.", "Slanted letters are hard to tell apart.", "EMP-01", _ASK),
    "word-capitals": (
        "Words are not set in capitals.", "The shape of words is lost.", "EMP-03", _MUST),
    "word-underline": (
        "Only links are underlined.", "Other words are taken for links.", "EMP-02", _ASK),
    "word-effects": (
        "Letters have no shadow, outline or relief.", "They blur.", "EMP-05", _MUST),
    "word-hyphenation": (
        "Words are not divided at line ends.", "Half words cannot be read by many people.",
        "SPC-05", _ASK),
    "word-letters-close": (
        "Letters are not squeezed.", "They run into one another.", "TYP-10; TYP-11", _MUST),
    "word-first-line": (
        "First lines are not indented.", "The start of lines is harder to find.", "SPC-04", _ASK),
    "word-typeface": (
        "The typeface is a plain one, without serifs.",
        "Serifs and scripts hide the shape of letters.", "TYP-05", _ASK),
    "word-contrast": (
        "Words stand out from what is behind them, at least 4.5 to 1.",
        "Pale words are lost to many eyes, and to every photocopier.",
        "MS; WCAG 1.4.3; CON-01", _MUST),
    "word-colour-two-values": (
        "A colour is the same in the theme and as its value.",
        "Word shows one and other programs the other.", "S-word", _ASK),
    "word-lines-alone": (
        "No line of a paragraph stands alone on a page.", "It is easily missed.", "SPC-16", _ASK),
    "word-direct-formatting": (
        "The look comes from styles alone.",
        "Who wants larger words must change each of them by hand.",
        "S-word", _INFORM),
}  # fmt: skip

LOOK = frozenset((
    "word-page-number-missing", "word-columns", "word-margin-narrow", "word-size-small",
    "word-line-pitch", "word-line-long", "word-centred", "word-justified", "word-italics",
    "word-capitals", "word-underline", "word-effects", "word-hyphenation", "word-letters-close",
    "word-first-line", "word-typeface", "word-lines-alone", "word-heading-parted",
    "word-table-row-splits", "word-picture-blurred", "word-row-picture-small",
    "word-colour-two-values", "word-direct-formatting",
))  # fmt: skip
"""What an edition promises of its look. Of other files it is told for information: nobody promised.

Contrast is asked of every file (WCAG 1.4.3).
"""

_TO_DO = {
    "word-alt-missing": "In Word: right-click the picture, View Alt Text.",
    "word-table-header-missing": "In Word: Table Layout, Repeat Header Rows.",
    "word-heading-faked": "In Word: choose Heading 1, Heading 2 … among the styles.",
    "word-text-apart": "Open the file in Word and save it again: then the text is in it.",
    "word-object-floating": "In Word: Layout Options, In Line with Text.",
    "word-list-faked": "In Word: Home, Bullets or Numbering.",
    "word-title-missing": "In Word: File, Info, Title.",
    "word-compatibility-mode": "In Word: File, Info, Convert.",
    "word-language-missing": "In Word: Review, Language, Set Proofing Language.",
    "word-contents-missing": "In Word: References, Table of Contents.",
    "word-direct-formatting": "In Word: change the style, and clear the formatting (Ctrl+Space).",
}

RULES: dict[str, Rule] = {
    code: Rule(
        code=code, title=title, reason=reason, source=citations(source), to_do=_TO_DO.get(code, ""),
        severities=(("", severity),),
    )
    for code, (title, reason, source, severity) in _TABLE.items()
}  # fmt: skip


def found(
    code: str,
    message: str,
    where: str = "",
    *,
    words: str = "",
    hint: str = "",
    severity: Severity | None = None,
) -> Diagnostic:
    """A finding of a rule. `where` says where it stands, and ends the sentence of the message."""
    rule = RULES[code]
    told = f"{message.rstrip('.')} ({where})." if where else message
    return Diagnostic(
        code=code,
        message=told,
        severity=rule.most if severity is None else severity,
        hint=hint or rule.to_do,
        words=words,
        where=where,
    )

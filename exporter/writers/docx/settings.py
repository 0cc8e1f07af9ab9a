"""settings.xml: Word's present mode, the language, notes at the end of their section."""

from __future__ import annotations

from exporter.model import Document
from exporter.writers.docx.markup import DECLARATION, NAMESPACES, escape

_MAPPING = (
    '<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" '
    'w:accent1="accent1" w:accent2="accent2" w:accent3="accent3" w:accent4="accent4" '
    'w:accent5="accent5" w:accent6="accent6" w:hyperlink="hyperlink" '
    'w:followedHyperlink="followedHyperlink"/>'
)
_COMPATIBILITY = (
    '<w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
)
"""15 is Word 2013 and later; any less opens in compatibility mode (Section 508)."""


def settings_xml(document: Document, *, has_notes: bool, embeds: bool) -> str:
    """No `updateFields`: it makes Word ask a question when the file is opened."""
    language = escape(document.language)
    bidi = f' w:bidi="{language}"' if document.right_to_left else ""
    notes = (
        '<w:endnotePr><w:pos w:val="sectEnd"/><w:numFmt w:val="decimal"/>'
        '<w:endnote w:id="-1"/><w:endnote w:id="0"/></w:endnotePr>'
    )
    return (
        f'{DECLARATION}<w:settings {NAMESPACES}><w:zoom w:percent="100"/>'
        f"{'<w:embedTrueTypeFonts/>' if embeds else ''}"
        f'<w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>'
        f"{notes if has_notes else ''}{_COMPATIBILITY}"
        f'<w:themeFontLang w:val="{language}"{bidi}/>{_MAPPING}'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )

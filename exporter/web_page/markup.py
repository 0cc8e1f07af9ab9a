"""Small pieces of HTML and XML. Text is escaped here and nowhere else, so it is escaped once."""

from __future__ import annotations

import re
from typing import NewType

Html = NewType("Html", str)
"""HTML that is ready: every word in it has been escaped."""
Xml = NewType("Xml", str)
"""XML that is ready."""

NOTHING = Html("")
_VOID = frozenset({"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "wbr"})
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_TAG = re.compile(r'<([a-zA-Z][\w:.-]*)((?: [\w:.-]+(?:="[^"<>]*")?)*)>')
_ALONE = re.compile(r' ([\w:.-]+)(?:="([^"]*)")?')


def escape(text: str) -> Html:
    """Text as HTML, fit for content and for attributes in double quotation marks."""
    return Html(text.translate(_ESCAPES))


def element(tag: str, *children: Html, **attributes: str | bool) -> Html:
    """One element. Attribute names lose a final "_", and have ":" for "__" and "-" for "_".

    An attribute that is True stands alone, one that is False is left out; an empty string is kept
    only for `alt`, where it says that a picture is decorative.
    """
    start = tag + _attributes(attributes)
    if tag in _VOID:
        return Html(f"<{start}>")
    return Html(f"<{start}>{''.join(children)}</{tag}>")


def xml(tag: str, *children: Xml, **attributes: str | bool) -> Xml:
    """One element of XML, which closes itself where it is empty; attributes as in `element`."""
    start = tag + _attributes(attributes)
    return Xml(f"<{start}>{''.join(children)}</{tag}>" if children else f"<{start}/>")


def xml_text(text: str) -> Xml:
    """Text as XML; signs that XML cannot hold are left out."""
    return Xml(_NOT_XML.sub("", escape(text)))


def join(*pieces: Html) -> Html:
    """Pieces one after the other."""
    return Html("".join(pieces))


def as_xml(markup: Html) -> Xml:
    """The same markup in the syntax of XML, as XHTML has it.

    Empty elements close themselves, attributes that stand alone get a value, and a language is
    told in both ways (HTML, 3.2.6.2). It takes what `element` writes, not HTML of anybody's.
    """
    return Xml(_NOT_XML.sub("", _TAG.sub(_as_xml_tag, markup)))


def _as_xml_tag(found: re.Match[str]) -> str:
    tag, attributes = found[1], found[2]
    if attributes:
        attributes = _ALONE.sub(_as_xml_attribute, attributes)
    return f"<{tag}{attributes}/>" if tag in _VOID else f"<{tag}{attributes}>"


def _as_xml_attribute(found: re.Match[str]) -> str:
    name, value = found[1], found[2] or ""
    told = f' {name}="{value}"'
    return f'{told} xml:lang="{value}"' if name == "lang" else told


def _attributes(attributes: dict[str, str | bool]) -> str:
    return "".join(_attribute(_name(name), value) for name, value in attributes.items())


def _name(name: str) -> str:
    return name.rstrip("_").replace("__", ":").replace("_", "-")


def _attribute(name: str, value: str | bool) -> str:
    if value is True:
        return f" {name}"
    if value is False or (value == "" and name != "alt"):
        return ""
    return f' {name}="{escape(value)}"'

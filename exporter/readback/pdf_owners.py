"""Whose each text object of a page is: a marked sequence's, the page's own, or nobody's."""

from __future__ import annotations

import ctypes
from collections.abc import Set
from typing import TypeAlias

import pypdfium2.raw as raw

MOST_OBJECTS = 400_000
_FORM_DEPTH = 8

Owner: TypeAlias = tuple[bool, int]
"""Whether it lies in a form, and the number of the marked sequence."""
NOBODY: Owner = (False, -1)
ARTIFACT: Owner = (False, -2)

Claimed: TypeAlias = Set[Owner] | None
"""The sequences of a page that some element has; None: every one that there is."""


def owners_on(page: raw.FPDF_PAGE, claimed: Claimed) -> dict[int, Owner]:
    """For the address of every text object its owner: its own, else that of the form it is in."""
    owners: dict[int, Owner] = {}
    address, kind_of = ctypes.addressof, raw.FPDFPageObj_GetType
    for index in range(min(raw.FPDFPage_CountObjects(page), MOST_OBJECTS)):
        thing = raw.FPDFPage_GetObject(page, index)
        kind = kind_of(thing)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            owners[address(thing.contents)] = _owner(thing, False, NOBODY, claimed)
        elif kind == raw.FPDF_PAGEOBJ_FORM:
            _in_form(thing, _owner(thing, False, NOBODY, claimed), claimed, owners, 0)
    return owners


def _in_form(
    form: raw.FPDF_PAGEOBJECT,
    outer: Owner,
    claimed: Claimed,
    owners: dict[int, Owner],
    depth: int,
) -> None:
    for index in range(min(raw.FPDFFormObj_CountObjects(form), MOST_OBJECTS)):
        if len(owners) > MOST_OBJECTS:
            return
        thing = raw.FPDFFormObj_GetObject(form, index)
        kind = raw.FPDFPageObj_GetType(thing)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            owners[ctypes.addressof(thing.contents)] = _owner(thing, True, outer, claimed)
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < _FORM_DEPTH:
            _in_form(thing, _owner(thing, True, outer, claimed), claimed, owners, depth + 1)


def _owner(thing: raw.FPDF_PAGEOBJECT, in_form: bool, outer: Owner, claimed: Claimed) -> Owner:
    own = (in_form, int(raw.FPDFPageObj_GetMarkedContentID(thing)))
    if own[1] >= 0 and (claimed is None or own in claimed):
        return own
    if outer != NOBODY:
        return outer
    return ARTIFACT if _is_artifact(thing) else NOBODY


def _is_artifact(thing: raw.FPDF_PAGEOBJECT) -> bool:
    buffer = (ctypes.c_ushort * 32)()
    length = ctypes.c_ulong()
    for index in range(min(raw.FPDFPageObj_CountMarks(thing), 20)):
        mark = raw.FPDFPageObj_GetMark(thing, index)
        raw.FPDFPageObjMark_GetName(mark, buffer, ctypes.sizeof(buffer), length)
        letters = buffer[: max(0, length.value // 2 - 1)]
        if "".join(map(chr, letters)) == "Artifact":
            return True
    return False

"""Picture banks: what there is, for which idea, and from where.

`search` suggests; people choose. Folders of the user come first, then the drawings of the house.
OpenMoji is used unmodified and credited. Ideas that no symbol says well are marked: they need a
real picture.
"""

from __future__ import annotations

from exporter.pictures.banks import (
    Bank,
    BankPicture,
    FolderBank,
    HouseBank,
    OpenMojiBank,
    default_banks,
)
from exporter.pictures.searching import Found, search
from exporter.styles.concepts import Concept, concepts

__all__ = [
    "Bank",
    "BankPicture",
    "Concept",
    "FolderBank",
    "Found",
    "HouseBank",
    "OpenMojiBank",
    "concepts",
    "default_banks",
    "search",
]

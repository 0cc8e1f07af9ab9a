"""Picture banks: what there is, for which idea, and from where.

`search` suggests; people choose. OpenMoji always works and is used unmodified and credited; folders
of the user come first. Ideas that no symbol says well are marked: they need a real picture.
"""

from __future__ import annotations

from exporter.pictures.banks import Bank, BankPicture, FolderBank, OpenMojiBank, default_banks
from exporter.pictures.searching import Found, search
from exporter.styles.concepts import Concept, concepts

__all__ = [
    "Bank",
    "BankPicture",
    "Concept",
    "FolderBank",
    "Found",
    "OpenMojiBank",
    "concepts",
    "default_banks",
    "search",
]

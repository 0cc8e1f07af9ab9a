"""Word files that people can trust: every look a style, every mark one that Word knows."""

from exporter.writers.docx.compile import compile
from exporter.writers.docx.stamp import Slots, stamp

__all__ = ["Slots", "compile", "stamp"]

"""Accessible documents from one source: PDF, Word, web, large print and easy read."""

__version__ = "0.1.0"

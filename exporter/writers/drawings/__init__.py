"""Drawings: those that every program draws alike, and the others, which are made of pixels here."""

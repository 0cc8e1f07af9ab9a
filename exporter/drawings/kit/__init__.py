"""How the house's drawings are made: a kit of parts, and one small function for each drawing.

Nothing here runs when a guide is built. `python -m exporter.drawings.kit` writes the SVG files
of the bank (`exporter/drawings/bank/`) again; a test holds them equal to what is written.
"""

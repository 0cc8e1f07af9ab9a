"""what-we-checked.html: one calm page for a board or a regulator.

It says what was checked, by what, at which version, and as plainly what nobody has checked yet. It
promises nothing: no program can say that everybody can use a document. No clock: same facts, same
bytes.
"""

from __future__ import annotations

from exporter.reports.evidence.facts import Facts, Tool
from exporter.reports.evidence.page import what_we_checked

__all__ = ["Facts", "Tool", "what_we_checked"]

"""Who asks for the rules of loading, in words."""

from __future__ import annotations

DIALECT = "exporter, the dialect of sources"
YAML = "YAML 1.1, measured on 770 sentences of real guides"
MARKDOWN = "CommonMark 0.31, which never fails but shows what it cannot read"
SAFE = "exporter, safe reading of strangers' files"
ALT = "WCAG 1.1.1"
STRUCTURE = "WCAG 1.3.1"
TABLE = "WCAG 1.3.1; UKAAF, tables without merged or empty cells"
LINK = "WCAG 2.4.4"
CHART = "Government Analysis Function, Data visualisation: charts; WCAG 1.1.1"
EASY = "Inclusion Europe, Information for all"

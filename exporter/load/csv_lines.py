"""The lines of a CSV file, for tables and charts."""

from __future__ import annotations

import csv
import io

from exporter.authored.findings import Findings
from exporter.diagnostics import Place

CsvLine = tuple[int, list[str]]
"""The number of the line on which a record begins, and its cells."""
_BETWEEN = ",;\t"
"""What stands between cells: what the first line has most of. Spreadsheets write semicolons where
people write decimal commas, and tabs where they save text."""


def csv_lines(text: str, file: str, code: str, findings: Findings) -> list[CsvLine]:
    """The records that hold anything; one that cannot be read is told under `code`."""
    head = text.split("\n", 1)[0]
    reader = csv.reader(io.StringIO(text), delimiter=max(_BETWEEN, key=head.count))
    records: list[CsvLine] = []
    line = 1
    try:
        for record in reader:
            if any(cell.strip() for cell in record):
                records.append((line, record))
            line = reader.line_num + 1
    except csv.Error:
        message = "This line of the table cannot be read."
        findings.add(code, Place(file, line), message, "Are quotation marks open?")
    return records

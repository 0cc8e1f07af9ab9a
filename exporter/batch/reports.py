"""The report of a batch: for people (html), for machines (json), for a spreadsheet (csv).

No clock in it: the same packs give the same report.
"""

from __future__ import annotations

import csv
import io
import json
from html import escape
from typing import Any

from exporter import fingerprint
from exporter.batch.delivery import Order
from exporter.batch.packs import page_of

_NAMES = ("report.html", "report.json", "report.csv")
_COLUMNS = ("partner", "name", "state", "reason", "file", "sha256", "bytes", "pages", "proof")


def are_there(order: Order) -> bool:
    return all((order.output / name).is_file() for name in _NAMES)


def write(order: Order, records: list[dict[str, Any]]) -> None:
    """Write the three reports, each whole or not at all."""
    shown = [_without_history(record) for record in records]
    fingerprint.write_whole(order.output / "report.json", _json(shown))
    fingerprint.write_whole(order.output / "report.csv", _csv(shown))
    fingerprint.write_whole(order.output / "report.html", _html(shown))


def _without_history(record: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in record.items() if key not in ("written", "key")}


def _json(records: list[dict[str, Any]]) -> bytes:
    value = {"partners": records, "needs_a_person": list(NEEDS_A_PERSON)}
    return (json.dumps(value, indent=1, ensure_ascii=False) + "\n").encode()


def _csv(records: list[dict[str, Any]]) -> bytes:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow(_COLUMNS)
    for record in records:
        for file in record["files"] or [{}]:
            row = {**record, **file}
            writer.writerow([_safe(row.get(column, "")) for column in _COLUMNS])
    return ("\ufeff" + buffer.getvalue()).encode()


def _safe(value: object) -> object:
    """A text that a spreadsheet would take for a formula gets an apostrophe (OWASP)."""
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return "'" + value
    return value


NEEDS_A_PERSON = (
    "Is each picture right, adult and kind?",
    "Does the easy read say what matters, in words that its readers know?",
    "Does a screen reader tell each file well? See tests/people.md.",
    "Is the logo used as its owner asks?",
)


def _html(records: list[dict[str, Any]]) -> bytes:
    failed = [record for record in records if record["state"] == "failed"]
    files = sum(len(record["files"]) for record in records)
    said = (
        f"<p><strong>{len(records) - len(failed)} of {len(records)} packs are ready, "
        f"with {files} files.</strong></p>"
    )
    if failed:
        listed = "".join(
            f"<li>{escape(record['name'])}: {escape(record['reason'])}</li>" for record in failed
        )
        said += f"<h2>Not delivered</h2><ul>{listed}</ul>"
    person = "".join(f"<li>{escape(item)}</li>" for item in NEEDS_A_PERSON)
    body = (
        f"<h1>What was built for partners</h1>{said}<h2>Every file</h2>{_table(records)}"
        f"<h2>What still needs a person</h2><ul>{person}</ul>{_SORTING}"
    )
    return page_of("What was built for partners", body)


def _table(records: list[dict[str, Any]]) -> str:
    heads = ("Partner", "State", "File", "Pages", "Size", "How it was proved")
    header = "".join(
        f'<th scope="col"><button type="button">{head}</button></th>' for head in heads
    )
    rows = []
    for record in records:
        for file in record["files"] or [{}]:
            cells = (
                record["state"] + (f": {record['reason']}" if record.get("reason") else ""),
                file.get("file", ""),
                str(file.get("pages") or ""),
                f"{file['bytes'] / 1000:,.0f} KB" if "bytes" in file else "",
                file.get("proof", ""),
            )
            told = "".join(f"<td>{escape(cell)}</td>" for cell in cells)
            rows.append(f'<tr><th scope="row">{escape(record["name"])}</th>{told}</tr>')
    return (
        "<table><caption>Files of all partners. The buttons in the first row sort.</caption>"
        f"<thead><tr>{header}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
    )


_SORTING = """<script>
document.querySelectorAll("thead button").forEach((button, column) => {
  button.addEventListener("click", () => {
    const head = button.closest("th"), body = document.querySelector("tbody");
    const up = head.getAttribute("aria-sort") !== "ascending";
    document.querySelectorAll("thead th").forEach(th => th.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", up ? "ascending" : "descending");
    const words = row => row.children[column].textContent;
    const order = (a, b) => words(a).localeCompare(words(b), "en", {numeric: true});
    [...body.rows].sort((a, b) => up ? order(a, b) : order(b, a)).forEach(row => body.append(row));
  });
});
</script>"""

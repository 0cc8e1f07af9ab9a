"""Charts: data that strangers typed, or sent as the table of a spreadsheet."""

from __future__ import annotations

from tests.hostile.attack import BUILD, READ, START, Attack, Content, folder, link, pipe, section

_BAR = 'kind: bar, labels: Day, unit: people, values: [{{label: Mon, value: "{}"}}, {{label: Tue, value: "2"}}]'
_FILE = "kind: bar, labels: Day, unit: people, file: c.csv"
_CSV = "sources/guide/c.csv"
_HEAD = "Day,People\n"


def _chart(keys: str, easy_read: str = "") -> str:
    shown = section("::: chart c\nSome words.\n:::")
    return f"{shown}charts:\n  c: {{{keys}}}\n{easy_read}"


def _keys(name: str, keys: str, says: str, code: int = 1) -> Attack:
    return Attack(name, {START: _chart(keys)}, READ, code, says)


def _value(value: str, says: str = "chart-value", code: int = 1) -> Attack:
    return _keys(f"the value {value[:20]!r}", _BAR.format(value), says, code)


def _table(name: str, data: Content, says: str, code: int = 1, never: str = "") -> Attack:
    files: dict[str, Content] = {START: _chart(_FILE), _CSV: data}
    return Attack(f"a file with {name}", files, READ, code, says, never=never)


def _elsewhere(path: str, says: str = "file-outside") -> Attack:
    keys = f"kind: bar, labels: Day, unit: people, file: '{path}'"
    return _keys(f"the file {path}", keys, says)


def _shown(name: str, label: str, never: str) -> Attack:
    """Words of a chart are words, in the drawing, in its table and in what is said of it."""
    keys = f"kind: bar, labels: Day, unit: people, values: [{{label: '{label}', value: 1}}, {{label: Tue, value: 2}}]"
    return Attack(name, {START: _chart(keys)}, BUILD, -1, never=never)


_UNIT = "kind: bar, labels: Day, values: [{label: Mon, value: 1}, {label: Tue, value: 2}]"
_ROWS = ", ".join(f"{{label: L{n}, value: {n}}}" for n in range(500))

ATTACKS = (
    # -- numbers
    *(_value(one) for one in ("nan", "inf", "-inf", "1e999", "-1", "1e3", "0x10", "=1+1", "1_000",
                              "²", "½", "1,2,3")),
    _value("", "value-empty"),
    _value(" ", "value-empty"),
    _value("9" * 400),
    _value("0." + "0" * 400 + "1"),
    _keys("a value of 4 megabytes", _BAR.format("9" * 4_000_000), "file-too-large"),
    _value("\\u202e21", "text-turned"),
    _value("1\\u200b2"),
    _value("1\\u00002", "text-"),
    # -- words
    _keys("500 values", f"kind: bar, labels: Day, unit: people, values: [{_ROWS}]", "chart-size"),
    _keys("a label of 100,000 letters", _UNIT.replace("Mon", "m" * 100_000) + ", unit: x", "chart-label"),
    _keys("a unit of 100,000 letters", f"{_UNIT}, unit: {'m' * 100_000}", ""),
    _keys("a unit of another kind", f"{_UNIT}, unit: [a, b]", ""),
    _keys("a unit without its other form", f"{_UNIT}, unit: {{one: person}}", "chart-unit"),
    _keys("5,000 series", f"kind: line, unit: x, series: {{{', '.join(f's{n}: S{n}' for n in range(5000))}}}", ""),
    _keys("a kind that is none", "kind: ../pie, values: []", ""),
    _keys("a whole of 1e999", "kind: pictograms, unit: people, whole: 1e999, values: [{label: A, value: 1}]", "chart-"),
    _keys("a whole without end", f"kind: pictograms, unit: people, whole: {'9' * 300}, values: [{{label: A, value: 1}}]", "chart-"),
    _keys("parts of nothing", "kind: parts, unit: people, whole: 0, values: [{label: A, value: 0}, {label: B, value: 0}]", "chart-whole"),
    _keys("a day that is none", "kind: timeline, values: [{date: 2026-02-31, label: A}, {date: 9999-99, label: B}]", "chart-"),
    _keys("a sign of no width in a label", _UNIT.replace("Mon", '"Mo\\u200bn"') + ", unit: x", "", 0),
    _keys("a sign of no typeface in a label", _UNIT.replace("Mon", '"\\U0001f9ff\\U000130c0"') + ", unit: x", "chart-label"),
    Attack("a name elsewhere", {START: section("::: chart ../../outside/secret\n:::")}, READ, 1, ""),
    _keys("a script in a label", _UNIT.replace("Mon", "<b>x</b>") + ", unit: x", "mark-in-plain-text"),
    _shown("signs of a script in a label", "a < script>alert(7)", "< script>alert(7)"),
    _shown("signs of a drawing in a label", "a ]]> & b", "]]> & b"),
    _shown("a quotation mark in a label", 'a" onload="alert(7)', '" onload="alert(7)'),
    # -- files
    *(_elsewhere(path) for path in ("../../../outside/secret.txt", "/etc/passwd", "..")),
    _elsewhere("file:///etc/passwd", ""),
    _elsewhere("C:\\\\windows\\\\win.ini", ""),
    _elsewhere("https://evil.example/c.csv", ""),
    _table("a link out of the folder", link("../../../outside/secret.txt"), "file-outside"),
    _table("a link to a device", link("/dev/zero"), ""),
    _table("a link to itself", lambda path: path.symlink_to(path.name), ""),
    _table("a pipe in its place", pipe, "is a pipe"),
    _table("a folder in its place", folder, "is a folder"),
    _table("nothing", "", ""),
    _table("a million rows", _HEAD + "a,1\n" * 1_000_000, "file-too-large"),
    _table("200,000 rows", _HEAD + "a,1\n" * 200_000, ""),
    _table("100,000 columns", "a," * 100_000 + "\n" + "1," * 100_000, ""),
    _table("a quotation mark without end", _HEAD + '"' + "x" * 500_000, "chart-"),
    _table("NUL", _HEAD + "a\0,1\nb,2\n", "text-"),
    _table("UTF-16", f"{_HEAD}a,1\nb,2\n".encode("utf-16"), "text-"),
    _table("a Word file in it", b"PK\x03\x04" + bytes(200), "text-other-kind"),
    _table("formulas", f"{_HEAD}a,=cmd|' /C calc'!A0\nb,@SUM(1)\n", "chart-value"),
    _table("one line only", "Day,People", "chart-file"),
    _table("signs of no width", f"{_HEAD}a\u200b,1\nb,2\n", "", 0),
    _table("codes for the terminal", f"{_HEAD}a,\x1b[31m1\nb,2\n", "text-", never="\x1b"),
    Attack("a row of easy read with a chart that is none", {START:
           "heading: Start here\npicture: none\nbody: Some words.\neasy_read: [{chart: '../x'}]\n"}, READ, 1, ""),
)  # fmt: skip

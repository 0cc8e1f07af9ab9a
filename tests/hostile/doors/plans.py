"""Plans of somebody else, as YAML and as the table of a spreadsheet."""

from __future__ import annotations

from tests.hostile.attack import Attack, Content, folder, hole, link, pipe

_ASK = "batch --draft --jobs 1 --no-covers"
_PLAN = "sources/partners.yaml"
_CSV = "sources/partners.csv"
_FORMATS = "defaults: {formats: [html], editions: [standard]}\npartners:\n"


def _plan(name: str, text: Content, says: str, code: int = 1) -> Attack:
    return Attack(name, {_PLAN: text}, _ASK, code, says)


def _partner(name: str, keys: str, says: str, code: int = 1, never: str = "") -> Attack:
    text = f"{_FORMATS}  - {{id: hill, name: Hill, {keys}}}\n"
    return Attack(name, {_PLAN: text}, _ASK, code, says, never=never)


def _table(name: str, text: Content, says: str, code: int = 1, never: str = "") -> Attack:
    return Attack(f"a table with {name}", {_CSV: text}, f"{_ASK} {_CSV}", code, says, never=never)


_ID = (
    "../out",
    "/etc/x",
    "a/b",
    "..",
    ".",
    "-rf",
    "A",
    "a b",
    "a\\\\b",
    "é",
    "a.b",
    ".state",
    "'x; id'",
)
_WEB = ("javascript:alert(1)", "data:text/html,x", "https://a@b.example", "//evil.example")
_ROW = "id,name,formats,editions\n"

ATTACKS = (
    *(_plan(f"the id {one!r}", f"{_FORMATS}  - {{id: \"{one}\", name: Hill}}\n", "plan-id-shape") for one in _ID),
    *(_partner(f"the address {one!r}", f"web: '{one}'", "is no web address") for one in _WEB),
    _plan("two of one id", _FORMATS + "  - {id: a, name: A}\n" * 2, "stands twice"),
    _plan("a command", _FORMATS + "  - !!python/object/apply:os.system ['id']\n", ""),
    _plan("copies of copies", "a: &a [x]\nb: [*a, *a]\n", ""),
    _plan("100,000 brackets", "[" * 100_000, ""),
    _plan("6 megabytes", "# " + "x" * 6_000_000, "larger than 5 MB"),
    _plan("3 gigabytes", hole(3_000_000_000), "larger than 5 MB"),
    _plan("a pipe", pipe, "pipe"),
    _plan("a folder", folder, "plan-unreadable"),
    _plan("a device", link("/dev/zero"), "device"),
    _plan("nothing", "", "file-empty"),
    _plan("bytes", bytes(range(256)), "text-not-utf-8"),
    _plan("partners that are none", "partners: 7\n", "plan-shape"),
    _plan("50,000 groups", "groups: {" + ", ".join(f"g{n}: {{region: a}}" for n in range(50_000)) + "}\n"
          "partners: [{id: x, name: X}]\n", "yaml-too-much"),
    _plan("groups that are a list", "groups: [a]\npartners: [{id: x, name: X, group: a}]\n", "plan-shape"),
    _plan("a group that is a bomb of groups", "groups: {a: {groups: {a: {}}}}\npartners: [{id: x, name: X, group: a}]\n",
          "plan-key-unknown"),
    _plan("defaults that are a list", "defaults: [a]\npartners: [{id: x, name: X}]\n", "plan-shape"),
    _plan("defaults that name every partner alike", "defaults: {id: x}\npartners: [{name: X}, {name: Y}]\n",
          "“id” is each partner's own."),
    _plan("merged defaults", "defaults: {<<: {formats: [html]}}\npartners: [{id: x, name: X}]\n", "plan-key-unknown"),
    _plan("groups that go round", "groups: {a: {group: a}}\npartners: [{id: x, name: X, group: a}]\n", "plan-"),
    _plan("a table elsewhere", "partners: ../../outside/secret.txt\n", "plan-"),
    _partner("a logo elsewhere", "logo: ../../outside/secret.svg, logo_alt: x", "leads out"),
    _partner("a logo of the disk", "logo: /etc/passwd, logo_alt: x", "begins at the top"),
    _partner("a foreword elsewhere", "foreword: ../../outside/secret.txt", "leads out"),
    _partner("a brand elsewhere", "brand: ../../../outside/secret", "There is no brand"),
    _partner("a document elsewhere", "documents: [../../outside]", "There is no document"),
    _partner("a format elsewhere", "formats: [../x]", "There is no format"),
    _partner("a colour that ends its rule", "accent: '#fff}body{'", "is no colour"),
    _partner("a script for a line", "cover_line: '<script>alert(7)</script>'", "", 0, "<script>alert(7)"),
    _partner("a phone that is a script", "phone: '0\"><script>alert(7)'", "is no phone number"),
    _partner("codes for the terminal", 'legal_line: "a\\e]0;b\\a"', "text-control-character"),
    _partner("a line of 10,000 words", f"cover_line: {'word ' * 10_000}", "", 0),
    _table("formulas", _ROW + '=1+1,"=cmd|\' /C calc\'!A0",html,standard\n', "plan-id-shape"),
    _table("a formula for a name", _ROW + "hill,=1+1,html,standard\n", "", 0),
    _table("a cell without end", _ROW + 'hill,"' + "x" * 2_000_000, "plan-"),
    _table("a cell of 2 megabytes", _ROW + f"hill,{'x' * 2_000_000},html,standard\n", "", 1),
    _table("100,000 columns", "id,name" + ",x" * 100_000 + "\nhill,Hill\n", "plan-"),
    _table("20,000 lines of one id", _ROW + "hill,Hill,html,standard\n" * 20_000, "stands twice"),
    _table("no line of names", "hill,Hill\n", "plan-"),
    _table("names twice", "id,id,name\na,b,c\n", "plan-key-twice"),
    _table("NULs", _ROW.encode() + b"hi\0ll,Hill,html,standard\n", "control character"),
    _table("an id that leads out", _ROW + "../x,Hill,html,standard\n", "plan-id-shape"),
    _table("half of UTF-16", (_ROW + "hill,Hill,html,standard\n").encode("utf-16")[:-1], ""),
    _table("random bytes", bytes(range(256)) * 100, "plan-"),
    _table("nothing", "", "plan-"),
    Attack("a table that is a pipe", {_CSV: pipe}, f"{_ASK} {_CSV}", 1, "pipe"),
)  # fmt: skip

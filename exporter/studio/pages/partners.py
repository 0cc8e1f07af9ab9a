"""Partners as a table: who gets what, what is wrong in each row, and the packs that were made."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from exporter.diagnostics import Diagnostic
from exporter.studio.advice import advised
from exporter.studio.deliver.plan import Row, Shared, Shown
from exporter.studio.deliver.plan_groups import ALL, SHARED_KEYS
from exporter.studio.deliver.runs import Seen
from exporter.studio.drafts import Draft
from exporter.studio.pages import making
from exporter.studio.pages.deliver import Download, listed, rows, texts
from exporter.studio.pages.frame import (
    NO_WORDS,
    Said,
    button,
    form,
    heading,
    hidden,
    link,
    notice,
    page,
    paragraph,
    steps_back,
    told,
)
from exporter.studio.pages.waiting import lost as without_place
from exporter.studio.saying import count, say
from exporter.web_page.markup import NOTHING, Html, element, escape, join

BASE = "/partners"
_WAY = (("/", say("documents")),)
_REACHED = ("phone", "email", "web", "post")


@dataclass(frozen=True, slots=True)
class Packed:
    """What is known of a partner's pack: from the last run, and from what lies in its folder."""

    state: str = ""
    reason: str = ""
    remarks: tuple[str, ...] = ()
    files: int = 0


def packs_told(seen: Seen | None) -> dict[str, Packed]:
    """What the last run says of each partner, by its id."""
    found = {}
    for one in rows(seen.told.get("partners") if seen else None):
        state, reason = str(one.get("state", "")), str(one.get("reason", ""))
        found[str(one.get("partner", ""))] = Packed(state, reason, tuple(texts(one.get("remarks"))))
    return found


def partners(
    shown: Shown,
    packed: dict[str, Packed],
    seen: Seen | None,
    *,
    said: Said = NO_WORDS,
    pasted: str = "",
    refused: tuple[Diagnostic, ...] = (),
    still: bool = False,
    lost: tuple[Draft, ...] = (),
) -> str:
    """The page with the plan as a table. `lost` are words that have no place in it any more."""
    parts = [heading(1, say("partners")), told(said), paragraph(say("partners-how"))]
    parts.append(without_place(f"{BASE}/forget", [(one, _called(one), NOTHING) for one in lost]))
    if seen and seen.going:
        parts.append(making.going(seen, BASE, still=still))
    elif seen:
        parts.append(_came_of(seen))
    if shown.faults:
        parts.append(faults(shown.faults))
    parts.append(_table(shown, packed) if shown.rows else paragraph(say("no-partners")))
    if shown.table:
        parts.append(_in_table(shown.table))
    else:
        parts += [_tools(shown), _bring_in(pasted, refused)]
    parts.append(_shared(shown.shared))
    if shown.rows and not (seen and seen.going):
        parts.append(_make())
    more = making.head(seen, still=still)
    return page(say("partners"), *parts, way=_WAY, more=more)


def _called(one: Draft) -> str:
    """Whose field it was that somebody typed into, and which."""
    whose, _, key = one.field.rpartition("/")
    return f"{whose.partition(':')[2]}, {say(f'partner-{key}')}"


def _came_of(seen: Seen) -> Html:
    """The report of the last run."""
    trouble = making.ended(seen)
    if trouble:
        return trouble
    report = seen.told
    number = {key: report.get(key) for key in ("delivered", "up_to_date", "failed")}
    lines = [
        count(f"packs-{key.replace('_', '-')}", value)
        for key, value in number.items()
        if isinstance(value, int) and value
    ]
    findings = [] if "partners" in report else rows(report.get("findings"))
    wrong = [str(one.get("message", "")) for one in findings]
    return join(*(notice(line) for line in lines), *(notice(line, "wrong") for line in wrong))


def faults(found: tuple[Diagnostic, ...]) -> Html:
    """What is wrong with the plan as a whole, or with one partner."""
    items = [element("li", escape(sentence(one))) for one in found]
    return element("ul", *items, class_="notice wrong")


def sentence(fault: Diagnostic) -> str:
    """A fault in the words of the plan's reader."""
    line = f"{say('line', number=fault.place.line)} " if fault.place.line else ""
    return f"{line}{advised(fault)}"


# ---- the table ---------------------------------------------------------------------------------


def _table(shown: Shown, packed: dict[str, Packed]) -> Html:
    heads = ("partner", "gets", "reached", "pack", "do")
    head = element("tr", *(element("th", escape(say(f"head-{one}")), scope="col") for one in heads))
    body = [_row(row, packed.get(row.partner.id, Packed()), not shown.table) for row in shown.rows]
    table = element(
        "table",
        element("caption", escape(count("partners-count", len(shown.rows)))),
        element("thead", head),
        element("tbody", *body),
    )
    return element("div", table, class_="grid", tabindex="0", role="region",
                   aria_label=say("partners"))  # fmt: skip


def _row(row: Row, packed: Packed, can_change: bool) -> Html:
    partner = row.partner
    called = partner.name or row.shown("name") or partner.id or say("partner-without-name")
    wrong = [element("li", escape(advised(one))) for one in partner.faults]
    slips = element("ul", *wrong, class_="wrong slips") if wrong else NOTHING
    name = element("th", escape(called), _quiet(partner.id), slips, scope="row")
    gets = (partner.documents or (say("every-document"),), partner.editions, partner.formats)
    reached = (row.shown(key) for key in _REACHED)
    return element(
        "tr",
        name,
        element("td", *(paragraph(", ".join(one)) for one in gets if one)),
        element("td", *(paragraph(one) for one in reached if one)),
        element("td", *_pack(partner.id, packed)),
        element("td", _buttons(row, called) if can_change else NOTHING, class_="moves"),
        id=f"row-{row.number}",
    )


def _quiet(words: str) -> Html:
    return paragraph(words, class_="quiet") if words else NOTHING


def _pack(partner: str, packed: Packed) -> list[Html]:
    parts = []
    if packed.state and packed.state != "delivered":
        parts.append(paragraph(f"{say('pack-not-made')} {packed.reason}", class_="wrong"))
    parts += [paragraph(one, class_="quiet") for one in packed.remarks]
    if packed.files:
        parts.append(link(f"{BASE}/pack/{partner}", count("pack-files", packed.files)))
    return parts


def _buttons(row: Row, called: str) -> Html:
    change = link(
        f"{BASE}/row/{row.number}", say("change"), aria_label=say("change-partner", name=called)
    )
    words = say("take-out-partner", name=called)
    remove = form(
        f"{BASE}/remove",
        hidden("number", str(row.number)),
        hidden("seen", row.seen),
        button("×", aria_label=words, title=words, class_="quiet-button"),
        class_="inline",
    )
    return join(change, remove)


def _in_table(table: str) -> Html:
    return element(
        "div",
        paragraph(say("plan-in-table", file=table)),
        form(f"{BASE}/type-here", button(say("type-here"), class_="quiet-button")),
    )


def _tools(shown: Shown) -> Html:
    add = link(f"{BASE}/new", say("add-partner"), class_="button")
    out = link(f"{BASE}/plan.csv", say("plan-as-table"), download=True) if shown.rows else NOTHING
    return element("div", add, steps_back(BASE, shown.steps), out, class_="tools")


def _bring_in(pasted: str, refused: tuple[Diagnostic, ...]) -> Html:
    wrong = [element("li", escape(sentence(one))) for one in refused]
    why = element("ul", *wrong, class_="wrong", id="pasted-why") if wrong else NOTHING
    paste = form(
        f"{BASE}/paste",
        element("label", escape(say("paste-rows")), for_="pasted"),
        paragraph(say("paste-how"), class_="quiet", id="pasted-how"),
        why,
        element(
            "textarea", escape("\n" + pasted), id="pasted", name="rows", rows="5", required=True,
            spellcheck="false", class_="code", aria_describedby="pasted-how",
        ),
        button(say("take-rows")),
    )  # fmt: skip
    bring = form(
        f"{BASE}/bring",
        element("label", escape(say("table-file")), for_="table-file"),
        element(
            "input", type="file", id="table-file", name="file", required=True,
            accept=".csv,.txt,.tsv,text/csv",
        ),
        button(say("take-rows")),
        enctype="multipart/form-data",
    )  # fmt: skip
    summary = element("summary", escape(say("from-spreadsheet")))
    return element("details", summary, paste, bring, open=bool(refused))


def _shared(every: tuple[Shared, ...]) -> Html:
    """What is the same for all, and for groups."""
    items = [element("li", *_one_of_shared(one)) for one in every]
    return element(
        "section",
        heading(2, say("shared"), id="shared"),
        paragraph(say("shared-how"), class_="quiet"),
        element("ul", *items, class_="sections"),
        element("p", link(f"{BASE}/new-group", say("add-group"), class_="button")),
        aria_labelledby="shared",
    )


def _one_of_shared(one: Shared) -> list[Html]:
    called = say("group-named", name=one.name) if one.name else say("shared-for-all")
    says = [f"{say(f'partner-{key}')}: {one.shown(key)}" for key in SHARED_KEYS if one.shown(key)]
    way = f"{BASE}/group?{urlencode({'group': one.name})}" if one.name else f"{BASE}/all"
    change = link(way, say("change"), aria_label=say("change-partner", name=called))
    out = form(
        f"{BASE}/group-out",
        hidden("group", one.name),
        button("×", aria_label=say("take-out-partner", name=called), class_="quiet-button"),
        class_="inline",
    )
    told = count("group-partners", one.partners) if one.name else ""
    sum_up = " · ".join(filter(None, (*says, told))) or say("nothing-shared")
    return [
        element("div", element("strong", escape(called)), _quiet(sum_up)),
        element("div", change, out if one.name != ALL else NOTHING, class_="moves"),
    ]


def _make() -> Html:
    return element(
        "section",
        heading(2, say("make-packs"), id="make-packs"),
        paragraph(say("make-packs-how")),
        form(
            f"{BASE}/make",
            element(
                "div",
                element("input", type="checkbox", id="draft", name="draft", value="yes"),
                element("label", escape(say("also-drafts")), for_="draft"),
                class_="choice-line",
            ),
            button(say("make-the-packs")),
        ),
        aria_labelledby="make-packs",
    )


# ---- one pack ----------------------------------------------------------------------------------


def pack(partner: str, name: str, downloads: tuple[Download, ...]) -> str:
    """The files of one partner's pack."""
    title = say("pack-of", name=name)
    parts = listed(f"{BASE}/pack/{partner}", downloads, f"{partner}.zip")
    return page(
        title,
        heading(1, title),
        *(parts or [paragraph(say("no-files"))]),
        way=(*_WAY, (BASE, say("partners"))),
    )

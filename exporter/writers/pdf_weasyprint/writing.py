"""The structure tree as PDF objects: elements, parent tree, names of notes, links, bookkeeping."""

from __future__ import annotations

from typing import Any

from exporter.writers import archive
from exporter.writers.html.questions import FIELD
from exporter.writers.pdf_weasyprint.forms import Form
from exporter.writers.pdf_weasyprint.roles import ROLE_MAP
from exporter.writers.pdf_weasyprint.tree import Annotation, Mark, Node, Tree

_NUMBERING = {"ul": "Disc", "ol": "Decimal"}


def make_artifacts(stream: Any, numbers: dict[int, str]) -> None:
    """Turn marked sequences of a page into artifacts. `numbers` gives their type, empty for
    decoration, by their number."""
    import pydyf

    pieces = stream.stream
    for index, piece in enumerate(pieces):
        if isinstance(piece, pydyf.Dictionary) and piece.get("MCID") in numbers:
            kind = numbers[piece["MCID"]]
            pieces[index - 1] = "/Artifact"
            said = {key: piece[key] for key in ("ActualText",) if key in piece}
            pieces[index] = pydyf.Dictionary({"Type": f"/{kind or 'Layout'}", **said})


def tell_words(stream: Any, words: dict[int, str]) -> None:
    """Say beside marked sequences what they read, by their number, for who copies or searches.

    A glyph of a joined script may be one dot of a letter, or two letters: no table of glyphs tells
    that (ISO 32000-1 14.9.4).
    """
    import pydyf

    for piece in stream.stream:
        if isinstance(piece, pydyf.Dictionary) and piece.get("MCID") in words:
            piece["ActualText"] = pydyf.String(words[piece["MCID"]])


def write(pdf: Any, tree: Tree, page: Any, pages: int) -> None:
    """Add the tree and all that goes with it to the PDF."""
    _Writer(pdf, page, pages).write(tree)


class _Writer:
    def __init__(self, pdf: Any, page: Any, pages: int) -> None:
        import pydyf

        self.pydyf = pydyf
        self.pdf = pdf
        self.page = page
        self.parents: list[dict[int, Any]] = [{} for _ in range(pages)]
        self.form = Form(pdf)
        self.links: list[tuple[Any, Any]] = []
        """The annotations of links, and the reference of the element that each belongs to."""
        self.names: dict[str, Any] = {}

    def write(self, tree: Tree) -> None:
        dictionary, array = self.pydyf.Dictionary, self.pydyf.Array
        root = self._object({"Type": "/StructTreeRoot"})
        top = self._element(tree.root, root)
        root["K"] = array([top.reference])
        root["RoleMap"] = dictionary({name: f"/{role}" for name, role in ROLE_MAP.items()})
        root["ParentTree"] = self._parent_tree().reference
        root["ParentTreeNextKey"] = len(self.parents) + len(self.links)
        if self.names:
            pairs = [part for name in sorted(self.names) for part in (
                self.pydyf.String(name), self.names[name]
            )]  # fmt: skip
            root["IDTree"] = self._object({"Names": array(pairs)}).reference
        catalog = self.pdf.catalog
        catalog["StructTreeRoot"] = root.reference
        catalog["MarkInfo"] = dictionary({"Marked": "true"})
        catalog["ViewerPreferences"] = dictionary({"DisplayDocTitle": "true"})
        catalog["PageLabels"] = dictionary({"Nums": array([0, dictionary({"S": "/D"})])})
        catalog["PageMode"] = "/UseOutlines"
        catalog["OutputIntents"] = array([self._colours()])
        self.form.write()
        catalog.setdefault("Lang", self.pydyf.String(self.page.get("lang") or "en"))

    def _colours(self) -> Any:
        """Which red, green and blue the pages mean (ISO 19005-2, 6.2.3)."""
        profile = self.pydyf.Stream([archive.srgb()], {"N": 3}, compress=True)
        self.pdf.add_object(profile)
        name = self.pydyf.String(archive.PROFILE_NAME)
        return self.pydyf.Dictionary(
            {
                "Type": "/OutputIntent",
                "S": "/GTS_PDFA1",
                "OutputConditionIdentifier": name,
                "Info": name,
                "DestOutputProfile": profile.reference,
            }
        )

    def _object(self, values: dict[str, Any]) -> Any:
        made = self.pydyf.Dictionary(values)
        self.pdf.add_object(made)
        return made

    def _element(self, node: Node, parent: Any) -> Any:
        made = self._object({"Type": "/StructElem", "S": f"/{node.role}", "P": parent.reference})
        first = next(_pages(node), None)
        if first is not None:
            made["Pg"] = self.pdf.page_references[first]
        made.update(self._attributes(node))
        kids = self.pydyf.Array()
        for kid in node.kids:
            match kid:
                case Node():
                    kids.append(self._element(kid, made).reference)
                case Mark():
                    kids.append(self._mark(kid, made, first))
                case Annotation():
                    kids.append(self._link(kid, node, made))
                    if node.role == "Form":
                        self.form.make(kid, node.element)
        made["K"] = kids
        if "ID" in made:
            self.names[node.element.get("id")] = made.reference
        return made

    def _mark(self, mark: Mark, made: Any, first: int | None) -> Any:
        self.parents[mark.page][mark.number] = made.reference
        if mark.page == first:
            return mark.number
        return self.pydyf.Dictionary(
            {"Type": "/MCR", "Pg": self.pdf.page_references[mark.page], "MCID": mark.number}
        )

    def _link(self, kid: Annotation, node: Node, made: Any) -> Any:
        annotation, element = kid.object, node.element
        href, words = element.get("href"), " ".join("".join(element.itertext()).split())
        annotation["Contents"] = self.pydyf.String(element.get("aria-label") or words)
        annotation["StructParent"] = len(self.parents) + len(self.links)
        annotation["F"] = 4  # print
        left, top, right, bottom = annotation["Rect"]
        annotation["Rect"] = self.pydyf.Array([left, bottom, right, top])
        if not href.startswith(("#", FIELD)) and href.isascii():
            annotation["A"]["URI"] = self.pydyf.String(href)
        self.links.append((annotation, made.reference))
        page = self.pdf.page_references[kid.page]
        return self.pydyf.Dictionary({"Type": "/OBJR", "Obj": annotation.reference, "Pg": page})

    def _parent_tree(self) -> Any:
        numbers = self.pydyf.Array()
        for page, parents in enumerate(self.parents):
            count = max(parents, default=-1) + 1
            row = self._array([parents.get(number, "null") for number in range(count)])
            numbers.extend((page, row))
        for key, (_, reference) in enumerate(self.links, start=len(self.parents)):
            numbers.extend((key, reference))
        return self._object({"Nums": numbers})

    def _array(self, values: list[Any]) -> Any:
        made = self.pydyf.Array(values)
        self.pdf.add_object(made)
        return made.reference

    def _attributes(self, node: Node) -> dict[str, Any]:
        """What an element says of itself beside its type."""
        string, dictionary, element = self.pydyf.String, self.pydyf.Dictionary, node.element
        values: dict[str, Any] = {}
        if node.language:
            values["Lang"] = string(node.language)
        if node.reads:
            values["ActualText"] = string(node.reads)
        match node.role:
            case "Figure":
                values["Alt"] = string(element.get("alt"))
                box = self.pydyf.Array([round(side, 2) for side in node.box or (0, 0, 0, 0)])
                values["A"] = dictionary({"O": "/Layout", "BBox": box, "Placement": "/Block"})
            case "L":
                plain = element.tag == "dl" or element.get("class") in ("plain", "answers")
                numbering = "None" if plain else _NUMBERING[element.tag]
                values["A"] = dictionary({"O": "/List", "ListNumbering": f"/{numbering}"})
            case "TH":
                scope = "Row" if element.get("scope") == "row" else "Column"
                values["A"] = dictionary({"O": "/Table", "Scope": f"/{scope}"})
            case "Note":
                values["ID"] = string(element.get("id"))
            case "Span" if element is not None and element.get("title"):
                values["E"] = string(element.get("title"))
        return values


def _pages(node: Node) -> Any:
    """The pages of a node's own marks, then of those inside it, in order."""
    for kid in node.kids:
        if isinstance(kid, Mark | Annotation):
            yield kid.page
    for kid in node.kids:
        if isinstance(kid, Node):
            yield from _pages(kid)

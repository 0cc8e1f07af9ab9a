"""Writing the objects of a painted book; what a brand changes is numbered and left out."""

from __future__ import annotations

from collections.abc import Iterator

from exporter.template import Template
from exporter.writers.pdf_reportlab import assembly
from exporter.writers.pdf_reportlab.assembly import Destination
from exporter.writers.pdf_reportlab.book import Book, PaintedBook
from exporter.writers.pdf_reportlab.cover import BoxPlace
from exporter.writers.pdf_reportlab.metadata import About
from exporter.writers.pdf_reportlab.objects import Objects, numbers, text_string, write_base
from exporter.writers.pdf_reportlab.pictures import write_picture
from exporter.writers.pdf_reportlab.slots import PageSlots, Slots
from exporter.writers.pdf_reportlab.structure import (
    ROLE_MAP,
    Namespaces,
    Node,
    Pages,
    Standard,
    kids_of,
    number_nodes,
    write_nodes,
)


def write_book(book: Book) -> Template:
    """Paint the pages and write the first part of the file."""
    return _FileOfBook(book.paint()).write()


class _FileOfBook:
    """The objects of one file."""

    def __init__(self, book: PaintedBook) -> None:
        self.book = book
        self.sheets = book.sheets
        self.shop = book.shop
        self.objects = Objects()
        self.standard = book.shop.standard

    def write(self) -> Template:
        objects, sheets = self.objects, self.sheets
        root = objects.reserve()
        for sheet in sheets:
            sheet.number = objects.reserve()
        self.pages = Pages(tuple(sheet.number for sheet in sheets))
        self.spaces = self._namespaces()
        self.cover_slots = [objects.reserve() for _ in range(2)]
        self.back_slots = [objects.reserve() for _ in range(2)]
        tree_root = objects.reserve()
        number_nodes(self.book.tree, objects)
        for furniture in (self.book.cover, self.book.back):
            furniture.number = furniture.number or objects.reserve()
        self.destinations = self._destinations()
        self._links()
        for item, anchor in self.shop.contents_items:
            item.refers_to = [self.shop.targets[anchor]]
        write_nodes(self.book.tree, objects, self.pages, self.spaces, tree_root)
        self.accent, self.second = objects.reserve(), objects.reserve()
        self.logo = objects.reserve()
        resources = self._resources()
        parents = self._page_objects(root, resources)
        self._tree_root(tree_root, parents)
        catalogue = self._catalogue(root, tree_root)
        slots = self._slots(tree_root)
        for left_out in (*self.cover_slots, *self.back_slots):
            objects.plain.pop(left_out, None)
        for furniture in (self.book.cover, self.book.back):
            objects.plain.pop(furniture.number, None)
        base = write_base(objects, catalogue, "1.7" if self.standard == "ua-1" else "2.0")
        return Template("pdf", base.data, slots.on(base))

    # ---- tree --------------------------------------------------------------------------------

    def _namespaces(self) -> Namespaces:
        if self.standard == "ua-1":
            return Namespaces()
        new = self.objects.add("<</Type/Namespace/NS(http://iso.org/pdf2/ssn)>>")
        roles = " ".join(
            f"/{own}[/{'Aside' if own == 'Callout' else standard} {new} 0 R]"
            for own, standard in ROLE_MAP.items()
        )
        own = self.objects.add(
            f"<</Type/Namespace/NS(https://exporter.example/marks)/RoleMapNS<<{roles}>>>>"
        )
        return Namespaces(new, own)

    def _tree_root(self, number: int, parents: tuple[int, int]) -> None:
        objects = self.objects
        notes = [node for node in _nodes(self.book.tree) if node.identity and node.number]
        constant, self.parent_leaf = parents
        parent_tree = objects.add(f"<</Kids[{constant} 0 R {self.parent_leaf} 0 R]>>")
        entries = f"/K {self.book.tree.number} 0 R/ParentTree {parent_tree} 0 R"
        entries += f"/ParentTreeNextKey {self.next_key + 100}"
        if notes:
            entries += f"/IDTree {assembly.identity_tree(notes, objects)} 0 R"
        if self.spaces.new:
            entries += f"/Namespaces[{self.spaces.new} 0 R {self.spaces.own} 0 R]"
        # In PDF 2.0 for those readers only that do not know namespaces.
        roles = "".join(f"/{own}/{standard}" for own, standard in ROLE_MAP.items())
        entries += f"/RoleMap<<{roles}>>"
        objects.plain[number] = f"<</Type/StructTreeRoot{entries}>>"

    def _destinations(self) -> dict[str, Destination]:
        destinations = {}
        for anchor, (page, left, top) in self.book.places.items():
            node = self.shop.targets.get(anchor)
            destinations[anchor] = Destination(
                self.sheets[page].number,
                max(left - 20, 0),
                min(top + 20, self.shop.theme.page.height),
                node.number if node and node.number else self.book.tree.number,
            )
        return destinations

    def _links(self) -> None:
        """Annotations, one a line of each link (ISO 14289-1, 7.18)."""
        self.annotation_parents: list[int] = []
        self.first_annotation_key = len(self.sheets)
        for page, sheet in enumerate(self.sheets):
            for node, box in sheet.painted.links:
                key = self.first_annotation_key + len(self.annotation_parents)
                assert node.link is not None
                number = self.objects.add(
                    annotation(node, box, key, sheet.number, self.destinations, self.standard)
                )
                node.objects.append((page, number))
                sheet.annotations.append(number)
                self.annotation_parents.append(node.number)

    # ---- pages -------------------------------------------------------------------------------

    def _resources(self) -> int:
        objects, shop = self.objects, self.shop
        faces = objects.reserve()
        pictures = {
            name: write_picture(picture, objects, shop.lettering, faces)
            for name, picture in shop.drawn.items()
        }
        spaces = []
        for name, function in (("BrandAccent", self.accent), ("BrandSecond", self.second)):
            space = objects.add(f"[/Separation/{name}/DeviceRGB {function} 0 R]")
            spaces.append(f"/{name} {space} 0 R")
        objects.plain[faces] = f"<<{shop.lettering.write(objects)}>>"
        self.faces = faces
        drawn = "".join(f"/{name} {number} 0 R" for name, number in pictures.items())
        return objects.add(
            f"<</Font {faces} 0 R/ColorSpace<<{' '.join(spaces)}>>"
            f"/XObject<<{drawn}/Logo {self.logo} 0 R>>>>"
        )

    def _page_objects(self, root: int, resources: int) -> tuple[int, int]:
        """Pages, and the two leaves of the parent tree: the constant one and the brand's."""
        objects = self.objects
        last = len(self.sheets) - 1
        entries: list[tuple[int, str]] = []
        self.next_key = len(self.sheets) + len(self.annotation_parents)
        for page, sheet in enumerate(self.sheets):
            code = objects.stream("", sheet.painted.code.encode("latin-1"))
            slots = {0: self.cover_slots, last: self.back_slots}.get(page)
            key = page
            if slots:
                key = self.next_key
                self.next_key += 1
                contents_entry = f"[{code} 0 R {slots[0]} 0 R]"
                annotations = f"/Annots {slots[1]} 0 R"
            else:
                contents_entry = f"{code} 0 R"
                listed = " ".join(f"{number} 0 R" for number in sheet.annotations)
                annotations = f"/Annots[{listed}]" if listed else ""
                marks = " ".join(f"{mark.node.number} 0 R" for mark in sheet.painted.marks)
                entries.append((page, f"[{marks}]"))
            objects.plain[sheet.number] = (
                f"<</Type/Page/Parent {root} 0 R{self._page_boxes(page)}/Resources {resources} 0 R"
                f"/Contents {contents_entry}/StructParents {key}/Tabs/S{annotations}>>"
            )
        for index, number in enumerate(self.annotation_parents):
            entries.append((self.first_annotation_key + index, f"{number} 0 R"))
        kids = " ".join(f"{sheet.number} 0 R" for sheet in self.sheets)
        objects.plain[root] = f"<</Type/Pages/Count {len(self.sheets)}/Kids[{kids}]>>"
        entries.sort()
        listed = " ".join(f"{key} {value}" for key, value in entries)
        limits = f"/Limits[{entries[0][0]} {entries[-1][0]}]" if entries else "/Limits[0 0]"
        return objects.add(f"<<{limits}/Nums[{listed}]>>"), objects.reserve()

    def _page_boxes(self, page: int) -> str:
        measures, options = self.shop.theme.page, self.shop.look.options
        bleed = (options.bleed if options else 0) * 72 / 25.4
        sheet = numbers(-bleed, -bleed, measures.width + bleed, measures.height + bleed)
        trim = numbers(0, 0, measures.width, measures.height)
        boxes = f"/MediaBox[{sheet}]"
        if options:
            boxes += f"/TrimBox[{trim}]/BleedBox[{sheet}]"
        return boxes

    # ---- catalogue ---------------------------------------------------------------------------

    def _catalogue(self, root: int, tree_root: int) -> int:
        objects, document = self.objects, self.shop.document
        outlines = assembly.bookmarks(document, self.destinations, objects, self.standard)
        names = assembly.name_tree(self.destinations, objects)
        self.metadata = objects.reserve()
        self.info = objects.reserve() if self.standard == "ua-1" else 0
        version = "/Version/2.0" if self.standard == "ua-2" else ""
        return objects.add(
            f"<</Type/Catalog{version}/Pages {root} 0 R/StructTreeRoot {tree_root} 0 R"
            f"/MarkInfo<</Marked true>>/Lang{text_string(document.language)}"
            f"/ViewerPreferences<</DisplayDocTitle true>>/Metadata {self.metadata} 0 R"
            f"/Outlines {outlines} 0 R/PageMode/UseOutlines/Names<</Dests {names} 0 R>>"
            "/PageLabels<</Nums[0<</S/D>>]>>>>"
        )

    # ---- what a brand changes ----------------------------------------------------------------

    def _slots(self, tree_root: int) -> Slots:
        document, theme = self.shop.document, self.shop.theme
        first_brand_key = self.next_key
        back = len(self.sheets) - 1
        return Slots(
            standard=self.standard,
            theme=theme,
            black_text=bool(self.shop.look.options and self.shop.look.options.black_text),
            words=document.words,
            about=About(
                document.title,
                document.language,
                document.description,
                document.keywords,
                document.date,
                document.version,
            ),
            accent=self.accent,
            second=self.second,
            logo=self.logo,
            faces=self.faces,
            metadata=self.metadata,
            info=self.info,
            spaces=self.spaces,
            parent_leaf=self.parent_leaf,
            next_key=first_brand_key,
            cover=self._page_slots(0, self.cover_slots, self.book.cover,
                                   self.book.cover_boxes, first_brand_key - 2),
            back=self._page_slots(back, self.back_slots, self.book.back,
                                  self.book.back_boxes, first_brand_key - 1),
            base=None,
        )  # fmt: skip

    def _page_slots(
        self, page: int, taken: list[int], furniture: Node, boxes: dict[str, BoxPlace], key: int
    ) -> PageSlots:
        sheet = self.sheets[page]
        return PageSlots(
            page=sheet.number,
            code=taken[0],
            annotations=taken[1],
            links=tuple(sheet.annotations),
            marks=tuple(mark.node.number for mark in sheet.painted.marks),
            key=key,
            furniture=furniture.number,
            above=self.book.tree.number,
            kids=tuple(kids_of(furniture, self.pages)),
            boxes=tuple(boxes.items()),
        )


def annotation(
    node: Node,
    box: tuple[float, float, float, float],
    key: int,
    page: int,
    destinations: assembly.Destinations,
    standard: Standard,
) -> str:
    """A link annotation. F 4: it is printed, and so not hidden (ISO 14289-1, 7.18.1)."""
    target = node.link
    assert target is not None
    if target.url:
        action = f"<</S/URI/URI{text_string(target.url)}>>"
    else:
        action = assembly.go_to(target.anchor, destinations, standard)
    return (
        f"<</Type/Annot/Subtype/Link/Rect[{numbers(*box)}]/Border[0 0 0]/F 4/P {page} 0 R"
        f"/StructParent {key}/Contents{text_string(target.contents)}/A{action}>>"
    )


def _nodes(node: Node) -> Iterator[Node]:
    yield node
    for kid in node.kids:
        if isinstance(kid, Node):
            yield from _nodes(kid)

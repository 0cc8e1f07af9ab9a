"""Writing the objects of a painted book; what a brand changes is numbered and left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from exporter.template import Template
from exporter.writers import archive
from exporter.writers.drawings.ink import inked
from exporter.writers.operators import numbers
from exporter.writers.pdf_reportlab import assembly
from exporter.writers.pdf_reportlab.assembly import Destination
from exporter.writers.pdf_reportlab.book import PaintedBook, Sheet
from exporter.writers.pdf_reportlab.embedding import write_fonts
from exporter.writers.pdf_reportlab.forms import Forms
from exporter.writers.pdf_reportlab.metadata import About
from exporter.writers.pdf_reportlab.objects import (
    Base,
    Objects,
    pack,
    text_string,
    write_base,
)
from exporter.writers.pdf_reportlab.pictures import write_picture
from exporter.writers.pdf_reportlab.slots import ContactPicture, Holder, PageSlots, Slots
from exporter.writers.pdf_reportlab.structure import (
    NEW_ONLY,
    ROLE_MAP,
    Namespaces,
    Node,
    Pages,
    kids_of,
    number_nodes,
    write_nodes,
)


@dataclass(frozen=True, slots=True)
class _LeftOut:
    """The numbers of one page's objects that wait for a brand, and its key in the parent tree."""

    code: int
    annotations: int
    key: int


def write_book(book: PaintedBook) -> Template:
    """The first part of the file, and what stamping must know of it."""
    writing = _Writing(book)
    data, slots = writing.write()
    return Template("pdf", data, slots)


class _Writing:
    """The objects of one file while they are written."""

    def __init__(self, book: PaintedBook) -> None:
        self.book = book
        self.shop = book.shop
        self.standard = book.shop.standard
        self.objects = objects = Objects()
        self.root = objects.reserve()
        for sheet in book.sheets:
            sheet.number = objects.reserve()
        self.pages = Pages(tuple(sheet.number for sheet in book.sheets))
        self.spaces = self._namespaces()
        self.tree_root = objects.reserve()
        self.forms = Forms(objects, self.shop.theme.family)
        self.accent, self.second, self.logo = (objects.reserve() for _ in range(3))
        self.metadata = objects.reserve()
        self.info = objects.reserve() if self.standard == "ua-1" else 0
        self.faces = objects.reserve()
        self.parents: list[tuple[int, str]] = []
        """The parent tree: key → the elements of a page, or of an annotation."""

    def write(self) -> tuple[bytes, Slots]:
        objects, book = self.objects, self.book
        number_nodes(book.tree, objects)
        for brand_page in book.brand_pages:
            furniture = brand_page.furniture
            furniture.number = furniture.number or objects.reserve()
        self.destinations = self._destinations()
        next_key = self._links(len(book.sheets))
        for item, anchor in self.shop.contents_items:
            item.refers_to = [self.shop.targets[anchor]]
        write_nodes(book.tree, objects, self.pages, self.spaces, self.tree_root)
        left_out: dict[int, _LeftOut] = {}
        for brand_page in book.brand_pages:
            objects.plain.pop(brand_page.furniture.number, None)
            if brand_page.page not in left_out:
                left_out[brand_page.page] = _LeftOut(objects.reserve(), objects.reserve(), next_key)
                next_key += 1
        contacts = tuple(self._contact_pictures())
        self._pages(self._resources(), left_out)
        leaf = self._tree_root(next_key)
        catalogue = self._catalogue()
        base = write_base(objects, catalogue, "1.7" if self.standard == "ua-1" else "2.0")
        slots = self._slots(left_out, next_key, leaf, contacts, replace(base, data=b""))
        return base.data, slots

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

    def _destinations(self) -> dict[str, Destination]:
        """Every anchor, a little above and left of where it stands."""
        height = self.shop.theme.page.height
        destinations = {}
        for anchor, (page, left, top) in self.book.places.items():
            node = self.shop.targets.get(anchor, self.book.tree)
            destinations[anchor] = Destination(
                self.pages.numbers[page],
                max(left - 20, 0),
                min(top + 20, height),
                node.number or self.book.tree.number,
            )
        return destinations

    def _links(self, key: int) -> int:
        """Annotations, one a line of each link (ISO 14289-1, 7.18); the next free key."""
        for page, sheet in enumerate(self.book.sheets):
            for node, box in sheet.painted.links:
                number = self.objects.add(self._annotation(node, box, key, sheet.number))
                node.objects.append((page, number))
                sheet.annotations.append(number)
                if node.field is not None:
                    self.forms.placed(node.field, number)
                self.parents.append((key, f"{node.number} 0 R"))
                key += 1
        return key

    def _annotation(
        self, node: Node, box: tuple[float, float, float, float], key: int, page: int
    ) -> str:
        if node.field is not None:
            return self.forms.widget(node.field, box, key, page)
        assert node.link is not None
        return assembly.annotation(node.link, box, key, page, self.destinations, self.standard)

    def _tree_root(self, next_key: int) -> int:
        """The root of the tree; the number of the brand's leaf of the parent tree."""
        objects = self.objects
        self.parents.sort()
        leaf = objects.reserve()
        listed = " ".join(f"{key} {value}" for key, value in self.parents)
        keys = [key for key, _ in self.parents] or [0]
        constant = objects.add(f"<</Limits[{keys[0]} {keys[-1]}]/Nums[{listed}]>>")
        leaves = f"{constant} 0 R {leaf} 0 R" if self.book.brand_pages else f"{constant} 0 R"
        parent_tree = objects.add(f"<</Kids[{leaves}]>>")
        entries = f"/K {self.book.tree.number} 0 R/ParentTree {parent_tree} 0 R"
        entries += f"/ParentTreeNextKey {next_key + 100}"
        notes = [node for node in self.book.tree.every() if node.identity and node.number]
        if notes:
            entries += f"/IDTree {assembly.identity_tree(notes, objects)} 0 R"
        if self.spaces.new:
            entries += f"/Namespaces[{self.spaces.new} 0 R {self.spaces.own} 0 R]"
        # In PDF 2.0 for those readers only that do not know namespaces.
        mapped = ROLE_MAP if self.spaces.new else ROLE_MAP | NEW_ONLY
        roles = "".join(f"/{own}/{standard}" for own, standard in mapped.items())
        objects.plain[self.tree_root] = f"<</Type/StructTreeRoot{entries}/RoleMap<<{roles}>>>>"
        return leaf

    # ---- pages -------------------------------------------------------------------------------

    def _resources(self) -> int:
        """One dictionary for all pages: fonts, the brand's two colours, pictures."""
        objects, shop = self.objects, self.shop
        drawn = "".join(
            f"/{name} {write_picture(picture, objects, shop.lettering, self.faces)} 0 R"
            for name, picture in shop.drawn.items()
        )
        spaces = ""
        for name, function in (("BrandAccent", self.accent), ("BrandSecond", self.second)):
            space = objects.add(f"[/Separation/{name}/DeviceRGB {function} 0 R]")
            spaces += f"/{name} {space} 0 R"
        objects.plain[self.faces] = f"<<{write_fonts(shop.lettering, objects)}>>"
        return objects.add(
            f"<</Font {self.faces} 0 R/ColorSpace<<{spaces}>>"
            f"/XObject<<{drawn}/Logo {self.logo} 0 R>>>>"
        )

    def _pages(self, resources: int, left_out: dict[int, _LeftOut]) -> None:
        objects, sheets = self.objects, self.book.sheets
        for page, sheet in enumerate(sheets):
            code = objects.stream("", sheet.painted.code.encode("latin-1"))
            waiting = left_out.get(page)
            if waiting:
                contents, key = f"[{code} 0 R {waiting.code} 0 R]", waiting.key
                annotations = f"/Annots {waiting.annotations} 0 R"
            else:
                contents, key = f"{code} 0 R", page
                listed = " ".join(f"{number} 0 R" for number in sheet.annotations)
                annotations = f"/Annots[{listed}]" if listed else ""
                self.parents.append((page, f"[{_owners(sheet)}]"))
            objects.plain[sheet.number] = (
                f"<</Type/Page/Parent {self.root} 0 R{self._page_boxes()}"
                f"/Resources {resources} 0 R/Contents {contents}"
                f"/StructParents {key}/Tabs/S{annotations}>>"
            )
        kids = " ".join(f"{sheet.number} 0 R" for sheet in sheets)
        objects.plain[self.root] = f"<</Type/Pages/Count {len(sheets)}/Kids[{kids}]>>"

    def _page_boxes(self) -> str:
        """The sheet; for a print shop also where it is cut (ISO 32000-1, 14.11.2)."""
        measures, options = self.shop.theme.page, self.shop.look.options
        bleed = options.bleed_points if options else 0.0
        sheet = numbers(-bleed, -bleed, measures.width + bleed, measures.height + bleed)
        trim = numbers(0, 0, measures.width, measures.height)
        if options is None:
            return f"/MediaBox[{trim}]"
        return f"/MediaBox[{sheet}]/BleedBox[{sheet}]/TrimBox[{trim}]"

    # ---- catalogue ---------------------------------------------------------------------------

    def _catalogue(self) -> int:
        objects, document = self.objects, self.shop.document
        outlines = assembly.bookmarks(document, self.destinations, objects, self.standard)
        names = assembly.name_tree(self.destinations, objects)
        profile = objects.packed_stream("/N 3", _packed_profile())
        return objects.add(
            f"<</Type/Catalog/Pages {self.root} 0 R/StructTreeRoot {self.tree_root} 0 R"
            f"/MarkInfo<</Marked true>>/Lang{text_string(document.language)}"
            f"/ViewerPreferences<</DisplayDocTitle true>>/Metadata {self.metadata} 0 R"
            f"/Outlines {outlines} 0 R/PageMode/UseOutlines/Names<</Dests {names} 0 R>>"
            "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier"
            f"{text_string(archive.PROFILE_NAME)}/Info{text_string(archive.PROFILE_NAME)}"
            f"/DestOutputProfile {profile} 0 R>>]"
            f"/PageLabels<</Nums[0<</S/D>>]>>{self.forms.entry()}>>"
        )

    # ---- what a brand changes ----------------------------------------------------------------

    def _contact_pictures(self) -> Iterator[ContactPicture]:
        """They are in the file before it is known which of them a brand needs."""
        for kind, picture in self.shop.document.contact_pictures:
            drawn = inked(picture)
            yield ContactPicture(kind, self.shop.picture_name(drawn), drawn.width / drawn.height)

    def _slots(
        self,
        left_out: dict[int, _LeftOut],
        next_key: int,
        leaf: int,
        contacts: tuple[ContactPicture, ...],
        base: Base,
    ) -> Slots:
        document, options = self.shop.document, self.shop.look.options
        about = About(
            document.title,
            document.language,
            document.description,
            document.keywords,
            document.date,
            tuple(file for one in document.languages for file in one.addresses(".pdf")),
        )
        return Slots(
            standard=self.standard,
            theme=self.shop.theme,
            options=options,
            page_count=len(self.book.sheets),
            empty_pages=sum(not sheet.painted.code for sheet in self.book.sheets),
            words=document.words,
            letters=self.shop.lettering.more,
            about=about,
            contact_pictures=contacts,
            leaflet=not document.cover_page,
            accent=self.accent,
            second=self.second,
            logo=self.logo,
            faces=self.faces,
            metadata=self.metadata,
            info=self.info,
            spaces=self.spaces,
            parent_leaf=leaf,
            next_key=next_key,
            pages=tuple(self._page_slots(page, waiting) for page, waiting in left_out.items()),
            base=base,
        )

    def _page_slots(self, page: int, waiting: _LeftOut) -> PageSlots:
        sheet = self.book.sheets[page]
        return PageSlots(
            page=sheet.number,
            code=waiting.code,
            annotations=waiting.annotations,
            links=tuple(sheet.annotations),
            marks=tuple(mark.node.number for mark in sheet.painted.marks),
            key=waiting.key,
            above=self.book.tree.number,
            holders=tuple(
                Holder(
                    furniture=one.furniture.number,
                    kids=tuple(kids_of(one.furniture, self.pages)),
                    boxes=tuple(one.boxes.items()),
                )
                for one in self.book.brand_pages
                if one.page == page
            ),
        )


@cache
def _packed_profile() -> bytes:
    return pack(archive.srgb())


def _owners(sheet: Sheet) -> str:
    """The elements of a page's marked sequences, in the order of their numbers."""
    return " ".join(f"{mark.node.number} 0 R" for mark in sheet.painted.marks)

"""The structure of a document for screen readers (tagged PDF, ISO 32000-1 14.7-14.8): headings, tables, lists, figures.

Everything that is set stands in one element of the tree or is marked as an artifact (rules, tints, head and foot).
fpdf2 keeps one flat level; this tree is as deep as the document.
"""

from collections.abc import Iterator

from fpdf.fpdf import FPDF
from fpdf.structure_tree import StructElem, StructureTreeBuilder
from fpdf.syntax import PDFObject


class Element(StructElem):
    """One element of the tree, with the attributes that its kind has."""

    __slots__ = ("a",)

    def __init__(self, kind: str, parent: PDFObject, page: int, alt: str | None = None, span: int = 1) -> None:
        super().__init__(struct_type=f"/{kind}", parent=parent, kids=[], page_number=page, alt=alt)
        told = ("/Scope /Column" if kind == "TH" else "", f"/ColSpan {span}" if span > 1 else "")
        self.a = f"<</O /Table {' '.join(filter(None, told))}>>" if any(told) else None

    def tag(self) -> str:
        """`P`, `H1`, `TD` …; a method, as fpdf2 writes every plain attribute into the file."""
        return str(self.s)[1:]


class TagTree(StructureTreeBuilder):
    """Elements opened and closed like brackets; what is set belongs to the innermost one."""

    def __init__(self, pdf: FPDF) -> None:
        super().__init__()
        self._pdf = pdf
        self._open: list[Element] = []
        self._marks: dict[int, int] = {}

    def open(self, kind: str, alt: str | None = None, span: int = 1) -> None:
        """Begin an element inside the innermost one; `span` is the columns that a cell takes."""
        self._open.append(self._under(self._open[-1] if self._open else None, kind, alt, span))

    def close(self) -> None:
        """End the innermost element."""
        self._open.pop()

    def mark(self) -> tuple[str, int]:
        """The next marked content on this page: its tag and its number there."""
        page = self._pdf.page
        owner = self._holder(page)
        number = self._marks.get(page, 0)
        self._marks[page] = number + 1
        owner.k.append(number)
        spid = self.spid_per_page_number.setdefault(page, len(self.spid_per_page_number))
        self.struct_tree_root.parent_tree.nums[spid].append(owner)
        self._pdf.pages[page].struct_parents = spid
        return owner.tag(), number

    def __iter__(self) -> Iterator[PDFObject]:
        """Every object of the tree, the root first; each element knows its page by then."""
        yield self.struct_tree_root
        yield self.doc_struct_elem
        yield self.struct_tree_root.parent_tree
        for one in self.doc_struct_elem.k:
            yield from self._deep(one)

    def _holder(self, page: int) -> Element:
        """The innermost element where it began on this page, else a part of it that stands on this page."""
        if not self._open:
            return self._under(None, "P")
        owner = self._open[-1]
        if owner.page_number() == page:
            return owner
        last = owner.k[-1] if owner.k else None
        if isinstance(last, Element) and last.page_number() == page:
            return last
        return self._under(owner, "Span")

    def _under(self, parent: Element | None, kind: str, alt: str | None = None, span: int = 1) -> Element:
        made = Element(kind, parent or self.doc_struct_elem, self._pdf.page, alt, span)
        (parent or self.doc_struct_elem).k.append(made)
        return made

    def _deep(self, one: Element) -> Iterator[Element]:
        number = one.page_number()
        assert number is not None
        one.pg = self._pdf.pages[number]  # type: ignore[assignment]  # fpdf2 declares it as None alone
        yield one
        for kid in one.k:
            if isinstance(kid, Element):
                yield from self._deep(kid)

"""A screen reader hears a document in its order: headings, tables by row, figures in words, no head and foot."""

import io
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import document_samples as samples
import pdfplumber
import pytest

from core.document import letter
from core.workflow.compliance import policy_of, record_of
from core.workflow.desk import Desk
from core.workflow.documents import draft_letter
from core.workflow.households import households
from core.workflow.proposals import draft
from core.workflow.reports import drift_note_of, report_of


@cache
def papers() -> dict[str, bytes]:
    desk = Desk.sample()
    one = next(held for held in households(desk) if draft(desk, held.id).answer.trades)
    proposal = draft(desk, one.id)
    return {
        "letter": draft_letter(desk, proposal.id),
        "record": record_of(desk, proposal.id),
        "policy": policy_of(desk, one.id),
        "drift-note": drift_note_of(desk, one.id),
        "report": report_of(desk, one.id),
        "large": letter(samples.large(), samples.household(), samples.mandate(), samples.LABELS, samples.AS_OF),
    }


KINDS = ("letter", "record", "policy", "drift-note", "report", "large")


def walk(nodes: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for node in nodes:
        yield node
        yield from walk(node.get("children", []))


def marked(pdf: pdfplumber.PDF) -> dict[tuple[int, int], str]:
    """Text of every marked content: (page, number) -> characters."""
    found: dict[tuple[int, int], str] = {}
    for page in pdf.pages:
        for char in page.chars:
            if char["mcid"] is not None:
                key = (page.page_number, char["mcid"])
                found[key] = found.get(key, "") + char["text"]
    return found


def order(nodes: list[dict[str, Any]]) -> list[tuple[int, int]]:
    return [(node["page_number"], number) for node in walk(nodes) for number in node.get("mcids", [])]


@pytest.mark.parametrize("kind", KINDS)
def test_every_word_outside_head_and_foot_stands_once_in_the_tree_in_reading_order(kind: str) -> None:
    with pdfplumber.open(io.BytesIO(papers()[kind])) as pdf:
        heard, texts = order(pdf.structure_tree), marked(pdf)
        assert len(heard) == len(set(heard))
        assert set(texts) <= set(heard)
        assert heard == sorted(heard)
        unmarked = "".join(c["text"] for page in pdf.pages for c in page.chars if c["tag"] == "Artifact")
    assert re.search(r"Page 1 of \d+", unmarked)
    assert not any("Page 1 of" in text for text in texts.values())


@pytest.mark.parametrize("kind", KINDS)
def test_headings_tables_and_figures_are_what_they_are(kind: str) -> None:
    with pdfplumber.open(io.BytesIO(papers()[kind])) as pdf:
        nodes, texts = list(walk(pdf.structure_tree)), marked(pdf)
    kinds = [node["type"] for node in nodes]
    assert kinds.count("H1") == 1
    assert kinds.index("H1") < kinds.index("H2")
    for node in nodes:
        if node["type"] == "Figure":
            assert re.search(r"\d", node["alt_text"])
        if node["type"] == "TR":
            assert {child["type"] for child in node.get("children", [])} <= {"TH", "TD"}
        if node["type"] == "H2":
            assert all(texts.get((node["page_number"], number), "").strip() for number in node["mcids"])


@pytest.mark.parametrize("kind", KINDS)
def test_every_row_of_a_table_is_as_wide_as_its_head(kind: str) -> None:
    with pdfplumber.open(io.BytesIO(papers()[kind])) as pdf:
        tables = [node for node in walk(pdf.structure_tree) if node["type"] == "Table"]
    assert tables
    for table in tables:
        rows = [node for node in walk([table]) if node["type"] == "TR" and node.get("children")]
        widths = {sum(cell.get("attributes", {}).get("ColSpan", 1) for cell in row["children"]) for row in rows[:1]}
        for row in rows:
            wide = sum(cell.get("attributes", {}).get("ColSpan", 1) for cell in row["children"])
            assert wide <= max(widths)


def test_the_document_names_its_language_and_shows_its_title() -> None:
    with pdfplumber.open(io.BytesIO(papers()["letter"])) as pdf:
        catalog = pdf.doc.catalog
    assert catalog["Lang"] in (b"en-US", "en-US")
    assert catalog["MarkInfo"]["Marked"] is True
    assert catalog["ViewerPreferences"]["DisplayDocTitle"] is True

"""The questions of teaching: what each head, line and heading means, and where the layout holds."""

from collections.abc import Mapping

import streamlit as st

from core.domain.layout import COLUMN_MEANINGS, HeadFound, Layout, LineFound, Sketch, TableFound
from core.present.html import tag
from core.present.tables.statement_layouts import ASSETS
from core.words.numbers import dollars
from core.words.sentences import shorten
from pages.shared.widgets import show_section

UNSAID = ""


def ask_heads(found: TableFound, key: str, known: Mapping[str, str]) -> dict[str, str]:
    """What each head means; heads that are left unsaid keep the reader's own guess."""
    show_section("Columns")
    said: dict[str, str] = {}
    options = [UNSAID, *COLUMN_MEANINGS]
    for place, head in enumerate(found.heads):
        words, choice = st.columns([1, 1], vertical_alignment="center", gap="small")
        words.html(tag("p", tag("b", head.label), " ", tag("span", _samples(head), css="tone-soft"), css="pl-text"))
        default = known.get(head.label, head.guess or UNSAID)
        meaning = choice.selectbox(
            head.label, options, index=options.index(default) if default in options else 0,
            format_func=lambda one: COLUMN_MEANINGS.get(one, "Not said"), label_visibility="collapsed",
            key=f"head-{key}-{place}-{head.label}",
        )  # fmt: skip
        if meaning:
            said[head.label] = meaning
    return said


def _samples(head: HeadFound) -> str:
    return f"such as {shorten(', '.join(head.samples[:2]), 34)}" if head.samples else "nothing under it"


def ask_lines(sketch: Sketch, key: str, known: Mapping[str, str]) -> dict[str, str]:
    """Which printed lines are the account's total, its cash, or the sum of a section."""
    show_section("Lines")
    printed = {line.label: line for line in sketch.lines}
    said: dict[str, str] = {}
    for meaning, title in (("account total", "The account's total is"), ("cash", "The account's cash is")):
        default = next((label for label, one in known.items() if one == meaning), _guessed(sketch, meaning))
        options = [UNSAID, *printed]
        label = st.selectbox(
            title, options, index=options.index(default) if default in options else 0, key=f"{meaning}-{key}",
            format_func=lambda one: _line_title(printed.get(one)),
        )  # fmt: skip
        if label:
            said[label] = meaning
    sums = st.multiselect(
        "Sums of a section", [label for label in printed if label not in said], key=f"sums-{key}",
        default=[label for label, one in known.items() if one == "section total" and label in printed],
        format_func=lambda one: _line_title(printed.get(one)),
    )  # fmt: skip
    return {**said, **dict.fromkeys(sums, "section total")}


def _guessed(sketch: Sketch, meaning: str) -> str:
    return next((line.label for line in sketch.lines if line.guess == meaning), UNSAID)


def _line_title(line: LineFound | None) -> str:
    return f"{line.label}  {dollars(line.amount)}" if line else "No such line"


def ask_sections(sketch: Sketch, key: str, known: Mapping[str, str]) -> dict[str, str]:
    """Which printed lines are headings, and what kind of security stands under each."""
    if not sketch.headings:
        return {}
    named = st.multiselect(
        "Headings of sections", list(sketch.headings), key=f"sections-{key}",
        default=[heading for heading in known if heading in sketch.headings],
    )  # fmt: skip
    said: dict[str, str] = {}
    for heading in named:
        kinds = list(ASSETS)
        kind = st.selectbox(
            f"Under {heading} stand", kinds, index=kinds.index(known.get(heading, "stock")),
            format_func=lambda one: ASSETS[one], key=f"section-{key}-{heading}",
        )  # fmt: skip
        said[heading] = str(kind)
    return said


def ask_names(sketch: Sketch, key: str, known: Layout | None) -> tuple[str, str]:
    """The layout's name, and the words that the paper must print."""
    show_section("Where it holds")
    letterhead = st.text_input(
        "Words that the paper must print, such as the name of the house",
        known.letterhead if known else sketch.letterhead,
        key=f"letterhead-{key}",
    )
    name = st.text_input("Name of the layout", known.name if known else sketch.letterhead, key=f"name-{key}")
    return name.strip(), letterhead.strip()

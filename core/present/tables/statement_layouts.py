"""Layouts that people taught, and the words of one of them."""

from collections.abc import Mapping, Sequence

from core.domain.layout import COLUMN_MEANINGS, LINE_MEANINGS, Layout
from core.present.html import Column, Safe, table
from core.present.tables.sheet import Head, Sheet, sheet
from core.words.days import short_day

HEADS = (
    Head("Layout", 220), Head("Version", 60, number=True), Head("Heads", 60, number=True), Head("State", 90),
    Head("Taught", 70), Head("By", 120),
)  # fmt: skip
ASSETS: dict[str, str] = {
    "stock": "Stocks", "etf": "ETFs", "mutual_fund": "Mutual funds", "bond": "Bonds", "option": "Options",
    "cash": "Cash", "money_market": "Money market funds", "preferred": "Preferred shares",
    "alternative": "Private funds", "annuity": "Annuities", "structured_note": "Structured notes", "other": "Other",
}  # fmt: skip


def layouts_table(layouts: Sequence[Layout], names: Mapping[str, str]) -> Sheet:
    """One row per layout; the keys are their ids."""
    rows = [
        [
            one.name, one.version, len(one.columns), "withdrawn" if one.withdrawn else "in use",
            short_day(one.at.date()) if one.at else "", names.get(one.person, one.person),
        ]
        for one in layouts
    ]  # fmt: skip
    return sheet(HEADS, rows, keys=[one.id for one in layouts])


def words_table(layout: Layout) -> Safe:
    """Every printed word with what it means."""
    rows: list[list[object]] = [[label, COLUMN_MEANINGS[meaning], "column"] for label, meaning in layout.columns]
    rows += [[label, LINE_MEANINGS[meaning], "line"] for label, meaning in layout.lines]
    rows += [[heading, ASSETS[kind], "section"] for heading, kind in layout.sections]
    return table((Column("Printed"), Column("Means"), Column("As")), rows)

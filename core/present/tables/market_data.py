"""Market data on the screen: coverage by symbol, closes that differ between sources, actions, what funds hold."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Protocol

from core.domain.corporate_action import CorporateAction
from core.market.layered import Conflict
from core.market.top_holdings import TopHolding
from core.present.tables.sheet import Head, Sheet, sheet
from core.present.tokens import NEAR, OUTSIDE, PROVEN, TROUBLE_FILL
from core.words.days import short_day
from core.words.numbers import DASH, dollars, number, percent


class Coverage(Protocol):
    """What a row of coverage must tell."""

    @property
    def symbol(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def holders(self) -> int | None: ...
    @property
    def price(self) -> Decimal | None: ...
    @property
    def day(self) -> date | None: ...
    @property
    def behind(self) -> int: ...
    @property
    def history(self) -> int: ...
    @property
    def gaps(self) -> int: ...
    @property
    def trouble(self) -> str: ...
    @property
    def sound(self) -> bool: ...


class Looked(Protocol):
    """What a row of the look-through table must tell."""

    @property
    def symbol(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def asset_type(self) -> str: ...
    @property
    def classes(self) -> Mapping[str, float]: ...
    @property
    def issuers(self) -> tuple[TopHolding, ...]: ...
    @property
    def as_of(self) -> str: ...
    @property
    def source(self) -> str: ...


def coverage_table(rows: Sequence[Coverage], most_history: int) -> Sheet:
    """One row per symbol, as given; keys are symbols. most_history : closes that three years have."""
    heads = (
        Head("State", 92), Head("Symbol", 74), Head("Name", 300), Head("Held by", 68, number=True),
        Head("Price", 84, number=True, show=lambda value: dollars(value)), Head("Of", 64),
        Head("Sessions behind", 112, number=True), Head("History", 84, number=True, bar=most_history),
        Head("Gaps", 56, number=True), Head("Trouble", 420),
    )  # fmt: skip
    table = [
        [
            _state(row), row.symbol, row.name, row.holders, None if row.price is None else float(row.price),
            short_day(row.day) if row.day else DASH, row.behind, row.history, row.gaps, row.trouble,
        ]
        for row in rows
    ]  # fmt: skip
    css = {(place, "State"): f"background-color:{TROUBLE_FILL}" for place, row in enumerate(rows) if not row.sound}
    return sheet(heads, table, css, keys=[row.symbol for row in rows])


def conflicts_table(found: Sequence[Conflict]) -> Sheet:
    """The last close of each symbol on which feed and file differ."""
    heads = (
        Head("Symbol", 80), Head("Close of", 84), Head("Feed", 90, number=True, show=lambda value: dollars(value)),
        Head("File", 90, number=True, show=lambda value: dollars(value)),
        Head("File is off by", 104, number=True, show=lambda value: percent(value, 1)),
        Head("Days that differ", 120, number=True),
    )  # fmt: skip
    rows = [[one.symbol, short_day(one.day), one.first, one.second, one.apart, one.days] for one in found]
    return sheet(heads, rows, keys=[one.symbol for one in found])


def actions_table(found: Sequence[CorporateAction], people: Mapping[str, str]) -> Sheet:
    """One row per action, as given; keys are their ids."""
    heads = (
        Head("Day", 84), Head("Symbol", 80), Head("What", 220), Head("Said by", 130), Head("Known from", 260),
        Head("Households done", 124, number=True),
    )  # fmt: skip
    rows = [
        [short_day(one.day), one.symbol, _action(one), people.get(one.source, one.source), one.note, len(one.applied)]
        for one in found
    ]
    return sheet(heads, rows, keys=[one.id for one in found])


def look_through_table(rows: Sequence[Looked], labels: Mapping[str, str]) -> Sheet:
    """One row per security; keys are symbols."""
    heads = (
        Head("Symbol", 74), Head("Name", 290), Head("Type", 92), Head("Looked through to", 300),
        Head("Issuers on file", 104, number=True), Head("As of", 88), Head("Source", 420),
    )  # fmt: skip
    table = [
        [
            one.symbol, one.name, one.asset_type.replace("_", " "), _classes(one.classes, labels),
            percent(sum(holding.weight for holding in one.issuers), 0) if one.issuers else DASH, one.as_of, one.source,
        ]
        for one in rows
    ]  # fmt: skip
    return sheet(heads, table, keys=[one.symbol for one in rows])


def _state(row: Coverage) -> str:
    if row.price is None:
        return f"{OUTSIDE} Missing"
    if row.behind:
        return f"{OUTSIDE} Stale"
    return f"{PROVEN} Sound" if row.sound else f"{NEAR} Look"


def _action(one: CorporateAction) -> str:
    if one.kind == "split":
        return f"Split, {number(one.value, 4).rstrip('0').rstrip('.')} for 1"
    return f"Dividend of {dollars(one.value)} a share" if one.kind == "dividend" else "The price is right"


def _classes(classes: Mapping[str, float], labels: Mapping[str, str]) -> str:
    ordered = sorted(classes.items(), key=lambda pair: -pair[1])
    return ", ".join(f"{labels.get(name, name)} {percent(share, 0)}" for name, share in ordered if share)

"""A change of mandate: its rules beside the ones in force, and the households it would move."""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from core.domain.committee import MandateDraft
from core.domain.effect import Effect, EffectRow, Side, open_alerts, outside, tax, trades
from core.domain.mandate import Mandate
from core.present.html import Cell, Column, Safe, table, tag
from core.present.tables.sheet import Head, Sheet, sheet
from core.present.tokens import BLUE_RGB, BRASS_RGB, rgba
from core.review.mandates import MandateDiff
from core.words.days import day
from core.words.numbers import compact_dollars, number, signed, signed_dollars
from core.words.sentences import count, in_words, listing, plural

Show = Callable[[Decimal], str]


def diff_table(diff: MandateDiff, base: int, version: int) -> Safe:
    """Rule, as in force, **as proposed**, change; then how many rules stay."""
    columns = (
        Column("Rule"), Column(f"v{base}" if base else "none yet", True), Column(f"v{version}", True),
        Column("Change", True),
    )  # fmt: skip
    rows: list[list[object]] = [
        [one.name, Cell(one.before, "soft"), Cell(one.after, strong=True), one.change] for one in diff.changes
    ]
    rows.append([Cell(f"{count(diff.unchanged, 'rule')} unchanged", "soft"), "", "", ""])
    return table(columns, rows)


def rules_table(rules: Sequence[tuple[str, str]]) -> Safe:
    """A mandate written out."""
    return table((Column("Rule"), Column("Value", True)), [list(rule) for rule in rules])


def effect_heads(base: int, version: int) -> tuple[Head, ...]:
    """The columns of the households, before plain, after bold, difference third."""
    old, new = f"v{base}", f"v{version}"
    return (
        Head("Household", 168),
        Head(f"Alerts {old}", 80, number=True, show=number), Head(f"Alerts {new}", 80, number=True, show=number),
        Head(f"Outside {old}", 84, number=True, show=number), Head(f"Outside {new}", 84, number=True, show=number),
        Head(f"Trades {old}", 84, number=True, show=number), Head(f"Trades {new}", 84, number=True, show=number),
        Head(f"Tax {old}, $", 96, number=True, show=number), Head(f"Tax {new}, $", 96, number=True, show=number),
        Head("Δ Tax, $", 96, number=True, show=lambda value: signed(value, 0)),
        Head("Note", 280),
    )  # fmt: skip


def effect_table(found: Effect, base: int, version: int) -> Sheet:
    """One row a household, most affected first; keys are household ids."""
    heads = effect_heads(base, version)
    rows = [_effect_row(row) for row in found.rows]
    css: dict[tuple[int, str], str] = {}
    for place, row in enumerate(found.rows):
        css |= {(place, head.title): "font-weight:600" for head in heads if f"v{version}" in head.title}
        moved = float(row.moved(tax))
        if moved:
            css[place, "Δ Tax, $"] = f"background-color:{rgba(BRASS_RGB if moved > 0 else BLUE_RGB, 0.2)}"
    return sheet(heads, rows, css, keys=[row.household for row in found.rows])


def _effect_row(row: EffectRow) -> list[object]:
    if row.old is None or row.new is None:
        return [row.name, *([None] * 9), row.problem]
    figures = [
        float(figure(side)) for figure in (open_alerts, outside, trades, tax) for side in (row.old, row.new)
    ]  # fmt: skip
    return [row.name, *figures, float(row.moved(tax)), _note(row)]


def _note(row: EffectRow) -> str:
    assert row.old is not None and row.new is not None
    if row.old == row.new:
        return "nothing changes"
    fresh = [one for one in row.new.outcome.conflicts if one not in row.old.outcome.conflicts]
    return fresh[0] if fresh else ""


def effect_title(name: str, found: Effect) -> str:
    """`Balanced 60/40, version 2: five more alerts and +$41,200 of tax`."""
    if not found.followers:
        return f"{name}: no household follows it yet"
    alerts = int(found.new(open_alerts) - found.old(open_alerts))
    extra = found.new(tax) - found.old(tax)
    parts = []
    if alerts:
        parts.append(_more(alerts, "alert"))
    if abs(extra) >= 1:
        parts.append(f"{signed_dollars(extra, 0)} of tax")
    moved = int(found.new(trades) - found.old(trades))
    if len(parts) < 2 and moved:
        parts.append(_more(moved, "trade"))
    return f"{name}: {listing(parts)}" if parts else f"{name}: no alert, no trade and no tax would change"


def effect_figures(found: Effect, base: int) -> list[tuple[str, str, str]]:
    """Label, figure under the candidate, and below it the figure in force with the difference."""
    kinds: list[tuple[str, Callable[[Side], Decimal], Show, Show]] = [
        ("Alerts", open_alerts, number, lambda moved: signed(moved, 0)),
        ("Classes outside", outside, number, lambda moved: signed(moved, 0)),
        ("Trades", trades, number, lambda moved: signed(moved, 0)),
        ("Tax", tax, compact_dollars, lambda moved: signed_dollars(moved, 0)),
    ]
    return [
        (label, show(found.new(of)), f"v{base}: {show(found.old(of))} · {moved(found.new(of) - found.old(of))}")
        for label, of, show, moved in kinds
    ]


def _more(change: int, noun: str) -> str:
    """`five more alerts`, `one fewer trade`."""
    return f"{in_words(abs(change))} {'more' if change > 0 else 'fewer'} {noun if abs(change) == 1 else plural(noun)}"


def votes_sentence(made: MandateDraft, names: Mapping[str, str]) -> Safe:
    """`Needs 2 signatures. Tess Whitlock signed on Nov 20, 2026. …`"""
    signed_by = [f"{names.get(vote.person, vote.person)} signed on {day(vote.at.date())}" for vote in made.in_favour]
    refused = [f"{names.get(vote.person, vote.person)} is against: {vote.note}" for vote in made.against]
    head = f"Needs {count(made.missing, 'more signature')}." if made.missing else "Signed; it can be adopted."
    said = " ".join(f"{one.rstrip('.')}." for one in (*signed_by, *refused))
    return tag("p", tag("b", head), f" {said} Nothing trades by itself.", css="pl-text")


def mandates_heads() -> tuple[Head, ...]:
    """The columns of the list of mandates."""
    return (
        Head("Mandate", 220), Head("Version", 70, number=True), Head("In force since", 120),
        Head("Households", 90, number=True), Head("Candidate", 240),
    )  # fmt: skip


def mandates_table(every: Sequence[Mandate], followers: Mapping[str, int], drafts: Mapping[str, MandateDraft]) -> Sheet:
    """Every mandate in force with the candidate that is on the table, if any; keys are mandate ids."""
    rows = [
        [one.name, one.version, day(one.effective), followers.get(one.id, 0), _candidate(drafts.get(one.id))]
        for one in every
    ]
    return sheet(mandates_heads(), rows, keys=[one.id for one in every])


def _candidate(made: MandateDraft | None) -> str:
    if made is None:
        return ""
    return f"{made.id}: v{made.mandate.version}, {len(made.in_favour)} of {made.needed} signed"

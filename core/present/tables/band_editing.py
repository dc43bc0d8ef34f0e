"""Bands and limits of one place as rows that a person edits, and the rules that the rows say."""

from collections.abc import Mapping, Sequence
from typing import Any, cast, get_args

from core.domain.allocation import Side
from core.domain.bands import BandRule, RuleKind
from core.domain.errors import BadInput
from core.words.band_rules import KINDS, SIDES

NONE = "–"
SUBJECT, NAME, KIND, WIDTH, SIDE, LOW, HIGH, HOLDS = "key", "For", "Kind", "Width", "Side", "Low", "High", "Holds now"
KIND_WORDS = (NONE, *(KINDS[kind] for kind in get_args(RuleKind)))
LIMIT_WORDS = (NONE, KINDS["limit"])
SIDE_WORDS = tuple(SIDES[side] for side in get_args(Side))


def band_rows(
    names: Mapping[str, str], rules: Mapping[str, BandRule], holds: Mapping[str, str]
) -> list[dict[str, Any]]:
    """One row per subject, as given. names : subject -> label; holds : subject -> what holds today, and from where."""
    return [_row(subject, label, rules.get(subject), holds.get(subject, NONE)) for subject, label in names.items()]


def rules_of(rows: Sequence[Mapping[Any, Any]]) -> dict[str, BandRule | None]:
    """Subject -> the rule that its row says, None where it says none; BadInput names the row."""
    return {str(row[SUBJECT]): _rule(row) for row in rows}


def _row(subject: str, label: str, rule: BandRule | None, holds: str) -> dict[str, Any]:
    return {
        SUBJECT: subject,
        NAME: label,
        KIND: NONE if rule is None else KINDS[rule.kind],
        WIDTH: None if rule is None else rule.width,
        SIDE: SIDES["both" if rule is None else rule.side],
        LOW: None if rule is None else rule.low,
        HIGH: None if rule is None else rule.high,
        HOLDS: holds,
    }


def _rule(row: Mapping[Any, Any]) -> BandRule | None:
    words = str(row[KIND])
    if words == NONE:
        return None
    kind = next(kind for kind, said in KINDS.items() if said == words)
    side = next((side for side, said in SIDES.items() if said == row[SIDE]), "both")
    try:
        if kind == "limit":
            return BandRule("limit", low=_number(row[LOW]), high=_number(row[HIGH]))
        return BandRule(cast(RuleKind, kind), None if kind == "five_25" else _number(row[WIDTH]), cast(Side, side))
    except BadInput as trouble:
        raise BadInput(str(row[NAME]), trouble.what) from None


def _number(value: Any) -> float | None:
    return None if value is None or value != value else float(value)

"""What the lots of a security add up to, where the line of its name does not print it."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from core.domain.statement import StatementLine, StatementLot
from core.ingest.accounts.draft import Draft, amount_in, plus
from core.ingest.nouns.events import Record


def summed(
    line: StatementLine, lot: StatementLot, record: Record, comma: bool, own: Mapping[str, Decimal]
) -> StatementLine:
    """The security with the figures of one lot more; those in `own`, which only its name's line prints, stay."""
    first, accrued = len(line.lots) == 1, amount_in(record, "accrued", comma)
    return replace(
        line,
        gain=own.get("gain") or plus(line.gain, amount_in(record, "gain", comma), first),
        accrued=line.accrued if accrued is None else plus(line.accrued, accrued, first),
        market_value=own.get("value") or plus(line.market_value, amount_in(record, "value", comma), first),
        price=line.price or amount_in(record, "price", comma),
        cost_basis=plus(line.cost_basis, lot.cost_basis, first),
        quantity=plus(line.quantity, lot.quantity, first),
    )


def own_figures(line: StatementLine, record: Record, comma: bool) -> dict[str, Decimal]:
    """What the line of a security's name prints and its first lot does not: its value and its gain."""
    told = {"value": line.market_value, "gain": line.gain}
    return {role: found for role, found in told.items() if found and amount_in(record, role, comma) is None}


def with_worth(draft: Draft, place: int, line: StatementLine, record: Record, comma: bool) -> StatementLine:
    """The security with the value of one lot more, where the line of its name prints its units and no value."""
    value, first = amount_in(record, "value", comma), len(line.lots) == 1
    if first and line.market_value is None and value is not None:
        draft.summed_values.add(place)
    if place not in draft.summed_values:
        return line
    return replace(line, market_value=plus(line.market_value, value, first))

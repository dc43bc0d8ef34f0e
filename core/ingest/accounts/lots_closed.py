"""The printed sum that closes the lots of a security: its figures are the security's own, and held against them."""

import itertools
from dataclasses import replace
from decimal import Decimal

from core.domain.statement import StatementLine, StatementLot
from core.ingest.accounts.draft import Draft
from core.ingest.lexicon.figures import read, ties
from core.ingest.lexicon.plans import GIVEN
from core.ingest.lexicon.sections import OF_ONE_SECURITY, section_key
from core.ingest.nouns.events import Total

SIDES = ("covered", "noncovered", "non covered")
CENT = Decimal("0.01")
MOST_SUMMED = 200
PRINTED = ("quantity", "price", "value", "cost", "gain", "accrued")


def closes_lots(draft: Draft, total: Total, comma: bool) -> bool:
    """Whether a printed sum is that of the lots of the last security; its figures are then the security's own."""
    last = draft.lines[-1] if draft.lines else None
    if last is None or not last.lots:
        return False
    if _is_of_some(total, last, comma) or _tells_worth(draft, total, comma):
        return True
    if whole := _with_own_units(draft, last, total, comma):
        draft.lines[-1] = with_printed(draft, whole, total, comma, 0)
        return True
    if not _is_total_of(total, last, comma, draft.open_lots) or _is_of_several(draft, total, comma):
        return False
    if draft.open_lots:
        draft.lines[-1] = with_printed(draft, last, total, comma, draft.rounded)
    draft.open_lots = draft.open_lots and section_key(total.name) in SIDES
    return True


def is_of_all_lots(draft: Draft, total: Total, value: Decimal) -> bool:
    """Whether a sum without a name under the lots of a table file is that of all that they are worth by themselves.

    Grants of one stock, `Totals`: the sum of the account too, where each grant names the stock. Under the title of a
    security it is only that security's; and one whose worth only its sum tells has none by itself.
    """
    if total.name or total.where.page is not None or len(draft.by_lots) != len(draft.lines):
        return False
    worths = [line.market_value for line in draft.lines]
    return None not in worths and sum(filter(None, worths), Decimal(0)) == value


def _with_own_units(draft: Draft, line: StatementLine, total: Total, comma: bool) -> StatementLine | None:
    """The security whose own row is its first lot, bought on no known day: so it is where a sum has its units as well.

    `QUILL CORP  N/A  10.000` over `2/16/17  100.000` over `Total  110.000`, at the price of the row.
    """
    units, value = (read(total.cells.get(role), comma) for role in ("quantity", "value"))
    if units is None or value is None or line.quantity is None or line.price is None or total.name or draft.open_lots:
        return None
    held = sum((lot.quantity or Decimal(0) for lot in line.lots), line.quantity)
    if held != units.value or not ties(units.value, line.price, line.unit, value.value):
        return None
    cost = None if len(draft.lines) - 1 in draft.summed_costs else line.cost_basis
    return replace(line, lots=(StatementLot(None, line.quantity, cost), *line.lots))


def _is_of_some(total: Total, line: StatementLine, comma: bool) -> bool:
    """Whether a sum is that of the covered, or the other, lots right above it, and not of all; or of those of a plan.

    More lots of the security may follow then.
    """
    units = read(total.cells.get("quantity"), comma)
    of_plan = GIVEN.fullmatch(total.name.strip()) is not None
    if units is None or not (of_plan or (section_key(total.name) in SIDES and units.value != line.quantity)):
        return False
    held = list(itertools.accumulate(lot.quantity or Decimal(0) for lot in reversed(line.lots)))
    return units.value in (held if of_plan else held[:-1])


def _is_of_several(draft: Draft, total: Total, comma: bool) -> bool:
    """Whether a sum of other units than the last security's is worth that and the securities right above it."""
    units, printed = (read(total.cells.get(role), comma) for role in ("quantity", "value"))
    if units is None or printed is None or units.value == draft.lines[-1].quantity:
        return False
    worths = [line.market_value or Decimal(0) for line in reversed(draft.lines[-MOST_SUMMED:])]
    return printed.value in list(itertools.accumulate(worths))[1:]


def _is_total_of(total: Total, line: StatementLine, comma: bool, is_open: bool) -> bool:
    quantity = read(total.cells.get("quantity"), comma)
    if quantity is None:
        return False
    key = section_key(total.name)
    names = {section_key(line.description), section_key(line.symbol or ""), section_key(line.cusip or "")}
    about_lots = is_open and (key in SIDES or key in OF_ONE_SECURITY)
    return not key or key in names or about_lots or quantity.value == line.quantity


def _tells_worth(draft: Draft, total: Total, comma: bool) -> bool:
    """Whether a sum without a name and units prints the cost and the value of the lots above, which are told nowhere
    else; the next such sum is that of more.
    """
    place, line = len(draft.lines) - 1, draft.lines[-1]
    value, cost = (read(total.cells.get(role), comma) for role in ("value", "cost"))
    if place not in draft.summed_values or total.name or "quantity" in total.cells or value is None or cost is None:
        return False
    if (value.value, cost.value) != (line.market_value, line.cost_basis):
        return False
    draft.summed_values.discard(place)
    return True


def with_printed(draft: Draft, line: StatementLine, total: Total, comma: bool, rounded: int) -> StatementLine:
    """The security with the figures of its printed total; values of lots that do not add up to it are told."""
    printed = {role: read(total.cells.get(role), comma) for role in PRINTED}
    found = {role: amount.value for role, amount in printed.items() if amount is not None}
    draft.unread.extend(_unlike(line, found.get("value"), total, rounded))
    return replace(
        line,
        quantity=found.get("quantity", line.quantity),
        market_value=found.get("value", line.market_value),
        cost_basis=found.get("cost", line.cost_basis),
        gain=found.get("gain", line.gain),
        price=line.price if line.price is not None else found.get("price"),
        accrued=found.get("accrued", line.accrued),
    )


def _unlike(line: StatementLine, printed: Decimal | None, total: Total, rounded: int) -> list[str]:
    """What to say where the printed values of the lots are not those of the security, to the cent of each lot."""
    if printed is None or line.market_value is None or not rounded:
        return []
    allowed = CENT * rounded if rounded > 1 else 0
    if abs(printed - line.market_value) <= allowed:
        return []
    name = line.symbol or line.cusip or line.description
    return [f"{total.where}: the lots of {name} are worth {line.market_value:,}, {printed:,} is printed"]

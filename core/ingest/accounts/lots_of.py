"""Which security of the draft a row is a lot of: the one it names, or the one above that goes on."""

from decimal import Decimal

from core.domain.statement import StatementLine
from core.ingest.accounts.draft import Draft
from core.ingest.nouns.events import Record
from core.ingest.rows.identified import identifiers


def security_key(line: StatementLine) -> tuple[str, str]:
    """What tells the securities of an account apart: the name, under its heading."""
    return (line.symbol or line.cusip or line.isin or line.description, line.section)


def made_of_lots(draft: Draft, line: StatementLine) -> int | None:
    """The place of the security, where that is made of rows of lots."""
    if _names_last_again(draft, line) or _goes_on_under_heading(draft, line):
        return len(draft.lines) - 1
    place = draft.by_lots.get(security_key(line))
    if place is None or place >= len(draft.lines) or security_key(draft.lines[place]) != security_key(line):
        return None
    above = draft.lines[place]
    return None if _is_priced_apart(above, line) or _is_other_side(above, line) else place


def is_lot_of_last(draft: Draft, line: StatementLine) -> bool:
    """Whether a row with a day repeats the security above it, which holds at least as much as its lots so far."""
    if not draft.lines or security_key(draft.lines[-1]) != security_key(line) or line.quantity is None:
        return False
    last = draft.lines[-1]
    if _is_priced_apart(last, line):
        return False
    held = sum((lot.quantity or Decimal(0) for lot in last.lots), line.quantity)
    return last.quantity is not None and line.asset_type != "cash" and abs(held) <= abs(last.quantity)


def named_by_lot(draft: Draft, record: Record) -> int | None:
    """The place of the security that the lot belongs to."""
    cells = record.cells
    names = identifiers(cells, "") if any(name in cells for name in ("symbol", "identifier", "cusip", "isin")) else {}
    if names:
        wanted = {(kind, name) for kind, name in names.items() if kind in ("symbol", "cusip", "isin")}
        for place in range(len(draft.lines) - 1, -1, -1):
            line = draft.lines[place]
            if wanted & {("symbol", line.symbol), ("cusip", line.cusip), ("isin", line.isin)}:
                return place
        return None
    return len(draft.lines) - 1 if draft.lines else None


def _names_last_again(draft: Draft, line: StatementLine) -> bool:
    """Whether a row is a further lot of the security right above, by its name alone: only that prints its number.

    `QUILL HARBOR CORP  05/04/21  4,000` under a first lot whose second line prints the rate, the day and the CUSIP.
    """
    last = draft.lines[-1] if draft.lines else None
    if last is None or line.symbol or line.cusip or line.isin or not (last.symbol or last.cusip or last.isin):
        return False
    if last.section != line.section or last.price is None or last.price != line.price or not _is_of_lots(draft):
        return False
    named = bool(line.description) and last.description.casefold().startswith(line.description.casefold())
    return named and not _is_other_side(last, line)


def _goes_on_under_heading(draft: Draft, line: StatementLine) -> bool:
    """Whether a row is a further lot of the security right above, though a heading stands between: no sum closed it."""
    last = draft.lines[-1] if draft.lines else None
    if last is None or draft.covered >= len(draft.lines):
        return False
    told = (line.symbol, line.cusip, line.isin)
    same = any(told) and told == (last.symbol, last.cusip, last.isin) and last.description == line.description
    priced = last.price is not None and last.price == line.price
    return same and priced and _is_of_lots(draft) and not _is_other_side(last, line)


def _is_of_lots(draft: Draft) -> bool:
    """Whether the last security is made of rows of lots."""
    place = len(draft.lines) - 1
    return draft.by_lots.get(security_key(draft.lines[-1])) == place or place in draft.by_lots.values()


def _is_priced_apart(one: StatementLine, other: StatementLine) -> bool:
    """Whether two rows known by one name alone print two prices, as two notes of one bank do: two securities."""
    told = one.symbol or one.cusip or one.isin
    return not told and one.price is not None and other.price is not None and one.price != other.price


def _is_other_side(one: StatementLine, other: StatementLine) -> bool:
    """Whether one of two rows is held and the other owed: what is sold short is no lot of what is held."""
    return one.quantity is not None and other.quantity is not None and one.quantity * other.quantity < 0

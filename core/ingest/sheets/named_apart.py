"""Tables of a table file that name securities and hold none: symbol, full name and number of each, once for the file.

`Financial Instrument Information` of a broker: what the tables of holdings leave out of a symbol is taken from there.
"""

from collections.abc import Mapping, Sequence

from core.ingest.nouns.events import Cell, Event, Record

TOLD = ("description", "isin", "cusip", "identifier")
NUMBERED = ("isin", "cusip", "identifier")
FIGURES = ("quantity", "value", "price", "cost", "unit_cost", "gain", "amount", "date", "acquired", "accrued")


def lists_names(roles: Sequence[str | None]) -> bool:
    """Whether columns of these roles list securities by symbol and number, with no figures of what is held or moved."""
    told = set(roles)
    return "symbol" in told and not told.isdisjoint(NUMBERED) and told.isdisjoint(FIGURES)


def with_names_apart(events: Sequence[Event], listed: Sequence[Mapping[str, Cell]]) -> Sequence[Event]:
    """The events, with the name and the number of a security for each row that prints no more than its symbol.

    A symbol that is listed with two numbers tells none.
    """
    known = _by_symbol(listed)
    for event in events:
        if isinstance(event, Record) and "symbol" in event.cells:
            told = known.get(_key(event.cells["symbol"]), {})
            if any(role in event.cells for role in NUMBERED):
                told = {role: cell for role, cell in told.items() if role == "description"}
            event.cells.update({role: cell for role, cell in told.items() if role not in event.cells})
    return events


def _by_symbol(listed: Sequence[Mapping[str, Cell]]) -> dict[str, dict[str, Cell]]:
    known: dict[str, dict[str, Cell]] = {}
    unlike: set[str] = set()
    for row in listed:
        if "symbol" in row and any(role in row for role in NUMBERED):
            told = {role: row[role] for role in TOLD if role in row}
            before = known.setdefault(_key(row["symbol"]), told)
            unlike |= {_key(row["symbol"])} if _numbers(before) != _numbers(told) else set()
    return {key: told for key, told in known.items() if key not in unlike}


def _numbers(told: Mapping[str, Cell]) -> list[str]:
    return [told[role].text for role in NUMBERED if role in told]


def _key(cell: Cell) -> str:
    return cell.text.strip().casefold()

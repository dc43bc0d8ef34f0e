"""Lines of a table file that are no rows of a security: heads, lines that stand alone, rows of summaries, sums."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from core.ingest.lexicon.amounts import is_blank, read_amount
from core.ingest.lexicon.currencies import currency_of_costs, currency_of_values
from core.ingest.lexicon.dates import is_date, read_as_of, read_date
from core.ingest.lexicon.people import ENTITY, is_called, is_couple, is_trust, may_be_person
from core.ingest.lexicon.registrations import registration_in_cell, registration_of, tells_number
from core.ingest.lexicon.sections import total_name
from core.ingest.lexicon.vocabulary import DATES, NAMES, role_of
from core.ingest.lines.facts import facts_of, total_rank
from core.ingest.nouns.events import Cell, Event, Fact, FactKind, Total, Where
from core.ingest.nouns.head import TableKind
from core.ingest.owners.owners import OF_HOUSEHOLD
from core.ingest.owners.told_owners import owner_of_cell
from core.ingest.sheets.sums import SUMMED
from core.ingest.sheets.titles import number_of_title, title_events

NUMBER_LABEL = re.compile(r"(?:portfolio|depot|contract|policy|custody|safekeeping|plan|mandate)\s*:?", re.I)
OF_PARTS = re.compile(r"(?:account|acct)(?: (?:number|no\.?|nbr|#))?\s*:?", re.I)
PARTS = re.compile(r"(?=(?:\D*\d){5})(?:[A-Z]{2,4}|\d{2,6})(?: - (?:[A-Z]{2,4}|\d{2,9})){1,3}")
"""A number in several parts with blanks around its strokes, `AAA - 123456 - 077`."""
NAME_LABEL = re.compile(r"(?:full |your )?name\s*:?", re.I)
"""A label of whose the file is, before the name of a person."""
OF_WHOM = re.compile(
    r"(?:[\w&-]+ ){0,3}(?:accounts?|plans?|balances?|holdings|positions|portfolio|investments|benefits)"
    r"(?: (?:summary|details?|overview|report|snapshot|list|download))? (?:for|of) (?P<name>[A-Z][\w.'’ -]{3,50})",
    re.I,
)
"""A title that tells whose the file is, `Plan account summary for Odile Farrow`."""
OF_OTHERS = re.compile(r"\b(?:advis[eo]rs?|prepared by|representative|manager|contact|beneficiar\w+|trustees?)\b", re.I)
"""What stands over a name that is not the owner's."""
BY_PLACE = -1
NUMBER_BESIDE = re.compile(r"(?=(?:\D*\d){4})(?:[A-Z]{0,4}\d[A-Z0-9]*(?:-[A-Z0-9]+)+|[A-Z]{1,4}\d+)")
NUMBER_CELL = re.compile(r"\d{2,6}-\d{3,8}(?:-\d{1,3})?|[A-Z]?\d{8,12}")
MONEY = re.compile(r"\$|[.,]\d\d\b")
DIGIT = re.compile(r"\d")


def is_head(filled: Sequence[str], comma: bool) -> bool:
    """Whether the filled cells of a row are heads of columns: most are known, and none is a number or a day."""
    if len(filled) == 2 and role_of(filled[0]) in NAMES and role_of(filled[1]) == "value":
        return not any(read_amount(cell, comma) for cell in filled)
    if len(filled) < 3 or any(read_amount(cell, comma) for cell in reversed(filled)) or read_date(filled[0]):
        return False
    if any(is_date(cell) or NUMBER_CELL.fullmatch(cell) for cell in filled):
        return False
    roles = [role_of(cell) for cell in filled]
    known = {role for role in roles if role not in (None, "other")}
    return len(known) >= 2 and 2 * sum(role is not None for role in roles) >= len(roles)


def told_by_heads(labels: Sequence[str], roles: Sequence[str | None], where: Where) -> list[Event]:
    """What heads tell of the account: the day of the values, a currency, a number that stands before them as a title.

    `Balance as of 03/31/2026`; `Rollover IRA 41X-77L02 | Value | Gain`.
    """
    values = [label for role, label in zip(roles, labels, strict=True) if role == "value"]
    own = [read_date(label) for label in values]
    dated = {*(own if None not in own else map(read_as_of, values))} - {None}
    day = dated.pop() if len(dated) == 1 else None
    events: list[Event] = [Fact("as_of", day.isoformat(), where, day=day)] if day is not None else []
    kept, paid = currency_of_values(labels, roles), currency_of_costs(labels, roles)
    events += [Fact("currency", kept, where)] if kept else []
    events += [Fact("currency", paid, where, rank=-1)] if paid else []
    first = next(((role, label) for role, label in zip(roles, labels, strict=True) if label), None)
    titled = title_events([first[1]], where) if first is not None and first[0] is None else []
    return [*events, *(titled if any(map(is_number, titled)) else [])]


def pairs(filled: Sequence[str]) -> list[tuple[str, str]]:
    """Labels and what they say, where several such pairs stand in one line; none elsewhere."""
    if len(filled) not in (4, 6, 8) or any(DIGIT.search(label) for label in filled[::2]):
        return []
    return list(zip(filled[::2], filled[1::2], strict=True))


def told_alone(filled: Sequence[str], where: Where, above: Sequence[str] = (), first: bool = False) -> list[Event]:
    """What a line outside the tables tells: the number or name of an account, and facts.

    `above` is the row above it; `first` says that no table stands above it.
    """
    beside = len(filled) == 2 and NUMBER_LABEL.fullmatch(filled[0]) and NUMBER_BESIDE.fullmatch(filled[1])
    if beside and read_date(filled[1]) is None:
        return [Fact("account", filled[1], where)]
    if len(filled) == 2 and OF_PARTS.fullmatch(filled[0]) and PARTS.fullmatch(filled[1]):
        return [Fact("account", filled[1].replace(" ", ""), where)]
    if len(filled) == 2 and NAME_LABEL.fullmatch(filled[0]) and (may_be_person(filled[1]) or is_couple(filled[1])):
        return [Fact("owner", filled[1], where, rank=BY_PLACE)]
    whose = OF_WHOM.fullmatch(filled[0]) if len(filled) == 1 else None
    if whose is not None and may_be_person(whose["name"]) and registration_of(filled[0]) is None:
        return [Fact("owner", whose["name"], where, rank=BY_PLACE)]
    if first and len(filled) == 1 and is_called(filled[0]) and not any(map(OF_OTHERS.search, above)):
        return [Fact("owner", filled[0], where, rank=BY_PLACE)]
    titles = title_events(filled, where)
    opened = any(is_number(event) for event in titles)
    facts = [_of_household(event) for event in facts_of(filled, where)]
    facts = [event for event in facts if not _is_day(event)] if _is_of_figures(filled) else facts
    return [*titles, *(event for event in facts if not (opened and is_number(event)))]


def _is_day(event: Event) -> bool:
    return isinstance(event, Fact) and event.kind == "as_of"


def _is_of_figures(filled: Sequence[str]) -> bool:
    """Whether a line is the row of a table whose heads are not known: a day beside two figures is none of the file."""
    figures = [cell for cell in filled if not is_date(cell) and read_amount(cell) is not None]
    return len(figures) > 1 and any(map(is_date, filled))


def _of_household(event: Event) -> Event:
    """What is told of a household, `Client | Fenwick Household`, less surely than what is told of one account."""
    named = isinstance(event, Fact) and event.kind == "owner" and OF_HOUSEHOLD.fullmatch(event.text) is not None
    return replace(event, rank=-1) if named and isinstance(event, Fact) else event


def label_above(
    above: Sequence[str], filled: Sequence[str], kind: TableKind | None, comma: bool, where: Where
) -> list[Event] | None:
    """What an amount alone on its line tells under a label alone on the line above, `Total` over `$12,345.67`.

    Of the labels in a table of holdings only those of sums count; None where no label stands above, or no amount here.
    """
    labels = [cell for cell in above if cell]
    if len(labels) != 1 or len(filled) != 1 or MONEY.search(filled[0]) is None:
        return None
    amount = read_amount(filled[0], comma)
    if amount is None or amount.percent or read_amount(labels[0], comma) is not None:
        return None
    name = total_name(labels[0])
    if kind is None:
        return facts_of([labels[0], filled[0]], where)
    summed = kind == "holdings" and name is not None
    return [Total(name or "", {"value": Cell(filled[0])}, where, labels[0])] if summed else None


def of_contract(found: dict[str, Cell]) -> dict[str, Cell]:
    """The cells of a row, with the code of a contract as its symbol and that of what it is written on as its name."""
    if "contract" not in found or is_blank(found["contract"].text):
        return {role: cell for role, cell in found.items() if role != "contract"}
    rest = {role: cell for role, cell in found.items() if role not in ("contract", "symbol")}
    named = {"description": found["symbol"]} if "symbol" in found else {}
    return {**named, **rest, "symbol": found["contract"]}


def tells_cash(text: str) -> bool:
    """Whether a line in one cell is cash with its amount, `Cash Balance: $240.00`, and no heading."""
    return any(isinstance(event, Fact) and event.kind == "cash" for event in facts_of([text], Where()))


def is_number(event: Event) -> bool:
    """Whether the event is the number of an account."""
    return isinstance(event, Fact) and event.kind == "account"


def opens_account(filled: Sequence[str], where: Where) -> bool:
    """Whether a line, in one cell or in the parts of one, is the title of an account with its number."""
    return any(map(is_number, title_events(filled, where)))


def of_summary(roles: Sequence[str | None], cells: Sequence[str], comma: bool, where: Where) -> list[Event]:
    """One row of an account summary: number, name, value; the row of sums names no account."""
    events: list[Event] = []
    account = dict(zip(roles, cells, strict=False)).get("account", "")
    numbered = tells_number(account)
    if numbered:
        number, title = number_of_title(account) or (account, "")
        events.append(Fact("account", number, where))
        events += [Fact("registration", title, where)] if registration_of(title) else []
    for role, cell in zip(roles, cells, strict=False):
        amount = read_amount(cell, comma)
        if role == "value" and amount is not None:
            kind: FactKind = (
                "grand" if not numbered and any(total_name(cell) is not None for cell in cells) else "total"
            )
            events.append(Fact(kind, "account value", where, amount.value, rank=6))
        elif role in ("account_name", "registration", "type") and registration_in_cell(cell):
            events.append(Fact("registration", cell, where))
        elif role in ("account_name", "owner", "holder") and numbered and (named := owner_of_cell(cell)):
            events += [Fact("owner", named, where)] if role != "account_name" or _names_somebody(cell) else []
    return events


def _names_somebody(text: str) -> bool:
    """Whether the name of an account is that of who owns it, and not what somebody calls it: `Rainy day`."""
    return any(told(text) for told in (may_be_person, is_couple, is_trust)) or ENTITY.fullmatch(text) is not None


def sum_of(
    kind: TableKind | None,
    filled: Sequence[str],
    found: Mapping[str, Cell],
    numeric: set[str],
    comma: bool,
    where: Where,
) -> list[Event] | None:
    """What a row that prints a sum tells; None for any other row. Sums of transactions say nothing of holdings."""
    full = {"quantity", "price"} <= numeric
    if full and "total" not in "\n".join(filled).lower():
        return None
    account = found["account"].text if "account" in found else ""
    numbered = tells_number(account)
    first = next((cell for cell in filled if cell != account), filled[0]) if numbered else filled[0]
    label = first if total_name(first) is not None else _calls_itself_sum(found, numeric) or first
    name = total_name(label)
    if full and name != "":
        return None
    if kind == "activity":
        dated = any(found[role].text != label for role in DATES & set(found))
        return [] if name is not None and not dated else None
    if name is not None:
        return [Total(name, found, where, label, kind=kind or "holdings")]
    rank = total_rank(label) if "value" in numeric and numeric <= SUMMED else 0
    amount = read_amount(found["value"].text, comma) if rank else None
    return [Fact("total", label, where, amount.value, rank=rank)] if amount is not None else ([] if rank else None)


def _calls_itself_sum(found: Mapping[str, Cell], numeric: set[str]) -> str:
    """What a row calls itself behind who it is of, where that is a sum: `Roth IRA,,Total,,11000.00`.

    With a quantity it is the sum of all or none.
    """
    named = [found[role].text for role in ("symbol", "description", *NAMES) if role in found]
    if not named and "type" in found:
        return found["type"].text
    label = next((text for text in named if not is_blank(text)), "")
    name = total_name(label)
    summed = name == "" if "quantity" in numeric else name is not None or total_rank(label) > 0
    return label if summed else ""

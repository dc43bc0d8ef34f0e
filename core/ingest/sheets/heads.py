"""Header rows of table files: what each column is, beside the others."""

import re
from collections.abc import Sequence

from core.ingest.heads.column_roles import bare_market, with_called, with_face, with_positions, with_terms
from core.ingest.heads.days_in_heads import later_month
from core.ingest.heads.of_trades import with_deals, with_moves
from core.ingest.lexicon.dates import read_date
from core.ingest.lexicon.vocabulary import money_in, plain_label, role_of

AS_OF = re.compile(r"(?:price )?as[ _-]?of", re.I)
NAME = re.compile(r"\b(?:name|description|title)$", re.I)
BARE = ("fund", "instrument", "security", "stock", "holding", "investment", "position")
TYPE = re.compile(r"\btype\b", re.I)
PAID = ("trade price", "open price", "entry price")
NUMBER_ALONE = re.compile(r"(?:number|no\.?|nbr|#)", re.I)
NUMBERED = re.compile(r"\b(?:number|num|no|nbr|id)\b|#", re.I)
REGISTERED = re.compile(r"\breg(?:istration)?\b", re.I)
OF_KIND = re.compile(r"\breg(?:istration)?(?: type| code| cd)?$|\b(?:acct|account) (?:type|category|class)\b", re.I)
SURE_NUMBERS = ("acc", "participant", "contract", "policy", "portfolio", "plan", "client")
SHORT_NAMES = ("sleeve", "sleeve name", "nickname", "account nickname", "portfolio name")
CODES_OF_CONTRACTS = ("option code", "option symbol", "occ symbol", "osi symbol", "contract symbol")
CASH = ("cash", "cash balance", "cash sweep", "cash equivalents", "cash cash equivalents")
BARE_ACCOUNT = ("account", "acct")
WORTH = ("securities", "investments", "holdings", "positions", "total securities", "total investments")
"""Heads of what the holdings of an account are worth together, beside its cash."""
OF_PARTS = ("segment", "strategy", "item")
"""Heads of names that beside another name only say of what part of a portfolio a row is."""
OF_WHOLE = re.compile(r"of (?:the )?(?:holdings?|portfolio|account|acct|total|assets)", re.I)
"""A share of the whole whose sign of per cent is lost, as in heads with low strokes."""
IN_BASE = re.compile(r"\b(?:in|base)\b", re.I)
LOCAL = re.compile(r"\b(?:local|native)\b", re.I)
VESTED = re.compile(r"vest(?:ing|ed)? date|date vested|release date")
STATE = re.compile(r"(?:(?:position|lot|holding) )?(?:status|state)|open closed|open or closed")
SIDE = re.compile(r"l s|s l|long short|short long|(?:position )?side|long short (?:indicator|flag|ind)|position type")


def settled_roles(labels: Sequence[str]) -> list[str | None]:
    """Roles of a header row, settled between columns: what each means beside the others."""
    labels = [label.replace("_", " ") if "_" in label else label for label in labels]
    roles = ["other" if OF_WHOLE.fullmatch(label) else role_of(label) if label else None for label in labels]
    for rule in (
        _periods,
        _amounts,
        _prices,
        _funds,
        _securities,
        _values,
        _names,
        _accounts,
        _holders,
        _sides,
        _states,
        _contracts,
        _days,
    ):
        rule(labels, roles)
    return with_moves(with_deals(with_face(with_terms(roles, labels), labels), labels), labels)


def _renamed(labels: Sequence[str], roles: list[str | None], label: str, role: str) -> None:
    """Columns of exactly that label get that role."""
    for place, text in enumerate(labels):
        if plain_label(text) == label:
            roles[place] = role


def _amounts(labels: Sequence[str], roles: list[str | None]) -> None:
    """`Amount` or `Balance` is the quantity where price and value stand beside it, `Rate` the price where none is."""
    if "quantity" not in roles and {"amount", "price", "value"} <= set(roles) and "activity" not in roles:
        roles[roles.index("amount")] = "quantity"
    if "quantity" in roles and "value" in roles and not {"price", "maturity", "accrued"} & set(roles):
        _renamed(labels, roles, "rate", "price")
    if "quantity" not in roles and "price" in roles and roles.count("value") == 2:
        _renamed(labels, roles, "balance", "quantity")


def _periods(labels: Sequence[str], roles: list[str | None]) -> None:
    """Of columns of one kind that each bear a day the latest counts, of two that each bear a month the later."""
    for role in ("value", "price", "quantity"):
        days = {place: read_date(labels[place]) for place, found in enumerate(roles) if found == role}
        known = [day for day in days.values() if day is not None]
        if not known and len(days) == 2 and (later := later_month([labels[place] for place in days])) is not None:
            kept = [*days][later]
            roles[:] = ["other" if place in days and place != kept else found for place, found in enumerate(roles)]
        if len(known) == len(days) > 1:
            for place, day in days.items():
                roles[place] = role if day == max(known) else "other"


def _prices(labels: Sequence[str], roles: list[str | None]) -> None:
    """`Trade price` beside another price is what was paid for a unit."""
    if roles.count("price") > 1 and "activity" not in roles:
        for place, label in enumerate(labels):
            roles[place] = "unit_cost" if plain_label(label) in PAID else roles[place]


def _funds(labels: Sequence[str], roles: list[str | None]) -> None:
    """What was contributed to a commitment is called; the net asset value of what has no units is its value."""
    roles[:] = with_called(roles, labels)
    if "value" not in roles and "quantity" not in roles and roles.count("price") == 1:
        roles[roles.index("price")] = "value"


def _securities(labels: Sequence[str], roles: list[str | None]) -> None:
    """`Securities` beside `Cash` in a list of accounts are what all of them are worth, and no names."""
    plain = [plain_label(label) for label in labels]
    if {"account", "value"} <= set(roles) and "quantity" not in roles and set(CASH) & set(plain):
        roles[:] = ["other" if text in WORTH else role for text, role in zip(plain, roles, strict=True)]


def _values(labels: Sequence[str], roles: list[str | None]) -> None:
    """`Market` beside a cost is the value, and so is `Equity` beside units and a price; `Book` beside both is the cost.

    Of several values those in a base currency are apart. `Total Assets` beside an account is what it is worth.
    """
    if "cost" not in roles and "value" in roles and "quantity" in roles:
        _renamed(labels, roles, "book", "cost")
    if "value" not in roles and "cost" in roles:
        for place, label in enumerate(labels):
            roles[place] = "value" if bare_market(label) else roles[place]
    if "value" not in roles and {"quantity", "price"} <= set(roles):
        first = 0 if roles.count("description") > 1 else max(roles.index("quantity"), roles.index("price")) + 1
        roles[first:] = [
            "value" if plain_label(label) == "equity" else role
            for label, role in zip(labels[first:], roles[first:], strict=True)
        ]
    if "value" not in roles and roles.count("price") > 1:
        _renamed(labels, roles, "share value", "value")
    if "value" not in roles and "account" in roles and "quantity" not in roles:
        _renamed(labels, roles, "total assets", "value")
    _values_in_base(labels, roles)


def _values_in_base(labels: Sequence[str], roles: list[str | None]) -> None:
    """Of several values the first is that of the row; behind it those are apart that tell another currency or a base.

    A base may also stand first, where the one behind it calls itself local.
    """
    values = [place for place, role in enumerate(roles) if role == "value"]
    local = next((place for place in values[1:] if LOCAL.search(labels[place])), None)
    for place in values[1:] if local is None else [one for one in values if one != local]:
        other = money_in(labels[place]) not in ("", money_in(labels[values[0]]))
        if other or (local is not None and money_in(labels[place])) or IN_BASE.search(labels[place]):
            roles[place] = "value_base"


def _names(labels: Sequence[str], roles: list[str | None]) -> None:
    """Of two names `Fund` beside `Name` is the symbol, `Security #` none; where there is none, `Product name` is, or
    `Financial Instrument`, which beside a name is a kind.

    `Position` beside units is the name as well, and `Title` beside an account and another name that of the account.
    """
    if roles.count("description") > 1 and "account" in roles:
        _renamed(labels, roles, "title", "account_name")
    if roles.count("description") > 1:
        roles[:] = [
            "other" if role == "description" and "#" in label else role
            for role, label in zip(roles, labels, strict=True)
        ]
    if sum(
        role == "description" and plain_label(label) not in OF_PARTS for role, label in zip(roles, labels, strict=True)
    ):
        for label in OF_PARTS if roles.count("description") > 1 else ():
            _renamed(labels, roles, label, "other")
    if "description" in roles and not {"symbol", "identifier", "date", "amount"} & set(roles):
        _renamed(labels, roles, "code", "symbol")
    if roles.count("description") == 2 and not {"symbol", "identifier"} & set(roles):
        _shorter_name(labels, roles)
    roles[:] = with_positions(roles, labels)
    if "description" not in roles:
        _renamed(labels, roles, "financial instrument", "description")
    if "description" not in roles:
        named = [place for place, label in enumerate(labels) if roles[place] is None and NAME.search(label)]
        for place in named[:1]:
            roles[place] = "description"


def _shorter_name(labels: Sequence[str], roles: list[str | None]) -> None:
    """Of two names the one that does not call itself a name, `Fund` beside `Name`, bears symbols."""
    names = [place for place, role in enumerate(roles) if role == "description"]
    bare = [place for place in names if plain_label(labels[place]) in BARE]
    if len(bare) == 1 and any(NAME.search(labels[place].strip()) for place in names if place not in bare):
        roles[bare[0]] = "symbol"


def _accounts(labels: Sequence[str], roles: list[str | None]) -> None:
    """Of several columns of numbers that of accounts counts, before those of participants, of plans and of clients.

    What an account is called for short tells accounts apart only where nothing else does; `Number` beside `Account` is
    that of the account.
    """
    named = roles.index("account") if roles.count("account") == 1 else -1
    numbers = [place for place, label in enumerate(labels) if NUMBER_ALONE.fullmatch(label) and not roles[place]]
    if "account" not in roles and len(numbers) == 1 and {"account_name", "value"} <= set(roles):
        roles[numbers[0]] = "account"
        return
    if named >= 0 and numbers and not NUMBERED.search(labels[named]):
        told = any(TYPE.search(label) or REGISTERED.search(label) for label in labels) and "owner" not in roles
        roles[named], roles[numbers[0]] = "holder" if told else "account_name", "account"
    ranks = {
        place: next((rank for rank, word in enumerate(SURE_NUMBERS) if word in plain_label(labels[place])), -1)
        for place, role in enumerate(roles)
        if role == "account"
    }
    for place, rank in ranks.items():
        roles[place] = "other" if rank > min(ranks.values()) and rank > 0 else "account"
    if "account" in roles:
        _renamed(labels, roles, "plan name", "nickname")
    short = [place for place, label in enumerate(labels) if plain_label(label) in SHORT_NAMES]
    if any(role in ("account", "account_name") for place, role in enumerate(roles) if place not in short):
        for place in short:
            roles[place] = "nickname"


def _holders(labels: Sequence[str], roles: list[str | None]) -> None:
    """`Registration` beside the type of registration is the owner; `Portfolio` is the account where none is.

    So is the `Contract` of a plan beside names of investments, where no column tells the terms of options.

    A column of registrations tells the kind of account; the name of the account beside it may be the holder's.
    """
    if "account" not in roles:
        _renamed(labels, roles, "portfolio", "account")
        if "description" in roles and not {"strike", "right", "maturity"} & set(roles):
            _renamed(labels, roles, "contract", "account")
    numbered = [role == "account" and bool(NUMBERED.search(label)) for role, label in zip(roles, labels, strict=True)]
    if roles.count("account") > 1 and any(numbered):
        roles[:] = [
            "account_name" if role == "account" and not told else role
            for role, told in zip(roles, numbered, strict=True)
        ]
    if "description" not in roles and {"account", "symbol"} <= set(roles) and roles.count("account_name") > 1:
        _renamed(labels, roles, "account name", "description")
    typed = any(role == "account_name" and TYPE.search(label) for role, label in zip(roles, labels, strict=True))
    if typed and "owner" not in roles and roles.count("account_name") > 1:
        for label in ("registration", "registration name"):
            _renamed(labels, roles, label, "owner")
    kinds = REGISTERED if any(REGISTERED.search(label) for label in labels) else TYPE
    told = [role == "account_name" and bool(kinds.search(label)) for role, label in zip(roles, labels, strict=True)]
    if any(told) and roles.count("account_name") > sum(told):
        roles[:] = [
            "other" if role == "account_name" and not own else role for role, own in zip(roles, told, strict=True)
        ]
        for label in ("account name", "acct name", "account title", "acct title") if "owner" not in roles else ():
            _renamed(labels, roles, label, "holder")
        beside = [
            place for place, role in enumerate(roles) if role == "other" and plain_label(labels[place]) in BARE_ACCOUNT
        ]
        for place in beside if not {"owner", "holder"} & set(roles) else ():
            roles[place] = "holder"
    if "account" in roles:
        for place, label in enumerate(labels):
            coded = roles[place] == "account_name" and OF_KIND.search(plain_label(label))
            roles[place] = "registration" if coded else roles[place]


def _contracts(labels: Sequence[str], roles: list[str | None]) -> None:
    """The code of a contract, `XYZ260619C100`, where a symbol beside it is that of what it is written on."""
    for place, label in enumerate(labels):
        if plain_label(label) in CODES_OF_CONTRACTS and roles.count("symbol") > (roles[place] == "symbol"):
            roles[place] = "contract"


def _sides(labels: Sequence[str], roles: list[str | None]) -> None:
    """The side of a position, long or short; beside the days of lots the same words are a holding period."""
    for place, label in enumerate(labels):
        if SIDE.fullmatch(plain_label(label)) and ("acquired" not in roles or roles[place] is None):
            roles[place] = "side"


def _states(labels: Sequence[str], roles: list[str | None]) -> None:
    """Whether a position is open or closed."""
    for place, label in enumerate(labels):
        if roles[place] in (None, "other") and STATE.fullmatch(plain_label(label)):
            roles[place] = "status"


def _days(labels: Sequence[str], roles: list[str | None]) -> None:
    """`As of` is the day of valuation, whatever other day the prices have; so is the `Closing date` of a price.

    Beside days of purchase those on which shares vested are days of purchase as well.
    """
    for place, label in enumerate(labels):
        if roles[place] is None and VESTED.fullmatch(plain_label(label)) and {"acquired", "cost"} <= set(roles):
            roles[place] = "acquired"
    for place, label in enumerate(labels[1:], start=1):
        of_price = roles[place - 1] == "price" and "value" in roles and not {"acquired", "amount"} & set(roles)
        if of_price and plain_label(label) in ("closing date", "close date"):
            roles[place] = "nav_date"
    for place, label in enumerate(labels):
        if roles[place] is None and AS_OF.fullmatch(label.strip()):
            roles[:] = ["other" if role == "nav_date" else role for role in roles]
            roles[place] = "nav_date"

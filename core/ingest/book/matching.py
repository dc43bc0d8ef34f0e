"""Whose statement it is: households and accounts of the book that an account read may be, with every doubt said.

Numbers are masked to their last four, so the same four are no proof: institution, owner and registration are asked
too, and one of institution, owner or what is held has to agree. Names are compared without order, initials and marks.
"""

import re
from collections.abc import Iterable

from core.domain.account import Account, AccountCard
from core.domain.household import Household
from core.domain.intake import Match
from core.domain.statement import StatementAccount
from core.ingest.book.holdings import symbol_of

SAME_NAME, SIMILAR_NAME = 88.0, 62.0
"""Likeness of two names in percent: from the first on they are one, from the second on they may be."""
NOT_NAMES = re.compile(r"\b(?:mr|mrs|ms|dr|jr|sr|ii|iii|iv|and|the|ttee|trustee|trust|family|household|account)\b")


def matches(
    account: StatementAccount, households: Iterable[Household], beside: Iterable[StatementAccount] = ()
) -> tuple[Match, ...]:
    """Where the account may belong, the surest first; households of the same owner come after known accounts.

    `beside` are the accounts of the same file: where another one's number ends alike, no account is sure.
    """
    alike = any(one is not account and marks_of(one.number) == marks_of(account.number) for one in beside)
    found: list[tuple[float, Match]] = []
    for home in households:
        known = [one for card in home.cards if (one := _account_match(account, home, card)) is not None]
        found.extend(known)
        if not known and (like := _owner_match(account, home)) is not None:
            found.append(like)
    found.sort(key=lambda one: (-one[0], one[1].household, one[1].account or ""))
    ordered = [match for _, match in found]
    return tuple(_ends_alike(one, account) if alike else one for one in (_unsure(match, ordered) for match in ordered))


def likeness(one: str, other: str) -> float:
    """How alike two names of people are, 0 to 100."""
    from rapidfuzz import fuzz

    first, second = _name(one), _name(other)
    if not first or not second:
        return 0.0
    return float(max(fuzz.token_sort_ratio(first, second), 0.94 * fuzz.token_set_ratio(first, second)))


def marks_of(number: str) -> str:
    """The last four letters or digits of an account number."""
    return re.sub(r"[^0-9A-Za-z]", "", number)[-4:].lower()


def _account_match(account: StatementAccount, home: Household, card: AccountCard) -> tuple[float, Match] | None:
    if not card.number or not account.number or marks_of(card.number) != marks_of(account.number):
        return None
    held = next((one for one in home.accounts if one.id == card.account), None)
    because = [f"the number {account.number}"]
    doubts: list[str] = []
    telling = (
        _house(account, card, because, doubts),
        _owner(account, card, because, doubts),
        _holdings(account, held, because),
    )
    _registration(account, held, because, doubts)
    if not doubts and not any(telling):
        doubts.append(
            "nothing but the end of its number says so: no owner or institution agrees, and it holds other securities"
        )
    return 100.0 - 20 * len(doubts) + len(because), Match(
        home.id, card.account, not doubts, tuple(because), tuple(doubts)
    )


def _house(account: StatementAccount, card: AccountCard, because: list[str], doubts: list[str]) -> bool:
    """Whether both name the same institution; two that differ are a doubt."""
    if not account.institution or not card.institution:
        return False
    if account.institution.lower() == card.institution.lower():
        because.append(f"the institution {card.institution}")
        return True
    doubts.append(f"the book knows {card.number} at {card.institution}, this statement is of {account.institution}")
    return False


def _owner(account: StatementAccount, card: AccountCard, because: list[str], doubts: list[str]) -> bool:
    """Whether both name the same owner; two that differ are a doubt."""
    if not account.owner or not card.owner_name:
        return False
    if likeness(account.owner, card.owner_name) >= SAME_NAME:
        because.append(f"the owner {card.owner_name}")
        return True
    doubts.append(f"the book names {card.owner_name} as its owner, this statement names {account.owner}")
    return False


def _registration(account: StatementAccount, held: Account | None, because: list[str], doubts: list[str]) -> None:
    if held is None or "other" in (account.registration, held.registration):
        return
    if account.registration == held.registration:
        because.append("the registration")
    else:
        doubts.append(
            f"in the book it is registered as {_plain(held.registration)}, "
            f"this statement says {_plain(account.registration)}"
        )


def _holdings(account: StatementAccount, held: Account | None, because: list[str]) -> bool:
    """Whether most securities of the statement, or of the book, are those of the other."""
    read = {symbol_of(line) for line in account.positions if line.asset_type != "cash"}
    known = {lot.symbol for lot in held.lots} if held is not None else set()
    both = len(read & known)
    if not both or 2 * both < min(len(read), len(known)):
        return False
    because.append("the holdings")
    return True


def _owner_match(account: StatementAccount, home: Household) -> tuple[float, Match] | None:
    """A household where somebody of this name is: the account would be a new one there."""
    if not account.owner:
        return None
    names = [card.owner_name for card in home.cards if card.owner_name] or [home.name]
    best = max((*names, home.name), key=lambda name: likeness(account.owner, name))
    alike = max(likeness(account.owner, best), 80.0 if _family(account.owner, home.name) else 0.0)
    if alike >= SAME_NAME:
        return alike - 50, Match(home.id, None, True, (f"the owner {account.owner}",))
    if alike < SIMILAR_NAME:
        return None
    doubt = f"{account.owner} is only similar to {best}"
    return alike - 60, Match(home.id, None, False, (), (doubt,))


def _family(owner: str, household: str) -> bool:
    """Whether the household bears the owner's last name."""
    last = _name(owner).split()
    return bool(last) and last[-1] in _name(household).split()


def _ends_alike(match: Match, account: StatementAccount) -> Match:
    """A known account is in doubt where the file holds two whose numbers end alike."""
    if match.account is None:
        return match
    doubt = f"this file holds two accounts whose numbers end in {marks_of(account.number)}; say which one this is"
    return Match(match.household, match.account, False, match.because, (*match.doubts, doubt))


def _unsure(match: Match, others: list[Match]) -> Match:
    """Two accounts that agree in everything are both in doubt."""
    rivals = [one for one in others if one is not match and one.account and one.sure]
    if match.account is None or not match.sure or not rivals:
        return match
    doubt = f"the book holds {len(rivals) + 1} accounts that fit; say which one it is"
    return Match(match.household, match.account, False, match.because, (*match.doubts, doubt))


def _name(text: str) -> str:
    return " ".join(re.findall(r"[^\W\d_]{2,}", NOT_NAMES.sub(" ", text.casefold().replace(".", " "))))


def _plain(registration: str) -> str:
    return registration.replace("_", " ")

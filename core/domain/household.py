"""A household: taxpayers and accounts that one mandate looks at together."""

from dataclasses import dataclass
from datetime import date

from core.domain.account import Account, AccountCard, Taxpayer
from core.domain.lot import Activity
from core.domain.security import Security


@dataclass(frozen=True, slots=True)
class Household:
    """One version of a household; a later one is another noun.

    name, cards : personal data, encrypted in the store
    securities : facts of its own holdings that the market does not know (custom products, proxies)
    """

    id: str
    name: str
    mandate: str
    taxpayers: tuple[Taxpayer, ...]
    accounts: tuple[Account, ...]
    cards: tuple[AccountCard, ...] = ()
    history: tuple[Activity, ...] = ()
    securities: tuple[Security, ...] = ()
    version: int = 1
    as_of: date | None = None
    note: str = ""

    def card(self, account_id: str) -> AccountCard:
        """What people see of an account; a plain card of its id where none was given."""
        return next((card for card in self.cards if card.account == account_id), AccountCard(account_id, account_id))

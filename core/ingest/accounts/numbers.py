"""Which account a printed number is of, however many accounts a file tells."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from core.ingest.accounts.draft import Draft, account_key, same_account

WHOLE = 4


@dataclass(slots=True)
class Numbers:
    """The keys of the accounts by their numbers; `ends` are those keys by the last four marks of the first number.

    A number of fewer marks may be the end of any other: it stands under the empty one.
    """

    keys: dict[str, str] = field(default_factory=dict)
    ends: dict[str, list[str]] = field(default_factory=dict)

    def key_of(self, number: str, drafts: Mapping[str, Draft]) -> str:
        """The key of the account of that number: one that may be the same, else its last four, or the whole of it."""
        if number not in self.keys:
            last = account_key(number)
            near = drafts if len(last) < WHOLE else (*self.ends.get(last, ()), *self.ends.get("", ()))
            alike = (key for key in near if drafts[key].number and same_account(drafts[key].number, number))
            self.keys[number] = next(alike, number if last in drafts else last)
        return self.keys[number]

    def opened(self, number: str, key: str) -> None:
        """An account of that number is new under that key."""
        last = account_key(number)
        self.ends.setdefault("" if len(last) < WHOLE else last, []).append(key)

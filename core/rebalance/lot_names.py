"""Lots that two accounts name alike: told apart inside a case by their account, written in the answer as they came."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any


def with_names_apart(plain: Mapping[str, Any]) -> Mapping[str, Any]:
    """The case file with `account/lot` for the name of every lot that stands in more than one account."""
    names = Counter(lot for _, lot in {(account, lot) for account, lot in _named(plain)})
    doubled = {name for name, times in names.items() if times > 1}
    if not doubled:
        return plain
    return {**plain, "accounts": [_renamed(account, doubled) for account in plain["accounts"]]}


def as_written(answer: dict[str, Any], plain: Any) -> dict[str, Any]:
    """The answer as JSON values, the lots of its trades named as the case file names them."""
    known = set(_named(plain)) if isinstance(plain, Mapping) else set()
    for trade in answer["trades"]:
        for pick in trade["lots"]:
            own = pick["lot"].removeprefix(f"{trade['account']}/")
            pick["lot"] = own if (trade["account"], own) in known else pick["lot"]
    return answer


def _named(plain: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """(account, lot) of a file whose shape nobody has looked at yet."""
    accounts = plain.get("accounts")
    for account in accounts if isinstance(accounts, list) else ():
        lots = account.get("lots") if isinstance(account, Mapping) else None
        for lot in lots if isinstance(lots, list) else ():
            if isinstance(lot, Mapping) and isinstance(lot.get("id"), str) and isinstance(account.get("id"), str):
                yield account["id"], lot["id"]


def _renamed(account: Any, doubled: set[str]) -> Any:
    if not isinstance(account, Mapping) or not isinstance(account.get("lots"), list):
        return account
    lots = [
        {**lot, "id": f"{account['id']}/{lot['id']}"}
        if isinstance(lot, Mapping) and isinstance(account.get("id"), str) and lot.get("id") in doubled
        else lot
        for lot in account["lots"]
    ]
    return {**account, "lots": lots}

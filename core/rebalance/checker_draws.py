"""A household's withdrawal, counted again from what the answer says: which accounts pay it, and what that makes income.

The draws make up the withdrawal to the cent; a required distribution pays no more than itself; nothing set aside is
drawn on where another account may be asked. What tax-deferred accounts pay beyond distributions is ordinary income.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from core.domain.account import Account
from core.domain.case import Case
from core.domain.rationale import Reason
from core.rebalance.checker_lines import CENT, ZERO, Troubles, accounts_of

TAXED_AS_INCOME = frozenset({"traditional_ira", "sep_ira", "simple_ira", "inherited_ira", "401k", "403b"})
SET_ASIDE = frozenset({"utma", "529", "hsa", "annuity"})


def paid_out(case: Case, causes: Sequence[Reason]) -> Case:
    """The case with its withdrawal as cash flows of the accounts that the answer names; the same without one."""
    if not case.withdrawal:
        return case
    due, drawn = _draws(causes)
    income: dict[str, Decimal] = defaultdict(lambda: ZERO)
    for account in case.accounts:
        if account.registration in TAXED_AS_INCOME:
            income[account.taxpayer] += drawn.get(account.id, ZERO)
    accounts = tuple(_paying(account, due, drawn) for account in case.accounts)
    payers = tuple(replace(payer, ordinary_income=payer.ordinary_income + income[payer.id]) for payer in case.taxpayers)
    return replace(case, accounts=accounts, taxpayers=payers, withdrawal=ZERO)


def draws(case: Case, causes: Sequence[Reason]) -> Troubles:
    """What is wrong with the accounts that pay the withdrawal."""
    if not case.withdrawal:
        return []
    due, drawn = _draws(causes)
    accounts, total = accounts_of(case), sum((*due.values(), *drawn.values()), ZERO)
    troubles = [f"{name} is no account of the case" for name in {*due, *drawn} if name not in accounts]
    if abs(total - case.withdrawal) > CENT / 2:
        troubles.append(f"the accounts pay {total}, not {case.withdrawal}")
    for name in sorted(set(due) & set(accounts)):
        if due[name] > accounts[name].required_distribution:
            troubles.append(f"the required distribution of {name} is less than {due[name]}")
    return troubles + [f"{name} pays although its money is set aside" for name in _wrongly_asked(case, drawn)]


def _draws(causes: Sequence[Reason]) -> tuple[dict[str, Decimal], dict[str, Decimal]]:
    """Dollars by account: paid by required distributions, and drawn beside them."""
    due: dict[str, Decimal] = {}
    drawn: dict[str, Decimal] = {}
    for cause in causes:
        if cause.code == "required_distribution":
            due[str(cause.facts["account"])] = Decimal(str(cause.facts["amount"]))
        elif cause.code == "withdrawal_source":
            drawn |= dict(zip(cause.facts["accounts"], map(Decimal, cause.facts["amounts"]), strict=True))
    return due, drawn


def _paying(account: Account, due: Mapping[str, Decimal], drawn: Mapping[str, Decimal]) -> Account:
    own = due.get(account.id, ZERO)
    return replace(
        account,
        cash_flow=account.cash_flow - own - drawn.get(account.id, ZERO),
        required_distribution=account.required_distribution - own,
    )


def _wrongly_asked(case: Case, drawn: Mapping[str, Decimal]) -> Iterator[str]:
    free = [one.id for one in case.accounts if _may_be_asked(one)]
    yield from (name for name in sorted(drawn) if drawn[name] and free and name not in free)


def _may_be_asked(account: Account) -> bool:
    inside = account.in_target is not False
    return account.tradable and account.proof != "unproven" and inside and account.registration not in SET_ASIDE

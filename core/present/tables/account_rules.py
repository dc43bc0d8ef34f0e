"""What stands for an account, in a few words each: cash it keeps and pays, money to come, what is never traded."""

from core.domain.account import Account
from core.domain.case import Case
from core.words.numbers import whole_dollars
from core.words.sentences import listing


def rules_in_words(account: Account, with_shelf: bool = True) -> list[str]:
    """`keeps $12,000 in reserve`, `never sells NVDA`; empty where nothing stands. `with_shelf` : purchases too."""
    words = cash_in_words(account)
    if with_shelf and account.do_not_buy:
        words.append(f"never buys {listing(account.do_not_buy)}")
    if account.do_not_sell:
        words.append(f"never sells {listing(account.do_not_sell)}")
    return [*words, "reinvests dividends"] if account.reinvest else words


def cash_in_words(account: Account) -> list[str]:
    """What is to come in or go out of an account, and the cash that it keeps."""
    flow, words = account.cash_flow, []
    if flow:
        words.append(f"{whole_dollars(abs(flow))} still to {'come' if flow > 0 else 'go'}")
    if account.required_distribution:
        words.append(f"{whole_dollars(account.required_distribution)} to distribute")
    if account.reserve:
        words.append(f"keeps {whole_dollars(account.reserve)} in reserve")
    if account.minimum_cash:
        words.append(f"buys only above {whole_dollars(account.minimum_cash)} of cash")
    return words


def cash_needs(case: Case, titles: dict[str, str]) -> list[str]:
    """One line for the household's withdrawal and for each account in which cash is to move or be kept."""
    lines = [f"Household: {whole_dollars(case.withdrawal)} to be paid out"] if case.withdrawal else []
    moving = [(account, cash_in_words(account)) for account in case.accounts]
    return lines + [f"{titles.get(account.id, account.id)}: {listing(words)}" for account, words in moving if words]

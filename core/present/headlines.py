"""The sentence on top of each page: the answer, not a label."""

from collections.abc import Mapping, Sequence

from core.domain.breach import Reading
from core.domain.intake import Intake
from core.domain.statement import StatementAccount
from core.words.numbers import number
from core.words.sentences import count, in_words, listing


def book_title(needing: int) -> str:
    """`Four households need you today`."""
    if not needing:
        return "No household needs you today"
    return f"{count(needing, 'household', begin=True)} {'needs' if needing == 1 else 'need'} you today"


def drift_title(name: str, readings: Sequence[Reading], labels: Mapping[str, str]) -> str:
    """`Moreau: Cash is 2.35 bands over, US bonds 1.04 under`."""
    outside = sorted((one for one in readings if one.standing == "outside"), key=lambda one: -abs(one.in_bands or 0.0))
    if not outside:
        near = [labels.get(one.subject, one.subject) for one in readings if one.standing == "near"]
        return f"{name}: inside every band" + (f", {listing(near)} near the edge" if near else "")
    return f"{name}: {drift_sentence(outside, labels)}"


def drift_sentence(outside: Sequence[Reading], labels: Mapping[str, str]) -> str:
    """`Cash is 2.35 bands over, US bonds 1.04 under, and one more outside`; the farthest first."""
    (who, far), *others = [_distance(one, labels) for one in outside[:2]]
    more = len(outside) - 2
    rest = f", and {in_words(more)} more outside" if more > 0 else ""
    return f"{who} is {far}" + "".join(f", {other} {distance}" for other, distance in others) + rest


def _distance(reading: Reading, labels: Mapping[str, str]) -> tuple[str, str]:
    side = "over" if reading.value > reading.target else "under"
    far = "its whole target" if reading.in_bands is None else f"{number(abs(reading.in_bands), 2)} bands"
    return labels.get(reading.subject, reading.subject), f"{far} {side}"


def statement_title(accounts: Sequence[StatementAccount]) -> str:
    """`One account of three does not tie`, `All three accounts are proven`."""
    if not accounts:
        return "No account was found in this file"
    total = len(accounts)
    if all(account.lists_moves_only for account in accounts):
        moves = sum(len(account.activity) for account in accounts)
        return f"{count(moves, 'transaction', begin=True)}, and no holdings"
    unproven = sum(account.status == "unproven" for account in accounts)
    named = [account for account in accounts if account.status == "explained"]
    explained = len(named)
    if unproven and all(check.ok for account in accounts for check in account.checks if account.status == "unproven"):
        return f"Nothing printed proves {'the account' if total == 1 else _part(unproven, total).lower()}"
    if unproven:
        return f"{_part(unproven, total)} {'does' if unproven == 1 else 'do'} not tie"
    if any(map(_may_lack_a_row, named)):
        verb = "does not tie" if explained == 1 else "do not tie"
        return f"{_part(explained, total)} {verb}: a row is missing or a sum is wrong"
    if explained:
        verb = "ties once its printed error is" if explained == 1 else "tie once their printed errors are"
        return f"{_part(explained, total)} {verb} named"
    every = "Both" if total == 2 else f"All {in_words(total)}"
    return "The account is proven" if total == 1 else f"{every} accounts are proven"


def _may_lack_a_row(account: StatementAccount) -> bool:
    """Whether a printed sum is more than the rows make up, and no row's own error is the difference."""
    failed = [check for check in account.checks if not check.ok and check.difference is not None]
    of_rows = {check.difference for check in failed if "total" not in check.check}
    return any(
        check.difference is not None and check.difference < 0 and check.difference not in of_rows
        for check in failed
        if "total" in check.check
    )


def _part(some: int, total: int) -> str:
    """`One account of three`, `The account` where there is only one."""
    if total == 1:
        return "The account"
    return count(some, "account", begin=True) + (f" of {in_words(total)}" if some < total else "")


def inbox_title(intakes: Sequence[Intake]) -> str:
    """`Two statements wait for you`."""
    if not intakes:
        return "No statements yet"
    waiting = sum(any(one.state == "open" for one in intake.dispositions) for intake in intakes)
    if not waiting:
        return "Every statement is settled"
    return f"{count(waiting, 'statement', begin=True)} {'waits' if waiting == 1 else 'wait'} for you"


def waiting_title(waiting: int, thing: str = "proposal") -> str:
    """`Two proposals wait for approval`."""
    if not waiting:
        return "Nothing waits for approval"
    return f"{count(waiting, thing, begin=True)} {'waits' if waiting == 1 else 'wait'} for approval"


def trail_title(events: int, more: bool = False) -> str:
    """`214 events, each signed and chained to the one before`."""
    if not events:
        return "No event matches"
    counted = f"More than {number(events)} events" if more else count(events, "event", begin=events < 13)
    return f"{counted}, {'' if events == 1 else 'each '}signed and chained to the one before"

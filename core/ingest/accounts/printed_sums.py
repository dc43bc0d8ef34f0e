"""A printed sum comes in: which rows it sums, and where it waits until the account is settled."""

from decimal import Decimal

from core.ingest.accounts.balances import sums_balances
from core.ingest.accounts.by_sums import HOUSEHOLD
from core.ingest.accounts.draft import ZERO, Draft, FirstSum
from core.ingest.accounts.headings import Headings
from core.ingest.accounts.lots_closed import closes_lots, is_of_all_lots
from core.ingest.accounts.sums import as_held, is_cash_again, is_cash_apart, over_its_rows, scope_of, spread
from core.ingest.lexicon.amounts import read_amount
from core.ingest.lexicon.figures import number
from core.ingest.lexicon.vocabulary import known_role
from core.ingest.nouns.events import Fact, Total, Where
from core.ingest.ocr.doubts import Doubts


def take_sum(now: Draft, preface: Draft, headings: Headings, total: Total, comma: bool, doubts: Doubts) -> None:
    """One printed sum more of the account that is spoken of; that of the household goes to the preface."""
    value, cost = (number(total.cells.get(role), comma) for role in ("value", "cost"))
    if not now.lines and value is not None:
        _keep_early(now, total.name, value)
    of_all = value is not None and is_of_all_lots(now, total, value)
    if closes_lots(now, total, comma):
        now.first_sums += [FirstSum(len(now.lines), value, None)] if of_all else []
    elif not now.lines or (value is None and cost is None):
        return
    elif HOUSEHOLD.search(total.name):
        preface.totals += [Fact("total", total.name, total.where, value, rank=1)] if value is not None else []
    elif known_role(total.name) == "cost" and cost is None and now.subtotals:
        now.cost_subtotals += [(now.subtotals[-1][0], value)] if value is not None else []
    else:
        doubt_sum(now, doubts, value, total.where)
        _take_of_rows(now, headings, total, value, cost)


def doubt_sum(draft: Draft, doubts: Doubts, amount: Decimal | None, where: Where) -> None:
    """A printed sum that the two voices read differently proves nothing where it does not tie."""
    texts = [doubt.text for doubt in doubts.within(where.page, where.box)]
    read_so = [found for text in texts if (found := read_amount(text)) is not None]
    if amount is not None and any(found.value == amount for found in read_so):
        draft.unsure.append((amount, str(where)))


def _keep_early(now: Draft, name: str, value: Decimal) -> None:
    """A sum before any row was read: of balances, of all, or the cash that stands apart."""
    now.balance_sums.append(value)
    now.early_sums.append((name, value))
    now.cash += [value] if is_cash_apart(now, name) else []


def _take_of_rows(now: Draft, headings: Headings, total: Total, value: Decimal | None, cost: Decimal | None) -> None:
    """A sum of rows above it or right below it, or of cash that stands beside them."""
    if value is not None and _is_of_cash(now, total, value):
        now.cash.append(value)
        return
    if value is not None and (ahead := over_its_rows(now, headings.section, total.name, value)):
        _keep(now, ahead, value, cost)
        return
    name = scope_of(now, total.name, value)
    if name is None:
        now.loose_sums += [(total.name, value)] if value is not None else []
    elif not name:
        now.first_sums.append(FirstSum(len(now.lines), value, cost, sums_balances(now, total.table, value)))
    else:
        spread(now, name, value)
        _keep(now, name, as_held(now, name, value), as_held(now, name, cost))
        headings.close(name)
        headings.close(total.name)
    now.covered = len(now.lines)


def _is_of_cash(now: Draft, total: Total, value: Decimal) -> bool:
    """Whether a sum is of cash beside the lines; that of all lines is of what is not bought on margin."""
    if not (is_cash_apart(now, total.name) or is_cash_again(now, total, value)):
        return False
    worth = [line.market_value for line in now.lines if line.market_value is not None]
    return len(worth) < 2 or value != sum(worth, ZERO)


def _keep(now: Draft, name: str, value: Decimal | None, cost: Decimal | None) -> None:
    """The sum of a section, and that of its costs, where printed."""
    now.subtotals += [(name, value)] if value is not None else []
    now.cost_subtotals += [(name, cost)] if cost is not None else []

"""The independent checker: what is always true of a proposal, counted again from the case and the trades alone.

It shares nothing with the solver: own dates, own identities, own cash, in decimals.
"""

from collections.abc import Callable, Sequence

from core.domain.case import Case
from core.domain.proposal import CheckResult
from core.domain.trade import Trade
from core.rebalance import checker_calls
from core.rebalance import checker_lines as lines
from core.rebalance import checker_losses as losses
from core.rebalance import checker_lots as lots
from core.rebalance import checker_money as money

Find = Callable[[Case, Sequence[Trade]], list[str]]
Rule = tuple[str, str, Find]
"""Its name, its sentence when it holds, and what finds troubles."""


def check(case: Case, trades: Sequence[Trade]) -> tuple[CheckResult, ...]:
    """Every rule with its verdict and one sentence."""
    known = [trade for trade in trades if lines.is_known(case, trade)]
    first, *others = _RULES
    return (_found(case, trades, first), *(_found(case, known, rule) for rule in others))


def _found(case: Case, trades: Sequence[Trade], rule: Rule) -> CheckResult:
    name, good, find = rule
    return result(name, good, find(case, trades))


def result(rule: str, good: str, troubles: list[str]) -> CheckResult:
    """The verdict on one rule: its sentence where it holds, else the first troubles."""
    return CheckResult(rule, not troubles, good if not troubles else "; ".join(troubles[:3]) + ".")


_RULES: tuple[Rule, ...] = (
    ("known lines", "Every line names an account and a security of the case, once.", lines.known),
    (
        "tradable accounts",
        "Nothing trades in an untradable or unproven account or outside the target.",
        lines.may_trade,
    ),
    ("restrictions", "No line stands against a restriction, a lock or a menu.", lines.restrictions),
    ("one side", "No security is bought and sold in one account.", lines.one_side),
    ("lots hold what is sold", "No sale takes more than its lots hold; nothing is sold short.", lines.held),
    ("whole shares", "Quantities are whole where fractions are not traded.", lines.whole),
    ("cash", "Cash never ends below its minimum in an account that buys, nor below zero.", money.cash),
    (
        "totals",
        "Values, cash and trading costs add up in every account; no cash moves between accounts.",
        money.conserved,
    ),
    ("capital calls", "Purchases leave the cash that capital calls may ask for.", checker_calls.calls),
    ("gains", "Basis and gain of every lot sold are right; no lot of unknown basis is sold where taxed.", lots.gains),
    ("terms", "Every lot sold is short- or long-term by its own dates.", lots.terms),
    ("gain budgets", "No taxpayer realises more than the gain budget.", money.budgets),
    ("losses stand", "No loss is taken that a purchase of the household would disallow.", losses.losses),
    ("earlier losses stand", "No purchase disallows a loss already taken.", losses.past_losses),
)

"""Random households of up to six accounts: rules that always hold, and how much of the excess remains."""

import os
import random
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from random_households import household, plain_household

from core.domain.canonical import canonical_bytes
from core.domain.case import Case
from core.domain.trade import DriftPicture, Proposed
from core.rebalance import check, read_case, rebalance
from core.rebalance.wash_warning import disallowed_losses

FEW = 25
MANY = 1000


def solved(seed: int) -> tuple[Case, Proposed]:
    case, _ = read_case(household(seed), "random")
    return case, rebalance(case, counterfactuals=False)


def beyond_bands(case: Case, picture: DriftPicture) -> float:
    """Weight beyond the bands, counted from the weights alone."""
    target = case.target
    return sum(
        max(0.0, abs(weight - target.weight(name)) - target.band(name).half_width(target.weight(name)))
        for name, weight in picture.weights.items()
    )


def holds(case: Case, proposed: Proposed) -> None:
    assert [result for result in check(case, proposed.trades) if not result.ok] == []
    prices = {security.symbol: security.price * security.unit for security in case.securities}
    for account in case.accounts:
        own = [trade for trade in proposed.trades if trade.account == account.id]
        moved = sum(
            (trade.quantity * prices[trade.symbol] * (1 if trade.side == "buy" else -1) for trade in own), Decimal(0)
        )
        paid = account.cash + account.cash_flow - proposed.cash_after[account.id] - moved
        assert Decimal("-0.01") <= paid <= sum((trade.amount for trade in own), Decimal(0)) / 1000 + 5 * len(own) + 1
    gains = sum(
        (
            pick.gain or Decimal(0)
            for trade in proposed.trades
            if case.account(trade.account).taxable
            for pick in trade.lots
        ),
        Decimal(0),
    )
    assert gains == proposed.tax.short_term + proposed.tax.long_term


@pytest.mark.parametrize("seed", range(FEW))
def test_what_is_always_true_is_true(seed: int) -> None:
    holds(*solved(seed))


@pytest.mark.long
@pytest.mark.parametrize("seed", range(FEW, MANY))
def test_what_is_always_true_is_true_of_many(seed: int) -> None:
    holds(*solved(seed))


def test_the_wash_sale_ledger_disallows_nothing_of_what_is_sold() -> None:
    taken = 0
    for seed in range(FEW):
        case, proposed = solved(seed)
        taken += sum(1 for trade in proposed.trades for pick in trade.lots if (pick.gain or Decimal(0)) < 0)
        warned = replace(case, policy=replace(case.policy, wash_sales="warn"))
        assert disallowed_losses(warned, proposed.trades) == {}
    assert taken > 10


def test_less_than_a_quarter_of_the_excess_remains() -> None:
    before = after = 0.0
    for seed in range(FEW):
        case, _ = read_case(plain_household(seed), "random")
        proposed = rebalance(case, counterfactuals=False)
        before += beyond_bands(case, proposed.before)
        after += beyond_bands(case, proposed.after)
    assert after < 0.25 * before


@pytest.mark.parametrize("seed", [3, 7])
def test_the_order_of_the_lists_never_matters(seed: int) -> None:
    case, proposed = solved(seed)
    rng = random.Random(seed)

    def shuffled(entries: tuple) -> tuple:  # type: ignore[type-arg]
        return tuple(rng.sample(entries, len(entries)))

    accounts = tuple(replace(account, lots=shuffled(account.lots)) for account in shuffled(case.accounts))
    mixed = replace(
        case,
        accounts=accounts,
        securities=shuffled(case.securities),
        taxpayers=shuffled(case.taxpayers),
        history=shuffled(case.history),
    )
    again = rebalance(mixed, counterfactuals=False)
    assert canonical_bytes(again) == canonical_bytes(proposed)


def test_another_process_gives_the_same_bytes() -> None:
    script = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from random_households import household\n"
        "from core.domain.canonical import digest\n"
        "from core.rebalance import read_case, rebalance\n"
        "print('digest', digest(rebalance(read_case(household(8), 'x')[0])))\n"
    )
    here = str(Path(__file__).parent)
    said = {
        subprocess.run(
            [sys.executable, "-c", script, here],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": hash_seed, "PYTHONPATH": str(Path(__file__).resolve().parents[2])},
        ).stdout.split("digest ")[1]
        for hash_seed in ("1", "2")
    }
    assert len(said) == 1

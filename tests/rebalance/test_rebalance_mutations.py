"""A good answer is spoiled in many ways, one at a time: the checker sees every one of them."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from rebalance_cases import account, case_of, household, lot

from core.domain.case import Case
from core.domain.frozen_map import FrozenMap
from core.domain.lot import LotPick
from core.domain.trade import Proposed, Trade
from core.rebalance import check_answer, rebalance

ONE = Decimal(1)
CENT = Decimal("0.01")


def plain() -> dict[str, Any]:
    """Gains and a loss in a joint account, an IRA that buys, a lot of a gift, one of unknown basis, an account shut."""
    joint = account(
        "joint", "taxable_joint", "900",
        lot("J1", "STOCK", "300", "12000"),
        lot("J2", "STOCK", "40", "3000", "2025-11-03"),
        lot("J3", "GOLD", "50", "4000"),
        {**lot("J4", "STOCK", "10", "700"), "origin": "gift", "donor_basis": "600"},
        {**lot("J5", "STOCK", "5", "700"), "cost_basis": None},
        lot("J6", "LOSS", "60", "9000"),
    )  # fmt: skip
    ira = account("ira", "traditional_ira", "5000", lot("I1", "STOCK", "20", "1500"), lot("I2", "BOND", "200", "9000"))
    shut = account("shut", "taxable_individual", "0", lot("S1", "STOCK", "10", "500"), tradable=False)
    case = household(joint, ira, shut, weights={"us_equity": 0.45, "us_bond": 0.5, "cash": 0.05})
    fund = {"spread": 0.001, "classes": {"us_equity": 1.0}}
    case["securities"] += [
        {"symbol": "GOLD", "price": "100", "collectible": True, **fund},
        {"symbol": "LOSS", "price": "100", **fund},
        {"symbol": "STRAY", "price": "10", "classes": {"art": 1.0}},
    ]
    case["history"] = [
        {"account": "joint", "symbol": "STOCK2", "side": "sell", "quantity": "1", "gain": "-5", "date": "2026-02-20"}
    ]
    case["taxpayers"][0]["gain_budget"] = "60000"
    case["policy"] = {"turnover_limit": 0.9, "minimum_trade": "100"}
    return case


@cache
def good() -> tuple[Case, Proposed]:
    case = case_of(plain())
    return case, rebalance(case, counterfactuals=False)


def sale(answer: Proposed, place: str = "joint", taxed: bool = True) -> Trade:
    """The first sale of an account."""
    return next(trade for trade in answer.trades if trade.account == place and trade.side == "sell")


def buy(answer: Proposed) -> Trade:
    return next(trade for trade in answer.trades if trade.side == "buy")


def instead(answer: Proposed, old: Trade, *new: Trade) -> Proposed:
    return replace(answer, trades=(*(trade for trade in answer.trades if trade is not old), *new))


def sized(trade: Trade, more: Decimal) -> Trade:
    """The same line in another size, everything of it in proportion."""
    quantity = trade.quantity + more
    return replace(trade, quantity=quantity, amount=quantity * trade.price)


def first_pick(trade: Trade, **changes: Any) -> Trade:
    return replace(trade, lots=(replace(trade.lots[0], **changes), *trade.lots[1:]))


def line(case: Case, place: str, symbol: str, side: str, quantity: str, *lots: LotPick) -> Trade:
    price = case.security(symbol).price
    return Trade(place, symbol, side, Decimal(quantity), price, Decimal(quantity) * price, lots)  # type: ignore[arg-type]


def pick(name: str, quantity: str, basis: str, gain: str, term: str = "long") -> LotPick:
    return LotPick(name, Decimal(quantity), Decimal(basis), Decimal(gain), term)  # type: ignore[arg-type]


Spoil = Callable[[Case, Proposed], Proposed]
SPOILED: dict[str, tuple[str, Spoil]] = {
    "a sale of one share more than its lots": (
        "lots hold what is sold", lambda _c, a: instead(a, sale(a), sized(sale(a), ONE)),
    ),
    "a lot sold twice over": (
        "lots hold what is sold",
        lambda c, a: replace(a, trades=(*a.trades, line(
            c, "joint", "GOLD", "sell", "51", pick("J3", "51", "4080", "1020")))),
    ),
    "a lot of another account": (
        "lots hold what is sold", lambda _c, a: instead(a, sale(a), first_pick(sale(a), lot="I1")),
    ),
    "the basis of another lot": (
        "gains", lambda _c, a: instead(a, sale(a), first_pick(sale(a), cost_basis=Decimal(1))),
    ),
    "a gain one cent too high": (
        "gains", lambda _c, a: instead(a, sale(a), first_pick(sale(a), gain=(sale(a).lots[0].gain or 0) + CENT)),
    ),
    "basis and gain shifted by a dollar": (
        "gains",
        lambda _c, a: instead(a, sale(a), first_pick(
            sale(a), gain=(sale(a).lots[0].gain or 0) - 1, cost_basis=(sale(a).lots[0].cost_basis or 0) + 1)),
    ),
    "the other term": (
        "terms",
        lambda _c, a: instead(a, sale(a), first_pick(
            sale(a), term="short" if sale(a).lots[0].term == "long" else "long")),
    ),
    "a lot of unknown basis": (
        "gains", lambda c, a: replace(a, trades=(*a.trades, line(c, "joint", "STOCK", "sell", "5", LotPick(
            "J5", Decimal(5), None, None, "long")))),
    ),
    "half a share": (
        "whole shares", lambda _c, a: instead(a, buy(a), sized(buy(a), Decimal("-0.5"))),
    ),
    "nothing bought": ("known lines", lambda _c, a: instead(a, buy(a), replace(buy(a), quantity=Decimal(0)))),
    "a line twice": ("known lines", lambda _c, a: replace(a, trades=(*a.trades, a.trades[0]))),
    "a symbol that is not there": (
        "known lines", lambda _c, a: instead(a, buy(a), replace(buy(a), symbol="NOWHERE")),
    ),
    "an account that is not there": (
        "known lines", lambda _c, a: instead(a, buy(a), replace(buy(a), account="elsewhere")),
    ),
    "an account that is shut": (
        "tradable accounts",
        lambda c, a: replace(a, trades=(*a.trades, line(
            c, "shut", "STOCK", "sell", "10", pick("S1", "10", "500", "500")))),
    ),
    "more bought than there is cash": ("cash", lambda _c, a: instead(a, buy(a), sized(buy(a), Decimal(500)))),
    "cash moved between accounts": (
        "cash", lambda _c, a: instead(a, buy(a), replace(buy(a), account="shut"), sized(buy(a), Decimal(50))),
    ),
    "another price": ("totals", lambda _c, a: instead(a, buy(a), replace(buy(a), price=buy(a).price + CENT))),
    "an amount that is not quantity x price": (
        "totals", lambda _c, a: instead(a, buy(a), replace(buy(a), amount=buy(a).amount + 1)),
    ),
    "both sides of one security": (
        "one side", lambda c, a: replace(a, trades=(*a.trades, line(c, "joint", sale(a).symbol, "buy", "1"))),
    ),
    "what is sold at a loss bought elsewhere": (
        "losses stand",
        lambda c, a: replace(a, trades=(*a.trades, line(c, "ira", "LOSS", "buy", "1"))),
    ),
    "what history has locked": (
        "earlier losses stand", lambda c, a: replace(a, trades=(*a.trades, line(c, "ira", "STOCK2", "buy", "2"))),
    ),
    "a trade below the least size": (
        "sizes", lambda c, a: replace(a, trades=(*a.trades, line(c, "ira", "BOND", "buy", "1"))),
    ),
    "a stray that nobody wants": (
        "outside the target", lambda c, a: replace(a, trades=(*a.trades, line(c, "ira", "STRAY", "buy", "20"))),
    ),
    "cash after one cent off": (
        "cash after",
        lambda _c, a: replace(a, cash_after=FrozenMap({**a.cash_after, "ira": a.cash_after["ira"] + CENT})),
    ),
    "a tax one cent off": ("tax", lambda _c, a: replace(a, tax=replace(a.tax, total=a.tax.total + CENT))),
    "a state tax left out": ("tax", lambda _c, a: replace(a, tax=replace(a.tax, federal=a.tax.federal - 1))),
    "a loss called disallowed": ("tax", lambda _c, a: replace(a, tax=replace(a.tax, disallowed=ONE))),
    "drift before that is not": (
        "drift", lambda _c, a: replace(a, before=replace(a.before, drift_total=a.before.drift_total + 0.001)),
    ),
    "a weight after that is not": (
        "drift",
        lambda _c, a: replace(a, after=replace(a.after, weights=FrozenMap({**a.after.weights, "us_bond": 0.4321}))),
    ),
}  # fmt: skip


def test_the_good_answer_breaks_nothing_and_takes_gains_and_a_loss() -> None:
    case, answer = good()
    assert [one for one in check_answer(case, answer) if not one.ok] == []
    gains = [chosen.gain or 0 for trade in answer.trades for chosen in trade.lots if trade.account == "joint"]
    assert min(gains) < 0 < max(gains)
    assert sale(answer).lots and buy(answer)


@pytest.mark.parametrize("name", sorted(SPOILED))
def test_a_spoiled_answer_is_seen(name: str) -> None:
    case, answer = good()
    rule, spoil = SPOILED[name]
    spoiled = spoil(case, answer)
    assert spoiled != answer
    assert rule in {one.rule for one in check_answer(case, spoiled) if not one.ok}


@pytest.mark.parametrize(
    ("rule", "change"),
    [
        ("restrictions", lambda p: p["accounts"][0].update(do_not_sell=["STOCK", "GOLD", "LOSS"])),
        ("restrictions", lambda p: p["accounts"][1].update(menu=["STOCK"])),
        ("restrictions", lambda p: p["accounts"][1].update(do_not_buy=["BOND"])),
        ("restrictions", lambda p: [security.update(lock_until="2027-01-01") for security in p["securities"]]),
        ("tradable accounts", lambda p: p["accounts"][0].update(proof="unproven")),
        ("turnover", lambda p: p["policy"].update(turnover_limit=0.01)),
        ("cash flow only", lambda p: p["policy"].update(cash_flow_only=True)),
        ("earlier losses stand", lambda p: p["history"].append(
            {"account": "joint", "symbol": "BOND", "side": "sell", "quantity": "1", "gain": "-5",
             "date": "2026-01-31"})),
        ("losses stand", lambda p: p["accounts"][1]["lots"].append(lot("I9", "LOSS", "1", "90", "2026-01-31"))),
        ("losses stand", lambda p: p["accounts"][1].update(reinvest=True, lots=[lot("I9", "LOSS", "1", "90")])),
        ("losses stand", lambda p: p["history"].append(
            {"account": "elsewhere", "symbol": "LOSS", "side": "buy", "quantity": "1", "date": "2026-02-02"})),
    ],
)  # fmt: skip
def test_a_rule_that_comes_afterwards_is_seen(rule: str, change: Callable[[dict[str, Any]], Any]) -> None:
    _, answer = good()
    changed = plain()
    change(changed)
    assert rule in {one.rule for one in check_answer(case_of(changed), answer) if not one.ok}


def test_what_a_person_set_may_be_small() -> None:
    case, answer = good()
    small = line(case, "ira", "BOND", "buy", "1")
    added = replace(answer, trades=(*answer.trades, small))
    rules = {one.rule for one in check_answer(case, added, by_hand={small.key}) if not one.ok}
    assert "sizes" not in rules


def test_short_term_gains_are_seen_where_the_policy_avoids_them() -> None:
    case, answer = good()
    short = line(case, "joint", "STOCK", "sell", "40", pick("J2", "40", "3000", "1000", "short"))
    avoiding = replace(case, policy=replace(case.policy, short_term_gains="avoid"))
    rules = {one.rule for one in check_answer(avoiding, replace(answer, trades=(short,))) if not one.ok}
    assert "short-term gains" in rules


def test_a_gain_beyond_the_budget_is_seen() -> None:
    case, answer = good()
    gain = line(case, "joint", "STOCK", "sell", "100", pick("J1", "100", "4000", "6000"))
    payer = replace(case.taxpayers[0], gain_budget=Decimal("5999.99"))
    for budget, seen in ((Decimal("5999.99"), True), (Decimal(6000), False)):
        limited = replace(case, taxpayers=(replace(payer, gain_budget=budget),))
        rules = {one.rule for one in check_answer(limited, replace(answer, trades=(gain,))) if not one.ok}
        assert ("gain budgets" in rules) == seen

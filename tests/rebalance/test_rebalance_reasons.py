"""Every trade says why, which lots and at what cost; every number of a sentence is among its facts."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from random_households import household as random_household
from rebalance_cases import account, answer, codes, household, lot, only

from core.domain.case import Case
from core.domain.rationale import Counterfactual, Reason
from core.domain.trade import Conflict
from core.rebalance import read_case, rebalance

NUMBER = re.compile(r"(?<![\w.])\d[\d,]*(?:\.\d+)?(?![\w])")
DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def numbers(value: Any) -> Iterator[Decimal]:
    """Every number in a fact, however deep."""
    if isinstance(value, bool) or value is None:
        return
    if isinstance(value, (int, float)):
        yield Decimal(repr(value))
    elif isinstance(value, str) and (day := DAY.fullmatch(value)):
        yield from (Decimal(part) for part in day.groups())
    elif isinstance(value, str):
        yield from (Decimal(value) for _ in [0] if re.fullmatch(r"-?\d+(\.\d+)?", value))
    elif isinstance(value, (tuple, list)):
        for one in value:
            yield from numbers(one)


def unfounded(case: Case, reason: Reason | Counterfactual | Conflict) -> list[str]:
    """Numbers of a sentence that no fact holds, those of dates among them; names apart."""
    sentence = reason.sentence
    names = [
        *(one.symbol for one in case.securities),
        *(one.id for one in case.accounts),
        *(lot.id for one in case.accounts for lot in one.lots),
        *(p.id for p in case.taxpayers),
    ]
    for name in sorted(names, key=len, reverse=True):
        sentence = sentence.replace(name, "")
    known = [abs(one) for fact in reason.facts.values() for one in numbers(fact)]

    def founded(text: str) -> bool:
        said = Decimal(text.replace(",", ""))
        step = Decimal(1).scaleb(said.as_tuple().exponent)  # type: ignore[arg-type]
        return any(abs(said - one * scale) <= step / 2 + Decimal("1e-3") for one in known for scale in (1, 100))

    return [text for text in NUMBER.findall(sentence) if not founded(text)]


@pytest.mark.parametrize("seed", range(20))
def test_every_number_of_a_sentence_is_among_its_facts(seed: int) -> None:
    case, _ = read_case(random_household(seed), "random")
    found = rebalance(case, counterfactuals=seed % 2 == 0)
    said: list[Reason | Counterfactual | Conflict] = [*found.triggered_by, *found.conflicts, *found.relaxations]
    for trade in found.trades:
        said += [*trade.reasons, *([trade.without] if trade.without else [])]
    assert [(one.sentence, missing) for one in said if (missing := unfounded(case, one))] == []


def sold(*lots: dict[str, Any], **policy: Any) -> Any:
    weights = {"us_equity": 0.5, "us_bond": 0.45, "cash": 0.05}
    bonds = lot("B", "BOND", "600", "30000")
    found = answer(household(account("joint", "taxable_joint", "5000", bonds, *lots), weights=weights, policy=policy))
    return only(found, "sell")[0]


def test_a_sale_says_its_lots_and_what_the_oldest_would_have_gained() -> None:
    trade = sold(lot("L1", "STOCK", "400", "8000", "2018-01-04"), lot("L2", "STOCK", "300", "27000"))
    assert codes(trade) == ["over_band", "lot_choice", "trading_cost"]
    choice = trade.reasons[1]
    assert choice.facts["lots"] == ("L2",)
    assert Decimal(choice.facts["first_in_first_out"]) > Decimal(choice.facts["gain"]) > 0
    assert "the least tax to pay; the oldest lots first would have a gain of" in choice.sentence


def test_the_order_of_the_policy_is_said_where_it_decides() -> None:
    lots = (lot("L1", "STOCK", "400", "8000", "2018-01-04"), lot("L2", "STOCK", "300", "27000"))
    assert "the oldest first" in sold(*lots, relief="fifo", harvest_losses=False).reasons[1].sentence


def test_what_is_sold_whole_has_no_other_lots() -> None:
    stray = account(
        "joint", "taxable_joint", "5000", lot("L1", "STOCK", "10", "500"), lot("B", "BOND", "1000", "40000")
    )
    found = answer(household(stray, weights={"us_bond": 1.0}, policy={"untargeted": "sell"}))
    sale = next(trade for trade in only(found, "sell") if trade.symbol == "STOCK")
    assert any("all that is held of it" in reason.sentence for reason in sale.reasons)


def test_a_sheltered_sale_says_that_it_costs_no_tax_and_commission_is_named() -> None:
    lots = (lot("I1", "STOCK", "700", "8000"), lot("I2", "BOND", "600", "30000"))
    ira = account("ira", "roth_ira", "5000", *lots, commission="4.95")
    trade = only(answer(household(ira, weights={"us_equity": 0.5, "us_bond": 0.45, "cash": 0.05})), "sell")[0]
    assert "cause no tax this year" in trade.reasons[1].sentence
    assert "$4.95 of commission" in trade.reasons[-1].sentence


def test_without_a_tax_profile_every_sentence_of_a_taxed_sale_says_the_rates() -> None:
    lots = (lot("L1", "STOCK", "700", "8000"), lot("L2", "BOND", "600", "30000"))
    plain = household(account("joint", "taxable_joint", "5000", *lots), weights={"us_equity": 0.5, "us_bond": 0.5})
    plain["taxpayers"] = []
    trade = only(answer(plain), "sell")[0]
    assert all("default rates of 41% and 26%" in reason.sentence for reason in trade.reasons)

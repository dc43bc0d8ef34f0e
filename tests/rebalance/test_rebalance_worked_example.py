"""The worked example of the public contract, to the cent."""

from decimal import Decimal

from rebalance_cases import answer, case_of, codes, lines, worked

from core.domain.canonical import canonical_bytes
from core.rebalance import rebalance


def test_eighteen_vti_are_sold_and_fifty_three_bnd_bought() -> None:
    proposed = answer(worked(), counterfactuals=True)
    assert proposed.status == "proposed"
    assert lines(proposed) == [("joint", "buy", "BND", "53"), ("joint", "sell", "VTI", "18")]
    sale = proposed.trades[1]
    assert (sale.amount, sale.lots[0].cost_basis, sale.lots[0].gain) == (
        Decimal("4519.80"),
        Decimal("2222.22"),
        Decimal("2297.58"),
    )
    assert sale.lots[0].term == "long"
    assert proposed.cash_after["joint"] == Decimal("2649.96")


def test_its_tax_is_546_83_or_597_37_at_flat_rates() -> None:
    tax = answer(worked()).tax
    assert (tax.federal, tax.net_investment, tax.state) == (Decimal("344.64"), Decimal("87.31"), Decimal("114.88"))
    assert tax.total == tax.by_taxpayer["T1"] == Decimal("546.83")
    flat = worked()
    flat["taxpayers"][0]["flat_rates"] = {"short_term": 0.41, "long_term": 0.26}
    assert answer(flat).tax.total == Decimal("597.37")


def test_every_trade_says_why_in_numbers() -> None:
    buy, sale = answer(worked()).trades
    assert codes(sale) == ["over_band", "lot_choice", "trading_cost"]
    assert codes(buy) == ["under_band", "trading_cost"]
    assert "11.2 points over its target, 6.2 beyond the band" in sale.reasons[0].sentence
    assert "a long-term gain of $2,297.58" in sale.reasons[1].sentence
    assert sale.reasons[2].sentence == "It costs $0.45 of spread."


def test_every_trade_says_what_would_be_without_it() -> None:
    buy, sale = answer(worked(), counterfactuals=True).trades
    assert sale.without is not None and sale.without.method == "lp_fixed"
    assert sale.without.tax == Decimal("0.00")
    assert sale.without.drift_total is not None and sale.without.drift_total > 0.1
    assert buy.without is not None and buy.without.tax is not None and buy.without.tax > 0


def test_four_simpler_ways_stand_beside_it() -> None:
    baselines = {baseline.name: baseline for baseline in answer(worked(), counterfactuals=True).baselines}
    assert set(baselines) == {"do_nothing", "pro_rata_per_account", "ignore_tax", "sell_everything"}
    assert baselines["do_nothing"].trades == 0 and baselines["do_nothing"].tax == 0
    pro_rata = baselines["pro_rata_per_account"]
    assert pro_rata.tax is not None and pro_rata.tax > Decimal("546.83")
    everything = baselines["sell_everything"]
    assert everything.tax is not None and everything.tax > pro_rata.tax
    assert everything.drift_total is not None and everything.drift_total < 0.001


def test_the_same_case_has_the_same_bytes() -> None:
    first, second = rebalance(case_of(worked())), rebalance(case_of(worked()))
    assert canonical_bytes(first) == canonical_bytes(second)


def test_the_fast_answer_has_the_same_fingerprint() -> None:
    case = case_of(worked())
    assert rebalance(case, counterfactuals=False).fingerprint == rebalance(case).fingerprint


def test_a_simpler_way_takes_no_loss_that_its_own_purchases_disallow() -> None:
    """Selling everything and buying it again realises the gain of one fund; the loss of the other is washed."""
    plain = worked()
    plain["accounts"][0] |= {"cash_flow": "0"}
    plain["accounts"][0]["lots"][1]["cost_basis"] = "30000"
    baselines = {baseline.name: baseline for baseline in answer(plain, counterfactuals=True).baselines}
    plain["accounts"][0]["lots"][1]["cost_basis"] = "21900"
    without_a_loss = {one.name: one for one in answer(plain, counterfactuals=True).baselines}
    assert baselines["sell_everything"].tax == without_a_loss["sell_everything"].tax

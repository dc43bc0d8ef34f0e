"""One small household for each field of the case: what it forbids, asks for or changes."""

from decimal import Decimal

import pytest
from rebalance_cases import account, answer, codes, fund, household, lines, lot, only, worked

from core.domain.errors import BadInput

HALF = {"us_equity": 0.5, "us_bond": 0.45, "cash": 0.05}
OVER = lot("L1", "STOCK", "700", "65000")
BONDS = lot("L2", "BOND", "500", "25000")


def taxable(*lots: dict, cash: str = "5000", **facts: object) -> dict:  # type: ignore[type-arg]
    return account("joint", "taxable_joint", cash, *(lots or (OVER, BONDS)), **facts)


def ira(*lots: dict, cash: str = "0", **facts: object) -> dict:  # type: ignore[type-arg]
    return account("ira", "traditional_ira", cash, *lots, **facts)


class TestDestinations:
    """|drift| afterwards is a limit: one share, half the band, the band."""

    @pytest.mark.parametrize(("destination", "limit"), [("target", 0.001), ("half_band", 0.025), ("band_edge", 0.05)])
    def test_every_class_that_was_outside_comes_within_it(self, destination: str, limit: float) -> None:
        plain = household(taxable(), weights=HALF)
        plain["target"]["destination"] = destination
        proposed = answer(plain)
        assert abs(proposed.before.drift["us_equity"]) > 0.05
        assert abs(proposed.after.drift["us_equity"]) <= limit + 1e-4
        assert abs(proposed.after.drift["us_bond"]) <= limit + 1e-4

    def test_nothing_is_traded_merely_to_come_closer(self) -> None:
        proposed = answer(household(taxable(), weights=HALF))
        assert proposed.after.drift["us_equity"] == pytest.approx(0.025, abs=0.001)

    def test_a_class_that_was_inside_stays_inside(self) -> None:
        proposed = answer(household(taxable(), weights=HALF))
        assert "cash" not in proposed.before.out_of_band
        assert abs(proposed.after.drift["cash"]) <= 0.05


class TestTriggers:
    CALM = lot("L1", "STOCK", "500", "50000")

    def test_nothing_outside_is_no_action_and_says_why(self) -> None:
        proposed = answer(household(taxable(self.CALM, lot("L2", "BOND", "900", "45000")), weights=HALF))
        assert (proposed.status, proposed.trades, proposed.conflicts) == ("no_action", (), ())
        assert proposed.triggered_by[0].code == "inside_bands"

    def test_a_deposit_is_invested_even_so(self) -> None:
        calm = taxable(self.CALM, lot("L2", "BOND", "900", "45000"), cash_flow="4000")
        proposed = answer(household(calm, weights=HALF))
        assert proposed.status == "proposed"
        assert {trade.side for trade in proposed.trades} == {"buy"}
        assert all("invest_cash" in codes(trade) for trade in proposed.trades)

    def test_the_cash_flow_trigger_needs_no_flow_in_the_case(self) -> None:
        plain = household(taxable(), weights=HALF, policy={"trigger": "cash_flow"})
        assert answer(plain).status == "proposed"
        plain["accounts"][0]["cash_flow"] = "1000"
        assert answer(plain).status == "proposed"

    def test_a_harvest_worth_its_while_is_a_trigger(self) -> None:
        losing = taxable(lot("L1", "STOCK", "500", "70000"), lot("L2", "BOND", "900", "45000"))
        proposed = answer(household(losing, weights=HALF))
        assert proposed.status == "proposed" and proposed.triggered_by[-1].code == "harvest"
        assert lines(proposed) == [("joint", "sell", "STOCK", "500"), ("joint", "buy", "STOCK2", "500")] or (
            {trade.symbol for trade in only(proposed, "buy")} == {"STOCK2"}
        )
        assert proposed.tax.total < 0


class TestCash:
    def test_a_withdrawal_is_raised(self) -> None:
        calm = taxable(lot("L1", "STOCK", "500", "50000"), lot("L2", "BOND", "900", "45000"), cash_flow="-9000")
        proposed = answer(household(calm, weights=HALF))
        assert proposed.cash_after["joint"] >= 0
        assert any("raise_cash" in codes(trade) for trade in only(proposed, "sell"))

    def test_a_withdrawal_that_cannot_be_raised_is_infeasible(self) -> None:
        proposed = answer(household(taxable(cash_flow="-200000"), weights=HALF))
        assert proposed.status == "infeasible" and proposed.trades == ()
        assert proposed.conflicts[0].code == "withdrawal_not_raised"
        locked = household(taxable(cash_flow="-6000", tradable=False), weights=HALF)
        assert answer(locked).status == "infeasible"

    @pytest.mark.parametrize("field", ["reserve", "required_distribution"])
    def test_reserve_and_distribution_are_raised(self, field: str) -> None:
        calm = taxable(lot("L1", "STOCK", "500", "50000"), lot("L2", "BOND", "900", "45000"), **{field: "8000"})
        assert answer(household(calm, weights=HALF)).cash_after["joint"] >= 8000

    def test_minimum_cash_forces_no_sale(self) -> None:
        calm = taxable(lot("L1", "STOCK", "500", "50000"), lot("L2", "BOND", "900", "45000"), minimum_cash="9000")
        assert answer(household(calm, weights=HALF)).status == "no_action"

    def test_an_account_below_its_minimum_buys_only_what_leaves_it_there(self) -> None:
        proposed = answer(household(taxable(minimum_cash="9000"), weights=HALF))
        assert only(proposed, "buy") == [] or proposed.cash_after["joint"] >= 9000

    def test_cash_flow_only_buys_with_a_deposit_and_sells_nothing(self) -> None:
        plain = household(taxable(cash_flow="10000"), weights=HALF, policy={"cash_flow_only": True})
        proposed = answer(plain)
        assert only(proposed, "sell") == []
        assert Decimal(9800) < sum(trade.amount for trade in only(proposed, "buy")) <= Decimal(10000)

    def test_no_cash_moves_between_accounts(self) -> None:
        rich = ira(cash="40000")
        proposed = answer(household(taxable(OVER, cash="0"), rich, weights=HALF))
        for place, start in (("joint", Decimal(0)), ("ira", Decimal(40000))):
            own = [trade for trade in proposed.trades if trade.account == place]
            flow = sum(trade.amount if trade.side == "sell" else -trade.amount for trade in own)
            assert abs(proposed.cash_after[place] - start - flow) < 20


class TestRestrictions:
    def test_do_not_sell_and_do_not_buy(self) -> None:
        assert only(answer(household(taxable(do_not_sell=["STOCK"]), weights=HALF)), "sell") == []
        bought = only(answer(household(taxable(do_not_buy=["BOND"]), weights=HALF)), "buy")
        assert "BOND" not in {trade.symbol for trade in bought}

    def test_a_menu_is_all_an_account_may_buy(self) -> None:
        plain = household(taxable(menu=["BOND2"]), weights=HALF)
        plain["securities"].append(fund("BOND2", "20", "us_bond"))
        assert {trade.symbol for trade in only(answer(plain), "buy")} == {"BOND2"}

    @pytest.mark.parametrize("lock", [{"tradable": False}, {"lock_until": "2026-09-30"}])
    def test_a_locked_security_counts_and_does_not_trade(self, lock: dict) -> None:  # type: ignore[type-arg]
        plain = household(taxable(), weights=HALF)
        plain["securities"][0] |= lock
        proposed = answer(plain)
        assert "STOCK" not in {trade.symbol for trade in proposed.trades}
        assert proposed.status == "proposed" and "us_equity" in {conflict.subject for conflict in proposed.conflicts}

    @pytest.mark.parametrize("closed", [{"tradable": False}, {"proof": "unproven"}])
    def test_a_closed_account_counts_and_does_not_trade(self, closed: dict) -> None:  # type: ignore[type-arg]
        held = ira(lot("I1", "STOCK", "300", None, None), **closed)
        proposed = answer(household(taxable(), held, weights=HALF))
        assert {trade.account for trade in proposed.trades} == {"joint"}
        assert proposed.before.total == Decimal("130000")

    def test_an_account_outside_the_target_is_left_alone(self) -> None:
        child = account("kid", "utma", "0", lot("K1", "STOCK", "300", "20000"))
        proposed = answer(household(taxable(), child, weights=HALF))
        assert {trade.account for trade in proposed.trades} == {"joint"}
        assert proposed.before.total == Decimal("100000")

    def test_it_is_traded_for_its_own_target_or_cash_flow(self) -> None:
        child = account("kid", "utma", "0", lot("K1", "STOCK", "300", "29000"), cash_flow="-1000")
        assert any(trade.account == "kid" for trade in answer(household(taxable(), child, weights=HALF)).trades)
        child = account("kid", "utma", "0", lot("K1", "STOCK", "300", "29000"))
        child["target"] = {"by": "asset_class", "weights": {"us_equity": 0.6, "us_bond": 0.4}}
        proposed = answer(household(taxable(), child, weights=HALF))
        assert ("kid", "buy", "BOND") in {(trade.account, trade.side, trade.symbol) for trade in proposed.trades}

    def test_shorts_and_lots_of_unknown_basis_stay(self) -> None:
        unknown = lot("L9", "STOCK", "100", None)
        dateless = lot("L8", "STOCK", "50", "4000", None)
        short = lot("S1", "STOCK2", "-10", "-900")
        proposed = answer(household(taxable(OVER, unknown, dateless, short, BONDS), weights=HALF))
        sold = {pick.lot for trade in proposed.trades for pick in trade.lots}
        assert not sold & {"L9", "L8", "S1"}
        assert "STOCK2" not in {trade.symbol for trade in proposed.trades}

    def test_in_an_ira_a_lot_of_unknown_basis_may_be_sold(self) -> None:
        proposed = answer(household(ira(lot("I1", "STOCK", "700", None, None), BONDS, cash="5000"), weights=HALF))
        assert proposed.trades and proposed.trades[-1].lots[0].cost_basis is None


class TestOutsideTheTarget:
    def plain(self, **policy: str) -> dict:  # type: ignore[type-arg]
        odd = taxable(
            lot("L1", "STOCK", "500", "49000"), lot("L2", "BOND", "900", "45000"), lot("L3", "ODD", "100", "900")
        )
        plain = household(odd, weights=HALF, policy=policy)
        plain["securities"].append({"symbol": "ODD", "price": "10", "classes": {}})
        return plain

    def test_it_is_held_and_comes_off_the_total(self) -> None:
        proposed = answer(self.plain())
        assert proposed.status == "no_action" and proposed.before.total == Decimal("100000")

    def test_or_sold_where_the_policy_says_so(self) -> None:
        proposed = answer(self.plain(untargeted="sell"))
        sale = next(trade for trade in proposed.trades if trade.symbol == "ODD")
        assert sale.quantity == 100 and "sell_untargeted" in codes(sale)


class TestSizes:
    def test_no_trade_is_smaller_than_the_minimum(self) -> None:
        plain = household(taxable(), weights=HALF, policy={"minimum_trade": "3000"})
        assert all(trade.amount >= 3000 for trade in answer(plain).trades)

    def test_the_turnover_limit_holds_the_smaller_side(self) -> None:
        proposed = answer(household(taxable(), weights=HALF, policy={"turnover_limit": 0.04}))
        sums = [sum(trade.amount for trade in only(proposed, side)) for side in ("buy", "sell")]
        assert min(sums) <= Decimal("4000")
        assert proposed.conflicts

    def test_fractions_have_four_decimals_where_they_are_traded(self) -> None:
        plain = household(taxable(), weights=HALF)
        for security in plain["securities"]:
            security["fractional"] = True
            security["price"] = str(Decimal(security["price"]) + Decimal("0.37"))
        proposed = answer(plain)
        assert any(trade.quantity % 1 for trade in proposed.trades)
        assert all(trade.quantity % Decimal("0.0001") == 0 for trade in proposed.trades)

    def test_a_whole_position_with_a_fraction_may_be_sold_out(self) -> None:
        odd = taxable(
            lot("L1", "STOCK", "500", "49000"), lot("L3", "ODD", "12.345", "900"), lot("L2", "BOND", "900", "45000")
        )
        plain = household(odd, weights=HALF, policy={"untargeted": "sell"})
        plain["securities"].append({"symbol": "ODD", "price": "100", "classes": {}})
        assert ("joint", "sell", "ODD", "12.345") in lines(answer(plain))

    def test_bonds_are_counted_by_their_unit(self) -> None:
        plain = household(taxable(OVER, lot("L2", "NOTE", "25000", "25000")), weights=HALF)
        plain["securities"].append(fund("NOTE", "100", "us_bond", unit="0.01"))
        plain["securities"] = [security for security in plain["securities"] if security["symbol"] != "BOND"]
        proposed = answer(plain)
        assert proposed.before.total == Decimal("100000")
        note = next(trade for trade in proposed.trades if trade.symbol == "NOTE")
        assert note.amount == note.quantity

    def test_commission_is_paid_on_every_trade(self) -> None:
        proposed = answer(household(taxable(commission="9.95"), weights=HALF))
        assert proposed.commission == Decimal("9.95") * len(proposed.trades)


class TestTax:
    GAINS = (lot("L1", "STOCK", "350", "10000"), lot("L3", "STOCK", "350", "34000"), BONDS)

    def test_the_lot_with_the_least_gain_goes_first(self) -> None:
        sale = only(answer(household(taxable(*self.GAINS), weights=HALF)), "sell")[0]
        assert {pick.lot for pick in sale.lots} == {"L3"}

    def test_another_relief_is_a_standing_order(self) -> None:
        lots = (lot("L1", "STOCK", "350", "10000", "2015-01-05"), lot("L3", "STOCK", "350", "34000"), BONDS)
        plain = household(taxable(*lots), weights=HALF, policy={"relief": "fifo"})
        assert only(answer(plain), "sell")[0].lots[0].lot == "L1"

    def test_average_relief_sells_every_share_at_the_basis_of_all(self) -> None:
        """26 CFR 1.1012-1(e): 44,000 of basis in 700 shares, whichever lot they come from."""
        plain = household(taxable(*self.GAINS), weights=HALF, policy={"relief": "average"})
        sale = only(answer(plain), "sell")[0]
        right = (Decimal(44000) * sale.quantity / 700).quantize(Decimal("0.01"))
        assert sum(pick.cost_basis or 0 for pick in sale.lots) == right
        assert answer(plain).tax.long_term == sale.amount - right

    def test_a_gain_budget_is_not_exceeded(self) -> None:
        plain = household(taxable(*self.GAINS), weights=HALF)
        plain["taxpayers"][0]["gain_budget"] = "200"
        proposed = answer(plain)
        assert proposed.tax.long_term + proposed.tax.short_term <= 200
        assert "us_equity" in {conflict.subject for conflict in proposed.conflicts}

    def test_a_distribution_that_no_account_may_raise_is_said(self) -> None:
        ira = account("ira", "traditional_ira", "100", BONDS, required_distribution="4000", tradable=False)
        proposed = answer(household(ira, weights={"us_bond": 1.0}))
        assert {conflict.code: conflict.by for conflict in proposed.conflicts}["cash_short"] == 3900

    def test_only_required_cash_may_break_it_and_that_is_said(self) -> None:
        plain = household(taxable(lot("L1", "STOCK", "700", "10000"), cash="0", cash_flow="-9000"), weights=HALF)
        plain["taxpayers"][0]["gain_budget"] = "0"
        proposed = answer(plain)
        assert proposed.cash_after["joint"] >= 0
        assert "gain_budget" in {conflict.code for conflict in proposed.conflicts}

    def test_short_term_gains_are_avoided_unless_cash_asks_for_them(self) -> None:
        young = lot("L1", "STOCK", "700", "60000", "2025-11-03")
        plain = household(taxable(young, BONDS), weights=HALF, policy={"short_term_gains": "avoid"})
        assert only(answer(plain), "sell") == []
        plain = household(
            taxable(young, cash="0", cash_flow="-9000"), weights=HALF, policy={"short_term_gains": "avoid"}
        )
        proposed = answer(plain)
        assert only(proposed, "sell") and "short_term_gains" in {conflict.code for conflict in proposed.conflicts}

    def test_a_missing_profile_is_an_issue_and_said_in_the_sentence(self) -> None:
        plain = household(taxable(), weights=HALF, taxpayers=[])
        proposed = answer(plain)
        assert proposed.issues[0].code == "tax_profile_missing"
        assert "default rates" in only(proposed, "sell")[0].reasons[0].sentence
        assert proposed.tax.total > 0

    def test_a_year_without_a_table_is_refused_unless_rates_are_flat(self) -> None:
        plain = household(taxable(), weights=HALF, as_of="2031-03-02")
        with pytest.raises(BadInput, match="2031"):
            answer(plain)
        plain["taxpayers"][0]["flat_rates"] = {"short_term": 0.4, "long_term": 0.2}
        assert answer(plain).status == "proposed"

    def test_harvesting_can_be_switched_off_or_made_dear(self) -> None:
        losing = taxable(lot("L1", "STOCK", "500", "50600"), lot("L2", "BOND", "900", "45000"))
        for policy in ({"harvest_losses": False}, {"minimum_benefit": "500"}):
            assert answer(household(losing, weights=HALF, policy=policy)).status == "no_action"
        assert answer(household(losing, weights=HALF)).status == "proposed"


class TestLocation:
    def test_bonds_go_where_their_dividends_are_not_taxed(self) -> None:
        plain = household(taxable(cash="50000"), ira(cash="50000"), weights=HALF)
        plain["accounts"][0]["lots"] = []
        proposed = answer(plain)
        bonds = {trade.account for trade in only(proposed, "buy") if trade.symbol == "BOND"}
        assert bonds == {"ira"}
        assert any("location" in codes(trade) for trade in only(proposed, "buy"))

    def test_location_alone_makes_no_trade(self) -> None:
        plain = household(
            taxable(lot("L2", "BOND", "900", "45000")), ira(lot("I1", "STOCK", "500", None)), weights=HALF
        )
        assert answer(plain).status == "no_action"


def test_by_symbol_the_keys_are_symbols() -> None:
    plain = worked()
    plain["target"] = {"by": "symbol", "weights": {"VTI": 0.4, "BND": 0.55, "cash": 0.05}}
    proposed = answer(plain)
    assert set(proposed.after.drift) == {"VTI", "BND", "cash"}
    assert proposed.status == "proposed"


def test_weights_that_do_not_sum_to_one_are_bad_input() -> None:
    plain = worked()
    plain["target"]["weights"]["cash"] = 0.2
    with pytest.raises(BadInput, match="sum"):
        answer(plain)


def test_a_past_trade_of_fewer_than_no_shares_is_bad_input() -> None:
    row = {"account": "joint", "symbol": "VTI", "side": "sell", "quantity": "-10", "date": "2026-01-05"}
    plain = {**worked(), "history": [row]}
    with pytest.raises(BadInput, match="below zero") as refused:
        answer(plain)
    assert "history.sell VTI 2026-01-05.quantity" in refused.value.where


def test_a_security_worth_nothing_is_held_at_nothing() -> None:
    plain = household(taxable(OVER, BONDS), weights=HALF)
    plain["securities"].append({"symbol": "GONE", "price": "0", "classes": {"us_equity": 1.0}})
    plain["accounts"][0]["lots"].append(lot("L9", "GONE", "40", "900"))
    assert "GONE" not in {trade.symbol for trade in only(answer(plain), "buy")}

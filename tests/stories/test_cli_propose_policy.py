"""`propose`: one household worked by hand for every switch of the policy, and for target, bands and triggers.

The base is `heavy()` of cli_support: sell 175 STOCK, buy 350 BOND, tax 350.00; `calm()` needs nothing.
"""

from pathlib import Path
from typing import Any

import pytest
from cli_support import account, ask, band, calm, fund, heavy, household, lot, trades

SELL, BUY = ("A", "sell", "STOCK"), ("A", "buy", "BOND")
IRA = "traditional_ira"


@pytest.fixture
def propose(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Ask for the trades of a case; the answer must be `code`, on standard output alone."""
    monkeypatch.setenv("PLUMBLINE_HOME", str(tmp_path / "home"))

    def answer(plain: dict[str, Any], code: int = 0) -> dict[str, Any]:
        said = ask(tmp_path, "propose", plain)
        assert (said.code, said.err) == (code, "")
        return said.document  # type: ignore[no-any-return]

    return answer


class TestTargets:
    @pytest.mark.parametrize(
        ("destination", "sold", "bought"),
        [("target", "199", "399"), ("half_band", "175", "350"), ("band_edge", "150", "300")],
    )
    def test_destinations(self, propose: Any, destination: str, sold: str, bought: str) -> None:
        """STOCK from .70 to .50 + one share of it (.001): 199; to .525: 175; to .55: 150. BOND likewise from .25 to
        .45 less one share of it (.0005): 399; to .425: 350; to .40: 300."""
        plain = household(heavy())
        plain["target"]["destination"] = destination
        assert trades(propose(plain)) == {SELL: sold, BUY: bought}

    @pytest.mark.parametrize(
        ("kind", "sold", "bought"),
        [(band(0.1), "150", "300"), (band(0.2, "relative"), "150", "310"), ({"kind": "five_25"}, "175", "350")],
    )
    def test_bands(self, propose: Any, kind: dict[str, Any], sold: str, bought: str) -> None:
        """Half of .1: .55 and .40. Half of .2 x target: .55, and .45 - .045 = .405. five_25 is .05 for both."""
        plain = household(heavy())
        plain["target"]["bands"] |= {"us_equity": kind, "us_bond": kind}
        assert trades(propose(plain)) == {SELL: sold, BUY: bought}

    def test_five_25_is_the_default_and_a_quarter_of_a_small_target(self, propose: Any) -> None:
        """Without bands cash at .05 has .0125 on each side: 6,500 (.065) is outside, 6,250 is not."""
        plain = household(calm(cash=5000))
        plain["target"].pop("bands")
        assert propose(plain)["before"]["out_of_band"] == []
        plain = household(account("A", lot("S1", "STOCK", 500, "45000"), lot("B1", "BOND", 870, "43500"), cash=6500))
        plain["target"].pop("bands")
        assert propose(plain)["before"]["out_of_band"] == ["cash"]

    def test_outside_is_strictly_beyond_the_edge(self, propose: Any) -> None:
        """550 STOCK are .55, the edge itself; 551 are beyond it."""
        edge = account("A", lot("S1", "STOCK", 550, "55000"), lot("B1", "BOND", 800, "40000"), cash=5000)
        assert propose(household(edge))["status"] == "no_action"
        beyond = account("A", lot("S1", "STOCK", 551, "55100"), lot("B1", "BOND", 798, "39900"), cash=5000)
        assert propose(household(beyond))["before"]["out_of_band"] == ["us_bond", "us_equity"]

    def test_by_symbol(self, propose: Any) -> None:
        """Classes play no part: STOCK .70 against .50, BOND .25 against .45, named by symbol."""
        plain = household(heavy())
        weights = {"STOCK": 0.5, "BOND": 0.45, "cash": 0.05}
        plain["target"] = {"by": "symbol", "weights": weights, "bands": {name: band(0.05) for name in weights}}
        plain["securities"] = [fund("STOCK", "100", "us_bond"), fund("BOND", "50", "us_equity")]
        answer = propose(plain)
        assert trades(answer) == {SELL: "175", BUY: "350"}
        assert set(answer["before"]["drift"]) == {"STOCK", "BOND", "cash"}

    def test_drift_is_signed_and_its_total_half_the_sum(self, propose: Any) -> None:
        before = propose(household(heavy()))["before"]
        assert before["drift"] == {
            "us_equity": pytest.approx(0.2), "us_bond": pytest.approx(-0.2), "cash": pytest.approx(0.0)
        }  # fmt: skip
        assert before["drift_total"] == pytest.approx(0.2)


class TestTriggers:
    @pytest.mark.parametrize("trigger", ["threshold", "calendar", "always", "cash_flow"])
    def test_outside_calls_for_trades(self, propose: Any, trigger: str) -> None:
        answer = propose(household(heavy(), policy={"trigger": trigger}))
        assert trades(answer) == {SELL: "175", BUY: "350"}
        assert "over_band" in {one["code"] for one in answer["triggered_by"]}

    @pytest.mark.parametrize("trigger", ["threshold", "calendar", "always", "cash_flow"])
    def test_nothing_outside_is_no_action(self, propose: Any, trigger: str) -> None:
        """Nothing is traded merely to come closer than the destination, whatever called for a look."""
        answer = propose(household(calm(), policy={"trigger": trigger}))
        assert (answer["status"], answer["trades"]) == ("no_action", [])

    def test_cash_flow_says_what_is_still_to_come(self, propose: Any) -> None:
        """With 1,000 to come, 101,000: STOCK to 53,025: 170 sold; BOND to 42,925: 359."""
        answer = propose(household(heavy(cash_flow="1000"), policy={"trigger": "cash_flow"}))
        assert trades(answer) == {SELL: "170", BUY: "359"}
        assert (answer["triggered_by"][0]["code"], answer["triggered_by"][0]["facts"]) == (
            "cash_flow", {"flows": {"A": "1000"}},
        )  # fmt: skip


class TestPolicy:
    def test_minimum_trade(self, propose: Any) -> None:
        """17,500 are too little; 20,000 are 200 STOCK, and 400 BOND."""
        assert trades(propose(household(heavy(), policy={"minimum_trade": "20000"}))) == {SELL: "200", BUY: "400"}

    def test_whole_shares_may_need_a_trade_that_fractions_would_not(self, propose: Any) -> None:
        """6,517 in all, 1,690 in cash (.259) down to .06: 1,299 to spend. 35 STOCK at 37 leave .0606, 36 put STOCK
        beyond .51; so at least 5 BOND at 23 (115 dollars, above the minimum of 100) are bought as well."""
        lots = (lot("S1", "STOCK", 54, "1998"), lot("B1", "BOND", 123, "2829"))
        plain = household(account("A", *lots, cash=1690))
        plain["securities"] = [fund("STOCK", "37", "us_equity"), fund("BOND", "23", "us_bond")]
        plain["target"]["bands"] = {name: band(0.02) for name in plain["target"]["weights"]}
        answer = propose(plain)
        assert answer["conflicts"] == []
        assert all(abs(drift) <= 0.0101 for name, drift in answer["after"]["drift"].items() if name != "us_bond")
        assert int(trades(answer)[BUY]) >= 5

    def test_minimum_trade_is_waived_for_closing_and_for_required_cash(self, propose: Any) -> None:
        """40 dollars of ODD are sold out; 8,000 of reserve need 60 BOND for 3,000."""
        odd = account("A", *(calm()["lots"]), lot("O1", "ODD", 4, "40"), cash=5000)
        plain = household(odd, policy={"untargeted": "sell", "minimum_trade": "5000"})
        plain["securities"].append(fund("ODD", "10"))
        assert trades(propose(plain)) == {("A", "sell", "ODD"): "4"}
        plain = household(calm(reserve="8000"), policy={"minimum_trade": "5000"})
        assert trades(propose(plain)) == {("A", "sell", "BOND"): "60"}

    def test_turnover_limit(self, propose: Any) -> None:
        """The smaller side is at most 10,000. Sales of 10,000 with purchases of 15,000 (cash to 0), or up to sales of
        15,000 with purchases of 10,000, leave .10 beyond the limits alike; the first costs least tax."""
        answer = propose(household(heavy(), policy={"turnover_limit": 0.1}))
        assert trades(answer) == {SELL: "100", BUY: "300"}
        assert sum(one["by"] for one in answer["conflicts"]) == pytest.approx(0.1, abs=2e-4)

    def test_cash_flow_only(self, propose: Any) -> None:
        """10,000 to come are all that is spent: 200 BOND, nothing sold."""
        answer = propose(household(heavy(cash_flow="10000"), policy={"cash_flow_only": True}))
        assert trades(answer) == {BUY: "200"}

    def test_untargeted_is_held_or_sold(self, propose: Any) -> None:
        """ODD stands outside the target. Held, it comes off the total: calm. Sold, 10,000 of 110,000 in cash bring
        cash to .136: down to .075 = 8,250, so 6,750 are bought; BOND .4091 and STOCK .4545 are inside both ways."""
        plain = household(account("A", *(calm()["lots"]), lot("O1", "ODD", 1000, "9000"), cash=5000))
        plain["securities"].append(fund("ODD", "10"))
        answer = propose(plain)
        assert (answer["status"], float(answer["before"]["total"])) == ("no_action", 100000)
        answer = propose({**plain, "policy": {"untargeted": "sell"}})
        assert trades(answer)[("A", "sell", "ODD")] == "1000"
        assert answer["tax"]["long_term"] == "1000.00"

    def test_location_alone_trades_nothing_but_says_where_to_buy(self, propose: Any) -> None:
        """Bonds yield 4 % of ordinary income: bought in the IRA where both accounts could."""
        plain = household(account("A", cash=50000), account("ira", cash=50000, kind=IRA))
        plain["securities"][1]["dividend_yield"] = 0.04
        bonds = {place for place, side, symbol in trades(propose(plain)) if (side, symbol) == ("buy", "BOND")}
        assert bonds == {"ira"}

    def test_relief_is_a_standing_order(self, propose: Any) -> None:
        """FIFO takes the lot of 2015 (90 gained a share), min_tax that of 2019 (nothing gained)."""
        lots = (lot("OLD", "STOCK", 350, "3500", "2015-01-05"), lot("NEW", "STOCK", 350, "35000"))
        account_a = account("A", *lots, lot("B1", "BOND", 500, "25000"), cash=5000)
        fifo = propose(household(account_a, policy={"relief": "fifo"}))
        assert (fifo["trades"][1]["lots"][0]["lot"], fifo["tax"]["long_term"]) == ("OLD", "15750.00")
        least = propose(household(account_a))
        assert (least["trades"][1]["lots"][0]["lot"], least["tax"]["total"]) == ("NEW", "0.00")

    def test_short_term_gains_avoided(self, propose: Any) -> None:
        """The lot of November is not sold, so cash alone buys 100 BOND; allowed, 175 are sold at 40 %."""
        young = account("A", lot("S1", "STOCK", 700, "63000", "2025-11-03"), lot("B1", "BOND", 500, "25000"), cash=5000)
        assert trades(propose(household(young, policy={"short_term_gains": "avoid"}))) == {BUY: "100"}
        answer = propose(household(young, policy={"short_term_gains": "allow"}))
        assert (trades(answer)[SELL], answer["tax"]["total"]) == ("175", "700.00")

    def test_short_term_gains_for_required_cash_only(self, propose: Any) -> None:
        """9,000 to go out with nothing else to sell: 90 shares and no more, and it is said."""
        young = account("A", lot("S1", "STOCK", 100, "9000", "2025-11-03"), cash_flow="-5000")
        plain = household(young, policy={"short_term_gains": "avoid"})
        answer = propose(plain)
        assert trades(answer) == {SELL: "50"}
        assert "short_term_gains" in {one["code"] for one in answer["conflicts"]}


class TestHarvest:
    LOSING = account("A", lot("S1", "STOCK", 500, "55000"), lot("B1", "BOND", 900, "45000"), cash=5000)

    def plain(self, **policy: Any) -> dict[str, Any]:
        """STOCK stands 5,000 under its basis; STOCK2 may stand in for it."""
        plain = household(self.LOSING, policy=policy)
        plain["securities"][0]["substitutes"] = ["STOCK2"]
        plain["securities"].append(fund("STOCK2", "100", "us_equity"))
        return plain

    def test_a_loss_is_taken_and_replaced(self, propose: Any) -> None:
        """5,000 long-term loss: 3,000 deducted at 40 %, 2,000 carried; the group locked until April 1."""
        answer = propose(self.plain())
        assert trades(answer) == {SELL: "500", ("A", "buy", "STOCK2"): "500"}
        assert (answer["tax"]["long_term"], answer["tax"]["total"]) == ("-5000.00", "-1200.00")
        assert [(one["identical_group"], one["until"]) for one in answer["lockouts"]] == [("STOCK", "2026-04-01")]

    def test_harvest_losses_switched_off(self, propose: Any) -> None:
        assert propose(self.plain(harvest_losses=False))["status"] == "no_action"

    def test_minimum_benefit(self, propose: Any) -> None:
        """1,200 saved now and 2,000 carried: worth less than 5,000."""
        assert propose(self.plain(minimum_benefit="5000"))["status"] == "no_action"
        assert propose(self.plain(minimum_benefit="1000"))["status"] == "proposed"

    def test_same_index_counts_as_identical_unless_the_firm_allows_it(self, propose: Any) -> None:
        """STOCK2 follows the same index, so nothing may stand in for STOCK: selling 500 would leave equity at 0."""
        plain = self.plain()
        for security in (plain["securities"][0], plain["securities"][2]):
            security["same_index"] = "S&P 500"
        assert ("A", "buy", "STOCK2") not in trades(propose(plain))
        plain["policy"]["same_index"] = "allow"
        assert trades(propose(plain)) == {SELL: "500", ("A", "buy", "STOCK2"): "500"}

    def test_wash_sales_warned_of_instead_of_avoided(self, propose: Any) -> None:
        """100 STOCK bought ten days ago in the IRA replace 100 of what heavy() sells at a loss of 10 a share."""
        lots = (lot("S1", "STOCK", 700, "77000"), lot("B1", "BOND", 500, "25000"))
        bought = account("ira", lot("I1", "STOCK", 10, "1000", "2026-02-20"), kind=IRA, tradable=False)
        plain = household(account("A", *lots, cash=5000), bought)
        avoided = propose(plain)
        assert SELL not in trades(avoided)
        plain["policy"] = {"wash_sales": "warn"}
        warned = propose(plain)
        sold = int(trades(warned)[SELL])
        assert warned["tax"]["disallowed"] == "100.00"
        assert float(warned["tax"]["long_term"]) == -10.0 * sold + 100
        assert any("wash" in one["code"] for one in warned["issues"])

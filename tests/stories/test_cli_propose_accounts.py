"""`propose`: one household worked by hand for every field of an account and of a security.

The base is `heavy()`: 700 STOCK at 100 (basis 63,000), 500 BOND at 50 (basis 25,000), 5,000 in cash. Half the band
is .025, so STOCK goes to .525 (sell 175, gain 1,750, tax 350.00) and BOND to .425 (buy 350); cash stays at 5,000.
"""

from pathlib import Path
from typing import Any

import pytest
from cli_support import account, ask, calm, fund, heavy, household, lot, trades

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


def test_the_base_case(propose: Any) -> None:
    """.70 - .175 = .525 takes 175 shares (174 leave .526); 17,500 buy 350 BOND. 175 x 10 = 1,750; x .2 = 350."""
    answer = propose(household(heavy()))
    assert trades(answer) == {SELL: "175", BUY: "350"}
    assert answer["tax"] == {
        "short_term": "0.00", "long_term": "1750.00", "disallowed": "0.00", "federal": "350.00",
        "net_investment": "0.00", "state": "0.00", "total": "350.00", "by_taxpayer": {"T1": "350.00"},
    }  # fmt: skip
    assert answer["cash_after"] == {"A": "5000.00"}
    assert answer["conflicts"] == []


def test_menu(propose: Any) -> None:
    """Only BOND2 at 25 may be bought: 17,500 / 25 = 700."""
    plain = household(heavy(menu=["BOND2"]))
    plain["securities"].append(fund("BOND2", "25", "us_bond"))
    assert trades(propose(plain)) == {SELL: "175", ("A", "buy", "BOND2"): "700"}


def test_do_not_buy(propose: Any) -> None:
    """BOND may not be bought. Each share of STOCK sold takes as much off STOCK as cash, at .05, could take until its
    edge of .10: 50 shares. .65 and .25 remain: .125 and .175 beyond their limits."""
    answer = propose(household(heavy(do_not_buy=["BOND"])))
    assert trades(answer) == {SELL: "50"}
    assert {one["subject"]: one["by"] for one in answer["conflicts"]} == {
        "us_equity": pytest.approx(0.125, abs=1e-4),
        "us_bond": pytest.approx(0.175, abs=1e-4),
    }


def test_do_not_sell(propose: Any) -> None:
    """Only the 5,000 in cash can buy BOND: 100 shares, cash at its edge of 0."""
    answer = propose(household(heavy(do_not_sell=["STOCK"])))
    assert trades(answer) == {BUY: "100"}
    assert {one["subject"] for one in answer["conflicts"]} == {"us_equity", "us_bond"}


def test_in_target_is_false_for_a_utma_by_default_and_may_be_said(propose: Any) -> None:
    """Apart, the child's 30,000 change nothing. In the target: 130,000 with 100,000 in STOCK (.769), 25,000 in BOND
    (.192), 5,000 in cash (.038). STOCK to .525 = 68,250: 31,750, 318 shares. BOND to .425 = 55,250: 30,250, 605."""
    child = account("kid", lot("K1", "STOCK", 300, "30000"), kind="utma", in_target=None)
    assert trades(propose(household(heavy(), child))) == {SELL: "175", BUY: "350"}
    answer = propose(household(heavy(), {**child, "in_target": True}))
    sold = sum(int(shares) for (_, side, _), shares in trades(answer).items() if side == "sell")
    bought = sum(int(shares) for (_, side, _), shares in trades(answer).items() if side == "buy")
    assert (sold, bought) == (318, 605)


def test_an_unproven_account_counts_and_is_not_traded(propose: Any) -> None:
    """110,000: STOCK .6364, BOND .3182, cash .0455. STOCK to .525 = 57,750: 12,250, 123 shares (122 leave .5255).
    BOND to .425 = 46,750: the IRA's 10,000 count, so 11,750: 235 shares."""
    held = account("ira", lot("I1", "BOND", 200, None), kind=IRA, proof="unproven")
    answer = propose(household(heavy(), held))
    assert trades(answer) == {SELL: "123", BUY: "235"}
    assert set(answer["cash_after"]) == {"A", "ira"}


@pytest.mark.parametrize("proof", ["proven", "signed_off"])
def test_a_proven_or_signed_off_account_is_traded(propose: Any, proof: str) -> None:
    """All of it in an IRA: the same trades, no tax, lots without a basis may be sold."""
    lots = (lot("I1", "STOCK", 700, None), lot("I2", "BOND", 500, None))
    answer = propose(household(account("A", *lots, cash=5000, kind=IRA, proof=proof)))
    assert trades(answer) == {SELL: "175", BUY: "350"}
    assert answer["tax"]["total"] == "0.00"
    assert answer["trades"][-1]["lots"] == [
        {"lot": "I1", "quantity": "175", "cost_basis": None, "gain": None, "term": "long"}
    ]


def test_an_untradable_account_counts_and_is_not_traded(propose: Any) -> None:
    """The same as unproven: 123 and 235 in A alone."""
    held = account("ira", lot("I1", "BOND", 200, None), kind=IRA, tradable=False)
    assert trades(propose(household(heavy(), held))) == {SELL: "123", BUY: "235"}


def test_commission(propose: Any) -> None:
    """9.95 on each of two trades: 52,500 of 99,980.10 is .52510, so 176 are sold. 5,000 + 100 - 19.90 stay."""
    answer = propose(household(heavy(commission="9.95")))
    assert trades(answer) == {SELL: "176", BUY: "350"}
    assert (answer["cash_after"], answer["commission"]) == ({"A": "5080.10"}, "19.90")


def test_a_target_of_its_own(propose: Any) -> None:
    """The child's 100 STOCK against .6/.4 with five_25: .05 wide, so STOCK goes to .625 and cash stays at its 0.
    38 shares leave .62 (37 leave .63); 3,800 buy 76 BOND. The household is calm and stays so."""
    own = {"by": "asset_class", "weights": {"us_equity": 0.6, "us_bond": 0.4}}
    child = account("kid", lot("K1", "STOCK", 100, "10000"), kind="utma", target=own)
    assert trades(propose(household(calm(), child))) == {("kid", "sell", "STOCK"): "38", ("kid", "buy", "BOND"): "76"}


@pytest.mark.parametrize("field", ["reserve", "required_distribution"])
def test_reserve_and_required_distribution_are_raised(propose: Any, field: str) -> None:
    """8,000 asked for, 5,000 there: 60 BOND without a gain bring the 3,000; 30 STOCK would cost tax."""
    answer = propose(household(calm(**{field: "8000"})))
    assert trades(answer) == {("A", "sell", "BOND"): "60"}
    assert answer["cash_after"] == {"A": "8000.00"}
    assert "raise_cash" in {one["code"] for one in answer["triggered_by"]}


def test_reinvest_counts_as_a_purchase_to_come(propose: Any) -> None:
    """STOCK stands 5,000 under its basis; a dividend reinvested in the IRA would take the loss away."""
    losing = account("A", lot("S1", "STOCK", 400, "45000"), lot("B1", "BOND", 900, "45000"), cash=5000)
    plain = household(losing, account("ira", lot("I1", "STOCK", 100, None), kind=IRA, do_not_sell=["STOCK"]))
    plain["securities"].append(fund("STOCK2", "100", "us_equity"))
    assert trades(propose(plain)) == {("A", "sell", "STOCK"): "400", ("A", "buy", "STOCK2"): "400"}
    plain["accounts"][1]["reinvest"] = True
    assert propose(plain)["status"] == "no_action"


def test_minimum_cash_forces_no_sale_but_stops_purchases(propose: Any) -> None:
    """9,000 asked for, 5,000 there: calm stays calm. Heavy: the 17,500 of 350 BOND and 4,000 more for the minimum,
    which is inside the band of cash (.09); STOCK sold 215, BOND bought 350, or less of both: the least excess."""
    assert propose(household(calm(minimum_cash="9000")))["status"] == "no_action"
    answer = propose(household(heavy(minimum_cash="9000")))
    assert trades(answer) == {SELL: "215", BUY: "350"}
    assert answer["cash_after"] == {"A": "9000.00"}


def test_a_deposit_is_invested(propose: Any) -> None:
    """104,000 with 9,000 in cash: 3,800 stand above the .05 of cash, and are bought in one trade."""
    answer = propose(household(calm(cash_flow="4000")))
    assert {one["side"] for one in answer["trades"]} == {"buy"}
    assert sum(float(one["amount"]) for one in answer["trades"]) == pytest.approx(3800, abs=100)
    assert "deposit" in {one["code"] for one in answer["triggered_by"]}


def test_a_withdrawal_is_raised(propose: Any) -> None:
    """91,000 left, cash -4,000 (.094 under): to .025 = 2,275, so 6,275 / 50 = 126 BOND (125 leave .0247).
    STOCK .549 and BOND .425 stay inside; cash after 2,300 includes the flow."""
    answer = propose(household(calm(cash_flow="-9000")))
    assert trades(answer) == {("A", "sell", "BOND"): "126"}
    assert answer["cash_after"] == {"A": "2300.00"}


def test_a_withdrawal_that_cannot_be_raised(propose: Any) -> None:
    """100,000 in all, 150,000 asked for: no trades, exit 1, the 50,000 missing named."""
    answer = propose(household(calm(cash_flow="-150000")), code=1)
    assert (answer["status"], answer["trades"]) == ("infeasible", [])
    assert "50,000" in answer["conflicts"][0]["sentence"]
    assert propose(household(calm(cash_flow="-9000", tradable=False)), code=1)["status"] == "infeasible"


class TestSecurities:
    def test_spread_is_paid_on_each_side(self, propose: Any) -> None:
        """Half a percent each side: 17,500 bring 17,412.50 and cost 17,587.50. 4,825 stay; 52,500 / 99,825 = .5259
        is beyond .525, so 176: 52,400 / 99,824.50 = .52492. BOND to .425 = 42,425: 17,425, 349 shares."""
        plain = household(heavy())
        for security in plain["securities"]:
            security["spread"] = 0.005
        answer = propose(plain)
        assert trades(answer) == {SELL: "176", BUY: "349"}
        assert answer["cash_after"] == {"A": "4974.75"}
        assert answer["tax"]["long_term"] == "1760.00"

    def test_unit(self, propose: Any) -> None:
        """A note at 100 per 100 of face: 25,000 face are 25,000 dollars; 17,500 face are bought."""
        lots = (lot("S1", "STOCK", 700, "63000"), lot("B1", "NOTE", 25000, "25000"))
        plain = household(account("A", *lots, cash=5000))
        plain["securities"][1] = fund("NOTE", "100", "us_bond", unit="0.01")
        answer = propose(plain)
        assert trades(answer) == {SELL: "175", ("A", "buy", "NOTE"): "17500"}
        assert answer["trades"][0]["amount"] == "17500.00"

    def test_fractional_quantities_have_at_most_four_decimals(self, propose: Any) -> None:
        """At 99.70 and 50.30: 69,790 + 25,150 + 5,000 = 99,940. STOCK to .525 = 52,468.50: 17,321.50 / 99.7 =
        173.7362; BOND to .425 = 42,474.50: 17,324.50 / 50.3 = 344.4235."""
        plain = household(heavy())
        plain["securities"] = [
            fund("STOCK", "99.70", "us_equity", fractional=True), fund("BOND", "50.30", "us_bond", fractional=True)
        ]  # fmt: skip
        found = trades(propose(plain))
        assert float(found[SELL]) == pytest.approx(173.7362, abs=0.12)
        assert float(found[BUY]) == pytest.approx(344.4235, abs=0.22)
        assert all(len(shares.partition(".")[2]) <= 4 for shares in found.values())

    @pytest.mark.parametrize("lock", [{"tradable": False}, {"lock_until": "2026-06-30"}])
    def test_a_locked_security_counts_and_is_not_traded(self, propose: Any, lock: dict[str, Any]) -> None:
        """STOCK cannot be sold: only the 5,000 in cash buy BOND, as with do_not_sell."""
        plain = household(heavy())
        plain["securities"][0] |= lock
        assert trades(propose(plain)) == {BUY: "100"}

    def test_a_lock_that_is_over_is_none(self, propose: Any) -> None:
        plain = household(heavy())
        plain["securities"][0]["lock_until"] = "2026-03-01"
        assert trades(propose(plain)) == {SELL: "175", BUY: "350"}

    def test_unfunded_money_and_ratios_change_no_trade(self, propose: Any) -> None:
        plain = household(heavy())
        plain["securities"][0] |= {
            "unfunded": "10000",
            "dividend_yield": 0.01,
            "qualified": 0.9,
            "expense_ratio": 0.001,
        }
        assert trades(propose(plain)) == {SELL: "175", BUY: "350"}

    def test_look_through(self, propose: Any) -> None:
        """1,000 MIX at 100, .8 equity and .2 bond, 5,000 cash, 5,000 BOND: 110,000. Equity .727, bond .2273. Selling
        x of MIX and buying BOND: (80,000 - .8x) / 110,000 <= .525 needs x = 27,812.50: 279 shares. Bond then
        (25,000 - 5,580 + b) / 110,000 >= .425 needs 27,330: 547 shares. Gain 279 x 10."""
        lots = (lot("M1", "MIX", 1000, "90000"), lot("B1", "BOND", 100, "5000"))
        plain = household(account("A", *lots, cash=5000))
        plain["securities"].append({"symbol": "MIX", "price": "100", "classes": {"us_equity": 0.8, "us_bond": 0.2}})
        answer = propose(plain)
        assert trades(answer) == {("A", "sell", "MIX"): "279", BUY: "547"}
        assert answer["before"]["drift"]["us_equity"] == pytest.approx(80 / 110 - 0.5)

    def test_a_security_of_class_cash_is_cash(self, propose: Any) -> None:
        """5,000 of a money fund instead of 5,000 in cash: on target, nothing to do."""
        plain = household(calm(cash=0))
        plain["accounts"][0]["lots"].append(lot("M1", "MMF", 5000, "5000"))
        plain["securities"].append(fund("MMF", "1", "cash"))
        answer = propose(plain)
        assert (answer["status"], answer["before"]["drift"]["cash"]) == ("no_action", pytest.approx(0))

    def test_collectibles_are_accepted(self, propose: Any) -> None:
        plain = household(heavy())
        plain["securities"][0]["collectible"] = True
        assert trades(propose(plain)) == {SELL: "175", BUY: "350"}

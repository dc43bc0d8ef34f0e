"""`propose`: one household worked by hand for every field of a taxpayer, of a lot and of the history.

The base is `heavy()` of cli_support: sell 175 STOCK (10 dollars of gain a share), buy 350 BOND, tax 350.00.
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


def payer(**facts: Any) -> list[dict[str, Any]]:
    """The one taxpayer of a household."""
    return [{"id": "T1", **facts}]


class TestBrackets:
    def test_single_at_15_percent_with_state(self, propose: Any) -> None:
        """120,000 - 16,100 = 103,900: long-term gains at 15 %. 1,750 x .15 = 262.50; x .05 = 87.50."""
        answer = propose(household(heavy(), taxpayers=payer(ordinary_income="120000", state_rate=0.05)))
        tax = answer["tax"]
        assert (tax["federal"], tax["net_investment"], tax["state"], tax["total"]) == (
            "262.50", "0.00", "87.50", "350.00"
        )  # fmt: skip

    def test_net_investment_tax_counts_other_investment_income(self, propose: Any) -> None:
        """Income 200,000 stands on the threshold of single: all 1,750 are taxed at 3.8 %: 66.50."""
        facts = {"ordinary_income": "200000", "other_investment_income": "5000"}
        assert propose(household(heavy(), taxpayers=payer(**facts)))["tax"]["net_investment"] == "66.50"

    def test_an_unused_deduction_takes_up_gains(self, propose: Any) -> None:
        """No income at all: 16,100 of deduction are unused, 1,750 of gain cost nothing."""
        assert propose(household(heavy(), taxpayers=payer()))["tax"]["total"] == "0.00"

    def test_carryforward_and_realized_are_netted_first(self, propose: Any) -> None:
        """1,000 carried: 1,750 - 1,000 = 750 at .2 = 150, and without trades 1,000 deducted at .4 were worth 400."""
        plain = household(heavy(), taxpayers=payer(flat_rates=FLAT, carryforward={"short": "0", "long": "1000"}))
        assert propose(plain)["tax"]["total"] == "550.00"
        plain = household(heavy(), taxpayers=payer(flat_rates=FLAT, realized={"short": "0", "long": "5000"}))
        assert propose(plain)["tax"]["total"] == "350.00"

    def test_a_child_is_taxed_at_the_rate_of_the_first_adult_listed(self, propose: Any) -> None:
        """The child's own account sells 38 STOCK (basis 0): 3,800 at 20 % where the rich parent is listed first, at
        15 % where the other is; names and their alphabet play no part."""
        rich = {"id": "Z", "filing_status": "single", "ordinary_income": "700000"}
        modest = {"id": "M", "filing_status": "single", "ordinary_income": "120000"}
        child = {"id": "C", "filing_status": "child"}
        own = {"by": "asset_class", "weights": {"us_equity": 0.6, "us_bond": 0.4}}
        utma = account("kid", lot("K1", "STOCK", 100, "0"), kind="utma", taxpayer="C", target=own)
        rates = []
        for payers in ([child, rich, modest], [modest, child, rich]):
            answer = propose(household(calm(taxpayer="M"), utma, taxpayers=payers))
            sold = next(one for one in answer["trades"] if one["side"] == "sell")
            rates.append(float(answer["tax"]["federal"]) / float(sold["amount"]))
        assert rates == [pytest.approx(0.2), pytest.approx(0.15)]

    def test_by_taxpayer(self, propose: Any) -> None:
        """Two payers with half of heavy() each: their taxes stand apart and add up."""
        half = (lot("S1", "STOCK", 350, "31500"), lot("B1", "BOND", 250, "12500"))
        other = (lot("S2", "STOCK", 350, "31500"), lot("B2", "BOND", 250, "12500"))
        accounts = (account("A", *half, cash=2500), account("B", *other, cash=2500, taxpayer="T2"))
        payers = [{"id": "T1", "flat_rates": FLAT}, {"id": "T2", "flat_rates": FLAT}]
        tax = propose(household(*accounts, taxpayers=payers))["tax"]
        assert tax["total"] == "350.00"
        assert sum(float(part) for part in tax["by_taxpayer"].values()) == 350.0


class TestProfilesAndYears:
    def test_an_account_without_a_profile_has_the_default_rates_and_an_issue(self, propose: Any) -> None:
        """1,750 at the firm's .26 long-term: 455.00, and the sale's sentence says so."""
        answer = propose(household(heavy(), taxpayers=[]))
        assert answer["tax"]["total"] == "455.00"
        assert [one["code"] for one in answer["issues"]] == ["tax_profile_missing"]
        sale = next(one for one in answer["trades"] if one["side"] == "sell")
        assert "default rates" in sale["reasons"][0]["sentence"]

    def test_an_ira_needs_no_profile(self, propose: Any) -> None:
        assert propose(household(heavy(registration=IRA), taxpayers=[]))["issues"] == []

    def test_a_year_without_a_table_works_with_flat_rates(self, propose: Any) -> None:
        assert propose(household(heavy(), as_of="2027-03-02"))["tax"]["total"] == "350.00"

    def test_a_year_without_a_table_works_in_an_ira(self, propose: Any) -> None:
        assert propose(household(heavy(registration=IRA), as_of="2027-03-02", taxpayers=[]))["tax"]["total"] == "0.00"

    def test_a_table_of_the_firm_serves_its_year(self, propose: Any, tmp_path: Path) -> None:
        """The firm's 2027 is a copy of 2026 here: 262.50 as in 2026."""
        from core.tax.years import TABLES

        folder = tmp_path / "home" / "firm" / "tax"
        folder.mkdir(parents=True)
        text = (TABLES / "2026.toml").read_text().replace("year = 2026", "year = 2027")
        (folder / "2027.toml").write_text(text)
        answer = propose(household(heavy(), as_of="2027-03-02", taxpayers=payer(ordinary_income="120000")))
        assert answer["tax"]["federal"] == "262.50"


FLAT = {"short_term": 0.4, "long_term": 0.2}


class TestGainBudget:
    def test_it_holds_realized_and_trades_together(self, propose: Any) -> None:
        """500 less 300 realized leave 200: 20 shares of 10. Their 2,000 and 5,000 in cash buy 140 BOND."""
        payers = payer(flat_rates=FLAT, gain_budget="500", realized={"short": "100", "long": "200"})
        answer = propose(household(heavy(), taxpayers=payers))
        assert trades(answer) == {SELL: "20", BUY: "140"}
        assert "gain budget" in " ".join(one["sentence"] for one in answer["conflicts"])

    def test_a_carryforward_makes_no_room(self, propose: Any) -> None:
        """Before any carryforward: 9,000 of it change nothing."""
        payers = payer(flat_rates=FLAT, gain_budget="200", carryforward={"short": "0", "long": "9000"})
        assert trades(propose(household(heavy(), taxpayers=payers))) == {SELL: "20", BUY: "140"}

    def test_losses_of_the_trades_make_room(self, propose: Any) -> None:
        """LOW stands 100 under its basis, 10 shares of 100: sold as well, 30 shares of STOCK fit the 200."""
        low = account("A", *heavy()["lots"], lot("W1", "LOW", 10, "1100"), cash=4000)
        plain = household(low, taxpayers=payer(flat_rates=FLAT, gain_budget="200"))
        plain["securities"].append(fund("LOW", "100", "us_equity"))
        found = trades(propose(plain))
        assert (found[("A", "sell", "LOW")], found[SELL]) == ("10", "30")

    def test_only_required_cash_may_break_it(self, propose: Any) -> None:
        """All in STOCK and 1,000 to go out: 10 shares with 100 of gain are sold, and it is said."""
        payers = payer(flat_rates=FLAT, gain_budget="0")
        only = account("A", lot("S1", "STOCK", 100, "9000"), cash_flow="-1000")
        answer = propose(household(only, taxpayers=payers))
        assert trades(answer) == {SELL: "10"}
        assert "gain_budget" in {one["code"] for one in answer["conflicts"]}


class TestLots:
    def one_lot(self, propose: Any, **facts: Any) -> dict[str, Any]:
        """heavy() with its STOCK in one lot of the given facts; the pick that is sold."""
        stock = {**lot("S1", "STOCK", 700, "63000", "2025-11-03"), **facts}
        answer = propose(household(account("A", stock, lot("B1", "BOND", 500, "25000"), cash=5000)))
        return next(one for one in answer["trades"] if one["side"] == "sell")["lots"][0]  # type: ignore[no-any-return]

    def test_bought_in_november_is_short(self, propose: Any) -> None:
        assert self.one_lot(propose)["term"] == "short"

    @pytest.mark.parametrize(("acquired", "term"), [("2025-03-02", "short"), ("2025-03-01", "long")])
    def test_the_day_it_turns_long(self, propose: Any, acquired: str, term: str) -> None:
        """Sold on March 2: bought a year and a day before is long."""
        assert self.one_lot(propose, acquired=acquired)["term"] == term

    def test_holding_start_is_tacked(self, propose: Any) -> None:
        assert self.one_lot(propose, holding_start="2019-05-06")["term"] == "long"

    def test_an_inheritance_is_long(self, propose: Any) -> None:
        assert self.one_lot(propose, origin="inheritance")["term"] == "long"

    def test_a_gift_gains_from_the_donors_basis(self, propose: Any) -> None:
        """Donor's 35,000 of 700: 50 a share, so 175 gain 8,750."""
        pick = self.one_lot(propose, origin="gift", donor_basis="35000", holding_start="2015-01-01")
        assert (pick["cost_basis"], pick["gain"], pick["term"]) == ("8750.00", "8750.00", "long")

    def test_a_gift_between_its_two_bases_has_no_gain(self, propose: Any) -> None:
        """Donor's 77,000 (110 a share), worth 63,000 (90) when given, sold at 100: neither gain nor loss."""
        pick = self.one_lot(propose, origin="gift", donor_basis="77000")
        assert pick["gain"] == "0.00"

    def test_basis_share_is_rounded_half_up_and_the_last_piece_takes_the_rest(self, propose: Any) -> None:
        """63,000.01 x 175 / 700 = 15,750.0025."""
        assert self.one_lot(propose, cost_basis="63000.01")["cost_basis"] == "15750.00"
        assert self.one_lot(propose, cost_basis="63000.02")["cost_basis"] == "15750.01"


class TestHistory:
    def locked(self, propose: Any, day: str, gain: str | None = "-100", **facts: Any) -> dict[str, Any]:
        """heavy() where BOND was sold on a day."""
        row = {"account": "A", "symbol": "BOND", "side": "sell", "quantity": "10", "amount": "400", "date": day}
        plain = household(heavy(), history=[{**row, "gain": gain, **facts}])
        return propose(plain)  # type: ignore[no-any-return]

    def test_a_loss_thirty_days_ago_locks_its_group_to_the_thirtieth_day(self, propose: Any) -> None:
        """January 31 + 30 days = March 2, the day itself: no purchase. STOCK to cash only, as with do_not_buy."""
        answer = self.locked(propose, "2026-01-31")
        assert trades(answer) == {SELL: "50"}
        assert [(one["identical_group"], one["until"]) for one in answer["lockouts"]] == [("BOND", "2026-03-02")]

    def test_a_loss_thirty_one_days_ago_locks_nothing(self, propose: Any) -> None:
        answer = self.locked(propose, "2026-01-30")
        assert (trades(answer), answer["lockouts"]) == ({SELL: "175", BUY: "350"}, [])

    def test_a_gain_locks_nothing(self, propose: Any) -> None:
        assert trades(self.locked(propose, "2026-02-20", gain="100")) == {SELL: "175", BUY: "350"}

    def test_a_loss_in_an_ira_locks_nothing(self, propose: Any) -> None:
        row = {"account": "ira", "symbol": "BOND", "side": "sell", "quantity": "10", "amount": "400"}
        plain = household(heavy(), account("ira", kind=IRA))
        plain["history"] = [{**row, "gain": "-100", "date": "2026-02-20"}]
        assert trades(propose(plain)) == {SELL: "175", BUY: "350"}

    def test_the_lock_holds_in_every_account_that_counts(self, propose: Any) -> None:
        """The loss was A's; the IRA of the same taxpayer may not buy either. A stranger's may."""
        lots = (lot("I1", "STOCK", 700, None), lot("I2", "BOND", 500, None))
        row = {"account": "A", "symbol": "BOND", "side": "sell", "quantity": "10", "amount": "400", "gain": "-100"}
        plain = household(account("A"), account("ira", *lots, cash=5000, kind=IRA))
        plain["history"] = [{**row, "date": "2026-02-20"}]
        assert trades(propose(plain)) == {("ira", "sell", "STOCK"): "50"}
        plain["accounts"][1]["taxpayer"] = "T2"
        assert trades(propose(plain)) == {("ira", "sell", "STOCK"): "175", ("ira", "buy", "BOND"): "350"}
        plain["taxpayers"][0]["related"] = ["T2"]
        assert trades(propose(plain)) == {("ira", "sell", "STOCK"): "50"}

    def test_identical_group_is_locked_as_a_whole(self, propose: Any) -> None:
        row = {"account": "A", "symbol": "BOND", "side": "sell", "quantity": "10", "amount": "400", "gain": "-100"}
        plain = household(heavy(), history=[{**row, "date": "2026-02-20"}])
        plain["securities"].append(fund("TWIN", "50", "us_bond", identical_group="agg"))
        plain["securities"][1]["identical_group"] = "agg"
        assert trades(propose(plain)) == {SELL: "50"}
        plain["securities"][2]["identical_group"] = "other"
        assert trades(propose(plain)) == {SELL: "175", ("A", "buy", "TWIN"): "350"}

    def test_a_purchase_still_held_is_one_acquisition_with_its_lot(self, propose: Any) -> None:
        """S1 was bought ten days ago, in the history as well: its own shares do not replace one another."""
        stock = lot("S1", "STOCK", 700, "77000", "2026-02-20")
        row = {"account": "A", "symbol": "STOCK", "side": "buy", "quantity": "700", "amount": "77000"}
        plain = household(account("A", stock, lot("B1", "BOND", 500, "25000"), cash=5000))
        plain["history"] = [{**row, "date": "2026-02-20"}]
        sold = trades(propose(plain))
        assert int(sold[SELL]) >= 175

    def test_a_purchase_without_a_lot_was_sold_again(self, propose: Any) -> None:
        """10 bought ten days ago and gone: they take no loss away."""
        losing = account("A", lot("S1", "STOCK", 700, "77000"), lot("B1", "BOND", 500, "25000"), cash=5000)
        row = {"account": "A", "symbol": "STOCK", "side": "buy", "quantity": "10", "amount": "1000"}
        plain = household(losing, history=[{**row, "date": "2026-02-20"}])
        assert int(trades(propose(plain))[SELL]) >= 175

    def test_two_lots_of_one_day_replace_each_other(self, propose: Any) -> None:
        lots = (lot("S1", "STOCK", 350, "38500", "2026-02-20"), lot("S2", "STOCK", 350, "38500", "2026-02-20"))
        plain = household(account("A", *lots, lot("B1", "BOND", 500, "25000"), cash=5000))
        plain["policy"] = {"harvest_losses": False}
        answer = propose(plain)
        assert answer["tax"]["disallowed"] == "0.00"
        sold = [one for one in answer["trades"] if one["side"] == "sell"]
        assert sold == [] or sum(float(one["quantity"]) for one in sold) == 700

"""Every command of the headless door: one JSON document on standard output, exit codes, and
a home that only the commands of the book write to."""

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from cli_support import Said, at, heavy, household, refused, run, shell, trades

from core.settings import DEMO

LOTS = {
    "lots": [{"lot": "L1", "symbol": "HERON", "quantity": "10", "acquired": "2019-01-04", "cost_basis": "100.00"}],
    "sell": [{"symbol": "HERON", "quantity": "4", "price": "12.50", "date": "2026-03-02"}],
    "relief": "fifo",
}
PRICES = {
    "dates": [f"2026-01-{day:02}" for day in range(1, 13)],
    "HERON": [10, 10.1, 10.0, 10.2, 10.3, 10.1, 10.4, 10.5, 10.4, 10.6, 10.7, 10.6],
    "EGRET": [50, 50.1, 50.2, 50.1, 50.2, 50.3, 50.2, 50.4, 50.3, 50.4, 50.5, 50.6],
}
CASES: dict[str, Any] = {
    "lots": LOTS,
    "tax": {"filing_status": "single", "ordinary_income": "120000", "long": "1750", "year": 2026},
    "bands": {"target": 0.4, "band": {"kind": "five_25"}, "weights": [0.33, 0.46], "destination": "half_band"},
    "washsales": [
        {"lot": "A", "symbol": "HERON", "quantity": "10", "acquired": "2025-09-01", "cost_basis": "200",
         "sold": "2026-03-02", "proceeds": "150", "account": "joint"},
        {"lot": "B", "symbol": "HERON", "quantity": "10", "acquired": "2026-04-01", "cost_basis": "140",
         "account": "joint"},
    ],
    "measure": {"returns": [0.01, -0.02, 0.03, None, 0.01], "periods_per_year": 252, "metrics": ["volatility"]},
    "target": {"prices": PRICES, "mandate": {"objective": "min_volatility"}},
    "propose": household(heavy()),
}  # fmt: skip


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the demo book and one stored draft."""
    place = tmp_path_factory.mktemp("book") / "home"
    assert at(place, "demo", "--json").code == 0
    return place


@pytest.fixture(scope="module")
def draft(home: Path) -> Any:
    """A proposal made and stored from the command line."""
    rows = at(home, "drift", "--json").document["households"]
    chosen = next(row["id"] for row in rows if row["out_of_band"])
    return answered(at(home, "propose", "--household", chosen, "--json"))


def answered(said: Said, code: int = 0) -> Any:
    """The one document of an answer; nothing else on standard output, nothing at all on standard error."""
    assert (said.code, said.err) == (code, "")
    assert said.out.count("\n") == 1
    return said.document


@pytest.mark.parametrize("command", sorted(CASES))
def test_a_command_on_a_file_answers_with_one_document_and_leaves_the_home_alone(command: str, tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    path.write_text(json.dumps(CASES[command]))
    before = path.read_bytes()
    ask = shell if command in ("propose", "target") else at
    answered(ask(tmp_path / "home", command, str(path), "--json"))
    assert not (tmp_path / "home").exists()
    assert path.read_bytes() == before


def test_a_case_may_come_from_standard_input(tmp_path: Path) -> None:
    said = shell(tmp_path, "propose", "-", "--json", stdin=json.dumps(CASES["propose"]))
    assert trades(answered(said)) == {("A", "sell", "STOCK"): "175", ("A", "buy", "BOND"): "350"}


def test_solvers_print_nothing_even_where_standard_output_is_not_kept_apart(capfd: Any) -> None:
    """As in a notebook: descriptor 1 stays where it is."""
    from core.optimize import solve
    from core.optimize.reading import read_target_case
    from core.rebalance import read_case, rebalance

    rebalance(read_case(CASES["propose"], "case")[0])
    asked = read_target_case({"prices": PRICES, "mandate": {"objective": "min_cvar"}}, Path())
    solve(asked.returns, asked.mandate)
    assert capfd.readouterr().out == ""


def test_standard_output_is_given_back_after_every_command(capfd: Any) -> None:
    for _ in range(2):
        run("propose", "--defaults", "--json")
        print("here")  # noqa: T201
        assert capfd.readouterr().out == "here\n"


def test_money_is_text_and_weights_are_numbers(tmp_path: Path) -> None:
    answer = answered(at(tmp_path, "propose", "-", "--json", stdin=json.dumps(CASES["propose"])))
    for trade in answer["trades"]:
        assert all(isinstance(trade[name], str) for name in ("quantity", "price", "amount"))
        for pick in trade["lots"]:
            assert all(isinstance(pick[name], str) for name in ("quantity", "cost_basis", "gain"))
    assert all(isinstance(amount, str) for amount in answer["cash_after"].values())
    for side in ("before", "after"):
        assert all(isinstance(drift, float) for drift in answer[side]["drift"].values())
        assert isinstance(answer[side]["drift_total"], float)
    assert all(isinstance(value, str) for name, value in answer["tax"].items() if name != "by_taxpayer")
    assert {
        "id",
        "status",
        "fingerprint",
        "triggered_by",
        "baselines",
        "lockouts",
        "conflicts",
        "issues",
        "solver",
    } <= {*answer}
    assert [one["name"] for one in answer["baselines"]] == [
        "do_nothing", "pro_rata_per_account", "ignore_tax", "sell_everything",
    ]  # fmt: skip


class TestPropose:
    def test_defaults(self) -> None:
        listed = run("propose", "--defaults", "--json").document
        assert listed["policy"] == {
            "trigger": "threshold", "harvest_losses": True, "wash_sales": "avoid", "short_term_gains": "allow",
            "minimum_trade": "100", "minimum_benefit": "0", "turnover_limit": None, "location": True,
            "cash_flow_only": False, "untargeted": "hold", "relief": "min_tax", "same_index": "block",
            "wait_days": 0, "commitments": "keep", "withdrawal_order": "taxable_first",
            "switch_back": "never",
            "default_rates": {"short_term": 0.41, "long_term": 0.26},
        }  # fmt: skip
        for section, names in {
            "account": "in_target proof menu commission target reserve required_distribution reinvest",
            "lot": "holding_start origin donor_basis",
            "security": "dividend_yield qualified expense_ratio same_index lock_until unfunded unit collectible",
            "taxpayer": "deductions flat_rates",
        }.items():
            assert set(names.split()) <= set(listed[section])

    def test_without_a_trade_it_is_solved_again_in_full(self, tmp_path: Path) -> None:
        """Without the purchase STOCK is sold only until cash stands at its edge: 50 shares."""
        path = tmp_path / "case.json"
        path.write_text(json.dumps(CASES["propose"]))
        answer = run("propose", str(path), "--without", "A/BOND/buy", "--json").document
        assert trades(answer) == {("A", "sell", "STOCK"): "50"}
        for wrong in ("A/BOND", "A/BOND/hold", "A/BOND/sell", "A/STOCK/buy", "X/BOND/buy", "/BOND/buy", "A//buy", ""):
            refused(run("propose", str(path), "--without", wrong, "--json"))

    def test_each_trade_says_what_would_be_without_it(self, tmp_path: Path) -> None:
        """Without the sale nothing pays for 350 BOND but 5,000 in cash: drift .20 - .05 of cash spent, no tax."""
        path = tmp_path / "case.json"
        path.write_text(json.dumps(CASES["propose"]))
        answer = run("propose", str(path), "--json").document
        without = {one["side"]: one["without"] for one in answer["trades"]}
        assert without["sell"]["method"] == without["buy"]["method"] == "lp_fixed"
        assert without["sell"]["tax"] == "0.00"
        assert all(one["reasons"] and one["reasons"][0]["sentence"] for one in answer["trades"])

    def test_the_order_of_lists_changes_nothing(self, tmp_path: Path) -> None:
        one = household(heavy())
        other = {**one, "securities": one["securities"][::-1]}
        other["accounts"] = [{**one["accounts"][0], "lots": one["accounts"][0]["lots"][::-1]}]
        answers = []
        for number, plain in enumerate((one, other)):
            path = tmp_path / f"{number}.json"
            path.write_text(json.dumps(plain))
            answers.append(run("propose", str(path), "--json").document)
        assert answers[0] == answers[1]

    def test_the_same_money_written_otherwise_has_the_same_fingerprint(self, tmp_path: Path) -> None:
        one, other = household(heavy()), household(heavy(cash="5000.00"))
        other["securities"][0]["price"] = 100
        other["policy"] = {"trigger": "threshold"}
        found = []
        for number, plain in enumerate((one, other)):
            path = tmp_path / f"{number}.json"
            path.write_text(json.dumps(plain))
            found.append(run("propose", str(path), "--json").document["fingerprint"])
        assert found[0] == found[1]

    def test_neither_file_nor_household_or_both(self, tmp_path: Path) -> None:
        refused(run("propose", "--json"))
        refused(run("propose", str(tmp_path / "x.json"), "--household", "h", "--json"))


class TestBook:
    def test_lists(self, home: Path, draft: Any) -> None:
        homes = answered(at(home, "households", "--json"))["households"]
        assert homes and all(one["id"] and one["name"] for one in homes)
        assert answered(at(home, "alerts", "--json"))["alerts"]
        rows = answered(at(home, "drift", "--household", homes[0]["id"], "--json"))["households"]
        assert [one["id"] for one in rows] == [homes[0]["id"]]
        kept = answered(at(home, "proposals", "--json"))["proposals"]
        assert draft["id"] in {one["id"] for one in kept}

    def test_a_draft_is_stored_replayed_and_printed(self, home: Path, draft: Any, tmp_path: Path) -> None:
        assert answered(at(home, "replay", draft["id"], "--json"))["same"] is True
        papers = answered(at(home, "documents", draft["id"], "--out", str(tmp_path / "out"), "--json"))["documents"]
        assert papers and all(Path(one["file"]).stat().st_size == one["bytes"] > 0 for one in papers)

    def test_the_case_of_a_household_proposes_the_same(self, home: Path, draft: Any, tmp_path: Path) -> None:
        """The command line and the stored draft: one fingerprint."""
        kept = answered(at(home, "proposals", "--json"))["proposals"]
        owner = next(one["household"] for one in kept if one["id"] == draft["id"])
        case = answered(at(home, "case", owner, "--json"))
        answer = answered(at(tmp_path, "propose", "-", "--json", stdin=json.dumps(case)))
        assert answer["fingerprint"] == draft["fingerprint"]

    def test_a_full_home_takes_no_second_demo(self, home: Path) -> None:
        assert "already" in refused(at(home, "demo", "--json"))
        assert at(home, "demo", "--if-empty", "--json").code == 0

    @pytest.mark.parametrize(
        "call", [("replay", "none"), ("documents", "none", "--out", "out"), ("drift", "--household", "none"),
                 ("propose", "--household", "none"), ("case", "none")],
    )  # fmt: skip
    def test_what_is_not_there_is_a_wrong_call(self, home: Path, call: tuple[str, ...]) -> None:
        assert "none" in refused(at(home, *call, "--json"))
        assert not Path("out").exists()

    def test_verify_names_the_first_broken_record(self, home: Path, tmp_path: Path) -> None:
        import shutil

        verdict = answered(at(home, "verify", "--json"))
        assert verdict["ok"] and verdict["checked"] > 0
        broken = tmp_path / "home"
        shutil.copytree(home, broken)
        with sqlite3.connect(broken / "plumbline.db") as database:
            for (name,) in database.execute("select name from sqlite_master where type = 'trigger'").fetchall():
                database.execute(f'drop trigger "{name}"')
            database.execute("update audit_event set body = replace(body, 'a', 'b') where seq = 3")
        database.close()
        verdict = answered(at(broken, "verify", "--json"), code=1)
        assert not verdict["ok"] and "3" in verdict["first_broken"]


class TestRead:
    def test_statements_of_the_demo_are_read_without_a_home(self, tmp_path: Path) -> None:
        files = sorted(str(path) for path in (DEMO / "statements").iterdir())
        answer = answered(at(tmp_path / "home", "read", *files, "--json"))
        assert {one["status"] for one in answer["accounts"]} <= {"proven", "explained"}
        for account in answer["accounts"]:
            assert "…" in account["number"]
            assert isinstance(account["stated_total"], str)
        assert not (tmp_path / "home").exists()

    def test_a_refused_or_missing_file_leaves_the_others_answered(self, tmp_path: Path) -> None:
        good = str(next((DEMO / "statements").glob("*.csv")))
        (tmp_path / "empty.csv").write_bytes(b"")
        said = at(tmp_path / "home", "read", good, str(tmp_path / "empty.csv"), str(tmp_path / "none.pdf"), "--json")
        assert said.code == 2
        assert len(said.document["accounts"]) == 1
        assert len(said.err.splitlines()) == 2 and "Traceback" not in said.err

    @pytest.mark.parametrize("data", [b"", b"\x00\x01\x02" * 50, b"%PDF-1.7 broken", b"PK\x03\x04 broken", b"{}"])
    def test_a_file_that_is_no_statement_is_refused_in_one_line(self, tmp_path: Path, data: bytes) -> None:
        path = tmp_path / "thing.pdf"
        path.write_bytes(data)
        said = at(tmp_path / "home", "read", str(path), "--json")
        assert said.code == 2 and len(said.err.splitlines()) == 1
        assert said.document["accounts"] == []


class TestAnswersOfNo:
    def test_not_enough_lots(self, tmp_path: Path) -> None:
        path = tmp_path / "lots.json"
        path.write_text(json.dumps({**LOTS, "sell": [{**LOTS["sell"][0], "quantity": "11"}]}))  # type: ignore[dict-item]
        assert answered(run("lots", str(path), "--json"), code=1)["picked"] == []

    def test_an_infeasible_mandate_names_its_conflicts(self, tmp_path: Path) -> None:
        path = tmp_path / "target.json"
        mandate = {"objective": "min_volatility", "bounds": {"*": [0, 0.4]}}
        path.write_text(json.dumps({"prices": PRICES, "mandate": mandate}))
        answer = answered(run("target", str(path), "--json"), code=1)
        assert (answer["status"], answer["conflicts"][0]["constraint"]) == ("infeasible", "bounds.*.max")
        assert sum(answer["nearest"]["weights"].values()) == pytest.approx(1)

    def test_a_withdrawal_beyond_everything(self, tmp_path: Path) -> None:
        path = tmp_path / "case.json"
        path.write_text(json.dumps(household(heavy(cash_flow="-900000"))))
        assert answered(run("propose", str(path), "--json"), code=1)["status"] == "infeasible"


def test_measure_lists_its_metrics_and_refuses_what_no_metric_takes(tmp_path: Path) -> None:
    listed = answered(run("measure", "--list", "--json"))["metrics"]
    assert len(listed) > 50 and all(one["name"] and one["unit"] and one["sign"] and one["source"] for one in listed)
    path = tmp_path / "series.json"
    for change, said in (({"metrics": ["volatilty"]}, "volatility"), ({"mar": 0.1}, "mar")):
        path.write_text(json.dumps({**CASES["measure"], **change}))
        assert said in refused(run("measure", str(path), "--json"))
    refused(run("measure", "--json"))


def test_places_that_cannot_be_opened_are_a_wrong_call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "file"
    file.write_text("junk")
    monkeypatch.setenv("PLUMBLINE_HOME", str(file))
    refused(run("households", "--json"))
    monkeypatch.setenv("PLUMBLINE_HOME", str(tmp_path / "home"))
    for address in ("garbage", "postgresql://somewhere/else", f"sqlite:///{file}"):
        monkeypatch.setenv("PLUMBLINE_DATABASE_URL", address)
        refused(run("households", "--json"))


@pytest.mark.parametrize("call", [("nothing",), ("propose", "--nothing"), ("lots",), ("read",), ("bands", "a", "b")])
def test_a_call_that_is_none_is_one_line(call: tuple[str, ...]) -> None:
    said = run(*call)
    assert said.code == 2 and said.out == "" and len(said.err.splitlines()) == 1

"""`python -m core propose`: one document on standard output, exit codes, one line for a wrong case."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from rebalance_cases import worked


def run(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "core", "propose", *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, text=True, check=False)


def propose(plain: dict[str, Any], *arguments: str) -> subprocess.CompletedProcess[str]:
    return run("-", "--json", *arguments, stdin=json.dumps(plain))


def test_the_answer_is_one_document_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "case.json"
    path.write_text(json.dumps(worked()))
    done = run(str(path), "--json")
    assert done.returncode == 0
    document = json.loads(done.stdout)
    assert document["tax"]["total"] == "546.83" and document["cash_after"] == {"joint": "2649.96"}
    assert document["fingerprint"].startswith("sha256:")


def test_an_unknown_key_is_a_warning() -> None:
    plain = worked()
    plain["accounts"][0]["colour"] = "blue"
    document = json.loads(propose(plain).stdout)
    assert document["issues"][0]["code"] == "unknown_key"


@pytest.mark.parametrize(
    ("place", "value", "said"),
    [
        (("target", "weights", "cash"), 0.5, "sum"),
        (("accounts", 0, "lots", 0, "quantity"), "many", "quantity"),
        (("as_of",), "2031-01-02", "2031"),
        (("policy", "trigger"), "thresold", "threshold"),
    ],
)
def test_a_wrong_case_is_one_line_and_exit_2(place: tuple[Any, ...], value: Any, said: str) -> None:
    plain: Any = worked()
    inner = plain
    for key in place[:-1]:
        inner = inner[key]
    inner[place[-1]] = value
    done = propose(plain)
    assert done.returncode == 2 and done.stdout == ""
    assert said in done.stderr.splitlines()[-1] and "Traceback" not in done.stderr


def test_what_cannot_be_raised_is_exit_1() -> None:
    plain = worked()
    plain["accounts"][0]["cash_flow"] = "-900000"
    done = propose(plain)
    assert done.returncode == 1 and json.loads(done.stdout)["status"] == "infeasible"


def test_one_trade_may_be_left_out_and_defaults_listed() -> None:
    document = json.loads(propose(worked(), "--without", "joint/BND/buy").stdout)
    assert all(trade["symbol"] != "BND" for trade in document["trades"])
    assert json.loads(run("--defaults", "--json").stdout)["policy"]["minimum_trade"] == "100"


def test_why_not_answers_with_the_rule_or_the_cost() -> None:
    plain = worked()
    plain["accounts"][0]["do_not_sell"] = ["BND"]
    done = propose(plain, "--why-not", "joint/BND/sell")
    told = json.loads(done.stdout)
    assert done.returncode == 1 and told["verdict"] == "forbidden" and "does not sell" in told["sentence"]
    done = propose(worked(), "--why-not", "joint/VTI/sell")
    assert done.returncode == 0 and json.loads(done.stdout)["verdict"] == "traded"
    wrong = propose(worked(), "--why-not", "joint/VTI")
    assert wrong.returncode == 2 and "--why-not" in wrong.stderr

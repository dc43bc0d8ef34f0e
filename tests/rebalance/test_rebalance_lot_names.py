"""Two accounts may name their lots alike; within one account a name stands for one lot."""

import json
import subprocess
import sys
from typing import Any

import pytest
from rebalance_cases import account, case_of, household, lot

from core.domain.errors import BadInput


def alike(second: str = "L1") -> dict[str, Any]:
    joint = account("joint", "taxable_joint", "0", lot("L1", "STOCK", "400", "30000"))
    ira = account(
        "ira", "traditional_ira", "0", lot(second, "STOCK", "300", None, None), lot("L2", "BOND", "500", None)
    )
    return household(joint, ira, weights={"us_equity": 0.5, "us_bond": 0.5})


def test_the_answer_names_the_lots_as_the_case_does() -> None:
    command = [sys.executable, "-m", "core", "propose", "-", "--json"]

    def trades(second: str) -> Any:
        said = subprocess.run(command, input=json.dumps(alike(second)), capture_output=True, text=True, check=True)
        return json.loads(said.stdout)["trades"]

    sold = {trade["account"]: [pick["lot"] for pick in trade["lots"]] for trade in trades("L1") if trade["lots"]}
    assert sold == {"ira": ["L1"]}
    assert [trade["quantity"] for trade in trades("L1")] == [trade["quantity"] for trade in trades("L9")]


def test_lots_named_alike_are_told_apart_and_no_others_renamed() -> None:
    names = {lot.id for account in case_of(alike()).accounts for lot in account.lots}
    assert names == {"joint/L1", "ira/L1", "L2"}
    assert {lot.id for account in case_of(alike("L9")).accounts for lot in account.lots} == {"L1", "L9", "L2"}


def test_one_account_names_no_two_lots_alike() -> None:
    with pytest.raises(BadInput, match="stands twice"):
        case_of(alike("L2"))


@pytest.mark.parametrize("lots", [None, "L1", [None], [{"id": 3}], [{}]])
def test_what_is_no_list_of_lots_is_refused_as_ever(lots: Any) -> None:
    plain = alike()
    plain["accounts"][0]["lots"] = lots
    with pytest.raises(BadInput):
        case_of(plain)

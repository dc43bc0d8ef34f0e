"""Published metric values, at their own tolerance, brought to the house's signs."""

import json
from pathlib import Path

import pytest

from core.risk.measuring import measure_case

FOLDER = Path(__file__).resolve().parents[2].parent / "shared" / "golden" / "metrics"
OTHER_SIGN = {"var_historical"}
CASES = [entry for file in sorted(FOLDER.glob("*.json")) for entry in json.loads(file.read_text("utf-8"))]
SETTLED = [case for case in CASES if case["status"] == "settled" and "dataset" not in case["inputs"]]


def test_the_published_values_lie_beside_the_project():
    if not FOLDER.exists():
        pytest.skip("the published values are not here")
    assert SETTLED


@pytest.mark.parametrize("case", SETTLED, ids=[case["id"] for case in SETTLED])
def test_a_published_value_is_reproduced(case):
    parameters = {name: value for name, value in case["params"].items() if name != "sign"}
    values = measure_case({**case["inputs"], **parameters, "metrics": [case["metric"]]})
    ours = values[case["metric"]].value
    turned = case["metric"] in OTHER_SIGN or case["params"].get("sign") == "positive"
    assert (-ours if turned else ours) == pytest.approx(case["expected"], abs=case["tolerance"])

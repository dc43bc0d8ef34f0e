"""`python -m core measure`: values with unit, convention and source; the list of what there is."""

import json

from core.cli.door import main


def test_a_case_is_answered_in_one_document(tmp_path, capfd):
    case = {"returns": [0.01, None, -0.02, 0.03], "risk_free": 0.0, "periods_per_year": 252, "metrics": ["sharpe"]}
    (tmp_path / "case.json").write_text(json.dumps(case), encoding="utf-8")
    assert main(["measure", str(tmp_path / "case.json"), "--json"]) == 0
    answer = json.loads(capfd.readouterr().out)["metrics"]["sharpe"]
    assert answer["unit"] == "ratio"
    assert answer["convention"] == "arithmetic mean, ddof 1, x sqrt(252)"
    assert answer["source"] and answer["observations"] == 3


def test_an_unknown_name_is_exit_2_with_the_nearest(tmp_path, capfd):
    (tmp_path / "case.json").write_text('{"returns": [0.1, 0.2], "metrics": ["sharp"]}', encoding="utf-8")
    assert main(["measure", str(tmp_path / "case.json"), "--json"]) == 2
    out, err = capfd.readouterr()
    assert out == "" and "Did you mean sharpe" in err


def test_the_list_names_every_metric_with_its_parameters(capfd):
    assert main(["measure", "--list", "--json"]) == 0
    listed = {entry["name"]: entry for entry in json.loads(capfd.readouterr().out)["metrics"]}
    assert listed["omega"]["parameters"] == {"required_return_annual": 0.0, "required_return_per_period": None}
    assert {"unit", "sign", "source", "convention"} <= set(listed["cvar_95"])


def test_without_a_case_it_says_what_to_do(capfd):
    assert main(["measure"]) == 2
    assert "name a case file" in capfd.readouterr().err

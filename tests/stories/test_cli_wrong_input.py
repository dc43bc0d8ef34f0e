"""Wrong input at the headless door: one line that says what and where, exit 2, no traceback, nothing stored.

The last tests change the household case at random: drop a field, or put something else in its place.
"""

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cli_support import account, ask, band, calm, fund, heavy, household, lot, refused, run, shell, trades
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

ON_FILES = ["propose", "lots", "tax", "bands", "washsales", "measure", "target"]
Path_ = tuple[str | int, ...]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A home that is not there yet, and is not there afterwards either."""
    place = tmp_path / "home"
    monkeypatch.setenv("PLUMBLINE_HOME", str(place))
    yield place
    assert not place.exists()


def put(plain: Any, path: Path_, value: Any) -> Any:
    """A copy with one value changed."""
    if not path:
        return value
    changed = copy.deepcopy(plain)
    inner = changed
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    return changed


def dropped(plain: Any, path: Path_) -> Any:
    """A copy without one value."""
    changed = copy.deepcopy(plain)
    inner = changed
    for key in path[:-1]:
        inner = inner[key]
    del inner[path[-1]]
    return changed


def paths(plain: Any, here: Path_ = ()) -> Iterator[Path_]:
    """Every place in a plain value, the whole first."""
    yield here
    entries = plain.items() if isinstance(plain, dict) else enumerate(plain) if isinstance(plain, list) else ()
    for key, value in entries:
        yield from paths(value, (*here, key))


NO_CASES = (
    b"", b"   \n", b"\xff\xfe\x00\x01\x80", bytes(range(256)), b"[" * 100_000, b'{"a": ' + b"9" * 5000 + b"}",
    b'{"a": "\\ud800"}', b'{"a": NaN}', b'{"a": Infinity}', b'{"a": 1, "a": 2}', b'{"a": 1} {}', b"null",
    b'"text"', b"3", b"true",
)  # fmt: skip
"""Nothing, blanks, bytes that are no text, nesting, a number too long, half a character, and values of other kinds."""


class TestFiles:
    @pytest.mark.parametrize("command", ON_FILES)
    def test_what_is_no_case_file(self, command: str, tmp_path: Path) -> None:
        assert "none.json" in refused(run(command, str(tmp_path / "none.json"), "--json"))
        refused(run(command, str(tmp_path), "--json"))
        for data in NO_CASES:
            said = ask(tmp_path, command, data)
            assert "case.json" in refused(said) or len(data) < 20, (command, data, said)

    def test_one_of_them_as_a_process_of_its_own(self, tmp_path: Path, home: Path) -> None:
        path = tmp_path / "deep.json"
        path.write_text("[" * 100_000)
        assert "deep.json" in refused(shell(home, "propose", str(path), "--json"))

    def test_a_byte_order_mark_is_no_trouble(self, tmp_path: Path) -> None:
        data = b"\xef\xbb\xbf" + json.dumps(household(heavy())).encode()
        assert trades(ask(tmp_path, "propose", data).document)[("A", "sell", "STOCK")] == "175"

    def test_an_object_with_very_many_keys_is_read_at_once(self, tmp_path: Path) -> None:
        plain = household(calm()) | {f"key {number}": number for number in range(20_000)}
        assert len(ask(tmp_path, "propose", plain).document["issues"]) == 20_000


WRONG: list[tuple[Path_, Any, str]] = [
    (("schema",), "household-case/2", "schema"),
    (("as_of",), "2026-02-30", "as_of"),
    (("as_of",), 20260302, "as_of"),
    (("as_of",), "2027-03-02", "flat_rates"),
    (("as_of",), "2027-03-02", "firm/tax/2027.toml"),
    (("as_of",), "9999-12-31", "as_of"),
    (("accounts",), {}, "accounts"),
    (("accounts", 0), "A", "accounts[0]"),
    (("accounts", 0, "id"), "", "accounts"),
    (("accounts", 0, "registration"), "ira", "registration"),
    (("accounts", 0, "cash"), "many", "accounts[0].cash"),
    (("accounts", 0, "cash"), True, "accounts[0].cash"),
    (("accounts", 0, "cash"), None, "accounts[0].cash"),
    (("accounts", 0, "cash"), "NaN", "accounts[0].cash"),
    (("accounts", 0, "cash"), "1e30", "accounts[0].cash"),
    (("accounts", 0, "cash"), "1_000", "accounts[0].cash"),
    (("accounts", 0, "minimum_cash"), "-1", "minimum_cash"),
    (("accounts", 0, "reserve"), "-1", "reserve"),
    (("accounts", 0, "commission"), "-1", "commission"),
    (("accounts", 0, "tradable"), "yes", "tradable"),
    (("accounts", 0, "menu"), "BOND", "menu"),
    (("accounts", 0, "proof"), "sure", "proof"),
    (("accounts", 0, "target"), {"by": "symbol", "weights": {"STOCK": 0.9}}, "target"),
    (("accounts", 0, "lots", 0, "symbol"), "HERON", "HERON"),
    (("accounts", 0, "lots", 0, "quantity"), "0", "quantity"),
    (("accounts", 0, "lots", 0, "quantity"), [700], "quantity"),
    (("accounts", 0, "lots", 0, "quantity"), "99999999999999", "accounts.A.lots.S1"),
    (("accounts", 0, "lots", 0, "cost_basis"), "-5", "cost_basis"),
    (("accounts", 0, "lots", 0, "donor_basis"), "-5", "donor_basis"),
    (("accounts", 0, "lots", 0, "acquired"), "2026-03-03", "acquired"),
    (("accounts", 0, "lots", 0, "holding_start"), "2026-03-03", "holding_start"),
    (("accounts", 0, "lots", 0, "origin"), "found", "origin"),
    (("accounts", 0, "lots", 0, "id"), "B1", "B1"),
    (("securities", 0, "price"), "-1", "price"),
    (("securities", 0, "price"), "1e-300", "price"),
    (("securities", 0, "unit"), "0", "unit"),
    (("securities", 0, "spread"), -0.1, "spread"),
    (("securities", 0, "spread"), "0.1", "spread"),
    (("securities", 0, "classes"), {"us_equity": 1.2}, "classes"),
    (("securities", 0, "classes"), {"us_equity": -0.2}, "classes"),
    (("securities", 0, "classes"), ["us_equity"], "classes"),
    (("securities", 0, "qualified"), -0.1, "qualified"),
    (("securities", 0, "unfunded"), "-1", "unfunded"),
    (("securities", 1, "symbol"), "STOCK", "STOCK"),
    (("target", "weights", "cash"), 0.5, "sum"),
    (("target", "weights", "cash"), -0.05, "weights"),
    (("target", "weights", "cash"), "0.05", "weights.cash"),
    (("target", "by"), "class", "target.by"),
    (("target", "destination"), "middle", "destination"),
    (("target", "bands", "gold"), band(0.05), "gold"),
    (("target", "bands", "cash"), {"kind": "absolute"}, "width"),
    (("target", "bands", "cash"), {"kind": "five_25", "width": 0.05}, "width"),
    (("target", "bands", "cash"), band(-0.05), "width"),
    (("policy", "trigger"), "thresold", "threshold"),
    (("policy", "relief"), "best", "relief"),
    (("policy", "turnover_limit"), 1.5, "turnover_limit"),
    (("policy", "turnover_limit"), -0.1, "turnover_limit"),
    (("policy", "minimum_trade"), "-1", "minimum_trade"),
    (("policy", "minimum_benefit"), "-1", "minimum_benefit"),
    (("policy", "harvest_losses"), 1, "harvest_losses"),
    (("taxpayers", 0, "filing_status"), "joint", "filing_status"),
    (("taxpayers", 0, "state_rate"), 5, "state_rate"),
    (("taxpayers", 0, "carryforward"), {"short": "-1"}, "carryforward"),
    (("taxpayers", 0, "deductions"), "-1", "deductions"),
    (("taxpayers", 0, "flat_rates"), {"short_term": 41}, "flat_rates"),
    (("taxpayers", 0, "flat_rates"), {"short_term": 41, "long_term": 26}, "flat_rates"),
    (("history", 0, "date"), "2026-03-03", "history[0].date"),
    (("history", 0, "side"), "hold", "side"),
    (("risk",), {"classes": ["us_equity"], "covariance": [[0.1, 0.2]]}, "covariance"),
]  # fmt: skip


def full() -> dict[str, Any]:
    """A case with an optional field or two in every part, on tax tables."""
    row = {"account": "A", "symbol": "STOCK", "side": "buy", "quantity": "3", "amount": "300", "date": "2026-02-20"}
    plain = household(heavy(menu=None, do_not_buy=[]), account("ira", kind="traditional_ira"), history=[row])
    plain["policy"] = {"trigger": "threshold"}
    plain["taxpayers"] = [{"id": "T1", "ordinary_income": "120000", "carryforward": {"short": "0", "long": "0"}}]
    plain["accounts"][0]["lots"][0]["holding_start"] = "2019-01-01"
    return plain


class TestValues:
    @pytest.mark.parametrize(("path", "value", "said"), WRONG)
    def test_a_wrong_value_is_named_with_its_place(self, path: Path_, value: Any, said: str, tmp_path: Path) -> None:
        line = refused(ask(tmp_path, "propose", put(full(), path, value)))
        assert said in line and ("case.json" in line or path == ("as_of",))

    @pytest.mark.parametrize(
        "path",
        [("as_of",), ("accounts",), ("securities",), ("target",), ("target", "weights"), ("accounts", 0, "cash"),
         ("accounts", 0, "lots", 0, "quantity"), ("securities", 0, "price"), ("history", 0, "date")],
    )  # fmt: skip
    def test_a_missing_value_is_named_with_its_place(self, path: Path_, tmp_path: Path) -> None:
        assert "missing" in refused(ask(tmp_path, "propose", dropped(full(), path)))

    def test_an_unknown_key_is_a_warning_with_the_nearest_name(self, tmp_path: Path) -> None:
        plain = full()
        plain["accounts"][0]["minimum_csh"] = "5"
        plain["accounts"][0]["lots"][0]["colour"] = "blue"
        plain["surprise"] = {"deep": [1, 2]}
        issues = ask(tmp_path, "propose", plain).document["issues"]
        assert {one["severity"] for one in issues} == {"warning"}
        places = " ".join(one["where"] for one in issues)
        assert "minimum_cash" in places and "lots[0].colour" in places and "surprise" in places

    def test_an_error_never_fills_the_screen(self, tmp_path: Path) -> None:
        line = refused(ask(tmp_path, "propose", put(full(), ("accounts", 0, "cash"), "x\n" * 5000)))
        assert len(line) < 300

    def test_money_of_any_width_a_household_has_is_exact(self, tmp_path: Path) -> None:
        """Ten billions to the cent, and shares to eight decimals."""
        big = account("A", lot("S1", "STOCK", "100000000.12345678", "9000000000.01"), cash="1234567890.12")
        plain = household(big)
        plain["securities"].append(fund("UNUSED", "3.33", "us_bond"))
        assert ask(tmp_path, "propose", plain).code == 0


class TestOtherCommands:
    CASES: tuple[tuple[str, Any, str], ...] = (
        ("lots", {"lots": [{"lot": "L1", "symbol": "H", "quantity": "1", "acquired": "soon", "cost_basis": "1"}],
                  "sell": []}, "acquired"),
        ("lots", {"lots": [], "sell": [{"symbol": "H", "quantity": "-1"}]}, "sell[0].quantity"),
        ("lots", {"lots": [], "sell": [], "relief": "fiffo"}, "fifo"),
        ("tax", {"long": "5000"}, "year"),
        ("tax", {"long": "5000", "year": 2027}, "firm/tax/2027.toml"),
        ("tax", {"long": "1e99", "year": 2026}, "long"),
        ("tax", {"taxpayer": "T1", "year": 2026}, "taxpayer"),
        ("bands", {"target": 2}, "target"),
        ("bands", {"target": 0.4, "weights": [None]}, "weights[0]"),
        ("bands", {"target": 0.4, "band": {"kind": "wide"}}, "band.kind"),
        ("washsales", [{"lot": "A"}], "symbol"),
        ("washsales", [{"lot": ["A"], "symbol": "H", "quantity": "1", "acquired": "2026-01-01", "cost_basis": "1"}],
         "lot"),
        ("washsales", [{"lot": "A", "symbol": "H", "quantity": "1", "acquired": "2026-01-01", "cost_basis": "1e30"}],
         "cost_basis"),
        ("washsales", [{"lot": "A", "symbol": "H", "quantity": "1", "acquired": "2026-01-01", "cost_basis": "1",
                        "related": 3}], "related"),
        ("measure", {"returns": ["a"]}, "returns"),
        ("measure", {"returns": [], "metrics": ["volatility"]}, "returns"),
        ("target", {"prices": {"dates": ["2026-01-02"], "H": [1]}, "mandate": {"objective": "best"}}, "objective"),
        ("target", {"prices": "none.csv", "mandate": {"objective": "min_volatility"}}, "none.csv"),
        ("target", {"prices": {"dates": [1, 2], "H": [1, 2]}, "mandate": {"objective": "min_volatility"}}, "dates"),
        ("target", {"prices": {"dates": ["2026-01-02", "2026-01-03"], "H": [1, -2]},
                    "mandate": {"objective": "min_volatility"}}, "H"),
        ("target", {"prices": {"dates": [], "H": []}, "assets": "all", "mandate": {}}, "assets"),
    )  # fmt: skip

    @pytest.mark.parametrize(("command", "case", "said"), CASES)
    def test_a_wrong_case_is_one_line(self, command: str, case: Any, said: str, tmp_path: Path) -> None:
        assert said in refused(ask(tmp_path, command, case))

    def test_flat_rates_need_no_table(self, tmp_path: Path) -> None:
        flat = {"short_term": 0.41, "long_term": 0.26}
        answer = ask(tmp_path, "tax", {"flat_rates": flat, "long": "1000", "year": 2027}).document
        assert answer["total"] == "260.00"

    @pytest.mark.parametrize("command", ["lots", "tax", "bands"])
    def test_unknown_keys_are_warned_of(self, command: str, tmp_path: Path) -> None:
        case = {"lots": {"lots": [], "sell": []}, "tax": {"year": 2026}, "bands": {"target": 0.4}}[command]
        issues = ask(tmp_path, command, {**case, "surprise": 1}).document["issues"]
        assert [one["severity"] for one in issues] == ["warning"] and "surprise" in issues[0]["where"]


JUNK = st.one_of(
    st.none(), st.booleans(), st.integers(-3, 3), st.floats(allow_nan=False, allow_infinity=False), st.text(max_size=6),
    st.sampled_from([
        [], {}, [[]], [None], {"a": 1}, "NaN", "-1", "1e400", "2026-02-30", "0001-01-01", "9999-12-31", "cash", "A",
        "STOCK", 10**30, -(10**30), 1e308, 1e-320, "0.000000000000000000000000000001", "99999999999999999999999999",
        0.3,
    ]),
)  # fmt: skip
PLACES = tuple(paths(full()))
QUICK = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
LONG = settings(QUICK, max_examples=6000)


@st.composite
def spoiled(draw: Any) -> Any:
    """The full case with one to three values dropped or replaced."""
    plain: Any = full()
    for path in draw(st.lists(st.sampled_from(PLACES), min_size=1, max_size=3)):
        try:
            plain = dropped(plain, path) if path and draw(st.booleans()) else put(plain, path, draw(JUNK))
        except (KeyError, IndexError, TypeError):
            continue
    return plain


def never_fails(case: Any, folder: Path) -> None:
    said = ask(folder, "propose", case if isinstance(case, (dict, list)) else json.dumps(case))
    assert said.code in (0, 1, 2), said.err
    assert "Traceback" not in said.err
    if said.code == 2:
        refused(said)
    else:
        assert said.err == "" and said.document["status"] in ("proposed", "no_action", "infeasible")


@QUICK
@given(spoiled())
def test_no_case_is_a_failure(tmp_path: Path, case: Any) -> None:
    never_fails(case, tmp_path)


@pytest.mark.long
@LONG
@given(spoiled())
def test_no_case_among_very_many_is_a_failure(tmp_path: Path, case: Any) -> None:
    never_fails(case, tmp_path)

"""Notes and private funds as assets with scenarios of their own."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.domain.canonical import from_plain, to_plain
from core.domain.custom_product import CustomProduct
from core.domain.errors import BadInput
from core.domain.frozen_map import FrozenMap
from core.domain.mandate import AssetFacts, Mandate
from core.domain.target import Target
from core.optimize import solve
from core.optimize.custom import PAYOFFS, with_products
from core.optimize.custom.funds import smoothing, stated_returns, unsmoothed

PATHS = np.array([[1.05, 1.20], [0.80, 0.95], [0.60, 0.85], [0.95, 1.02]])
"""Growth after half the term and at its end."""


def history(periods: int = 520) -> pd.DataFrame:
    chance = np.random.default_rng(21)
    values = chance.normal([0.0004, 0.0001], [0.010, 0.003], (periods, 2))
    return pd.DataFrame(values, columns=["SHARES", "BONDS"], index=pd.bdate_range("2023-01-02", periods=periods))


def note(payoff: str = "buffered", **more: object) -> CustomProduct:
    terms = {"buffered": {"buffer": 0.1, "cap": 0.12}, "autocall": {"coupon": 0.08, "barrier": 0.9, "looks": 2},
             "reverse_convertible": {"coupon": 0.1, "barrier": 0.7}}.get(payoff, {})  # fmt: skip
    given = {"underlying": FrozenMap({"SHARES": 1.0}), "payoff": payoff, "terms": FrozenMap(terms), **more}
    return CustomProduct("structured_note", **given)


@pytest.mark.parametrize(
    ("product", "paid"),
    [
        (note("buffered"), [0.12, 0.0, -0.05, 0.02]),
        (note("reverse_convertible"), [0.1, 0.1, -0.05, 0.1]),
        (note("autocall"), [0.04, 0.0, -0.15, 0.08]),
        (note("points", points=((-1.0, -1.0), (0.0, 0.0), (0.1, 0.2))), [0.2, -0.05, -0.15, 0.04]),
    ],
)
def test_what_each_payoff_pays_by_hand(product, paid):
    assert PAYOFFS[product.payoff](PATHS, product) == pytest.approx(paid)


def test_a_payoff_of_ones_own_is_one_decorated_function():
    @PAYOFFS.add("half_of_gains", sentence="half of every gain, no loss", needs=())
    def half_of_gains(growth, product):
        return np.maximum(growth[:, -1] - 1.0, 0.0) / 2

    try:
        made = with_products(history(), Mandate(products=FrozenMap({"NOTE": note("half_of_gains")})))
        assert (made.returns["NOTE"] >= 0).all()
        assert made.returns["NOTE"].to_numpy() == pytest.approx(np.maximum(made.returns["SHARES"], 0) / 2)
    finally:
        PAYOFFS._entries.pop("half_of_gains")


def test_where_a_note_stands_everything_is_counted_over_its_term():
    made = with_products(history(), Mandate(products=FrozenMap({"NOTE": note(term_years=2.0)})))
    assert made.periods_per_year == 0.5 and len(made.returns) == 1000
    shares, paid = made.returns["SHARES"].to_numpy(), made.returns["NOTE"].to_numpy()
    assert paid == pytest.approx(np.where(shares >= 0, np.minimum(shares, 0.12), np.minimum(shares + 0.1, 0)))
    assert "over the term of 2.00 years" in made.issues[0].message


def test_an_issuer_that_may_fail_pays_its_recovery_in_its_share_of_scenarios():
    safe, risky = (with_products(history(), Mandate(products=FrozenMap({"NOTE": one}))).returns["NOTE"]
                   for one in (note(), note(default_rate=0.1, recovery=0.3)))  # fmt: skip
    failed = risky == -0.7
    assert failed.mean() == pytest.approx(0.1, abs=0.03)
    assert (risky[~failed] == safe[~failed]).all()


def test_a_note_is_held_in_its_class_and_within_its_limits():
    classes = {"NOTE": "us_equity", "SHARES": "us_equity", "BONDS": "us_bond"}
    facts = FrozenMap({name: AssetFacts(FrozenMap({one: 1.0})) for name, one in classes.items()})
    mandate = Mandate(
        objective="min_cvar", products=FrozenMap({"NOTE": note()}), assets=facts,
        bounds=FrozenMap({"NOTE": (0.05, 0.2)}), class_bounds=FrozenMap({"us_equity": (0.4, 0.5)}),
    )  # fmt: skip
    answer = solve(history(), mandate)
    assert isinstance(answer, Target)
    assert answer.weights["NOTE"] == pytest.approx(0.2, abs=1e-6)
    assert answer.weights["NOTE"] + answer.weights["SHARES"] == pytest.approx(0.4, abs=1e-6)
    assert [issue.code for issue in answer.issues] == ["custom_scenarios"]


def appraised(share: float, count: int = 60) -> tuple[float, ...]:
    """Valuations of a fund whose reports lag: each return is part new, part the last one."""
    new = np.random.default_rng(4).normal(0.02, 0.08, count)
    seen = [new[0]]
    for one in new[1:]:
        seen.append((1 - share) * one + share * seen[-1])
    return tuple(float(value) for value in 100 * np.cumprod(np.append(1.0, 1 + np.array(seen))))


def test_the_returns_behind_lagging_valuations_are_found_again():
    fund = CustomProduct("private_fund", FrozenMap({"SHARES": 0.5}), valuations=appraised(0.6), smoothing=0.6)
    assert unsmoothed(fund) == pytest.approx(np.random.default_rng(4).normal(0.02, 0.08, 60)[1:])
    assert unsmoothed(fund).std() > 1.5 * stated_returns(fund).std()


def test_how_much_they_lag_is_read_from_them_where_nobody_says():
    fund = CustomProduct("private_fund", FrozenMap({"SHARES": 0.5}), valuations=appraised(0.6, 400))
    assert smoothing(fund) == pytest.approx(0.6, abs=0.08)


@settings(max_examples=25, deadline=None)
@given(st.floats(0.0, 0.85), st.floats(0.0, 2.0))
def test_a_funds_scenarios_have_its_mean_and_the_risk_behind_its_valuations(share, exposure):
    fund = CustomProduct("private_fund", FrozenMap({"SHARES": exposure}), valuations=appraised(share), smoothing=share)
    daily = with_products(history(), Mandate(products=FrozenMap({"FUND": fund}))).returns["FUND"]
    assert daily.mean() * 252 == pytest.approx(stated_returns(fund).mean() * 4)
    assert daily.std() * np.sqrt(252) == pytest.approx(unsmoothed(fund).std(ddof=1) * 2)


def test_a_fund_moves_with_what_it_follows():
    def beta(exposure: float) -> tuple[float, str]:
        fund = CustomProduct("private_fund", FrozenMap({"SHARES": exposure}), valuations=appraised(0.5))
        made = with_products(history(), Mandate(products=FrozenMap({"FUND": fund})))
        both = np.cov(made.returns["FUND"], made.returns["SHARES"])
        return both[0, 1] / both[1, 1], made.issues[0].message

    assert beta(0.3)[0] == pytest.approx(0.3, abs=0.01) and "de-smoothed by" in beta(0.3)[1]
    assert beta(3.0)[0] < 1.0 and "riskier than the fund itself" in beta(3.0)[1]


@pytest.mark.parametrize(
    ("product", "said"),
    [
        (note(underlying=FrozenMap({"GONE": 1.0})), "products.NEW.underlying: there is no price series of GONE"),
        (note(payoff="lottery"), "products.NEW.payoff: 'lottery' is none of"),
        (note(terms=FrozenMap({"cap": 0.1})), "products.NEW.terms.buffer: 'buffered' needs it"),
        (note(terms=FrozenMap({"buffer": 0.1, "luck": 1.0})), "products.NEW.terms.luck: 'buffered' knows buffer, cap"),
        (note("points"), "needs at least two"),
    ],
)
def test_a_product_that_cannot_be_told_is_named(product, said):
    with pytest.raises(BadInput, match=said):
        solve(history(), Mandate(products=FrozenMap({"NEW": product})))


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: CustomProduct("structured_note", FrozenMap({})),
        lambda: CustomProduct("structured_note", FrozenMap({"A": 0.5})),
        lambda: note(term_years=50.0),
        lambda: note(default_rate=2.0),
        lambda: CustomProduct("private_fund", FrozenMap({"A": 1.0}), valuations=(1.0, 2.0)),
        lambda: CustomProduct("private_fund", FrozenMap({"A": 1.0}), valuations=tuple([1.0] * 9), smoothing=1.0),
    ],
)
def test_terms_that_make_no_sense_are_refused(wrong):
    with pytest.raises(BadInput):
        wrong()


def test_a_product_comes_back_from_the_mandates_file_form_as_it_was():
    fund = CustomProduct("private_fund", FrozenMap({"SHARES": 0.5}), valuations=appraised(0.5))
    paying = note("points", points=((-0.1, 0.0), (0.0, 0.0)))
    mandate = Mandate(products=FrozenMap({"NOTE": paying, "FUND": fund}))
    assert from_plain(Mandate, to_plain(mandate)) == mandate

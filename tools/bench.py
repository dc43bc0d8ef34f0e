"""Our solves beside other libraries' on the same problems, in one run, so that the ratios hold on any machine.

Frame in, weights out; CPU milliseconds of one thread, the best of several calls. What is not installed is said, never
left out. Run it by `make bench`, which fetches the other libraries beside ours and keeps numpy
to one thread; `--quick` leaves out the problems of 500 assets and the slow frontiers.
"""

import argparse
import contextlib
import importlib.util
import io
import time
import warnings
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd

from core.domain.frozen_map import FrozenMap
from core.domain.mandate import AssetFacts, Mandate
from core.domain.target import Target
from core.highs import new_highs
from core.optimize import frontier, solve
from tools.bench_trades import trade_engine

Call = Callable[[], Any]
PEERS = {"riskfolio": "riskfolio", "skfolio": "skfolio", "PyPortfolioOpt": "pypfopt"}
CLASSES = 6


def main() -> None:
    """Every table, one after the other."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="small problems only")
    quick = parser.parse_args().quick
    warnings.simplefilter("ignore")
    print("CPU milliseconds, one thread, best of several; in brackets: how many times ours\n")
    for assets in (20, 100) if quick else (20, 100, 500):
        row(f"least volatility, {assets} assets", *least_volatility(assets))
    for assets in (20, 100) if quick else (20, 100, 500):
        row(f"best ratio (Sharpe), {assets} assets", *best_ratio(assets))
    for assets in (20, 100) if quick else (20, 100, 500):
        row(f"best balance (utility), {assets} assets", *best_balance(assets))
        row(f"most return at a volatility, {assets} assets", *most_return(assets))
    for assets in (20,) if quick else (20, 100):
        row(f"frontier of 50 points, {assets} assets", *whole_frontier(assets))
    for assets in (20, 100):
        row(f"risk parity, {assets} assets", *risk_parity(assets))
    row("least CVaR, 100 assets, 500 days", *least_cvar(100))
    row("fallback: least semi-deviation, 20 assets", *fallback(20))
    what_if()
    trade_engine()


def row(title: str, ours: Call, others: dict[str, Call], times: int = 9) -> None:
    """One line: ours, then each of the others with its ratio."""
    mine = best(ours, times)
    parts = [f"plumbline {mine:9.2f}"]
    for name, call in others.items():
        if name in PEERS and importlib.util.find_spec(PEERS[name]) is None:
            parts.append(f"{name} not installed")
            continue
        theirs = best(call, 2)
        parts.append(f"{name} {theirs:9.2f} ({theirs / mine:.1f}x)")
    print(f"{title:44} {'   '.join(parts)}", flush=True)


def best(call: Call, times: int) -> float:
    """CPU milliseconds of the fastest call, after one that warms up."""
    with contextlib.redirect_stdout(io.StringIO()):
        call()
        spent = []
        for _ in range(times):
            start = time.process_time()
            call()
            spent.append(time.process_time() - start)
    return max(min(spent) * 1000, 1e-3)


def history(assets: int, days: int) -> pd.DataFrame:
    """Simulated daily returns with four common factors."""
    chance = np.random.default_rng(assets)
    common = chance.standard_normal((days, 4)) @ chance.normal(0, 0.5, (4, assets))
    values = (common + chance.standard_normal((days, assets))) * 0.008 + chance.normal(4e-4, 2e-4, assets)
    dates = pd.bdate_range("2020-01-01", periods=days)
    return pd.DataFrame(values, columns=[f"A{place:03d}" for place in range(assets)], index=dates)


def class_of(place: int) -> str:
    """The class of an asset, six in turn."""
    return f"class {place % CLASSES}"


def mandate(objective: str, assets: int, classes: bool = True) -> Mandate:
    """Caps on every asset and, where asked, bounds on six classes."""
    facts = {f"A{place:03d}": AssetFacts(FrozenMap({class_of(place): 1.0})) for place in range(assets)}
    return Mandate(
        objective=objective,
        bounds=FrozenMap({"*": (0.0, cap(assets))}),
        class_bounds=FrozenMap({f"class {k}": (0.05, 0.4) for k in range(CLASSES)} if classes else {}),
        assets=FrozenMap(facts),
    )


def cap(assets: int) -> float:
    """The most of one asset."""
    return 0.2 if assets <= 20 else 0.1


def least_volatility(assets: int) -> tuple[Call, dict[str, Call]]:
    """Caps and six class bounds."""
    returns, asked = history(assets, max(500, 2 * assets)), mandate("min_volatility", assets)
    return lambda: solve(returns, asked), {
        "riskfolio": lambda: riskfolio_portfolio(returns, asked).optimization(rm="MV", obj="MinRisk", hist=True),
        "skfolio": lambda: skfolio_model(returns, asked).fit(returns),
        "PyPortfolioOpt": lambda: pypfopt_model(returns, asked).min_volatility(),
    }


def best_ratio(assets: int) -> tuple[Call, dict[str, Call]]:
    """The tangency portfolio under the same caps and class bounds."""
    returns, asked = history(assets, max(500, 2 * assets)), mandate("max_sharpe", assets)
    return lambda: solve(returns, asked), {
        "riskfolio": lambda: riskfolio_portfolio(returns, asked).optimization(rm="MV", obj="Sharpe", hist=True)
    }


def best_balance(assets: int) -> tuple[Call, dict[str, Call]]:
    """The best utility at a risk aversion of four."""
    returns, asked = history(assets, max(500, 2 * assets)), mandate("max_utility", assets)
    asked = replace(asked, risk_aversion=4.0)
    return lambda: solve(returns, asked), {
        "riskfolio": lambda: riskfolio_portfolio(returns, asked).optimization(rm="MV", obj="Utility", l=2, hist=True)
    }


def most_return(assets: int) -> tuple[Call, dict[str, Call]]:
    """The most return at a fifth more volatility than the least."""
    returns, asked = history(assets, max(500, 2 * assets)), mandate("max_return", assets)
    least = solve(returns, replace(asked, objective="min_volatility"))
    assert isinstance(least, Target)
    asked = replace(asked, risk_limit=1.2 * least.volatility)

    def theirs() -> object:
        portfolio = riskfolio_portfolio(returns, asked)
        portfolio.upperdev = 1.2 * least.volatility / np.sqrt(252)
        return portfolio.optimization(rm="MV", obj="MaxRet", hist=True)

    return lambda: solve(returns, asked), {"riskfolio": theirs}


def whole_frontier(assets: int) -> tuple[Call, dict[str, Call]]:
    """Fifty portfolios from the calmest to the richest."""
    returns, asked = history(assets, 500), mandate("min_volatility", assets)
    return lambda: frontier(returns, asked, 50), {
        "riskfolio": lambda: riskfolio_portfolio(returns, asked).efficient_frontier(rm="MV", points=50),
        "skfolio": lambda: skfolio_model(returns, asked, efficient_frontier_size=50).fit(returns),
        "PyPortfolioOpt": lambda: pypfopt_frontier(returns, asked, 50),
    }


def risk_parity(assets: int) -> tuple[Call, dict[str, Call]]:
    """Equal contributions to volatility."""
    returns = history(assets, 500)
    asked = Mandate(objective="risk_parity")
    return lambda: solve(returns, asked), {
        "riskfolio": lambda: riskfolio_portfolio(returns, None).rp_optimization(rm="MV", hist=True)
    }


def least_cvar(assets: int) -> tuple[Call, dict[str, Call]]:
    """The worst five per cent of days, against the same linear program handed to HiGHS as arrays."""
    returns, asked = history(assets, 500), mandate("min_cvar", assets)
    program = cvar_arrays(returns.to_numpy(), cap(assets))
    return lambda: solve(returns, asked), {
        "raw HiGHS": lambda: raw_highs(program),
        "riskfolio": lambda: riskfolio_portfolio(returns, asked).optimization(rm="CVaR", obj="MinRisk", hist=True),
    }


def fallback(assets: int) -> tuple[Call, dict[str, Call]]:
    """A measure that riskfolio answers for us, against riskfolio's own call."""
    returns, asked = history(assets, 500), mandate("min_semi_deviation", assets)
    return lambda: solve(returns, asked), {
        "riskfolio": lambda: riskfolio_portfolio(returns, asked).optimization(rm="MSV", obj="MinRisk", hist=True)
    }


def riskfolio_portfolio(returns: pd.DataFrame, asked: Mandate | None) -> Any:
    """riskfolio's own way: moments from the frame, caps, class bounds as inequalities."""
    import riskfolio

    portfolio = riskfolio.Portfolio(returns=returns)
    portfolio.assets_stats(method_mu="hist", method_cov="hist")
    if asked is not None:
        rows = class_rows(len(returns.columns))
        portfolio.upperlng = cap(len(returns.columns))
        portfolio.ainequality = np.vstack([rows, -rows])
        portfolio.binequality = np.concatenate([np.full(CLASSES, 0.4), np.full(CLASSES, -0.05)])[:, None]
    return portfolio


def class_rows(assets: int) -> np.ndarray:
    """One row a class, 1 where the asset belongs to it."""
    return np.array([[float(place % CLASSES == k) for place in range(assets)] for k in range(CLASSES)])


def skfolio_model(returns: pd.DataFrame, asked: Mandate, **more: Any) -> Any:
    """skfolio's MeanRisk with the same caps and groups."""
    from skfolio.optimization import MeanRisk

    groups = {name: [class_of(place)] for place, name in enumerate(returns.columns)}
    bounds = [f"class {k} {sign} {value}" for k in range(CLASSES) for sign, value in (("<=", 0.4), (">=", 0.05))]
    most = cap(len(returns.columns))
    return MeanRisk(max_weights=most, groups=groups, linear_constraints=bounds, **more)


def pypfopt_model(returns: pd.DataFrame, asked: Mandate) -> Any:
    """PyPortfolioOpt's EfficientFrontier with the same caps and sectors."""
    from pypfopt import EfficientFrontier, expected_returns, risk_models

    mean = expected_returns.mean_historical_return(returns, returns_data=True)
    covariance = risk_models.sample_cov(returns, returns_data=True)
    model = EfficientFrontier(mean, covariance, weight_bounds=(0, cap(len(returns.columns))))
    sectors = {name: class_of(place) for place, name in enumerate(returns.columns)}
    names = [f"class {k}" for k in range(CLASSES)]
    model.add_sector_constraints(sectors, dict.fromkeys(names, 0.05), dict.fromkeys(names, 0.4))
    return model


def pypfopt_frontier(returns: pd.DataFrame, asked: Mandate, points: int) -> None:
    """One solve a point: it has no frontier of its own."""
    model = pypfopt_model(returns, asked)
    model.min_volatility()
    low = model.portfolio_performance()[0]
    for wanted in np.linspace(low, float(model.expected_returns.max()) * 0.8, points):
        with contextlib.suppress(Exception):
            pypfopt_model(returns, asked).efficient_return(float(wanted))


def cvar_arrays(returns: np.ndarray, most: float) -> dict[str, Any]:
    """Rockafellar and Uryasev's program over weights, the threshold and one excess a day."""
    days, assets = returns.shape
    rows = class_rows(assets)
    blocks = np.zeros((1 + CLASSES + days, assets + 1 + days))
    blocks[0, :assets], blocks[1 : 1 + CLASSES, :assets] = 1.0, rows
    blocks[1 + CLASSES :, :assets], blocks[1 + CLASSES :, assets] = returns, 1.0
    blocks[1 + CLASSES :, assets + 1 :] = np.eye(days)
    return {
        "matrix": blocks,
        "cost": np.concatenate([np.zeros(assets), [1.0], np.full(days, 1 / (0.05 * days))]),
        "row": (np.concatenate([[1.0], np.full(CLASSES, 0.05), np.zeros(days)]),
                np.concatenate([[1.0], np.full(CLASSES, 0.4), np.full(days, np.inf)])),
        "column": (np.concatenate([np.zeros(assets), [-np.inf], np.zeros(days)]),
                   np.concatenate([np.full(assets, most), np.full(1 + days, np.inf)])),
    }  # fmt: skip


def raw_highs(program: dict[str, Any]) -> None:
    """The program handed to HiGHS and solved."""
    import highspy
    from scipy import sparse

    matrix = sparse.csr_matrix(program["matrix"])
    model = highspy.HighsLp()
    model.num_row_, model.num_col_ = matrix.shape
    model.col_cost_ = program["cost"]
    model.row_lower_, model.row_upper_ = program["row"]
    model.col_lower_, model.col_upper_ = program["column"]
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_, model.a_matrix_.index_ = matrix.indptr, matrix.indices
    model.a_matrix_.value_ = matrix.data
    solver = new_highs()
    solver.passModel(model)
    solver.run()


def what_if() -> None:
    """A slider on the demo book: the first answer of each household, and the next ones."""
    from core.domain.scenario import Levers
    from core.workflow.desk import Desk
    from core.workflow.households import households
    from core.workflow.what_if import standing
    from core.workflow.what_if import what_if as answer

    desk = Desk.sample()
    homes = [held.id for held in households(desk)]
    answer(desk, homes[0])
    cold, warm = [], []
    for home in homes:
        start = time.process_time()
        ready = standing(desk, home)
        answer(desk, home, at=ready)
        cold.append((time.process_time() - start) * 1000)
        for scale in (1.1, 0.9, 1.2):
            start = time.process_time()
            answer(desk, home, Levers(band_scale=scale), ready)
            warm.append((time.process_time() - start) * 1000)
    print(f"{'what-if on the demo book, a household':44} cold {np.median(cold):9.2f}   warm {np.median(warm):9.2f}"
          f"   slowest {max(warm):9.2f}")  # fmt: skip


if __name__ == "__main__":
    main()

"""A worker that only trades: light, and the same answer whatever the process or its threads."""

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
HEAVY = ("riskfolio", "cvxpy", "pandas", "matplotlib", "scipy")
SCRIPT = (
    "import sys; sys.path.insert(0, sys.argv[1])\n"
    "from random_households import household\n"
    "from core.rebalance import read_case, rebalance, slider\n"
    "from core.rebalance.engine import make_ready\n"
    "from core.rebalance.setting import Setting\n"
    "from core.rebalance.building import build\n"
    "case = read_case(household(8), 'x')[0]\n"
    "print('answers', {rebalance(case, counterfactuals=False).fingerprint for _ in range(10)})\n"
    "slider(case).move(case)\n"
    "for seed in (3, 7, 10):\n"
    "    ready = make_ready(read_case(household(seed), 'x')[0])\n"
    "    print(f'rows{seed}', build(ready.book, ready.goals, ready.curves, Setting()).program.limits()[2].tolist())\n"
    f"print('heavy', sorted(name for name in {HEAVY!r} if name in sys.modules))\n"
)


def said(**environment: str) -> dict[str, str]:
    """What a fresh process prints, by its first word."""
    found = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(HERE)],
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(HERE.parents[1]), **environment},
    )
    return dict(line.split(" ", 1) for line in found.stdout.splitlines() if " " in line)


def test_a_worker_that_only_trades_loads_nothing_heavy() -> None:
    assert said()["heavy"] == "[]"


def test_threads_and_hash_seeds_change_nothing() -> None:
    settings = (("1", "1"), ("2", "4"), ("3", "2"))
    told = [said(PYTHONHASHSEED=seed, OMP_NUM_THREADS=threads) for seed, threads in settings]
    assert len({one["answers"] for one in told}) == 1
    assert told[0]["answers"].count("sha256:") == 1
    for rows in ("rows3", "rows7", "rows10"):
        assert len({one[rows] for one in told}) == 1, f"{rows}: a sum over accounts depends on their order"

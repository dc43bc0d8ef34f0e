"""`python -m core target CASE.json`: weights from a mandate, or why there are none."""

from dataclasses import replace
from pathlib import Path

import click

from core.cli.door import NO, YES, Answer, command, read_case
from core.domain.target import Infeasible, Target
from core.words import percent


@command("target", click.argument("case", type=str))
def target(case: str) -> Answer:
    """Weights from a mandate and prices; exit 1 where its limits cannot hold together."""
    from core.optimize import solve_blend
    from core.optimize.reading import read_target_case

    folder = Path.cwd() if case == "-" else Path(case).parent
    asked = read_target_case(read_case(case), folder)
    answer = solve_blend(asked.returns, asked.mandate, asked.models, asked.factor_returns)
    answer = replace(answer, issues=(*asked.issues, *answer.issues))
    if isinstance(answer, Target):
        return Answer(answer, YES, _weights(answer))
    return Answer(answer, NO, _conflicts(answer))


def _weights(answer: Target) -> str:
    lines = [f"{symbol:<12} {percent(weight, 2):>8}" for symbol, weight in answer.weights.items() if weight]
    facts = f"expected {percent(answer.expected_return, 2)}, volatility {percent(answer.volatility, 2)} a year"
    notes = [f"{issue.severity}: {issue.where}: {issue.message}" for issue in answer.issues]
    return "\n".join([*lines, "", f"{facts}; {answer.solver}", *notes])


def _conflicts(answer: Infeasible) -> str:
    lines = ["No portfolio meets the mandate. These limits cannot hold together; dropping any one helps:"]
    lines += [f"  {conflict.sentence} ({conflict.constraint})" for conflict in answer.conflicts]
    if answer.nearest:
        lines += ["The nearest portfolio gives way here:"]
        lines += [f"  {relaxed.constraint} by {relaxed.by:.4f}" for relaxed in answer.nearest.relaxed]
    return "\n".join(lines)

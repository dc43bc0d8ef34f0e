"""`python -m core measure CASE.json`: risk metrics of a return series; `--list` prints what there is."""

import click

from core.cli.door import Answer, command, read_case
from core.domain.errors import BadInput


@command("measure", click.argument("case", type=str, required=False), click.option("--list", "listed", is_flag=True))
def measure(case: str | None, listed: bool) -> Answer:
    """Risk metrics of a return series, with unit, convention and source."""
    from core.risk.measuring import describe, measure_case

    if listed:
        found = describe()
        lines = [f"{one.name:<28} {one.unit}; {_settings(one.parameters)}{one.sign}; {one.source}" for one in found]
        return Answer({"metrics": found}, text="\n".join(lines))
    if case is None:
        raise BadInput("CASE", "name a case file, or ask for --list")
    values = measure_case(read_case(case))
    lines = [f"{name:<28} {_shown(one.value):>14}  {one.unit}, {one.convention}" for name, one in values.items()]
    return Answer({"metrics": values}, text="\n".join(lines))


def _settings(parameters: object) -> str:
    pairs = parameters.items() if isinstance(parameters, dict) else ()
    return "".join(f"{name}={default}; " for name, default in pairs)


def _shown(value: float | None) -> str:
    return "–" if value is None else f"{value:.6g}"

"""The family of metrics: what a decorated function declares of itself, and its parameters."""

import inspect
from collections.abc import Callable
from typing import Any, Literal

from core.registry import Entry, Registry
from core.risk.sample import Sample

Metric = Callable[..., float]
Need = Literal["benchmark", "weights", "target", "assets"]

METRICS: Registry[Metric] = Registry("metric", "core.risk.metrics")
"""Functions of a `Sample`; their keyword-only arguments are the parameters that a case may set."""


def metric(
    *, unit: str, source: str, convention: str = "", sign: str = "as it is", needs: tuple[Need, ...] = ()
) -> Callable[[Metric], Metric]:
    """Register a metric under its function's name.

    convention : how it is counted; may name parameters and `periods_per_year` in braces
    needs : what must stand beside the returns; `weights` and `assets` stand in their place
    """
    return METRICS.add(unit=unit, source=source, convention=convention, sign=sign, needs=needs)


def parameters(entry: Entry[Metric]) -> dict[str, Any]:
    """Parameter -> default, as the function declares them."""
    signature = inspect.signature(entry.function)
    return {
        name: parameter.default
        for name, parameter in signature.parameters.items()
        if parameter.kind is inspect.Parameter.KEYWORD_ONLY
    }


def lacking(entry: Entry[Metric], sample: Sample) -> list[str]:
    """What the metric needs and the sample does not have."""
    there = {
        "benchmark": sample.benchmark is not None,
        "weights": sample.weights is not None,
        "target": sample.target is not None,
        "assets": sample.assets is not None,
    }
    missing = [need for need in entry.facts["needs"] if not there[need]]
    own = {"weights", "assets", "target"} & set(entry.facts["needs"])
    return missing if own or len(sample.returns) else [*missing, "returns"]

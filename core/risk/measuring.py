"""A measure case: which metrics are asked, with which parameters, on which data; and their values.

A null return is no observation: the period is dropped (from the benchmark too, as they are paired). A value that
the data cannot give is null.
"""

import difflib
import math
import warnings
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from core.domain.errors import BadInput
from core.registry import Entry
from core.risk.metric import METRICS, Metric, lacking, parameters
from core.risk.reading import DATA, read_sample
from core.risk.sample import Sample


@dataclass(frozen=True, slots=True)
class Measured:
    """One value: None where the data cannot give it. `observations` counts the periods behind it."""

    value: float | None
    unit: str
    convention: str
    sign: str
    source: str
    observations: int
    coverage: float


@dataclass(frozen=True, slots=True)
class Described:
    """What a metric says of itself."""

    name: str
    unit: str
    parameters: Mapping[str, Any]
    sign: str
    needs: tuple[str, ...]
    convention: str
    source: str
    formula: str


def measure_case(plain: Any) -> dict[str, Measured]:
    """Metric -> its value, from the JSON values of a case.

    Raises UnknownName for a metric that is not there, BadInput for data or a parameter that is wrong or that no
    asked metric takes.
    """
    if not isinstance(plain, Mapping):
        raise BadInput("", "expected an object with returns")
    sample = read_sample(plain)
    asked = _asked(plain.get("metrics"), sample)
    chosen = {name: value for name, value in plain.items() if name not in DATA and name != "metrics"}
    _refuse_unused(chosen, asked)
    return {entry.name: measure(entry, sample, chosen) for entry in asked}


def measure(entry: Entry[Metric], sample: Sample, chosen: Mapping[str, Any] | None = None) -> Measured:
    """One metric of a sample; parameters that it does not take are passed over."""
    taken = {**parameters(entry), **_taken(entry, chosen or {})}
    with np.errstate(all="ignore"), warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        try:
            value = float(entry.function(sample, **taken))
        except (ZeroDivisionError, OverflowError):
            value = math.nan
    facts = entry.facts
    said = str(facts["convention"]).format(**taken, periods_per_year=f"{sample.periods_per_year:g}")
    return Measured(
        value=value if math.isfinite(value) else None,
        unit=facts["unit"],
        convention=said,
        sign=facts["sign"],
        source=facts["source"],
        observations=len(sample.returns),
        coverage=1.0 - sample.dropped,
    )


def describe() -> tuple[Described, ...]:
    """Every metric, by name, with its parameters and their defaults."""
    return tuple(
        Described(
            name=entry.name,
            unit=entry.facts["unit"],
            parameters=parameters(entry),
            sign=entry.facts["sign"],
            needs=entry.facts["needs"],
            convention=entry.facts["convention"],
            source=entry.facts["source"],
            formula=(entry.function.__doc__ or "").strip(),
        )
        for entry in METRICS.entries()
    )


def _asked(names: Any, sample: Sample) -> tuple[Entry[Metric], ...]:
    """The metrics of the case; all that its data allow where none is named."""
    if names is None:
        return tuple(entry for entry in METRICS.entries() if not lacking(entry, sample))
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise BadInput("metrics", "expected a list of names")
    asked = tuple(METRICS.entry(name) for name in dict.fromkeys(names))
    for entry in asked:
        missing = lacking(entry, sample)
        if missing:
            raise BadInput("metrics", f"{entry.name} needs {' and '.join(missing)}")
    return asked


def _refuse_unused(chosen: Iterable[str], asked: Iterable[Entry[Metric]]) -> None:
    taken = {name for entry in asked for name in parameters(entry)}
    for name in chosen:
        if name not in taken:
            near = difflib.get_close_matches(name, {*taken, *DATA, "metrics"}, n=2)
            hint = f" Did you mean {' or '.join(near)}?" if near else ""
            known = f" They take {', '.join(sorted(taken))}." if taken else " They take none."
            raise BadInput(name, f"no asked metric takes this parameter.{hint or known}")


def _taken(entry: Entry[Metric], chosen: Mapping[str, Any]) -> dict[str, Any]:
    """The parameters that this metric takes, of the kind that it expects."""
    known = parameters(entry)
    return {name: _typed(name, value, known[name]) for name, value in chosen.items() if name in known}


def _typed(name: str, value: Any, default: Any) -> Any:
    """The value as the kind of the default: true or false, text, a whole number, a number (None: a number or null)."""
    if isinstance(default, (bool, str)):
        if type(value) is not type(default):
            raise BadInput(name, "expected true or false" if isinstance(default, bool) else "expected text")
        return value
    if default is None and value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise BadInput(name, f"expected a number, found {value!r}")
    if isinstance(default, int) and not isinstance(default, bool):
        if value != int(value):
            raise BadInput(name, f"expected a whole number, found {value}")
        return int(value)
    return float(value)

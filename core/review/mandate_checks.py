"""What a candidate mandate must be before a committee reads it: complete, within its own limits, and something new."""

from core.domain.errors import BadInput
from core.domain.mandate import Mandate
from core.market.asset_classes import labels
from core.review.mandates import compare_mandates
from core.words import class_label, percent


def refuse_unsound(candidate: Mandate, standing: Mandate | None) -> None:
    """BadInput says what is missing, which of its own limits it breaks, or that nothing differs from what stands."""
    if not candidate.id or not candidate.name.strip():
        raise BadInput("name", "a mandate needs an id and a name")
    if candidate.target is None:
        raise BadInput("target", "a mandate needs target weights")
    for name, (least, most) in candidate.class_bounds.items():
        weight = candidate.target.weight(name)
        if candidate.target.by == "asset_class" and not least - 1e-9 <= weight <= most + 1e-9:
            limits = f"{percent(least)} to {percent(most)}"
            label = class_label(name, labels())
            raise BadInput(
                f"target.weights.{name}", f"{label} at {percent(weight)} is outside its own limits, {limits}"
            )
    if standing is not None and not compare_mandates(standing, candidate, labels()).changes:
        raise BadInput("mandate", "nothing differs from the version in force")

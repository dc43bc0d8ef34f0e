"""Header rows of table files: what each column is, read together with the merged label above it."""

import re
from collections.abc import Sequence

from core.ingest.columns import bare_market
from core.ingest.vocabulary import DATES, known_role, plain_label, role_of


def under(above: Sequence[str], labels: Sequence[str]) -> list[str]:
    """Header labels with the merged label above them, where only both together name a column: `Purchase` | `Date`."""
    named, group = [], ""
    for place, label in enumerate(labels):
        group = (above[place] if place < len(above) else "") or group
        both = f"{group} {label}"
        vague = bool(group and label) and role_of(label) in (None, "other", *DATES)
        named.append(both if vague and known_role(both) not in (None, "other") else label)
    return named if 1 < len([cell for cell in above if cell]) < len([label for label in labels if label]) else [*labels]


def settled_roles(labels: Sequence[str]) -> list[str | None]:
    """Roles of a header row; `Amount` is the quantity where price and value stand beside it, one value is the value."""
    roles = [role_of(label) if label else None for label in labels]
    if "quantity" not in roles and {"amount", "price", "value"} <= set(roles) and "activity" not in roles:
        roles[roles.index("amount")] = "quantity"
    if "value" not in roles and "cost" in roles:
        roles = ["value" if bare_market(label) else role for label, role in zip(labels, roles, strict=True)]
    if roles.count("description") == 2 and not {"symbol", "identifier"} & set(roles):
        roles = [
            "symbol" if plain_label(label) == "instrument" else role for label, role in zip(labels, roles, strict=True)
        ]
    if "quantity" in roles and "value" in roles and not {"price", "maturity", "accrued"} & set(roles):
        roles = ["price" if plain_label(label) == "rate" else role for label, role in zip(labels, roles, strict=True)]
    values = [place for place, role in enumerate(roles) if role == "value"]
    for place in values[1:]:
        if re.search(r"\b(?:in|base)\b", labels[place], re.I):
            roles[place] = "value_base"
    return roles

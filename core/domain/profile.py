"""The investment profile of a household: what a recommendation has to fit, as asked and written down on a day.

The fields are those of 17 CFR 240.15l-1(b)(2): age, other investments, financial situation and needs, tax status,
investment objectives, experience, time horizon, liquidity needs, risk tolerance. Personal data.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

RiskTolerance = Literal["low", "low_to_medium", "medium", "medium_to_high", "high"]


@dataclass(frozen=True, slots=True)
class InvestmentProfile:
    """One version of a household's profile; what was not asked yet is empty or None.

    age : of each person who decides, in years on `as_of`; horizon_years : until the money is mainly needed
    as_of : the day on which the household confirmed it
    relationship_summary : the day on which Form CRS was last delivered
    other : anything else the household told
    """

    household: str
    age: tuple[int, ...] = ()
    objectives: str = ""
    horizon_years: int | None = None
    risk_tolerance: RiskTolerance | None = None
    liquidity_needs: str = ""
    experience: str = ""
    financial_situation: str = ""
    tax_status: str = ""
    other_investments: str = ""
    as_of: date | None = None
    relationship_summary: date | None = None
    other: str = ""
    version: int = 1
    note: str = ""


PROFILE_FIELDS: dict[str, str] = {
    "age": "Age",
    "objectives": "Investment objectives",
    "horizon_years": "Time horizon",
    "risk_tolerance": "Risk tolerance",
    "liquidity_needs": "Liquidity needs",
    "experience": "Investment experience",
    "financial_situation": "Financial situation and needs",
    "tax_status": "Tax status",
    "other_investments": "Other investments",
    "as_of": "Date of the profile",
    "relationship_summary": "Form CRS delivered",
}
"""Every field that a recommendation record needs -> its name on paper, in the order in which it is printed."""


def missing_fields(profile: InvestmentProfile) -> tuple[str, ...]:
    """The fields that are still empty, in order; a zero horizon is an answer."""
    return tuple(name for name in PROFILE_FIELDS if getattr(profile, name) in (None, "", ()))

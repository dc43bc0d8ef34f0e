"""What is compared in the lab: a policy, the terms on which all of them trade, and how one came out."""

from dataclasses import dataclass

from core.domain.allocation import Destination
from core.domain.errors import BadInput

LOOKS = {"daily": 1, "every two weeks": 10, "monthly": 21, "quarterly": 63, "yearly": 252}
"""Trading days between looks."""


@dataclass(frozen=True, slots=True)
class LabPolicy:
    """When a policy looks and how far it trades back.

    every : trading days between looks; widths : half-width of each class's band in weight, None for a calendar
        policy, which trades everything to target at each look
    destination : where a class that was outside ends; classes inside move only as its counterparty
    cash_flow : new money goes to what is below target, and nothing else is traded
    harvest : a class below its basis by the terms' `harvest_at` is sold and replaced, its loss kept
    """

    name: str
    every: int
    widths: tuple[float, ...] | None = None
    destination: Destination = "target"
    cash_flow: bool = False
    harvest: bool = False

    def __post_init__(self) -> None:
        if self.every < 1:
            raise BadInput("every", "a policy looks every day at most")
        if self.widths is not None and any(width < 0 for width in self.widths):
            raise BadInput("widths", "a band has no negative width")


@dataclass(frozen=True, slots=True)
class Terms:
    """What is the same for all policies.

    target : weights, summing to 1; cost : fraction of each dollar bought or sold; tax_rate : on net realised gains at
        the average basis, losses carried forward; short_rate : on gains of a year or less where lots are kept (0: the
        same); flow : new money a year as a fraction of wealth, paid in monthly
    """

    target: tuple[float, ...]
    cost: float = 0.0005
    tax_rate: float = 0.0
    flow: float = 0.0
    harvest_at: float = 0.05
    short_rate: float = 0.0

    def __post_init__(self) -> None:
        if abs(sum(self.target) - 1) > 1e-6 or min(self.target) < 0:
            raise BadInput("target", "target weights are not negative and sum to 1")


@dataclass(frozen=True, slots=True)
class PolicyRun:
    """How one policy came out; all figures are a year.

    turnover : the smaller of buys and sells over wealth; tracking_error : annual, of the untaxed weights against the
        target mix; trades : days with a trade; cost, tax : fractions of wealth; growth : after cost and tax
    """

    policy: LabPolicy
    turnover: float
    tracking_error: float
    trades: float
    cost: float
    tax: float
    growth: float

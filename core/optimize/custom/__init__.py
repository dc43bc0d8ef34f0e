"""Products without a daily price as assets with scenarios of their own: private funds and structured notes.

A private fund becomes one more column of the returns. Where a note stands, every asset is seen at the note's term: the
same drawn blocks of days for all of them, so that what moves together does so in the scenarios.
"""

from core.optimize.custom.payoffs import PAYOFFS
from core.optimize.custom.together import Scenarios, with_products

__all__ = ["PAYOFFS", "Scenarios", "with_products"]

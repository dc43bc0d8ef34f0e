"""HiGHS without its banner: the one place where this house makes a solver.

highspy writes a banner to file descriptor 1 when its callbacks are first switched on, before any option can be set
from outside; so the option is set there.
"""

from functools import cache
from typing import Any


def new_highs() -> Any:
    """A solver that prints nothing and runs on one thread, so that the same program has the same answer."""
    solver = _quiet_highs()()
    solver.setOptionValue("threads", 1)
    return solver


@cache
def _quiet_highs() -> Any:
    import highspy

    class QuietHighs(highspy.Highs):
        def enableCallbacks(self) -> None:
            self.setOptionValue("output_flag", False)
            super().enableCallbacks()  # type: ignore[no-untyped-call]

    return QuietHighs

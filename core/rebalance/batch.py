"""Many households without their words: what the engine would do with each, in this process or as a child.

As a child (`python -m core.rebalance.batch`) it reads one case a line from standard input and answers each with one
line, `{"outcome": …}` or `{"trouble": "…"}`, until its input ends. What a solver prints goes to standard error.
"""

import json
import os
import sys
from decimal import Decimal
from typing import Any

from core.domain.canonical import canonical_bytes, from_plain
from core.domain.case import Case
from core.domain.committee import Outcome
from core.domain.errors import CoreError
from core.rebalance import rebalance


def outcome(case: Case) -> Outcome:
    """The engine's answer to a case in figures, the same as a proposal of that case would have."""
    answer = rebalance(case, counterfactuals=False)
    bought = sum((trade.amount for trade in answer.trades if trade.side == "buy"), Decimal(0))
    sold = sum((trade.amount for trade in answer.trades if trade.side == "sell"), Decimal(0))
    return Outcome(
        status=answer.status,
        trades=len(answer.trades),
        tax=answer.tax.total,
        turnover=min(bought, sold),
        drift_before=answer.before.drift_total,
        drift_after=answer.after.drift_total,
        out_before=len(answer.before.out_of_band),
        out_after=len(answer.after.out_of_band),
        conflicts=tuple(conflict.sentence for conflict in answer.conflicts),
    )


def main() -> None:
    """Answer every line of standard input."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    for line in sys.stdin.buffer:
        answers.write(canonical_bytes(_answer(line)) + b"\n")
        answers.flush()


def _answer(line: bytes) -> dict[str, Any]:
    try:
        return {"outcome": outcome(from_plain(Case, json.loads(line)))}
    except CoreError as error:
        return {"trouble": str(error)}


if __name__ == "__main__":
    main()

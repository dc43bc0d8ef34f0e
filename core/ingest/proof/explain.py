"""When a failed proof is explained: each line ties by itself and what fails is named in one place.

Where our own reading may be at fault (many checks fail, a line stands twice, a line that nothing confirms), the
account is unproven instead.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from decimal import Decimal

from core.domain.statement import Check, StatementAccount, StatementLine
from core.ingest.lexicon.figures import ties

SHARE = 5
"""At most one line in so many may fail by itself."""


def is_explained(
    account: StatementAccount, checks: Sequence[Check], sums: Collection[str], single: Collection[str]
) -> bool:
    """Whether the failed checks are localised. `sums` are the names of checks of sums, `single` those of lines."""
    failed = [check for check in checks if not check.ok]
    lines = [line for line in account.positions if line.market_value is not None]
    alone = {check.where for check in failed if check.check in single}
    if len(alone) > max(1, len(lines) // SHARE):
        return False
    wrong = [check for check in failed if check.check in sums]
    if not wrong:
        return True
    held = [check for check in checks if check.ok and check.check in sums]
    if len({check.difference for check in wrong}) > max(1, len(held)):
        return False
    return _reading_holds(lines, wrong, failed, single)


def _reading_holds(
    lines: Sequence[StatementLine], wrong: Sequence[Check], failed: Sequence[Check], single: Collection[str]
) -> bool:
    """Whether the lines under the wrong sums were surely read right."""
    moved = {check.difference for check in failed if check.check in single}
    if any(check.difference in moved for check in wrong):
        return True
    too_much = any((check.difference or Decimal(0)) > 0 for check in wrong)
    if too_much and _twice(lines):
        return False
    loose = [line for line in lines if line.asset_type != "cash" and not _ties_itself(line)]
    return len(loose) <= len(lines) // SHARE


def _twice(lines: Sequence[StatementLine]) -> bool:
    seen = Counter((line.symbol or line.cusip or line.description, line.quantity, line.market_value) for line in lines)
    return any(times > 1 for times in seen.values())


def _ties_itself(line: StatementLine) -> bool:
    if line.quantity is None or line.price is None or line.market_value is None:
        return False
    return ties(line.quantity, line.price, line.unit, line.market_value)

"""Sums and counts that stand beside a table: what a page shows, it does not add up itself."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from core.domain.breach import Alert, Reading
from core.domain.proposal import CheckResult
from core.domain.trade import Trade
from core.words.numbers import number, signed, signed_dollars, whole_dollars
from core.words.sentences import count, plural


def tally(how_many: int, noun: str) -> str:
    """A key figure with its noun, always in digits: `8 classes`, `1 class`."""
    return f"{number(how_many)} {noun if how_many == 1 else plural(noun)}"


def dollars_from_target(readings: Iterable[Reading]) -> Decimal:
    """Dollars that stand away from target, both sides added up."""
    return sum((abs(one.dollars) for one in readings), Decimal(0))


def oldest_days(alerts: Iterable[Alert], as_of: date) -> int | None:
    """Age of the oldest alert."""
    return max(((as_of - alert.since).days for alert in alerts), default=None)


def turned_over(trades: Iterable[Trade]) -> Decimal:
    """Dollars bought and sold."""
    return sum((trade.amount for trade in trades), Decimal(0))


def checks_sentence(checks: Sequence[CheckResult]) -> tuple[str, bool]:
    """`● 14 of 14 checks hold`, and whether they all do."""
    held = sum(check.ok for check in checks)
    whole = held == len(checks) and bool(checks)
    return f"{'●' if whole else '■'} {held} of {len(checks)} checks hold", whole


@dataclass(frozen=True, slots=True)
class Outcome:
    """The figures of one setting of the levers: drift in bands, dollars, count."""

    after_tax: Decimal
    tax: Decimal
    drift: float
    trades: int

    def differences(self, before: "Outcome | None") -> tuple[str, str, str, str]:
        """Each figure's difference to the previous setting, `no change` where there is none."""
        if before is None:
            return ("no change",) * 4
        same = "no change"
        return (
            signed_dollars(self.after_tax - before.after_tax, 0) if self.after_tax != before.after_tax else same,
            signed_dollars(self.tax - before.tax, 0) if self.tax != before.tax else same,
            signed(self.drift - before.drift) if abs(self.drift - before.drift) >= 0.005 else same,
            signed(self.trades - before.trades, 0) if self.trades != before.trades else same,
        )

    def moves(self, before: "Outcome | None") -> tuple[str, ...]:
        """What changed since the previous setting, in words."""
        if before is None:
            return ()
        pairs = (
            ("After-tax, one year", whole_dollars(before.after_tax), whole_dollars(self.after_tax), ""),
            ("Tax now", whole_dollars(before.tax), whole_dollars(self.tax), ""),
            ("Largest drift", number(before.drift, 2), number(self.drift, 2), " bands"),
        )
        words = [f"{name} {was} → {now}{unit}" for name, was, now, unit in pairs if was != now]
        if before.trades != self.trades:
            words.append(f"{count(self.trades, 'trade', begin=True)} instead of {number(before.trades)}")
        return tuple(words)

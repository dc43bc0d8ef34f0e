"""When a holding turns long-term: the day of purchase is not counted, the day of sale is (Rev. Rul. 66-97, 70-598).

More than one year: from purchase + 1 year + 1 day. Bought on the last day of a month: from the first day of the
13th following month (Rev. Rul. 66-7). The later of the two holds.
"""

from datetime import date, timedelta

from core.domain.lot import Lot, Term

DAY = timedelta(days=1)


def long_from(start: date) -> date:
    """The first day on which a sale is long-term, for a holding that began with a purchase on `start`."""
    anniversary = _a_year_after(start)
    next_day = anniversary + DAY
    if (start + DAY).month == start.month:
        return next_day
    after_month = _first_of_next_month(date(start.year + 1, start.month, 1))
    return max(next_day, after_month)


def term(start: date, sold: date) -> Term:
    """Short or long for a purchase on `start` sold on `sold` (trade dates)."""
    return "long" if sold >= long_from(start) else "short"


def holding_start(lot: Lot) -> date | None:
    """Where the holding period of a lot begins: tacked or carried (26 USC 1223), else its purchase; None if unknown."""
    return lot.holding_start or lot.acquired


def lot_term(lot: Lot, sold: date) -> Term | None:
    """The term of a lot sold on a day: inherited is long (26 USC 1223(9)); None where the start is not known."""
    if lot.origin == "inheritance":
        return "long"
    start = holding_start(lot)
    return None if start is None else term(start, sold)


def days_to_long(lot: Lot, on: date) -> int | None:
    """Days from `on` until a sale would be long-term, 0 where it is so already; None where not known."""
    start = holding_start(lot)
    if lot.origin == "inheritance":
        return 0
    return None if start is None else max(0, (long_from(start) - on).days)


def _a_year_after(day: date) -> date:
    leap_day = day.month == 2 and day.day == 29
    return date(day.year + 1, 2, 28) if leap_day else day.replace(year=day.year + 1)


def _first_of_next_month(first: date) -> date:
    return date(first.year + first.month // 12, first.month % 12 + 1, 1)

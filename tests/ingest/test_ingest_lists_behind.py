"""A list of all accounts behind them, and what they hold together, is none of the last; its days are none of values."""

from decimal import Decimal as D

import pytest

from core.ingest.reading import read_here

HEAD = "Description                       Quantity    Price    Market Value\n"
TITLE = "Alder Moor Wealth                              September 30, 2026\nQuarterly report\n\n"
FIRST = (
    "Odile Farrow Rollover IRA (4471-8820)\n" + HEAD
    + "Quill Harbor Corp (QZAB)              10      50.00        500.00\n"
    + "Larch Corp (QZAC)                     20      10.00        200.00\n"
    + "Total                                                      700.00\n"
)  # fmt: skip
SECOND = (
    "Tobias Farrow Roth IRA (4471-8821)\n" + HEAD
    + "Quill Harbor Corp (QZAB)               2      50.00        100.00\n"
    + "Sorrel Corp (QZAD)                     5      20.00        100.00\n"
    + "Total                                                      200.00\n"
)  # fmt: skip
BY_CLASS = (
    "Appendix: All Accounts\n"
    "Account                            Stocks       Bonds        Cash       Total\n"
    "Rollover IRA (4471-8820)           700.00        0.00        0.00      700.00\n"
    "Roth IRA (4471-8821)               200.00        0.00        0.00      200.00\n"
    "Total                              900.00        0.00        0.00      900.00\n"
)
BY_DAYS = (
    "Portfolio value by account\n"
    "Account               As of 06/30/2026     Net deposits      Gain     As of 09/30/2026\n"
    "4471-8820 Rollover IRA          650.00             0.00     50.00               700.00\n"
    "4471-8821 Roth IRA              190.00             0.00     10.00               200.00\n"
    "Total portfolio                 840.00             0.00     60.00               900.00\n"
)
OPENED = (
    "Your accounts\n"
    "Name                     Number       Custodian       Opened         Fee     Market Value\n"
    "Odile Rollover           4471-8820    Alder Moor      01/02/2015    0.90%        700.00\n"
    "Tobias Roth              4471-8821    Alder Moor      02/03/2016    0.90%        200.00\n"
    "                                                                                 900.00\n"
)
TOGETHER = (
    "Household Holdings\n" + HEAD
    + "Quill Harbor Corp (QZAB)              12      50.00        600.00\n"
    + "Larch Corp (QZAC)                     20      10.00        200.00\n"
    + "Sorrel Corp (QZAD)                     5      20.00        100.00\n"
    + "Total                                                      900.00\n"
)  # fmt: skip


@pytest.mark.parametrize("paged", [True, False])
@pytest.mark.parametrize(
    "parts",
    [(FIRST, SECOND, BY_CLASS), (FIRST, SECOND, BY_DAYS), (FIRST, SECOND, OPENED), (OPENED, FIRST, SECOND),
     (FIRST, SECOND, TOGETHER)],
)  # fmt: skip
def test_each_account_keeps_its_own(parts: tuple[str, ...], paged: bool) -> None:
    text = TITLE + ("\f" if paged else "\n").join(parts)
    found = read_here("report.txt", text.encode()).accounts
    assert [(one.number, one.status, one.stated_total) for one in found] == [
        ("…8820", "proven", D("700.00")),
        ("…8821", "proven", D("200.00")),
    ]
    assert [[line.symbol for line in one.positions] for one in found] == [["QZAB", "QZAC"], ["QZAB", "QZAD"]]
    assert [str(one.as_of) for one in found] == ["2026-09-30", "2026-09-30"]
    assert [one.owner for one in found] == ["Odile Farrow", "Tobias Farrow"]


def test_a_third_account_may_hold_what_the_others_do_together() -> None:
    third = TOGETHER.replace("Household Holdings", "Ines Farrow Roth IRA (4471-8822)")
    found = read_here("report.txt", (TITLE + "\f".join([FIRST, SECOND, third])).encode()).accounts
    assert [(one.number, len(one.positions)) for one in found] == [("…8820", 2), ("…8821", 2), ("…8822", 3)]

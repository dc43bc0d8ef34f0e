"""Table files with a view of what all accounts hold together beside the accounts: it counts no more."""

import pytest

from core.ingest.reading import read_here

HEAD = "Symbol,Name,Units,Price,Market Value\n"
JOINT = (
    f"Joint WROS 4417-8842\n{HEAD}QZAB,Quill Holdings,30,5.00,150.00\n"
    "QBND,Quill Bonds,12,10.00,120.00\nTotal,,,,270.00\n"
)
ROTH = f"Roth IRA 5521-7740\n{HEAD}QZAB,Quill Holdings,20,5.00,100.00\nTotal,,,,100.00\n"
ALL = f"{HEAD}QZAB,Quill Holdings,50,5.00,250.00\nQBND,Quill Bonds,12,10.00,120.00\nTotal,,,,370.00\n"
LOTS = "Symbol,Acquired,Units,Cost\nQZAB,2020-01-02,30,90.00\nQZAB,2021-01-04,20,70.00\nQBND,2021-01-04,12,100.00\n"


@pytest.mark.parametrize(
    "parts", [(JOINT, ROTH, ALL), (JOINT, ROTH, ALL, LOTS), (ALL, JOINT, ROTH), (ALL, JOINT, ROTH, LOTS)]
)
def test_a_view_of_all_accounts_counts_no_more(parts: tuple[str, ...]) -> None:
    statement = read_here("report.csv", "\n".join(parts).encode())
    assert [(one.number, len(one.positions), one.status) for one in statement.accounts] == [
        ("…8842", 2, "proven"), ("…7740", 1, "proven"),
    ]  # fmt: skip
    if LOTS in parts:
        assert [[len(line.lots) for line in one.positions] for one in statement.accounts] == [[1, 1], [1]]


def test_a_view_that_does_not_add_up_is_not_left_out() -> None:
    statement = read_here("report.csv", "\n".join((JOINT, ROTH, ALL.replace("50,5.00,250", "51,5.00,255"))).encode())
    assert not all(one.status == "proven" for one in statement.accounts)

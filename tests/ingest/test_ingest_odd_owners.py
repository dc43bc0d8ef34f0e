"""An owner that reads like none is told: a part of a name, a house, a label, figures, a holding of the account."""

import pytest

from core.ingest.owners.odd_owners import why_odd
from core.ingest.owners.whose import facts_in_doubt
from core.ingest.reading import read_here

HOLDINGS = """
Positions as of June 30, 2026
Symbol,Description,Quantity,Price,Market Value
QZAB,Harbor Quill Growth,100,12.50,"1,250.00"
Total account value,,,,"1,250.00"
"""


@pytest.mark.parametrize(
    ("owner", "why"),
    [
        ("Maren Quill", ""),
        ("Maren T. Quill & Tobias Hale", ""),
        ("Maren Quill Jr.", ""),
        ("Maren Quill III", ""),
        ("O'Hale-Quill Family Trust", ""),
        ("Maren Quill 2014 Irrevocable Trust U/A DTD 03/14/2014", ""),
        ("Quill Harbor Capital LLC", ""),
        ("Tobias Banks", ""),
        ("MAREN QUILL &", "a part of a name"),
        ("MAREN QUILL CUST", "a part of a name"),
        ("Tobias Hale & Maren T", "a part of a name"),
        ("TTEE Maren Quill", "a part of a name"),
        ("Quill Family Trust u/a dtd", "a part of a name"),
        ("Alder Ridge", "a house that keeps accounts"),
        ("ALDER TRUST COMPANY", "a house that keeps accounts"),
        ("THE HOUSEHOLD OF: MAREN", "nobody"),
        ("Statement Period", "nobody"),
        ("MAREN QUILL UCAUTMA", "words of the kind"),
        ("MAREN QUILL TOD", "words of the kind"),
        ("Maren Quill 4471", "figures"),
        ("Harbor Quill Growth", "a holding"),
    ],
)
def test_why_an_owner_is_odd(owner: str, why: str) -> None:
    told = why_odd(owner, "Alder Ridge", ["Harbor Quill Growth Class A"])
    assert (why in told) if why else not told


def test_an_odd_owner_is_in_doubt_and_takes_no_proof_away() -> None:
    head = "Account number: 5511-2233\nAccount owner: Maren Quill or\nAccount type: Individual\n"
    (account,) = read_here("paper.csv", f"{head}{HOLDINGS}".encode()).accounts
    assert account.status == "proven"
    assert facts_in_doubt(account) == {"owner"}

"""Pages of a bank that is trustee or custodian: balances of its cash apart, the owner in its words, a wide head."""

from decimal import Decimal as D

import pytest

from core.domain.statement import StatementAccount
from core.ingest.lexicon.people import is_trust
from core.ingest.owners.account_titles import title_of
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

PLACES = (40, 110, -360, -440, -520)
HELD = (
    ("100.000", "Quill Holdings Inc.", "4,100.00", "3,000.00", "1,100.00"),
    ("50.000", "Slate Total Market ETF", "4,000.00", "3,500.00", "500.00"),
    ("", "Principal Cash", "310.25", "310.25", "0.00"),
    ("", "Income Cash", "89.75", "89.75", "0.00"),
)


def paper(moved: tuple[str, str], total: str = "8,500.00", sums: bool = True) -> StatementAccount:
    """Cash of two kinds among what is held, and a reconciliation that ends in the balance of each."""
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Account Number 61-40417")], step=12)
    pencil.row([(40, "Account Statement for June 1, 2026 - June 30, 2026")], step=30)
    pencil.row([(40, "Cash Reconciliation")], "B", size=11, step=18)
    pencil.row([(-360, "Income cash"), (-440, "Principal cash")], "B")
    for label, *amounts in (("Beginning balance", "0.00", "0.00"), ("Ending balance", *moved)):
        pencil.row([(110, label), (-360, amounts[0]), (-440, amounts[1])])
    pencil.row([(40, "Portfolio Details")], "B", size=11, step=18)
    heads = ("Shares", "Description", "Market value", "Cost", "Gain/loss")
    pencil.row(list(zip(PLACES, heads, strict=True)), "B")
    for cells in HELD:
        pencil.row([(place, text) for place, text in zip(PLACES, cells, strict=True) if text])
    pencil.row([(110, "Total Portfolio"), (-360, f"${total}"), (-440, "$6,900.00"), (-520, "$1,600.00")], "B", step=30)
    if sums:
        pencil.row([(40, "Transaction Detail")], "B", size=11, step=18)
        pencil.row([(40, "Date"), (110, "Description"), (-360, "Income cash"), (-440, "Principal cash")], "B")
        pencil.row([(40, "06/12/2026"), (110, "Dividend Quill Holdings Inc."), (-360, moved[0])])
        pencil.row([(110, "Total"), (-360, moved[0]), (-440, moved[1])], "B")
    (account,) = read_here("bank.pdf", pencil.drawn().data).accounts
    return account


@pytest.mark.parametrize("moved", [("89.75", "310.25"), ("21.40", "115.00")])
@pytest.mark.parametrize("sums", [True, False])
def test_the_balance_of_a_part_of_the_cash_is_not_what_the_account_is_worth(moved: tuple[str, str], sums: bool) -> None:
    account = paper(moved, sums=sums)
    assert (account.stated_total, account.cash, account.status) == (D("8500.00"), D("400.00"), "proven")


def test_a_total_that_does_not_tie_stays_one_that_does_not() -> None:
    account = paper(("89.75", "310.25"), total="9,000.00")
    assert (account.stated_total, account.status) != (D("8500.00"), "proven")


@pytest.mark.parametrize(
    ("title", "owner", "kind"),
    [
        ("Alder Trust Company, Custodian for the IRA of Ines M. Calloway", "Ines M. Calloway", "IRA"),
        ("Alder Bank N.A., Custodian for Roth IRA of Ines Calloway", "Ines Calloway", "Roth IRA"),
        ("ALDER TRUST CO CUST FOR THE ROLLOVER IRA OF INES CALLOWAY", "INES CALLOWAY", "ROLLOVER IRA"),
    ],
)
def test_whose_retirement_account_a_bank_keeps_is_its_owner(title: str, owner: str, kind: str) -> None:
    told = title_of(title)
    assert told is not None and (told.owner, told.kind) == (owner, kind)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Calloway 2014 Irrevocable Trust", True),
        ("2014 Calloway Irrevocable Trust", True),
        ("Calloway Irrevocable Trust of 2014", True),
        ("Calloway Children's Trust", True),
        ("Ines Calloway Irrevocable Life Insurance Trust", True),
        ("Ines Calloway Special Needs Trust", True),
        ("2014 Irrevocable Trust", False),
        ("Children's Trust", False),
        ("Alder Target 2045 Trust", False),
    ],
)
def test_a_trust_may_bear_its_year_and_its_purpose(text: str, named: bool) -> None:
    assert is_trust(text) is named


@pytest.mark.parametrize("label", ["Account Number", "Account No."])
@pytest.mark.parametrize(("lower", "size"), [(2, 15), (5.4, 15), (6, 16), (8, 20), (12, 24)])
@pytest.mark.parametrize(
    "kind", ["Joint Tenants with Rights of Survivorship of", "Individual account of", "Account of"]
)
def test_a_number_under_its_label_at_the_head_of_a_page_beside_a_large_letterhead(
    kind: str, lower: float, size: float, label: str
) -> None:
    pencil = Pencil()
    for page in range(2):
        pencil.page()
        pencil.y = 34
        pencil.at(40, "alder clearing", "B", size, pencil.y + lower)
        pencil.row([(230, kind), (476, label)], "B", step=10)
        pencil.row([(230, "INES CALLOWAY &"), (476, "4417-2290")], step=10)
        pencil.row([(230, "TOBIAS CALLOWAY JT TEN WROS"), (476, "Statement Period")], step=10)
        pencil.row([(476, "June 1-30, 2026")], step=30)
        if page == 0:
            pencil.row([(60, "Ending Account Value"), (-520, "$8,100.00")], step=30)
            continue
        heads = ("Quantity", "Description", "Market Value", "Cost", "Gain")
        pencil.row(list(zip(PLACES, heads, strict=True)), "B")
        for cells in HELD[:2]:
            pencil.row(list(zip(PLACES, cells, strict=True)))
        pencil.row([(110, "Total Account Value"), (-360, "$8,100.00")], "B")
    (account,) = read_here("alder.pdf", pencil.drawn().data).accounts
    assert (account.number, account.status) == ("…2290", "proven")
    assert account.owner == "INES CALLOWAY & TOBIAS CALLOWAY"


@pytest.mark.parametrize("edge", [1, -1])
def test_a_number_stands_at_the_other_edge_of_its_column_than_its_label(edge: int) -> None:
    pencil = Pencil()
    for number, worth in (("442917", "2,500.00"), ("743508", "5,000.00")):
        pencil.page()
        pencil.row([(40, "Alder Savings Plan")], "B", size=13, step=30)
        pencil.row([(40, "Participant"), (200, "Account number"), (330, "Date of hire"), (440, "Vested")], "B")
        told = [(40, "Ines M. Calloway"), (290, number), (400, "03/14/2009"), (490, "100%")]
        pencil.row([(40, told[0][1]), *((edge * place, text) for place, text in told[1:])], step=30)
        pencil.row([(40, "Fund"), (-360, "Units"), (-430, "Unit value"), (-500, "Value on 06/30/2026")], "B")
        units = f"{D(worth.replace(',', '')) / 25:.3f}"
        pencil.row([(40, "Osprey Income Fund"), (-360, units), (-430, "25.0000"), (-500, worth)])
        pencil.row([(40, "Total account balance"), (-500, f"${worth}")], "B")
    found = read_here("alder.pdf", pencil.drawn().data).accounts
    assert [(one.number, one.stated_total, one.status) for one in found] == [
        ("…2917", D("2500.00"), "proven"),
        ("…3508", D("5000.00"), "proven"),
    ]

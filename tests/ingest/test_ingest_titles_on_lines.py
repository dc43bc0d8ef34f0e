"""Households of several accounts: each has the owner and the registration of its own title, however that is set."""

import pytest

from core.domain.statement import StatementAccount
from core.ingest.lines.facts import facts_of
from core.ingest.nouns.events import Fact, Where
from core.ingest.owners.account_titles import title_of
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

STOPS = (-280, -340, -400, -480)
HEADS = ("Quantity", "Price", "Cost Basis", "Market Value")


def holdings(pencil: Pencil, worth: int) -> None:
    """A table of two securities and their sum."""
    pencil.row([(40, "Security"), *zip(STOPS, HEADS, strict=True)], "B")
    for part, name in enumerate(("Quill Fund (QZAB)", "Ember Corp (QZBF)"), start=1):
        units = worth * part // 3
        pencil.row([(40, name), *zip(STOPS, (str(units), "1.00", f"{units}.00", f"{units}.00"), strict=True)])
    pencil.row([(40, "Total Account Value"), (-480, f"{worth:,}.00")], "B")


def told(pencil: Pencil) -> list[tuple[str, str, str]]:
    """Number, owner and registration of each account, all of which have to be proven."""
    accounts: tuple[StatementAccount, ...] = read_here("paper.pdf", pencil.drawn().data).accounts
    assert [one.status for one in accounts] == ["proven"] * len(accounts)
    return [(one.number, one.owner, one.registration) for one in accounts]


BROKEN = {
    "Y20-114477": (["INES CALLOWAY & TOBIAS CALLOWAY - WITH RIGHTS OF", "SURVIVORSHIP"], 900),
    "Y20-225588": (["TOBIAS CALLOWAY - ROLLOVER IRA"], 600),
    "Y20-336699": (["INES CALLOWAY CUST FOR ODILE CALLOWAY", "UTMA/ME"], 1200),
    "Y20-447700": (["CALLOWAY FAMILY REVOCABLE TRUST - INES R", "CALLOWAY & TOBIAS M CALLOWAY TTEES"], 300),
}


def test_titles_under_the_rows_of_a_list_and_under_the_numbers_may_be_broken_over_two_lines() -> None:
    pencil = Pencil()
    pencil.page()
    pencil.say(
        "Alder Ridge Brokerage\nJune 1, 2026 - June 30, 2026\nTOBIAS CALLOWAY\n9 WILLOW CT\nPORT LARCH, CA 93105"
    )
    pencil.row([(40, "Account Name"), (-400, "Account Number"), (-480, "Ending Value")], "B", step=20)
    for number, (lines, worth) in BROKEN.items():
        pencil.row([(40, "ALDER RIDGE ACCOUNT"), (-400, number), (-480, f"${worth:,}.00")], step=9)
        pencil.say("\n".join(lines), step=9, size=7)
        pencil.y += 4
    for number, (lines, worth) in BROKEN.items():
        pencil.page()
        pencil.say("Alder Ridge Brokerage", step=20)
        pencil.say("\n".join([f"Account # {number}", *lines]), step=10)
        holdings(pencil, worth)
    assert told(pencil) == [
        ("…4477", "INES CALLOWAY & TOBIAS CALLOWAY", "taxable_joint"),
        ("…5588", "TOBIAS CALLOWAY", "traditional_ira"),
        ("…6699", "ODILE CALLOWAY", "utma"),
        ("…7700", "CALLOWAY FAMILY REVOCABLE TRUST", "trust_grantor"),
    ]


TITLED = {
    "5120-7741": ("Ines Calloway & Tobias Calloway - Joint WROS", 900),
    "5120-8852": ("Ines Calloway - SEP IRA", 600),
    "5120-9963": ("Calloway Family Revocable Trust", 300),
}


def test_a_title_over_its_number_is_that_of_no_account_before() -> None:
    pencil = Pencil()
    pencil.page()
    pencil.say("Tern Harbor Advisors\nAs of June 30, 2026")
    pencil.row([(40, "Account"), (-400, "Account Number"), (-480, "Market Value")], "B")
    for number, (title, worth) in TITLED.items():
        pencil.row([(40, title), (-400, number), (-480, f"${worth:,}.00")])
    pencil.row([(40, "Total"), (-480, "$1,800.00")], "B")
    for number, (title, worth) in TITLED.items():
        pencil.page()
        pencil.row([(40, f"Holdings - {title}")], "B", size=12, step=24)
        pencil.row([(40, f"Account {number} | The Calloway Family | As of June 30, 2026")], step=20)
        holdings(pencil, worth)
    assert told(pencil) == [
        ("…7741", "Ines Calloway & Tobias Calloway", "taxable_joint"),
        ("…8852", "Ines Calloway", "sep_ira"),
        ("…9963", "Calloway Family Revocable Trust", "trust_grantor"),
    ]


BESIDE = {
    "417-20934": ("Household Account", "INES CALLOWAY & TOBIAS CALLOWAY JT TEN", 900),
    "417-20945": ("Roth IRA", "TOBIAS CALLOWAY ALDER RIDGE BANK CUST ROTH IRA", 600),
    "417-20956": ("Custodial Account", "TOBIAS CALLOWAY CUST FOR ODILE CALLOWAY UNDER ME UTMA", 300),
}


def test_a_title_far_behind_the_number_opens_its_account_and_a_label_of_the_household_is_no_owner() -> None:
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "ALDER RIDGE"), (400, "Statement for June 1-30, 2026")], step=20)
    pencil.say("STATEMENT FOR THE HOUSEHOLD OF:\nINES CALLOWAY & TOBIAS CALLOWAY\nPO BOX 4\nPORT LARCH, CA 93105")
    pencil.row([(40, "Account"), (-400, "Account Number"), (-480, "Ending Value")], "B")
    for number, (name, _, worth) in BESIDE.items():
        pencil.row([(40, name), (-400, number), (-480, f"${worth:,}.00")])
    for number, (name, title, worth) in BESIDE.items():
        for _ in "12":
            pencil.page()
            pencil.row([(40, "ALDER RIDGE"), (400, "Statement for June 1-30, 2026")], step=20)
            pencil.row([(40, name), (150, number), (240, title)], "B", step=20)
        holdings(pencil, worth)
    assert told(pencil) == [
        ("…0934", "INES CALLOWAY & TOBIAS CALLOWAY", "taxable_joint"),
        ("…0945", "TOBIAS CALLOWAY", "roth_ira"),
        ("…0956", "ODILE CALLOWAY", "utma"),
    ]


@pytest.mark.parametrize("first", ["INES CALLOWAY", "INES CALLOWAY &"])
def test_two_who_own_jointly_may_stand_on_two_lines(first: str) -> None:
    pencil = Pencil()
    pencil.page()
    pencil.say("Alder Ridge Brokerage", step=20)
    pencil.row([(40, first), (340, "Account Number: BQX-114477")], step=10)
    pencil.row([(40, "TOBIAS CALLOWAY JTWROS"), (340, "Statement Period: 06/01/2026 - 06/30/2026")], step=10)
    pencil.say("9 WILLOW CT\nPORT LARCH, CA 93105", step=10)
    holdings(pencil, 900)
    assert told(pencil) == [("…4477", "INES CALLOWAY & TOBIAS CALLOWAY", "taxable_joint")]


def test_an_heir_is_told_by_who_has_died() -> None:
    title = title_of("INES CALLOWAY BENE OF TOBIAS CALLOWAY")
    assert title is not None and title.owner == "INES CALLOWAY"
    assert title_of("INES CALLOWAY BENEFICIARY") is None


@pytest.mark.parametrize(
    "text", ["Statement for the Household of:", "Prepared for: Accounts of", "Joint Account - Rights of Survivorship"]
)
def test_a_label_and_a_right_own_nothing(text: str) -> None:
    assert [fact.text for fact in facts_of([text], Where(1)) if isinstance(fact, Fact) and fact.kind == "owner"] == []


def test_the_head_of_a_list_of_accounts_is_no_part_of_the_trust_below() -> None:
    pencil = Pencil(size=8)
    pencil.page()
    pencil.say("CALLOWAY FAMILY REVOCABLE TRUST\n9 WILLOW CT\nPORT LARCH, CA 93105", step=20)
    pencil.row([(40, "Accounts"), (-400, "Value on 05/31/2026"), (-480, "Value on 06/30/2026")], step=9)
    pencil.row([(40, "Revocable Trust brokerage account"), (-400, "$880.00"), (-480, "$900.00")], step=9)
    pencil.row([(40, "Calloway Family Revocable Trust (Account 20114477)")], step=20)
    holdings(pencil, 900)
    assert told(pencil) == [("…4477", "CALLOWAY FAMILY REVOCABLE TRUST", "trust_grantor")]

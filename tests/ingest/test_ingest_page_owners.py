"""An account is of whom the heads of its own pages name, whoever the paper of a household is sent to."""

from collections.abc import Sequence

import pytest

from core.domain.statement import StatementAccount
from core.ingest.lexicon.registrations import titled_number
from core.ingest.owners.page_owners import AMOUNT, owner_of_lines
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

Texts = Sequence[tuple[float, str]]


def drawn(first: Sequence[Texts], heads: Sequence[Sequence[Texts]]) -> dict[str, StatementAccount]:
    """The accounts of a paper with an address on its first page and a page for each account, by the end of the number.

    The first account holds 500 dollars, each further one 100 more.
    """
    pencil = Pencil(size=8, font="Sans")
    pencil.page()
    pencil.row([(40, "Alder Ridge")], step=24)
    for texts in first:
        pencil.row(texts, step=11)
    for place, head in enumerate(heads):
        pencil.page()
        pencil.row([(40, "Alder Ridge")], step=12)
        for texts in head:
            pencil.row(texts, step=9)
        pencil.row([], step=30)
        worth = 500 + 100 * place
        pencil.row([(40, "Security"), (-300, "Quantity"), (-360, "Price"), (-430, "Value")], "B")
        pencil.row([(40, "Quill Fund (QZABX)"), (-300, "10"), (-360, f"{worth / 10:.2f}"), (-430, f"{worth:.2f}")])
        pencil.row([(40, "Total account value"), (-430, f"${worth:.2f}")])
    accounts = read_here("household.pdf", pencil.drawn().data).accounts
    return {account.number[-4:]: account for account in accounts}


SENT = [
    [(40, "INES CALLOWAY &")],
    [(40, "TOBIAS CALLOWAY")],
    [(40, "JT TEN WROS")],
    [(40, "12 Quarry Lane")],
    [(40, "Dover, DE 19901")],
]


def test_each_account_is_of_whom_its_pages_name_beside_the_number() -> None:
    listed = [
        [(40, "Your accounts"), (200, "Account number"), (-430, "Value")],
        [(40, "INES CALLOWAY &"), (200, "205-724482-850"), (-430, "$500.00")],
        [(40, "INES CALLOWAY"), (200, "205-289734-357"), (-430, "$600.00")],
    ]
    joint = [
        [(300, "Wealth Account"), (440, "INES CALLOWAY &")],
        [(300, "205-724482-850"), (440, "TOBIAS CALLOWAY")],
        [(440, "JT TEN WROS")],
    ]
    own = [
        [(300, "Retirement Account"), (440, "INES CALLOWAY")],
        [(300, "205-289734-357"), (440, "ALDER RIDGE LLC CUSTODIAN")],
        [(440, "ROTH IRA")],
    ]
    accounts = drawn([*SENT, *listed], [joint, own])
    assert accounts["2850"].owner == "INES CALLOWAY & TOBIAS CALLOWAY"
    assert accounts["2850"].registration == "taxable_joint"
    assert accounts["4357"].owner == "INES CALLOWAY"
    assert accounts["4357"].registration == "roth_ira"


def test_a_word_of_the_house_beside_the_second_of_two_names_parts_them_not() -> None:
    heads = [
        [[(84, "INES CALLOWAY &"), (400, "2290-6614")], [(40, "ridge"), (84, "TOBIAS CALLOWAY JT TEN WROS")]],
        [[(84, "TOBIAS CALLOWAY"), (400, "8815-0347")], [(40, "ridge"), (84, "ALDER RIDGE CUST ROTH IRA")]],
    ]
    listed = [
        [(40, "Your accounts"), (200, "Account number"), (-430, "Value")],
        [(40, "Alder One Account"), (200, "2290-6614"), (-430, "$500.00")],
        [(40, "Roth Contributory IRA"), (200, "8815-0347"), (-430, "$600.00")],
    ]
    accounts = drawn([[(60, "INES CALLOWAY")], *SENT[3:], *listed], heads)
    assert [one.owner for one in accounts.values()] == ["INES CALLOWAY & TOBIAS CALLOWAY", "TOBIAS CALLOWAY"]


def test_a_label_in_front_of_the_owner_on_each_page() -> None:
    def head(owner: str, number: str, kind: str) -> list[Texts]:
        return [[(250, f"Account Holder(s) {owner}")], [(250, f"Account Number {number}")], [(40, kind)]]

    accounts = drawn(
        [[(250, "Portfolio for Calloway Family Trust")], [(40, "CALLOWAY FAMILY TRUST")], *SENT[3:]],
        [
            head("Calloway Family Trust", "148-11650-1", "Living Trust"),
            head("Tobias Calloway", "324-91865-1", "Traditional IRA"),
            head("Ines Calloway (Beneficiary of Odile Calloway)", "902-73118-2", "Inherited Traditional IRA"),
        ],
    )
    assert [account.owner for account in accounts.values()] == [
        "Calloway Family Trust",
        "Tobias Calloway",
        "Ines Calloway",
    ]
    assert accounts["1182"].registration == "inherited_ira"


def test_a_title_over_the_number_beats_its_neighbour_in_a_list() -> None:
    titles = ["Ines Calloway and Tobias Calloway—Joint account (JTWROS)", "Ines Calloway—Roth IRA"]
    titles += ["Odile Calloway, Tobias Calloway custodian—UTMA account"]
    numbers = ["Brokerage account—XXXX6776", "Brokerage account—XXXX5479", "Mutual fund account—XXXX5200"]
    listed: list[Texts] = [[(40, "Your accounts"), (-430, "Value on 06/30/2026")]]
    for place, (title, number) in enumerate(zip(titles, numbers, strict=True)):
        listed += [[(40, title), (-430, f"${500 + 100 * place:.2f}")], [(40, number)], []]
    heads = [[[(40, title)], [(40, number)]] for title, number in zip(titles, numbers, strict=True)]
    accounts = drawn([*SENT[:2], *SENT[3:], *listed], heads)
    assert [(one.owner, one.registration) for one in accounts.values()] == [
        ("Ines Calloway and Tobias Calloway", "taxable_joint"),
        ("Ines Calloway", "roth_ira"),
        ("Odile Calloway", "utma"),
    ]
    assert [dict(one.doubts) for one in accounts.values()] == [{}, {}, {}]


@pytest.mark.parametrize(
    ("text", "told"),
    [("Portfolio 7979.609.04", False), ("205-724482-850 $1,500.00", True), ("205-724482-850 500.00", True)],
)
def test_amounts_stand_in_lists_and_not_in_titles(text: str, told: bool) -> None:
    assert (AMOUNT.search(text) is not None) == told


def test_the_firm_over_the_number_is_nobody_s_owner() -> None:
    head = [[(250, "Account number: 5511-2233")], [(40, "Roth IRA")]]
    other = [[(250, "Account number: 5511-4455")], [(40, "Individual account")]]
    accounts = drawn([[(40, "Statement")]], [head, other])
    assert {account.owner for account in accounts.values()} == {""}


@pytest.mark.parametrize(
    ("lines", "owner", "kind"),
    [
        (["Account name: INES CALLOWAY &", "TOBIAS CALLOWAY, JTWROS"], "INES CALLOWAY & TOBIAS CALLOWAY", "JTWROS"),
        (["INES CALLOWAY", "TOBIAS CALLOWAY", "JT TEN WROS"], "INES CALLOWAY & TOBIAS CALLOWAY", "JT TEN WROS"),
        (["ALDER CLEARING CUST FBO", "INES CALLOWAY", "SEP IRA"], "INES CALLOWAY", "SEP IRA"),
        (["ODILE CALLOWAY", "INES CALLOWAY CUSTODIAN", "UTMA/ME"], "ODILE CALLOWAY", "UTMA/ME"),
        (["INES CALLOWAY (INHERITED IRA)", "BENEFICIARY OF ODILE CALLOWAY"], "INES CALLOWAY", "INHERITED IRA"),
        (
            ["Ines & Tobias Calloway Trustees", "Calloway Family Trust U/A DTD 02/23/2012"],
            "Calloway Family Trust",
            None,
        ),
        (["CALLOWAY FAMILY TRUST", "U/A DTD 02/23/2012", "INES CALLOWAY TRUSTEE"], "CALLOWAY FAMILY TRUST", None),
        (["Ines and Odile Hale", "as joint tenants with rights of survivorship"], "Ines and Odile Hale", None),
        (["Your Financial Advisor", "Odile Fenwick"], "", ""),
        (["Retirement Account", "June 30, 2026"], "", ""),
    ],
)
def test_what_the_lines_of_a_block_name(lines: list[str], owner: str, kind: str | None) -> None:
    told = owner_of_lines(lines)
    assert told[0] == owner
    assert kind is None or told[1] == kind


@pytest.mark.parametrize("text", ["HALE FAMILY TRUST Client services: 800-555-0128", "HALE JTWROS Phone: 555-011-9032"])
def test_a_number_to_call_is_no_account(text: str) -> None:
    assert titled_number(text) is None

"""The titles of accounts in the short words of brokers: who owns the account, and how it is registered."""

import pytest

from core.domain.account import Registration
from core.domain.statement import StatementAccount
from core.ingest.lexicon.registrations import registration_of
from core.ingest.lexicon.words_of_kinds import kind_alone
from core.ingest.owners.account_titles import title_of
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

INES, BOTH = "INES CALLOWAY", "INES CALLOWAY & TOBIAS CALLOWAY"
TRUST = "CALLOWAY FAMILY TRUST"
TITLES: tuple[tuple[str, str, Registration], ...] = (
    (f"{BOTH} JT TEN", BOTH, "taxable_joint"),
    ("INES R CALLOWAY & TOBIAS M CALLOWAY JTWROS", "INES R CALLOWAY & TOBIAS M CALLOWAY", "taxable_joint"),
    (f"{BOTH} & ODILE CALLOWAY TEN COM", f"{BOTH} & ODILE CALLOWAY", "taxable_joint"),
    ("INES & TOBIAS CALLOWAY TIC", "INES & TOBIAS CALLOWAY", "taxable_joint"),
    (f"{BOTH} COMM PROP WROS", BOTH, "taxable_joint"),
    ("PHILIP ROTH & ANNA ROTH JT TEN", "PHILIP ROTH & ANNA ROTH", "taxable_joint"),
    (f"{INES} TOD", INES, "taxable_individual"),
    ("J ROBERT CALLOWAY JR TOD", "J ROBERT CALLOWAY JR", "taxable_individual"),
    (f"{INES} DESIGNATED BENE PLAN/TOD", INES, "taxable_individual"),
    (f"{INES} IRA R/O", INES, "traditional_ira"),
    (f"{INES} ROLLOVER IRA", INES, "traditional_ira"),
    (f"{INES} ROTH CONV IRA", INES, "roth_ira"),
    (f"{INES} INH IRA", INES, "inherited_ira"),
    (f"{INES} BENE IRA OF TOBIAS CALLOWAY DECD", INES, "inherited_ira"),
    (f"TOBIAS CALLOWAY DECD IRA FBO {INES} BENE", INES, "inherited_ira"),
    (f"ALDER TRUST CO CUST FBO {INES} SEP IRA", INES, "sep_ira"),
    (f"ALDER SECURITIES C/F {INES} IRA", INES, "traditional_ira"),
    (f"{INES} C/F ODILE CALLOWAY UTMA/ME", "ODILE CALLOWAY", "utma"),
    (f"{INES} CUST FOR ODILE CALLOWAY UNIF TRANS MIN ACT ME", "ODILE CALLOWAY", "utma"),
    (f"{TRUST} UTA DTD 03/14/2009", TRUST, "trust_grantor"),
    (f"{INES} TTEE {TRUST} U/A DTD 03/14/2009", TRUST, "trust_grantor"),
    (f"{TRUST} UAD 03/14/09 {BOTH} TTEES", TRUST, "trust_grantor"),
    (f"{INES} TTEE U/A DTD 03/14/2009", INES, "trust_grantor"),
)


@pytest.mark.parametrize(("text", "owner", "registration"), TITLES)
def test_the_owner_and_the_kind_in_a_title(text: str, owner: str, registration: Registration) -> None:
    title = title_of(text)
    assert title is not None
    assert (title.owner, registration_of(title.kind)) == (owner, registration)


def test_a_sole_proprietor_is_the_owner_of_an_account_of_no_known_kind() -> None:
    title = title_of(f"{INES} SOLE PROP")
    assert title is not None and (title.owner, registration_of(title.kind)) == (INES, None)


@pytest.mark.parametrize(
    "text",
    ["QUILL HOLDINGS INC", "Wyndcote Roth IRA", "CALDER RIDGE BANCORP 401(K) RETIREMENT SAVINGS PLAN", "JT TEN WROS",
     "ALDER CLEARING AS CUSTODIAN", "Your IRA at a glance", "SUBJECT TO STA TOD RULES", "QUILL BOND FUND IRA CLASS"],
)  # fmt: skip
def test_what_is_no_title(text: str) -> None:
    assert title_of(text) is None


def test_a_line_of_nothing_but_a_kind() -> None:
    kinds = (
        "JT TEN WROS",
        "DESIGNATED BENE PLAN/TOD",
        "ROLLOVER ACCOUNT",
        "UTA DTD 03/14/2009",
        "SUBJECT TO STA TOD RULES",
    )
    assert all(map(kind_alone, kinds))
    assert not any(map(kind_alone, ("Individual bonds", "TEN YEAR TREASURY NOTE", "JT TEN HOLDINGS", "Retirement")))


def read(head: tuple[str, ...]) -> StatementAccount:
    """The account of a paper with these lines over the address of its owner."""
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Pinewick Securities, Member SIPC"), (-570, "Account Number: 4471-2209")], step=60)
    pencil.say("\n".join((*head, "16 GARDEN ST", "NEWPORT RI 02840-2511")), 60)
    pencil.y += 40
    heads = [(40, "Symbol"), (90, "Description"), (-300, "Quantity"), (-380, "Price"), (-480, "Market Value")]
    pencil.row(heads, "B")
    pencil.row([(40, "QZAB"), (90, "Quill Holdings"), (-300, "100"), (-380, "12.50"), (-480, "1,250.00")])
    pencil.row([(40, "Total"), (-480, "1,250.00")], "B")
    (account,) = read_here("paper.pdf", pencil.drawn().data).accounts
    return account


@pytest.mark.parametrize(
    ("head", "owner", "registration"),
    [
        ((f"{INES} &", "TOBIAS CALLOWAY JT TEN"), BOTH, "taxable_joint"),
        (("INES CALLOWAY AND", "TOBIAS CALLOWAY", "JT TEN WROS"), "INES CALLOWAY AND TOBIAS CALLOWAY", "taxable_joint"),
        ((INES, "DESIGNATED BENE PLAN/TOD"), INES, "taxable_individual"),
        ((BOTH, "DESIGNATED BENE PLAN/TOD"), BOTH, "taxable_joint"),
        ((f"{BOTH} TOD",), BOTH, "taxable_joint"),
        ((INES, "ALDER CLEARING LLC AS CUSTODIAN", "ROLLOVER ACCOUNT"), INES, "traditional_ira"),
        (("ALDER TRUST CO CUST FBO", f"{INES} SEP IRA"), INES, "sep_ira"),
        ((f"{INES} C/F", "ODILE CALLOWAY UTMA/ME"), "ODILE CALLOWAY", "utma"),
        ((f"{INES} TTEE", TRUST, "UTA DTD 03/14/2009"), TRUST, "trust_grantor"),
        ((f"{INES} REV TRUST", "UTA DTD 03/14/2009", f"{INES} TTEE"), f"{INES} REV TRUST", "trust_grantor"),
        ((f"{INES} TTEE", "UTA DTD 03/14/2009"), INES, "trust_grantor"),
        (("CALLOWAY IRREVOCABLE TRUST U/A dated 11/20/2012",), "CALLOWAY IRREVOCABLE TRUST", "trust_nongrantor"),
        (
            (f"Account Title: CALLOWAY LIVING TRUST {BOTH} TTEES U/A DTD 05/05/1999",),
            "CALLOWAY LIVING TRUST",
            "trust_grantor",
        ),
        ((f"Account Owner: {BOTH} JT TEN",), BOTH, "taxable_joint"),
        ((f"Registration: {INES} IRA R/O",), INES, "traditional_ira"),
        ((f"Account of {INES} INH IRA",), INES, "inherited_ira"),
        (("Participant Ines Calloway", "Account number 4471-2209"), "Ines Calloway", "other"),
    ],
)
def test_titles_at_the_head_of_a_paper(head: tuple[str, ...], owner: str, registration: str) -> None:
    account = read(head)
    assert (account.owner, account.registration) == (owner, registration)


@pytest.mark.parametrize("column", ["Account Name", "Registration", "Owner", "Account Title"])
@pytest.mark.parametrize(("title", "owner", "registration"), TITLES[::4])
def test_titles_in_a_column_of_an_export(column: str, title: str, owner: str, registration: str) -> None:
    text = f"Account Number,{column},Symbol,Quantity,Price,Value\n55112233,{title},QZAB,10,50.00,500.00\n"
    (account,) = read_here("Export.csv", text.encode()).accounts
    assert (account.owner, account.registration) == (owner, registration)


def test_a_title_in_the_cell_beside_its_label_may_bear_a_day() -> None:
    title = f"CALLOWAY LIVING TRUST {BOTH} TTEES U/A DTD 05/05/1999"
    rows = (
        f'"Account Number","5511-2233"\n"Account Title","{title}"\nSymbol,Quantity,Price,Value\nQZAB,10,50.00,500.00\n'
    )
    (account,) = read_here("Export.csv", rows.encode()).accounts
    assert (account.owner, account.registration) == ("CALLOWAY LIVING TRUST", "trust_grantor")

"""Owners and kinds in words of their own: a minor's act with its state, two names without a sign, heirs, co-owners."""

import pytest

from core.domain.statement import StatementAccount
from core.ingest.lexicon.registrations import registration_of
from core.ingest.owners.account_titles import title_of
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

STOPS = (-330, -400, -480)


def holdings(pencil: Pencil) -> None:
    pencil.y += 12
    pencil.row([(40, "Symbol"), (80, "Name"), (-330, "Quantity"), (-400, "Price"), (-480, "Market Value")])
    pencil.row([(40, "QZAB"), (80, "Quill Harbor Corp"), (-330, "30.000"), (-400, "$30.00"), (-480, "$900.00")])
    pencil.row([(80, "Total account value"), (-480, "$900.00")])


def read(*heads: tuple[tuple[float, str], ...]) -> StatementAccount:
    """The one account of a page that begins with these lines."""
    pencil = Pencil(size=8, font="Sans")
    pencil.page()
    pencil.row([(40, "Alder Clearing"), (300, "June 30, 2026")], step=20)
    for cells in heads:
        pencil.row(list(cells), step=11)
    holdings(pencil)
    (account,) = read_here("statement.pdf", pencil.drawn().data).accounts
    return account


@pytest.mark.parametrize("mark", ["UCAUTMA", "UTMA/CA", "CAUTMA", "UNYUGMA", "UTMA", "UGMANY"])
def test_the_act_of_a_state_is_no_part_of_a_name(mark: str) -> None:
    told = title_of(f"MATEO QUIST {mark}")
    assert told is not None and told.owner == "MATEO QUIST"
    assert registration_of(told.kind) == "utma"


@pytest.mark.parametrize("kind", ["COMMUNITY PROPERTY", "TENANTS IN COMMON", "Tenants by the Entirety"])
def test_co_owners_told_below_their_names(kind: str) -> None:
    found = read(
        ((40, "Alder One Account of"), (300, "Account Number")),
        ((40, "ORLA M QUIST &"), (300, "7112-5808")),
        ((40, "TOBIN W QUIST"),),
        ((40, kind),),
    )
    assert (found.owner, found.registration) == ("ORLA M QUIST & TOBIN W QUIST", "taxable_joint")


def test_two_names_without_a_sign_between_them() -> None:
    told = title_of("ORLA M QUIST TOBIN W QUIST JTWROS")
    assert told is not None and (told.owner, told.kind) == ("ORLA M QUIST & TOBIN W QUIST", "JTWROS")
    told = title_of("ORLA QUIST TOBIN A HALE JT TEN")
    assert told is not None and told.owner == "ORLA QUIST & TOBIN A HALE"


def test_a_trust_behind_its_trustees_keeps_its_article() -> None:
    told = title_of("ORLA QUIST & TOBIN QUIST TTEES THE QUIST FAMILY TRUST U/A DTD 06/26/2007")
    assert told is not None and told.owner == "THE QUIST FAMILY TRUST"
    told = title_of("ORLA QUIST TTEE OF THE QUIST FAMILY TRUST")
    assert told is not None and told.owner == "QUIST FAMILY TRUST"


def test_who_inherits_is_the_owner() -> None:
    found = read(
        ((40, "Orla M. Quist as beneficiary of Tobin W. Quist (deceased)"),),
        ((40, "Inherited IRA brokerage account—XXXX7388"),),
    )
    assert (found.owner, found.registration) == ("Orla M. Quist", "inherited_ira")


def test_a_kind_told_twice_over_the_next_number_is_none_of_the_account_before() -> None:
    pencil = Pencil(size=8)
    for kind, name, number in (
        ("Business Services Account", "TOBIN W QUIST", "43796-7601"),
        ("Roth IRA", "ORLA M QUIST ROTH IRA", "47560-1702"),
    ):
        pencil.page()
        pencil.row([(40, "Alder Clearing"), (-560, kind)], step=11)
        pencil.row([(300, "Account name:"), (380, name)], step=11)
        pencil.row([(300, "Account number:"), (380, number)], step=11)
        pencil.y += len(kind)
        holdings(pencil)
    first, second = read_here("statement.pdf", pencil.drawn().data).accounts
    assert (first.registration, second.registration) == ("other", "roth_ira")

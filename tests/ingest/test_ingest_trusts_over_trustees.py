"""A trust over its trustees, a line each, is the owner; the label beside that of a participant is nobody."""

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil


def read(*lines: tuple[tuple[int, str], ...]) -> StatementAccount:
    pencil = Pencil(size=8)
    pencil.page()
    pencil.row([(44, "Alder Wick Clearing")], step=24)
    for line in lines:
        pencil.row([*line], step=10)
    pencil.row([(44, "As of August 31, 2026")], step=24)
    pencil.row([(44, "Security"), (-330, "Quantity"), (-400, "Price"), (-480, "Market Value")], step=11)
    pencil.row([(44, "QUILL HARBOR CORP (QZAB)"), (-330, "60"), (-400, "60.00"), (-480, "3,600.00")], step=11)
    pencil.row([(44, "Total Account Value"), (-480, "$3,600.00")], step=11)
    (one,) = read_here("trust.pdf", pencil.drawn().data).accounts
    return one


STREET = (((44, "417 Harbor View Ave"),), ((44, "Portland, OR 97205"),))
NUMBER = ((44, "Account Number: 6120-4471"),)


@pytest.mark.parametrize(
    ("trust", "registration"),
    [
        ("Calloway Family Revocable Trust", "trust_grantor"),
        ("CALLOWAY DESCENDANTS IRREVOCABLE TRUST", "trust_nongrantor"),
    ],
)
@pytest.mark.parametrize(
    "trustees", [("Ines R. Calloway, Trustee",), ("INES CALLOWAY, CO-TRUSTEE", "TOBIAS CALLOWAY, CO-TRUSTEE")]
)
def test_the_trust_over_its_trustees_is_the_owner(trust: str, registration: str, trustees: tuple[str, ...]) -> None:
    one = read(((44, trust),), *(((44, name),) for name in trustees), *STREET, NUMBER)
    assert (one.owner, one.registration) == (trust, registration)


def test_a_trustee_without_a_trust_over_the_name_is_not_hidden() -> None:
    one = read(((44, "INES CALLOWAY, TRUSTEE"),), *STREET, NUMBER)
    assert "INES CALLOWAY" in one.owner


def test_a_label_beside_that_of_the_participant_is_nobody() -> None:
    labels = ((44, "Acct #"), (160, "Participant"), (280, "Plan"), (400, "Plan Number"))
    one = read(labels, ((44, "****4471"), (160, "INES CALLOWAY"), (280, "Quill Foods 401(k)"), (400, "84120")))
    assert one.owner in ("INES CALLOWAY", "")

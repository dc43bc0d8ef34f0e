"""Who owns a contract: the page of an insurer names the owner, beside the annuitant and whoever owns it too."""

import pytest

from core.domain.statement import StatementAccount
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

Labels = tuple[tuple[float, str], ...]


def contract(*labels: Labels) -> StatementAccount:
    """A contract whose cover is sent to two people."""
    pencil = Pencil()
    pencil.page()
    pencil.row([(40, "Wyndcote Life Insurance")], "B", size=12, step=18)
    pencil.row([(40, "INES CALLOWAY & TOBIAS CALLOWAY"), (300, "June 30, 2026")])
    pencil.row([(40, "1482 QUARRY LANE")])
    pencil.row([(40, "MILLPORT, OH 44118")], step=24)
    pencil.page()
    pencil.row([(40, "Contract number: QA55110233")])
    for label in labels:
        pencil.row(label)
    pencil.row([(40, "Total contract value on June 30, 2026"), (-400, "$3,000.00")], step=24)
    pencil.row([(40, "Investment option"), (-280, "Units"), (-340, "Unit value"), (-400, "Value")], "B")
    for name, units, value in (
        ("Tarn Growth Portfolio", "100.000", "1,000.00"),
        ("Quill Bonds", "200.000", "2,000.00"),
    ):
        pencil.row([(40, name), (-280, units), (-340, "10.00000"), (-400, value)])
    pencil.row([(40, "Total"), (-400, "$3,000.00")])
    (account,) = read_here("contract.pdf", pencil.drawn().data).accounts
    return account


@pytest.mark.parametrize(
    "labels",
    [
        (((40, "Contract owner: Prudence Hale"), (300, "Annuitant: Tobias Calloway")),),
        (((40, "Policy Owner: Prudence Hale"), (300, "Insured: Tobias Calloway")),),
        (((40, "Policyholder: Prudence Hale"),),),
        (((40, "Owner/Annuitant: Prudence Hale"),),),
        (((40, "Contract Owner(s)"), (150, "Prudence Hale")),),
        (((40, "Contract owner Prudence Hale"),),),
        (((40, "Contract owner:"), (300, "Annuitant:")), ((40, "Prudence Hale"), (300, "Tobias Calloway"))),
        (((40, "Contract owner"), (300, "Annuitant")), ((40, "Prudence Hale"), (300, "Tobias Calloway"))),
        (((40, "Annuitant"), (200, "Contract owner")), ((40, "Tobias Calloway"), (200, "Prudence Hale"))),
        (((40, "Owner: Prudence Hale"), (300, "Joint Owner: None")),),
    ],
)
def test_the_owner_of_a_contract_goes_before_the_envelope(labels: tuple[Labels, ...]) -> None:
    assert contract(*labels).owner == "Prudence Hale"


@pytest.mark.parametrize(
    "joint", ["Joint Owner: Marcus Hale", "Co-owner: Marcus Hale", "Joint Contract Owner: Marcus Hale"]
)
def test_a_joint_owner_is_one_more(joint: str) -> None:
    below = contract(((40, "Contract owner: Prudence Hale"),), ((40, joint),))
    beside = contract(((40, "Contract owner: Prudence Hale"), (300, joint)))
    assert below.owner == beside.owner == "Prudence Hale & Marcus Hale"

"""A report of all of a family has a part for each owner; funds of all of them have their commitments behind."""

from decimal import Decimal as D

import pytest

from core.domain.statement import Statement, StatementAccount
from core.ingest.owners.parts import KIND
from core.ingest.reading import read_here
from tools.accuracy.drawing import Pencil

HEADS = (("Holding", 40), ("Units", -300), ("Price", -370), ("Market Value", -470))
PROMISES = (("Partnership", 40), ("Held in", 200), ("Commitment", -400), ("Called", -460), ("Unfunded", -520),
            ("Value", -580))  # fmt: skip


def table(pencil: Pencil, number: str, rows: tuple[tuple[str, str, str, str], ...], total: str) -> None:
    pencil.row([(40, f"Custody account, Alder Bank · Account ending {number} · as of June 30, 2026")], step=14)
    for cells in (tuple(head for head, _ in HEADS), *rows, ("Account total", "", "", total)):
        pencil.row([(at, text) for (_, at), text in zip(HEADS, cells, strict=True) if text], step=12)
    pencil.y += 14


def part(pencil: Pencil, title: str, kind: str) -> None:
    pencil.row([(40, title)], size=15, step=16)
    pencil.row([(40, kind)], step=22)


def promise(pencil: Pencil, cells: tuple[str, ...]) -> None:
    pencil.row([(at, text) for (_, at), text in zip(PROMISES, cells, strict=True) if text], step=11)


def commitments(pencil: Pencil, second: str) -> None:
    pencil.row([(40, "Private Capital Commitments")], size=15, step=20)
    promise(pencil, tuple(head for head, _ in PROMISES))
    promise(pencil, ("Osier Buyout Partners VII,", "Fenwick Tarn Holdings,", "", "", "", ""))
    promise(pencil, ("L.P.", "LLC (5512)", "800.00", "500.00", "300.00", "620.00"))
    promise(pencil, (second, "Fenwick Descendants Trust (5514)", "400.00", "100.00", "300.00", "90.00"))
    promise(pencil, ("Larch Growth IV LP", "Fenwick Descendants Trust (5514)", "250.00", "0.00", "250.00", "0.00"))
    promise(pencil, ("Total", "", "1,450.00", "600.00", "850.00", "710.00"))


def entities(pencil: Pencil) -> None:
    """The list of all owners, which the titles may bear out."""
    pencil.row([(40, "Entity"), (-400, "Managed"), (-500, "Share of family")], step=12)
    for name, worth, share in (("Odalys Fenwick", "125.00", "12.4%"), ("Fenwick Tarn Holdings, LLC", "695.00", "68.8%"),
                               ("Fenwick Descendants Trust", "190.00", "18.8%")):  # fmt: skip
        pencil.row([(40, name), (-400, worth), (-500, share)], step=12)
    pencil.page()


def report(
    first: str = "I. Odalys Fenwick",
    marks: tuple[str, str] = ("II. ", "III. "),
    kinds: tuple[str, str, str] = ("Individual", "Limited Liability Company", "Irrevocable Trust"),
    second: str = "Teasel Credit II LP",
) -> Statement:
    pencil = Pencil()
    pencil.page()
    entities(pencil)
    part(pencil, first, kinds[0])
    table(pencil, "5511", (("Harbor Quill Holdings Inc", "10", "12.50", "125.00"),), "125.00")
    part(pencil, f"{marks[0]}Fenwick Tarn Holdings, LLC", kinds[1])
    table(pencil, "5512", (("Osier Buyout Partners VII, L.P.", "", "", "620.00"),
                           ("Harbor Quill Holdings Inc", "4", "12.50", "50.00")), "670.00")  # fmt: skip
    pencil.page()
    table(pencil, "5513", (("Harbor Quill Holdings Inc", "2", "12.50", "25.00"),), "25.00")
    part(pencil, f"{marks[1]}Fenwick Descendants Trust", kinds[2])
    table(pencil, "5514", (("Teasel Credit II LP", "", "", "90.00"),
                           ("Harbor Quill Holdings Inc", "8", "12.50", "100.00")), "190.00")  # fmt: skip
    pencil.page()
    commitments(pencil, second)
    return read_here("family.pdf", pencil.drawn().data)


def account(statement: Statement, number: str) -> StatementAccount:
    return next(one for one in statement.accounts if one.number.endswith(number))


def test_each_account_is_the_owners_in_whose_part_it_stands() -> None:
    told = {one.number[-4:]: (one.owner, one.registration, one.status) for one in report().accounts}
    assert told == {
        "5511": ("Odalys Fenwick", "taxable_individual", "proven"),
        "5512": ("Fenwick Tarn Holdings, LLC", "other", "proven"),
        "5513": ("Fenwick Tarn Holdings, LLC", "other", "proven"),
        "5514": ("Fenwick Descendants Trust", "trust_nongrantor", "proven"),
    }


def test_parts_without_numbers_are_known_by_the_kinds_under_them() -> None:
    read = report("A. Odalys Fenwick", ("", ""))
    assert account(read, "5513").owner == "Fenwick Tarn Holdings, LLC"
    assert account(read, "5511").owner == "A. Odalys Fenwick"


@pytest.mark.parametrize(
    ("marks", "kinds"),
    [
        (("I. ", "II. ", "III. "), ("", "", "")),
        (("", "", ""), ("", "", "")),
        (("Entity: ", "Entity: ", "Entity: "), ("Type: Individual", "Type: Corporation", "Type: Irrevocable Trust")),
        (("", "", ""), ("Individual · Tax ID ending 4411", "LLC · Tax ID ending 4412", "Trust · since 2009")),
    ],
)
def test_other_ways_to_title_the_parts(marks: tuple[str, str, str], kinds: tuple[str, str, str]) -> None:
    read = report(f"{marks[0]}Odalys Fenwick", (marks[1], marks[2]), kinds)
    owners = [account(read, number).owner for number in ("5511", "5512", "5513", "5514")]
    assert owners == ["Odalys Fenwick", *["Fenwick Tarn Holdings, LLC"] * 2, "Fenwick Descendants Trust"]
    assert account(read, "5513").registration == "other"


def test_a_fund_in_short_is_known_by_its_worth() -> None:
    fund = account(report(second="Teasel Credit Fund"), "5514").positions[0]
    assert (fund.description, fund.commitment, fund.called) == ("Teasel Credit II LP", D(400), D(100))


def test_commitments_behind_all_go_to_the_funds_of_each_owner() -> None:
    read = report()
    first, second = account(read, "5512").positions[0], account(read, "5514").positions[0]
    assert (first.commitment, first.called, first.unfunded) == (D(800), D(500), D(300))
    assert (second.commitment, second.called, second.unfunded) == (D(400), D(100), D(300))
    uncalled = [line.description for line in account(read, "5514").positions if line.commitment == D(250)]
    assert uncalled == ["Larch Growth IV LP"]


@pytest.mark.parametrize("text", ["Private Foundation", "S Corporation", "Charitable Remainder Trust", "ILIT"])
def test_kinds_of_owners(text: str) -> None:
    assert KIND.fullmatch(text)


@pytest.mark.parametrize("text", ["Alder Trust Company", "Fixed Income", "Individual Securities", "Partnerships held"])
def test_no_kinds_of_owners(text: str) -> None:
    assert KIND.fullmatch(text) is None

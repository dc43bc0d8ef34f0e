"""FIX 4.4 and the two custodian layouts: lots named, totals kept, a changed byte seen, the same bytes each time."""

import csv
import io
from dataclasses import replace
from decimal import Decimal as D

import document_samples as samples
import pytest

from core.document import checksum_holds, fix_orders, flat_orders, message_holds, record_orders
from core.document.fix_orders import message
from core.domain.account import AccountCard
from core.domain.errors import NotAllowed
from core.domain.frozen_map import FrozenMap
from core.domain.household import Household

NOTE = "PRICES simulated, as of 2026-11-20: not for execution"
WRITERS = (fix_orders, record_orders, flat_orders)


def messages(data: bytes) -> list[dict[str, str]]:
    lines = data.decode("ascii").split("\n")[:-1]
    return [dict(field.split("=", 1) for field in line.split("\x01")[:-1]) for line in lines]


def rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8"))))


def test_each_order_is_one_fix_message_with_its_length_its_sum_and_its_lots() -> None:
    data = fix_orders(samples.proposal(), samples.household())
    assert all(message_holds(line) for line in data.split(b"\n")[:-1])
    first, *_, last = messages(data)
    wanted = {
        "8": "FIX.4.4",
        "35": "D",
        "11": "P-2026-0117-v3-001",
        "1": "XXXX0935",
        "55": "VTI",
        "54": "2",
        "38": "120",
    }
    assert wanted.items() <= first.items() and first["38"] == "120"
    assert first["60"] == "20261120-16:30:00.000" and first["40"] == "1" and first["59"] == "0"
    assert first["58"] == "SPECIFIC LOTS: VSP 2026-03-02 20 LOT V-2; VSP 2018-01-04 100 LOT V-1. " + NOTE
    assert (last["54"], last["58"]) == ("1", NOTE)
    unlabelled = fix_orders(replace(samples.proposal(), labels=FrozenMap()), samples.household())
    assert "58" not in messages(unlabelled)[-1]
    assert [one["34"] for one in messages(data)] == ["1", "2", "3", "4"]


def test_a_known_message_has_the_length_and_sum_worked_out_by_hand() -> None:
    line = message([(35, "0"), (49, "A"), (56, "B")])
    assert line == b"8=FIX.4.4\x019=15\x0135=0\x0149=A\x0156=B\x01" + b"10=%03d\x01" % (sum(line[:-7]) % 256)
    assert message_holds(line) and not message_holds(line.replace(b"49=A", b"49=C"))


def test_records_by_type_carry_counts_and_totals() -> None:
    data = record_orders(samples.proposal(), samples.household())
    found = rows(data)
    orders, lots = ([row for row in found if row[0] == kind] for kind in ("ORD", "LOT"))
    trailer = next(row for row in found if row[0] == "TRL")
    assert (trailer[1], trailer[2]) == (str(len(orders)), str(len(lots))) == ("4", "4")
    assert D(trailer[3]) == sum(D(row[5]) for row in orders)
    assert D(trailer[4]) == sum(D(row[8]) for row in orders if row[3] == "S")
    assert D(trailer[5]) == sum(D(row[8]) for row in orders if row[3] == "B")
    assert {len(row) for row in found} == {9} and checksum_holds(data)


def test_the_flat_layout_has_one_line_for_each_lot_and_totals_by_side() -> None:
    data = flat_orders(samples.proposal(), samples.household())
    head, *lines = rows(data)
    body = [dict(zip(head, line, strict=True)) for line in lines if line[0].startswith("P-")]
    assert [(one["TAX_LOT_DATE"], one["TAX_LOT_QUANTITY"]) for one in body[:2]] == [
        ("03/02/2026", "20"),
        ("01/04/2018", "100"),
    ]
    assert {one["DISPOSITION_METHOD"] for one in body if one["TRANSACTION_TYPE"] == "SELL"} == {"SPECIFIC LOT"}
    total = next(line for line in lines if line[0] == "TOTAL" and line[2] == "SELL")
    sold = [D(one["ESTIMATED_AMOUNT"]) for one in body if one["TRANSACTION_TYPE"] == "SELL" and one["ESTIMATED_AMOUNT"]]
    assert D(total[-1]) == sum(sold) and checksum_holds(data)
    assert not checksum_holds(data.replace(b"30132.00", b"30132.01"))


def test_labelled_prices_are_said_in_every_order_file() -> None:
    for write in WRITERS:
        assert b"simulated, as of 2026-11-20: not for execution" in write(samples.proposal(), samples.household())


@pytest.mark.parametrize("write", WRITERS)
def test_only_an_approved_proposal_gives_orders_and_always_the_same(write: object) -> None:
    assert callable(write)
    assert write(samples.proposal(), samples.household()) == write(samples.proposal(), samples.household())
    with pytest.raises(NotAllowed, match="only an approved"):
        write(replace(samples.proposal(), state="draft"), samples.household())


def test_hostile_names_part_no_field_and_run_as_no_formula() -> None:
    cards = (AccountCard("joint", "=1+1", "=2\x01+2", "A\x0135=F\nB", "x"), AccountCard("roth", "-1", "@SUM(A1)", "+1"))
    hostile: Household = replace(samples.household(), cards=cards)
    data = fix_orders(samples.proposal(), hostile)
    assert len(messages(data)) == 4 and all(message_holds(line) for line in data.split(b"\n")[:-1])
    assert {one["35"] for one in messages(data)} == {"D"}
    for writer in (record_orders, flat_orders):
        cells = [cell for row in rows(writer(samples.proposal(), hostile)) for cell in row]
        assert not any(cell.startswith(("=", "+", "@")) for cell in cells)

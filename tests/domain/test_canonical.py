"""Nouns go out as plain JSON and come back the same; equal nouns have equal bytes; bad input is named."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.allocation import Allocation, Band
from core.domain.canonical import canonical_bytes, from_plain, load_json, normal_text, to_plain
from core.domain.errors import BadInput
from core.domain.frozen_map import FrozenMap
from core.domain.lot import Lot

LOT = {"id": "L1", "symbol": "VTI", "quantity": "10", "cost_basis": "1000.50", "acquired": "2020-01-02"}


def test_a_lot_goes_out_and_comes_back() -> None:
    lot = from_plain(Lot, LOT)
    assert lot == Lot("L1", "VTI", Decimal(10), Decimal("1000.50"), date(2020, 1, 2))
    assert from_plain(Lot, to_plain(lot)) == lot


def test_numerically_equal_nouns_have_equal_bytes() -> None:
    assert canonical_bytes(from_plain(Lot, LOT)) == canonical_bytes(from_plain(Lot, {**LOT, "quantity": "10.000"}))


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**12), max_value=10**12))
def test_the_shortest_text_of_a_number_is_that_number(number: Decimal) -> None:
    text = normal_text(number)
    assert Decimal(text) == number
    assert text == normal_text(Decimal(text))
    assert not ("." in text and text.endswith("0"))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"quantity": "ten"}, "lots[0].quantity: 'ten' is not a number"),
        ({"quantity": True}, "lots[0].quantity: expected a number"),
        ({"acquired": "2020-02-30"}, "lots[0].acquired: '2020-02-30' is not a date"),
        ({"origin": "giift"}, "lots[0].origin: 'giift' is none of"),
        ({"quantity": "0"}, "lots[0].quantity: lot L1 holds nothing"),
    ],
)
def test_bad_values_are_named_with_their_place(change: dict[str, object], message: str) -> None:
    with pytest.raises(BadInput) as caught:
        from_plain(Lot, {**LOT, **change}, "lots[0]")
    assert message in str(caught.value)


def test_a_missing_field_is_named() -> None:
    with pytest.raises(BadInput, match=r"lots\[0\]\.symbol: missing"):
        from_plain(Lot, {key: value for key, value in LOT.items() if key != "symbol"}, "lots[0]")


def test_unknown_keys_are_collected_with_the_nearest_name() -> None:
    unknown: list[str] = []
    from_plain(Lot, {**LOT, "quantitty": 1}, "lot", unknown)
    assert unknown == ["lot.quantitty (did you mean quantity?)"]


@pytest.mark.parametrize("text", ["{", '{"a":1,"a":2}', '{"a":NaN}', "[" * 100_000, b"\xff\xfe"])
def test_broken_json_is_one_clear_refusal(text: str | bytes) -> None:
    with pytest.raises(BadInput):
        load_json(text, "case.json")


def test_a_frozen_map_reads_like_a_dict_and_never_changes() -> None:
    weights = FrozenMap({"b": 1.0, "a": 2.0})
    assert list(weights) == ["a", "b"]
    assert hash(weights) == hash(FrozenMap({"a": 2.0, "b": 1.0}))
    with pytest.raises(AttributeError):
        weights._entries = {}


def test_target_weights_must_sum_to_one() -> None:
    with pytest.raises(BadInput, match="sum to"):
        Allocation("asset_class", FrozenMap({"a": 0.5}))


def test_band_half_widths() -> None:
    assert Band("absolute", 0.03).half_width(0.5) == 0.03
    assert Band("relative", 0.2).half_width(0.5) == pytest.approx(0.1)
    assert Band().half_width(0.4) == 0.05
    assert Band().half_width(0.1) == pytest.approx(0.025)

"""A table taken along: numbers as numbers, no text that runs as a formula, and a picture with its fills."""

from core.present.exports import sheet_csv, sheet_png
from core.present.tables.sheet import Head, sheet

SHEET = sheet(
    (Head("Household"), Head("Drift", number=True, show=lambda value: f"{value:+.2f}")),
    [["=HYPERLINK(1)", 1.5], ["Heron", None]],
    {(0, "Drift"): "background-color:rgba(176,116,28,.470);font-weight:600"},
    keys=("H-1", "H-2"),
)


def test_csv_keeps_numbers_and_makes_formulas_inert():
    assert sheet_csv(SHEET, "Prices: simulated").decode().splitlines() == [
        "Household,Drift", "'=HYPERLINK(1),1.5", "Heron,", "Prices: simulated",
    ]  # fmt: skip


def test_the_picture_is_a_png_and_the_same_every_time():
    first = sheet_png(SHEET, "Drift in bands", "Prices: simulated")
    assert first.startswith(b"\x89PNG")
    assert first == sheet_png(SHEET, "Drift in bands", "Prices: simulated")

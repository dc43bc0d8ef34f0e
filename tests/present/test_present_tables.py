"""Tables sort as numbers, read as text, and fill only what means something."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from core.domain.breach import Alert, Reading
from core.domain.frozen_map import FrozenMap
from core.domain.intake import Disposition, Intake
from core.domain.lot import LotPick
from core.domain.rationale import Reason
from core.domain.statement import Check, Source, Statement, StatementAccount, StatementLine
from core.domain.trade import Trade
from core.present.paper import page, png_size, strip
from core.present.summaries import Outcome, tally
from core.present.tables.alerts import alerts_table
from core.present.tables.heat_map import heat_map
from core.present.tables.inbox import proof_of, settled
from core.present.tables.proof import proof_table
from core.present.tables.statement import WHOLE_ACCOUNT, marks_on, row_verdicts, rows_table
from core.present.tables.trades import realized, trades_table
from core.present.tokens import diverging, table_height


@dataclass(frozen=True)
class Line:
    household: str
    name: str
    assets: Decimal
    readings: tuple[Reading, ...]


def reading(subject: str, in_bands: float | None, standing: str = "inside") -> Reading:
    return Reading("H", subject, 0.4, 0.4, 0.35, 0.45, in_bands, standing, Decimal(0))  # type: ignore[arg-type]


def test_a_cell_of_the_heat_map_is_a_number_with_a_shape_and_a_fill() -> None:
    line = Line(
        "H1", "Arden", Decimal("4200000"), (reading("us_equity", 1.62, "outside"), reading("us_bond", -0.9, "near"))
    )
    sheet = heat_map([line], ["us_equity", "us_bond", "cash"], {"us_equity": "US equity", "us_bond": "US bonds"})
    assert sheet.keys == ("H1",)
    assert sheet.styler.data.iloc[0].tolist()[:2] == ["Arden", 4200000.0]
    assert sheet.styler.data["US equity"].iloc[0] == pytest.approx(1.62)
    html = sheet.styler.to_html()
    assert "■ +1.62" in html
    assert "□ −0.90" in html
    assert "$4.2M" in html
    assert "font-weight: 600" in html


def test_the_fill_is_paper_at_target_and_full_beyond_one_and_a_half_bands() -> None:
    assert diverging(0.0).endswith(",.000)") or diverging(0.0).endswith(",0.000)")
    assert diverging(1.0) == "rgba(176,116,28,0.470)"
    assert diverging(-1.5) == diverging(-9.0) == "rgba(46,126,181,0.700)"


def test_a_table_is_as_high_as_its_rows() -> None:
    assert table_height(8) == 274
    assert table_height(80, most=10) == 334


OVER = Reason("over_band", "US equity stands 7.3 points over.", FrozenMap({"class": "us_equity", "drift": 0.073}))


def sale(gain: str | None, term: str | None = "long") -> Trade:
    pick = LotPick("L1", Decimal(10), Decimal("900"), None if gain is None else Decimal(gain), term)  # type: ignore[arg-type]
    return Trade("a", "VTI", "sell", Decimal(10), Decimal(100), Decimal(1000), (pick,), (OVER,))


def test_what_a_trade_realizes_is_said_in_words() -> None:
    assert realized(sale("100"), taxed=True) == "+$100 long"
    assert realized(sale("-250.4", "short"), taxed=True) == "−$250 short"
    assert realized(sale("100"), taxed=False) == "no tax"
    assert realized(sale(None, None), taxed=True) == "unknown"
    both = replace(sale("100"), lots=(*sale("100").lots, *sale("-250", "short").lots))
    assert realized(both, taxed=True) == "−$150 mixed"
    buy = Trade("a", "BND", "buy", Decimal(3), Decimal(70), Decimal(210))
    assert realized(buy, taxed=True) == ""
    sheet = trades_table([sale("100"), buy], {"a": "Joint …0935"}, {"a": True}, {"us_equity": "US equity"})
    assert sheet.keys == (("a", "VTI", "sell"), ("a", "BND", "buy"))
    assert sheet.styler.data["Why"].tolist() == ["US equity 7.3 pts over", ""]


def test_alerts_stand_oldest_first() -> None:
    alerts = [
        Alert("k1", "H1", "drift", "error", date(2026, 11, 15), "H-1-ira is over."),
        Alert("k2", "H2", "drift", "warning", date(2026, 11, 8), "Near."),
    ]
    sheet = alerts_table(alerts, {"H1": "Arden"}, {"H-1-ira": "IRA …0935"}, date(2026, 11, 20))
    assert sheet.styler.data["Age, days"].tolist() == [12, 5]
    assert sheet.keys == ("H2", "H1")
    assert sheet.styler.data["What happened"].iloc[1] == "IRA …0935 is over."


def account() -> StatementAccount:
    lines = (
        StatementLine("VTI", "Total market", "etf", Decimal(10), Decimal(100), Decimal(1000),
                      source=Source(3, (50, 100, 500, 112))),
        StatementLine("GLDX", "Gold", "etf", Decimal(118), None, None, flagged=True,
                      source=Source(3, (50, 120, 500, 132))),
    )  # fmt: skip
    checks = (
        Check("quantity x price = value", True, Decimal(1000), Decimal(1000), Decimal(0), "row 1"),
        Check("positions + cash = stated total", False, Decimal(13000), Decimal(12204), Decimal(-796), "page 3"),
    )
    return StatementAccount(
        "f.pdf", "…4471", "Northgate", "trust_grantor", "A <b>", date(2026, 10, 31), Decimal(13000), Decimal(0),
        "unproven", checks, lines,
    )  # fmt: skip


def test_a_row_without_a_value_is_trouble_and_is_boxed_on_its_page() -> None:
    read = account()
    verdicts = row_verdicts(read)
    assert verdicts == ["", "no value printed"]
    sheet = rows_table(read, verdicts, problems_first=True)
    assert sheet.keys == (1, WHOLE_ACCOUNT, 0)
    assert sheet.styler.data["Symbol"].tolist() == ["■ GLDX", "■ Page 3", "● VTI"]
    marks = marks_on(read, verdicts, 3, chosen=1)
    assert [mark.kind for mark in marks] == ["tie", "trouble", "chosen"]
    assert marks_on(read, verdicts, 4, chosen=None) == []


def test_the_proof_says_printed_read_and_the_difference() -> None:
    made = proof_table([account()], [""])
    assert "$13,000.00" in made
    assert "−\u2060$796.00" in made
    assert "■ Unproven" in made


def test_how_far_a_statement_is() -> None:
    intake = Intake(
        "S1", "f.pdf", "sha", Statement((account(), account())), (Disposition("signed_off"), Disposition()), "ana",
        datetime(2026, 11, 20, tzinfo=UTC),
    )  # fmt: skip
    assert settled(intake) == "1 of 2"
    assert proof_of(intake) == "■ 2 unproven"


def png(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08\x02\0\0\0"


def test_marks_are_placed_in_percent_of_the_page() -> None:
    image = png(935, 1210)
    assert png_size(image) == (935, 1210)
    made = page(image, 110, marks_on(account(), ["", "x"], 3, None), 'a "page"')
    assert made.count("<i ") == 2
    assert 'alt="a &quot;page&quot;"' in made
    assert "top:14.77%" in made
    cut = strip(image, 110, (50, 120, 500, 132), "line")
    assert "aspect-ratio:478.0/24.0" in cut
    with pytest.raises(ValueError, match="not a PNG"):
        png_size(b"GIF89a")


def test_a_move_is_told_as_differences_and_in_words() -> None:
    before = Outcome(Decimal(609_671), Decimal(1402), 0.30, 21)
    now = Outcome(Decimal(609_671), Decimal(1302), 0.25, 21)
    assert now.differences(before) == ("no change", "−$100", "−0.05", "no change")
    assert now.moves(before) == ("Tax now $1,402 → $1,302", "Largest drift 0.30 → 0.25 bands")
    assert now.differences(None) == ("no change",) * 4
    assert tally(1, "class") == "1 class"
    assert tally(8, "class") == "8 classes"

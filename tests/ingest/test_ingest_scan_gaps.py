"""Titles, lots and cells that a scan loses in part: read on where the rest tells them, in doubt where nothing does."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from core.domain.frozen_map import FrozenMap
from core.domain.statement import Source, Statement, StatementAccount, StatementLine, StatementLot
from core.ingest import prove
from core.ingest.accounts import build
from core.ingest.lines.facts import facts_of
from core.ingest.lines.page_heads import header_at
from core.ingest.nouns.events import Cell, Fact, Record, Where
from core.ingest.nouns.head import TableKind
from core.ingest.nouns.words import Line, Word
from core.ingest.ocr.doubts import Doubts
from core.ingest.ocr.gaps import with_gaps
from core.ingest.ocr.tidied import tidy
from core.ingest.ocr.turns import lies, stands
from core.ingest.ocr.voices import Said
from core.ingest.readers.otherwise import compared
from core.ingest.rows.lot_sentences import are_untold_lots, told_lots
from core.ingest.walk.walk import walk

WIDE, SIZE = 4.2, 8.0
HEADS = ((40.0, "Symbol"), (90.0, "Description"), (300.0, "Quantity"), (380.0, "Price"), (460.0, "Market Value"))


def line(page: int, top: float, *phrases: tuple[float, str], bold: bool = False) -> Line:
    """A line of phrases, each from its place on."""
    words = []
    for x0, text in phrases:
        for word in text.split():
            words.append(Word(word, x0, x0 + WIDE * len(word), top, top + SIZE, SIZE, bold))
            x0 += WIDE * (len(word) + 0.7)
    return Line(page, tuple(words))


def holdings(page: int, top: float, *rows: tuple[str, str, str, str, str]) -> list[Line]:
    """A table of holdings with its head."""
    places = [place for place, _ in HEADS]
    made = [line(page, top, *HEADS, bold=True)]
    return made + [line(page, top + 12 * at, *zip(places, row, strict=True)) for at, row in enumerate(rows, start=1)]


def bond(place: int, **changes: object) -> StatementLine:
    made = StatementLine(
        None, f"ALDER WATER REV {place}", "bond", Decimal(10000), Decimal("99.5"), Decimal("9950.00"),
        cusip="610116F34", accrued=Decimal("41.20"), source=Source(page=1, box=(40, 100.0 + place, 500, 108.0 + place)),
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]


def test_the_title_of_an_account_is_no_line_of_heads() -> None:
    phrases = ((40, "Account Holdings |"), (130, "JOINT WROS"), (190, "| 4410-7752"), (500, "As of June 30, 2026"))
    title = line(1, 80, *phrases)
    assert header_at([title, *holdings(1, 100, ("QZAB", "ALDER BANK CORP", "10", "12.50", "125.00"))], 0) is None


def test_a_number_behind_a_stroke_is_that_of_the_title_before_it_however_wide_the_gap() -> None:
    told = facts_of(["Holdings | JOINT WROS", "| 4410-7752", "As of June 30, 2026"], Where(1, None, None))
    assert ("account", "4410-7752") in {(fact.kind, fact.text) for fact in told if isinstance(fact, Fact)}


def test_a_listed_account_whose_holdings_were_lost_waits_beside_the_others() -> None:
    rows = (("QZAB", "ALDER BANK CORP", "10", "12.50", "125.00"), ("QZCD", "CEDAR FOODS CORP", "20", "5.00", "100.00"))
    summary = [
        line(1, 100, (40, "Account Number"), (200, "Account Type"), (400, "Value June 30"), bold=True),
        line(1, 112, (40, "4410-7752"), (200, "Joint WROS"), (400, "$125.00")),
        line(1, 124, (40, "4410-7760"), (200, "Roth IRA"), (400, "$100.00")),
        line(1, 136, (40, "4410-7779"), (200, "SEP IRA"), (400, "$640.00")),
    ]
    first = [line(2, 60, (40, "Account Number: 4410-7752")), *holdings(2, 100, rows[0])]
    second = [line(3, 60, (40, "Account Number: 4410-7760")), *holdings(3, 100, rows[1])]
    read = build(walk([summary, first, second]), "a.pdf", "", 3, "pages").accounts
    assert [
        (one.number, one.stated_total, one.status, len(one.positions)) for one in read if one.number[-2:] == "79"
    ] == [("…7779", Decimal("640.00"), "unproven", 0)]
    assert len(read) == 3


def test_lots_whose_strokes_were_lost_are_told_apart_by_their_shape() -> None:
    told = told_lots("Tax lots: 285 sh 05/02/2012 $781.27 122 sh 09/15/2019 $321.31 | 1,285.sh 07/18/2021 $94,435.07")
    assert [lot["quantity"].text for lot in told] == ["285", "122", "1,285"]
    assert not told_lots("Tax lots: 285 sh 05/02/2012 $781.27 and 122 sh 09/15/2019 $321.31")


def test_lots_that_are_not_understood_keep_their_rows_apart_and_the_account_from_being_proven() -> None:
    table = holdings(
        1,
        100,
        ("QZAB", "ALDER BANK CORP", "10", "12.50", "125.00"),
        ("QZCD", "CEDAR FOODS CORP", "20", "5.00", "100.00"),
    )
    broken = line(1, 118, (52, "Tax lots: 10 sh 11/14/2015 $70#5.73 x 4 sh 01/04/2016 $12.10"))
    assert are_untold_lots(broken.text)
    page = [line(1, 60, (40, "Account Number: 4410-7752")), *table[:2], broken, table[2]]
    page.append(line(1, 140, (40, "Account Total"), (460, "225.00"), bold=True))
    (read,) = build(walk([page]), "a.pdf", "", 1, "pages").accounts
    assert [one.symbol for one in read.positions] == ["QZAB", "QZCD"]
    assert read.status == "unproven"
    assert "not understood" in read.checks[0].where


@pytest.mark.parametrize("name", ["cusip", "accrued"])
def test_one_row_without_what_its_neighbours_have_is_in_doubt_on_a_scan_even_of_few(name: str) -> None:
    lines = with_gaps([bond(0), bond(20), bond(40, symbol="QZAB", **{name: None})], Doubts((), {1}))
    assert [dict(one.doubts) for one in lines] == [{}, {}, {name: ""}]
    either = with_gaps([bond(0), bond(20, **{name: None}), bond(40, **{name: None})], Doubts((), {1}))
    assert all(not one.doubts for one in either)
    unpriced = with_gaps([bond(0), bond(20, price=None)], Doubts((), {1}))
    assert all(not one.doubts for one in unpriced), "one row beside another may have no price"


def test_a_lot_without_units_beside_lots_that_have_them_is_in_doubt() -> None:
    whole = StatementLot(None, Decimal(5), Decimal("50.00"))
    lines = with_gaps([bond(0, lots=(whole, replace(whole, quantity=None)))], Doubts((), {1}))
    assert lines[0].doubts == FrozenMap({"lot_numbers": ""})


def test_units_of_a_lot_that_are_no_number_are_in_doubt() -> None:
    held = {"symbol": "QZAB", "description": "ALDER BANK CORP", "quantity": "15", "price": "10.00", "value": "150.00"}
    rows = [held, {"quantity": "10", "cost": "80.00"}, {"quantity": "5:x", "cost": "40.00"}]
    kinds: tuple[TableKind, ...] = ("holdings", "lots", "lots")
    events = [
        Record(kind, {role: Cell(text) for role, text in row.items()}, Where(None, place))
        for place, (kind, row) in enumerate(zip(kinds, rows, strict=True), start=1)
    ]
    (account,) = build(events, "a.csv", "", None, "delimited").accounts
    assert [(one.flagged, dict(one.doubts)) for one in account.positions] == [(True, {"lot_numbers": "5:x"})]


@pytest.mark.parametrize("blank", [0.3, 0.6, 0.8])
def test_thousands_before_a_wide_blank_belong_to_the_number_behind_it(blank: float) -> None:
    head = holdings(1, 100)[0]
    cells = [(40, "QZAB"), (90, "ALDER BANK"), (300, "20"), (380, "50.00"), (430, "1"), (430, "017"), (430, "974.29")]
    words = [Word(text, x0, x0 + WIDE * len(text), 112, 120, SIZE) for x0, text in cells]
    for place in (5, 6):
        x0 = words[place - 1].x1 + blank * SIZE
        words[place] = replace(words[place], x0=x0, x1=x0 + WIDE * len(words[place].text))
    page = [line(1, 60, (40, "Account Number: 4410-7752")), head, Line(1, tuple(words))]
    (account,) = build(walk([page]), "a.pdf", "", 1, "pages").accounts
    assert [one.market_value for one in account.positions] == [Decimal("1017974.29")]


def test_points_and_commas_with_a_speck_above_them_are_tidied() -> None:
    assert [tidy(text) for text in ("180:432.", "$705;593.73", "12:30.")] == ["180.432", "$705,593.73", "12:30."]


def test_words_that_are_higher_than_wide_lie_on_their_side_though_they_are_read() -> None:
    upright = [Said(text, 0, 0, 60, 14, 0.9) for text in ("Market", "Quantity", "Account", "1,250.00") * 4]
    aside = [replace(word, x1=14, bottom=60) for word in upright]
    assert (stands(upright), lies(upright)) == (True, False)
    assert (stands(aside), lies(aside)) == (False, True)


@pytest.mark.parametrize(
    ("day", "other", "status"),
    [
        (date(2026, 6, 30), None, "proven"),
        (date(2026, 5, 29), None, "proven"),
        (date(2026, 6, 17), None, "unproven"),
        (date(2026, 6, 30), date(2026, 5, 31), "unproven"),
    ],
)
def test_a_day_that_one_voice_lost_is_doubted_unless_it_ends_a_month(
    day: date, other: date | None, status: str
) -> None:
    held = (bond(0, unit=Decimal("0.01")),)
    one = prove(StatementAccount("a.tif", "…1234", "", "other", "", day, Decimal(9950), None, "unproven", (), held))
    (read,) = compared(Statement((one,)), Statement((replace(one, as_of=other),))).accounts
    assert read.status == status

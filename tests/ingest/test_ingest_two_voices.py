"""What keeps a scan from being silently wrong: cut figures, lost words, doubtful facts, cells that no voice saw."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import numpy as np

from core.domain.frozen_map import FrozenMap
from core.domain.statement import Check, Source, Statement, StatementAccount, StatementLine
from core.ingest import prove
from core.ingest.nouns.words import Line, Word
from core.ingest.ocr.agree import Agreed, agreed, same
from core.ingest.ocr.doubts import Doubt, Doubts
from core.ingest.ocr.gaps import with_gaps
from core.ingest.ocr.ink import grown
from core.ingest.ocr.second_look import settled
from core.ingest.ocr.tidied import tidy
from core.ingest.ocr.unread_ink import pieces
from core.ingest.ocr.voices import Run, Said
from core.ingest.readers.otherwise import as_other, compared, with_facts

FRAME = (100.0, 50.0, 160.0, 70.0)


def said(text: str, x0: float = 100, x1: float = 160) -> Said:
    return Said(text, x0, 50, x1, 70, 0.9)


def row(place: int, **changes: object) -> StatementLine:
    box = (40.0, 100.0 + 12 * place, 500.0, 108.0 + 12 * place)
    made = StatementLine(
        f"SY{place}", "ALDER BANK CORP", "stock", Decimal("100"), Decimal("12.50"), Decimal("1250.00"),
        source=Source(page=1, box=box),
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]


def account(*lines: StatementLine, **changes: object) -> StatementAccount:
    made = StatementAccount(
        "a.png", "…1234", "", "traditional_ira", "Ana Test", date(2026, 6, 30), Decimal(1250) * len(lines), None,
        "unproven", (), lines,
    )  # fmt: skip
    return prove(replace(made, **changes))  # type: ignore[arg-type]


def test_pieces_of_one_number_are_put_together_in_either_way_of_writing() -> None:
    for left, right in (("1,232,661", ".33"), ("1.097.871", ",63"), ("1,250.", "00")):
        run = Run((said(left, 100, 150), said(right, 153, 170)), (98, 48, 172, 72))
        (group,) = agreed([run], [said(left, 100, 150), said(right, 153, 170)])
        assert [(one.said.text, one.other) for one in group] == [(left + right, None)]
    split = Run((said("377,739.35", 100, 172),), (98, 48, 174, 72))
    (group,) = agreed([split], [said("377,739.", 100, 150), said("35", 162, 172)])
    assert [(one.said.text, one.other) for one in group] == [("377,739.35", None)]
    lost = Run((said("377,739", 100, 150), said("35", 160, 172)), (98, 48, 174, 72))
    assert [(one.said.text, one.other) for one in agreed([lost], [])[0]] == [("377,739.35", "377,739")]
    apart = Run((said("1,232", 100, 130), said(".33", 153, 170)), (98, 48, 172, 72))
    assert len(agreed([apart], [])[0]) == 2


def test_specks_and_gaps_change_no_number_and_a_digit_always_does() -> None:
    assert [tidy(text) for text in ("348.19.", "14 .86", "1,389 00", "HXWS:")] == [
        "348.19",
        "14.86",
        "1,389.00",
        "HXWS:",
    ]
    assert [tidy(text) for text in ("$21.488.81", "(1,285,724,00)", "21.488,81", "1.914")] == [
        "$21,488.81", "(1,285,724.00)", "21.488,81", "1.914",
    ]  # fmt: skip
    assert [tidy(text) for text in ("zZVQ", "zvS", "Cox", "Co", "vs")] == ["ZZVQ", "ZVS", "Cox", "Co", "vs"]
    assert [tidy(text) for text in ("13,000:000", "252:40", "10:30", "VTl", "V|I", "All", "Al")] == [
        "13,000.000", "252.40", "10:30", "VTI", "VII", "All", "Al",
    ]  # fmt: skip
    assert same("CORP", "CORP.") and same("1,461,710 95", "1,461,710.95")
    assert not same("1,250.00", "(1,250.00)") and not same("1,250.00", "1,250.00-") and not same("33", ".33")


def test_a_second_look_settles_what_each_voice_has_read_once() -> None:
    one = Agreed(said("1,250.00"), "1,260.00")
    assert settled(one, FRAME, "1,250.00", "1,250.00") == Agreed(said("1,250.00"), None)
    assert settled(one, FRAME, "1,260.00", "1,280.00").said.text == "1,260.00"
    assert settled(one, FRAME, "1,250.00", "1,260.00") == one
    assert settled(one, FRAME, "1,260.00", "1,250.00") == one
    assert settled(Agreed(said("037833100"), "O37833I00"), FRAME, "x", "y").other is None


def test_ink_that_goes_on_beside_a_figure_is_looked_at_again() -> None:
    ink = np.zeros((120, 300), np.uint8)
    ink[50:70, 80:160] = 255
    assert grown(ink, FRAME, [])[0] == 80.0 and grown(ink, FRAME, [(78, 48, 99, 72)]) == FRAME
    ink[:, :] = 0
    ink[50:70, 100:160] = 255
    ink[66:69, 164:167] = 255
    assert grown(ink, FRAME, []) == FRAME
    longer = settled(Agreed(said("0.33"), None), (80.0, 50.0, 160.0, 70.0), "1,230.33", "1,230.33")
    assert (longer.said.text, longer.other) == ("1,230.33", None)
    assert settled(Agreed(said("0.33"), None), (80.0, 50.0, 160.0, 70.0), "1,230.33", "0.33").other == "1,230.33"


def test_a_word_that_no_voice_has_framed_is_found_by_its_ink() -> None:
    ink = np.zeros((200, 400), np.uint8)
    ink[50:70, 20:80] = ink[50:70, 120:160] = 255
    ink[100:102, 10:390] = 255
    assert pieces(ink, [(18, 48, 82, 72)]) == [(120.0, 50.0, 160.0, 70.0)]
    assert pieces(ink, [(18, 48, 82, 72), (118, 48, 162, 72)]) == []


def test_an_account_whose_number_or_day_the_other_voice_reads_otherwise_waits_for_a_person() -> None:
    one = account(row(0), row(1))
    assert one.status == "proven"
    (kept,) = compared(Statement((one,)), Statement((replace(one, owner="ANA TEST"),))).accounts
    assert kept.status == "proven"
    for other in (
        {"number": "…1284"},
        {"as_of": date(2026, 6, 20)},
        {"registration": "roth_ira"},
        {"owner": "Ann Test"},
    ):
        (waits,) = compared(Statement((one,)), Statement((replace(one, **other),))).accounts  # type: ignore[arg-type]
        told = [check for check in waits.checks if not check.ok]
        assert waits.status == "unproven" and len(told) == 1 and isinstance(told[0], Check)
    (flagged,) = compared(Statement((one,)), Statement((account(row(0, symbol="S70"), row(1)),))).accounts
    assert [line.flagged for line in flagged.positions] == [True, False]


def test_the_page_is_read_as_the_other_voice_has_it() -> None:
    words = tuple(Word(text, x, x + 30, 50, 58, 8) for text, x in (("Account", 40), ("1234-5678", 80), ("x", 120)))
    doubts = Doubts([Doubt(1, words[1].box, "1234-5678", "1284-5678"), Doubt(1, words[2].box, "x", "")])
    assert as_other([[Line(1, words)]], doubts)[0][0].text == "Account 1284-5678"


def test_a_scanned_row_without_what_its_neighbours_have_is_flagged() -> None:
    costly = [row(place, cost_basis=Decimal("900.00")) for place in range(4)]
    blank = row(4, source=Source(page=1, box=(1, 1, 2, 2), fields=FrozenMap({"cost_basis": (1, 1, 2, 2)})))
    lines = with_gaps([*costly, row(5), blank, row(6, symbol=None)], Doubts((), {1}))
    assert [dict(line.doubts) for line in lines] == [{}] * 4 + [
        {"cost_basis": ""},
        {},
        {"cost_basis": "", "symbol": ""},
    ]
    assert [line.flagged for line in account(*lines).positions] == [False] * 4 + [True, False, True]
    assert with_gaps([*costly, row(5)], Doubts())[-1].doubts == FrozenMap()


def test_pieces_of_an_identifier_are_put_together_where_its_check_digit_holds() -> None:
    for pieces_, whole in ((("6101", "16F34"), "610116F34"), (("6101", "16F35"), "6101 16F35")):
        words = said(pieces_[0], 100, 130), said(pieces_[1], 140, 180)
        (group,) = agreed([Run(words, (98, 48, 182, 72))], list(words))
        assert " ".join(one.said.text for one in group) == whole


def test_a_label_with_a_stroke_is_one_word_where_no_space_is_printed() -> None:
    for x0, whole in ((132, ["BASIS/PROCEEDS"]), (140, ["BASIS/", "PROCEEDS"])):
        words = said("BASIS/", 100, 130), said("PROCEEDS", x0, 180)
        (group,) = agreed([Run(words, (98, 48, 182, 72))], list(words))
        assert [one.said.text for one in group] == whole


def test_a_sign_read_as_a_digit_is_kept_as_a_sign_in_doubt() -> None:
    (group,) = agreed([Run((said("51,073,057.76"),), FRAME)], [said("$1,073,057.76.")])
    assert [(one.said.text, one.other) for one in group] == [("$1,073,057.76", "51,073,057.76")]


def test_a_label_that_one_voice_reads_is_a_label_for_both() -> None:
    (group,) = agreed([Run((said("Qry"),), FRAME)], [said("QTY")])
    assert [one.said.text for one in group] == ["QTY"]
    words = (Word("Account", 10, 60, 50, 58, 8), Word("8552", 62, 90, 50, 58, 8))
    doubts = Doubts([Doubt(1, words[0].box, "Account", "ee"), Doubt(1, words[1].box, "8552", "8652")], {1})
    assert [line.text for lines in as_other([[Line(1, words)]], doubts) for line in lines] == ["Account 8652"]


def test_a_scan_without_a_number_or_a_day_waits_for_a_person() -> None:
    read = Statement((account(row(0), number=""),))
    assert [one.status for one in with_facts(read).accounts] == ["unproven"]
    whole = replace(read, accounts=(account(row(0)),))
    assert with_facts(whole) == whole and whole.accounts[0].status == "proven"


def test_rows_closed_by_sums_without_names_are_told_apart_by_their_numbers() -> None:
    lines = [row(place, section=f"holdings {place + 1} to {place + 1}") for place in range(2)]
    sums = tuple((line.section, Decimal(1250)) for line in lines)
    assert account(*lines, subtotals=sums).status == "proven"
    wrong = account(*lines, subtotals=(*sums[:1], (sums[1][0], Decimal(1260))))
    assert [check.where for check in wrong.checks if not check.ok] == ["holdings 2 to 2"]

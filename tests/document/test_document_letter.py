"""The letter says everything that stands in the record, on pages that hold, and the same bytes each time."""

import io
import re
import subprocess
import sys
from dataclasses import replace
from decimal import Decimal as D
from functools import cache
from pathlib import Path

import document_samples as samples
import pdfplumber
import pytest

from core.document import DOCUMENTS, letter, note, page_images
from core.document.facts import Facts
from core.document.parts.basis import CONDITIONS, fired, library
from core.domain.allocation import Allocation
from core.domain.frozen_map import FrozenMap
from core.domain.proposal import Proposal
from core.domain.rationale import Reason
from core.rebalance import check, rebalance
from core.words import day, dollars, number, shares, signed, with_titles
from core.workflow.case_files import case_file
from core.workflow.desk import Desk
from core.workflow.households import households

ROOT = Path(__file__).resolve().parents[2]


@cache
def written(proposal: Proposal, name: str = "Hollingsworth") -> bytes:
    return letter(proposal, samples.household(name), samples.mandate(), samples.LABELS, samples.AS_OF)


@cache
def pages_of(data: bytes) -> tuple[str, ...]:
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        return tuple(page.extract_text() for page in pdf.pages)


def squeezed(text: str) -> str:
    """The text without any space, so that wrapping does not matter."""
    return re.sub(r"\s+", "", text)


def text_of(data: bytes) -> str:
    return squeezed("".join(pages_of(data)))


def stands(text: str, *pieces: str) -> None:
    missing = [piece for piece in pieces if squeezed(piece) not in text]
    assert not missing, f"not in the document: {missing}"


def every_figure(proposal: Proposal) -> list[str]:
    """Every number, lot and sentence of the record as a letter writes it."""
    answer, said = proposal.answer, []
    acquired = {lot.id: lot.acquired for account in proposal.case.accounts for lot in account.lots}
    for trade in answer.trades:
        said += [trade.symbol, shares(trade.quantity), number(trade.amount, 2), number(trade.price, 2)]
        said += [reason.sentence for reason in trade.reasons]
        if trade.without:
            said.append(trade.without.sentence)
            said += [dollars(trade.without.tax)] if trade.without.tax is not None else []
        for pick in trade.lots:
            said += [f"Lot {pick.lot}", day(acquired[pick.lot]), shares(pick.quantity)]
            said += [number(pick.cost_basis, 2), signed(pick.gain)]
    bill = answer.tax
    said += [
        signed(amount)
        for amount in (bill.short_term, bill.long_term, bill.federal, bill.net_investment, bill.state, bill.total)
    ]
    said += [
        dollars(cash) for account, cash in answer.cash_after.items() if any(t.account == account for t in answer.trades)
    ]
    for baseline in answer.baselines:
        said += [number(baseline.tax, 2), number(baseline.spread, 2)]
    for lock in answer.lockouts:
        said += [lock.identical_group, day(lock.until), lock.because]
    said += [one.sentence for one in (*answer.conflicts, *answer.triggered_by)]
    said += [issue.message for issue in answer.issues]
    said += [tweak.reason for tweak in proposal.tweaks]
    said += [check.sentence for check in proposal.checks]
    said += [f"{number(answer.before.drift_total * 100, 2)} pts", f"{number(answer.after.drift_total * 100, 2)} pts"]
    return said


@pytest.mark.parametrize("make", [samples.proposal, samples.with_conflicts, samples.large])
def test_every_trade_lot_tax_number_and_reason_is_in_the_letter(make: object) -> None:
    proposal = make()  # type: ignore[operator]
    stands(text_of(written(proposal)), *every_figure(proposal))


def test_what_the_engine_answers_is_in_the_letter_to_the_last_figure() -> None:
    case = samples.case()
    answer = rebalance(case)
    assert answer.trades
    solved = replace(samples.proposal(), answer=answer, checks=check(case, answer.trades), tweaks=())
    stands(text_of(written(solved)), *every_figure(solved))


def test_the_record_stands_at_the_end_with_who_when_and_every_hash() -> None:
    one = samples.proposal()
    stands(
        squeezed(pages_of(written(one))[-1]),
        one.id, "version 3, approved", one.answer.fingerprint, one.inputs.case, one.inputs.mandate, one.inputs.prices,
        one.inputs.engine, "Jide Okafor (okafor), Nov 20, 2026, 14:41:07 UTC",
        "Petra Varga (varga), Nov 20, 2026, 16:30:00 UTC", "Nov 20, 2026, 15:02:30 UTC", samples.LABELS["anchor"],
        "Agreed with the household by telephone.", "2 of 2 checks hold",
    )  # fmt: skip


def test_the_answer_comes_first() -> None:
    first = squeezed(pages_of(written(samples.proposal()))[0])
    stands(
        first,
        "Hollingsworth",
        "Four trades, back inside every band for $1,925 of tax",
        "We propose three sales for $42,092.62 and one purchase for $27,305.60 in two accounts.",
        "The trades raise this year's tax by $1,924.52.",
    )
    assert first.index("Fourtrades") < first.index("Tradesbyaccount")


def test_the_same_record_gives_the_same_bytes() -> None:
    assert written(samples.proposal()) == written(samples.proposal())
    assert written(samples.proposal()) != written(replace(samples.proposal(), note="another"))


def test_doing_nothing_and_the_other_ways_stand_beside_this_one() -> None:
    stands(
        text_of(written(samples.proposal())),
        "Do nothing 9.79 pts 0.00 0.00 0",
        "Rebalance each account alone, pro rata 3.12 pts 5,603.77 14.20 9",
        "Back to the bands, tax ignored 4.66 pts 4,811.09 9.92 6",
        "This proposal 4.71 pts 1,924.52 8.87 4",
    )


def test_long_tables_repeat_their_head_and_nothing_leaves_the_margins() -> None:
    data = written(samples.large())
    pages = pages_of(data)
    assert len(pages) > 8
    with_sales = [page for page in pages if "Lot lot-S" in page]
    assert all("Side Security, lot Acquired Quantity" in page for page in with_sales)
    assert all("Joint …0935, continued" in page for page in with_sales[1:])
    for place, page in enumerate(pages, 1):
        assert f"Page {place} of {len(pages)}" in page
    inside_margins(data)


def inside_margins(data: bytes) -> None:
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            for word in page.extract_words():
                assert word["x0"] >= 56 and word["x1"] <= page.width - 53, word["text"]
                assert word["bottom"] < page.height - 24, word["text"]
            body = [word for word in page.extract_words() if 80 < word["top"] < page.height - 50]
            assert all(word["bottom"] <= page.height - 59 for word in body)


def test_a_hostile_name_is_text_and_nothing_else() -> None:
    data = written(samples.proposal(), samples.HOSTILE)
    stands(text_of(data), "<script>alert('x')</script>", '=HYPERLINK("a")', "$HOME **bold**", "Featherstonehaugh")
    assert b"/JavaScript" not in data and b"/URI" not in data and b"/Launch" not in data
    inside_margins(data)


def test_names_of_any_kind_wrap_and_never_break_the_letter() -> None:
    for name in ("W" * 400, "{nb} {total}", "\ue000\ue000", "", "שלום עולם", "山田", "a\u0301\u200d🙂", "x\n\n\ny"):
        data = written(samples.proposal(), name)
        inside_margins(data)
    stands(text_of(written(samples.proposal(), "{nb} of us")), "{nb} of us")


def test_hostile_sentences_and_a_reason_longer_than_a_page_go_on_over_pages() -> None:
    vti, *rest = samples.TRADES
    long = replace(vti, reasons=(Reason("x", "because of this " * 1200 + "THE END"), Reason("y", samples.HOSTILE)))
    one = samples.proposal()
    data = written(replace(one, answer=replace(one.answer, trades=(long, *rest))))
    stands(text_of(data), "THE END", "<script>")
    inside_margins(data)


def test_a_letter_without_trades_says_so() -> None:
    data = written(samples.no_action())
    stands(text_of(data), "Nothing to do, every class is inside its band", "No trades.", "no tax and no cost")
    assert "We propose" not in " ".join(pages_of(data))


def test_an_infeasible_answer_names_what_stands_against_it() -> None:
    data = written(samples.infeasible())
    stands(text_of(data), "No trades meet every rule", "The withdrawal of $90,000.00", "Draft, not approved")


def test_what_stays_outside_is_said_in_the_title_and_marked_by_shape() -> None:
    stands(
        text_of(written(samples.with_conflicts())), "US bonds outside its band", "■ US bonds", "Limits not met in full"
    )


def test_labelled_prices_and_the_state_stand_on_every_page() -> None:
    for state, badge in (("approved", "Approved"), ("draft", "Draft, not approved"), ("void", "Void, not approved")):
        pages = pages_of(written(replace(samples.proposal(), state=state)))
        assert all("Simulated prices" in page and badge in page for page in pages)
    labels = {key: text for key, text in samples.LABELS.items() if key != "prices"}
    plain = replace(samples.proposal(), labels=FrozenMap())
    data = letter(plain, samples.household(), samples.mandate(), labels, samples.AS_OF)
    assert "Simulated" not in " ".join(pages_of(data))


def test_a_target_of_many_symbols_breaks_over_pages() -> None:
    one = samples.proposal()
    names = [f"SYM{place:02d}" for place in range(50)]
    target = Allocation("symbol", FrozenMap(dict.fromkeys(names, 0.02)))
    picture = replace(
        samples.AFTER,
        drift=FrozenMap(dict.fromkeys(names, 0.0)),
        weights=FrozenMap(dict.fromkeys(names, 0.02)),
    )
    answer = replace(one.answer, before=picture, after=picture)
    data = written(replace(one, case=replace(one.case, target=target), answer=answer))
    stands(text_of(data), *names)
    inside_margins(data)


def test_negative_tax_is_drawn_and_written_with_its_sign() -> None:
    one = samples.proposal()
    bill = replace(
        one.answer.tax, federal=D("-1200.00"), net_investment=D("-38.00"), state=D("150.00"), total=D("-1088.00")
    )
    stands(
        text_of(written(replace(one, answer=replace(one.answer, tax=bill)))),
        "saving $1,088 of tax", "−1,200.00", "−$38", "+$150", "The trades lower this year's tax by $1,088.00",
    )  # fmt: skip


def test_properties_and_outline_are_set() -> None:
    with pdfplumber.open(io.BytesIO(written(samples.proposal()))) as pdf:
        assert pdf.metadata["Title"] == "Proposal P-2026-0117 for Hollingsworth"
        assert pdf.metadata["CreationDate"].startswith("D:20261120")
        titles = [entry[1] for entry in pdf.doc.get_outlines()]
    assert titles[0] == "Weights, before and after" and titles[-1] == "The record"


def test_the_note_of_a_check_fits_one_page() -> None:
    calm = replace(samples.no_action(), answer=replace(samples.no_action().answer, issues=()))
    data = note(calm, samples.household(), samples.mandate(), samples.LABELS, samples.AS_OF)
    assert len(pages_of(data)) == 1
    stands(text_of(data), "Nothing to do", "Every class is inside its band.", calm.answer.fingerprint)


def test_pages_are_previewed_as_png() -> None:
    data = written(samples.proposal())
    images = page_images(data)
    assert len(images) == len(pages_of(data))
    assert all(image.startswith(b"\x89PNG") for image in images)


def test_disclosures_fire_on_their_condition() -> None:
    assert {entry["when"] for entry in library()} <= set(CONDITIONS)

    def texts(proposal: Proposal) -> str:
        return " ".join(fired(Facts(proposal, samples.household(), samples.mandate(), samples.LABELS)))

    assert "26 USC 1091" in texts(samples.proposal())
    assert "26 CFR 1.1012-1(c)" in texts(samples.proposal())
    assert "26 USC 1091" not in texts(samples.no_action())
    assert "not approved" in texts(samples.infeasible()) and "not approved" not in texts(samples.proposal())
    assert "not legal or tax advice" in texts(samples.no_action())


def test_the_family_of_documents_is_found_by_name() -> None:
    assert {"letter", "note", "order_list"} <= set(DOCUMENTS)
    assert DOCUMENTS.entry("letter").facts["media_type"] == "application/pdf"


def test_the_pdf_writer_is_not_loaded_before_something_is_printed() -> None:
    said = "import sys, core.document; print([name for name in ('fpdf', 'numpy', 'pypdfium2') if name in sys.modules])"
    result = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True, cwd=ROOT)
    assert result.stdout.strip() == "[]"


@pytest.mark.long
def test_every_household_of_the_demo_book_gets_a_letter_that_holds_every_figure() -> None:
    desk = Desk.sample()
    for held in households(desk):
        case = case_file(desk, held.id).case
        answer = rebalance(case)
        solved = replace(
            samples.proposal(),
            case=case,
            answer=answer,
            checks=check(case, answer.trades),
            tweaks=(),
            household=held.id,
        )
        data = letter(solved, held, samples.mandate(), samples.LABELS, samples.AS_OF)
        titles = Facts(solved, held, samples.mandate(), samples.LABELS).titles
        stands(text_of(data), *(with_titles(figure, titles) for figure in every_figure(solved)))
        inside_margins(data)

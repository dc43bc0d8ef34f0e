"""What changed between two versions, and the sentence on top, in words."""

from dataclasses import replace
from decimal import Decimal as D

import document_samples as samples

from core.domain.proposal import Proposal
from core.domain.rationale import Reason
from core.domain.trade import TaxBill
from core.review import compare, explain

TITLES = {"joint": "Joint …0935", "roth": "Roth IRA …8102"}


def changed() -> Proposal:
    vti, vxus, vtip, roth = samples.TRADES
    smaller = replace(vti, quantity=D(100), amount=D("25110.00"))
    added = replace(roth, symbol="BND", side="buy", quantity=D(5), amount=D("365.00"), lots=())
    answer = replace(
        samples.ANSWER,
        trades=(smaller, vtip, replace(roth, lots=(replace(roth.lots[0], lot="R-9"),)), added),
        tax=replace(samples.ANSWER.tax, total=D("1500.00")),
        after=replace(
            samples.AFTER, drift=samples.AFTER.drift.with_entry("us_equity", 0.0551), out_of_band=("us_equity",)
        ),
    )
    assert vxus.symbol == "VXUS"
    return replace(samples.proposal(), answer=answer)


def test_every_difference_is_named_once_and_in_words() -> None:
    sentences = [change.sentence for change in compare(samples.proposal(), changed(), TITLES, samples.LABELS)]
    assert sentences == [
        "Sell VTI in Joint …0935: 100 instead of 120 (−$5,022.00).",
        "Sell 30.5 VXUS in Joint …0935: removed, it was $1,916.62.",
        "Buy 5 BND in Roth IRA …8102: added, $365.00.",
        "Sell VTI in Roth IRA …8102: lots R-9 x 40 instead of R-1 x 40.",
        "Tax $1,500.00 instead of $1,924.52 (−$424.52).",
        "US equity: drift left +5.51 pts instead of +2.49 pts.",
        "US equity: now outside its band.",
    ]


def test_nothing_changed_is_an_empty_answer() -> None:
    assert compare(samples.proposal(), samples.proposal()) == ()


def test_comparing_backwards_turns_additions_into_removals() -> None:
    forth = compare(samples.proposal(), changed())
    back = compare(changed(), samples.proposal())
    assert [change.kind for change in forth].count("added") == [change.kind for change in back].count("removed")
    assert {(change.before, change.after) for change in forth} == {(change.after, change.before) for change in back}


def test_the_title_tells_the_outcome() -> None:
    assert explain(samples.proposal(), "Hollingsworth") == (
        "Hollingsworth: 4 trades, back inside every band for $1,925 of tax"
    )


def titled(**changes: object) -> str:
    return explain(replace(samples.proposal(), answer=replace(samples.ANSWER, **changes)), "", samples.LABELS)


def test_the_title_is_honest_about_tax_saved_and_no_tax() -> None:
    assert titled(tax=TaxBill(total=D("-3210.40"))) == "Four trades, back inside every band, saving $3,210 of tax"
    assert titled(tax=TaxBill()) == "Four trades, back inside every band without tax"
    assert titled(tax=TaxBill(total=D("0.12"))) == "Four trades, back inside every band for $0.12 of tax"


def test_a_harvest_inside_the_bands_does_not_claim_to_bring_anything_back() -> None:
    calm = replace(samples.BEFORE, out_of_band=())
    assert titled(before=calm, tax=TaxBill(total=D(-900)), trades=samples.TRADES[:1]) == (
        "One trade, still inside every band, saving $900 of tax"
    )


def test_a_title_says_that_cash_was_raised_or_invested() -> None:
    calm = replace(samples.BEFORE, out_of_band=())
    for code, words in (("withdrawal", "cash raised"), ("raise_cash", "cash raised"), ("deposit", "deposit invested")):
        title = titled(before=calm, triggered_by=(Reason(code),))
        assert title == f"Four trades, {words}, still inside every band for $1,925 of tax"


def test_the_title_names_what_stays_outside() -> None:
    assert explain(samples.with_conflicts(), "Moreau", samples.LABELS) == (
        "Moreau: 4 trades for $1,925 of tax, two classes back inside, with US bonds outside its band"
    )
    three = replace(samples.AFTER, out_of_band=("cash", "tips", "us_bond"))
    assert titled(after=three).endswith("with three classes outside their bands")


def test_the_title_says_when_a_limit_is_not_met_although_the_bands_hold() -> None:
    conflicts = samples.with_conflicts().answer.conflicts
    assert titled(conflicts=conflicts).endswith("for $1,925 of tax; 2 limits not met in full")


def test_no_action_and_infeasible_have_titles_of_their_own() -> None:
    assert explain(samples.no_action(), "Garrity") == "Garrity: nothing to do, every class is inside its band"
    waiting = replace(samples.no_action(), answer=replace(samples.no_action().answer, before=samples.BEFORE))
    assert explain(waiting, "Garrity", samples.LABELS) == (
        "Garrity: no trades, with TIPS and US equity outside their bands"
    )
    assert explain(samples.infeasible(), "Ibarra") == "Ibarra: no trades meet every rule, one limit in conflict"
    assert explain(samples.infeasible()) == "No trades meet every rule, one limit in conflict"


def test_a_hostile_name_stays_one_line_of_text() -> None:
    title = explain(samples.proposal(), samples.HOSTILE)
    assert "\n" not in title and "\u202e" not in title
    assert title.startswith("<script>")

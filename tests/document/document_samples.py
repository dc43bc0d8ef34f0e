"""Invented proposals for the tests of documents, reviews and words: small, large, hostile, empty, infeasible."""

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal as D

from core.domain.account import Account, AccountCard, Taxpayer
from core.domain.allocation import Allocation, Band
from core.domain.case import Case
from core.domain.frozen_map import FrozenMap
from core.domain.household import Household
from core.domain.issue import Issue
from core.domain.lot import Lot, LotPick
from core.domain.mandate import Mandate
from core.domain.proposal import CheckResult, Inputs, Proposal, Tweak
from core.domain.rationale import Counterfactual, Reason
from core.domain.security import Security
from core.domain.trade import (
    Baseline,
    Conflict,
    DriftPicture,
    Lockout,
    Proposed,
    SolverRecord,
    TaxBill,
    Trade,
)

AS_OF = date(2026, 11, 20)
CREATED = datetime(2026, 11, 20, 14, 41, 7, tzinfo=UTC)
SUBMITTED = datetime(2026, 11, 20, 15, 2, 30, tzinfo=UTC)
DECIDED = datetime(2026, 11, 20, 16, 30, 0, tzinfo=UTC)
LABELS = {
    "us_equity": "US equity",
    "intl_developed": "Intl dev.",
    "us_bond": "US bonds",
    "tips": "TIPS",
    "cash": "Cash",
    "prices": "simulated",
    "prices_as_of": "2026-11-20",
    "mandate": "Balanced growth v7",
    "person.okafor": "Jide Okafor",
    "person.varga": "Petra Varga",
    "anchor": "seq 412, root 9f2c41d07be3, signed 2026-11-20T16:30:00Z",
}
HOSTILE = (
    "<script>alert('x')</script> =HYPERLINK(\"a\") \u202e\u05e9\u05dc\u05d5\u05dd \U0001f642\n$HOME **bold** \\n "
    + ("Featherstonehaugh-Cholmondeley " * 4)
)


def case() -> Case:
    """Two accounts of one joint return and a Roth, four funds."""
    joint = Account(
        id="joint",
        owner="ana",
        taxpayer="T1",
        registration="taxable_joint",
        cash=D("12000.00"),
        minimum_cash=D(2000),
        lots=(
            Lot("V-1", "VTI", D(400), D("61000.00"), date(2018, 1, 4)),
            Lot("V-2", "VTI", D(200), D("49800.00"), date(2026, 3, 2)),
            Lot("X-1", "VXUS", D(500), D("36000.00"), date(2025, 2, 3)),
            Lot("B-1", "BND", D(900), D("65000.00"), date(2021, 6, 1)),
        ),
    )
    roth = Account(
        id="roth",
        owner="ana",
        taxpayer="T1",
        registration="roth_ira",
        cash=D("500.00"),
        lots=(Lot("R-1", "VTI", D(100), None, None),),
    )
    return Case(
        as_of=AS_OF,
        taxpayers=(Taxpayer("T1", "married_joint", D(250000), D(0), 0.05, gain_budget=D(20000)),),
        accounts=(joint, roth),
        securities=(
            Security("VTI", D("251.10"), FrozenMap({"us_equity": 1.0}), spread=0.0001, expense_ratio=0.0003),
            Security("VXUS", D("62.84"), FrozenMap({"intl_developed": 1.0}), spread=0.0002, expense_ratio=0.0005),
            Security("BND", D("73.00"), FrozenMap({"us_bond": 1.0}), spread=0.0001, expense_ratio=0.0003),
            Security("VTIP", D("48.76"), FrozenMap({"tips": 1.0}), spread=0.0001, expense_ratio=0.0003),
        ),
        target=Allocation(
            "asset_class",
            FrozenMap({"us_equity": 0.5, "intl_developed": 0.1, "us_bond": 0.3, "tips": 0.05, "cash": 0.05}),
            FrozenMap({"us_equity": Band("absolute", 0.05), "us_bond": Band("relative", 0.2)}),
        ),
    )


TRADES = (
    Trade(
        "joint", "VTI", "sell", D(120), D("251.10"), D("30132.00"),
        lots=(
            LotPick("V-2", D(20), D("4980.00"), D("42.00"), "short"),
            LotPick("V-1", D(100), D("15250.00"), D("9860.00"), "long"),
        ),
        reasons=(
            Reason("over_band", "US equity is 1.62 bands over its target of 50.0%."),
            Reason("lot_choice", "The lots sold carry the least tax of all that could be sold."),
        ),
        without=Counterfactual("lp_fixed", 0.081, D("120.40"), 1.2, "Without it US equity stays 1.62 bands over."),
    ),
    Trade(
        "joint", "VXUS", "sell", D("30.5"), D("62.84"), D("1916.62"),
        lots=(LotPick("X-1", D("30.5"), D("2196.00"), D("-279.38"), "long"),),
        reasons=(Reason("harvest", "The lot is below cost by $279.38; there are gains to set it against."),),
        without=Counterfactual("infeasible", None, None, None, "Without it the cash for the purchases is missing."),
    ),
    Trade(
        "joint", "VTIP", "buy", D(560), D("48.76"), D("27305.60"),
        reasons=(Reason("under_band", "TIPS are 1.00 bands under their target of 5.0%."),),
        without=Counterfactual("lp_fixed", 0.06, D("1402.11"), 1.1, "Without it TIPS stay at zero."),
    ),
    Trade(
        "roth", "VTI", "sell", D(40), D("251.10"), D("10044.00"),
        lots=(LotPick("R-1", D(40), None, None, None),),
        reasons=(Reason("over_band", "Sold here because gains are not taxed here."),),
        without=Counterfactual("lp_fixed", 0.05, D("2204.00"), 1.3, "Without it the joint account sells instead."),
    ),
)  # fmt: skip

BEFORE = DriftPicture(
    FrozenMap({"us_equity": 0.081, "intl_developed": 0.0154, "us_bond": -0.0478, "tips": -0.05, "cash": 0.0014}),
    0.0979,
    ("tips", "us_equity"),
    FrozenMap({"us_equity": 0.581, "intl_developed": 0.1154, "us_bond": 0.2522, "tips": 0.0, "cash": 0.0514}),
    D("260480.20"),
)
AFTER = DriftPicture(
    FrozenMap({"us_equity": 0.0249, "intl_developed": 0.0081, "us_bond": -0.0471, "tips": 0.0062, "cash": 0.0079}),
    0.0471,
    (),
    FrozenMap({"us_equity": 0.5249, "intl_developed": 0.1081, "us_bond": 0.2529, "tips": 0.0562, "cash": 0.0579}),
    D("260471.33"),
)
ANSWER = Proposed(
    status="proposed",
    fingerprint="sha256:8f3c2f6a90be11d2c3b4a5968778695a4b3c2d1e0f00112233445566778d21a7",
    triggered_by=(Reason("over_band", "US equity is 1.62 bands over and TIPS are 1.00 bands under."),),
    trades=TRADES,
    before=BEFORE,
    after=AFTER,
    tax=TaxBill(
        D("42.00"), D("9580.62"), D("0.00"), D("1443.39"), D("0.00"), D("481.13"), D("1924.52"),
        FrozenMap({"T1": D("1924.52")}),
    ),
    cash_after=FrozenMap({"joint": D("16736.89"), "roth": D("10543.00")}),
    baselines=(
        Baseline("do_nothing", 0.0979, D(0), 0, D(0)),
        Baseline("pro_rata_per_account", 0.0312, D("5603.77"), 9, D("14.20")),
        Baseline("ignore_tax", 0.0466, D("4811.09"), 6, D("9.92")),
    ),
    lockouts=(Lockout("intl-total-market", date(2026, 12, 21), "A loss was taken in VXUS on Nov 20, 2026."),),
    conflicts=(),
    issues=(Issue("note", "accounts.roth", "The cost of lot R-1 is not known; it is not needed in a Roth IRA."),),
    solver=SolverRecord("HiGHS", "1.15.1", "optimal", 0.0),
    spread=D("8.87"),
    commission=D("0.00"),
)  # fmt: skip
CHECKS = (
    CheckResult("cash_minimum", True, "Cash never ends below its minimum in an account that buys."),
    CheckResult("no_short_sale", True, "No sale of more than a lot holds."),
)


def proposal() -> Proposal:
    """An approved proposal of four trades in two accounts."""
    return Proposal(
        id="P-2026-0117",
        household="H1",
        version=3,
        state="approved",
        case=case(),
        answer=ANSWER,
        inputs=Inputs(
            case="sha256:11aa22bb33cc44dd55ee66ff77001122334455667788990011aa22bb33cc44dd",
            engine="plumbline-engine 1",
            solver="HiGHS 1.15.1",
            mandate="balanced v7 sha256:77aa22bb33cc44dd55ee66ff77001122334455667788990011aa22bb33cc44dd",
            prices="simulated 2026-11-20 sha256:99aa22bb33cc44dd55ee66ff77001122334455667788990011aa22bb33cc44",
            tax_tables="2026",
        ),
        proposer="okafor",
        created=CREATED,
        checks=CHECKS,
        approver="varga",
        decided=DECIDED,
        note="Agreed with the household by telephone.",
        labels=FrozenMap({"prices": "simulated"}),
        hands=("okafor",),
        submitted=SUBMITTED,
        tweaks=(Tweak("lock", "joint", "VTI", "sell", D(120), "The household asked for it."),),
    )


def household(name: str = "Hollingsworth") -> Household:
    """The household of the proposal, with its account cards."""
    standing = case()
    return Household(
        id="H1",
        name=name,
        mandate="balanced",
        taxpayers=standing.taxpayers,
        accounts=standing.accounts,
        cards=(
            AccountCard("joint", "Joint", "…0935", "Harborlight Brokerage", "Ana and Tom Hollingsworth"),
            AccountCard("roth", "Roth IRA", "…8102", "Harborlight Brokerage", "Ana Hollingsworth"),
        ),
        as_of=AS_OF,
    )


def mandate() -> Mandate:
    """The standing mandate of the household."""
    return Mandate(id="balanced", name="Balanced growth", version=7, effective=date(2026, 1, 5), target=case().target)


def no_action() -> Proposal:
    """A check that found every class inside its band."""
    calm = replace(AFTER, total=BEFORE.total)
    answer = replace(
        ANSWER, status="no_action", trades=(), before=calm, after=calm, tax=TaxBill(), lockouts=(), spread=D(0),
        baselines=(Baseline("do_nothing", 0.0471, D(0), 0, D(0)),), triggered_by=(),
    )  # fmt: skip
    return replace(proposal(), answer=answer, tweaks=())


def with_conflicts() -> Proposal:
    """A proposal that could not bring every class back."""
    after = replace(AFTER, out_of_band=("us_bond",))
    conflicts = (
        Conflict(
            "gain_budget", "The gain budget of $20,000.00 leaves US bonds 0.62 points outside.", "us_bond", 0.0062
        ),
        Conflict("account_menu", "The 401(k) offers no bond fund.", "us_bond", 0.004),
    )
    return replace(proposal(), answer=replace(ANSWER, after=after, conflicts=conflicts))


def infeasible() -> Proposal:
    """A withdrawal that cannot be raised."""
    conflict = Conflict("cash_need", "The withdrawal of $90,000.00 from Roth IRA exceeds what can be sold there.")
    answer = replace(
        ANSWER, status="infeasible", trades=(), after=BEFORE, tax=TaxBill(), conflicts=(conflict,), lockouts=(),
    )  # fmt: skip
    return replace(proposal(), answer=answer, state="draft", approver=None, decided=None)


def large(trades: int = 60) -> Proposal:
    """Sixty sales with three lots and long reasons each, in one account."""
    standing = case()
    symbols = tuple(f"S{number:03d}" for number in range(trades))
    lots = tuple(
        Lot(f"lot-{symbol}-{part}", symbol, D(10), D("1000.00"), date(2019, 1 + part, 3))
        for symbol in symbols
        for part in range(3)
    )
    joint = replace(standing.accounts[0], lots=(*standing.accounts[0].lots, *lots))
    securities = tuple(Security(symbol, D("123.45"), FrozenMap({"us_equity": 1.0})) for symbol in symbols)
    many = tuple(
        Trade(
            "joint", symbol, "sell", D(30), D("123.45"), D("3703.50"),
            lots=tuple(
                LotPick(f"lot-{symbol}-{part}", D(10), D("1000.00"), D("234.50"), "long") for part in range(3)
            ),
            reasons=(Reason("over_band", f"{symbol} stands over its band and " + "so on and on " * 12 + "here."),),
            without=Counterfactual("lp_fixed", 0.08, D("1.00"), 1.0, f"Without it {symbol} stays where it is."),
        )
        for symbol in symbols
    )  # fmt: skip
    return replace(
        proposal(),
        case=replace(standing, accounts=(joint, standing.accounts[1]), securities=(*standing.securities, *securities)),
        answer=replace(ANSWER, trades=(*many, *TRADES)),
        tweaks=(),
    )

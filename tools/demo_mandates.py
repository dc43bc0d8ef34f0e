"""The demo firm: its people and its five mandates. Everybody here is invented."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from core.domain.allocation import Allocation, Band
from core.domain.frozen_map import FrozenMap
from core.domain.mandate import AssetFacts, Mandate
from core.domain.person import Person
from core.domain.policy import Policy
from core.market.securities import known

PEOPLE = (
    Person("okafor", "Jules Okafor", "advisor", "jules.okafor@plumbline.example"),
    Person("brandt", "Maren Brandt", "advisor", "maren.brandt@plumbline.example"),
    Person("whitlock", "Tess Whitlock", "committee", "tess.whitlock@plumbline.example"),
    Person("halvorsen", "Edda Halvorsen", "committee", "edda.halvorsen@plumbline.example"),
    Person("sandoval", "Iris Sandoval", "compliance", "iris.sandoval@plumbline.example"),
    Person("petrov", "Anton Petrov", "admin", "anton.petrov@plumbline.example"),
)

BUILDING_BLOCKS = ("VTI", "VEA", "VWO", "BND", "SCHP", "BNDX", "VNQ", "GLDM", "SGOV")
"""The firm's buy list, one fund or two for each asset class of a mandate."""
MUNIS = ("MUB", "VTEB")
EFFECTIVE = date(2026, 4, 1)
FIRM = Policy(minimum_trade=Decimal(500), minimum_benefit=Decimal(500))
"""What every mandate of the firm has in common: nothing small, no harvest that saves less than 500."""


def mandates() -> tuple[Mandate, ...]:
    """The five standing mandates; their bands are of every kind on purpose."""
    return (_balanced(), _growth(), _income(), _preservation(), _endowment())


def _balanced() -> Mandate:
    weights = {
        "us_equity": 0.36, "intl_developed": 0.14, "emerging": 0.05, "us_bond": 0.27, "tips": 0.05, "intl_bond": 0.05,
        "real_estate": 0.05, "cash": 0.03,
    }  # fmt: skip
    bands = {
        "us_equity": absolute(0.05), "intl_developed": absolute(0.04), "us_bond": absolute(0.05),
        "cash": absolute(0.02), "emerging": relative(0.30), "tips": relative(0.30), "intl_bond": relative(0.30),
        "real_estate": relative(0.25),
    }  # fmt: skip
    note = "Sixty in equities and real estate, forty in bonds and cash; absolute bands on the large classes."
    return _mandate("balanced-60-40", "Balanced 60/40", weights, bands, FIRM, note)


def _growth() -> Mandate:
    weights = {
        "us_equity": 0.50, "intl_developed": 0.18, "emerging": 0.07, "us_bond": 0.12, "intl_bond": 0.03,
        "real_estate": 0.06, "alternatives": 0.02, "cash": 0.02,
    }  # fmt: skip
    note = "Eighty in growth assets; the 5/25 rule on every class, cash two points either side."
    bands = {"cash": absolute(0.02)}
    return _mandate("growth-80-20", "Growth 80/20", weights, bands, replace(FIRM, turnover_limit=0.20), note)


def _income() -> Mandate:
    weights = {
        "us_equity": 0.25, "intl_developed": 0.08, "us_bond": 0.42, "tips": 0.08, "intl_bond": 0.07,
        "real_estate": 0.05, "cash": 0.05,
    }  # fmt: skip
    bands = {name: relative(0.20) for name in weights} | {"cash": absolute(0.03)}
    note = "Income for people who draw on it; a fifth of each target either side."
    return _mandate("income-35-65", "Income 35/65", weights, bands, replace(FIRM, short_term_gains="avoid"), note)


def _preservation() -> Mandate:
    weights = {
        "us_equity": 0.15, "intl_developed": 0.05, "us_bond": 0.45, "tips": 0.15, "intl_bond": 0.05, "cash": 0.15,
    }  # fmt: skip
    bands = {name: absolute(0.03) for name in weights}
    note = "Capital first: three points either side, and no further back than the band's edge."
    policy = replace(FIRM, short_term_gains="avoid", location=False)
    return _mandate("preservation", "Preservation", weights, bands, policy, note, destination="band_edge")


def _endowment() -> Mandate:
    weights = {
        "us_equity": 0.34, "intl_developed": 0.14, "emerging": 0.06, "us_bond": 0.20, "tips": 0.04, "real_estate": 0.06,
        "alternatives": 0.12, "cash": 0.04,
    }  # fmt: skip
    bands = {
        "us_equity": absolute(0.05), "intl_developed": absolute(0.03), "us_bond": absolute(0.04),
        "cash": absolute(0.02), "alternatives": absolute(0.04), "emerging": relative(0.25), "tips": relative(0.25),
        "real_estate": relative(0.25),
    }  # fmt: skip
    note = "Room for private funds that cannot be sold: a wide band on alternatives."
    return _mandate("endowment", "Endowment style", weights, bands, FIRM, note)


def buy_list(mandate: Mandate, taxable: bool) -> tuple[str, ...]:
    """What the firm buys under a mandate: its building blocks, what stands in for them, and munis where taxed."""
    stand_ins = {other for symbol in mandate.assets for other in known()[symbol].substitutes}
    return tuple(sorted({*mandate.assets, *stand_ins, *(MUNIS if taxable else ())}))


def absolute(width: float) -> Band:
    """A band of so many points of weight on each side."""
    return Band("absolute", width)


def relative(width: float) -> Band:
    """A band of a fraction of the target on each side."""
    return Band("relative", width)


def _mandate(
    id: str, name: str, weights: dict[str, float], bands: dict[str, Band], policy: Policy, note: str,
    destination: str = "half_band",
) -> Mandate:  # fmt: skip
    target = Allocation("asset_class", FrozenMap(weights), FrozenMap(bands), destination)
    blocks = {symbol: known()[symbol] for symbol in BUILDING_BLOCKS if set(known()[symbol].classes) <= set(weights)}
    limits = {key: (max(0.0, round(weight - 0.10, 4)), round(weight + 0.10, 4)) for key, weight in weights.items()}
    return Mandate(
        objective="max_sharpe",
        bounds=FrozenMap({"*": (0.0, 0.60)}),
        class_bounds=FrozenMap(limits),
        risk_free=0.025,
        assets=FrozenMap({symbol: AssetFacts(facts.classes, _issuer(facts.name)) for symbol, facts in blocks.items()}),
        id=id,
        name=name,
        effective=EFFECTIVE,
        target=target,
        policy=policy,
        note=note,
    )


def _issuer(fund_name: str) -> str:
    return fund_name.split()[0]

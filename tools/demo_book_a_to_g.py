"""Delacroix, Eastman, Fontaine and Garrity."""

from datetime import date
from decimal import Decimal

from core.domain.account import Taxpayer
from core.domain.frozen_map import FrozenMap
from core.domain.security import Security
from tools.demo_households import AWAY, CALDER, MERIDIAN, NORTHGATE, TIDEWATER, AccountPlan, HouseholdPlan, amounts, h

DELACROIX = HouseholdPlan(
    "H-0001", "Delacroix", "growth-80-20",
    "Early employee of a software company; agreed to sell down over several years within a gain budget.",
    (Taxpayer("T-0001", "single", Decimal(295000), Decimal(21000), 0.05, amounts(long="8200"),
              gain_budget=Decimal(60000)),),
    (
        AccountPlan("H-0001-individual", "p1", "T-0001", "taxable_individual", "Individual",
                    "Amelie Delacroix", NORTHGATE, "2210", "38114.27", (
            h("MSFT", 1250000, "2016-03-15:6 2017-02-14:3 2018-11-20:1"),
            h("VTI", 520000, "2021-05-11:3 2023-08-16:2 2025-12-01:2"),
            h("VXUS", 330000, "2019-09-10:2 2021-03-09:2 2025-06-17:1"),
            h("VNQ", 92000, "2022-10-18:1 2025-08-12:1"),
            h("VTEB", 60000, "2024-04-09:1"),
        ), {"minimum_cash": Decimal(10000)}),
        AccountPlan("H-0001-ira", "p1", "T-0001", "traditional_ira", "Rollover IRA", "Amelie Delacroix",
                    NORTHGATE, "2284", "9240.61", (
            h("VEA", 298000, "2018-06-12:1 2020-10-13:1"),
            h("VWO", 176000, "2019-01-15:1 2023-11-07:1"),
            h("BND", 232000, "2020-02-11:1 2022-09-20:1"),
            h("BNDX", 118000, "2021-03-16:1"),
            h("GLDM", 84000, "2020-08-18:1"),
            h("VNQ", 118000, "2021-08-10:1"),
        )),
        AccountPlan("H-0001-401k", "p1", "T-0001", "401k", "401(k), held away", "Amelie Delacroix",
                    MERIDIAN, "7713", "0.00", (
            h("VFIAX", 690000, "2017-06-30:1 2020-06-30:1 2023-06-30:1"),
            h("VTIAX", 205000, "2019-06-28:1 2023-06-30:1"),
            h("VBTLX", 190000, "2021-06-30:1"),
        ), AWAY),
    ),
)  # fmt: skip

EASTMAN = HouseholdPlan(
    "H-0002", "Eastman", "endowment",
    "Holds units of a private credit fund that cannot be sold before 2029; further capital may be called.",
    (Taxpayer("T-0002", "married_joint", Decimal(520000), Decimal(86000), 0.0495, amounts(long="31400")),),
    (
        AccountPlan("H-0002-joint", "p1", "T-0002", "taxable_joint", "Joint", "Ruth and Walter Eastman",
                    CALDER, "4108", "131502.18", (
            h("VTI", 1575000, "2016-09-13:3 2019-04-16:2 2022-07-12:2"),
            h("VEA", 502000, "2017-10-10:1 2024-07-09:1"),
            h("VWO", 312000, "2018-12-11:1 2024-03-12:1"),
            h("VTEB", 610000, "2021-12-14:1 2023-09-12:1"),
            h("GLD", 236000, "2019-08-20:1"),
        ), {"minimum_cash": Decimal(25000)}),
        AccountPlan("H-0002-trust", "H-0002-trust", "T-0002", "trust_grantor", "Living trust",
                    "Eastman Living Trust", CALDER, "4151", "142880.40", (
            h("HPCF2", 655200, "2022-04-01:1"),
            h("VNQ", 305000, "2021-02-09:1 2023-10-17:1"),
            h("VOO", 540000, "2018-05-15:1 2022-10-11:1"),
        )),
        AccountPlan("H-0002-ira-p1", "p1", "T-0002", "traditional_ira", "IRA, Ruth", "Ruth Eastman",
                    CALDER, "4177", "21650.09", (
            h("BND", 838000, "2019-02-12:2 2022-01-18:1"),
            h("SCHP", 302000, "2020-04-14:1 2022-06-14:1"),
            h("VNQ", 205000, "2020-11-10:1"),
        )),
        AccountPlan("H-0002-roth-p2", "p2", "T-0002", "roth_ira", "Roth IRA, Walter", "Walter Eastman",
                    CALDER, "4182", "4911.73", (
            h("VEA", 515000, "2018-08-14:1 2022-09-13:1"),
            h("VWO", 192000, "2020-03-17:1"),
            h("VBR", 560000, "2017-07-11:1 2020-05-12:1"),
        )),
    ),
    securities=(
        Security("HPCF2", Decimal("1092.00"), FrozenMap({"alternatives": 1.0}), dividend_yield=0.081,
                 expense_ratio=0.0175, unfunded=Decimal(350000), tradable=False, lock_until=date(2029, 3, 31),
                 name="Harbor Point Private Credit Fund II, LP (net asset value of 2026-09-30)"),
    ),
)  # fmt: skip

FONTAINE = HouseholdPlan(
    "H-0003", "Fontaine Trust", "balanced-60-40",
    "Spouses file apart. The joint account waits for its October statement to be proven.",
    (
        Taxpayer("H-0003-a", "married_separate", Decimal(410000), Decimal(118000), 0.0, amounts(),
                 amounts(long="62000"), related=("H-0003-b",)),
        Taxpayer("H-0003-b", "married_separate", Decimal(152000), Decimal(9000), 0.0, amounts(), amounts(),
                 related=("H-0003-a",)),
    ),
    (
        AccountPlan("H-0003-trust", "H-0003-trust", "H-0003-a", "trust_grantor", "Family trust",
                    "Fontaine Family Trust", NORTHGATE, "4471", "188442.90", (
            h("VTI", 3350000, "2016-11-15:2 2018-04-10:2 2021-08-17:1 2023-02-14:1"),
            h("VXUS", 1420000, "2017-05-16:1 2020-12-15:1 2024-06-11:1"),
            h("MUB", 1610000, "2021-12-14:1 2023-07-25:1"),
            h("VNQ", 350000, "2018-10-09:1 2024-05-07:1"),
        )),
        AccountPlan("H-0003-joint", "T-0003", "H-0003-a", "taxable_joint", "Joint",
                    "Margot and Emil Fontaine", NORTHGATE, "0935", "86204.90", (
            h("VTI", 402000, "2019-06-11:1 2023-04-18:1"),
            h("VEA", 201000, "2020-07-14:1 2024-05-14:1"),
            h("BND", 244000, "2021-12-07:1 2023-09-19:1"),
            h("SCHP", 118000, "2022-04-12:1"),
        ), {"proof": "unproven"}),
        AccountPlan("H-0003-roth", "p1", "H-0003-b", "roth_ira", "Roth IRA, Emil", "Emil Fontaine",
                    NORTHGATE, "8102", "12104.33", (
            h("VUG", 610000, "2018-02-13:1 2021-06-15:1"),
            h("VWO", 308000, "2019-11-12:1 2022-12-13:1"),
        )),
        AccountPlan("H-0003-ira", "p2", "H-0003-a", "traditional_ira", "IRA, Margot", "Margot Fontaine",
                    NORTHGATE, "8119", "64230.15", (
            h("BND", 1120000, "2018-09-11:1 2020-06-16:1 2022-08-16:1"),
            h("SCHP", 490000, "2019-03-12:1 2021-10-12:1"),
            h("BNDX", 612000, "2020-05-19:1 2021-04-13:1"),
            h("VNQ", 255000, "2021-09-14:1"),
            h("VTI", 230000, "2022-02-15:1"),
        )),
    ),
)  # fmt: skip

GARRITY = HouseholdPlan(
    "H-0004", "Garrity", "income-35-65",
    "Retired. Needs 60,000 from the joint account for a roof, and this year's required distribution is still to come.",
    (Taxpayer("T-0004", "married_joint", Decimal(118000), Decimal(41000), 0.0307, amounts(short="-1850")),),
    (
        AccountPlan("H-0004-joint", "p1", "T-0004", "taxable_joint", "Joint", "Helen and Dov Garrity",
                    TIDEWATER, "6604", "46310.88", (
            h("VTI", 401000, "2016-06-14:2 2019-05-14:1 2022-05-10:1"),
            h("VXUS", 226000, "2018-07-17:1 2024-06-11:1"),
            h("VTEB", 398000, "2021-12-07:1 2023-08-15:1"),
            h("BSV", 118000, "2023-07-11:1"),
        ), {"cash_flow": Decimal(-60000), "minimum_cash": Decimal(5000)}),
        AccountPlan("H-0004-ira", "p2", "T-0004", "traditional_ira", "IRA, Dov", "Dov Garrity",
                    TIDEWATER, "6631", "62740.12", (
            h("VBTLX", 720000, "2018-03-13:2 2020-10-20:1 2022-11-08:1"),
            h("SCHP", 238000, "2019-12-10:1 2021-07-13:1"),
            h("BNDX", 206000, "2020-08-11:1"),
            h("VBTLX", 4200, "2026-09-30:1 2026-10-30:1", "reinvestment"),
            h("VNQ", 98000, "2019-09-17:1 2021-12-14:1"),
        ), {"required_distribution": Decimal("38250.00"), "reinvest": True}),
        AccountPlan("H-0004-roth", "p1", "T-0004", "roth_ira", "Roth IRA, Helen", "Helen Garrity",
                    TIDEWATER, "6647", "5118.56", (
            h("VTSAX", 285000, "2018-01-16:1 2021-03-09:1"),
            h("VEA", 88000, "2020-02-18:1"),
        )),
    ),
)  # fmt: skip

"""Hollingsworth, Ibarra, Kessler and Moreau."""

from datetime import date
from decimal import Decimal

from core.domain.account import Taxpayer
from core.domain.lot import Activity
from tools.demo_households import AWAY, CALDER, MERIDIAN, NORTHGATE, TIDEWATER, AccountPlan, HouseholdPlan, amounts, h

HOLLINGSWORTH = HouseholdPlan(
    "H-0005", "Hollingsworth", "growth-80-20",
    "US equity has run ahead; what was bought at the top of the year stands at a loss worth taking.",
    (
        Taxpayer("T-0005", "married_joint", Decimal(610000), Decimal(48000), 0.093, amounts(long="21500"),
                 gain_budget=Decimal(150000)),
        Taxpayer("H-0005-child", "child", Decimal(1500), Decimal(1500), 0.0),
    ),
    (
        AccountPlan("H-0005-joint", "p1", "T-0005", "taxable_joint", "Joint",
                    "Nora and Paul Hollingsworth", NORTHGATE, "3320", "88420.15", (
            h("VTI", 2650000, "2016-04-12:3 2018-12-18:3 2021-09-21:2 2024-02-13:1"),
            h("VXUS", 860000, "2018-05-08:2 2020-12-08:2 2026-06-09:1"),
            h("VWO", 176000, "2026-02-10:1 2026-05-12:1"),
            h("VNQ", 186000, "2020-11-17:1 2026-01-13:2"),
            h("NVDA", 58000, "2026-04-14:1"),
            h("MUB", 310000, "2021-11-30:1"),
        ), {"minimum_cash": Decimal(20000)}),
        AccountPlan("H-0005-ira", "p1", "T-0005", "traditional_ira", "IRA, Nora", "Nora Hollingsworth",
                    NORTHGATE, "3358", "21870.44", (
            h("VOO", 840000, "2017-03-21:1 2019-02-19:1 2022-06-21:1"),
            h("VEA", 190000, "2021-12-07:1"),
            h("BND", 300000, "2019-07-16:1 2021-10-19:1"),
            h("BNDX", 268000, "2020-03-24:1"),
            h("VNQ", 268000, "2021-01-19:1"),
            h("GLDM", 176000, "2020-09-22:1"),
        )),
        AccountPlan("H-0005-roth", "p2", "T-0005", "roth_ira", "Roth IRA, Paul", "Paul Hollingsworth",
                    NORTHGATE, "3371", "6204.90", (
            h("VUG", 520000, "2018-01-23:1 2020-12-08:1"),
            h("VBR", 150000, "2019-10-22:1"),
            h("VWO", 190000, "2021-05-18:1"),
        )),
        AccountPlan("H-0005-401k", "p2", "T-0005", "401k", "401(k), held away", "Paul Hollingsworth",
                    MERIDIAN, "9042", "0.00", (
            h("VFIAX", 1110000, "2017-12-29:1 2020-12-31:1 2023-12-29:1"),
            h("VTIAX", 760000, "2018-12-31:1 2022-12-30:1"),
            h("VBTLX", 208000, "2022-12-30:1"),
        ), AWAY),
        AccountPlan("H-0005-utma", "p3", "H-0005-child", "utma", "UTMA for June", "June Hollingsworth",
                    NORTHGATE, "3399", "1840.00", (
            h("VTI", 58000, "2019-08-13:1 2022-08-09:1"),
            h("VXUS", 14000, "2022-08-09:1"),
        )),
    ),
)  # fmt: skip

IBARRA = HouseholdPlan(
    "H-0006", "Ibarra", "balanced-60-40",
    "A wash-sale trap: international funds stand at a loss, but the spouse's IRA just bought the same portfolio.",
    (Taxpayer("T-0006", "married_joint", Decimal(243000), Decimal(14500), 0.0,
              amounts(short="-5914.80", long="2300")),),
    (
        AccountPlan("H-0006-joint", "p1", "T-0006", "taxable_joint", "Joint", "Tomas and Lucia Ibarra",
                    CALDER, "5520", "41206.77", (
            h("VTI", 690000, "2017-08-15:2 2020-05-19:1 2023-06-13:1"),
            h("VXUS", 338000, "2021-03-23:1 2026-03-10:2 2026-05-19:1"),
            h("BND", 142000, "2026-01-20:1"),
            h("VTEB", 180000, "2022-03-15:1"),
        )),
        AccountPlan("H-0006-ira-p1", "p1", "T-0006", "traditional_ira", "IRA, Tomas", "Tomas Ibarra",
                    CALDER, "5563", "18402.30", (
            h("BND", 448000, "2018-10-16:1 2021-02-23:1"),
            h("SCHP", 178000, "2019-06-18:1 2022-07-19:1"),
            h("VNQ", 196000, "2020-06-23:1 2023-01-24:1"),
        )),
        AccountPlan("H-0006-ira-p2", "p2", "T-0006", "traditional_ira", "IRA, Lucia", "Lucia Ibarra",
                    TIDEWATER, "5581", "3310.04", (
            h("VTIAX", 96000, "2023-02-21:2 2026-11-09:1"),
            h("VBTLX", 182000, "2019-11-19:1"),
            h("BNDX", 158000, "2021-08-24:1"),
        )),
        AccountPlan("H-0006-roth", "p2", "T-0006", "roth_ira", "Roth IRA, Lucia", "Lucia Ibarra",
                    TIDEWATER, "5594", "2218.81", (
            h("VTSAX", 560000, "2018-04-24:1 2020-08-25:1 2022-09-27:1"),
            h("VEA", 74000, "2024-01-23:1"),
        )),
    ),
    sold=(
        Activity("H-0006-joint", "VWO", "sell", Decimal(620), date(2026, 10, 30)),
    ),
)  # fmt: skip

KESSLER = HouseholdPlan(
    "H-0007", "Kessler", "preservation",
    "Widowed, one child about to study; everything inside its bands.",
    (Taxpayer("T-0007", "head_of_household", Decimal(92000), Decimal(18000), 0.0399),),
    (
        AccountPlan("H-0007-individual", "p1", "T-0007", "taxable_individual", "Individual", "Ilse Kessler",
                    TIDEWATER, "1706", "118240.50", (
            h("VTI", 228000, "2017-04-18:1 2020-04-21:1"),
            h("VEA", 92000, "2019-05-21:1 2024-07-09:1"),
            h("VTEB", 251000, "2021-12-14:1 2023-08-22:1"),
            h("SGOV", 186000, "2021-07-20:1"),
        ), {"minimum_cash": Decimal(15000)}),
        AccountPlan("H-0007-ira", "p1", "T-0007", "inherited_ira", "Inherited IRA", "Ilse Kessler",
                    TIDEWATER, "1733", "12650.27", (
            h("BND", 562000, "2019-09-24:1 2021-11-23:1", "inheritance"),
            h("SCHP", 279000, "2020-10-27:1 2022-05-24:1"),
            h("BNDX", 93000, "2021-12-21:1"),
            h("VOO", 84000, "2018-08-21:1"),
        )),
        AccountPlan("H-0007-529", "p1", "T-0007", "529", "529 plan for Jonas", "Jonas Kessler",
                    MERIDIAN, "8825", "0.00", (
            h("VFIFX", 74000, "2018-09-25:1 2021-09-28:1"),
        ), {"tradable": False}),
    ),
)  # fmt: skip

MOREAU = HouseholdPlan(
    "H-0008", "Moreau", "balanced-60-40",
    "412,000 from the sale of a building arrives in the trust and is to be invested.",
    (Taxpayer("T-0008", "married_joint", Decimal(385000), Decimal(52000), 0.0685, amounts(long="12000")),),
    (
        AccountPlan("H-0008-trust", "H-0008-trust", "T-0008", "trust_grantor", "Living trust", "Moreau Living Trust",
                    CALDER, "7002", "61200.00", (
            h("VTI", 905000, "2016-08-16:2 2019-01-22:1 2022-01-25:1"),
            h("VXUS", 520000, "2018-02-20:1 2024-06-11:1"),
            h("MUB", 410000, "2021-12-15:1 2023-10-24:1"),
            h("AAPL", 96000, "2021-04-20:1", "gift"),
        ), {"cash_flow": Decimal(412000)}, as_of="2026-11-18"),
        AccountPlan("H-0008-ira-p1", "p1", "T-0008", "traditional_ira", "IRA, Claire", "Claire Moreau",
                    CALDER, "7036", "14320.66", (
            h("BND", 520000, "2019-04-23:1 2021-06-22:1"),
            h("SCHP", 236000, "2020-07-21:1"),
            h("VNQ", 268000, "2020-10-06:1 2023-04-25:1"),
        )),
        AccountPlan("H-0008-ira-p2", "p2", "T-0008", "sep_ira", "SEP IRA, Luc", "Luc Moreau",
                    CALDER, "7041", "8144.29", (
            h("BNDX", 254000, "2021-02-16:1 2022-04-26:1"),
            h("VBTLX", 160000, "2022-08-23:1"),
            h("VOO", 460000, "2018-11-27:1 2020-04-28:1"),
        )),
        AccountPlan("H-0008-roth", "p1", "T-0008", "roth_ira", "Roth IRA, Claire", "Claire Moreau",
                    CALDER, "7058", "1207.40", (
            h("VUG", 366000, "2019-12-17:1 2021-07-27:1"),
            h("VWO", 148000, "2020-01-28:1 2023-08-22:1"),
            h("VEA", 240000, "2022-07-26:1"),
        )),
    ),
)  # fmt: skip

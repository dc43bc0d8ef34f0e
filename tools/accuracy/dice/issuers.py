"""Invented names: companies, funds, towns, banks, partnerships, people and where they live."""

COMPANIES = ("Marlow Creek Energy", "Tessaly Foods", "Northgate Rail", "Ostrander Chemical", "Pell Harbor Utilities",
             "Quillan Semiconductor", "Bridgewell Insurance", "Corvane Medical", "Dunmore Paper", "Farraday Telecom",
             "Hollis & Wray", "Kestrel Aerospace", "Lindqvist Retail", "Sandhurst Mining", "Vantry Software",
             "Whitcombe Foods", "Yarrow Pharmaceuticals", "Aldous Grain", "Beacon Tool", "Cinder Peak Steel",
             "Ramble.com", "3J Adhesives", "AB&C Holdings", "Eaglet", "O'Rourke Bros")  # fmt: skip
FORMS = ("Inc", "Corp", "Co", "Inc Com", "Corp Class A", "Holdings Inc", "PLC Spons ADR", "Ltd", "Group Inc New",
         "Inc Cl B", "N V Ord")  # fmt: skip
FAMILIES = ("Larkfield", "Brightwater", "Oakline", "Tarn & Vale", "Meridian Ridge", "Caldbeck", "Polestar",
            "Amberton")  # fmt: skip
TRADED = ("Total Stock Market ETF", "S&P 500 ETF Trust", "Core MSCI EAFE ETF", "Short-Term Treasury ETF",
          "Energy Select Sector Shares", "Russell 2000 Value ETF", "Gold Trust", "Total Bond Market ETF",
          "0-5 Year TIPS Bond ETF", "Dividend Appreciation ETF", "Emerging Markets Index Fund",
          "Nasdaq 100 Trust Ser 1", "Tax-Exempt Bond ETF", "Real Estate Index Fund",
          "20+ Year Treasury Bond ETF")  # fmt: skip
OPEN = ("500 Index Fund Admiral", "Income Fund I", "Growth Fund of America R-6", "S&P 500 Index Fund",
        "Total Return Fund Institutional", "International Growth Fund Admiral Shares", "Target Retirement 2045 Fund",
        "Balanced Fund Cl A", "High Yield Municipal Bond Fund", "Contrarian Fund", "Small Cap Value Fund Investor",
        "Wellesley Income", "Real Estate Index Fund Admiral", "GNMA Fund Class Y",
        "Core Bond Trust Class 1")  # fmt: skip
RESERVES = ("Government Money Market Fund", "Government Cash Reserves", "Treasury Obligations Fund Instl",
            "Value Advantage Money Fund Investor", "Prime Money Market Fund")  # fmt: skip
BORROWERS = ("Corp Notes", "Inc Sr Note", "Cap Corp Deb", "Fin Co Mtn")
TREASURIES = ("United States Treasury Note", "U S Treasury Bond", "US Treasury Nts")
TOWNS = ("Harlan Cnty", "Mesquite Springs", "Port Alder", "Travis Fork", "New Kent", "Lake Ossian", "Bexley",
         "Cedar Bluffs", "Sumter Vly")  # fmt: skip
PURPOSES = ("TX Indpt Sch Dist Go Uts", "CA Wtr & Swr Rev Ser 2019A", "OH Hosp Facs Rev Ref Ser B",
            "NY Dorm Auth Rev", "FL Arpt Rev Sub Ser C", "WA Pub Util Dist Elec Rev",
            "PA Tpk Commn Rev Ser 2021")  # fmt: skip
BANKS = ("Copper State Bank", "Ridgeline Natl Bank", "Mutual Prairie Bank", "First Tidewater Bank",
         "Ambrose Savings Bank", "Keystone Valley Bank")  # fmt: skip
RATINGS = ("Aa1/AA+", "A2/A", "Baa1/BBB+", "Aaa/NR", "NR/AA", "A1/A+", "Baa3/BBB-")
SPONSORS = ("Ardmoor", "Calloway Bridge", "Eastlake", "Thornbury", "Summit Grove", "Pinnacle Row")
VENTURES = ("Buyout Partners V LP", "Private Credit Fund II LP", "Real Estate Income Fund III",
            "Venture Opportunities 2022 LP", "Infrastructure Fund IV-A", "Secondaries Fund VII LP")  # fmt: skip
FIRST_NAMES = ("Margaret", "Daniel", "Rosalind", "Theodore", "Helen", "Curtis", "Naomi", "Gerald", "Priya", "Leonard",
               "Beatrice", "Anton", "Yolanda", "Francis", "Imogen", "Rafael")  # fmt: skip
LAST_NAMES = ("Pemberton", "Ostrowski", "Nakagawa", "Delacroix", "Thibodeaux", "Halvorsen", "McAllister", "Okafor",
              "Rosenblum", "Van Houten", "Castellanos", "Whitfield", "Sorensen", "Abernathy", "Lindgren")  # fmt: skip
MIDDLES = ("", " J", " R.", " Q", " L.")
STREETS = ("118 Ferry Rd", "4402 Canyon Crest Dr Apt 7", "9 Orchard Ln", "2750 N Prospect Ave Unit 1104",
           "61 Mill Pond Way", "PO Box 3317", "805 Larch St")  # fmt: skip
CITIES = ("Duluth MN 55802-1144", "Santa Fe, NM 87501", "Portsmouth NH 03801", "Naples, FL 34102-3360",
          "Boise ID 83702", "Akron, OH 44308", "Round Rock TX 78664")  # fmt: skip

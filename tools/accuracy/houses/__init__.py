"""Invented houses, each a function from a deal of dice to a statement with its truth, drawn apart from the reader.

`HOUSES` were looked at while the reader was made better. Those `APART` stand apart until the reader knows their looks.
`MEDLEY` draws another layout with each seed. What new houses showed at first sight is kept in `first_readings.json`.
"""

from collections.abc import Callable

from tools.accuracy.houses import (
    activities,
    activity,
    advisers,
    agencies,
    altways,
    appraisals,
    apps,
    assetlists,
    bankarms,
    banks,
    blocks,
    branches,
    brokerages,
    bullrings,
    bylot,
    bystanders,
    cardlots,
    cards,
    carried,
    clearers,
    countinghouses,
    coupons,
    custodians,
    dealers,
    desks,
    discounters,
    dividers,
    electronic,
    families,
    fiduciaries,
    frontways,
    fullservice,
    fundfirms,
    gallery,
    gridded,
    halves,
    handhelds,
    heartlands,
    idways,
    indented,
    independents,
    insurers,
    introduced,
    invested,
    kinfolk,
    ladders,
    landscapes,
    ledgers,
    letters,
    longnames,
    lookalikes,
    looks,
    lotlines,
    lotways,
    mainstreets,
    majors,
    margins,
    mastheads,
    medley,
    memberowned,
    moveways,
    neighbours,
    nesteggs,
    networks,
    onlines,
    outlines,
    overleaf,
    overviews,
    papers,
    particulars,
    payrolls,
    plans,
    platforms,
    pockets,
    prime,
    privatebanks,
    purses,
    quarters,
    regionals,
    reports,
    retirement,
    savers,
    sectionways,
    sleeves,
    spans,
    sparse,
    sponsors,
    stacked,
    supermarkets,
    swissways,
    tallies,
    teachers,
    tradeways,
    trustees,
    trustways,
    twocosts,
    twodates,
    unsettled,
    wallets,
    wirehouses,
    wireways,
)  # fmt: skip
from tools.accuracy.planted import Deal
from tools.accuracy.truth import Drawn

House = Callable[[Deal], Drawn]


def _named(*houses: House) -> dict[str, House]:
    return {house.__name__: house for house in houses}


FIRST = _named(
    brokerages.alderbrook, brokerages.birchgate, brokerages.cairnfield, brokerages.dunmore, brokerages.elmhurst,
    brokerages.farrowdale, networks.gorsehill, networks.hollowell, networks.inverlay, networks.juniper,
    networks.kelmscott, networks.larkrise, networks.netherby,
)  # fmt: skip
SECOND = _named(
    wirehouses.merrowdene, wirehouses.oakhampton, wirehouses.wrenfield, wirehouses.ashcombe, wirehouses.lyndhurst,
    banks.quarrystone, banks.ravensworth, banks.vexmoor, banks.yarrowdale, banks.zelkova,
    plans.saltmarsh, plans.thornmere, plans.umberstone, plans.brackenbury, ledgers.tradewick, ledgers.ledgerwood,
    ledgers.clearbrook,
)  # fmt: skip
THIRD = _named(
    cards.carrowmore, cards.newlyn, cards.stanmore, cards.dripford, cards.capelthorne, cards.fernhill,
    looks.wordsworthy, looks.robinwood, looks.unionvale, looks.consortium, prime.munsterly, prime.coinbridge,
    prime.kestrelbank, prime.overhill, prime.sidelong,
)  # fmt: skip
FOURTH = _named(
    fullservice.halcombe, fullservice.ulverston, lotlines.marchbanks, lotlines.wexcombe, activity.ibsley,
    discounters.rookhope, discounters.allerton, discounters.vanbrugh, advisers.jessamine, advisers.ramsbury,
    reports.loxwood, reports.birkdale, reports.kilburnie, custodians.northolt, custodians.factorby,
    custodians.millhouse, retirement.pellworth, retirement.penhallow, letters.posthaste, letters.turnstile,
    letters.cardinham, letters.dottrell,
)  # fmt: skip
FIFTH = _named(
    ladders.pershore, ladders.trehearne, margins.shorewell, margins.nethercote, margins.tamworth, families.jarrowby,
    families.amberly, families.hexworthy, wallets.empingham, wallets.zollikon, wallets.wealdstone,
)  # fmt: skip
SIXTH = _named(
    majors.swanmore, majors.tarrant, bylot.vauxley, trustees.ullesmere, trustees.brantham, trustees.colwyn,
    sponsors.wickham, sponsors.aldersey, sponsors.downholme, independents.yelverton, independents.eastleach,
    independents.frimley,
)  # fmt: skip
SEVENTH = _named(
    blocks.pembrook, desks.tidewell, fiduciaries.corvane, apps.quickfold, coupons.brassfield,
    savers.ottermere, dealers.marlstone,
    longnames.garrickstone, clearers.polwhele, spans.tollerby, appraisals.cheverel,
    fundfirms.hazelmoor, kinfolk.wintringham, platforms.orrisdale,
    gridded.barrowfell, twodates.ambleforth, mastheads.thirlby, lotways.kirkhaugh, dividers.yarnfold,
    altways.hexgreave, papers.skelwith, moveways.wharfedge,
)  # fmt: skip
EIGHTH = _named(
    indented.fairholt, indented.southmoor, stacked.lanternby, stacked.marchwell, onlines.summerlee,
    onlines.harbourne, onlines.tradeport, lookalikes.watchcombe, lookalikes.incleborough, lookalikes.modbury,
    sparse.oakridge, sparse.tandridge, sparse.dollarby, sparse.variston, cardlots.cardington, cardlots.sublowe,
)  # fmt: skip
NINTH = _named(
    overleaf.forwardine, overleaf.blockley, particulars.lastingham, particulars.markyate, particulars.topsham,
    particulars.bondmere, particulars.optimere, particulars.camargate, bystanders.bystanley, purses.pursley,
    idways.idsworth, sectionways.sectonbury,
)  # fmt: skip
TENTH = _named(
    halves.cranbourne, halves.overbury, invested.ormskirk, invested.haverstoe, twocosts.pinvin, twocosts.wetherden,
    quarters.eversholt, quarters.yaxham, tallies.stourton, tallies.uffington, nesteggs.medbourne, nesteggs.nuneham,
    outlines.quernmore, outlines.saltby, unsettled.radbourne, unsettled.tixover, frontways.wyndham, frontways.priory,
)  # fmt: skip
ELEVENTH = _named(
    supermarkets.fenbridge, landscapes.scholes, wireways.mortlake, assetlists.umberleigh, privatebanks.wolverley,
    sleeves.pierrepont, introduced.pulborough, regionals.raynham, electronic.etherley, activities.ibstock,
    memberowned.mainsail, teachers.teagarth,
)  # fmt: skip
TWELFTH = _named(
    bullrings.marleigh, countinghouses.goodwood, countinghouses.netherfield, mainstreets.ellerton, mainstreets.lindale,
    heartlands.ampleforth, heartlands.stanhope, handhelds.tiverton, pockets.rosedale, pockets.bettiscombe,
    payrolls.evenlode, payrolls.averham,
)  # fmt: skip
THIRTEENTH = _named(
    trustways.ambridge, trustways.lansdowne, agencies.tallis, agencies.chancery, insurers.prescott, overviews.bellamy,
    bankarms.marchwood, swissways.helmsley, branches.wagonridge, carried.northmoor, tradeways.tamarisk,
    neighbours.ravelstone,
)  # fmt: skip
APART: dict[str, House] = {
    **FOURTH, **FIFTH, **SIXTH, **SEVENTH, **EIGHTH, **NINTH, **TENTH, **ELEVENTH, **TWELFTH,
    **THIRTEENTH,
}  # fmt: skip
MEDLEY = _named(medley.medley, gallery.gallery)
HOUSES: dict[str, House] = {**FIRST, **SECOND, **THIRD}

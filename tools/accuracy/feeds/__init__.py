"""Invented files of data: delimited, workbooks, OFX, Flex, text; with the same truth and the same planted faults."""

from tools.accuracy.feeds import (
    bookings,
    counters,
    custody,
    desktops,
    dialects,
    downloads,
    jumble,
    keys,
    kinds,
    markup,
    medley,
    offices,
    outlets,
    platforms,
    retail,
    several,
    sites,
    streams,
    tables,
    tellers,
    torrent,
)
from tools.accuracy.houses import FIFTH, House

TABLES: dict[str, House] = {
    house.__name__: house
    for house in (
        tables.marlowe_csv, tables.corbin_csv, tables.delft_csv, tables.ludgate_tsv, tables.pembury_csv,
        tables.tilbury_xlsx, tables.tilbury_xls, tables.bare_csv,
    )
}  # fmt: skip
DOWNLOADS: dict[str, House] = {
    house.__name__: house
    for house in (markup.trelawny_ofx, markup.trelawny_qfx, markup.penryn_flex, markup.morven_plan_ofx, *markup.DUMPS)
}
DIALECTS: dict[str, House] = {
    house.__name__: house
    for house in (
        dialects.argyle_xls, dialects.burnham_xlsx, dialects.cresswell_csv, dialects.dorrington_csv,
        dialects.eversholt_tsv, dialects.ironbridge_csv, several.foxcote_ofx, several.gainsford_flex,
    )
}  # fmt: skip
LATER: dict[str, House] = {
    house.__name__: house
    for house in (
        platforms.hartland_csv, platforms.ibsley_csv, platforms.etchwell_csv, custody.pipeworth_csv,
        custody.vantry_csv, custody.gantry_xlsx, custody.oldcastle_xls, streams.sundry_ofx,
        streams.quayside_flex, *streams.DUMPS,
    )
}  # fmt: skip
LATEST: dict[str, House] = {
    house.__name__: house
    for house in (
        kinds.merriden_csv, kinds.morley_xlsx, kinds.dunmail_tsv, kinds.harrowby_txt, keys.ferncliff_ofx,
        keys.greystoke_flex, markup.dumped(FIFTH["tamworth"]),
    )
}  # fmt: skip
NEWEST: dict[str, House] = {
    house.__name__: house
    for house in (
        downloads.kexby_csv, downloads.lowick_csv, downloads.melbury_xlsx, downloads.netley_ofx,
        downloads.ormesby_csv, downloads.padworth_xlsx,
    )
}  # fmt: skip
SIXTH_FEEDS: dict[str, House] = {
    house.__name__: house
    for house in (
        retail.quorn_csv, retail.rudgwick_csv, retail.selham_csv, retail.tarring_csv, retail.upwood_csv,
        retail.verwood_csv, retail.warnford_csv, bookings.xarring_xlsx, bookings.yalding_xlsx, bookings.zennor_xlsx,
        bookings.abinger_xlsx, bookings.bramley_xlsx, bookings.cowden_xlsx, bookings.dunsfold_xlsx,
        offices.ewhurst_csv, offices.farley_csv, offices.gatton_csv, offices.hascombe_csv, offices.itchen_csv,
        offices.jevington_csv, offices.kilmeston_csv, offices.laverton_csv, offices.mottisfont_csv,
        offices.nutbourne_csv, offices.overbury_csv,
    )
}  # fmt: skip
SEVENTH_FEEDS: dict[str, House] = {
    house.__name__: house
    for house in (
        outlets.appleby_csv, outlets.bickley_xlsx, outlets.copford_tsv, outlets.dalby_qfx, outlets.esholt_xlsx,
        outlets.felling_csv,
    )
}  # fmt: skip
EIGHTH_FEEDS: dict[str, House] = {
    house.__name__: house
    for house in (
        counters.fenbridge_csv, counters.scholes_csv, counters.mainsail_csv, counters.ibstock_csv,
        counters.oriel_xlsx, counters.teagarth_qfx,
    )
}  # fmt: skip
NINTH_FEEDS: dict[str, House] = {
    house.__name__: house
    for house in (
        tellers.marleigh_csv, tellers.lindale_xlsx, tellers.tiverton_csv, tellers.ellerton_csv, tellers.averham_qfx,
    )
}  # fmt: skip
TENTH_FEEDS: dict[str, House] = {
    house.__name__: house
    for house in (
        desktops.nettlecombe_csv, desktops.wexham_csv, desktops.axminster_xlsx, sites.ottringham_csv,
        sites.morningside_csv, sites.swallowdale_csv,
    )
}  # fmt: skip
JUMBLE: dict[str, House] = {
    house.__name__: house for house in (jumble.jumble, torrent.torrent_ofx, torrent.torrent_flex)
}
FREE: dict[str, House] = {"medley_csv": medley.medley_csv}
"""Another order for each seed, for tests alone."""
FEEDS: dict[str, House] = {**TABLES, **DOWNLOADS, **DIALECTS}

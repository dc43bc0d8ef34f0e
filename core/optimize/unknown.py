"""Names in a mandate that no asset answers to: harmless to the solve, and said all the same."""

from core.domain.issue import Issue
from core.domain.mandate import Mandate
from core.optimize.universe import Universe
from core.words import listing


def unknown_names(mandate: Mandate, assets: Universe) -> tuple[Issue, ...]:
    """Notes on symbols without prices, assets without classes or issuers, classes and tags that nothing carries."""
    symbols = set(assets.symbols)
    carried = {name for symbol, facts in mandate.assets.items() if symbol in symbols for name in facts.classes}
    tagged = {tag for symbol, facts in mandate.assets.items() if symbol in symbols for tag in facts.tags}
    issued = {symbol for symbol, facts in mandate.assets.items() if facts.issuer is not None}
    unissued = sorted(symbols - issued) if mandate.issuer_limit is not None else []
    unclassed = sorted(symbols - set(mandate.assets)) if mandate.class_bounds else []
    notes = [
        _note("restricted", sorted(set(mandate.restricted) - symbols), "no price series, so it is not held anyway"),
        _note("assets", sorted(set(mandate.assets) - symbols), "no price series, so it is not offered"),
        _note("assets", unclassed, "no classes are given, so it counts in no class"),
        _note("assets", unissued, "no issuer is given, so it counts towards no issuer's limit"),
        _note("exclude", sorted(set(mandate.exclude) - tagged), "no asset carries this tag"),
        _note("class_bounds", sorted(set(mandate.class_bounds) - carried), "no asset carries this class"),
    ]
    if mandate.turnover is not None:
        sold = sorted(name for name, weight in mandate.turnover.current.items() if weight and name not in symbols)
        notes.append(_note("turnover.current", sold, "no price series, so it is counted as sold"))
    if mandate.views and mandate.objective != "black_litterman":
        notes.append(Issue("warning", "mandate.views", "Views play a part in black_litterman only.", "unused_views"))
    return tuple(note for note in notes if note is not None)


def _note(where: str, names: list[str], what: str) -> Issue | None:
    if not names:
        return None
    return Issue("warning", f"mandate.{where}", f"{listing(names)}: {what}.", "unknown_name")

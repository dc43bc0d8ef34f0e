"""What differs between two versions of a mandate, rule by rule and in words: where a rule's text differs."""

from collections.abc import Mapping
from dataclasses import dataclass

from core.domain.mandate import Mandate
from core.review.mandate_rules import NONE, Rule, mandate_rules
from core.words import MINUS, signed, start


@dataclass(frozen=True, slots=True)
class RuleChange:
    """One rule that differs. `before` and `after` are texts as shown, `none` where there is no such rule."""

    path: str
    name: str
    before: str
    after: str
    change: str
    sentence: str


@dataclass(frozen=True, slots=True)
class MandateDiff:
    """Every rule that differs, and how many stand as they were."""

    changes: tuple[RuleChange, ...]
    unchanged: int


def compare_mandates(old: Mandate | None, new: Mandate, labels: Mapping[str, str] | None = None) -> MandateDiff:
    """The rules of `new` against those of `old` (None: everything is new), in the order in which they are written."""
    before = {rule.path: rule for rule in mandate_rules(old, labels)} if old is not None else {}
    after = {rule.path: rule for rule in mandate_rules(new, labels)}
    order = [*after, *(path for path in before if path not in after)]
    pairs = [(path, before.get(path), after.get(path)) for path in order]
    changes = tuple(_change(path, was, now) for path, was, now in pairs if _differ(was, now))
    return MandateDiff(changes, len(order) - len(changes))


def _change(path: str, was: Rule | None, now: Rule | None) -> RuleChange:
    rule = now or was
    assert rule is not None
    before, after, moved = _text(was), _text(now), _moved(was, now)
    if was is None:
        sentence = f"{rule.name}: new, {after}."
    elif now is None:
        sentence = f"{rule.name}: taken out, it was {before}."
    else:
        sentence = f"{rule.name}: {after} instead of {before}" + (f" ({moved})." if moved[:1] in f"+{MINUS}" else ".")
    return RuleChange(path, start(rule.name), before, after, moved, sentence)


def _moved(was: Rule | None, now: Rule | None) -> str:
    if was is None or now is None:
        return "new" if was is None else "taken out"
    if was.value is None or now.value is None:
        return "changed"
    return signed((now.value - was.value) * 100, 1) + " pts"


def _differ(was: Rule | None, now: Rule | None) -> bool:
    return was is None or now is None or was.text != now.text


def _text(rule: Rule | None) -> str:
    return NONE if rule is None else rule.text

"""One form of any noun outside Python: plain JSON values, and one canonical byte string of them.

`to_plain` and `from_plain` carry a noun to JSON values and back; `canonical_bytes` is RFC 8785 (JSON
Canonicalization Scheme) of the plain form with numerically equal decimals written alike, so equal nouns have
equal bytes. Hashing, signing, storing and replay all use these bytes.
"""

import dataclasses
import difflib
import hashlib
import json
import math
import re
import types
from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import rfc8785

from core.domain.errors import BadInput
from core.domain.frozen_map import FrozenMap

N = TypeVar("N")

HALF_CHARACTER = re.compile(r"\\u[dD][89a-fA-F]")
"""An escape that may be half of a character, which has no form in UTF-8."""
NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,4})?", re.ASCII)
LARGEST = Decimal(10) ** 15
"""No dollars, shares or prices of a household are as large; beyond it exact sums would not stay exact."""
YEARS = range(1900, 2200)


def to_plain(value: Any) -> Any:
    """The noun as JSON values: decimals and dates as text, maps as objects, tuples as lists.

    Raises TypeError for a value that is none of the house's kinds, ValueError for a float that is not finite.
    """
    return _plain(value, lambda number: format(number, "f"))


def canonical_bytes(value: Any) -> bytes:
    """The noun's one canonical byte form (RFC 8785), the same for numerically equal decimals."""
    return rfc8785.dumps(_plain(value, normal_text))


def digest(value: Any) -> str:
    """`sha256:…` of the noun's canonical bytes."""
    return digest_of_bytes(canonical_bytes(value))


def digest_of_bytes(data: bytes) -> str:
    """`sha256:…` of bytes as they are."""
    return "sha256:" + hashlib.sha256(data).hexdigest()


def normal_text(number: Decimal) -> str:
    """The shortest plain decimal text of a number: 10.00 -> 10, 0E-2 -> 0, -0 -> 0."""
    text = format(number, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def load_json(text: str | bytes, where: str) -> Any:
    """JSON text as plain values; a duplicate key, NaN or broken text is `BadInput` naming the place."""

    def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for name, value in pairs:
            if name in found:
                raise BadInput(where, f"the key {json.dumps(name)} stands twice in one object")
            found[name] = value
        return found

    def refuse(constant: str) -> Any:
        raise BadInput(where, f"{constant} is not a number")

    try:
        plain = json.loads(text, object_pairs_hook=unique, parse_constant=refuse)
        if HALF_CHARACTER.search(text.decode("utf-8", "replace") if isinstance(text, bytes) else text):
            json.dumps(plain, ensure_ascii=False).encode()
    except json.JSONDecodeError as error:
        raise BadInput(where, f"not JSON: {error.msg} at line {error.lineno}, column {error.colno}") from None
    except UnicodeError:
        raise BadInput(where, "not text in UTF-8") from None
    except RecursionError:
        raise BadInput(where, "nested too deeply") from None
    except ValueError:
        raise BadInput(where, "a number has too many digits") from None
    return plain


def from_plain(kind: type[N], plain: Any, where: str = "", unknown: list[str] | None = None) -> N:
    """Build a noun of `kind` from plain JSON values.

    `where` prefixes the path in messages (`accounts[0].lots[1].quantity: …`). Keys that the noun does not
    know are appended to `unknown` as "path.key" (with the nearest known name) where a list is given, and are
    ignored otherwise. Raises `BadInput` for a missing field or a value of the wrong kind.
    """
    return _build(kind, plain, where, unknown)  # type: ignore[no-any-return]


def _plain(value: Any, decimal_text: Any) -> Any:
    if value is None or (isinstance(value, (bool, int, str)) and not isinstance(value, Enum)):
        return value
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return decimal_text(value)
    if isinstance(value, float):
        if not math.isfinite(value):
            raise ValueError(f"{value} has no JSON form")
        return value
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    if isinstance(value, date):
        return value.isoformat()
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        kind: Any = type(value)
        return {name: _plain(getattr(value, name), decimal_text) for name in _field_names(kind)}
    if isinstance(value, Mapping):
        return {str(key): _plain(entry, decimal_text) for key, entry in value.items()}
    if isinstance(value, (tuple, list)):
        return [_plain(entry, decimal_text) for entry in value]
    raise TypeError(f"{type(value).__name__} has no plain form")


@cache
def _field_names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(kind))


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _build(kind: Any, plain: Any, where: str, unknown: list[str] | None) -> Any:
    if dataclasses.is_dataclass(kind):
        return _build_noun(kind, plain, where, unknown)
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _build_optional(kind, plain, where, unknown)
    if origin is tuple:
        return _build_tuple(kind, plain, where, unknown)
    if origin is FrozenMap:
        _expect(isinstance(plain, Mapping), where, "an object", plain)
        inner = get_args(kind)[0]
        return FrozenMap({key: _build(inner, entry, f"{where}.{key}", unknown) for key, entry in plain.items()})
    if origin is Literal:
        return _choice(get_args(kind), plain, where)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind(_choice(tuple(member.value for member in kind), plain, where))
    return _build_scalar(kind, plain, where)


def _build_noun(kind: Any, plain: Any, where: str, unknown: list[str] | None) -> Any:
    _expect(isinstance(plain, Mapping), where, "an object", plain)
    hints = _hints(kind)
    values = {}
    for field in dataclasses.fields(kind):
        if field.name in plain:
            path = f"{where}.{field.name}" if where else field.name
            values[field.name] = _build(hints[field.name], plain[field.name], path, unknown)
        elif field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING:
            raise BadInput(f"{where}.{field.name}" if where else field.name, "missing")
    if unknown is not None:
        known = _field_names(kind)
        for key in plain:
            if key not in known:
                near = difflib.get_close_matches(str(key), known, n=1)
                hint = f" (did you mean {near[0]}?)" if near else ""
                unknown.append((f"{where}.{key}" if where else str(key)) + hint)
    try:
        return kind(**values)
    except BadInput as error:
        raise BadInput(".".join(part for part in (where, error.where) if part), error.what) from None


def _build_optional(kind: Any, plain: Any, where: str, unknown: list[str] | None) -> Any:
    members = get_args(kind)
    if plain is None:
        _expect(type(None) in members, where, "a value", plain)
        return None
    inner = [member for member in members if member is not type(None)]
    return _build(inner[0], plain, where, unknown)


def _build_tuple(kind: Any, plain: Any, where: str, unknown: list[str] | None) -> Any:
    _expect(isinstance(plain, (list, tuple)), where, "a list", plain)
    inner = get_args(kind)
    if len(inner) == 2 and inner[1] is Ellipsis:
        return tuple(_build(inner[0], entry, f"{where}[{i}]", unknown) for i, entry in enumerate(plain))
    _expect(len(plain) == len(inner), where, f"a list of {len(inner)}", plain)
    return tuple(
        _build(kind_, entry, f"{where}[{i}]", unknown)
        for i, (kind_, entry) in enumerate(zip(inner, plain, strict=True))
    )


def _build_scalar(kind: Any, plain: Any, where: str) -> Any:
    if kind is Any:
        return plain
    if kind is Decimal:
        return _decimal(plain, where)
    if kind is float:
        _expect(isinstance(plain, (int, float)) and not isinstance(plain, bool), where, "a number", plain)
        _expect(abs(plain) < LARGEST, where, "a finite number", plain)
        return float(plain)
    if kind is int:
        _expect(isinstance(plain, int) and not isinstance(plain, bool), where, "a whole number", plain)
        return plain
    if kind is datetime:
        return _moment(plain, where)
    if kind is date:
        return _day(plain, where)
    if kind in (bool, str):
        _expect(isinstance(plain, kind), where, "true or false" if kind is bool else "text", plain)
        return plain
    raise TypeError(f"{kind} is not a kind of field that nouns have")


def _decimal(plain: Any, where: str) -> Decimal:
    _expect(isinstance(plain, (str, int, float, Decimal)) and not isinstance(plain, bool), where, "a number", plain)
    text = repr(plain) if isinstance(plain, float) else str(plain).strip()
    if not NUMBER.fullmatch(text):
        raise BadInput(where, f"{_shown(plain)} is not a number")
    number = Decimal(text)
    _expect(abs(number) < LARGEST, where, f"a number below {LARGEST:.0E}", plain)
    return number


def _day(plain: Any, where: str) -> date:
    _expect(isinstance(plain, str), where, "a date as YYYY-MM-DD", plain)
    try:
        day = date.fromisoformat(plain)
    except ValueError:
        raise BadInput(where, f"{_shown(plain)} is not a date as YYYY-MM-DD") from None
    _expect(day.year in YEARS, where, f"a year from {YEARS[0]} to {YEARS[-1]}", plain)
    return day


def _moment(plain: Any, where: str) -> datetime:
    _expect(isinstance(plain, str), where, "a UTC time", plain)
    try:
        return datetime.fromisoformat(plain)
    except ValueError:
        raise BadInput(where, f"{_shown(plain)} is not a UTC time") from None


def _choice(allowed: tuple[Any, ...], plain: Any, where: str) -> Any:
    if plain in allowed and type(plain) in {type(value) for value in allowed}:
        return plain
    near = difflib.get_close_matches(str(plain), [str(value) for value in allowed], n=1)
    hint = f"; did you mean {near[0]}?" if near else ""
    raise BadInput(where, f"{_shown(plain)} is none of {', '.join(str(value) for value in allowed)}{hint}")


def _expect(holds: bool, where: str, wanted: str, plain: Any) -> None:
    if not holds:
        raise BadInput(where, f"expected {wanted}, found {_shown(plain)}")


def _shown(plain: Any) -> str:
    """A value of the input in an error's one line, cut where it is long."""
    shown = json.dumps(plain, default=str, ensure_ascii=False)
    if isinstance(plain, str):
        shown = f"'{shown[1:-1]}'"
    return shown if len(shown) < 60 else shown[:57] + "…"

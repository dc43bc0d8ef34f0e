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
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import rfc8785

from core.domain.errors import BadInput
from core.domain.frozen_map import FrozenMap

N = TypeVar("N")
Builder = Callable[[Any, list[str] | None], Any]
"""Builds a value of one kind from plain ones; keys that nobody knows are added to the list where there is one."""

HALF_CHARACTER = re.compile(r"\\u[dD][89a-fA-F]")
"""An escape that may be half of a character, which has no form in UTF-8."""
NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,4})?", re.ASCII)
LARGEST = Decimal(10) ** 15
"""No dollars, shares or prices of a household are as large; beyond it exact sums would not stay exact."""
NO_LARGER = f"a number below {LARGEST:.0E}"
YEARS = range(1900, 2200)
IN_THE_YEARS = f"a year from {YEARS[0]} to {YEARS[-1]}"


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
    builder: Builder = _builder(kind)  # type: ignore[arg-type]
    return _inner(where, builder, plain, unknown)  # type: ignore[no-any-return]


def _plain(value: Any, decimal_text: Any) -> Any:
    if value is None or type(value) in (str, bool, int):
        return value
    if isinstance(value, Decimal):
        return decimal_text(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (bool, int, str)):
        return value
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


def _beneath(step: str, where: str) -> str:
    """A place one step further up: `lots` over `[0].quantity`."""
    return f"{step}{where}" if not step or not where or where.startswith("[") else f"{step}.{where}"


@cache
def _builder(kind: Any) -> Builder:
    """What builds values of a kind; the place that its errors and unknown keys name is seen from the value itself."""
    if dataclasses.is_dataclass(kind):
        return _noun_builder(kind)
    origin = get_origin(kind)
    if origin in (Union, types.UnionType):
        return _optional_builder(kind)
    if origin is tuple:
        return _tuple_builder(kind)
    if origin is FrozenMap:
        return _map_builder(get_args(kind)[0])
    if origin is Literal:
        allowed = get_args(kind)
        return lambda plain, unknown: _choice(allowed, plain)
    if isinstance(kind, type) and issubclass(kind, Enum):
        members = tuple(member.value for member in kind)
        return lambda plain, unknown: kind(_choice(members, plain))
    if kind not in SCALARS:
        raise TypeError(f"{kind} is not a kind of field that nouns have")
    scalar = SCALARS[kind]
    return lambda plain, unknown: scalar(plain)


def _inner(step: str, build: Builder, plain: Any, unknown: list[str] | None) -> Any:
    """A value inside another, whose errors and unknown keys name the step to it."""
    below: list[str] | None = None if unknown is None else []
    try:
        built = build(plain, below)
    except BadInput as error:
        raise BadInput(_beneath(step, error.where), error.what) from None
    if unknown is not None and below:
        unknown += [_beneath(step, name) for name in below]
    return built


def _noun_builder(kind: Any) -> Builder:
    hints = get_type_hints(kind)
    missing = dataclasses.MISSING
    fields = [
        (field.name, _builder(hints[field.name]), field.default is missing and field.default_factory is missing)
        for field in dataclasses.fields(kind)
        if field.init
    ]

    def build(plain: Any, unknown: list[str] | None) -> Any:
        _expect(isinstance(plain, Mapping), "an object", plain)
        values = {}
        for name, builder, required in fields:
            if name in plain:
                values[name] = _inner(name, builder, plain[name], unknown)
            elif required:
                raise BadInput(name, "missing")
        if unknown is not None:
            unknown += _strange(plain, _field_names(kind))
        return kind(**values)

    return build


def _strange(plain: Mapping[Any, Any], known: tuple[str, ...]) -> list[str]:
    """The keys that a noun does not know, each with the nearest known name."""
    found = []
    for key in plain:
        if key not in known:
            near = difflib.get_close_matches(str(key), known, n=1)
            found.append(str(key) + (f" (did you mean {near[0]}?)" if near else ""))
    return found


def _optional_builder(kind: Any) -> Builder:
    members = get_args(kind)
    inner = _builder(next(member for member in members if member is not type(None)))
    optional = type(None) in members

    def build(plain: Any, unknown: list[str] | None) -> Any:
        if plain is not None:
            return inner(plain, unknown)
        _expect(optional, "a value", plain)
        return None

    return build


def _tuple_builder(kind: Any) -> Builder:
    inner = get_args(kind)
    endless = len(inner) == 2 and inner[1] is Ellipsis
    builders = [_builder(one) for one in inner if one is not Ellipsis]
    so_many = f"a list of {len(builders)}"

    def build(plain: Any, unknown: list[str] | None) -> Any:
        _expect(isinstance(plain, (list, tuple)), "a list", plain)
        _expect(endless or len(plain) == len(builders), so_many, plain)
        each = builders * len(plain) if endless else builders
        both = enumerate(zip(each, plain, strict=True))
        return tuple(_inner(f"[{place}]", builder, entry, unknown) for place, (builder, entry) in both)

    return build


def _map_builder(inner: Any) -> Builder:
    builder = _builder(inner)

    def build(plain: Any, unknown: list[str] | None) -> Any:
        _expect(isinstance(plain, Mapping), "an object", plain)
        return FrozenMap({key: _inner(key, builder, entry, unknown) for key, entry in plain.items()})

    return build


def _float(plain: Any) -> float:
    _expect(isinstance(plain, (int, float)) and not isinstance(plain, bool), "a number", plain)
    _expect(abs(plain) < LARGEST, "a finite number", plain)
    return float(plain)


def _whole(plain: Any) -> int:
    _expect(isinstance(plain, int) and not isinstance(plain, bool), "a whole number", plain)
    return int(plain)


def _truth(plain: Any) -> bool:
    _expect(isinstance(plain, bool), "true or false", plain)
    return bool(plain)


def _text(plain: Any) -> str:
    _expect(isinstance(plain, str), "text", plain)
    return str(plain)


def _decimal(plain: Any) -> Decimal:
    _expect(isinstance(plain, (str, int, float, Decimal)) and not isinstance(plain, bool), "a number", plain)
    text = repr(plain) if isinstance(plain, float) else str(plain).strip()
    if not NUMBER.fullmatch(text):
        raise BadInput("", f"{_shown(plain)} is not a number")
    number = Decimal(text)
    _expect(abs(number) < LARGEST, NO_LARGER, plain)
    return number


def _day(plain: Any) -> date:
    _expect(isinstance(plain, str), "a date as YYYY-MM-DD", plain)
    try:
        day = date.fromisoformat(plain)
    except ValueError:
        raise BadInput("", f"{_shown(plain)} is not a date as YYYY-MM-DD") from None
    _expect(day.year in YEARS, IN_THE_YEARS, plain)
    return day


def _moment(plain: Any) -> datetime:
    _expect(isinstance(plain, str), "a UTC time", plain)
    try:
        return datetime.fromisoformat(plain)
    except ValueError:
        raise BadInput("", f"{_shown(plain)} is not a UTC time") from None


SCALARS: dict[Any, Callable[[Any], Any]] = {
    Any: lambda plain: plain, Decimal: _decimal, float: _float, int: _whole, datetime: _moment, date: _day,
    bool: _truth, str: _text,
}  # fmt: skip
"""What builds each kind that holds nothing else; the place of an error is put before it by whatever holds it."""


def _choice(allowed: tuple[Any, ...], plain: Any) -> Any:
    if plain in allowed and type(plain) in {type(value) for value in allowed}:
        return plain
    near = difflib.get_close_matches(str(plain), [str(value) for value in allowed], n=1)
    hint = f"; did you mean {near[0]}?" if near else ""
    raise BadInput("", f"{_shown(plain)} is none of {', '.join(str(value) for value in allowed)}{hint}")


def _expect(holds: bool, wanted: str, plain: Any) -> None:
    if not holds:
        raise BadInput("", f"expected {wanted}, found {_shown(plain)}")


def _shown(plain: Any) -> str:
    """A value of the input in an error's one line, cut where it is long."""
    shown = json.dumps(plain, default=str, ensure_ascii=False)
    if isinstance(plain, str):
        shown = f"'{shown[1:-1]}'"
    return shown if len(shown) < 60 else shown[:57] + "…"

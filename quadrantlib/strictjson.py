"""JSON as strict as a file from outside needs, in and out. No reason given quotes the file."""

from __future__ import annotations

import json
import math
import re
from typing import Any, Never

from quadrantlib.errors import Unreadable

DEEPEST = 60
"""Levels of nesting: far more than any answer needs, far less than any Python's recursion limit."""

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def loads(text: str | bytes) -> Any:
    """Return the value that `text` holds; bytes are UTF-8, with or without a byte order mark.

    Raises
    ------
    Unreadable
        If it is not UTF-8, not JSON, names a field twice in one object, holds a number that is not
        finite, or is nested too deeply. The reason says where, and never what stands there.
    """
    value, reason = _attempt(text)
    if reason:  # outside every `except`: no exception that carries the text hangs on this one
        raise Unreadable(reason)
    if _deeper(value, DEEPEST):
        raise Unreadable("It is nested too deeply.")
    return value


def dumps(value: Any) -> str:
    """Return `value` as readable, diffable text that `loads` gives back as it was.

    Raises
    ------
    ValueError
        If it holds a number that is not finite.
    TypeError
        If it holds something that is not JSON.
    """
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=2) + "\n"
    return _LONE_SURROGATE.sub(lambda half: f"\\u{ord(half.group()):04x}", text)


def _attempt(text: str | bytes) -> tuple[Any, str]:
    try:
        if isinstance(text, bytes):
            text = text.decode("utf-8-sig")
        return _DECODER.decode(text), ""
    except UnicodeDecodeError:
        return None, "It is no text, or not in UTF-8."
    except json.JSONDecodeError as fault:
        return None, f"It is not JSON: line {fault.lineno}, column {fault.colno}."
    except _NotStrictError as fault:
        return None, str(fault)
    except ValueError:
        return None, "It holds a number that is too long."
    except RecursionError:
        return None, "It is nested too deeply."


class _NotStrictError(ValueError):
    """JSON to the letter, and still not what this workbook writes or trusts."""


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _NotStrictError("It names a field twice in the same place.")
    return found


def _finite(digits: str) -> float:
    if not math.isfinite(number := float(digits)):
        _not_finite(digits)
    return number


def _not_finite(_: str) -> Never:
    raise _NotStrictError("It holds a number that is not finite.")


_DECODER = json.JSONDecoder(
    object_pairs_hook=_once, parse_float=_finite, parse_constant=_not_finite
)


def _deeper(value: Any, levels: int) -> bool:
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return levels < 0 or any(_deeper(each, levels - 1) for each in inside)

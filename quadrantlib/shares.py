"""What may leave a journal, in which form: a share, as frozen data.

A question says in `leaves` that something of its answer may leave; a share says what that is. It
takes a value out of a reading's figures, coarser than the answers are, and knows what fits, how the
value is told in words, and what it adds to the sums of a cohort. Whatever no share takes stays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from quadrantlib.questions import Fault, Option
from quadrantlib.rounding import WHOLE

Figures = Mapping[str, Any]
Schema = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Item:
    """A number that is averaged: each person contributes 0 to `most`, in steps of `step`."""

    id: str
    label: str
    most: int
    step: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What every kind of share has.

    Attributes
    ----------
    name:
        Its field in a submission; no two in the catalog have the same.
    title:
        A few words, for the card and for the report.
    of:
        The questions of its exercise whose `leaves` allows it.
    take:
        (figures of the newest reading) → value, or None where there is nothing to hand over. Pure.
    """

    kind: ClassVar[str]
    whole: ClassVar[bool] = False
    """Whether a person's contributions always add up to `most`."""
    name: str
    title: str
    of: tuple[str, ...]
    take: Callable[[Figures], Any]

    @property
    def items(self) -> tuple[Item, ...]:
        """Return what is averaged, in the order in which it is told."""
        raise NotImplementedError

    def faults(self, value: Any) -> Iterator[Fault]:
        """Yield every place where `value` does not fit, with the reason; never the value."""
        raise NotImplementedError

    def contributions(self, value: Any) -> dict[str, int]:
        """Return what a fitting `value` adds to each item."""
        raise NotImplementedError

    def words(self, value: Any) -> str:
        """Return a fitting `value` as a person reads it."""
        raise NotImplementedError

    def schema(self) -> Schema:
        """Return the JSON Schema of a value."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True, kw_only=True)
class Split(Share):
    """A whole in parts: option id → percent, in steps of `step`, together 100."""

    kind = "split"
    whole = True
    options: tuple[Option, ...]
    step: int = 5

    @property
    def items(self) -> tuple[Item, ...]:
        return tuple(Item(str(each.id), each.label, WHOLE, self.step) for each in self.options)

    def faults(self, value: Any) -> Iterator[Fault]:
        names = [each.id for each in self.items]
        if not isinstance(value, Mapping):
            yield (), "should be an object"
            return
        yield from (((name,), "is not a field here") for name in value if name not in names)
        yield from (((name,), "is missing") for name in names if name not in value)
        unfit = [n for n in names if n in value and not _is_step(value[n], self.step, WHOLE)]
        yield from (((name,), _steps(self.step, WHOLE)) for name in unfit)
        if not unfit and set(value) == set(names) and sum(value.values()) != WHOLE:
            yield (), f"should add up to {WHOLE}"

    def contributions(self, value: Any) -> dict[str, int]:
        return {item.id: int(value[item.id]) for item in self.items}

    def words(self, value: Any) -> str:
        parts = [f"{item.label} about {value[item.id]} %" for item in self.items if value[item.id]]
        return ", ".join(parts)

    def schema(self) -> Schema:
        names = [item.id for item in self.items]
        part = {"type": "integer", "minimum": 0, "maximum": WHOLE, "multipleOf": self.step}
        return {
            "type": "object",
            "properties": dict.fromkeys(names, part),
            "required": names,
            "additionalProperties": False,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Level(Share):
    """How much: a whole number from 0 to `high`, in steps of `step`; `unit` follows it in words."""

    kind = "level"
    high: int
    step: int = 1
    unit: str = ""

    @property
    def items(self) -> tuple[Item, ...]:
        return (Item(self.name, self.title, self.high, self.step),)

    def faults(self, value: Any) -> Iterator[Fault]:
        if not _is_step(value, self.step, self.high):
            yield (), _steps(self.step, self.high)

    def contributions(self, value: Any) -> dict[str, int]:
        return {self.name: int(value)}

    def words(self, value: Any) -> str:
        return f"{'about ' if self.step > 1 else ''}{value} {self.unit}".strip()

    def schema(self) -> Schema:
        found = {"type": "integer", "minimum": 0, "maximum": self.high}
        return found | ({"multipleOf": self.step} if self.step > 1 else {})


@dataclass(frozen=True, slots=True, kw_only=True)
class One(Share):
    """One of a few options; the value is the option's id."""

    kind = "one"
    whole = True
    options: tuple[Option, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        return _each(self.options)

    def faults(self, value: Any) -> Iterator[Fault]:
        if not (isinstance(value, str) and value in _ids(self.options)):
            yield (), "should be one of " + ", ".join(_ids(self.options))

    def contributions(self, value: Any) -> dict[str, int]:
        return {item: int(item == value) for item in _ids(self.options)}

    def words(self, value: Any) -> str:
        return _label(self.options, value)

    def schema(self) -> Schema:
        return {"enum": _ids(self.options)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Several(Share):
    """Several of a few options, at most `at_most`: their ids, each once, in alphabetical order.

    `none` is what an empty list says in words.
    """

    kind = "several"
    options: tuple[Option, ...]
    at_most: int
    none: str

    @property
    def items(self) -> tuple[Item, ...]:
        return _each(self.options)

    def faults(self, value: Any) -> Iterator[Fault]:
        known = set(_ids(self.options))
        if not isinstance(value, list):
            yield (), "should be a list"
        elif any(not isinstance(each, str) or each not in known for each in value):
            yield (), "should only hold ids that are offered here"
        elif len(set(value)) < len(value):
            yield (), "holds something twice"
        elif len(value) > self.at_most:
            yield (), f"holds more than {self.at_most}"
        elif value != sorted(value):
            yield (), "should be in alphabetical order"

    def contributions(self, value: Any) -> dict[str, int]:
        return {item: int(item in value) for item in _ids(self.options)}

    def words(self, value: Any) -> str:
        return ", ".join(_label(self.options, each) for each in value) or self.none

    def schema(self) -> Schema:
        item = {"enum": _ids(self.options)}
        return {"type": "array", "items": item, "uniqueItems": True, "maxItems": self.at_most}


def _is_step(value: Any, step: int, high: int) -> bool:
    return type(value) is int and 0 <= value <= high and not value % step


def _steps(step: int, high: int) -> str:
    steps = f", in steps of {step}" if step > 1 else ""
    return f"should be a whole number from 0 to {high}{steps}"


def _ids(options: tuple[Option, ...]) -> list[str]:
    return [str(each.id) for each in options]


def _each(options: tuple[Option, ...]) -> tuple[Item, ...]:
    return tuple(Item(str(each.id), each.label, 1) for each in options)


def _label(options: tuple[Option, ...], wanted: Any) -> str:
    return next(each.label for each in options if each.id == wanted)

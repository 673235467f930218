"""What a keepsake is made of: plain words in a few shapes, and pictures. Painters add the ink."""

from __future__ import annotations

from dataclasses import dataclass

from quadrantlib.exercise import Part
from quadrantlib.pictures.picture import Picture


@dataclass(frozen=True, slots=True)
class Prose:
    """Words as they were written; a line break in them is one."""

    words: str


@dataclass(frozen=True, slots=True)
class Items:
    """A list; `ranked` where its order is the answer."""

    words: tuple[str, ...]
    ranked: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """Short words in rows, each as long as `header`."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """Something with a name, may be empty, and what was said of it: what was asked, the words."""

    name: str
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Entries:
    """Several of them, where the words are too long for a grid."""

    entries: tuple[Entry, ...]


Block = Prose | Items | Grid | Entries


@dataclass(frozen=True, slots=True)
class Said:
    """A question, and its answer."""

    ask: str
    block: Block


@dataclass(frozen=True, slots=True)
class Then:
    """An earlier round: its day, what was said back first, what was answered otherwise."""

    when: str
    says: str
    answers: tuple[Said, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """One exercise: its newest round in full, the earlier ones shorter, newest first.

    Attributes
    ----------
    when:
        The day of the newest round, in words; empty where none was begun.
    """

    slug: str
    title: str
    when: str
    says: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    pictures: tuple[Picture, ...] = ()
    aside: tuple[str, ...] = ()
    wonders: tuple[str, ...] = ()
    answers: tuple[Said, ...] = ()
    earlier: tuple[Then, ...] = ()


@dataclass(frozen=True, slots=True)
class Keepsake:
    """All of it: `direction` is the person's own sentence, may be empty; `made` is today."""

    title: str
    direction: str
    span: str
    made: str
    chapters: tuple[Chapter, ...]

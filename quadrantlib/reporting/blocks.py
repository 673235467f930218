"""What a report is made of: chapters of plain words, pictures and tables. Painters add the ink."""

from __future__ import annotations

from dataclasses import dataclass

from quadrantlib.pictures.picture import Picture, Table


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table without a picture, and what it is of."""

    title: str
    table: Table


@dataclass(frozen=True, slots=True)
class Asked:
    """A question for the room, and the figure it comes from, as a sentence."""

    ask: str
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A chapter; what is empty is left out.

    Attributes
    ----------
    title:
        Empty where the notebook's own heading above it is enough.
    lead:
        What people were asked, for a reader who was not there.
    says:
        Sentences worked out from the figures.
    quotes:
        What people wrote: text, and never anything else.
    points:
        A list of sentences.
    withheld:
        What is not shown, and why.
    """

    title: str = ""
    lead: str = ""
    pictures: tuple[Picture, ...] = ()
    says: tuple[str, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    questions: tuple[Asked, ...] = ()
    quotes: tuple[str, ...] = ()
    points: tuple[str, ...] = ()
    withheld: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cover:
    """What stands on top: whose report it is, of when, and one paragraph."""

    title: str
    line: str
    lead: str
